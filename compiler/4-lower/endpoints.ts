/** Inline endpoints → load assignment. Source: envoy/config/endpoint/v3/endpoint.proto. */
import type { Endpoint } from '../2-validate/generated/types.ts';
import type { Valid } from '../2-validate/model.ts';
import type { Messages } from '../xds/index.ts';
import { byAddress, endpointAddress } from './endpoint-address.ts';
import { healthCheckConfig } from './health-check.ts';

/** Endpoints are sorted, since Envoy spreads requests over them in any order, and so that diffs are small. */
export const lowerEndpoints = (
  upstream: Valid<'Upstream'>,
  endpoints: readonly Endpoint[],
): Messages['envoy.config.endpoint.v3.ClusterLoadAssignment'] => ({
  cluster_name: upstream.key,
  ...(endpoints.length > 0 && {
    endpoints: [{ lb_endpoints: endpoints.toSorted(byAddress).map((endpoint) => lowerEndpoint(endpoint, upstream)) }],
  }),
});

function lowerEndpoint(endpoint: Endpoint, upstream: Valid<'Upstream'>) {
  const { weight, hostname } = endpoint;
  return {
    endpoint: {
      ...endpointAddress(endpoint),
      ...healthCheckConfig(endpoint, upstream),
      ...(hostname !== undefined && { hostname }),
    },
    ...(weight !== undefined && { load_balancing_weight: weight }),
  };
}
