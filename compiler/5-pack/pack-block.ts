/** Packs one block: frames its resources and cuts them into chunks. */
import { isLarge } from './blocks.ts';
import type { PackedResource } from './bundle.ts';
import { concatenate } from './bytes.ts';
import { frame } from './frame.ts';
import { digest, textDigest } from '../hash.ts';
import { blockKey, rememberedContent, type PackedBlock, type PackMemo } from './memo.ts';
import type { Chunk } from './resource-version.ts';

/** Packs a run of resources, as the division into blocks gives it: several small ones, or a single large one. */
export function packBlock(resources: readonly PackedResource[], memo: PackMemo): PackedBlock {
  const first = resources[0];
  if (!first) throw new Error('a block has at least one resource');
  const chunks = isLarge(first.value) ? chunksOfLarge(first, memo) : [chunkOfSmall(resources, memo)];
  const versions = resources.map((resource) => [resource.name, rememberedContent(resource, memo).version]);
  const block = {
    resources: resources.length,
    bytes: chunks.reduce((sum, { bytes }) => sum + bytes.length, 0),
    chunks: chunks.map((chunk) => chunk.digest),
  };
  return { key: blockKey(first), resources, block, chunks, versions: textDigest(JSON.stringify(versions)) };
}

function chunkOfSmall(resources: readonly PackedResource[], memo: PackMemo): Chunk {
  const parts = resources.flatMap((resource) => {
    const { head, tail } = frame(resource, rememberedContent(resource, memo).version);
    return [head, resource.value, tail];
  });
  return toChunk(concatenate(parts));
}

/** The value's chunks stand between one for the head and, if there are requirements, one for the tail. */
function chunksOfLarge(resource: PackedResource, memo: PackMemo): Chunk[] {
  const content = rememberedContent(resource, memo);
  const { head, tail } = frame(resource, content.version);
  return [toChunk(head), ...content.chunks, ...(tail.length > 0 ? [toChunk(tail)] : [])];
}

const toChunk = (bytes: Uint8Array): Chunk => ({ digest: digest(bytes), bytes });
