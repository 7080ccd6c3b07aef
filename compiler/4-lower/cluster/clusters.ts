/** The clusters of one gateway: made when something names their upstream, and no others. */
import type { Valid } from '../../2-validate/model.ts';
import type { Graph } from '../../3-link/graph.ts';
import type { DiscoveryReference } from '../../5-pack/discovery-reference.ts';
import { lowerCluster, type LoweredCluster } from './cluster.ts';
import { discoveryReference } from './discovery.ts';
import { assignmentSettings, lowerEndpoints } from './endpoints.ts';
import type { LowerMemo } from '../memo.ts';
import type { LoweredResource } from '../resource.ts';
import { secretsOfTls } from './upstream-tls.ts';

export interface Clusters {
  /** The name of an upstream's cluster, which becomes part of the gateway. */
  readonly clusterOf: (upstream: Valid<'Upstream'>) => string;
  /** The clusters that were asked for, and their load assignments. */
  readonly resources: () => readonly LoweredResource[];
  readonly secrets: () => readonly Valid<'Secret'>[];
  readonly upstreams: () => readonly Valid<'Upstream'>[];
  /** Where the endpoints are that no document has. */
  readonly discovery: () => readonly DiscoveryReference[];
}

/** What an upstream becomes. */
export interface LoweredUpstream {
  readonly upstream: Valid<'Upstream'>;
  readonly cluster: string;
  /** The cluster, and its endpoints if the document has them. */
  readonly resources: readonly LoweredResource[];
}

/** `patch` makes of what an upstream becomes anywhere what it becomes on this gateway. */
export function createClusters(
  resolve: Graph['resolve'],
  memo: LowerMemo,
  patch: (lowered: LoweredUpstream) => LoweredUpstream,
): Clusters {
  const used = new Map<string, LoweredUpstream>();
  return {
    clusterOf: (upstream) => {
      const known = used.get(upstream.key);
      if (known) return known.cluster;
      const lowered = patch(remember(memo.upstreams, upstream, () => lowerUpstream(upstream, resolve, memo)));
      used.set(upstream.key, lowered);
      return lowered.cluster;
    },
    resources: () => [...used.values()].flatMap(({ resources }) => resources),
    secrets: () => [...used.values()].flatMap(({ upstream }) => secretsOfTls(upstream, resolve)),
    upstreams: () => [...used.values()].map(({ upstream }) => upstream),
    discovery: () => [...used.values()].flatMap(({ upstream }) => discoveryReference(upstream) ?? []),
  };
}

function lowerUpstream(upstream: Valid<'Upstream'>, resolve: Graph['resolve'], memo: LowerMemo): LoweredUpstream {
  const lowered = remember(memo.clusters, upstream.value, () => lowerCluster(upstream, resolve));
  const resources = [clusterResource(upstream, lowered), ...endpointsResource(upstream, memo)];
  return { upstream, cluster: lowered.name, resources };
}

const clusterResource = (origin: Valid<'Upstream'>, { name, cluster, requires }: LoweredCluster): LoweredResource => ({
  type: 'envoy.config.cluster.v3.Cluster',
  name,
  message: cluster,
  requires,
  origin,
});

function endpointsResource(origin: Valid<'Upstream'>, memo: LowerMemo): readonly LoweredResource[] {
  const { spec } = origin.value;
  const { endpoints } = spec;
  if (!endpoints) return [];
  const message = remember(memo.endpoints, origin.value, () =>
    lowerEndpoints(origin.key, endpoints, assignmentSettings(spec)),
  );
  return [{ type: 'envoy.config.endpoint.v3.ClusterLoadAssignment', name: origin.key, message, requires: [], origin }];
}

function remember<K extends object, V>(memo: WeakMap<K, V>, key: K, make: () => V): V {
  const known = memo.get(key);
  if (known !== undefined) return known;
  const made = make();
  memo.set(key, made);
  return made;
}
