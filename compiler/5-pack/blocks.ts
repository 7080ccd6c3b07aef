/**
 * Where the blocks of a section begin and end.
 *
 * A resource decides alone, by its name and length, whether a block ends after it, so that adding, changing or removing
 * one resource moves no border but its own. Only the cap looks at neighbours; what it shifts, the next natural border
 * sets right again.
 */
import type { PackedResource } from './bundle.ts';

/** A value of at least this many bytes stands in a block of its own, whose value is cut into chunks. */
export const LARGE = 64 * 1024;

/** How many resources a block of small ones has on average. */
const AVERAGE_RESOURCES = 64;
/** No block has more; one in 3,000 would. */
const MOST_RESOURCES = 8 * AVERAGE_RESOURCES;

export const isLarge = (value: Uint8Array): boolean => value.length >= LARGE;

/** Divides resources, in their order, into the runs that become blocks. */
export function divideIntoBlocks(resources: readonly PackedResource[]): PackedResource[][] {
  const blocks: PackedResource[][] = [];
  let block: PackedResource[] = [];
  const close = () => {
    if (block.length > 0) blocks.push(block);
    block = [];
  };
  for (const resource of resources) {
    if (isLarge(resource.value)) close();
    block.push(resource);
    if (endsBlock(resource) || block.length === MOST_RESOURCES) close();
  }
  close();
  return blocks;
}

/**
 * Draws, by the hash of its name, whether a resource ends its block: one small resource in 64 does, and larger ones do
 * more often, so that a block of them is about as long as one {@link LARGE} value.
 */
function endsBlock({ name, value }: PackedResource): boolean {
  const chance = Math.max(1 / AVERAGE_RESOURCES, value.length / LARGE);
  return nameHash(name) < chance * 2 ** 32;
}

/** FNV-1a over UTF-16 code units, then MurmurHash3's finalizer, so that all 32 bits depend on all of the name. */
function nameHash(name: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
