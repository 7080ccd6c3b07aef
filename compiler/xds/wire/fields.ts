/** Small helpers around tags and map keys that reading and writing share. */
import { WireError, type Reader } from './reader.ts';
import type { WireType } from './wire-type.ts';
import type { Writer } from './writer.ts';

/** The number that precedes a field's value on the wire. */
export const tagOf = (fieldNumber: number, wireType: WireType): number => fieldNumber * 8 + wireType;

/** Precedes what was written since `before` with its length, and that with a tag. */
export function closeLengthDelimited(writer: Writer, before: number, fieldNumber: number): void {
  writer.varint(writer.length - before);
  writer.varint(tagOf(fieldNumber, 2));
}

/** Hands every field to the reader function of its number; a number without one is an error. */
export function readFields(reader: Reader, readers: ReadonlyMap<number, (reader: Reader) => void>, of: string): void {
  while (!reader.isAtEnd) {
    const fieldNumber = reader.varint32() >>> 3;
    const read = readers.get(fieldNumber);
    if (!read) throw new WireError(`${of} has no field ${fieldNumber}`);
    read(reader);
  }
}

/** Sorts keys by their UTF-8 bytes, which is the order of their code points. */
export function sortKeys(keys: string[]): string[] {
  return keys.some((key) => SURROGATE.test(key)) ? keys.sort(byCodePoints) : keys.sort();
}

/** Only characters beyond the basic plane sort differently in UTF-16 than in UTF-8. */
const SURROGATE = /[\ud800-\udfff]/;

function byCodePoints(left: string, right: string): number {
  const [a, b] = [Array.from(left), Array.from(right)];
  const index = a.findIndex((character, at) => character !== b[at]);
  if (index < 0) return a.length - b.length;
  return (a[index]?.codePointAt(0) ?? 0) - (b[index]?.codePointAt(0) ?? -1);
}

/** Sets an own property whatever its name: plain assignment of `__proto__` would set none. */
export function setOwn<T>(target: Record<string, T>, key: string, value: T): void {
  if (key !== '__proto__') target[key] = value;
  else Object.defineProperty(target, key, { value, configurable: true, enumerable: true, writable: true });
}
