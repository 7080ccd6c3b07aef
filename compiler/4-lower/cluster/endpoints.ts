/** Endpoints → load assignment. Source: envoy/config/endpoint/v3/endpoint.proto. */
import type { Endpoint, UpstreamSpec } from '../../2-validate/generated/types.ts';
import type { AssignmentSettings } from '../../5-pack/discovery-reference.ts';
import type { Messages } from '../../xds/index.ts';
import { byAddress, endpointAddress } from './endpoint-address.ts';
import { healthCheckConfig } from './endpoint-health-check.ts';
import { endpointMetadata, healthStatus } from '../labels.ts';
import { assignmentPolicy, groupEndpoints, groupSettings } from './locality.ts';

type LoadAssignment = Messages['envoy.config.endpoint.v3.ClusterLoadAssignment'];

/** Endpoints are sorted, since Envoy spreads requests over them in any order, and so that diffs are small. */
export const lowerEndpoints = (
  name: string,
  endpoints: readonly Endpoint[],
  settings: AssignmentSettings,
): LoadAssignment => ({
  cluster_name: name,
  ...(endpoints.length > 0 && {
    endpoints: groupEndpoints(endpoints.toSorted(byAddress)).map((group) => ({
      ...groupSettings(group, settings),
      lb_endpoints: group.endpoints.map((endpoint) => lowerEndpoint(endpoint, settings)),
    })),
  }),
  ...assignmentPolicy(settings),
});

/** What an upstream says of its endpoints, whichever they are. */
export function assignmentSettings({ healthChecks, loadBalancing }: UpstreamSpec): AssignmentSettings {
  const { localityWeights, overprovisioningFactor, weightedPriorityHealth } = loadBalancing;
  const isNamed = healthChecks.some(({ http, grpc }) => http?.hostname !== undefined || grpc?.hostname !== undefined);
  return {
    checksHostnames: healthChecks.length > 0 && !isNamed,
    overprovisioningFactor,
    ...(weightedPriorityHealth && { weightedPriorityHealth }),
    ...(localityWeights && { localityWeights }),
  };
}

function lowerEndpoint(endpoint: Endpoint, { checksHostnames }: AssignmentSettings) {
  const { weight, hostname } = endpoint;
  return {
    endpoint: {
      ...endpointAddress(endpoint),
      ...healthCheckConfig(endpoint, checksHostnames),
      ...(hostname !== undefined && { hostname }),
    },
    ...healthStatus(endpoint),
    ...endpointMetadata(endpoint),
    ...(weight !== undefined && { load_balancing_weight: weight }),
  };
}
