/** HTTP filters of a listener → raw filters of its hosts, where that is the same; otherwise the chain is patched. */
import { HTTP_FILTERS } from '../../4-lower/raw/http-filters.ts';
import { jsonObject } from '../../4-lower/json-value.ts';
import { TYPE_URL_PREFIX, type JsonObject } from '../../xds/index.ts';
import type { Written } from '../draft.ts';
import { toName } from '../names.ts';
import type { RawEnvoyFilter } from '../../2-validate/generated/types.ts';
import { clustersIn, renameClusters } from './cluster-names.ts';
import type { HttpChain } from './listeners.ts';
import type { UpstreamOf } from './routes.ts';

const ROUTER = `${TYPE_URL_PREFIX}envoy.extensions.filters.http.router.v3.Router`;

/** `none`: only the router, as we have it. */
export type FilterPlan =
  | { readonly status: 'none' }
  | { readonly status: 'filters'; readonly filters: readonly Written<RawEnvoyFilter>[] }
  | { readonly status: 'chain' };

export function planFilters({ manager, routes }: HttpChain, upstreamOf: UpstreamOf): FilterPlan {
  const filters = manager.http_filters ?? [];
  const last = filters.at(-1);
  const others = filters.filter((filter) => filter !== last);
  const isPlainRouter = last?.typed_config?.['@type'] === ROUTER && Object.keys(last.typed_config).length === 1;
  if (!isPlainRouter) return { status: 'chain' };
  if (others.length === 0) return { status: 'none' };
  // Configuration of routes knows filters by their names, which are others with us.
  if (JSON.stringify(routes).includes('"typed_per_filter_config"')) return { status: 'chain' };
  const made = others.map(({ name, typed_config: config, ...rest }, place) => {
    const type = config?.['@type'] ?? '';
    if (!config || Object.keys(rest).length > 0 || !HTTP_FILTERS.has(type.slice(TYPE_URL_PREFIX.length)))
      return undefined;
    return rawFilter(
      `${String(place + 1).padStart(2, '0')}-${toName(shortName(name))}`,
      jsonObject({ ...config }),
      type,
      upstreamOf,
    );
  });
  const sound = made.filter((filter) => filter !== undefined);
  return sound.length === made.length ? { status: 'filters', filters: sound } : { status: 'chain' };
}

const shortName = (name: string): string => name.slice(name.lastIndexOf('.') + 1).slice(0, 40);

/** All of them stand in one phase, where their names keep their order. */
function rawFilter(name: string, config: JsonObject, type: string, upstreamOf: UpstreamOf): Written<RawEnvoyFilter> {
  const clusters = new Map<string, string>();
  for (const cluster of clustersIn(config)) {
    const upstream = upstreamOf(cluster);
    if (upstream !== undefined) clusters.set(cluster, upstream);
  }
  const named = renameClusters(config, (cluster) => {
    const upstream = clusters.get(cluster);
    return upstream === undefined ? undefined : `{cluster:${upstream}}`;
  });
  return {
    type: 'envoy',
    name,
    phase: 'script',
    typedConfig: { ...named, '@type': type },
    ...(clusters.size > 0 && { clusters: Object.fromEntries([...clusters.values()].map((one) => [one, one])) }),
  };
}
