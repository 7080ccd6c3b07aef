/** `google.protobuf.Timestamp`: RFC 3339 in JSON, seconds since 1970 and nanoseconds on the wire. */
import { shown } from '../wire/shown.ts';
import { decimals, readSecondsAndNanos, writeSecondsAndNanos, type SecondsAndNanos } from './duration.ts';
import type { WellKnownCodec } from './index.ts';

export const timestampCodec: WellKnownCodec = {
  write(writer, value) {
    const timestamp = parseTimestamp(value);
    if (!timestamp) return `expected a timestamp such as "2026-11-24T08:00:00Z", got ${shown(value)}`;
    writeSecondsAndNanos(writer, timestamp);
    return undefined;
  },
  read(reader) {
    const { seconds, nanos } = readSecondsAndNanos(reader, 'Timestamp');
    return `${new Date(seconds * 1000).toISOString().slice(0, 19)}${decimals(nanos)}Z`;
  },
};

const RFC_3339 = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)$/;

/** Before 1970 the seconds are negative and the nanoseconds still count forward. */
function parseTimestamp(value: unknown): SecondsAndNanos | undefined {
  const match = typeof value === 'string' ? RFC_3339.exec(value) : null;
  if (!match) return undefined;
  const [, dateAndTime = '', fraction = '', zone = ''] = match;
  const seconds = Date.parse(dateAndTime + zone) / 1000;
  return Number.isNaN(seconds) ? undefined : { seconds, nanos: Number(fraction.padEnd(9, '0')) };
}
