/**
 * What requests must pass on the way to some upstreams, after all filters of the document: it sees the request as the
 * upstream will see it. Like all entries of the chain these are switched off, and on for the routes that lead there.
 */
import type { HostRewrite, UpstreamSpec } from '../../2-validate/generated/types.ts';
import type { Valid } from '../../2-validate/model.ts';
import type { LinkedRoute, LinkedVirtualHost } from '../../3-link/graph.ts';
import { perObject } from '../../per-object.ts';
import { compare } from '../../compare.ts';
import { any, type Any, type Messages } from '../../xds/index.ts';
import { dnsCache, hostCheck } from './dynamic-forward-proxy.ts';
import type { PerFilterConfig } from '../http-filters/filter-chain.ts';
import { hasAlternateProtocols } from './http3-upstream.ts';
import { SWITCHED_ON } from '../http-filters/switches.ts';

type HttpFilter = Messages['envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter'];

/** An entry of the chain, and what switches it on for a route. */
interface UpstreamFilter {
  readonly name: string;
  readonly chain: Any;
  readonly perRoute: Any;
}

/** The entries that the routes of hosts need, in their order in the chain; most need none. */
export function upstreamEntries(hosts: readonly LinkedVirtualHost[]): readonly HttpFilter[] {
  const entries = new Map<string, Any>();
  for (const { routes } of hosts) {
    for (const route of routes) for (const { name, chain } of filtersTowards(route)) entries.set(name, chain);
  }
  return [...entries].map(([name, chain]) => ({ name, typed_config: chain, disabled: true })).toSorted(byName);
}

/** The per-route configuration of a route, with what its upstream needs. */
export function withUpstreamFilters(config: PerFilterConfig, route: LinkedRoute): PerFilterConfig {
  const filters = filtersTowards(route);
  if (filters.length === 0) return config;
  const own = filters.map(({ name, perRoute }): [string, Any] => [name, perRoute]);
  return Object.fromEntries([...Object.entries(config), ...own].toSorted(([a], [b]) => compare(a, b)));
}

const NONE: readonly UpstreamFilter[] = [];

function filtersTowards({ targets, rule }: LinkedRoute): readonly UpstreamFilter[] {
  if (!targets.some(({ upstream }) => needsFilters(upstream.value.spec))) return NONE;
  return targets.flatMap(({ upstream }) => filtersOf(upstream)(rule.forward?.rewrite?.host));
}

const needsFilters = (spec: UpstreamSpec): boolean =>
  spec.dynamicForwardProxy !== undefined || hasAlternateProtocols(spec);

/** Always the same objects for the same upstream and header, so that routes can be remembered. */
const filtersOf = perObject((upstream: Valid<'Upstream'>) => {
  const known = new Map<string | undefined, readonly UpstreamFilter[]>();
  return (rewrite: HostRewrite | undefined): readonly UpstreamFilter[] => {
    const filters = known.get(rewrite?.header) ?? makeFilters(upstream, rewrite?.header);
    known.set(rewrite?.header, filters);
    return filters;
  };
});

const makeFilters = (upstream: Valid<'Upstream'>, hostHeader: string | undefined): readonly UpstreamFilter[] => [
  ...forwardProxyFilters(upstream, hostHeader),
  ...(hasAlternateProtocols(upstream.value.spec) ? ALTERNATE_PROTOCOLS : []),
];

const HOSTS = 'upstream/allowed-hosts';
const FORWARD_PROXY = 'upstream/dynamic-forward-proxy';

function forwardProxyFilters(upstream: Valid<'Upstream'>, hostHeader: string | undefined): readonly UpstreamFilter[] {
  const { dynamicForwardProxy } = upstream.value.spec;
  if (!dynamicForwardProxy) return [];
  const cache = dnsCache(upstream.key, dynamicForwardProxy);
  return [
    {
      name: HOSTS,
      chain: any('envoy.extensions.filters.http.rbac.v3.RBAC', {}),
      perRoute: any('envoy.extensions.filters.http.rbac.v3.RBACPerRoute', {
        rbac: { rules: hostCheck(upstream.value.spec, hostHeader) },
      }),
    },
    {
      name: `${FORWARD_PROXY}@${cache.name}`,
      chain: any('envoy.extensions.filters.http.dynamic_forward_proxy.v3.FilterConfig', { dns_cache_config: cache }),
      perRoute:
        hostHeader === undefined
          ? SWITCHED_ON
          : any('envoy.extensions.filters.http.dynamic_forward_proxy.v3.PerRouteConfig', {
              host_rewrite_header: hostHeader,
            }),
    },
  ];
}

/** What answers say in `alt-svc` is read, and then removed: it is true of the upstream, and not of this gateway. */
const ALTERNATE_PROTOCOLS: readonly UpstreamFilter[] = [
  {
    name: 'upstream/alt-svc',
    chain: any('envoy.extensions.filters.http.header_mutation.v3.HeaderMutation', { mutations: {} }),
    perRoute: any('envoy.extensions.filters.http.header_mutation.v3.HeaderMutationPerRoute', {
      mutations: { response_mutations: [{ remove: 'alt-svc' }] },
    }),
  },
  {
    name: 'upstream/alternate-protocols',
    chain: any('envoy.extensions.filters.http.alternate_protocols_cache.v3.FilterConfig', {}),
    perRoute: SWITCHED_ON,
  },
];

/**
 * The alphabet has them in the right order: who may not go there is refused before anybody resolves the host, and an
 * answer, which comes from below, is read before it is changed.
 */
const byName = (a: { readonly name: string }, b: { readonly name: string }): number => compare(a.name, b.name);
