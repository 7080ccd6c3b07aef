/** Virtual hosts and the route configurations that hold them. Source: envoy/config/route/v3/. */
import type { LinkedGateway, LinkedListener, LinkedRoute, LinkedVirtualHost } from '../../3-link/graph.ts';
import type { Valid } from '../../2-validate/model.ts';
import { perObject } from '../../per-object.ts';
import type { Messages } from '../../xds/index.ts';
import type { FilterChain, InForce } from '../http-filters/filter-chain.ts';
import { headerMatch } from './match.ts';
import type { Patches } from '../patch/patches.ts';
import type { RouteMemo } from '../memo.ts';
import { advertises, alternativeService } from '../listener/http3.ts';
import { routeLookup } from './route-tree.ts';
import { lowerRoute, redirectCode } from './route.ts';
import type { SharedHost } from './shared-route-resources.ts';
import { withUpstreamFilters } from '../cluster/upstream-filters.ts';
import { lowerRouteTracing } from '../observability/tracing.ts';

type EnvoyVirtualHost = Messages['envoy.config.route.v3.VirtualHost'];
type RouteConfiguration = Messages['envoy.config.route.v3.RouteConfiguration'];

export interface VirtualHostContext {
  readonly gateway: LinkedGateway;
  readonly chain: FilterChain;
  readonly clusterOf: (upstream: Valid<'Upstream'>) => string;
  readonly routes: RouteMemo;
  readonly patches: Pick<Patches, 'route'>;
}

/** What the hosts of an HTTP listener do, each with the document that it comes from. */
export function httpHosts(linked: LinkedListener, context: VirtualHostContext): readonly SharedHost[] {
  const { listener, virtualHosts } = linked;
  const { redirectToHttps } = listener;
  if (!redirectToHttps) return virtualHosts.map((one) => ({ host: plainTextHost(one, context), origin: one.source }));
  const host = redirectingHost(listener.name, ['*'], redirectToHttps.port, redirectToHttps.statusCode);
  return [{ host, origin: context.gateway.source }];
}

/**
 * The route configuration of one host on an HTTPS listener.
 *
 * A connection that was opened for this host's certificate carries requests for this host only: those for others are
 * sent back to where they belong (RFC 9110, section 15.5.20).
 */
export function httpsRouteConfiguration(
  name: string,
  host: LinkedVirtualHost,
  linked: LinkedListener,
  context: VirtualHostContext,
): RouteConfiguration {
  const { listener } = linked;
  const { hostnames } = host.source.value.spec;
  const elsewhere = [...hostnamesWithin(host, linked), ...(hostnames.includes('*') ? [] : ['*'])];
  return routeConfiguration(
    name,
    [servingHost(host, context), ...(elsewhere.length > 0 ? [misdirectedHost(elsewhere)] : [])],
    context,
    advertises(listener, host) ? [alternativeService(listener)] : [],
  );
}

/** Sends requests for host names back to where they belong. */
export const misdirectedHost = (domains: readonly string[]): EnvoyVirtualHost => ({
  name: 'misdirected',
  domains,
  routes: [answer(421)],
});

/** Names of other hosts that a wildcard of this one would take, and that have connections of their own. */
function hostnamesWithin(host: LinkedVirtualHost, { virtualHosts, tcpRoutes }: LinkedListener): readonly string[] {
  const endings = host.source.value.spec.hostnames
    .filter((hostname) => hostname.startsWith('*'))
    .map((wildcard) => wildcard.slice(1).toLowerCase());
  if (endings.length === 0) return [];
  return [...virtualHosts, ...tcpRoutes]
    .filter((other) => other !== host)
    .flatMap(({ source }) => (source.value.spec.hostnames ?? []).map((hostname) => hostname.toLowerCase()))
    .filter((hostname) => endings.some((ending) => hostname.endsWith(ending)));
}

export function routeConfiguration(
  name: string,
  hosts: readonly EnvoyVirtualHost[],
  context: VirtualHostContext,
  responseHeaders: NonNullable<RouteConfiguration['response_headers_to_add']> = [],
): RouteConfiguration {
  const config = gatewayFilters(context);
  const longest = longestBody(context.gateway);
  return {
    name,
    virtual_hosts: hosts,
    ignore_port_in_host_matching: true,
    ...(responseHeaders.length > 0 && { response_headers_to_add: responseHeaders }),
    ...(Object.keys(config).length > 0 && { typed_per_filter_config: config }),
    ...(longest > DEFAULT_LONGEST_BODY && { max_direct_response_body_size_bytes: longest }),
  };
}

/** What the filters of a gateway are told for all its hosts. */
export const gatewayFilters = ({ gateway, chain }: VirtualHostContext) =>
  chain.configure('gateway', gateway.filters, NOTHING).config;

const NOTHING: InForce = new Map();

/** What Envoy allows of a direct response if it is told nothing. */
const DEFAULT_LONGEST_BODY = 4096;

/** All route configurations of a gateway allow the same, so it is found out once. */
const longestBody = perObject(({ listeners }: LinkedGateway): number => {
  let longest = 0;
  for (const { routes } of listeners.flatMap(({ virtualHosts }) => virtualHosts)) {
    for (const { rule } of routes) longest = Math.max(longest, rule.respond?.body?.length ?? 0);
  }
  return longest * BYTES_PER_CHARACTER;
});

/** The most bytes that UTF-8 takes for one UTF-16 code unit. */
const BYTES_PER_CHARACTER = 3;

/** A host that has certificates, on a listener without TLS. */
function plainTextHost(host: LinkedVirtualHost, context: VirtualHostContext): EnvoyVirtualHost {
  const { key, value } = host.source;
  if (host.tls?.plainText === 'redirect') return redirectingHost(key, value.spec.hostnames, host.redirectPort, 301);
  if (host.tls?.plainText === 'reject') return { name: key, domains: value.spec.hostnames, routes: [answer(426)] };
  return servingHost(host, context);
}

function redirectingHost(
  name: string,
  domains: readonly string[],
  port: number,
  statusCode: Parameters<typeof redirectCode>[0],
): EnvoyVirtualHost {
  const redirect = { https_redirect: true, response_code: redirectCode(statusCode) };
  const withPort = { ...redirect, port_redirect: port };
  if (port !== HTTPS_PORT) return { name, domains, routes: [{ match: { prefix: '/' }, redirect: withPort }] };
  // Envoy keeps the port that a client asked for, unless it is told another; and when told, it writes even this one.
  return {
    name,
    domains,
    routes: [
      { match: { prefix: '/', headers: [HAS_PORT] }, redirect: withPort },
      { match: { prefix: '/' }, redirect },
    ],
  };
}

const HTTPS_PORT = 443;
const HAS_PORT = { name: ':authority', string_match: { safe_regex: { regex: '.*:[0-9]+' } } };

const answer = (status: number) => ({ match: { prefix: '/' }, direct_response: { status } });

export function servingHost(host: LinkedVirtualHost, context: VirtualHostContext): EnvoyVirtualHost {
  const { chain, gateway } = context;
  const outer = chain.configure('gateway', gateway.filters, NOTHING).inForce;
  const { config, inForce } = chain.configure('virtual-host', host.filters, outer);
  return {
    name: host.source.key,
    domains: host.source.value.spec.hostnames,
    ...virtualClusters(host),
    ...routeLookup(
      host.routes.map((route) => routeOf(route, inForce, context)),
      context.routes,
    ),
    ...(Object.keys(config).length > 0 && { typed_per_filter_config: config }),
  };
}

const virtualClusters = ({ source }: LinkedVirtualHost): Pick<EnvoyVirtualHost, 'virtual_clusters'> => {
  const { virtualClusters: groups } = source.value.spec;
  if (groups.length === 0) return {};
  return { virtual_clusters: groups.map(({ name, headers }) => ({ name, headers: headers.map(headerMatch) })) };
};

function routeOf(route: LinkedRoute, around: InForce, context: VirtualHostContext) {
  const { chain, clusterOf, routes, patches, gateway } = context;
  const config = withUpstreamFilters(chain.configure('route', route.filters, around).config, route);
  const { tracing: outer } = gateway.source.value.spec;
  const tracing = outer && route.rule.tracing && lowerRouteTracing(route.rule.tracing, outer.sampling);
  const surroundings = { config, tracing };
  // All of them are asked for, whether or not the route is made anew: so they become part of the gateway.
  for (const { upstream } of route.targets) clusterOf(upstream);
  for (const { upstream } of route.mirrors) clusterOf(upstream);
  const clusters = () => [...route.targets, ...route.mirrors].map(({ upstream }) => clusterOf(upstream));
  const make = () => patches.route(route, lowerRoute(route, { clusterOf, ...surroundings }));
  return routes.remember(route, surroundings, clusters, make);
}
