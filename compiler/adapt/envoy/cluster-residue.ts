/** What clusters say beyond the Upstreams that were made of them, as changes. */
import type { JsonObject, Messages } from '../../xds/index.ts';
import type { Base } from './base.ts';
import { healthChecks } from './clusters.ts';
import { difference, without } from './difference.ts';
import type { Change } from './residue.ts';

const CLUSTER = 'envoy.config.cluster.v3.Cluster';
type Cluster = Messages[typeof CLUSTER];

/** What an Upstream says in words of its own. */
const SAID = [
  'name',
  'alt_stat_name',
  'type',
  'load_assignment',
  'eds_cluster_config',
  'dns_lookup_family',
  'lb_policy',
  'transport_socket',
];

export function clusterResidue(upstream: string, cluster: Cluster, base: Base): readonly Change[] {
  const lowered = base.cluster(upstream);
  if (!lowered) return [];
  const said = [...SAID, ...(healthChecks(cluster).healthChecks ? ['health_checks'] : []), ...limits(cluster)];
  const theirs = without(base.theirs(CLUSTER, cluster), said);
  const merge = difference(without(base.ours(CLUSTER, lowered), said), theirs, 'leave');
  const endpoints = endpointsResidue(cluster);
  return [
    ...(merge ? [{ type: 'Cluster' as const, upstream, merge }] : []),
    ...(endpoints ? [{ type: 'ClusterLoadAssignment' as const, upstream, merge: endpoints }] : []),
  ];
}

/** One set of limits is what an Upstream has. */
const limits = ({ circuit_breakers: breakers }: Cluster): readonly string[] => {
  const [only, ...others] = breakers?.thresholds ?? [];
  const isOurs = (key: string) => /^(priority|max_(connections|pending_requests|requests|retries))$/.test(key);
  const isPlain =
    only && others.length === 0 && Object.keys(only).every(isOurs) && (only.priority ?? 'DEFAULT') === 'DEFAULT';
  return isPlain ? ['circuit_breakers'] : [];
};

/** Labels and states of listed endpoints. */
function endpointsResidue({ type = 'STATIC', load_assignment: assignment }: Cluster): JsonObject | undefined {
  if (type !== 'STATIC' || !assignment) return undefined;
  const { endpoints = [], policy } = assignment;
  const isPlain = endpoints.every(
    ({ lb_endpoints = [], ...group }) => hasOnly(group, ['priority']) && lb_endpoints.every(isPlainEndpoint),
  );
  if (isPlain && !policy) return undefined;
  return JSON.parse(JSON.stringify({ ...(!isPlain && { endpoints }), ...(policy && { policy }) }));
}

const isPlainEndpoint = ({ endpoint, ...rest }: Messages['envoy.config.endpoint.v3.LbEndpoint']): boolean =>
  hasOnly(rest, ['load_balancing_weight']) && hasOnly(endpoint ?? {}, ['address']);

const hasOnly = (object: object, keys: readonly string[]): boolean =>
  Object.keys(object).every((key) => keys.includes(key));
