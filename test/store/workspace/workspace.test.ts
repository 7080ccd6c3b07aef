import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collectGarbage } from '../../../store/garbage.ts';
import { createMemoryStore } from '../../../store/memory.ts';
import type { Store } from '../../../store/store.ts';
import type { DocumentChange } from '../../../store/workspace/changes.ts';
import { COMMIT_FORMAT, makeCommit } from '../../../store/workspace/commit.ts';
import { treeKeyOf, type DocumentValue } from '../../../store/workspace/document.ts';
import { rollbackTo } from '../../../store/workspace/rollback.ts';
import { findCommit, openWorkspace, viewCommit, viewHead, walkCommits } from '../../../store/workspace/workspace.ts';
import type { Workspace } from '../../../store/workspace/workspace.ts';
import { commitChanges, type WriteOptions, type WriteResult } from '../../../store/workspace/write.ts';
import { all } from '../objects.ts';
import { describeEachStore } from '../stores.ts';
import { gateway, idOf, namesIn, put, remove, route, SHOP, upstream, virtualHost } from './documents.ts';

const open = (store: Store): Workspace => openWorkspace(store, 'main');

const NOW = Date.parse('2026-01-02T03:04:05.000Z');

const commit = (
  workspace: Workspace,
  changes: readonly DocumentChange[],
  options: Partial<WriteOptions<never>> = {},
): Promise<WriteResult<never>> =>
  commitChanges<never>(workspace, () => ({ status: 'changes', changes }), {
    author: 'test',
    message: 'a change',
    now: NOW,
    ...options,
  });

const HOUR = 3_600_000;
const later = (keepCommits: number) => ({ keep: 1, keepCommits, graceMs: HOUR, now: Date.now() + 2 * HOUR });

describeEachStore('a workspace', (openEmpty) => {
  test('is empty before the first commit', async () => {
    const view = await viewHead(open(await openEmpty()));
    expect(view.commit).toBeUndefined();
    expect(await view.all()).toEqual([]);
    expect(await view.get(idOf(gateway()))).toBeUndefined();
  });

  test('gives back what was committed, to whoever opens it', async () => {
    const store = await openEmpty();
    const result = await commit(
      open(store),
      SHOP.map((value) => put(value)),
    );
    expect(result).toMatchObject({
      status: 'committed',
      commit: { number: 1, parent: null, author: 'test', message: 'a change', time: '2026-01-02T03:04:05.000Z' },
    });
    const view = await viewHead(open(store));
    expect(await namesIn(view)).toEqual([
      'Gateway default/edge',
      'Route default/a',
      'Upstream default/demo',
      'VirtualHost default/shop',
    ]);
    expect((await view.get(idOf(gateway())))?.value).toEqual(gateway());
    expect(await view.count()).toBe(4);
  });

  test('keeps documents that are too large for a tree', async () => {
    const store = await openEmpty();
    const large: DocumentValue = { ...gateway(), metadata: { name: 'edge', annotations: { why: 'x'.repeat(20_000) } } };
    await commit(open(store), [put(large)]);
    expect((await (await viewHead(open(store))).get(idOf(large)))?.value).toEqual(large);
    await collectGarbage(store, later(1));
    expect((await (await viewHead(open(store))).get(idOf(large)))?.value).toEqual(large);
  });

  test('commits nothing that does not compile', async () => {
    const workspace = open(await openEmpty());
    const result = await commit(workspace, [put(gateway()), put(virtualHost()), put(route('a', 'nowhere'))]);
    expect(result).toMatchObject({
      status: 'invalid',
      diagnostics: [{ code: 'unknown-reference', subject: { kind: 'Route', name: 'a' } }],
    });
    expect((await viewHead(workspace)).commit).toBeUndefined();
  });

  test('makes no commit of what is so already, nor in a rehearsal', async () => {
    const workspace = open(await openEmpty());
    expect((await commit(workspace, [put(gateway())], { mode: 'plan' })).status).toBe('planned');
    expect((await viewHead(workspace)).commit).toBeUndefined();
    await commit(workspace, [put(gateway())]);
    expect((await commit(workspace, [put(gateway())])).status).toBe('unchanged');
    expect((await viewHead(workspace)).commit?.number).toBe(1);
  });

  test('lets both win who change different documents at once', async () => {
    const store = await openEmpty();
    await commit(
      open(store),
      SHOP.map((value) => put(value)),
    );
    const writers = Array.from({ length: 6 }, (_, index) => index);
    const results = await Promise.all(
      writers.map((index) => commit(open(store), [put(upstream(`u-${index}`))], { author: `writer ${index}` })),
    );
    expect(results.map(({ status }) => status)).toEqual(writers.map(() => 'committed'));
    const names = await namesIn(await viewHead(open(store)));
    expect(names.filter((name) => name.includes('/u-'))).toHaveLength(6);
    expect((await viewHead(open(store))).commit?.number).toBe(7);
  });

  test('lets one win of those who change the same document at once', async () => {
    const store = await openEmpty();
    await commit(
      open(store),
      SHOP.map((value) => put(value)),
    );
    const etag = (await (await viewHead(open(store))).get(idOf(upstream('demo'))))?.etag ?? '';
    const results = await Promise.all(
      [1, 2, 3, 4].map((port) => commit(open(store), [put(upstream('demo', port), { etags: [etag] })])),
    );
    const statuses = results.map(({ status }) => status);
    expect(statuses.filter((status) => status === 'committed')).toHaveLength(1);
    expect(statuses.filter((status) => status === 'stale' || status === 'conflict')).toHaveLength(3);
  });

  test('checks together what two have changed apart', async () => {
    const store = await openEmpty();
    await commit(
      open(store),
      [...SHOP, upstream('other')].map((value) => put(value)),
    );
    const results = await Promise.all([
      commit(open(store), [remove(upstream('other'))]),
      commit(open(store), [put(route('b', 'other'))]),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['committed', 'invalid']);
  });

  test('does a request once, however often it is sent', async () => {
    const store = await openEmpty();
    const request = { key: 'a'.repeat(64), content: 'b'.repeat(64) };
    const first = await commit(open(store), [put(gateway())], { request });
    await commit(open(store), [remove(gateway())]);
    const second = await commit(open(store), [put(gateway())], { request });
    if (first.status !== 'committed') throw new Error(first.status);
    expect(second).toEqual({ status: 'repeated', outcome: 'committed', commit: first.commit });
    expect(await namesIn(await viewHead(open(store)))).toEqual([]);
    const other = { key: request.key, content: 'c'.repeat(64) };
    expect((await commit(open(store), [put(gateway())], { request: other })).status).toBe('another-request');
    const nextDay = { request: other, now: NOW + 25 * HOUR };
    expect((await commit(open(store), [put(gateway())], nextDay)).status).toBe('committed');
  });

  test('has a history, and goes back to what was', async () => {
    const workspace = open(await openEmpty());
    await commit(
      workspace,
      SHOP.map((value) => put(value)),
    );
    await commit(workspace, [put(upstream('demo', 9090)), put(upstream('other'))]);
    await commit(workspace, [remove(route('a', 'demo'))]);
    const head = await findCommit(workspace, 'head');
    const numbers: number[] = [];
    for await (const { number } of walkCommits(workspace, head?.digest ?? '')) numbers.push(number);
    expect(numbers).toEqual([3, 2, 1]);

    const first = await findCommit(workspace, '1');
    if (!first) throw new Error('the first is missing');
    expect((await findCommit(workspace, first.digest.slice(0, 8)))?.number).toBe(1);
    expect(await findCommit(workspace, '4')).toBeUndefined();
    const differences = await viewCommit(workspace, first).differences(await viewHead(workspace));
    expect(differences.map(({ id, before, after }) => [treeKeyOf(id), Boolean(before), Boolean(after)])).toEqual([
      ['Route default a', true, false],
      ['Upstream default demo', true, true],
      ['Upstream default other', false, true],
    ]);

    const options = { author: 'test', message: 'back', now: NOW };
    expect(await rollbackTo(workspace, first, options)).toMatchObject({ status: 'committed', commit: { number: 4 } });
    expect((await viewHead(workspace)).tree).toBe(first.tree);
  });

  test('are found by the first characters of a digest, though these are digits', async () => {
    const workspace = open(createMemoryStore());
    const first = await commit(workspace, [put(upstream('a'))], { message: '0' });
    if (first.status !== 'committed') throw new Error(first.status);
    const { digest: parent } = first.commit;
    const planned = await commit(workspace, [put(upstream('b'))], { mode: 'plan' });
    const tree = planned.status === 'planned' ? planned.plan.after.tree : '';
    const written = {
      tree,
      parent,
      number: 2,
      author: 'test',
      time: new Date(NOW).toISOString(),
    };
    let message = 0;
    const digestNow = () => makeCommit({ ...written, format: COMMIT_FORMAT, message: String(message) }).commit.digest;
    while (!/^[1-9][0-9]{7}/.test(digestNow())) message += 1;
    await commit(workspace, [put(upstream('b'))], { message: String(message) });
    expect(await findCommit(workspace, digestNow().slice(0, 8))).toMatchObject({ number: 2, digest: digestNow() });
    expect(await findCommit(workspace, digestNow())).toMatchObject({ number: 2 });
    expect(await findCommit(workspace, '2')).toMatchObject({ number: 2 });
    expect(await findCommit(workspace, '12345678')).toBeUndefined();
  });

  test('loses nothing to a collection of garbage but old commits', async () => {
    const store = await openEmpty();
    const workspace = open(store);
    await commit(
      workspace,
      SHOP.map((value) => put(value)),
    );
    for (let port = 1; port <= 4; port++) await commit(workspace, [put(upstream('demo', port))]);
    const before = (await all(store.list(''))).length;
    expect(await collectGarbage(store, later(2))).toMatchObject({ status: 'collected' });
    // Three commits, and a root that is a leaf for each.
    expect((await all(store.list(''))).length).toBe(before - 6);
    expect(await namesIn(await viewHead(open(store)))).toHaveLength(4);
    const numbers: number[] = [];
    const head = (await viewHead(open(store))).commit;
    for await (const { number } of walkCommits(open(store), head?.digest ?? '')) numbers.push(number);
    expect(numbers).toEqual([5, 4]);
    // Garbage that is needed again is written again.
    expect((await commit(workspace, [put(upstream('demo', 1))])).status).toBe('committed');
    expect(await namesIn(await viewHead(open(store)))).toHaveLength(4);
  });
});

describe('a workspace', () => {
  test('lets nobody overwrite unseen what another has written meanwhile', async () => {
    const store = createMemoryStore();
    await commit(
      open(store),
      SHOP.map((value) => put(value)),
    );
    const results = await Promise.all([1, 2, 3].map((port) => commit(open(store), [put(upstream('demo', port))])));
    expect(results.map(({ status }) => status).sort()).toEqual(['committed', 'conflict', 'conflict']);
    expect((await viewHead(open(store))).commit?.number).toBe(2);
  });

  test('overwrites nothing that is not as it was when the change was planned', async () => {
    const workspace = open(createMemoryStore());
    await commit(
      workspace,
      SHOP.map((value) => put(value)),
    );
    const base = await viewHead(workspace);
    await commit(workspace, [put(upstream('demo', 9090)), put(upstream('new'))]);
    const conflict = { status: 'conflict', id: { kind: 'Upstream', name: 'demo' } };
    expect(await commit(workspace, [put(upstream('demo', 7070))], { base })).toMatchObject(conflict);
    expect(await commit(workspace, [put(upstream('demo'))], { base })).toMatchObject(conflict);
    expect(await commit(workspace, [put(upstream('demo', 7070))], { base, mode: 'plan' })).toMatchObject(conflict);
    expect(await commit(workspace, [remove(upstream('new'))], { base })).toMatchObject({ status: 'conflict' });
    expect(await commit(workspace, [put(upstream('demo', 9090))], { base })).toMatchObject({ status: 'unchanged' });
    expect(await commit(workspace, [put(route('b', 'demo'))], { base })).toMatchObject({ status: 'committed' });
    const now = await viewHead(workspace);
    expect((await now.get(idOf(upstream('demo'))))?.value).toEqual(upstream('demo', 9090));
  });

  test('holds what a map holds, whatever is done by whom', async () => {
    const names = ['a', 'b', 'c', 'd'];
    const step = fc.record({
      writer: fc.integer({ min: 0, max: 1 }),
      name: fc.constantFrom(...names),
      port: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const store = createMemoryStore();
        const writers = [open(store), open(store)];
        const model = new Map<string, DocumentValue>();
        for (const { writer, name, port } of steps) {
          const value = upstream(name, port);
          const workspace = writers[writer] ?? open(store);
          const isSame =
            port === undefined ? !model.has(name) : JSON.stringify(model.get(name)) === JSON.stringify(value);
          const { status } = await commit(workspace, [port === undefined ? remove(value) : put(value)]);
          expect(status).toBe(isSame ? 'unchanged' : 'committed');
          if (port === undefined) model.delete(name);
          else model.set(name, value);
          const held = await (await viewHead(open(store))).all();
          expect(held.map(({ value: document }) => document)).toEqual(
            [...model].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, document]) => document),
          );
        }
      }),
      { numRuns: 25 },
    );
  });
});
