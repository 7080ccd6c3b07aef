/**
 * Reads blocks without decoding or copying a resource: every entry is made of views into the block's bytes.
 *
 * What is read is the strict layout of bundle.ts, which packing writes: fields in one order, and none besides.
 */
import type { Block, Digest, Requirement } from './bundle.ts';
import { concatenate } from './bytes.ts';
import { TAG } from './frame.ts';

/** One resource of a block. */
export interface Entry {
  readonly name: string;
  readonly version: string;
  /** Tag, length and `Resource` message: ready to stand in a `DeltaDiscoveryResponse`, as its field 2. */
  readonly resource: Uint8Array;
  /** Tag, length and `Any` message: ready to stand in a `DiscoveryResponse`, as its field 2. */
  readonly any: Uint8Array;
  readonly requires: readonly Requirement[];
}

/** A block whose bytes do not follow the layout. Its digest may be right all the same: then its publisher is wrong. */
export class MalformedBlock extends Error {
  override readonly name = 'MalformedBlock';
}

/**
 * The bytes of a block: those of its only chunk, or a copy of all of them in a row.
 * @throws MalformedBlock if a chunk is missing.
 */
export function blockBytes(block: Block, chunks: ReadonlyMap<Digest, Uint8Array>): Uint8Array {
  const parts = block.chunks.map((digest) => {
    const bytes = chunks.get(digest);
    if (!bytes) throw new MalformedBlock(`chunk ${digest} is missing`);
    return bytes;
  });
  const [only, ...others] = parts;
  return only && others.length === 0 ? only : concatenate(parts);
}

/**
 * The entries of a block, in name order.
 * @throws MalformedBlock if the bytes do not follow the layout.
 */
export function readBlock(bytes: Uint8Array): Entry[] {
  const block: Cursor = { bytes, at: 0, end: bytes.length };
  const entries: Entry[] = [];
  while (block.at < block.end) entries.push(readEntry(block));
  return entries;
}

/** A place in a message that ends where `end` says. */
interface Cursor {
  readonly bytes: Uint8Array;
  at: number;
  readonly end: number;
}

function readEntry(block: Cursor): Entry {
  const start = block.at;
  const inner = openField(block, TAG.resource);
  const name = readText(inner, TAG.name);
  const version = readText(inner, TAG.version);
  const anyStart = inner.at;
  openField(inner, TAG.any);
  if (inner.at !== inner.end) throw malformed(inner);
  return {
    name,
    version,
    resource: block.bytes.subarray(start, block.at),
    any: block.bytes.subarray(anyStart, block.at),
    requires: readRequirements(block),
  };
}

function readRequirements(block: Cursor): Requirement[] {
  const requires: Requirement[] = [];
  while (block.at < block.end && block.bytes[block.at] === TAG.requirement) {
    const inner = openField(block, TAG.requirement);
    requires.push({ typeUrl: readText(inner, TAG.typeUrl), name: readText(inner, TAG.value) });
    if (inner.at !== inner.end) throw malformed(inner);
  }
  return requires;
}

/** The inside of the length-delimited field that stands here; the outer cursor moves behind it. */
function openField(outer: Cursor, tag: number): Cursor {
  if (outer.at >= outer.end || outer.bytes[outer.at] !== tag) throw malformed(outer);
  outer.at++;
  const length = readVarint(outer);
  const inner = { bytes: outer.bytes, at: outer.at, end: outer.at + length };
  if (inner.end > outer.end) throw malformed(outer);
  outer.at = inner.end;
  return inner;
}

function readText(outer: Cursor, tag: number): string {
  const { bytes, at, end } = openField(outer, tag);
  try {
    return utf8.decode(bytes.subarray(at, end));
  } catch {
    throw malformed(outer); // Not UTF-8, which is all that a fatal decoder refuses.
  }
}

/** A length: at most 32 bits, in at most five groups of seven. */
function readVarint(cursor: Cursor): number {
  let value = 0;
  for (let scale = 1; scale <= 2 ** 28 && cursor.at < cursor.end; scale *= 128) {
    const byte = cursor.bytes[cursor.at++] ?? 0;
    value += (byte & 127) * scale;
    if (byte < 128) return value;
  }
  throw malformed(cursor);
}

const malformed = ({ at }: Cursor): MalformedBlock => new MalformedBlock(`the block is malformed at byte ${at}`);

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
