import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Digest } from '../../../compiler/5-pack/bundle.ts';
import { changeTree, type LoadNode } from '../../../store/workspace/tree/change.ts';
import { diffTrees } from '../../../store/workspace/tree/diff.ts';
import { documentsIn, EMPTY_TREE, leafItem, type MadeNode, type TreeNode } from '../../../store/workspace/tree/node.ts';
import { allItems, findItem, itemsAfter } from '../../../store/workspace/tree/read.ts';

/** What stands under each key; nothing: it goes. */
type Changes = ReadonlyMap<string, number | undefined>;

function createForest() {
  const nodes = new Map<Digest, TreeNode>([[EMPTY_TREE.digest, EMPTY_TREE.node]]);
  const load: LoadNode = async (digest) => {
    const node = nodes.get(digest);
    if (!node) throw new Error('a node is missing');
    return node;
  };
  const change = async (root: Digest, changes: Changes): Promise<{ root: Digest; made: readonly MadeNode[] }> => {
    const items = new Map([...changes].map(([key, n]) => [key, n === undefined ? undefined : leafItem(key, { n })]));
    const changed = await changeTree(load, root, items);
    for (const made of changed.made.values()) nodes.set(made.digest, made.node);
    return { root: changed.root, made: [...changed.made.values()] };
  };
  return { load, change };
}

const valuesIn = async (load: LoadNode, root: Digest) =>
  (await allItems(load, root)).map(({ key, document }) => [key, document?.['n']]);

const sorted = (model: ReadonlyMap<string, number>) => [...model].sort(([a], [b]) => (a < b ? -1 : 1));

const many = (count: number, from = 0): Changes =>
  new Map(Array.from({ length: count }, (_, index) => [`Route default r${from + index}`, index]));

/** Enough for several leaves, of which some lose their last key. */
const anyKey = fc.integer({ min: 0, max: 400 }).map((number) => `Route default r${number}`);
const anyChanges = fc.array(fc.tuple(anyKey, fc.option(fc.nat(9), { nil: undefined })), {
  minLength: 40,
  maxLength: 200,
  size: 'max',
});

describe('trees', () => {
  test('hold what a map holds, and are the same tree whatever happened before', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyChanges, { maxLength: 8 }), async (rounds) => {
        const { load, change } = createForest();
        const model = new Map<string, number>();
        let root = EMPTY_TREE.digest;
        for (const round of rounds) {
          ({ root } = await change(root, new Map(round)));
          for (const [key, value] of new Map(round)) {
            if (value === undefined) model.delete(key);
            else model.set(key, value);
          }
          expect(await valuesIn(load, root)).toEqual(sorted(model));
        }
        expect(documentsIn(await load(root))).toBe(model.size);
        const fresh = await createForest().change(EMPTY_TREE.digest, model);
        expect(root).toBe(fresh.root);
      }),
      { numRuns: 60 },
    );
  });

  test.each([0, 1, 3])('shrink to %i documents as if there had never been more', async (left) => {
    const { change } = createForest();
    const { root } = await change(EMPTY_TREE.digest, many(2_000));
    const gone = new Map([...many(2_000 - left, left).keys()].map((key) => [key, undefined] as const));
    expect((await change(root, gone)).root).toBe((await change(EMPTY_TREE.digest, many(left))).root);
  });

  test('find each item, and those after any key', async () => {
    const { load, change } = createForest();
    const { root } = await change(EMPTY_TREE.digest, many(2_000));
    const keys = (await allItems(load, root)).map(({ key }) => key);
    expect(keys).toHaveLength(2_000);
    for (const at of [0, 1, 31, 777, 1_998, 1_999]) {
      const key = keys[at] ?? '';
      expect((await findItem(load, root, key))?.key).toBe(key);
      expect(await findItem(load, root, `${key}x`)).toBeUndefined();
      const after: string[] = [];
      for await (const item of itemsAfter(load, root, key)) after.push(item.key);
      expect(after).toEqual(keys.slice(at + 1));
    }
  });

  test('write a few nodes for a change, however many documents there are', async () => {
    const { change } = createForest();
    const { root } = await change(EMPTY_TREE.digest, many(10_000));
    const { made } = await change(root, new Map([['Route default r5000', 77]]));
    expect(made.length).toBeLessThan(6);
    expect(made.reduce((sum, { bytes }) => sum + bytes.length, 0)).toBeLessThan(60_000);
  });

  test('are compared by what they do not share', async () => {
    await fc.assert(
      fc.asyncProperty(anyChanges, anyChanges, async (first, second) => {
        const { load, change } = createForest();
        const before = (await change(EMPTY_TREE.digest, new Map(first))).root;
        const after = (await change(before, new Map(second))).root;
        const old = new Map((await allItems(load, before)).map(({ key, etag }) => [key, etag]));
        const now = new Map((await allItems(load, after)).map(({ key, etag }) => [key, etag]));
        const different = [...new Set([...old.keys(), ...now.keys()])].filter((key) => old.get(key) !== now.get(key));
        const found = await diffTrees(load, before, after);
        expect(found.map(({ key }) => key)).toEqual(different.sort());
        for (const { key, before: was, after: is } of found)
          expect([was?.etag, is?.etag]).toEqual([old.get(key), now.get(key)]);
      }),
      { numRuns: 60 },
    );
    const { load, change } = createForest();
    const large = (await change(EMPTY_TREE.digest, many(5_000))).root;
    const small = (await change(large, new Map([['Route default r42', 1]]))).root;
    let loaded = 0;
    const counting: LoadNode = (digest) => {
      loaded += 1;
      return load(digest);
    };
    expect((await diffTrees(counting, large, small)).map(({ key }) => key)).toEqual(['Route default r42']);
    expect(loaded).toBeLessThan(12);
  });
});
