/**
 * Endpoints that a relay has found: how they are read, and the load assignment that they make. Pure; where they come from
 * is the relay's business.
 */
import type { SourceFile } from './1-parse/document.ts';
import type { Endpoint } from './2-validate/generated/types.ts';
import { lowerEndpoints } from './4-lower/cluster/endpoints.ts';
import { HASH_KEY } from './4-lower/labels.ts';
import type { DiscoveryReference } from './5-pack/discovery-reference.ts';
import { readSettings, type SettingsReading } from './settings.ts';
import { encode } from './xds/index.ts';

export type { Endpoint } from './2-validate/generated/types.ts';
export type { DiscoveryReference, DiscoveryType } from './5-pack/discovery-reference.ts';

const LOAD_ASSIGNMENT = 'envoy.config.endpoint.v3.ClusterLoadAssignment';

/** The endpoints of an upstream, as somebody else has them. */
export interface EndpointList {
  readonly endpoints: readonly Endpoint[];
  /** From when on the list counts as empty, in milliseconds since the epoch; absent: never. */
  readonly expires?: number;
}

/** Reads `{"endpoints": […]}`, YAML or JSON, and holds it against the same rules as the endpoints of a document. */
export const readEndpoints = (file: SourceFile): SettingsReading<EndpointList> =>
  readSettings('EndpointList', file, ({ endpoints, expires }, report, place) => {
    for (const [index, { address, port, labels }] of endpoints.entries()) {
      const pointer = `/endpoints/${index}`;
      if (address !== undefined && port === undefined)
        report('missing-field', place(pointer), { field: 'port', description: 'The port of the address.' });
      if (labels && Object.hasOwn(labels, HASH_KEY))
        report('reserved-label', place(`${pointer}/labels/${HASH_KEY}`), { label: HASH_KEY });
    }
    if (expires === undefined) return { endpoints };
    const time = Date.parse(expires);
    if (Number.isNaN(time))
      report('invalid-format', place('/expires'), { value: expires, expected: 'a time that there is' });
    return { endpoints, expires: time };
  });

/** The load assignment of an upstream, whose order of endpoints does not matter. */
export const loadAssignment = ({ name, assignment }: DiscoveryReference, endpoints: readonly Endpoint[]) =>
  lowerEndpoints(name, endpoints, assignment);

/** {@link loadAssignment} as Envoy reads it: the same bytes for the same endpoints. */
export const encodeLoadAssignment = (reference: DiscoveryReference, endpoints: readonly Endpoint[]): Uint8Array =>
  encode(LOAD_ASSIGNMENT, loadAssignment(reference, endpoints));
