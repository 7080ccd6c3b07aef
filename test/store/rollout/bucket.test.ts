import { describe, expect, test } from 'vitest';
import { fleetReportKey, pointerKey, revisionKey, rolloutKey } from '../../../store/keys.ts';
import { bucketTime, ROLLOUT_STEPS, takeLease } from '../../../store/lease.ts';
import { createMemoryStore } from '../../../store/memory.ts';
import { publish } from '../../../store/publish.ts';
import { advanceRollouts, commandRollout } from '../../../store/rollout/advance.ts';
import { createRolloutCache, lookAtFleet, lookAtHead } from '../../../store/rollout/look.ts';
import { changeRollout, readReports, readRollout } from '../../../store/rollout/read.ts';
import { intercept, replicaOf } from '../broken-store.ts';
import { byTest, GATEWAY } from '../bundles.ts';
import { bytes } from '../objects.ts';
import { describeEachStore } from '../stores.ts';
import { bundle, looks, rejectionOf, report, stateOf, STEPS } from './bucket.ts';

describeEachStore('rollouts', (open) => {
  test('take their steps, and end', async () => {
    const store = await open();
    await publish(store, bundle(1), byTest('first'));
    expect(await looks(store, 6)).toMatchObject({ phase: 'complete', stable: { number: 1 } });
    await publish(store, bundle(2, STEPS), byTest('second'));
    expect(await looks(store, 1)).toMatchObject({ phase: 'progressing', step: 0, stable: { number: 1 } });
    expect(await looks(store, 6)).toMatchObject({ phase: 'progressing', step: 1 });
    const done = await looks(store, 6);
    expect(done).toMatchObject({ phase: 'complete', stable: { number: 2 }, candidate: { number: 2 } });
    expect(done.events.map(({ message }) => message).toReversed()).toEqual([
      'revision 1 begins',
      'revision 1 has baked on all nodes',
      'revision 2 begins',
      'all nodes get it',
      'revision 2 has baked on all nodes',
    ]);
  });

  test('go back when a node rejects, and begin again when somebody says so', async () => {
    const store = await open();
    await publish(store, bundle(1), byTest('first'));
    await looks(store, 6);
    await publish(store, bundle(2), byTest('second'));
    await looks(store, 1);
    const rejection = await rejectionOf(store, 'n1', 'no');
    await report(store, 'relay-2', { rejections: [rejection] });
    expect(await looks(store, 1)).toMatchObject({ phase: 'rolled-back', reason: { node: 'n1', message: 'no' } });
    const said = { kind: 'resume', author: 'ann', now: await bucketTime(store) } as const;
    expect(await commandRollout(store, GATEWAY, said)).toMatchObject({ status: 'done' });
    await report(store, 'relay-2', { rejections: [rejection] });
    expect(await looks(store, 6)).toMatchObject({ phase: 'complete', candidate: { number: 2 }, failed: [] });
  });

  test('two who lead at the same time make one history', async () => {
    const store = await open();
    await publish(store, bundle(1), byTest('first'));
    await Promise.all([looks(store, 6), looks(store, 6), looks(store, 6)]);
    const { events } = await looks(store, 5);
    expect(events.map(({ message }) => message).toReversed()).toEqual([
      'revision 1 begins',
      'revision 1 has baked on all nodes',
    ]);
  });

  test('are not decided by a pointer that has moved since, but by that of a bucket which was restored', async () => {
    const store = await open();
    await publish(store, bundle(1), byTest('first'));
    await looks(store, 6);
    const replica = replicaOf(store);
    await replica.remember(pointerKey(GATEWAY));
    replica.lag();
    await publish(store, bundle(2, STEPS), byTest('second'));
    const begun = await looks(store, 1);
    expect(begun).toMatchObject({ phase: 'progressing', candidate: { number: 2 } });

    expect(await looks(replica.store, 3)).toEqual(begun);
    const said = { kind: 'promote', to: 'all', author: 'ann', now: await bucketTime(store) } as const;
    await expect(commandRollout(replica.store, GATEWAY, said)).rejects.toThrow('older than its rollout');
    expect(await stateOf(store)).toEqual(begun);

    await store.delete(revisionKey(begun.candidate.revision));
    expect(await looks(replica.store, 1)).toMatchObject({ candidate: { number: 1 } });
  });

  test('a lease is had by one, until it is given back or given up', async () => {
    const store = await open();
    const now = await bucketTime(store);
    const lease = await takeLease(store, ROLLOUT_STEPS, now);
    expect(await takeLease(store, ROLLOUT_STEPS, await bucketTime(store))).toBeUndefined();
    expect(await lease?.renew()).toBe(true);
    await lease?.release();
    const next = await takeLease(store, ROLLOUT_STEPS, await bucketTime(store));
    expect(next).toBeDefined();
    const heir = await takeLease(store, ROLLOUT_STEPS, now + 60_000);
    expect(heir).toBeDefined();
    expect(await next?.renew()).toBe(false);
    await next?.release();
    expect(await heir?.renew()).toBe(true);
  });

  test('reports that have not changed are not read again, and those that are none do not count', async () => {
    const store = await open();
    await report(store, 'a');
    await report(store, 'b');
    await store.put(fleetReportKey(GATEWAY, 'c'), bytes('no report'));
    await store.put(fleetReportKey('default/other', 'd'), bytes('{}'));
    const read: string[] = [];
    const watched = intercept(store, (operation, key) => {
      if (operation === 'get') read.push(key);
    });
    const { reports } = createRolloutCache();
    expect((await readReports(watched, GATEWAY, reports)).map(({ report }) => report.relay)).toEqual(['a', 'b']);
    expect(read).toHaveLength(3);
    await report(store, 'b', { connected: 7 });
    await store.delete(fleetReportKey(GATEWAY, 'a'));
    const now = await bucketTime(store);
    expect(await lookAtFleet(watched, GATEWAY, now, reports)).toMatchObject({ relays: 1, connected: 7 });
    expect(read).toHaveLength(4);
    expect([...reports.keys()]).toHaveLength(2);
  });
});

describe('a head that was read before', () => {
  test('is not read again, and is forgotten when there is another', async () => {
    const store = createMemoryStore();
    const read: string[] = [];
    const watched = intercept(store, (operation, key) => {
      if (operation === 'get' && key.startsWith('revisions/')) read.push(key);
    });
    const cache = createRolloutCache();
    for (const number of [1, 2, 3]) {
      await publish(store, bundle(number), byTest('edition'));
      read.length = 0;
      expect((await lookAtHead(watched, GATEWAY, cache))?.head.number).toBe(number);
      expect(read).not.toEqual([]);
      read.length = 0;
      await lookAtHead(watched, GATEWAY, cache);
      expect(read).toEqual([]);
    }
    expect([...cache.heads.keys()]).toEqual([GATEWAY]);
  });
});

describe('rollouts of a bucket', () => {
  test('one that is broken keeps no other from going on', async () => {
    const store = createMemoryStore();
    await publish(store, bundle(1), byTest('first'));
    await store.put('pointers/default/broken.json', bytes('{}'));
    const results = await advanceRollouts(store, { now: Date.now() });
    expect(results.map(({ gateway, status }) => [gateway, status])).toEqual([
      ['default/broken', 'failed'],
      [GATEWAY, 'changed'],
    ]);
    await store.put(rolloutKey(GATEWAY), bytes('{"format":"enroute.dev/rollout/v1"}'));
    await expect(readRollout(store, GATEWAY)).rejects.toThrow(/it is no state of a rollout of this gateway/);
  });

  test('a head that is not believed begins none', async () => {
    const store = createMemoryStore();
    await publish(store, bundle(1), byTest('first'));
    await advanceRollouts(store, { now: Date.now(), believes: async () => false });
    expect(await readRollout(store, GATEWAY)).toBeUndefined();
  });

  test('metrics are asked for while they matter', async () => {
    const store = createMemoryStore();
    const metrics = [{ name: 'errors', query: 'sum(errors)', atMost: 1 }];
    await publish(store, bundle(1), byTest('first'));
    await looks(store, 6);
    await publish(store, bundle(2, { ...STEPS, health: { ...STEPS.health, metrics } }), byTest('second'));
    const asked: string[] = [];
    const query = async (promql: string) => ({ value: asked.push(promql) });
    expect(await looks(store, 3, { query })).toMatchObject({ phase: 'rolled-back', reason: { kind: 'metric' } });
    expect(asked).toEqual(['sum(errors)', 'sum(errors)']);
  });

  test('a change is decided anew when somebody else was faster', async () => {
    const store = createMemoryStore();
    await publish(store, bundle(1), byTest('first'));
    await looks(store, 1);
    let meddling = 2;
    await changeRollout(store, GATEWAY, async (state) => {
      if (!state) return undefined;
      if (meddling-- > 0)
        await changeRollout(store, GATEWAY, (other) => other && { ...other, attempt: other.attempt + 1 });
      return { ...state, attempt: state.attempt + 10 };
    });
    expect((await stateOf(store)).attempt).toBe(13);
  });
});
