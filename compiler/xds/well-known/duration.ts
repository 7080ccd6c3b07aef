/** `google.protobuf.Duration`: seconds with up to nine decimals and an `s` in JSON, whole seconds and nanoseconds on the wire. */
import { readFields } from '../wire/fields.ts';
import { int32Codecs, int64Codecs } from '../wire/integers.ts';
import { shown } from '../wire/shown.ts';
import type { Writer } from '../wire/writer.ts';
import type { WellKnownCodec } from './index.ts';

/** Both have the same sign. */
export interface SecondsAndNanos {
  readonly seconds: number;
  readonly nanos: number;
}

export const durationCodec: WellKnownCodec = {
  write(writer, value) {
    const duration = parseDuration(value);
    if (!duration) return `expected a duration such as "1.5s", got ${shown(value)}`;
    writeSecondsAndNanos(writer, duration);
    return undefined;
  },
  read(reader) {
    const { seconds, nanos } = readSecondsAndNanos(reader, 'Duration');
    const sign = seconds < 0 || nanos < 0 ? '-' : '';
    return `${sign}${Math.abs(seconds)}${decimals(Math.abs(nanos))}s`;
  },
};

/** Nothing if the text is not a duration in protobuf's JSON form, or longer than about 10,000 years. */
export function parseDuration(value: unknown): SecondsAndNanos | undefined {
  const match = typeof value === 'string' ? /^(-?)(\d{1,12})(?:\.(\d{1,9}))?s$/.exec(value) : null;
  if (!match) return undefined;
  const [, minus, whole, fraction = ''] = match;
  const seconds = Number(whole);
  const nanos = Number(fraction.padEnd(9, '0'));
  if (seconds > MOST_SECONDS || (seconds === MOST_SECONDS && nanos > 0)) return undefined;
  return minus ? { seconds: 0 - seconds, nanos: 0 - nanos } : { seconds, nanos };
}

/** The limit that `google/protobuf/duration.proto` states. */
const MOST_SECONDS = 315_576_000_000;

/** Fields 1 and 2 of both Duration and Timestamp. */
export function writeSecondsAndNanos(writer: Writer, { seconds, nanos }: SecondsAndNanos): void {
  if (nanos !== 0) {
    int32Codecs.int32.write(writer, nanos);
    writer.varint(NANOS_TAG);
  }
  if (seconds !== 0) {
    int64Codecs.int64.write(writer, seconds);
    writer.varint(SECONDS_TAG);
  }
}

export function readSecondsAndNanos(reader: Parameters<WellKnownCodec['read']>[0], of: string): SecondsAndNanos {
  let seconds = 0;
  let nanos = 0;
  const readers = new Map([
    [1, () => (seconds = Number(int64Codecs.int64.read(reader)))],
    [2, () => (nanos = Number(int32Codecs.int32.read(reader)))],
  ]);
  readFields(reader, readers, of);
  return { seconds, nanos };
}

const SECONDS_TAG = 0x08;
const NANOS_TAG = 0x10;

/** Zero, three, six or nine decimals with their point, as ProtoJSON writes them. */
export function decimals(nanos: number): string {
  if (nanos === 0) return '';
  const digits = String(nanos).padStart(9, '0');
  return `.${digits.replace(/(?:000){1,2}$/, '')}`;
}
