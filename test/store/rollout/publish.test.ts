import { describe, expect, test } from 'vitest';
import type { RolloutPolicy } from '../../../compiler/5-pack/rollout-policy.ts';
import { collectGarbage } from '../../../store/garbage.ts';
import { fleetReportKey, manifestKey, rolloutKey } from '../../../store/keys.ts';
import { createMemoryStore } from '../../../store/memory.ts';
import { publish } from '../../../store/publish.ts';
import { rollback } from '../../../store/rollback.ts';
import { commandRollout } from '../../../store/rollout/advance.ts';
import { assign } from '../../../store/rollout/assign.ts';
import { lookAtHead } from '../../../store/rollout/look.ts';
import { readRollout } from '../../../store/rollout/read.ts';
import type { Store } from '../../../store/store.ts';
import { byTest, GATEWAY } from '../bundles.ts';
import { node } from './world.ts';
import { bundle, looks, rejectionOf, report, stateOf, STEPS } from './bucket.ts';

/** A bucket whose second revision was rolled back. */
async function rolledBack(): Promise<Store> {
  const store = createMemoryStore();
  await publish(store, bundle(1), byTest('first'));
  await looks(store, 6);
  await publish(store, bundle(2), byTest('second'));
  await looks(store, 1);
  await report(store, 'relay-2', { rejections: [await rejectionOf(store, 'n1', 'no such filter')] });
  expect(await looks(store, 1)).toMatchObject({ phase: 'rolled-back' });
  return store;
}

const minutes = (after: number): string => new Date(Date.parse('2026-01-02T03:00:00Z') + after * 60_000).toISOString();

/** A bucket in which nobody has taken a step since the first revision was complete; the last is of minute zero. */
async function unwatched(revisions: number): Promise<Store> {
  const store = createMemoryStore();
  await publish(store, bundle(1), byTest('first', { time: minutes(-60) }));
  await looks(store, 6);
  for (let number = 2; number <= revisions; number++) {
    await publish(store, bundle(number), byTest(`revision ${number}`, { time: minutes(number - revisions) }));
  }
  return store;
}

describe('publishing', () => {
  test('a bundle that was rolled back changes nothing, and says so', async () => {
    const store = await rolledBack();
    const again = await publish(store, bundle(2), byTest('once more'));
    expect(again).toMatchObject({ status: 'unchanged', failed: { kind: 'rejected', message: 'no such filter' } });
    const said = { kind: 'resume', author: 'ann', now: Date.now() } as const;
    await commandRollout(store, GATEWAY, said);
    const resumed = await publish(store, bundle(2), byTest('and again'));
    expect(resumed).toMatchObject({ status: 'unchanged' });
    expect(resumed).not.toHaveProperty('failed');
  });

  test('a bundle that was rolled back as a new revision does not give it to anybody', async () => {
    const store = await rolledBack();
    await publish(store, bundle(2), byTest('signed again', { unchanged: 'again' }));
    expect(await looks(store, 3)).toMatchObject({
      phase: 'rolled-back',
      candidate: { number: 3 },
      stable: { number: 1 },
    });
  });

  test('steps where nobody has watched before has the revision before count as good', async () => {
    const store = createMemoryStore();
    await publish(store, bundle(1), byTest('first'));
    expect(await readRollout(store, GATEWAY)).toBeUndefined();
    await publish(store, bundle(2, STEPS), byTest('second'));
    expect(await stateOf(store)).toMatchObject({ phase: 'complete', candidate: { number: 1 }, stable: { number: 1 } });
    expect(await looks(store, 1)).toMatchObject({ phase: 'progressing', step: 0, candidate: { number: 2 } });
  });

  test('steps where nobody watches any more has the revision before count as good, and sends nobody back', async () => {
    const store = await unwatched(4);
    const before = await stateOf(store);
    await publish(store, bundle(5, STEPS), byTest('in steps', { time: minutes(60) }));
    const state = await stateOf(store);
    expect(state).toMatchObject({ phase: 'complete', candidate: { number: 4 }, stable: { number: 4 } });
    expect([state.serial, state.attempt]).toEqual([before.serial + 1, before.attempt + 1]);
    const head = (await lookAtHead(store, GATEWAY)) ?? expect.unreachable();
    const given = [1, 2, 3, 4, 5, 6].map((id) => assign({ gateway: GATEWAY, ...head, state }, node(id)).number);
    expect(new Set(given)).toEqual(new Set([4]));
    expect(await looks(store, 1)).toMatchObject({ step: 0, candidate: { number: 5 }, stable: { number: 4 } });
  });

  test('steps in time leaves alone what somebody watches', async () => {
    const store = await unwatched(2);
    const before = await stateOf(store);
    await publish(store, bundle(3, STEPS), byTest('in steps', { time: minutes(9) }));
    expect(await stateOf(store)).toEqual(before);
    // Nobody has ever had that, so it is no release to stay on.
    await publish(store, bundle(4, STEPS), byTest('and again', { time: minutes(60) }));
    expect(await stateOf(store)).toEqual(before);
  });

  test('steps leaves alone what failed, and a state that is broken', async () => {
    const store = await rolledBack();
    await publish(store, bundle(2), byTest('once more', { unchanged: 'again', time: minutes(0) }));
    const before = await stateOf(store);
    await publish(store, bundle(3, STEPS), byTest('in steps', { time: minutes(60) }));
    expect(await stateOf(store)).toEqual(before);
    await store.put(rolloutKey(GATEWAY), new Uint8Array([1]));
    const again = await publish(store, bundle(4, STEPS), byTest('and again', { time: minutes(120) }));
    expect(again).toMatchObject({ status: 'published' });
  });

  test('the first revision in steps assumes nothing', async () => {
    const store = createMemoryStore();
    await publish(store, bundle(1, STEPS), byTest('first'));
    expect(await store.get(rolloutKey(GATEWAY))).toEqual({ status: 'absent' });
  });

  test('a rollback during a rollout ends it, without steps', async () => {
    const store = createMemoryStore();
    await publish(store, bundle(1), byTest('first'));
    await looks(store, 6);
    await publish(store, bundle(2, STEPS), byTest('second'));
    await looks(store, 2);
    expect(await rollback(store, GATEWAY, { ...byTest('back'), to: 1 })).toMatchObject({ status: 'published' });
    expect(await looks(store, 1)).toMatchObject({ phase: 'complete', candidate: { number: 3 }, stable: { number: 3 } });
  });
});

describe('publishing while a person has paused', () => {
  const say = (store: Store, kind: 'pause' | 'resume' | 'abort') =>
    commandRollout(store, GATEWAY, { kind, author: 'ann', now: Date.parse(minutes(0)) });

  /** The second revision is paused in its first step, and the third is published, in steps or to all. */
  async function held(policy?: RolloutPolicy): Promise<Store> {
    const store = createMemoryStore();
    await publish(store, bundle(1), byTest('first'));
    await looks(store, 6);
    await publish(store, bundle(2, STEPS), byTest('second'));
    await looks(store, 2);
    await say(store, 'pause');
    const third = await publish(store, bundle(3, policy), byTest('third'));
    expect(third).toMatchObject({ status: 'published', held: { kind: 'person', author: 'ann' } });
    return store;
  }

  test.each([undefined, STEPS])('gives it to nobody, whoever looks', async (policy) => {
    const store = await held(policy);
    const state = await stateOf(store);
    expect(await looks(store, 5)).toEqual(state);
    const head = (await lookAtHead(store, GATEWAY)) ?? expect.unreachable();
    const given = [0, 1, 2, 3, 4, 5, 6].map((id) => assign({ gateway: GATEWAY, ...head, state }, node(id)).number);
    expect(new Set(given)).toEqual(new Set([1, 2]));
    expect(await publish(store, bundle(3, policy), byTest('again'))).toMatchObject({
      status: 'unchanged',
      held: { message: 'paused it' },
    });
  });

  test('begins when it is resumed, and says no more', async () => {
    const store = await held();
    expect(await say(store, 'resume')).toMatchObject({ status: 'done', state: { candidate: { number: 3 } } });
    expect(await publish(store, bundle(3), byTest('again'))).not.toHaveProperty('held');
    expect(await looks(store, 6)).toMatchObject({ phase: 'complete', candidate: { number: 3 } });
  });

  test('ends if it is aborted, and is not brought up to date by what follows', async () => {
    const store = await held();
    await publish(store, bundle(4, STEPS), byTest('fourth', { time: '2026-01-03T03:00:00Z' }));
    expect(await stateOf(store)).toMatchObject({ phase: 'paused', candidate: { number: 2 } });
    expect(await say(store, 'abort')).toMatchObject({ state: { phase: 'aborted', candidate: { number: 4 } } });
    expect(await looks(store, 2)).toMatchObject({ phase: 'aborted', stable: { number: 1 } });
  });
});

describe('collecting garbage', () => {
  test('leaves what a rollout may put nodes on, and takes reports of relays that are gone', async () => {
    const store = await rolledBack();
    for (const number of [3, 4, 5, 6]) {
      await publish(store, bundle(number), byTest(`revision ${number}`));
    }
    await looks(store, 1);
    const now = Date.now() + 7_200_000;
    await collectGarbage(store, { keep: 1, graceMs: 3_600_000, now });
    const isThere = async (key: string): Promise<boolean> => (await store.get(key)).status === 'found';
    expect(await isThere(manifestKey(bundle(1).id))).toBe(true); // Stable, five revisions ago.
    expect(await isThere(manifestKey(bundle(6).id))).toBe(true);
    expect(await isThere(manifestKey(bundle(3).id))).toBe(false);
    expect(await isThere(fleetReportKey(GATEWAY, 'relay-2'))).toBe(false);
    await report(store, 'relay-3');
    await collectGarbage(store, { keep: 1, graceMs: 3_600_000, now: Date.now() });
    expect(await isThere(fleetReportKey(GATEWAY, 'relay-3'))).toBe(true);
  });
});
