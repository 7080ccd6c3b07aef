/** Scalars in a message of their own, so that absence differs from the default: JSON shows the scalar. */
import { readFields, tagOf } from '../wire/fields.ts';
import { SCALARS, type ScalarCodec, type ScalarJson } from '../wire/scalars.ts';
import type { WellKnownCodec } from './index.ts';

/** Full name of the wrapper to the scalar type that it wraps. */
export const WRAPPED: ReadonlyMap<string, string> = new Map([
  ['google.protobuf.BoolValue', 'bool'],
  ['google.protobuf.BytesValue', 'bytes'],
  ['google.protobuf.DoubleValue', 'double'],
  ['google.protobuf.FloatValue', 'float'],
  ['google.protobuf.Int32Value', 'int32'],
  ['google.protobuf.Int64Value', 'int64'],
  ['google.protobuf.StringValue', 'string'],
  ['google.protobuf.UInt32Value', 'uint32'],
  ['google.protobuf.UInt64Value', 'uint64'],
]);

export const wrapperCodecs: readonly (readonly [string, WellKnownCodec])[] = [...WRAPPED].flatMap(([name, scalar]) => {
  const codec = SCALARS.get(scalar);
  return codec ? [[name, wrapperCodec(name, codec)] as const] : [];
});

function wrapperCodec(name: string, scalar: ScalarCodec): WellKnownCodec {
  const tag = tagOf(1, scalar.wireType);
  return {
    write(writer, value) {
      if (scalar.isZero(value)) return undefined;
      const problem = scalar.write(writer, value);
      if (problem === undefined) writer.varint(tag);
      return problem;
    },
    read(reader) {
      let value: ScalarJson = scalar.zero;
      readFields(reader, new Map([[1, () => (value = scalar.read(reader))]]), name);
      return value;
    },
  };
}
