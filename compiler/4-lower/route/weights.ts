/** Several upstreams of one route. Source: envoy/config/route/v3/route_components.proto, WeightedCluster. */
import type { ForwardTarget } from '../../2-validate/generated/types.ts';
import type { WeightedTarget } from '../../3-link/graph.ts';
import type { Messages } from '../../xds/index.ts';
import { headerAdditions } from './header-mutations.ts';
import { subsetMatch } from '../cluster/subsets.ts';

type ClusterWeight = Messages['envoy.config.route.v3.WeightedCluster.ClusterWeight'];

/** One upstream and its share, with what is different about the requests that it gets. */
export const lowerTarget = ({ weight, settings, subset }: WeightedTarget, cluster: string): ClusterWeight => ({
  name: cluster,
  weight,
  ...subsetMatch(subset?.labels),
  ...(settings && changes(settings)),
});

/** Envoy removes first, then adds. */
function changes({ host, request, response }: ForwardTarget): ClusterWeight {
  return {
    ...(host !== undefined && { host_rewrite_literal: host }),
    ...(request && { request_headers_to_add: headerAdditions(request) }),
    ...(request && request.remove.length > 0 && { request_headers_to_remove: request.remove }),
    ...(response && { response_headers_to_add: headerAdditions(response) }),
    ...(response && response.remove.length > 0 && { response_headers_to_remove: response.remove }),
  };
}
