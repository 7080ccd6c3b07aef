/** Several upstreams of one route. Source: envoy/config/route/v3/route_components.proto, WeightedCluster. */
import type { ForwardTarget, HeaderAndValue, HeaderChanges } from '../2-validate/generated/types.ts';
import type { WeightedTarget } from '../3-link/graph.ts';
import type { Messages } from '../xds/index.ts';
import { subsetMatch } from './subsets.ts';

type ClusterWeight = Messages['envoy.config.route.v3.WeightedCluster.ClusterWeight'];
type HeaderValueOption = Messages['envoy.config.core.v3.HeaderValueOption'];

/** One upstream and its share, with what is different about the requests that it gets. */
export const lowerTarget = ({ weight, settings, subset }: WeightedTarget, cluster: string): ClusterWeight => ({
  name: cluster,
  weight,
  ...subsetMatch(subset?.labels),
  ...(settings && changes(settings)),
});

function changes({ host, request, response }: ForwardTarget): ClusterWeight {
  return {
    ...(host !== undefined && { host_rewrite_literal: host }),
    ...(request && { request_headers_to_add: additions(request) }),
    ...(request && request.remove.length > 0 && { request_headers_to_remove: request.remove }),
    ...(response && { response_headers_to_add: additions(response) }),
    ...(response && response.remove.length > 0 && { response_headers_to_remove: response.remove }),
  };
}

/** Envoy removes first, then adds. */
const additions = ({ set, add, setIfAbsent }: HeaderChanges): readonly HeaderValueOption[] => [
  ...set.map((header) => addition(header, 'OVERWRITE_IF_EXISTS_OR_ADD')),
  ...add.map((header) => addition(header, 'APPEND_IF_EXISTS_OR_ADD')),
  ...setIfAbsent.map((header) => addition(header, 'ADD_IF_ABSENT')),
];

const addition = (
  { name, value }: HeaderAndValue,
  action: NonNullable<HeaderValueOption['append_action']>,
): HeaderValueOption => ({ header: { key: name, value }, append_action: action });
