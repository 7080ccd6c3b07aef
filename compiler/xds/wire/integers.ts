/** The ten integer types. JSON holds 32-bit ones as numbers and 64-bit ones as decimal strings; both forms are read. */
import type { Reader } from './reader.ts';
import type { ScalarCodec } from './scalars.ts';
import { shown } from './shown.ts';
import { WIRE, type WireType } from './wire-type.ts';
import type { Writer } from './writer.ts';

interface Format<N> {
  readonly wireType: WireType;
  readonly min: N;
  readonly max: N;
  write(writer: Writer, value: N): void;
  read(reader: Reader): N;
}

const SIGNED_32 = { min: -(2 ** 31), max: 2 ** 31 - 1 };
const UNSIGNED_32 = { min: 0, max: 2 ** 32 - 1 };
const SIGNED_64 = { min: -(2n ** 63n), max: 2n ** 63n - 1n };
const UNSIGNED_64 = { min: 0n, max: 2n ** 64n - 1n };

export const int32Codecs = {
  int32: int32Codec('int32', {
    ...SIGNED_32,
    wireType: WIRE.varint,
    write: writeInt32,
    read: (reader) => reader.varint32() | 0,
  }),
  uint32: int32Codec('uint32', {
    ...UNSIGNED_32,
    wireType: WIRE.varint,
    write: (writer, value) => writer.varint(value),
    read: (reader) => reader.varint32(),
  }),
  sint32: int32Codec('sint32', {
    ...SIGNED_32,
    wireType: WIRE.varint,
    write: (writer, value) => writer.varint(((value << 1) ^ (value >> 31)) >>> 0),
    read: (reader) => unZigZag(reader.varint32()),
  }),
  fixed32: int32Codec('fixed32', {
    ...UNSIGNED_32,
    wireType: WIRE.fixed32,
    write: writeFixed32,
    read: (reader) => reader.fixed32(),
  }),
  sfixed32: int32Codec('sfixed32', {
    ...SIGNED_32,
    wireType: WIRE.fixed32,
    write: writeFixed32,
    read: (reader) => reader.fixed32() | 0,
  }),
};

export const int64Codecs = {
  int64: int64Codec('int64', {
    ...SIGNED_64,
    wireType: WIRE.varint,
    write: (writer, value) => writer.varint64(value),
    read: (reader) => BigInt.asIntN(64, reader.varint64()),
  }),
  uint64: int64Codec('uint64', {
    ...UNSIGNED_64,
    wireType: WIRE.varint,
    write: (writer, value) => writer.varint64(value),
    read: (reader) => reader.varint64(),
  }),
  sint64: int64Codec('sint64', {
    ...SIGNED_64,
    wireType: WIRE.varint,
    write: (writer, value) => writer.varint64((value << 1n) ^ (value >> 63n)),
    read: (reader) => unZigZag64(reader.varint64()),
  }),
  fixed64: int64Codec('fixed64', {
    ...UNSIGNED_64,
    wireType: WIRE.fixed64,
    write: writeFixed64,
    read: (reader) => reader.fixed64(),
  }),
  sfixed64: int64Codec('sfixed64', {
    ...SIGNED_64,
    wireType: WIRE.fixed64,
    write: writeFixed64,
    read: (reader) => BigInt.asIntN(64, reader.fixed64()),
  }),
};

function int32Codec(name: string, { wireType, min, max, write, read }: Format<number>): ScalarCodec {
  return {
    wireType,
    zero: 0,
    isZero: (value) => value === 0 || value === '0',
    write(writer, value) {
      const number = typeof value === 'string' && INTEGER.test(value) ? Number(value) : value;
      if (typeof number !== 'number' || !Number.isInteger(number) || number < min || number > max) {
        return `expected ${name}, got ${shown(value)}`;
      }
      write(writer, number);
      return undefined;
    },
    read,
  };
}

function int64Codec(name: string, { wireType, min, max, write, read }: Format<bigint>): ScalarCodec {
  return {
    wireType,
    zero: '0',
    isZero: (value) => value === 0 || value === '0',
    write(writer, value) {
      const integer = parse64(value);
      if (integer === undefined || integer < min || integer > max) return `expected ${name}, got ${shown(value)}`;
      write(writer, integer);
      return undefined;
    },
    read: (reader) => String(read(reader)),
  };
}

function parse64(value: unknown): bigint | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : undefined;
  return typeof value === 'string' && INTEGER.test(value) ? BigInt(value) : undefined;
}

const INTEGER = /^-?(?:0|[1-9]\d{0,19})$/;

function writeInt32(writer: Writer, value: number): void {
  if (value >= 0) writer.varint(value);
  else writer.varint64(BigInt(value));
}

function writeFixed32(writer: Writer, value: number): void {
  writer.bytes([value & 0xff, (value >> 8) & 0xff, (value >> 16) & 0xff, (value >> 24) & 0xff]);
}

function writeFixed64(writer: Writer, value: bigint): void {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, BigInt.asUintN(64, value), true);
  writer.bytes(new Uint8Array(view.buffer));
}

const unZigZag = (value: number): number => (value >>> 1) ^ -(value & 1);
const unZigZag64 = (value: bigint): bigint => (value >> 1n) ^ -(value & 1n);
