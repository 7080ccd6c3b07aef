/** Reads a message's bytes into canonical JSON: proto field names in the order of their numbers, maps sorted by key. */
import type { Field } from './field.ts';
import type { JsonObject, JsonValue } from './json.ts';
import { findMessageType, membersOf, type MessageType } from './registry.ts';
import { readFields, setOwn, sortKeys } from './wire/fields.ts';
import { Reader, WireError } from './wire/reader.ts';
import { WIRE } from './wire/wire-type.ts';

/** Throws a {@link WireError} if the bytes are no message of that type, or have a field that the table lacks. */
export function readMessage(type: MessageType, reader: Reader): JsonValue {
  if (type.wellKnown) return type.wellKnown.read(reader);
  return type.isAny ? readAny(reader) : readObject(type, reader);
}

/** The values that the wire gives a field, in the order in which it gives them; entries have their keys with them. */
interface Found {
  readonly values: JsonValue[];
  readonly keys: string[];
}

function readObject(type: MessageType, reader: Reader): JsonObject {
  const { byNumber, fields } = membersOf(type);
  const found = new Map<Field, Found>();
  while (!reader.isAtEnd) {
    const tag = reader.varint32();
    const field = byNumber.get(tag >>> 3);
    if (!field) throw new WireError(`${type.name} has no field ${tag >>> 3}`);
    let ofField = found.get(field);
    if (!ofField) found.set(field, (ofField = { values: [], keys: [] }));
    readField(field, tag & 7, reader, ofField);
  }
  const object: { [key: string]: JsonValue } = {};
  for (const field of fields) {
    const json = jsonOf(field, found.get(field));
    if (json !== undefined) object[field.name] = json;
  }
  return object;
}

function readField(field: Field, wireType: number, reader: Reader, { values, keys }: Found): void {
  if (field.shape === 'map') {
    const { key, value } = readEntry(field, new Reader(reader.bytes()));
    keys.push(key);
    values.push(value);
  } else if (wireType === WIRE.lengthDelimited && field.scalar && field.scalar.wireType !== WIRE.lengthDelimited) {
    // Numbers may be packed or not, whatever the field prefers.
    const packed = new Reader(reader.bytes());
    while (!packed.isAtEnd) values.push(field.scalar.read(packed));
  } else {
    values.push(readValue(field, reader));
  }
}

function readValue({ message, scalar }: Field, reader: Reader): JsonValue {
  if (message) return readMessage(message, new Reader(reader.bytes()));
  return scalar ? scalar.read(reader) : null;
}

function readEntry(field: Field, reader: Reader): { readonly key: string; readonly value: JsonValue } {
  let key = String(field.key?.zero);
  let value: JsonValue | undefined;
  const readers = new Map([
    [1, () => void (key = String(field.key?.read(reader)))],
    [2, () => void (value = readValue(field, reader))],
  ]);
  readFields(reader, readers, `an entry of ${field.name}`);
  return { key, value: value ?? defaultOf(field) };
}

const defaultOf = ({ message, scalar }: Field): JsonValue =>
  message ? readMessage(message, new Reader(new Uint8Array())) : (scalar?.zero ?? null);

/** Nothing for a field that is absent, or that holds what it would hold if it were. */
function jsonOf(field: Field, found: Found | undefined): JsonValue | undefined {
  if (!found) return undefined;
  if (field.shape === 'map') return sortedObject(found);
  if (field.shape !== 'single') return found.values;
  const value = found.values.at(-1);
  return !field.hasPresence && field.scalar?.isZero(value) ? undefined : value;
}

function sortedObject({ keys, values }: Found): JsonObject {
  const byKey = new Map(keys.map((key, index) => [key, values[index] ?? null]));
  const object: { [key: string]: JsonValue } = {};
  for (const key of sortKeys([...byKey.keys()])) setOwn(object, key, byKey.get(key) ?? null);
  return object;
}

function readAny(reader: Reader): JsonObject {
  let typeUrl = '';
  let bytes: Uint8Array = new Uint8Array();
  const readers = new Map([
    [1, () => void (typeUrl = reader.string())],
    [2, () => void (bytes = reader.bytes())],
  ]);
  readFields(reader, readers, 'Any');
  if (typeUrl === '') return {};
  const type = findMessageType(typeUrl.slice(typeUrl.lastIndexOf('/') + 1));
  if (!type) throw new WireError(`the table has no message ${JSON.stringify(typeUrl)}`);
  if (type.wellKnown || type.isAny) return { '@type': typeUrl, value: readMessage(type, new Reader(bytes)) };
  return { '@type': typeUrl, ...readObject(type, new Reader(bytes)) };
}
