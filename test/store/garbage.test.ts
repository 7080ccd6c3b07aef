import { describe, expect, test } from 'vitest';
import { collectGarbage } from '../../store/garbage.ts';
import { readHead } from '../../store/head.ts';
import { history } from '../../store/history.ts';
import { COLLECTION_LEASE, manifestKey, pointerKey, revisionKey } from '../../store/keys.ts';
import { COLLECTION, takeLease, waitForCollection } from '../../store/lease.ts';
import { createMemoryStore } from '../../store/memory.ts';
import { publish } from '../../store/publish.ts';
import { rollback } from '../../store/rollback.ts';
import { StoreError, type Store } from '../../store/store.ts';
import { byTest, edition, GATEWAY, servedBundle } from './bundles.ts';
import { failingAfter, intercept } from './broken-store.ts';
import { all, bytes } from './objects.ts';
import { describeEachStore } from './stores.ts';

const HOUR = 3_600_000;

/** Late enough for everything that a test has just written to be old. */
const later = (keep: number) => ({ keep, graceMs: HOUR, now: Date.now() + 2 * HOUR });

const keysOf = async (store: Store): Promise<string[]> => (await all(store.list(''))).map(({ key }) => key);

interface Gate {
  readonly opened: Promise<void>;
  readonly open: () => void;
}

function createGate(): Gate {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

describeEachStore('collecting garbage', (open) => {
  test('keeps the last revisions and all that they need, and nothing else', async () => {
    const store = await open();
    for (let number = 1; number <= 5; number++) await publish(store, edition(number), byTest(`edition ${number}`));
    const before = await keysOf(store);

    // Of the three oldest: a revision, a manifest, the head of the route configuration, and the changed chunk.
    expect(await collectGarbage(store, later(2))).toMatchObject({ status: 'collected', removed: { objects: 3 * 4 } });
    expect(await keysOf(store)).toHaveLength(before.length - 3 * 4);
    expect((await servedBundle(store)).id).toBe(edition(5).id);
    expect((await history(store, GATEWAY)).map(({ number }) => number)).toEqual([5, 4]);
    expect((await rollback(store, GATEWAY, { ...byTest('back'), to: 4 })).status).toBe('published');
    expect((await rollback(store, GATEWAY, { ...byTest('back'), to: 3 })).status).toBe('unknown-revision');
    expect(await collectGarbage(store, later(2))).toMatchObject({ status: 'collected', removed: { objects: 1 } });
  });

  test('takes what a publication that broke off has left, once it is old', async () => {
    const store = await open();
    await publish(store, edition(1), byTest('first'));
    const whole = await keysOf(store);
    await expect(publish(failingAfter(store, 4), edition(2), byTest('broken'))).rejects.toThrow(StoreError);
    const left = await keysOf(store);
    expect(left.length).toBeGreaterThan(whole.length);

    expect(await collectGarbage(store, { keep: 1, graceMs: HOUR, now: Date.now() })).toMatchObject({
      status: 'collected',
      removed: { objects: 0, bytes: 0 },
    });
    expect(await keysOf(store)).toEqual(left);
    await collectGarbage(store, later(1));
    expect(await keysOf(store)).toEqual(whole);
  });

  test('while a bundle of collected chunks is published again harms it not', async () => {
    const store = await open();
    await publish(store, edition(1), byTest('first'));
    await publish(store, edition(2), byTest('second'));

    // The collector has decided what to delete, and is held up before it deletes the first object.
    const gate = createGate();
    const begun = createGate();
    const slow = intercept(store, async (operation, key) => {
      if (operation !== 'delete' || key === COLLECTION_LEASE) return;
      begun.open();
      await gate.opened;
    });
    const collecting = collectGarbage(slow, later(1));
    await begun.opened;

    // The publisher has written all its objects, and is about to wait for the collector.
    const published = publish(
      intercept(store, (operation, key) => {
        if (operation === 'get' && key === COLLECTION_LEASE) gate.open();
      }),
      edition(1),
      byTest('first again'),
    );
    expect(await collecting).toMatchObject({ status: 'collected', removed: { objects: 4 } });
    expect(await published).toMatchObject({ status: 'published', revision: { number: 3 } });
    expect((await servedBundle(store)).id).toBe(edition(1).id);
  });

  test('is done by one at a time', async () => {
    const store = await open();
    const lease = await takeLease(store, COLLECTION, Date.now());
    expect(await collectGarbage(store, later(1))).toMatchObject({ status: 'collected' }); // Two hours later: abandoned.
    expect(await lease?.renew()).toBe(false);

    const taken = await takeLease(store, COLLECTION, Date.now());
    expect(await collectGarbage(store, { keep: 1, graceMs: 0, now: Date.now() })).toEqual({ status: 'busy' });
    await taken?.release();
    expect(await collectGarbage(store, { keep: 1, graceMs: 0, now: Date.now() })).toMatchObject({
      status: 'collected',
    });
    expect(await keysOf(store)).toEqual([]);
  });
});

describe('collecting garbage', () => {
  test('removes nothing where it cannot be known what is needed', async () => {
    const store = createMemoryStore();
    await publish(store, edition(1), byTest('first'));
    await publish(store, edition(2), byTest('second'));
    const head = await readHead(store, GATEWAY);
    if (!head) throw new Error('nothing is published');

    for (const key of [manifestKey(head.pointer.bundle), revisionKey(head.pointer.revision)]) {
      const before = await store.get(key);
      if (before.status !== 'found') throw new Error(`${key} is missing`);
      for (const broken of [async () => store.delete(key), async () => void (await store.put(key, bytes('{}')))]) {
        await broken();
        const keys = await keysOf(store);
        await expect(collectGarbage(store, later(1))).rejects.toThrow(/cannot be known|is broken/);
        expect(await keysOf(store)).toEqual(keys);
      }
      await store.put(key, before.bytes);
    }
    await store.put(pointerKey(GATEWAY), bytes('not a pointer'));
    await expect(collectGarbage(store, later(1))).rejects.toThrow(/is broken/);
  });

  test('keeps what other gateways share', async () => {
    const store = createMemoryStore();
    const other = { ...edition(1), manifest: { ...edition(1).manifest, gateway: 'default/other' } };
    await publish(store, edition(1), byTest('first'));
    await publish(store, edition(2), byTest('second'));
    await publish(store, other, byTest('the same for another gateway'));
    await collectGarbage(store, later(1));
    const head = await readHead(store, 'default/other');
    expect(head?.pointer.bundle).toBe(other.id);
    const keys = await keysOf(store);
    expect([...other.chunks.keys()].filter((digest) => !keys.includes(`chunks/${digest}`))).toEqual([]);
  });
});

describe('a publisher', () => {
  const patience = { pollMs: 1, polls: 20 };

  test('breaks the lease of a collector that gives no sign, which then deletes nothing more', async () => {
    const store = createMemoryStore();
    const lease = await takeLease(store, COLLECTION, 0);
    await waitForCollection(store, patience);
    expect(await store.get(COLLECTION_LEASE)).toEqual({ status: 'absent' });
    expect(await lease?.renew()).toBe(false);
    expect(await lease?.renew()).toBe(false);
  });

  test('waits for a collector that gives signs, for however long', async () => {
    const store = createMemoryStore();
    const lease = await takeLease(store, COLLECTION, 0);
    let looks = 0;
    const watched = intercept(store, async (operation) => {
      if (operation !== 'get') return;
      looks++;
      if (looks % 10 === 0) expect(await lease?.renew()).toBe(true);
      if (looks === 100) await lease?.release();
    });
    await waitForCollection(watched, patience);
    expect(looks).toBe(100);
  });
});
