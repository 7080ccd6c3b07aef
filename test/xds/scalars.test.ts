/** Every scalar type at the limits of its encoding, against protobuf-es's own writer and reader. */
import { BinaryReader, BinaryWriter } from '@bufbuild/protobuf/wire';
import { expect, test } from 'vitest';
import { Reader } from '../../compiler/xds/wire/reader.ts';
import { SCALARS } from '../../compiler/xds/wire/scalars.ts';
import { Writer } from '../../compiler/xds/wire/writer.ts';

const powers = (most: bigint): readonly bigint[] =>
  Array.from({ length: 64 }, (_, exponent) => 2n ** BigInt(exponent))
    .flatMap((power) => [power - 1n, power])
    .filter((value) => value <= most);
const signed = (values: readonly bigint[]): readonly bigint[] => values.flatMap((value) => [value, -value - 1n]);

const UNSIGNED_32 = powers(2n ** 32n - 1n).map(Number);
const SIGNED_32 = signed(powers(2n ** 31n - 1n)).map(Number);
const UNSIGNED_64 = [...powers(2n ** 64n - 1n), 2n ** 64n - 1n].map(String);
const SIGNED_64 = signed(powers(2n ** 63n - 1n)).map(String);
const FLOATS = [1, -1, 0.5, 2 ** -149, 1.5 * 2 ** 127, 16777217, 'NaN', 'Infinity', '-Infinity'];

const CASES = {
  int32: SIGNED_32,
  uint32: UNSIGNED_32,
  sint32: SIGNED_32,
  fixed32: UNSIGNED_32,
  sfixed32: SIGNED_32,
  int64: SIGNED_64,
  uint64: UNSIGNED_64,
  sint64: SIGNED_64,
  fixed64: UNSIGNED_64,
  sfixed64: SIGNED_64,
  double: [...FLOATS, 0.1, 5e-324, Number.MAX_VALUE],
  float: FLOATS,
  bool: [true, false],
  string: ['', 'a', 'é'.repeat(47), 'é'.repeat(48), 'x'.repeat(48), 'x'.repeat(49), 'x'.repeat(0x4000), '\u{1F600}'],
} as const;

test.each(Object.entries(CASES))('%s', (name, values) => {
  const codec = SCALARS.get(name);
  const theirs = name as keyof typeof CASES;
  for (const value of values) {
    const writer = new Writer();
    expect(codec?.write(writer, value)).toBeUndefined();
    const bytes = writer.copyOf(writer.length);
    expect(bytes, String(value)).toEqual(new Uint8Array(write(theirs, value)));
    const json = codec?.read(new Reader(bytes));
    // We write a float in as few digits as tell it from others.
    expect(name === 'float' && typeof json === 'number' ? Math.fround(json) : json).toEqual(read(theirs, bytes));
  }
});

function write(name: keyof typeof CASES, value: string | number | boolean): Uint8Array {
  const writer = new BinaryWriter();
  const number = name === 'double' || name === 'float' ? Number(value) : value;
  return writer[name](number as never).finish();
}

/** Their value, written as JSON has it. */
function read(name: keyof typeof CASES, bytes: Uint8Array): string | number | boolean {
  const value = new BinaryReader(bytes)[name]();
  if (typeof value === 'bigint') return String(value);
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
}

test.each([
  ['int32', 2 ** 31],
  ['uint32', -1],
  ['uint32', '01'],
  ['uint32', '1e3'],
  ['uint32', NaN],
  ['int64', '9223372036854775808'],
  ['uint64', '18446744073709551616'],
  ['uint64', -1],
  ['uint64', 2 ** 53],
  ['float', 1e39],
  ['double', NaN],
  ['double', '1.5'],
  ['bytes', 'AA='],
  ['bytes', 'A_=='],
  ['bool', 1],
  ['string', null],
])('%s does not take %s', (name, value) => {
  const writer = new Writer();
  expect(SCALARS.get(name)?.write(writer, value)).toMatch(/^expected /);
  expect(writer.length).toBe(0);
});
