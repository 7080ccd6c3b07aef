/**
 * The little of protobuf's wire format that framing needs: length-delimited fields with numbers below 16.
 *
 * Lengths are known before anything is written, so that every message is written once, in place.
 * Source: https://protobuf.dev/programming-guides/encoding/
 */

/** Bytes that are being filled from the front. */
export interface Sink {
  readonly bytes: Uint8Array;
  at: number;
}

/** The one-byte tag of a length-delimited field. */
export const tagOf = (field: number): number => (field << 3) | 2;

/** The length of a field, tag and length included, whose content has `length` bytes. */
export const fieldLength = (length: number): number => 1 + varintLength(length) + length;

export const textFieldLength = (text: string): number => fieldLength(utf8Length(text));

/** Writes a tag and a length. */
export function putHeader(sink: Sink, tag: number, length: number): void {
  sink.bytes[sink.at++] = tag;
  let rest = length;
  for (; rest > 127; rest >>>= 7) sink.bytes[sink.at++] = (rest & 127) | 128;
  sink.bytes[sink.at++] = rest;
}

export function putText(sink: Sink, tag: number, text: string): void {
  const length = utf8Length(text);
  putHeader(sink, tag, length);
  if (length === text.length) {
    for (let index = 0; index < length; index++) sink.bytes[sink.at++] = text.charCodeAt(index);
  } else {
    sink.bytes.set(utf8.encode(text), sink.at);
    sink.at += length;
  }
}

/** A varint holds seven bits a byte, the lowest first; the high bit says that more follow. */
function varintLength(value: number): number {
  let length = 1;
  for (let rest = value; rest > 127; rest >>>= 7) length++;
  return length;
}

/** Names are nearly always ASCII, of which every character is one byte. */
function utf8Length(text: string): number {
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 127) return utf8.encode(text).length;
  return text.length;
}

const utf8 = new TextEncoder();
