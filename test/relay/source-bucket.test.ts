import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { followBucket, type BucketOptions, type BucketSource } from '../../relay/sources/bucket.ts';
import type { Problem, Served } from '../../relay/sources/gateway-watch.ts';
import { isComplete, type WatchState } from '../../relay/sources/watch.ts';
import { CHUNKS, chunkKey, manifestKey, pointerKey } from '../../store/keys.ts';
import { createMemoryStore } from '../../store/memory.ts';
import type { Store } from '../../store/store.ts';
import { breakable, publishBundle, smallBundle } from './bucket.ts';
import { eventually } from './eventually.ts';

const EDGE = 'default/edge';

describe('following a bucket', () => {
  let bucket: Store;
  let broken: ReturnType<typeof breakable>;
  let source: BucketSource | undefined;
  let served: Served[];
  let refusal: Problem | undefined;
  const first = smallBundle(EDGE, 1);
  const second = smallBundle(EDGE, 2);

  beforeEach(() => {
    bucket = createMemoryStore();
    broken = breakable(bucket);
    served = [];
    refusal = undefined;
  });
  afterEach(() => source?.close());

  const follow = (options: Partial<BucketOptions> = {}): void => {
    source = followBucket({
      store: broken.store,
      gateways: undefined,
      restored: [],
      pollIntervalMs: 10,
      startDeadlineMs: 60_000,
      timeoutMs: 5_000,
      async serve(candidate) {
        if (!refusal) served.push(candidate);
        return refusal;
      },
      report: () => undefined,
      ...options,
    });
  };
  const state = (): WatchState => source?.state() ?? expect.fail('nothing is followed');
  const watch = (gateway = EDGE) => state().gateways.get(gateway);
  const bundles = () => served.flatMap(({ bundles: each }) => each.map(({ id }) => id));

  test('serves what is there, and what comes', async () => {
    const revision = await publishBundle(bucket, first);
    follow();
    await eventually(() => expect(bundles()).toEqual([first.id]));
    expect(served[0]).toMatchObject({ source: 'bucket', pointer: { gateway: EDGE, revision } });
    expect(served[0]?.bundles[0]?.chunks).toEqual(first.chunks);
    await publishBundle(bucket, second);
    await eventually(() => expect(bundles()).toEqual([first.id, second.id]));
    expect(isComplete(state())).toBe(true);
  });

  test('downloads only the chunks that changed', async () => {
    await publishBundle(bucket, first);
    follow();
    await eventually(() => expect(bundles()).toEqual([first.id]));
    broken.reads.length = 0;
    await publishBundle(bucket, second);
    await eventually(() => expect(bundles()).toHaveLength(2));
    const chunks = broken.reads.filter((key) => key.startsWith(CHUNKS));
    expect(chunks.length).toBeGreaterThan(0);
    expect(chunks.length).toBeLessThan(second.chunks.size);
  });

  test('of many gateways, one list spares a look at the rollout of each', async () => {
    const names = Array.from({ length: 20 }, (_, index) => `default/g${index}`);
    for (const name of names) await publishBundle(bucket, smallBundle(name, 1));
    follow({ pollIntervalMs: 100 });
    await eventually(() => expect(names.every((name) => watch(name)?.served)).toBe(true));
    broken.reads.length = 0;
    await eventually(() =>
      expect(broken.reads.filter((key) => key.startsWith('pointers/')).length).toBeGreaterThan(60),
    );
    const pointers = broken.reads.filter((key) => key.startsWith('pointers/')).length;
    expect(broken.reads.filter((key) => key.startsWith('rollouts/')).length).toBeLessThan(pointers / 3);
  });

  test('finds gateways that come later', async () => {
    follow();
    await eventually(() => expect(isComplete(state())).toBe(true));
    await publishBundle(bucket, first);
    await publishBundle(bucket, smallBundle('default/internal', 1));
    await eventually(() => expect([...state().gateways.values()].filter((each) => each.served)).toHaveLength(2));
  });

  test('follows only the gateways that are named', async () => {
    await publishBundle(bucket, smallBundle('default/internal', 1));
    follow({ gateways: [EDGE] });
    await publishBundle(bucket, first);
    await eventually(() => expect(bundles()).toEqual([first.id]));
    expect([...state().gateways.keys()]).toEqual([EDGE]);
  });

  test('looks at once when it is notified', async () => {
    await publishBundle(bucket, first);
    follow({ pollIntervalMs: 3_600_000 });
    await eventually(() => expect(watch()?.served).toBeDefined());
    await publishBundle(bucket, second);
    source?.notify();
    await eventually(() => expect(bundles()).toEqual([first.id, second.id]));
    await publishBundle(bucket, first);
    source?.notify(EDGE);
    await eventually(() => expect(bundles()).toEqual([first.id, second.id, first.id]));
  });

  test('looks at once when the bucket hints at a change', async () => {
    follow({ pollIntervalMs: 3_600_000, store: breakable(bucket, 'hints').store });
    await publishBundle(bucket, first);
    await eventually(() => expect(bundles()).toEqual([first.id]));
  });

  test('keeps what it has while the bucket is away, and recovers by itself', async () => {
    await publishBundle(bucket, first);
    follow();
    await eventually(() => expect(bundles()).toEqual([first.id]));
    broken.down = 'away';
    await eventually(() => expect(watch()?.checkTrouble?.problem.kind).toBe('unreachable'));
    expect(watch()?.served?.bundles[0]?.id).toBe(first.id);
    await publishBundle(bucket, second);
    broken.down = 'no';
    await eventually(() => expect(bundles()).toEqual([first.id, second.id]));
    expect(watch()?.checkTrouble).toBeUndefined();
  });

  test('tells a refusal from an outage', async () => {
    await publishBundle(bucket, first);
    broken.down = 'denied';
    follow();
    await eventually(() => expect(state().listing.trouble?.problem.kind).toBe('denied'));
    expect(isComplete(state())).toBe(false);
  });

  test('takes a bucket that never answers for one that is away', async () => {
    broken.hangs = true;
    follow({ gateways: [EDGE], timeoutMs: 10 });
    await eventually(() =>
      expect(watch()?.checkTrouble?.problem).toMatchObject({
        kind: 'unreachable',
        message: expect.stringContaining('10 ms'),
      }),
    );
  });

  test.each([
    [
      'a chunk',
      'chunk-altered',
      () => chunkKey([...second.chunks.keys()].find((chunk) => !first.chunks.has(chunk)) ?? ''),
    ],
    ['a manifest', 'manifest-altered', () => manifestKey(second.id)],
  ])('does not serve a bundle of which %s is broken, until it is whole', async (_, kind, key) => {
    await publishBundle(bucket, first);
    follow();
    await eventually(() => expect(bundles()).toEqual([first.id]));
    broken.altered.set(key(), new TextEncoder().encode('{}'));
    await publishBundle(bucket, second);
    await eventually(() => expect(watch()?.loadTrouble?.times).toBeGreaterThan(1));
    expect(watch()?.loadTrouble?.problem.kind).toBe(kind);
    expect(watch()?.served?.bundles[0]?.id).toBe(first.id);
    broken.altered.clear();
    await eventually(() => expect(bundles()).toEqual([first.id, second.id]));
    expect(watch()?.loadTrouble).toBeUndefined();
  });

  test('does not serve a bundle that lacks a chunk', async () => {
    await publishBundle(bucket, first);
    await bucket.delete(chunkKey([...first.chunks.keys()][0] ?? ''));
    follow();
    await eventually(() => expect(watch()?.loadTrouble?.problem.kind).toBe('chunk-missing'));
    expect(served).toEqual([]);
  });

  test('does not serve the bundle of another gateway', async () => {
    await publishBundle(bucket, first);
    const pointer = { gateway: 'default/internal', bundle: first.id, revision: first.id };
    await bucket.put(pointerKey('default/internal'), new TextEncoder().encode(JSON.stringify(pointer)));
    follow();
    await eventually(() => expect(watch('default/internal')?.loadTrouble?.problem.kind).toBe('bundle-foreign'));
    expect(bundles()).toEqual([first.id]);
  });

  test.each(['', '{}', 'null', '[]', '{"gateway":"default/edge","revision":"../../etc","bundle":"x"}'])(
    'does not follow a pointer that is none: %s',
    async (text) => {
      await bucket.put(pointerKey(EDGE), new TextEncoder().encode(text));
      follow();
      await eventually(() => expect(watch()?.checkTrouble?.problem.kind).toBe('pointer-invalid'));
      await bucket.delete(pointerKey(EDGE));
      await publishBundle(bucket, first);
      await eventually(() => expect(bundles()).toEqual([first.id]));
    },
  );

  test('does not follow a pointer that is of another gateway', async () => {
    await publishBundle(bucket, first);
    const pointer = await bucket.get(pointerKey(EDGE));
    if (pointer.status !== 'found') throw new Error('there is no pointer');
    await bucket.put(pointerKey('default/internal'), pointer.bytes);
    follow();
    await eventually(() => expect(watch('default/internal')?.checkTrouble?.problem.kind).toBe('pointer-invalid'));
  });

  test('keeps what it serves when what comes cannot be served', async () => {
    await publishBundle(bucket, first);
    follow();
    await eventually(() => expect(bundles()).toEqual([first.id]));
    refusal = { kind: 'block-malformed', message: 'a block is malformed' };
    await publishBundle(bucket, second);
    await eventually(() => expect(watch()?.loadTrouble?.problem.kind).toBe('block-malformed'));
    expect(watch()?.served?.bundles[0]?.id).toBe(first.id);
    refusal = undefined;
    await eventually(() => expect(bundles()).toEqual([first.id, second.id]));
  });

  test('keeps what it serves when the pointer vanishes', async () => {
    await publishBundle(bucket, first);
    follow();
    await eventually(() => expect(bundles()).toEqual([first.id]));
    await bucket.delete(pointerKey(EDGE));
    await eventually(() => expect(watch()?.checkTrouble?.problem.kind).toBe('pointer-missing'));
    expect(watch()?.served?.bundles[0]?.id).toBe(first.id);
  });

  test('two publishers at once: the one that won is served, whole', async () => {
    await publishBundle(bucket, first);
    follow();
    await eventually(() => expect(bundles()).toEqual([first.id]));
    const outcomes = await Promise.allSettled(
      [2, 3, 4].map((edition) => publishBundle(bucket, smallBundle(EDGE, edition))),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const winner = smallBundle(EDGE, 2 + outcomes.findIndex(({ status }) => status === 'fulfilled'));
    await eventually(() => expect(watch()?.served?.bundles[0]).toEqual(winner));
  });

  describe('with something left of an earlier run', () => {
    const pointer = { gateway: EDGE, bundle: first.id, revision: first.id };
    const restored = [{ pointer, rollout: undefined, bundles: [first], signatures: new Map<string, Uint8Array>() }];

    test('serves that while the bucket is away', async () => {
      broken.down = 'away';
      follow({ restored });
      await eventually(() => expect(served).toMatchObject([{ source: 'disk', bundles: [{ id: first.id }] }]));
      expect(isComplete(state())).toBe(true);
      await publishBundle(bucket, second);
      broken.down = 'no';
      await eventually(() => expect(served).toMatchObject([{}, { source: 'bucket', bundles: [{ id: second.id }] }]));
    });

    test('waits no longer for a bucket that never answers than it was told', async () => {
      broken.hangs = true;
      follow({ restored, startDeadlineMs: 20 });
      await eventually(() => expect(served).toMatchObject([{ source: 'disk' }]));
      await eventually(() => expect(isComplete(state())).toBe(true));
    });

    test('serves what the bucket has after what the disk has, however long that takes', async () => {
      await publishBundle(bucket, second);
      follow({
        restored,
        startDeadlineMs: 0,
        async serve(candidate) {
          if (candidate.source === 'disk') await new Promise((resolve) => setTimeout(resolve, 100));
          served.push(candidate);
          return undefined;
        },
      });
      await eventually(() => expect(served.at(-1)?.source).toBe('bucket'));
      await new Promise((resolve) => setTimeout(resolve, 150));
      expect(served.at(-1)?.source).toBe('bucket');
      expect(watch()?.served?.bundles[0]?.id).toBe(second.id);
    });

    test('serves what the bucket has if it answers, and reads none of the same chunks again', async () => {
      await publishBundle(bucket, first);
      follow({ restored });
      await eventually(() => expect(served).toMatchObject([{ source: 'bucket', bundles: [{ id: first.id }] }]));
      expect(broken.reads.filter((key) => key.startsWith(CHUNKS))).toEqual([]);
    });
  });
});
