import { describe, expect, test } from 'vitest';
import { pack } from '../../compiler/5-pack/pack.ts';
import { history } from '../../store/history.ts';
import { loadBundle } from '../../store/load.ts';
import { createMemoryStore } from '../../store/memory.ts';
import { publish, type PublishResult } from '../../store/publish.ts';
import { rollback } from '../../store/rollback.ts';
import { StoreError } from '../../store/store.ts';
import { changed, input, manyResources, noise, route } from '../pack/resources.ts';
import { byTest, edition, GATEWAY, servedBundle } from './bundles.ts';
import { counting, failingAfter } from './broken-store.ts';
import { describeEachStore } from './stores.ts';

async function failsWithStoreError(attempt: Promise<unknown>): Promise<boolean> {
  try {
    await attempt;
    return false;
  } catch (error) {
    expect(error).toBeInstanceOf(StoreError);
    return true;
  }
}

const digestOf = (result: PublishResult): string => result.revision?.digest ?? 'none';

describeEachStore('publishing', (open) => {
  test('what is published is served, and the history tells of it', async () => {
    const store = await open();
    const first = await publish(store, edition(1), byTest('first'));
    const second = await publish(store, edition(2), byTest('second'));
    expect([first.status, second.status]).toEqual(['published', 'published']);

    expect((await servedBundle(store)).id).toBe(edition(2).id);
    expect(await history(store, GATEWAY)).toEqual([
      {
        gateway: GATEWAY,
        number: 2,
        bundle: edition(2).id,
        parent: digestOf(first),
        ...byTest('second'),
        digest: digestOf(second),
      },
      { gateway: GATEWAY, number: 1, bundle: edition(1).id, parent: null, ...byTest('first'), digest: digestOf(first) },
    ]);
    expect(await history(store, GATEWAY, { limit: 1 })).toHaveLength(1);
    expect(await history(store, 'other/gateway')).toEqual([]);
  });

  test('the same bundle again changes nothing', async () => {
    const store = await open();
    const first = await publish(store, edition(1), byTest('first'));
    const { store: counted, puts } = counting(store);
    const again = await publish(counted, edition(1), byTest('again'));
    expect(again).toEqual({ status: 'unchanged', revision: first.revision, uploaded: { objects: 0, bytes: 0 } });
    expect(puts).toEqual([]);
  });

  test('a change that follows another revision than expected is a conflict', async () => {
    const store = await open();
    const first = await publish(store, edition(1), byTest('first', { expect: null }));
    const second = await publish(store, edition(2), byTest('second', { expect: digestOf(first) }));
    expect(second.status).toBe('published');
    const late = await publish(store, edition(3), byTest('late', { expect: digestOf(first) }));
    expect(late).toEqual({ status: 'conflict', revision: second.revision, uploaded: { objects: 0, bytes: 0 } });
    expect((await publish(store, edition(3), byTest('late', { expect: null }))).status).toBe('conflict');
    expect((await servedBundle(store)).id).toBe(edition(2).id);
  });

  test('a publication that breaks off, wherever it does, leaves the old bundle whole', async () => {
    const store = await open();
    await publish(store, edition(1), byTest('first'));
    const breakingOff = (writes: number) => publish(failingAfter(store, writes), edition(2), byTest('second'));

    let writes = 0;
    for (; await failsWithStoreError(breakingOff(writes)); writes++) {
      expect((await servedBundle(store)).id).toBe(edition(1).id);
    }
    expect(writes).toBeGreaterThan(5); // Two chunks, manifest, revision and pointer at the least.
    expect((await servedBundle(store)).id).toBe(edition(2).id);
  });

  test('of eight at once one wins, and the others are told who', async () => {
    const store = await open();
    await publish(store, edition(0), byTest('start'));
    const results = await Promise.all(
      Array.from({ length: 8 }, (_, index) => publish(store, edition(index + 1), byTest(`writer ${index + 1}`))),
    );
    const winner = results.findIndex(({ status }) => status === 'published');
    expect(results.map(({ status }) => status).sort()).toEqual([...Array<string>(7).fill('conflict'), 'published']);
    expect(new Set(results.map(digestOf)).size).toBe(1);
    expect((await servedBundle(store)).id).toBe(edition(winner + 1).id);
    expect((await history(store, GATEWAY)).map(({ message }) => message)).toEqual([`writer ${winner + 1}`, 'start']);
  });

  test('of two that want the same bundle at once neither gets a conflict', async () => {
    const store = await open();
    const results = await Promise.all(['one', 'two'].map((name) => publish(store, edition(1), byTest(name))));
    expect(results.map(({ status }) => status).sort()).toEqual(['published', 'unchanged']);
  });

  test('a rollback is a new revision of the old bundle', async () => {
    const store = await open();
    const first = await publish(store, edition(1), byTest('first'));
    await publish(store, edition(2), byTest('second'));
    const back = await rollback(store, GATEWAY, { ...byTest('back'), to: 1 });
    expect(back).toMatchObject({
      status: 'published',
      target: first.revision,
      revision: { number: 3, message: 'back' },
    });
    expect((await servedBundle(store)).id).toBe(edition(1).id);
    expect((await history(store, GATEWAY)).map(({ number }) => number)).toEqual([3, 2, 1]);
    expect((await rollback(store, GATEWAY, { ...byTest('?'), to: digestOf(first) })).status).toBe('unchanged');
    expect((await rollback(store, GATEWAY, { ...byTest('?'), to: 99 })).status).toBe('unknown-revision');
  });
});

describe('a small change', () => {
  test('to one of ten thousand resources moves three objects beside its chunk', async () => {
    const { store, puts } = counting(createMemoryStore());
    const resources = manyResources(5_000);
    await publish(store, pack(input(resources)), byTest('first'));
    puts.length = 0;

    const after = resources.map((resource, index) =>
      index === 5_000 ? { ...resource, value: noise(300, 1_000_000) } : resource,
    );
    const result = await publish(store, pack(input(after)), byTest('second'));
    expect(puts.map((key) => key.split('/')[0])).toEqual(['chunks', 'manifests', 'revisions', 'pointers']);
    expect(result.uploaded.objects).toBe(3);
  });

  test('to one route of four million bytes moves three chunks at most, and one is the head of the resource', async () => {
    const { store, puts } = counting(createMemoryStore());
    const routes = noise(4_000_000, 1);
    const bundleOf = (value: Uint8Array) => pack(input([route('edge/https', value), ...manyResources(100)]));
    await publish(store, bundleOf(routes), byTest('first'));
    puts.length = 0;

    await publish(store, bundleOf(changed(routes, 3)), byTest('second'));
    expect(puts.filter((key) => key.startsWith('chunks/')).length).toBeLessThanOrEqual(3);
  });

  test('is all that a relay downloads', async () => {
    const store = createMemoryStore();
    const known = edition(1);
    const next = edition(2);
    await publish(store, next, byTest('second'));
    const loaded = await loadBundle(store, next.id, known.chunks);
    if (loaded.status === 'failed') throw new Error(loaded.failure.code);
    expect([...loaded.bundle.chunks.keys()].sort()).toEqual([...next.chunks.keys()].sort());
    // The manifest, the head of the route configuration, and the chunk with the change.
    expect(loaded.downloaded.objects).toBe(3);
  });
});
