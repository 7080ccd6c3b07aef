/**
 * Room for many small results in few buffers: a buffer of its own costs each result more than its bytes do.
 *
 * A slab lives as long as any result in it, so slabs are small, and large results do without.
 */

const SLAB_SIZE = 1 << 14;
const LARGEST_IN_SLAB = 1 << 11;

let slab = new Uint8Array(SLAB_SIZE);
let used = 0;

/** A copy of the bytes between two positions. Its `buffer` may hold other copies too. */
export function copyBytes(source: Uint8Array, start: number, end: number): Uint8Array<ArrayBuffer> {
  const length = end - start;
  if (length > LARGEST_IN_SLAB) return new Uint8Array(source.subarray(start, end));
  if (used + length > SLAB_SIZE) {
    slab = new Uint8Array(SLAB_SIZE);
    used = 0;
  }
  const copy = slab.subarray(used, (used += length));
  copy.set(source.subarray(start, end));
  return copy;
}
