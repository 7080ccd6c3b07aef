/** Enum types: names in JSON, numbers on the wire. */
import { deprecationProblem, readDeprecation } from './deprecation.ts';
import type { Problem } from './rules/check.ts';
import { shown } from './wire/shown.ts';
import type { ScalarCodec } from './wire/scalars.ts';
import { WIRE } from './wire/wire-type.ts';
import { int32Codecs } from './wire/integers.ts';

export interface EnumType {
  readonly name: string;
  readonly codec: ScalarCodec;
  /** The number of a value in JSON, be it a name or a number; nothing if the enum does not define it. */
  numberOf(json: unknown): number | undefined;
  /** What is wrong with using these values, by number. */
  readonly deprecated: ReadonlyMap<number, Problem>;
}

/** `lines` as in the table: `0 ROUND_ROBIN`, `1 LEAST_REQUEST deprecated:1.20`. */
export function createEnumType(name: string, lines: readonly string[]): EnumType {
  const numbers = new Map<string, number>();
  const names = new Map<number, string>();
  const deprecated = new Map<number, Problem>();
  for (const line of lines) {
    const [digits, valueName = '', deprecation] = line.split(' ');
    const number = Number(digits);
    numbers.set(valueName, number);
    // Two names may share a number; the first is the canonical one.
    if (!names.has(number)) names.set(number, valueName);
    if (deprecation !== undefined) deprecated.set(number, deprecationProblem(readDeprecation(deprecation)));
  }
  const numberOf = (json: unknown): number | undefined =>
    typeof json === 'string' ? numbers.get(json) : typeof json === 'number' && names.has(json) ? json : undefined;
  return { name, numberOf, deprecated, codec: enumCodec(name, numbers, names) };
}

function enumCodec(
  name: string,
  numbers: ReadonlyMap<string, number>,
  names: ReadonlyMap<number, string>,
): ScalarCodec {
  return {
    wireType: WIRE.varint,
    zero: names.get(0) ?? 0,
    isZero: (value) => value === 0 || (typeof value === 'string' && numbers.get(value) === 0),
    write(writer, value) {
      const number = typeof value === 'string' ? numbers.get(value) : value;
      if (typeof number === 'number') return int32Codecs.int32.write(writer, number);
      return `expected a value of ${name}, got ${shown(value)}`;
    },
    read(reader) {
      const number = Number(int32Codecs.int32.read(reader));
      return names.get(number) ?? number;
    },
  };
}

/** `google.protobuf.NullValue`, the enum whose only value is JSON's null. */
export const NULL_VALUE: EnumType = {
  name: 'google.protobuf.NullValue',
  numberOf: (json) => (json === null ? 0 : undefined),
  deprecated: new Map(),
  codec: {
    wireType: WIRE.varint,
    zero: null,
    isZero: (value) => value === null,
    write(writer, value) {
      if (value !== null) return `expected null, got ${shown(value)}`;
      writer.varint(0);
      return undefined;
    },
    read(reader) {
      reader.varint64();
      return null;
    },
  },
};
