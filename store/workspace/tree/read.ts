/** Reads a tree: one document, those that follow a key, or all. */
import type { Digest } from '../../../compiler/5-pack/bundle.ts';
import { inParallel } from '../../parallel.ts';
import { PARALLEL } from '../../transfer.ts';
import type { LoadNode } from './change.ts';
import { isLeaf, lastKey, type Leaf, type LeafItem, type TreeNode } from './node.ts';

export async function findItem(load: LoadNode, root: Digest, key: string): Promise<LeafItem | undefined> {
  let node = await load(root);
  while (!isLeaf(node)) {
    const child = node.items.find((item) => item.key >= key);
    if (!child) return undefined;
    node = await load(child.node);
  }
  return node.items.find((item) => item.key === key);
}

/** Items in the order of their keys, from the first whose key is greater than `after`. */
export async function* itemsAfter(load: LoadNode, root: Digest, after: string): AsyncGenerator<LeafItem> {
  const node = await load(root);
  if (lastKey(node) <= after) return;
  if (isLeaf(node)) {
    yield* node.items.filter(({ key }) => key > after);
    return;
  }
  for (const { key, node: child } of node.items) if (key > after) yield* itemsAfter(load, child, after);
}

/** All items in the order of their keys; nodes are read many at a time. */
export async function allItems(load: LoadNode, root: Digest): Promise<readonly LeafItem[]> {
  const leaves = await leavesBelow(load, [await load(root)]);
  return leaves.flatMap(({ items }) => items);
}

async function leavesBelow(load: LoadNode, level: readonly TreeNode[]): Promise<readonly Leaf[]> {
  const leaves = level.filter(isLeaf);
  if (leaves.length === level.length) return leaves;
  const children = level.flatMap((node) => (isLeaf(node) ? [] : node.items.map((item) => item.node)));
  return leavesBelow(load, await inParallel(PARALLEL, children, load));
}
