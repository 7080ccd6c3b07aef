/** Endpoints as those who find them write them down; apart, since who only reads them has no use for Envoy's messages. */
import type { SourceFile } from './1-parse/document.ts';
import type { Endpoint } from './2-validate/generated/types.ts';
import { HASH_KEY } from './4-lower/labels.ts';
import { readSettings, type SettingsReading } from './settings.ts';

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
