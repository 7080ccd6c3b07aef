import type { LoadBalancing } from '../2-validate/generated/types.ts';
import { any, type Any, type Messages } from '../xds/index.ts';

/** Source: envoy/config/cluster/v3/cluster.proto, LoadBalancingPolicy, and envoy/extensions/load_balancing_policies/. */
export const loadBalancingPolicy = (
  policy: LoadBalancing['policy'],
): Messages['envoy.config.cluster.v3.LoadBalancingPolicy'] => ({
  policies: [{ typed_extension_config: POLICIES[policy] }],
});

const extension = (name: string, typedConfig: Any) => ({
  name: `envoy.load_balancing_policies.${name}`,
  typed_config: typedConfig,
});

const POLICIES = {
  leastRequest: extension(
    'least_request',
    any('envoy.extensions.load_balancing_policies.least_request.v3.LeastRequest', {}),
  ),
  roundRobin: extension('round_robin', any('envoy.extensions.load_balancing_policies.round_robin.v3.RoundRobin', {})),
  random: extension('random', any('envoy.extensions.load_balancing_policies.random.v3.Random', {})),
  ringHash: extension('ring_hash', any('envoy.extensions.load_balancing_policies.ring_hash.v3.RingHash', {})),
  maglev: extension('maglev', any('envoy.extensions.load_balancing_policies.maglev.v3.Maglev', {})),
};
