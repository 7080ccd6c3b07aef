/**
 * Endpoints that a relay has found: how they are read, and the load assignment that they make. Pure; where they come from
 * is the relay's business.
 */
import type { Endpoint } from './2-validate/generated/types.ts';
import { lowerEndpoints } from './4-lower/cluster/endpoints.ts';
import type { DiscoveryReference } from './5-pack/discovery-reference.ts';
import { encode } from './xds/index.ts';

export type { Endpoint } from './2-validate/generated/types.ts';
export type { DiscoveryReference, DiscoveryType } from './5-pack/discovery-reference.ts';
export { readEndpoints, type EndpointList } from './endpoint-list.ts';

const LOAD_ASSIGNMENT = 'envoy.config.endpoint.v3.ClusterLoadAssignment';

/** The load assignment of an upstream, whose order of endpoints does not matter. */
export const loadAssignment = ({ name, assignment }: DiscoveryReference, endpoints: readonly Endpoint[]) =>
  lowerEndpoints(name, endpoints, assignment);

/** {@link loadAssignment} as Envoy reads it: the same bytes for the same endpoints. */
export const encodeLoadAssignment = (reference: DiscoveryReference, endpoints: readonly Endpoint[]): Uint8Array =>
  encode(LOAD_ASSIGNMENT, loadAssignment(reference, endpoints));
