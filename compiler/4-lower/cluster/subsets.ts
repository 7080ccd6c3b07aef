/** Parts of an upstream's endpoints. */
import type { LoadBalancing, Subsets, SubsetSelector } from '../../2-validate/generated/types.ts';
import { any, type Any, type Messages } from '../../xds/index.ts';
import { loadBalancingMetadata } from '../labels.ts';

const SUBSET = 'envoy.extensions.load_balancing_policies.subset.v3.Subset';

type Selector = Messages['envoy.extensions.load_balancing_policies.subset.v3.Subset.LbSubsetSelector'];
type Labels = Readonly<Record<string, string>>;

const FALLBACKS = { any: 'ANY_ENDPOINT', none: 'NO_FALLBACK', default: 'DEFAULT_SUBSET' } as const;

/**
 * Spreads requests over the endpoints of the part that they choose.
 *
 * Source: https://www.envoyproxy.io/docs/envoy/v1.40.0/intro/arch_overview/upstream/load_balancing/subsets
 */
export const subsetPolicy = (
  { selectors, fallback, defaultSubset, scaleLocalityWeights }: Subsets,
  { localityWeights }: LoadBalancing,
  within: Messages['envoy.config.cluster.v3.LoadBalancingPolicy'],
): Any =>
  any(SUBSET, {
    fallback_policy: FALLBACKS[fallback],
    ...(defaultSubset && { default_subset: defaultSubset }),
    subset_selectors: selectors.map(lowerSelector),
    ...(localityWeights && { locality_weight_aware: true }),
    ...(scaleLocalityWeights && { scale_locality_weight: true }),
    subset_lb_policy: within,
  });

const lowerSelector = ({ keys, fallback, fallbackKeys }: SubsetSelector): Selector => ({
  keys,
  ...(fallbackKeys
    ? { fallback_policy: 'KEYS_SUBSET', fallback_keys_subset: fallbackKeys }
    : { fallback_policy: FALLBACKS[fallback] }),
});

/** How a route chooses a part. */
export const subsetMatch = (
  subset: Labels | undefined,
): { readonly metadata_match?: Messages['envoy.config.core.v3.Metadata'] } =>
  subset ? { metadata_match: loadBalancingMetadata(subset) } : {};
