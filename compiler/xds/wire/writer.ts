/**
 * Writes the protobuf wire format from the end of a buffer towards its start.
 *
 * A nested message is preceded by its length. Written backwards, the length is known by the time it is due, so that
 * nothing is measured first and nothing is moved afterwards.
 *
 * Source: https://protobuf.dev/programming-guides/encoding/
 */
import { copyBytes } from './slab.ts';

const TEXT_ENCODER = new TextEncoder();

/** Below this length a loop over the characters is quicker than the text encoder. */
const SHORT_STRING = 48;

/** Between runs the buffer is kept, up to this size, so that small messages need no allocation but their result. */
const LARGEST_SPARE_BUFFER = 1 << 25;
let spareBuffer = new Uint8Array(1 << 16);

export class Writer {
  #buffer = spareBuffer;
  #start = spareBuffer.length;

  /** How many bytes are written so far. */
  get length(): number {
    return this.#buffer.length - this.#start;
  }

  /** A copy of the `length` bytes written last. */
  copyOf(length: number): Uint8Array<ArrayBuffer> {
    return copyBytes(this.#buffer, this.#start, this.#start + length);
  }

  /** An integer from 0 to 2^53 - 1. */
  varint(value: number): void {
    if (this.#start < 8) this.#grow(8);
    if (value < 0x80) {
      this.#buffer[--this.#start] = value;
      return;
    }
    let at = (this.#start -= varintLength(value));
    let rest = value;
    for (; rest > 0x7fffffff; rest = Math.floor(rest / 0x80)) this.#buffer[at++] = (rest % 0x80) | 0x80;
    for (; rest > 0x7f; rest >>>= 7) this.#buffer[at++] = (rest & 0x7f) | 0x80;
    this.#buffer[at] = rest;
  }

  /** Any 64-bit integer; a negative one in two's complement, which takes ten bytes. */
  varint64(value: bigint): void {
    if (value >= 0n && value <= Number.MAX_SAFE_INTEGER) return this.varint(Number(value));
    const groups: number[] = [];
    let rest = BigInt.asUintN(64, value);
    for (; rest > 0x7fn; rest >>= 7n) groups.push(Number(rest & 0x7fn) | 0x80);
    this.bytes([...groups, Number(rest)]);
  }

  bytes(bytes: ArrayLike<number>): void {
    if (this.#start < bytes.length) this.#grow(bytes.length);
    this.#start -= bytes.length;
    this.#buffer.set(bytes, this.#start);
  }

  /** Text in UTF-8, preceded by its length. */
  string(text: string): void {
    const before = this.length;
    if (text.length > SHORT_STRING || !this.#ascii(text)) this.#utf8(text);
    this.varint(this.length - before);
  }

  /** Writes the text and answers true, or answers false, with nothing written, if some of it is not ASCII. */
  #ascii(text: string): boolean {
    if (this.#start < text.length) this.#grow(text.length);
    const start = this.#start - text.length;
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      if (code > 0x7f) return false;
      this.#buffer[start + index] = code;
    }
    this.#start = start;
    return true;
  }

  #utf8(text: string): void {
    const most = text.length * 3;
    if (this.#start < most) this.#grow(most);
    const { written } = TEXT_ENCODER.encodeInto(text, this.#buffer.subarray(this.#start - most, this.#start));
    const encoded = this.#start - most;
    this.#buffer.copyWithin(this.#start - written, encoded, encoded + written);
    this.#start -= written;
  }

  #grow(needed: number): void {
    const { length } = this;
    const larger = new Uint8Array(Math.max(this.#buffer.length * 2, length + needed * 2));
    larger.set(this.#buffer.subarray(this.#start), larger.length - length);
    this.#start = larger.length - length;
    this.#buffer = larger;
    if (larger.length <= LARGEST_SPARE_BUFFER) spareBuffer = larger;
  }
}

function varintLength(value: number): number {
  if (value < 0x4000) return 2;
  if (value < 0x200000) return 3;
  if (value < 0x10000000) return 4;
  let length = 5;
  for (let rest = Math.floor(value / 0x800000000); rest > 0; rest = Math.floor(rest / 0x80)) length++;
  return length;
}
