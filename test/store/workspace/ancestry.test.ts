import { describe, expect, test } from 'vitest';
import { commitKey } from '../../../store/keys.ts';
import { createMemoryStore } from '../../../store/memory.ts';
import type { Store } from '../../../store/store.ts';
import { ancestorAt, shortcutAfter } from '../../../store/workspace/ancestry.ts';
import { COMMIT_FORMAT, makeCommit, type RecordedCommit } from '../../../store/workspace/commit.ts';
import { createWorkspaceObjects } from '../../../store/workspace/objects.ts';
import { EMPTY_TREE } from '../../../store/workspace/tree/node.ts';

const COUNT = 1_000;

/** Commits one after the other; those before `since` were made by somebody who knew of no shortcuts. */
async function chain(since: number): Promise<{ readonly store: Store; readonly commits: readonly RecordedCommit[] }> {
  const store = createMemoryStore();
  const objects = createWorkspaceObjects(store);
  const commits: RecordedCommit[] = [];
  for (let number = 1; number <= COUNT; number += 1) {
    const parent = commits.at(-1);
    const shortcut = parent && number >= since ? await shortcutAfter(objects, parent) : undefined;
    const { commit, bytes } = makeCommit({
      format: COMMIT_FORMAT,
      tree: EMPTY_TREE.digest,
      parent: parent?.digest ?? null,
      ...(shortcut !== undefined && { shortcut }),
      number,
      author: 'ann',
      message: `change ${number}`,
      time: '2026-01-02T03:04:05.000Z',
    });
    await store.put(commitKey(commit.digest), bytes);
    commits.push(commit);
  }
  return { store, commits };
}

/** What a process that knows nothing yet finds, and how many commits it reads for that. */
async function find(store: Store, from: RecordedCommit | undefined, number: number) {
  let reads = 0;
  const get: Store['get'] = (...args) => {
    reads += 1;
    return store.get(...args);
  };
  const found = from && (await ancestorAt(createWorkspaceObjects({ ...store, get }), from, number));
  return { number: found?.number, digest: found?.digest, reads };
}

describe('an old commit', () => {
  test('is found in few reads, whichever it is', async () => {
    const { store, commits } = await chain(1);
    for (const wanted of commits) {
      const { number, digest, reads } = await find(store, commits.at(-1), wanted.number);
      expect({ number, digest }).toEqual({ number: wanted.number, digest: wanted.digest });
      expect(reads).toBeLessThanOrEqual(50);
    }
  });

  test('is found by way of those who knew of no shortcuts', async () => {
    const { store, commits } = await chain(600);
    for (const wanted of commits) {
      expect((await find(store, commits.at(-1), wanted.number)).digest).toBe(wanted.digest);
    }
  });

  test('is not found once it is collected, and those after it are', async () => {
    const { store, commits } = await chain(1);
    for (const { digest } of commits.slice(0, 300)) await store.delete(commitKey(digest));
    const newest = commits.at(-1);
    for (const number of [1, 37, 299, 300]) expect((await find(store, newest, number)).digest).toBeUndefined();
    for (const number of [301, 302, 512, 999]) expect((await find(store, newest, number)).number).toBe(number);
  });

  test('of a number that none has yet is not found', async () => {
    const { store, commits } = await chain(1);
    for (const number of [0, COUNT + 1]) expect((await find(store, commits.at(-1), number)).digest).toBeUndefined();
  });
});
