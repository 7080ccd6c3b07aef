/**
 * The part of protobuf's wire format that discovery requests need.
 * Source: https://protobuf.dev/programming-guides/encoding/
 */

/** Bytes that are not the message they should be. */
export class WireError extends Error {
  override readonly name = 'WireError';
}

/** A place in a message that ends at `end`. */
export interface Cursor {
  readonly bytes: Buffer;
  at: number;
  readonly end: number;
}

export const cursorOver = (bytes: Buffer): Cursor => ({ bytes, at: 0, end: bytes.length });

/**
 * Calls back with the cursor behind each tag. The callback reads the value if the field concerns it, and says so;
 * what it does not read is stepped over.
 */
export function readFields(cursor: Cursor, read: (tag: number) => boolean): void {
  while (cursor.at < cursor.end) {
    const tag = readVarint(cursor);
    if (!read(tag)) skip(cursor, tag & 7);
  }
}

/** The tag of a length-delimited field. */
export const bytesTag = (field: number): number => (field << 3) | 2;

/** The tag of a varint field. */
export const varintTag = (field: number): number => field << 3;

/** The inside of a length-delimited field; the outer cursor moves behind it. */
export function openField(outer: Cursor): Cursor {
  const length = readVarint(outer);
  const inner = { bytes: outer.bytes, at: outer.at, end: outer.at + length };
  if (inner.end > outer.end) throw new WireError('a field is longer than the message around it');
  outer.at = inner.end;
  return inner;
}

/** @throws WireError if the bytes are not UTF-8. */
export function readText(outer: Cursor): string {
  const { bytes, at, end } = openField(outer);
  return decodeText(bytes, at, end);
}

export function decodeText(bytes: Buffer, from: number, to: number): string {
  const text = bytes.toString('utf8', from, to);
  // A replacement character stands for bytes that are not UTF-8, unless the text itself has one.
  if (text.includes('\uFFFD') && Buffer.compare(Buffer.from(text), bytes.subarray(from, to)) !== 0) {
    throw new WireError('a text is not UTF-8');
  }
  return text;
}

/**
 * A number of at most 64 bits, in groups of seven. What is above 2^53 loses its last digits: no field that is read has
 * such values, and stepping over one needs none.
 */
export function readVarint(cursor: Cursor): number {
  let value = 0;
  for (let scale = 1; scale <= 2 ** 63 && cursor.at < cursor.end; scale *= 128) {
    const byte = cursor.bytes[cursor.at++] ?? 0;
    value += (byte & 127) * scale;
    if (byte < 128) return value;
  }
  throw new WireError('a number does not end');
}

function skip(cursor: Cursor, wireType: number): void {
  switch (wireType) {
    case 0:
      readVarint(cursor);
      break;
    case 1:
      cursor.at += 8;
      break;
    case 2:
      openField(cursor);
      break;
    case 5:
      cursor.at += 4;
      break;
    default:
      throw new WireError(`wire type ${wireType} is unknown`);
  }
  if (cursor.at > cursor.end) throw new WireError('a field is longer than the message around it');
}
