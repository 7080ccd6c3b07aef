/** Compares two trees: only nodes that they do not share are read. */
import type { Digest } from '../../../compiler/5-pack/bundle.ts';
import { compare } from '../../../compiler/compare.ts';
import { inParallel } from '../../parallel.ts';
import { PARALLEL } from '../../transfer.ts';
import type { LoadNode } from './change.ts';
import { isLeaf, type LeafItem, type TreeNode } from './node.ts';

export interface ItemDifference {
  readonly key: string;
  /** Absent if it was added. */
  readonly before?: LeafItem;
  /** Absent if it was removed. */
  readonly after?: LeafItem;
}

/** Items that are not the same in both, in the order of their keys. */
export async function diffTrees(load: LoadNode, before: Digest, after: Digest): Promise<readonly ItemDifference[]> {
  const [old, now] = await differingItems(load, [before], [after]);
  const keys = [...new Set([...old.keys(), ...now.keys()])].sort(compare);
  return keys.flatMap((key): readonly ItemDifference[] => {
    const [was, is] = [old.get(key), now.get(key)];
    return was?.etag === is?.etag ? [] : [{ key, ...(was && { before: was }), ...(is && { after: is }) }];
  });
}

type Items = ReadonlyMap<string, LeafItem>;

/** Goes down both trees level by level, and leaves out what both have on a level. */
async function differingItems(
  load: LoadNode,
  before: readonly Digest[],
  after: readonly Digest[],
): Promise<readonly [Items, Items]> {
  const others = new Set(after);
  const shared = new Set(before.filter((node) => others.has(node)));
  const read = (nodes: readonly Digest[]) =>
    inParallel(
      PARALLEL,
      nodes.filter((node) => !shared.has(node)),
      async (digest) => ({ digest, node: await load(digest) }),
    );
  const [old, now] = [await read(before), await read(after)];
  const level = Math.max(0, ...[...old, ...now].map(({ node }) => node.level));
  if (level === 0) return [itemsOf(old), itemsOf(now)];
  return differingItems(load, below(old, level), below(now, level));
}

interface Loaded {
  readonly digest: Digest;
  readonly node: TreeNode;
}

const itemsOf = (nodes: readonly Loaded[]): Items =>
  new Map(nodes.flatMap(({ node }) => (isLeaf(node) ? node.items.map((item) => [item.key, item] as const) : [])));

/** Children of nodes on this level; a tree that is not as high waits. */
const below = (nodes: readonly Loaded[], level: number): readonly Digest[] =>
  nodes.flatMap(({ digest, node }) =>
    isLeaf(node) || node.level < level ? [digest] : node.items.map((item) => item.node),
  );
