/**
 * The messages of `google.protobuf` whose JSON is not an object of their fields: all but `Any`, which the codec
 * itself must handle, since an `Any` holds any message of the table.
 *
 * Source: https://protobuf.dev/programming-guides/json/
 */
import type { JsonValue } from '../json.ts';
import type { Reader } from '../wire/reader.ts';
import type { Writer } from '../wire/writer.ts';
import { durationCodec } from './duration.ts';
import { fieldMaskCodec } from './field-mask.ts';
import { listValueCodec, structCodec, valueCodec } from './struct.ts';
import { timestampCodec } from './timestamp.ts';
import { wrapperCodecs } from './wrappers.ts';

export interface WellKnownCodec {
  /** Writes the message's fields; or answers what is wrong with the value, having written anything or nothing. */
  write(writer: Writer, value: unknown): string | undefined;
  /** Reads the message's fields to the end of the reader, into canonical JSON. */
  read(reader: Reader): JsonValue;
}

/** By full name. */
export const WELL_KNOWN: ReadonlyMap<string, WellKnownCodec> = new Map<string, WellKnownCodec>([
  ['google.protobuf.Duration', durationCodec],
  ['google.protobuf.Timestamp', timestampCodec],
  ['google.protobuf.Struct', structCodec],
  ['google.protobuf.Value', valueCodec],
  ['google.protobuf.ListValue', listValueCodec],
  ['google.protobuf.FieldMask', fieldMaskCodec],
  ...wrapperCodecs,
]);
