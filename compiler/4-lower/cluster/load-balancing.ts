/** How requests are spread. Source: envoy/extensions/load_balancing_policies/. */
import type {
  ConsistentHashing,
  EndpointOverride,
  LoadBalancing,
  SlowStart,
} from '../../2-validate/generated/types.ts';
import { perObject } from '../../per-object.ts';
import { any, type Any, type Messages } from '../../xds/index.ts';
import { roundRobinByReports } from './client-side-weights.ts';
import { localityConfig, localityWeighted } from './locality.ts';
import { duration } from '../quantities.ts';
import { subsetPolicy } from './subsets.ts';

type Policy = Messages['envoy.config.cluster.v3.LoadBalancingPolicy'];

/** Most upstreams share the one object that a missing `loadBalancing` stands for. */
export const loadBalancingPolicy = perObject((settings: LoadBalancing): Policy => {
  const { subsets, endpointOverride } = settings;
  const own = ownPolicy(settings);
  const within = subsets ? policyOf('subset', subsetPolicy(subsets, settings, own)) : own;
  return endpointOverride ? policyOf('override_host', overridePolicy(endpointOverride, within)) : within;
});

function ownPolicy(settings: LoadBalancing): Policy {
  const { policy, localityWeights } = settings;
  const own = policyOf(NAMES[policy], ALGORITHMS[policy](settings));
  // This one knows nothing of localities itself, and another chooses among them for it.
  return localityWeights && policy === 'clientSideWeightedRoundRobin'
    ? policyOf('wrr_locality', any(WRR_LOCALITY, { endpoint_picking_policy: own }))
    : own;
}

const WRR_LOCALITY = 'envoy.extensions.load_balancing_policies.wrr_locality.v3.WrrLocality';

const policyOf = (name: string, typedConfig: Any): Policy => ({
  policies: [{ typed_extension_config: { name: `envoy.load_balancing_policies.${name}`, typed_config: typedConfig } }],
});

const NAMES = {
  leastRequest: 'least_request',
  roundRobin: 'round_robin',
  random: 'random',
  ringHash: 'ring_hash',
  maglev: 'maglev',
  clientSideWeightedRoundRobin: 'client_side_weighted_round_robin',
} as const satisfies Record<LoadBalancing['policy'], string>;

const ALGORITHMS: { readonly [P in LoadBalancing['policy']]: (settings: LoadBalancing) => Any } = {
  leastRequest,
  roundRobin: (settings) =>
    any('envoy.extensions.load_balancing_policies.round_robin.v3.RoundRobin', {
      ...slowStart(settings),
      ...localityConfig(settings),
    }),
  random: (settings) => any('envoy.extensions.load_balancing_policies.random.v3.Random', localityConfig(settings)),
  ringHash,
  maglev: (settings) =>
    any('envoy.extensions.load_balancing_policies.maglev.v3.Maglev', {
      ...(settings.maglev && { table_size: String(settings.maglev.tableSize) }),
      ...hashing(settings.consistentHashing),
      ...localityWeighted(settings),
    }),
  clientSideWeightedRoundRobin: (settings) => roundRobinByReports(settings, slowStart(settings)),
};

function leastRequest(settings: LoadBalancing): Any {
  const { choices, fullScan, activeRequestBias } = settings.leastRequest ?? {};
  return any('envoy.extensions.load_balancing_policies.least_request.v3.LeastRequest', {
    ...(choices !== undefined && !fullScan && { choice_count: choices }),
    ...(activeRequestBias !== undefined && {
      active_request_bias: { default_value: activeRequestBias, runtime_key: 'enroute.active_request_bias' },
    }),
    ...slowStart(settings),
    ...localityConfig(settings),
    ...(fullScan && { selection_method: 'FULL_SCAN' }),
  });
}

const HASH_FUNCTIONS = { xxHash: 'XX_HASH', murmurHash2: 'MURMUR_HASH_2' } as const;

function ringHash(settings: LoadBalancing): Any {
  const { ringHash: ring, consistentHashing } = settings;
  return any('envoy.extensions.load_balancing_policies.ring_hash.v3.RingHash', {
    ...(ring && {
      hash_function: HASH_FUNCTIONS[ring.hashFunction],
      minimum_ring_size: String(ring.minimumSize),
      maximum_ring_size: String(ring.maximumSize),
    }),
    ...hashing(consistentHashing),
    ...localityWeighted(settings),
  });
}

/** Source: envoy/extensions/load_balancing_policies/override_host/v3/override_host.proto */
const overridePolicy = (sources: readonly EndpointOverride[], within: Policy): Any =>
  any('envoy.extensions.load_balancing_policies.override_host.v3.OverrideHost', {
    override_host_sources: sources.map(({ header, metadata }) => ({
      ...(header !== undefined && { header }),
      ...(metadata && { metadata: { key: metadata.namespace, path: metadata.path.map((key) => ({ key })) } }),
    })),
    fallback_policy: within,
  });

const hashing = (settings: ConsistentHashing | undefined) =>
  settings && {
    consistent_hashing_lb_config: {
      ...(settings.useHostname && { use_hostname_for_hashing: true }),
      ...(settings.balanceFactor !== undefined && { hash_balance_factor: settings.balanceFactor }),
    },
  };

const slowStart = (settings: LoadBalancing) =>
  settings.slowStart && { slow_start_config: slowStartConfig(settings.slowStart) };

const slowStartConfig = ({ window, aggression, minimumShare }: SlowStart) => ({
  slow_start_window: duration(window),
  aggression: { default_value: aggression, runtime_key: 'enroute.slow_start_aggression' },
  min_weight_percent: { value: minimumShare },
});

/** What all policies have in common. Source: envoy/config/cluster/v3/cluster.proto, Cluster.CommonLbConfig. */
export const commonLoadBalancing = ({
  panicThreshold,
  drainingKeepsSessions,
}: LoadBalancing): Messages['envoy.config.cluster.v3.Cluster.CommonLbConfig'] => ({
  healthy_panic_threshold: { value: panicThreshold },
  ...(drainingKeepsSessions && { override_host_status: { statuses: ['UNKNOWN', 'HEALTHY', 'DEGRADED', 'DRAINING'] } }),
});
