/**
 * Two relays that both believe that they lead: one is paused in the middle of a step, somebody else gets its lease and goes
 * on, and then it wakes up and carries out what it had decided.
 */
import { beforeEach, describe, expect, test } from 'vitest';
import { fleetPrefix, ROLLOUT_LEASE, rolloutKey } from '../../../store/keys.ts';
import { createMemoryStore } from '../../../store/memory.ts';
import { readRollout } from '../../../store/rollout/read.ts';
import type { RolloutState } from '../../../store/rollout/state.ts';
import type { Store } from '../../../store/store.ts';
import { intercept, type Operation } from '../../store/broken-store.ts';
import { publishBundle } from '../bucket.ts';
import { eventually } from '../eventually.ts';
import { EDGE, editionOf, startNode, stepsOf } from './nodes.ts';
import { useRelays } from './relays.ts';

/** Where the one that leads is paused: when it writes what it has decided, or when it looks how nodes fare. */
const PAUSES: readonly (readonly [what: string, isThere: (operation: Operation, key: string) => boolean])[] = [
  ['before it writes', (operation, key) => operation === 'put' && key === rolloutKey(EDGE)],
  ['before it has looked', (operation, key) => operation === 'list' && key === fleetPrefix(EDGE)],
];

describe.each(PAUSES)('a relay that is paused %s', (_, isThere) => {
  const relays = useRelays();
  const good = editionOf('good', stepsOf([], 0));
  let store: Store;

  beforeEach(async () => {
    store = createMemoryStore();
    await publishBundle(store, good);
  });

  const state = async (): Promise<RolloutState | undefined> => (await readRollout(store, EDGE))?.state;
  const reaches = (wanted: Partial<RolloutState>): Promise<void> =>
    eventually(async () => expect(await state()).toMatchObject(wanted));

  /** A relay that leads and can be paused, and one that has nodes and leads never. */
  const leader = async () => {
    const pause = pausable(store, isThere);
    const { adsAddress } = await relays.start(store, 'nodes', { rolloutSteps: 'leave' });
    const nodes = Array.from({ length: 8 }, (__, index) => startNode(adsAddress, `node-${index}`));
    await relays.start(pause.store, 'relay-1');
    await reaches({ phase: 'complete', candidate: expect.objectContaining({ bundle: good.id }) });
    return { pause, nodes };
  };
  /** Another gets its lease, as when it has not been renewed for long enough. */
  const succeed = async (): Promise<void> => {
    await store.delete(ROLLOUT_LEASE);
    await relays.start(store, 'relay-2');
  };

  test('takes no step twice', async () => {
    const { pause, nodes } = await leader();
    const better = editionOf('better', stepsOf([30, 60], 0.3));
    await publishBundle(store, better);
    await reaches({ phase: 'progressing', step: 0 });
    pause.begin();
    await eventually(() => expect(pause.waiting()).toBeGreaterThan(0));
    await succeed();
    await reaches({ phase: 'complete', candidate: expect.objectContaining({ bundle: better.id }) });
    const ended = await readRollout(store, EDGE);
    pause.end();
    // It sees what has become of it, and lets it be.
    await eventually(() => expect(nodes.map((node) => node.has())).toEqual(nodes.map(() => 'better')));
    await settled(pause);
    expect(await readRollout(store, EDGE)).toEqual(ended);
    const steps = ended?.state.events.filter(({ release }) => release.bundle === better.id).toReversed();
    expect(steps?.map(({ step }) => step)).toEqual([0, 1, 2, 2]);
  });

  test('does not go on with what was taken back meanwhile', async () => {
    const { pause, nodes } = await leader();
    await publishBundle(store, editionOf('better', stepsOf([30], 0.5)));
    await reaches({ phase: 'progressing', step: 0 });
    pause.begin();
    await eventually(() => expect(pause.waiting()).toBeGreaterThan(0));
    await succeed();
    const bad = editionOf('bad', stepsOf([100], 60));
    await publishBundle(store, bad);
    await reaches({ phase: 'rolled-back', candidate: expect.objectContaining({ bundle: bad.id }) });
    const ended = await readRollout(store, EDGE);
    pause.end();
    await settled(pause);
    expect(await readRollout(store, EDGE)).toEqual(ended);
    await eventually(() => expect(nodes.map((node) => node.has())).not.toContain('bad'));
  });

  /** Time for whoever was paused to do whatever it was about to. */
  const settled = async (pause: Pause): Promise<void> => {
    const before = pause.carriedOut();
    await eventually(() => expect(pause.carriedOut()).toBeGreaterThan(before));
    await new Promise((resolve) => setTimeout(resolve, 500));
  };
});

interface Pause {
  readonly store: Store;
  begin(): void;
  end(): void;
  /** How many operations wait for its end. */
  waiting(): number;
  /** How many operations there were in all, of any kind. */
  carriedOut(): number;
}

function pausable(store: Store, isThere: (operation: Operation, key: string) => boolean): Pause {
  let ended: Promise<void> = Promise.resolve();
  let end = (): void => undefined;
  let waiting = 0;
  let carriedOut = 0;
  return {
    store: intercept(store, async (operation, key) => {
      carriedOut++;
      if (!isThere(operation, key)) return;
      waiting++;
      await ended;
      waiting--;
    }),
    begin() {
      ended = new Promise((resolve) => (end = resolve));
    },
    end: () => end(),
    waiting: () => waiting,
    carriedOut: () => carriedOut,
  };
}
