/** What packing remembers of one gateway's last bundle, so that the next one costs what has changed. */
import type { Block, PackedResource, Requirement } from './bundle.ts';
import { hashContent, type Chunk, type Content } from './resource-version.ts';

/**
 * Opaque to all but packing, which updates it. It never changes what a bundle is, only how long it takes.
 *
 * Values are known by identity: whoever changes a resource makes new bytes, and hands in the same `Uint8Array` for a
 * resource that is as it was.
 */
export interface PackMemo {
  readonly contents: WeakMap<Uint8Array, Content>;
  /** The blocks of the last bundle, by type URL and the name of their first resource. */
  blocks: ReadonlyMap<string, PackedBlock>;
}

/** A block with what it was made from. */
export interface PackedBlock {
  /** Where the memo keeps it. */
  readonly key: string;
  readonly resources: readonly PackedResource[];
  readonly block: Block;
  readonly chunks: readonly Chunk[];
  /** Digest over the names and versions in it. */
  readonly versions: string;
}

export const createPackMemo = (): PackMemo => ({ contents: new WeakMap(), blocks: new Map() });

/** The key of {@link PackMemo.blocks}. Type URLs have no spaces. */
export const blockKey = ({ typeUrl, name }: PackedResource): string => `${typeUrl} ${name}`;

/** The last bundle's block of exactly these resources, if it had one. */
export function rememberedBlock(resources: readonly PackedResource[], memo: PackMemo): PackedBlock | undefined {
  const first = resources[0];
  const block = first && memo.blocks.get(blockKey(first));
  if (block?.resources.length !== resources.length) return undefined;
  return block.resources.every((resource, index) => sameResource(resource, resources[index])) ? block : undefined;
}

/** The content of a resource, hashed once for each value. */
export function rememberedContent(resource: PackedResource, memo: PackMemo): Content {
  const known = memo.contents.get(resource.value);
  if (known) return known;
  const content = hashContent(resource.value, memo.blocks.get(blockKey(resource))?.chunks);
  memo.contents.set(resource.value, content);
  return content;
}

const sameResource = (a: PackedResource, b: PackedResource | undefined): boolean =>
  a.value === b?.value && a.name === b.name && a.typeUrl === b.typeUrl && sameRequirements(a.requires, b.requires);

const sameRequirements = (a: readonly Requirement[], b: readonly Requirement[]): boolean =>
  a === b ||
  (a.length === b.length && a.every(({ typeUrl, name }, at) => typeUrl === b[at]?.typeUrl && name === b[at].name));
