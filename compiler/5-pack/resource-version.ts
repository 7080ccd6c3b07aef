/** What a resource's version is made of. */
import { isLarge } from './blocks.ts';
import { sameBytes } from './bytes.ts';
import { cutIntoChunks } from './chunks.ts';
import { digest, textVersion, version } from '../hash.ts';
import type { Digest } from './bundle.ts';

/** Some bytes and their digest. */
export interface Chunk {
  readonly digest: Digest;
  readonly bytes: Uint8Array;
}

/** What a value's bytes alone decide. */
export interface Content {
  readonly version: string;
  /** The value in chunks if it is large, else nothing. */
  readonly chunks: readonly Chunk[];
}

/**
 * Hashes a value. A large one is cut into chunks, and its version is a hash over their digests: those are needed for the
 * bundle in any case, and the ones that an earlier version of the value had need no hashing again.
 * @param known Chunks whose digests are known, best those of the value before a change.
 */
export function hashContent(value: Uint8Array, known: readonly Chunk[] = []): Content {
  if (!isLarge(value)) return { version: version(value), chunks: [] };

  const chunks = cutIntoChunks(value).map((bytes) => knownChunk(bytes, known) ?? { digest: digest(bytes), bytes });
  return { version: textVersion(chunks.map((chunk) => chunk.digest).join()), chunks };
}

/** Lengths are nearly unique among the chunks of a value, so hardly any bytes are compared in vain. */
function knownChunk(bytes: Uint8Array, known: readonly Chunk[]): Chunk | undefined {
  const same = known.find((chunk) => sameBytes(chunk.bytes, bytes));
  return same && { digest: same.digest, bytes };
}
