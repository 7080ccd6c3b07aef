/** Stage 4: graph → Envoy resources. The only stage that speaks Envoy. */
import type { Valid } from '../2-validate/model.ts';
import { compare } from '../compare.ts';
import type { Graph, LinkedGateway } from '../3-link/graph.ts';
import { nodeSelector } from '../3-link/gateway/nodes.ts';
import type { Report } from '../diagnostics/report.ts';
import { lowerBootstrap } from './bootstrap/bootstrap.ts';
import { sdsFiles } from './bootstrap/relay-tls.ts';
import { checkClaimRoutes } from './route/claim-routes.ts';
import { checkClaims } from './http-filters/claims.ts';
import { createClusters } from './cluster/clusters.ts';
import { buildFilterChain } from './http-filters/filter-chain.ts';
import { listenerResources, listenerSecrets, type ListenerContext } from './listener/listener-resources.ts';
import { keepResources } from './keep.ts';
import { createLowerMemo, type LowerMemo } from './memo.ts';
import { lowerObservability } from './observability/observability.ts';
import { lowerRateLimit } from './rate-limit.ts';
import { patchNotes } from './patch/marks.ts';
import { openPatches } from './patch/patches.ts';
import type { LoweredGateway, LoweredResource } from './resource.ts';
import { lowerRollout } from './rollout.ts';
import { documentOf, secretReference, type NeededSecret } from './secrets.ts';

export const lower = (graph: Graph, report: Report, memo = createLowerMemo()): readonly LoweredGateway[] =>
  graph.gateways.map((gateway) => lowerGateway(gateway, graph, report, memo));

function lowerGateway(gateway: LinkedGateway, graph: Graph, report: Report, memo: LowerMemo): LoweredGateway {
  const clusterOf = (upstream: Valid<'Upstream'>): string => clusters.clusterOf(upstream);
  const patches = openPatches(gateway, { clusterOf, resolve: graph.resolve, report, memo });
  const clusters = createClusters(graph.resolve, memo, patches.upstream);
  const before = memo.gateways.get(gateway.source.key);
  const chain = buildFilterChain(gateway, {
    clusterOf,
    resolve: graph.resolve,
    report,
    memo: memo.filters,
    before: before?.chains,
  });
  checkClaims(gateway, report);
  checkClaimRoutes(gateway, report);
  const observability = lowerObservability(gateway, clusterOf, report);
  const context: ListenerContext = {
    gateway,
    chain,
    observability,
    clusterOf,
    routes: patches.routes,
    patches,
    report,
  };
  const made = gateway.listeners.flatMap((listener) =>
    patches.listener(listener, listenerResources(listener, context)),
  );
  const listeners = keepResources(before, made);
  memo.gateways.set(gateway.source.key, { chains: chain.chains, resources: listeners });
  const resources = patches.resources(() => [
    ...clusters.resources(),
    ...listeners,
    ...gateway.rateLimits.map(rateLimitResource),
  ]);
  const named: readonly NeededSecret[] = [
    ...clusters.secrets(),
    ...patches.secrets(),
    ...chain.secrets,
    ...secretsOf(gateway),
  ];
  const secrets = new Map(named.map((secret) => [secret.key, secret]));
  const { rollout } = gateway.source.value.spec;
  return {
    gateway: gateway.source.key,
    source: gateway.source,
    nodes: nodeSelector(gateway.source),
    bootstrap: patches.bootstrap(lowerBootstrap(gateway.source)),
    sdsFiles: sdsFiles(gateway.source.value.spec.relay.tls),
    resources,
    secrets: [...secrets.values()].toSorted((a, b) => compare(a.key, b.key)).map(secretReference),
    discovery: clusters.discovery().toSorted((a, b) => compare(a.name, b.name)),
    ...(rollout && { rollout: lowerRollout(rollout) }),
    patches: patchNotes(gateway, resources),
    documents: new Set([
      ...documentsOf(gateway),
      ...patches.documents,
      ...clusters.upstreams(),
      ...[...secrets.values()].map(documentOf),
    ]),
  };
}

const secretsOf = ({ listeners }: LinkedGateway): readonly Valid<'Secret'>[] => listeners.flatMap(listenerSecrets);

function* documentsOf({ source, filters, listeners, rateLimits }: LinkedGateway): Iterable<Valid> {
  yield source;
  yield* rateLimits;
  yield* filters.uses.map(({ origin }) => origin);
  for (const { virtualHosts, tcpRoutes, udpRoutes } of listeners) {
    yield* tcpRoutes.map((route) => route.source);
    yield* udpRoutes.map((route) => route.source);
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
