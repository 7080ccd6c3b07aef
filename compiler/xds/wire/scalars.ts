/**
 * The scalar types of protobuf: how each looks in JSON and on the wire.
 *
 * Sources: https://protobuf.dev/programming-guides/json/ and https://protobuf.dev/programming-guides/encoding/
 */
import { doubleCodec, floatCodec } from './floats.ts';
import { int32Codecs, int64Codecs } from './integers.ts';
import type { Reader } from './reader.ts';
import { boolCodec, bytesCodec, stringCodec } from './text.ts';
import type { WireType } from './wire-type.ts';
import type { Writer } from './writer.ts';

export type ScalarJson = string | number | boolean | null;

export interface ScalarCodec {
  readonly wireType: WireType;
  /** What a field without presence holds when it is absent, in canonical JSON. */
  readonly zero: ScalarJson;
  /** Whether this is that value, in any of its JSON forms. */
  isZero(value: unknown): boolean;
  /** Writes the value; or writes nothing and answers what is wrong with it. */
  write(writer: Writer, value: unknown): string | undefined;
  /** Reads the value into its canonical JSON form. */
  read(reader: Reader): ScalarJson;
}

/** By the names that `.proto` files use. */
export const SCALARS: ReadonlyMap<string, ScalarCodec> = new Map<string, ScalarCodec>([
  ['bool', boolCodec],
  ['string', stringCodec],
  ['bytes', bytesCodec],
  ['double', doubleCodec],
  ['float', floatCodec],
  ...Object.entries(int32Codecs),
  ...Object.entries(int64Codecs),
]);
