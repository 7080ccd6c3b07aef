/** Inline endpoints → load assignment. Source: envoy/config/endpoint/v3/endpoint.proto. */
import type { Endpoint } from '../../2-validate/generated/types.ts';
import type { Valid } from '../../2-validate/model.ts';
import type { Messages } from '../../xds/index.ts';
import { byAddress, endpointAddress } from './endpoint-address.ts';
import { healthCheckConfig } from './endpoint-health-check.ts';
import { endpointMetadata, healthStatus } from '../labels.ts';
import { assignmentPolicy, groupEndpoints, groupSettings } from './locality.ts';

type LoadAssignment = Messages['envoy.config.endpoint.v3.ClusterLoadAssignment'];

/** Endpoints are sorted, since Envoy spreads requests over them in any order, and so that diffs are small. */
export const lowerEndpoints = (upstream: Valid<'Upstream'>, endpoints: readonly Endpoint[]): LoadAssignment => ({
  cluster_name: upstream.key,
  ...(endpoints.length > 0 && {
    endpoints: groupEndpoints(endpoints.toSorted(byAddress)).map((group) => ({
      ...groupSettings(group, upstream.value.spec.loadBalancing),
      lb_endpoints: group.endpoints.map((endpoint) => lowerEndpoint(endpoint, upstream)),
    })),
  }),
  ...assignmentPolicy(upstream.value.spec.loadBalancing),
});

function lowerEndpoint(endpoint: Endpoint, upstream: Valid<'Upstream'>) {
  const { weight, hostname } = endpoint;
  return {
    endpoint: {
      ...endpointAddress(endpoint),
      ...healthCheckConfig(endpoint, upstream),
      ...(hostname !== undefined && { hostname }),
    },
    ...healthStatus(endpoint),
    ...endpointMetadata(endpoint),
    ...(weight !== undefined && { load_balancing_weight: weight }),
  };
}
