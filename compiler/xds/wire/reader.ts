/**
 * Reads the protobuf wire format.
 *
 * Source: https://protobuf.dev/programming-guides/encoding/
 */

const TEXT_DECODER = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The bytes are not what the reader was told to expect. */
export class WireError extends Error {
  override readonly name = 'WireError';
}

export class Reader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#bytes.length;
  }

  /** Any 64-bit integer, unsigned. */
  varint64(): bigint {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = this.#byte();
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return BigInt.asUintN(64, value);
    }
    throw new WireError('a varint has more than ten bytes');
  }

  /** The lower 32 bits of a varint, unsigned. */
  varint32(): number {
    const first = this.#bytes[this.#at];
    if (first === undefined || first >= 0x80) return Number(BigInt.asUintN(32, this.varint64()));
    this.#at++;
    return first;
  }

  /** Bytes preceded by their length; a view, not a copy. */
  bytes(): Uint8Array {
    return this.#take(this.varint32());
  }

  string(): string {
    const bytes = this.bytes();
    try {
      return TEXT_DECODER.decode(bytes);
    } catch (cause) {
      throw new WireError('a string is not UTF-8', { cause });
    }
  }

  fixed32(): number {
    return this.#viewOf(4).getUint32(0, true);
  }

  fixed64(): bigint {
    return this.#viewOf(8).getBigUint64(0, true);
  }

  float(): number {
    return this.#viewOf(4).getFloat32(0, true);
  }

  double(): number {
    return this.#viewOf(8).getFloat64(0, true);
  }

  #byte(): number {
    const byte = this.#bytes[this.#at];
    if (byte === undefined) throw new WireError('the message is truncated');
    this.#at++;
    return byte;
  }

  #take(length: number): Uint8Array {
    const start = this.#skip(length);
    return this.#bytes.subarray(start, start + length);
  }

  #viewOf(length: number): DataView {
    const start = this.#skip(length);
    return new DataView(this.#bytes.buffer, this.#bytes.byteOffset + start, length);
  }

  /** Moves on and answers where it was. */
  #skip(length: number): number {
    const start = this.#at;
    if (start + length > this.#bytes.length) throw new WireError('the message is truncated');
    this.#at = start + length;
    return start;
  }
}
