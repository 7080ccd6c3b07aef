/**
 * The frames in which gRPC carries messages: a byte that tells whether the message is compressed, four bytes of length,
 * the message.
 * Source: https://github.com/grpc/grpc/blob/v1.76.0/doc/PROTOCOL-HTTP2.md, "Length-Prefixed-Message"
 */

/** The length of what stands before each message. */
export const PREFIX_BYTES = 5;

/** A message that is not compressed, in parts, as one frame. */
export function frame(parts: readonly Uint8Array[]): Buffer {
  const prefix = Buffer.alloc(PREFIX_BYTES);
  prefix.writeUInt32BE(
    parts.reduce((sum, { length }) => sum + length, 0),
    1,
  );
  return Buffer.concat([prefix, ...parts]);
}

/** A frame that is not taken. */
export class FrameError extends Error {
  override readonly name = 'FrameError';
  readonly code: 'INTERNAL' | 'RESOURCE_EXHAUSTED';

  constructor(code: FrameError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** Takes in the next bytes of a stream, and gives the messages that are whole with them. */
export type FrameReader = (chunk: Buffer) => Iterable<Buffer>;

/**
 * A reader for one stream. A message is a view of the chunk that it came in, and good until the next one.
 *
 * @param maxBytes of a message
 * @throws FrameError, from the iterable, if a message is longer or compressed.
 */
export function createFrameReader(maxBytes: number): FrameReader {
  let started: Started | null = null;
  return function* read(chunk) {
    let at = 0;
    while (at < chunk.length) {
      const end = started ? null : endOfFrame(chunk, at, maxBytes);
      if (end !== null && end <= chunk.length) {
        yield chunk.subarray(at + PREFIX_BYTES, end);
        at = end;
        continue;
      }
      started ??= { bytes: Buffer.allocUnsafe(PREFIX_BYTES), length: 0 };
      at += append(started, chunk.subarray(at), maxBytes);
      const { bytes, length }: Started = started;
      if (length < (endOfFrame(bytes.subarray(0, length), 0, maxBytes) ?? PREFIX_BYTES)) continue;
      started = null;
      yield bytes.subarray(PREFIX_BYTES, length);
    }
  };
}

/** A frame of which the beginning is there. */
interface Started {
  bytes: Buffer;
  length: number;
}

/** What a frame is given room for as soon as its length is known, if it has so many bytes. */
const LEAST_BYTES = 64 * 1024;

/** Appends what belongs to the frame, and tells how much that is. */
function append(started: Started, chunk: Buffer, maxBytes: number): number {
  const end = endOfFrame(started.bytes.subarray(0, started.length), 0, maxBytes) ?? PREFIX_BYTES;
  const count = Math.min(end - started.length, chunk.length);
  const length = started.length + count;
  if (length > started.bytes.length) {
    // Grows with what has come: a length is said more easily than sent.
    const larger = Buffer.allocUnsafeSlow(Math.min(end, Math.max(LEAST_BYTES, 4 * length)));
    started.bytes.copy(larger, 0, 0, started.length);
    started.bytes = larger;
  }
  chunk.copy(started.bytes, started.length, 0, count);
  started.length = length;
  return count;
}

/** Where the frame ends that begins there; nothing if the bytes do not tell yet. */
function endOfFrame(bytes: Buffer, at: number, maxBytes: number): number | null {
  if (bytes.length - at < PREFIX_BYTES) return null;
  if (bytes[at] !== 0) throw new FrameError('INTERNAL', 'a message is compressed, and no encoding was said');
  const length = bytes.readUInt32BE(at + 1);
  if (length > maxBytes) {
    throw new FrameError('RESOURCE_EXHAUSTED', `a message of ${length} bytes is longer than ${maxBytes}`);
  }
  return at + PREFIX_BYTES + length;
}
