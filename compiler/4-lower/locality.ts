/** Where endpoints are, and what that means for them. */
import type { LoadBalancing } from '../2-validate/generated/types.ts';
import type { Messages } from '../xds/index.ts';

type LocalityLbConfig = Messages['envoy.extensions.load_balancing_policies.common.v3.LocalityLbConfig'];

/** Source: envoy/extensions/load_balancing_policies/common/v3/common.proto */
export const localityConfig = ({
  failTrafficOnPanic,
}: LoadBalancing): { readonly locality_lb_config?: LocalityLbConfig } =>
  failTrafficOnPanic ? { locality_lb_config: { zone_aware_lb_config: { fail_traffic_on_panic: true } } } : {};
