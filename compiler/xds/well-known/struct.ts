/**
 * `google.protobuf.Struct`, `Value` and `ListValue`: any JSON, as itself.
 *
 * Source: google/protobuf/struct.proto. A Struct is a map of Values (field 1), a ListValue a list of them (field 1).
 */
import type { JsonValue } from '../json.ts';
import { closeLengthDelimited, readFields, setOwn, sortKeys, tagOf } from '../wire/fields.ts';
import { doubleCodec } from '../wire/floats.ts';
import { Reader } from '../wire/reader.ts';
import { shown } from '../wire/shown.ts';
import { boolCodec, stringCodec } from '../wire/text.ts';
import { WIRE } from '../wire/wire-type.ts';
import type { Writer } from '../wire/writer.ts';
import type { WellKnownCodec } from './index.ts';

export const structCodec: WellKnownCodec = {
  write: (writer, value) => (isObject(value) ? writeStruct(writer, value) : `expected an object, got ${shown(value)}`),
  read: readStruct,
};

export const listValueCodec: WellKnownCodec = {
  write: (writer, value) =>
    Array.isArray(value) ? writeList(writer, value) : `expected an array, got ${shown(value)}`,
  read: readList,
};

export const valueCodec: WellKnownCodec = { write: writeValue, read: readValue };

/** The members of the oneof in Value. */
const KIND = { null: 1, number: 2, string: 3, bool: 4, struct: 5, list: 6 };

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function writeStruct(writer: Writer, struct: Readonly<Record<string, unknown>>): string | undefined {
  for (const key of sortKeys(Object.keys(struct)).reverse()) {
    if (struct[key] === undefined) continue;
    const before = writer.length;
    const problem = writeValue(writer, struct[key]);
    if (problem !== undefined) return `in ${shown(key)}: ${problem}`;
    closeLengthDelimited(writer, before, 2);
    const problemOfKey = stringCodec.write(writer, key);
    if (problemOfKey !== undefined) return problemOfKey;
    writer.varint(tagOf(1, WIRE.lengthDelimited));
    closeLengthDelimited(writer, before, 1);
  }
  return undefined;
}

function writeList(writer: Writer, values: readonly unknown[]): string | undefined {
  for (const value of values.toReversed()) {
    const before = writer.length;
    const problem = writeValue(writer, value);
    if (problem !== undefined) return problem;
    closeLengthDelimited(writer, before, 1);
  }
  return undefined;
}

function writeValue(writer: Writer, value: unknown): string | undefined {
  const before = writer.length;
  const close = (kind: number, problem: string | undefined): string | undefined => {
    if (problem === undefined) closeLengthDelimited(writer, before, kind);
    return problem;
  };
  if (Array.isArray(value)) return close(KIND.list, writeList(writer, value));
  if (isObject(value)) return close(KIND.struct, writeStruct(writer, value));
  return writePrimitive(writer, value);
}

function writePrimitive(writer: Writer, value: unknown): string | undefined {
  const tagged = (kind: number, { wireType, write }: typeof stringCodec): string | undefined => {
    const problem = write(writer, value);
    if (problem === undefined) writer.varint(tagOf(kind, wireType));
    return problem;
  };
  if (typeof value === 'string') return tagged(KIND.string, stringCodec);
  if (typeof value === 'number') return tagged(KIND.number, doubleCodec);
  if (typeof value === 'boolean') return tagged(KIND.bool, boolCodec);
  if (value !== null) return `expected a JSON value, got ${shown(value)}`;
  writer.varint(0);
  writer.varint(tagOf(KIND.null, WIRE.varint));
  return undefined;
}

function readStruct(reader: Reader): { [key: string]: JsonValue } {
  const entries = new Map<string, JsonValue>();
  readFields(reader, new Map([[1, () => readEntry(new Reader(reader.bytes()), entries)]]), 'Struct');
  const struct: { [key: string]: JsonValue } = {};
  for (const key of sortKeys([...entries.keys()])) setOwn(struct, key, entries.get(key) ?? null);
  return struct;
}

function readEntry(reader: Reader, into: Map<string, JsonValue>): void {
  let key = '';
  let value: JsonValue = null;
  const readers = new Map([
    [1, () => void (key = reader.string())],
    [2, () => void (value = readValue(new Reader(reader.bytes())))],
  ]);
  readFields(reader, readers, 'an entry of Struct');
  into.set(key, value);
}

function readList(reader: Reader): JsonValue[] {
  const values: JsonValue[] = [];
  readFields(reader, new Map([[1, () => values.push(readValue(new Reader(reader.bytes())))]]), 'ListValue');
  return values;
}

function readValue(reader: Reader): JsonValue {
  let value: JsonValue = null;
  const readers = new Map<number, () => void>([
    [KIND.null, () => void (reader.varint64(), (value = null))],
    [KIND.number, () => void (value = doubleCodec.read(reader))],
    [KIND.string, () => void (value = reader.string())],
    [KIND.bool, () => void (value = boolCodec.read(reader))],
    [KIND.struct, () => void (value = readStruct(new Reader(reader.bytes())))],
    [KIND.list, () => void (value = readList(new Reader(reader.bytes())))],
  ]);
  readFields(reader, readers, 'Value');
  return value;
}
