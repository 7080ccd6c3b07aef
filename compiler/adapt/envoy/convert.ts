/** A configuration → documents: first in words of our own, then what is still missing as patches. */
import type { AdaptOptions } from '../adapter.ts';
import { draft, type AnyDraft } from '../draft.ts';
import { createNames, toName, type TakeName } from '../names.ts';
import type { MakeRemark } from '../remark.ts';
import { placeOf } from '../source.ts';
import { compileBase, type Base } from './base.ts';
import { bootstrapResidue } from './bootstrap.ts';
import { clusterResidue } from './cluster-residue.ts';
import { toUpstream } from './clusters.ts';
import type { EnvoyConfiguration, FoundListener } from './config.ts';
import { gatewayDraft, hostDraft, tcpDraft, type DraftPlace } from './drafts.ts';
import { planFilters } from './http-filters.ts';
import { changesOf, isRecognized, planParts, type Mode, type Raw, type Recognized } from './parts.ts';
import { patchDraft } from './patches.ts';
import { rawResource, textsIn, withReferences, type RawContext } from './raw.ts';
import type { Change } from './residue.ts';
import { createSecrets } from './secrets.ts';
import { usedClusters } from './used.ts';

type Upstreams = ReadonlyMap<string, AnyDraft>;

export interface ConvertOptions extends Pick<AdaptOptions, 'namespace'> {
  /** The name of the Gateway that is made. */
  readonly gateway: string;
  readonly mode: Mode;
}

/** Nothing if what was recognized does not compile. */
export function convert(
  configuration: EnvoyConfiguration,
  { namespace, gateway, mode }: ConvertOptions,
  remark: MakeRemark,
): readonly AnyDraft[] | undefined {
  const secrets = createSecrets(createNames(), namespace, remark);
  const used = usedClusters(configuration, remark);
  const upstreams = upstreamsOf(configuration, used, { take: createNames(), secrets, namespace });
  const upstreamOf = (cluster: string) => upstreams.get(cluster)?.metadata.name;
  const context = { takeHost: createNames(), takeRoute: createNames(), upstreamOf, remark };
  const parts = planParts(configuration, mode, context);
  const recognized = parts.filter(isRecognized);
  const place: DraftPlace = {
    gateway,
    namespace,
    secrets,
    listenerOf: listenerNames(parts),
    filtersOf: ({ chain }) => planFilters(chain, upstreamOf),
  };
  const documents = (named: ReadonlySet<string> | 'all') => [
    gatewayDraft(
      recognized.map(({ plan }) => plan),
      configuration,
      place,
    ),
    ...upstreams.values(),
    ...recognized.flatMap(({ hosts }) => hosts.map((host) => hostDraft(host, place, named))),
    ...recognized.flatMap(({ tcp }) => tcp.map((route) => tcpDraft(route, place))),
    ...secrets.drafts(),
  ];
  const source = configuration.listeners[0]?.source;
  if (source && recognized.length === 0) remark('approximated', placeOf(source), NO_LISTENER, NO_LISTENER_HELP);
  const base = compileBase([...documents('all'), trialPatch(place, upstreams)], {
    upstreamOf,
    namespace: namespace ?? 'default',
    withReferences: (message) => (source ? withReferences(message, { source, name: gateway }, secrets) : message),
  });
  if ('problem' in base) return undefined;
  const keyOf = (name: string) => `${namespace ?? 'default'}/${name}`;
  const ofListeners = recognized.flatMap((part) => changesOf(part, { ...place, base, keyOf }));
  const raw = rawResources(
    configuration,
    parts.filter((part) => !isRecognized(part)),
    { used, upstreams, upstreamOf, secrets, remark },
  );
  const texts = JSON.stringify([documents('all'), ofListeners, raw]);
  const isUsed = (upstream: unknown) =>
    texts.includes(`"upstream":"${String(upstream)}"`) || texts.includes(`{cluster:${String(upstream)}}`);
  const changes = [
    ...ofListeners,
    // Routes that were left out may have been the only ones to a cluster.
    ...clusterChanges(configuration, upstreams, base).filter(({ upstream }) => isUsed(upstream)),
    ...bootstrapResidue(configuration.bootstraps, remark),
  ];
  const managers = recognized.flatMap(({ plan }) => plan.http).length;
  const patch = patchDraft({ name: gateway, ...place }, { changes, resources: raw, clusters: [], managers });
  return [...documents(rulesIn(changes)), ...(changes.length + raw.length > 0 ? [patch] : [])];
}

const NO_LISTENER =
  'a Gateway has words for none of the listeners; one that nothing uses, and that is not opened, stands there';
const NO_LISTENER_HELP = 'replace it by the first listener of your own';

/** Our names of listeners. */
function listenerNames(parts: readonly (Recognized | Raw)[]): DraftPlace['listenerOf'] {
  const take = createNames();
  const names = new Map<FoundListener, string>(parts.map(({ found, name }) => [found, take(toName(name, 'listener'))]));
  return ({ found }) => names.get(found) ?? '';
}

/** Lets all Upstreams become part of the gateway, so that their clusters can be compared. */
const trialPatch = (place: DraftPlace, upstreams: Upstreams): AnyDraft =>
  patchDraft(
    { name: 'trial', ...place },
    {
      changes: [],
      resources: [{ '@type': 'type.googleapis.com/envoy.config.route.v3.RouteConfiguration', name: 'trial' }],
      clusters: [...upstreams.values()].map(({ metadata }) => metadata.name),
      managers: 0,
    },
  );

/** Rules that a change names, as `host/rule`. */
const rulesIn = (changes: readonly Change[]): ReadonlySet<string> =>
  new Set(
    changes.flatMap(({ type, virtualHost, rule }) =>
      type === 'Route' ? [`${String(virtualHost)}/${String(rule)}`] : [],
    ),
  );

function upstreamsOf(
  { clusters, endpoints }: EnvoyConfiguration,
  used: ReadonlySet<string>,
  {
    take,
    secrets,
    namespace,
  }: Pick<RawContext, 'secrets'> & { readonly take: TakeName; readonly namespace: string | undefined },
): Upstreams {
  const made = new Map<string, AnyDraft>();
  for (const [name, found] of clusters) {
    const spec = used.has(name) ? toUpstream(found, endpoints, secrets) : undefined;
    if (spec) made.set(name, draft('Upstream', { name: take(toName(name)), namespace }, spec));
  }
  return made;
}

const clusterChanges = ({ clusters }: EnvoyConfiguration, upstreams: Upstreams, base: Base): readonly Change[] =>
  [...upstreams].flatMap(([cluster, { metadata }]) => {
    const found = clusters.get(cluster);
    return found ? clusterResidue(metadata.name, found.message, base) : [];
  });

interface RawResourcesContext extends RawContext {
  readonly used: ReadonlySet<string>;
  readonly upstreams: Upstreams;
  readonly remark: MakeRemark;
}

/** Listeners that are carried as they are, with their routes, and clusters that are no Upstreams. */
function rawResources(
  { clusters, routes }: EnvoyConfiguration,
  listeners: readonly Raw[],
  { used, upstreams, remark, ...context }: RawResourcesContext,
) {
  const named = textsIn(listeners.map(({ found }) => found.message));
  const others = [...clusters].filter(([name]) => used.has(name) && !upstreams.has(name));
  for (const [name, { source }] of others)
    remark(
      'approximated',
      placeOf(source),
      `the cluster "${name}" is carried as Envoy's own: an Upstream has no words for it`,
    );
  return [
    ...listeners.map(({ found: { message, source }, name }) =>
      rawResource('envoy.config.listener.v3.Listener', { ...message, name }, { source, name }, context),
    ),
    ...[...routes]
      .filter(([name]) => named.has(name))
      .map(([name, { message, source }]) =>
        rawResource('envoy.config.route.v3.RouteConfiguration', message, { source, name }, context),
      ),
    ...others.map(([name, { message, source }]) =>
      rawResource('envoy.config.cluster.v3.Cluster', message, { source, name }, context),
    ),
  ];
}
