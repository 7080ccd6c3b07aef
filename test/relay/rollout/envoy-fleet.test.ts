/** Four real Envoys at two relays, and what requests through each of them meet while somebody directs a rollout. */
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { DEFAULT_ROLLOUT, type RolloutPolicy } from '../../../compiler/5-pack/rollout-policy.ts';
import { createLog } from '../../../relay/log.ts';
import { startRelay } from '../../../relay/relay.ts';
import { createMemoryStore } from '../../../store/memory.ts';
import { commandRollout, readRollout } from '../../../store/rollout/index.ts';
import type { RolloutState } from '../../../store/rollout/state.ts';
import { INSTALLATION_MS } from '../../servers/installed.ts';
import { publishBundle } from '../bucket.ts';
import { eventually } from '../eventually.ts';
import { makeReleases, startEnvoyNode, type EnvoyNode } from './envoys.ts';
import { EDGE } from './nodes.ts';

/** The hashes of these are one in each quarter, in this order. */
const IDS = ['envoy-east', 'envoy-north', 'envoy-1', 'envoy-8'];
const BAKE_SECONDS = 0.5;

const store = createMemoryStore();
const releases = makeReleases();
const closers = [releases.stop];
let nodes: readonly EnvoyNode[];

beforeAll(async () => {
  await publishBundle(store, await releases.to('first', { ...DEFAULT_ROLLOUT, bakeSeconds: 0 }));
  const started: Promise<EnvoyNode>[] = [];
  for (const [index, ids] of [IDS.slice(0, 2), IDS.slice(2)].entries()) {
    const relay = await startRelay({
      store,
      identifier: `relay-${index}`,
      listen: '127.0.0.1:0',
      adminListen: '127.0.0.1:0',
      pollIntervalMs: 50,
      closeGraceMs: 0,
      log: createLog({ level: 'silent' }),
    });
    closers.push(relay.close);
    started.push(...ids.map((id) => startEnvoyNode(relay.adsAddress, id)));
  }
  nodes = await Promise.all(started);
  closers.push(...nodes.map(({ stop }) => stop));
}, INSTALLATION_MS);
afterAll(async () => {
  for (const close of closers.toReversed()) await close();
});

/** Steps of these percentages. */
const steps = (percentages: readonly number[], approval: 'automatic' | 'manual'): RolloutPolicy => ({
  ...DEFAULT_ROLLOUT,
  steps: percentages.map((percentage) => ({ nodes: { percentage }, bakeSeconds: BAKE_SECONDS, approval })),
  bakeSeconds: BAKE_SECONDS,
});

const state = async (): Promise<RolloutState | undefined> => (await readRollout(store, EDGE))?.state;
const reaches = (wanted: Partial<RolloutState>): Promise<void> =>
  eventually(async () => expect(await state()).toMatchObject(wanted));
const answers = () => Promise.all(nodes.map((node) => node.answers()));
const answer = (...upstreams: readonly string[]): Promise<void> =>
  eventually(async () => expect(await answers()).toEqual(upstreams));
const all = (upstream: string) => nodes.map(() => upstream);

type Said = { readonly kind: 'pause' | 'resume' | 'abort' } | { readonly kind: 'promote'; readonly to: 'next' | 'all' };
const say = async (said: Said): Promise<void> =>
  void expect(await commandRollout(store, EDGE, { author: 'Ann', now: Date.now(), ...said })).toMatchObject({
    status: 'done',
  });

/** Publishes a release, from another that all have; requests through all Envoys go on until the test ends, none of which may fail. */
async function publish(name: string, policy: RolloutPolicy): Promise<string> {
  await reaches({ phase: 'complete' });
  const [before = ''] = await answers();
  await answer(...all(before));
  const loads = await Promise.all(nodes.map((node) => node.startLoad()));
  onTestFinished(async () => {
    for (const load of loads) expect((await load.stop()).failures).toEqual([]);
  });
  const bundle = await releases.to(name, policy);
  await publishBundle(store, bundle);
  await reaches({ candidate: expect.objectContaining({ bundle: bundle.id }) });
  return before;
}

describe('a rollout over real Envoys', () => {
  test('reaches a percentage of them with each approval', async () => {
    const before = await publish('approved', steps([25, 75], 'manual'));
    await reaches({ phase: 'waiting', step: 0 });
    await answer('approved', before, before, before);
    await say({ kind: 'promote', to: 'next' });
    await reaches({ phase: 'waiting', step: 1 });
    await answer('approved', 'approved', 'approved', before);
    await say({ kind: 'promote', to: 'next' });
    await reaches({ phase: 'complete' });
    await answer(...all('approved'));
  });

  test('goes no further while it is paused, and on when it is resumed', async () => {
    const before = await publish('paused', steps([50], 'automatic'));
    await reaches({ phase: 'progressing', step: 0 });
    await say({ kind: 'pause' });
    await answer('paused', 'paused', before, before);
    await new Promise((resolve) => setTimeout(resolve, 3_000 * BAKE_SECONDS));
    await answer('paused', 'paused', before, before);
    expect(await state()).toMatchObject({ phase: 'paused', step: 0 });
    await say({ kind: 'resume' });
    await reaches({ phase: 'complete' });
    await answer(...all('paused'));
  });

  test('is taken back from them when it is aborted, and given to all when it is promoted all the same', async () => {
    const before = await publish('aborted', steps([50], 'manual'));
    await reaches({ phase: 'waiting' });
    await answer('aborted', 'aborted', before, before);
    await say({ kind: 'abort' });
    await reaches({ phase: 'aborted' });
    await answer(...all(before));
    await say({ kind: 'promote', to: 'all' });
    await answer(...all('aborted'));
    await reaches({ phase: 'complete' });
  });

  test('skips the bake of a step when it is promoted', async () => {
    const policy = steps([25], 'automatic');
    const before = await publish('hurried', {
      ...policy,
      steps: policy.steps.map((step) => ({ ...step, bakeSeconds: 600 })),
    });
    await answer('hurried', before, before, before);
    await say({ kind: 'promote', to: 'next' });
    await answer(...all('hurried'));
    await reaches({ phase: 'complete' });
  });
});
