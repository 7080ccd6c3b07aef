/** Changes a tree: what is not touched stays as it is, and is shared by both trees. */
import type { Digest } from '../../../compiler/5-pack/bundle.ts';
import { compare } from '../../../compiler/compare.ts';
import {
  documentsIn,
  EMPTY_TREE,
  isBoundary,
  isLeaf,
  lastKey,
  makeNode,
  type Item,
  type LeafItem,
  type MadeNode,
  type TreeNode,
} from './node.ts';

export type LoadNode = (digest: Digest) => Promise<TreeNode>;

/** What stands under a key afterwards; `undefined`: nothing. */
export type ItemChanges<I extends Item = LeafItem> = ReadonlyMap<string, I | undefined>;

export interface ChangedTree {
  readonly root: Digest;
  /** Nodes that the tree before does not have where they now are. */
  readonly made: ReadonlyMap<Digest, MadeNode>;
}

/** The tree with some items put or taken away. Time and new nodes follow the number of changes, and the height. */
export async function changeTree(load: LoadNode, root: Digest, changes: ItemChanges): Promise<ChangedTree> {
  const made = new Map<Digest, MadeNode>();
  if (changes.size === 0) return { root, made };
  const old = await load(root);
  let pending: ItemChanges<Item> = changes;
  for (let level = 0; ; level++) {
    const before = level <= old.level ? { load, root: old, level } : undefined;
    const next = await changeLevel(before, level, pending);
    for (const one of next.made) made.set(one.digest, one);
    if (level < old.level) {
      if (next.changes.size === 0) return { root, made: new Map() };
      pending = next.changes;
    } else if (next.made.length <= 1) {
      return { root: await lowest(load, made, next.made[0] ?? EMPTY_TREE), made: withEmpty(made, next.made) };
    } else pending = next.changes;
  }
}

const withEmpty = (made: Map<Digest, MadeNode>, top: readonly MadeNode[]): ReadonlyMap<Digest, MadeNode> =>
  top.length === 0 ? made.set(EMPTY_TREE.digest, EMPTY_TREE) : made;

/** A root above a single node is none. */
async function lowest(load: LoadNode, made: ReadonlyMap<Digest, MadeNode>, top: MadeNode): Promise<Digest> {
  let { digest, node } = top;
  for (;;) {
    const [only, ...others] = isLeaf(node) ? [] : node.items;
    if (!only || others.length > 0) return digest;
    digest = only.node;
    node = made.get(digest)?.node ?? (await load(digest));
  }
}

/** The nodes of one level of a tree. */
interface Level {
  readonly load: LoadNode;
  readonly root: TreeNode;
  readonly level: number;
}

interface LevelChange {
  readonly made: readonly MadeNode[];
  /** What that changes in the level above. */
  readonly changes: ItemChanges<Item>;
}

async function changeLevel(before: Level | undefined, level: number, changes: ItemChanges<Item>): Promise<LevelChange> {
  const keys = [...changes.keys()].sort(compare);
  const made: MadeNode[] = [];
  const above = new Map<string, Item | undefined>();
  for (let at = 0; at < keys.length;) {
    const run = await changeRun(before, level, keys.slice(at), changes);
    at += run.changed;
    for (const key of run.replaced) above.set(key, undefined);
    for (const node of split(level, run.items)) {
      made.push(node);
      above.set(lastKey(node.node), { key: lastKey(node.node), node: node.digest, documents: documentsIn(node.node) });
    }
  }
  return { made, changes: above };
}

interface Run {
  readonly items: readonly Item[];
  /** The last keys of the nodes whose place the items take. */
  readonly replaced: readonly string[];
  /** How many of the changes are done. */
  readonly changed: number;
}

/** Changes the node where the first key belongs, and as many after it as have to be joined since it ends there no more. */
async function changeRun(
  before: Level | undefined,
  level: number,
  keys: readonly string[],
  changes: ItemChanges<Item>,
): Promise<Run> {
  let node = before && (await nodeOf(before, (key) => key >= (keys[0] ?? ''), 'or-last'));
  let items: readonly Item[] = [];
  let changed = 0;
  const replaced: string[] = [];
  for (;;) {
    const end = node && lastKey(node);
    const next = end === undefined ? undefined : before && (await nodeOf(before, (key) => key > end, 'or-none'));
    if (node && end !== undefined && node.items.length > 0) replaced.push(end);
    const here = next && end !== undefined ? keys.slice(changed).filter((key) => key <= end) : keys.slice(changed);
    changed += here.length;
    items = [...items, ...merged(node?.items ?? [], here, changes)];
    const last = items.at(-1);
    if (!next || (last && isBoundary(level, last.key))) return { items, replaced, changed };
    node = next;
  }
}

/** The first node of a level whose last key is one that is wanted. */
async function nodeOf(
  { load, root, level }: Level,
  isWanted: (lastKey: string) => boolean,
  otherwise: 'or-last' | 'or-none',
): Promise<TreeNode | undefined> {
  let node = root;
  if (otherwise === 'or-none' && !isWanted(lastKey(node))) return undefined;
  while (node.level > level && !isLeaf(node)) {
    const child = node.items.find(({ key }) => isWanted(key)) ?? node.items.at(-1);
    if (!child) return undefined;
    node = await load(child.node);
  }
  return node;
}

function merged(items: readonly Item[], keys: readonly string[], changes: ItemChanges<Item>): readonly Item[] {
  if (keys.length === 0) return items;
  const all = new Map(items.map((item) => [item.key, item]));
  for (const key of keys) {
    const item = changes.get(key);
    if (item) all.set(key, item);
    else all.delete(key);
  }
  return [...all.values()].sort((a, b) => compare(a.key, b.key));
}

function split(level: number, items: readonly Item[]): readonly MadeNode[] {
  const nodes: MadeNode[] = [];
  let from = 0;
  for (const [index, { key }] of items.entries()) {
    if (index < items.length - 1 && !isBoundary(level, key)) continue;
    nodes.push(makeNode(level, items.slice(from, index + 1)));
    from = index + 1;
  }
  return nodes;
}
