/**
 * Cuts a large value into chunks whose borders depend on the bytes before them, so that an insertion in its middle
 * changes one chunk or two, and all others keep their digests.
 *
 * Source: the gear hash of Xia et al., "FastCDC: a Fast and Efficient Content-Defined Chunking Approach for Data
 * Deduplication", USENIX ATC 2016.
 */

const SHORTEST = 8 * 1024;
const LONGEST = 128 * 1024;
/** A border falls where the highest bits of the hash are all zero: after 32 KiB on average, beyond the shortest. */
const BORDER_BITS = 15;
/** The hash forgets a byte after 32 more, so hashing begins this long before the first border that may be. */
const WINDOW = 32;

/** The value's chunks in order: views of its bytes, at least one. */
export function cutIntoChunks(value: Uint8Array): Uint8Array[] {
  const chunks: Uint8Array[] = [];
  let start = 0;
  do {
    const end = chunkEnd(value, start);
    chunks.push(value.subarray(start, end));
    start = end;
  } while (start < value.length);
  return chunks;
}

function chunkEnd(value: Uint8Array, start: number): number {
  const latest = Math.min(start + LONGEST, value.length);
  let hash = 0;
  for (let at = Math.min(start + SHORTEST - WINDOW, latest); at < latest; at++) {
    hash = ((hash << 1) + (GEAR[value[at] ?? 0] ?? 0)) | 0;
    if (hash >>> (32 - BORDER_BITS) === 0 && at >= start + SHORTEST) return at + 1;
  }
  return latest;
}

/** 256 numbers without a pattern; they are part of the bundle's layout and never change. */
const GEAR: Int32Array = gearTable();

/** Mulberry32 from a fixed seed. */
function gearTable(): Int32Array {
  let state = 0x656e726f;
  return Int32Array.from({ length: 256 }, () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return mixed ^ (mixed >>> 14);
  });
}
