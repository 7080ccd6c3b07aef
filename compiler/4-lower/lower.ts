/** Stage 4: graph → Envoy resources. The only stage that speaks Envoy. */
import type { Valid } from '../2-validate/model.ts';
import { compare } from '../compare.ts';
import type { Graph, LinkedGateway, LinkedListener, LinkedTls } from '../3-link/graph.ts';
import { nodeSelector } from '../3-link/nodes.ts';
import type { Requirement } from '../5-pack/bundle.ts';
import { at } from '../diagnostics/location.ts';
import type { Report } from '../diagnostics/report.ts';
import { TypeUrl } from '../xds/index.ts';
import { lowerBootstrap } from './bootstrap.ts';
import { checkClaims } from './claims.ts';
import { createClusters } from './clusters.ts';
import { buildFilterChain, type FilterChain } from './filter-chain.ts';
import { httpsRouteName, lowerListener } from './listener.ts';
import { keepFilters, keepResources } from './keep.ts';
import { createLowerMemo, type LowerMemo } from './memo.ts';
import { lowerRateLimit } from './rate-limit.ts';
import type { LoweredGateway, LoweredResource } from './resource.ts';
import { secretReference } from './secrets.ts';
import { httpRouteConfiguration, httpsRouteConfiguration } from './virtual-host.ts';

export const lower = (graph: Graph, report: Report, memo = createLowerMemo()): readonly LoweredGateway[] =>
  graph.gateways.map((gateway) => lowerGateway(gateway, graph, report, memo));

interface GatewayContext {
  readonly gateway: LinkedGateway;
  readonly chain: FilterChain;
  readonly clusterOf: (upstream: Valid<'Upstream'>) => string;
  readonly routes: LowerMemo['routes'];
  readonly report: Report;
}

function lowerGateway(gateway: LinkedGateway, graph: Graph, report: Report, memo: LowerMemo): LoweredGateway {
  const clusters = createClusters(graph.resolve, memo);
  const { clusterOf } = clusters;
  const before = memo.gateways.get(gateway.source.key);
  const chain = keepFilters(
    before,
    buildFilterChain(gateway, { clusterOf, resolve: graph.resolve, report, memo: memo.filters }),
  );
  checkClaims(gateway, report);
  const context: GatewayContext = { gateway, chain, clusterOf, routes: memo.routes, report };
  const made = gateway.listeners.flatMap((listener) => lowerOneListener(listener, context));
  const listeners = keepResources(before, made);
  memo.gateways.set(gateway.source.key, { httpFilters: chain.httpFilters, resources: listeners });
  const named = [...clusters.secrets(), ...chain.secrets, ...secretsOf(gateway)];
  const secrets = new Map(named.map((secret) => [secret.key, secret]));
  return {
    gateway: gateway.source.key,
    source: gateway.source,
    nodes: nodeSelector(gateway.source),
    bootstrap: lowerBootstrap(gateway.source),
    resources: [...clusters.resources(), ...listeners, ...gateway.rateLimits.map(rateLimitResource)],
    secrets: [...secrets.values()].toSorted((a, b) => compare(a.key, b.key)).map(secretReference),
    documents: new Set([...documentsOf(gateway), ...clusters.upstreams(), ...secrets.values()]),
  };
}

function lowerOneListener(linked: LinkedListener, context: GatewayContext): readonly LoweredResource[] {
  const { listener } = linked;
  const origin = context.gateway.source;
  const message = lowerListener(linked, context);
  if (!message) {
    context.report('empty-listener', at(origin.document, linked.pointer), {
      name: listener.name,
      protocol: listener.protocol,
    });
    return [];
  }
  const routes = routeConfigurations(linked, context);
  return [
    {
      type: 'envoy.config.listener.v3.Listener',
      name: listener.name,
      message,
      requires: [...routes.map(({ name }) => ({ typeUrl: TypeUrl.route, name })), ...certificatesOf(linked)],
      origin,
    },
    ...routes,
  ];
}

function routeConfigurations(linked: LinkedListener, context: GatewayContext): readonly LoweredResource[] {
  const { listener, virtualHosts } = linked;
  const type = 'envoy.config.route.v3.RouteConfiguration';
  if (listener.protocol === 'HTTP') {
    const message = httpRouteConfiguration(linked, context);
    return [{ type, name: listener.name, message, requires: [], origin: context.gateway.source }];
  }
  if (listener.protocol !== 'HTTPS') return [];
  return virtualHosts.map((host) => {
    const name = httpsRouteName(listener, host);
    return {
      type,
      name,
      message: httpsRouteConfiguration(name, host, linked, context),
      requires: [],
      origin: host.source,
    };
  });
}

const certificatesOf = (linked: LinkedListener): readonly Requirement[] =>
  [...new Set(listenerSecrets(linked).map(({ key }) => key))].map((name) => ({ typeUrl: TypeUrl.secret, name }));

const listenerSecrets = ({ listener, virtualHosts, tcpRoutes }: LinkedListener): readonly Valid<'Secret'>[] =>
  [...(listener.protocol === 'HTTPS' ? virtualHosts : []), ...tcpRoutes].flatMap(({ tls }) => secretsOfTls(tls));

const secretsOfTls = ({ certificates, clientValidation }: LinkedTls = { certificates: [] }) =>
  clientValidation?.authority ? [...certificates, clientValidation.authority] : certificates;

const secretsOf = ({ listeners }: LinkedGateway): readonly Valid<'Secret'>[] => listeners.flatMap(listenerSecrets);

function* documentsOf({ source, filters, listeners, rateLimits }: LinkedGateway): Iterable<Valid> {
  yield source;
  yield* rateLimits;
  yield* filters.uses.map(({ origin }) => origin);
  for (const { virtualHosts, tcpRoutes } of listeners) {
    yield* tcpRoutes.map((route) => route.source);
    for (const host of virtualHosts) {
      yield host.source;
      yield* host.filters.uses.map(({ origin }) => origin);
      for (const route of host.routes) {
        yield route.origin;
        yield* route.filters.uses.map(({ origin }) => origin);
      }
    }
  }
}

const rateLimitResource = (source: Valid<'RateLimit'>): LoweredResource => ({
  type: 'ratelimit.config.ratelimit.v3.RateLimitConfig',
  name: source.key,
  message: lowerRateLimit(source),
  requires: [],
  origin: source,
});
