import { expect, test } from 'vitest';
import { publishStep, type PublishStepOptions } from '../../functions/publish-step.ts';
import { readHead, readRevision } from '../../store/head.ts';
import { createMemoryStore } from '../../store/memory.ts';
import { readSignKey, generateKeyPair } from '../../store/signing/keys.ts';
import type { Store } from '../../store/store.ts';
import { publishWorkspace } from '../../store/workspace/publish.ts';
import { writeSettings } from '../../store/workspace/settings.ts';
import { openWorkspace, viewHead } from '../../store/workspace/workspace.ts';
import { commitChanges } from '../../store/workspace/write.ts';
import { put, SHOP, virtualHost } from '../store/workspace/documents.ts';

const NOW = Date.parse('2026-01-02T03:04:05.000Z');
const time = new Date(NOW).toISOString();

async function commit(store: Store, name = 'default', changes = SHOP): Promise<void> {
  await commitChanges<never>(
    openWorkspace(store, name),
    () => ({ status: 'changes', changes: changes.map((one) => put(one)) }),
    {
      author: 'ada',
      message: `${changes.length} documents`,
      now: NOW,
    },
  );
}

const automatic = (store: Store, name = 'default') =>
  writeSettings(openWorkspace(store, name), { publish: 'automatic' });

const step = (store: Store, options: Partial<PublishStepOptions> = {}) =>
  publishStep({ store, workspaces: ['default'], author: 'enroute', now: NOW, ...options });

async function headOf(store: Store) {
  const head = await readHead(store, 'default/edge');
  return head && readRevision(store, head.pointer.revision);
}

test('a workspace is published if it says so, and only what is new', async () => {
  const store = createMemoryStore();
  expect(await step(store)).toEqual([{ workspace: 'default', status: 'manual', published: [] }]);
  await automatic(store);
  expect(await step(store)).toEqual([{ workspace: 'default', status: 'empty', published: [] }]);
  await commit(store);
  const done = { workspace: 'default', status: 'done' };
  expect(await step(store, { workspaces: ['default', 'default'] })).toEqual([{ ...done, published: ['default/edge'] }]);
  expect(await headOf(store)).toMatchObject({ number: 1, author: 'enroute', message: '4 documents', time });
  expect(await step(store)).toEqual([{ ...done, published: [] }]);
  expect(await headOf(store)).toMatchObject({ number: 1 });
});

/** Whoever is to write the pointer for the first time finds that somebody has been there just before. */
function withRival(store: Store, rival: () => Promise<void>): Store {
  let hasActed = false;
  return {
    ...store,
    async put(key, bytes, condition) {
      if (key.startsWith('pointers/') && !hasActed) {
        hasActed = true;
        await rival();
      }
      return store.put(key, bytes, condition);
    },
  };
}

test('the newest commit is published even if somebody publishes an older one meanwhile', async () => {
  const store = createMemoryStore();
  await automatic(store);
  await commit(store);
  const { commit: older } = await viewHead(openWorkspace(store, 'default'));
  await commit(store, 'default', [virtualHost('second')]);
  const rival = async () => {
    if (older) await publishWorkspace(openWorkspace(store, 'default'), { author: 'rival', time, commit: older });
  };
  const [result] = await step(withRival(store, rival));
  expect(result).toEqual({ workspace: 'default', status: 'done', published: ['default/edge'] });
  expect(await headOf(store)).toMatchObject({ number: 2, author: 'enroute', message: '1 documents' });
});

test('what fails is told with its reason, and keeps no other workspace back', async () => {
  const store = createMemoryStore();
  await automatic(store);
  await commit(store);
  await store.put('workspaces/broken/settings.json', new Uint8Array());
  const results = await step(store, { workspaces: ['broken', 'NO NAME', 'default'] });
  expect(results.map(({ status }) => status)).toEqual(['failed', 'failed', 'done']);
  expect(results[0]?.message).toContain('workspaces/broken/settings.json is broken');
});

test('without a key nothing is published over what was signed', async () => {
  const store = createMemoryStore();
  await automatic(store);
  await commit(store);
  const key = await readSignKey((await generateKeyPair()).privatePem);
  await step(store, { signKeys: [key] });
  await commit(store, 'default', [virtualHost('second')]);
  expect(await step(store)).toEqual([
    {
      workspace: 'default',
      status: 'failed',
      published: [],
      message: 'default/edge was signed before, and there is no key to sign it with',
    },
  ]);
  expect(await step(store, { signKeys: [key] })).toMatchObject([{ status: 'done', published: ['default/edge'] }]);
  const next = await readSignKey((await generateKeyPair()).privatePem);
  await commit(store, 'default', [virtualHost('third')]);
  const [result] = await step(store, { signKeys: [next] });
  expect(result).toMatchObject({ status: 'done', warning: expect.stringContaining('put back on revision 2') });
  const [vouched] = await step(store, { signKeys: [next], verifyKeys: [key] });
  expect(vouched).not.toHaveProperty('warning');
});
