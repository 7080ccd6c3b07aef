/** Relays on one bucket, and what their nodes get while they change over. */
import { expect, test } from 'vitest';
import type { Bundle } from '../../../compiler/5-pack/bundle.ts';
import type { RelayOptions } from '../../../relay/options.ts';
import { commandRollout, type RolloutCommand } from '../../../store/rollout/index.ts';
import { changeRollout, readRollout } from '../../../store/rollout/read.ts';
import type { RolloutState } from '../../../store/rollout/state.ts';
import type { Store } from '../../../store/store.ts';
import { describeEachStore } from '../../store/stores.ts';
import { publishBundle } from '../bucket.ts';
import { eventually } from '../eventually.ts';
import { EDGE, editionOf, startNode, stepsOf, type TestNodeStream } from './nodes.ts';
import { useRelays } from './relays.ts';

const BAKE = 0.6;

describeEachStore('a rollout', (open) => {
  const relays = useRelays();
  const state = async (store: Store): Promise<RolloutState | undefined> => (await readRollout(store, EDGE))?.state;
  const phase = (store: Store, wanted: RolloutState['phase'], bundle: Bundle): Promise<void> =>
    eventually(async () =>
      expect(await state(store)).toMatchObject({ phase: wanted, candidate: { bundle: bundle.id } }),
    );
  const have = (nodes: readonly TestNodeStream[], name: string): Promise<void> =>
    eventually(() => expect(nodes.map((node) => node.has())).toEqual(nodes.map(() => name)));

  /** Two relays, each with a third of these nodes or two, all of which have the bundle `good`. */
  const settled = async (options: Partial<RelayOptions> = {}) => {
    const store = await open();
    const good = editionOf('good', stepsOf([], 0));
    await publishBundle(store, good);
    const first = await relays.start(store, 'relay-1', options);
    const second = await relays.start(store, 'relay-2', options);
    const nodes = Array.from({ length: 9 }, (_, index) =>
      startNode(index % 3 === 0 ? first.adsAddress : second.adsAddress, `node-${index}`),
    );
    await have(nodes, 'good');
    await phase(store, 'complete', good);
    return { store, good, first, second, nodes };
  };
  const say = (
    store: Store,
    said: { readonly kind: 'resume' | 'pause' | 'abort' } | { readonly kind: 'promote'; readonly to: 'next' | 'all' },
  ) => commandRollout(store, EDGE, { author: 'Ann', now: Date.now(), ...said } satisfies RolloutCommand);

  test('goes step by step, and ends with every node', async () => {
    const { store, nodes } = await settled();
    const better = editionOf('better', stepsOf([40], BAKE));
    await publishBundle(store, better);
    await eventually(async () => expect(await state(store)).toMatchObject({ phase: 'progressing', step: 0 }));
    const reached = () => nodes.filter((node) => node.has() === 'better');
    await eventually(() => expect(reached().length).toBeGreaterThan(0));
    expect(reached().length).toBeLessThan(nodes.length);
    await phase(store, 'complete', better);
    await have(nodes, 'better');
    expect(new Set(nodes.flatMap((node) => node.sent()))).toEqual(new Set(['good', 'better -good']));
    expect((await state(store))?.events.map(({ message }) => message).toReversed()).toMatchObject([
      expect.stringContaining('begins'),
      expect.any(String),
      expect.stringContaining('begins'),
      'all nodes get it',
      expect.stringContaining('baked'),
    ]);
  });

  test('that nodes of the first step reject hurts nobody else, and undoes itself', async () => {
    const { store, good, first, second, nodes } = await settled();
    const bad = editionOf('bad', stepsOf([40], 60));
    await publishBundle(store, bad);
    await phase(store, 'rolled-back', bad);
    expect((await state(store))?.reason).toMatchObject({
      kind: 'rejected',
      message: 'cluster bad is bad',
      node: expect.stringMatching(/^node-\d$/),
    });
    for (const relay of [first, second]) {
      await eventually(() => {
        const { nodes: connected, gateways } = relay.status();
        expect(connected.map(({ bundle, state: of }) => [bundle, of])).toEqual(
          connected.map(() => [good.id, 'complete']),
        );
        expect(gateways[0]).toMatchObject({
          bundle: good.id,
          wanted: { bundle: bad.id },
          rollout: { phase: 'rolled-back', reason: { message: 'cluster bad is bad' } },
        });
      });
    }
    const metrics = await (await fetch(`http://${first.adminAddress}/metrics`)).text();
    expect(metrics).toContain('enroute_relay_rollout_phase{gateway="default/edge",phase="rolled-back"} 1');
    expect(metrics).toContain(
      'enroute_relay_release_nodes{gateway="default/edge",release="stable",state="complete"} 3',
    );
    expect(metrics).toMatch(
      /enroute_relay_rollout_reason_info\{gateway="default\/edge",revision="2",reason="rejected",node="node-\d",message="cluster bad is bad"\} 1/,
    );
    const taken = relays.logged().find((line) => line.includes('every node is put back'));
    for (const words of ['cluster bad is bad', 'node-', EDGE]) expect(taken).toContain(words);
    const touched = nodes.filter((node) => node.sent().length > 1);
    expect(touched.length).toBeLessThan(nodes.length);
    // A delta client may have applied a part of what it refused, so it is told all of that again, and nothing else.
    for (const node of touched)
      expect(node.sent().filter((each) => each !== 'good')).toEqual(['bad -good', 'good -bad']);
    await have(nodes, 'good');
  });

  test('that kills the nodes of the first step goes no further, and undoes itself', async () => {
    const { store, good, first, nodes } = await settled();
    const deadly = editionOf('deadly', stepsOf([40], BAKE));
    await publishBundle(store, deadly);
    const killed = () => nodes.filter((node) => node.sent().includes('deadly -good'));
    // They die one after the other.
    await eventually(async () => {
      expect(killed()).not.toEqual([]);
      const bake = { waitsFor: 'connections', reached: killed().length };
      expect(await state(store)).toMatchObject({ step: 0, bake });
    });
    const dead = killed();
    // What is left of the minute.
    await changeRollout(store, EDGE, (now) => now && { ...now, bake: { ...now.bake, waited: { connections: 59.9 } } });
    await phase(store, 'rolled-back', deadly);
    expect((await state(store))?.reason).toMatchObject({
      kind: 'disconnected',
      message: expect.stringMatching(/stayed/),
    });
    await eventually(() => expect(first.status().gateways[0]?.rollout?.phase).toBe('rolled-back'));
    const back = dead.map(({ id }) => startNode(first.adsAddress, id));
    await have(back, 'good');
    for (const node of nodes.filter((each) => !dead.includes(each))) expect(node.sent()).toEqual(['good']);
    expect((await state(store))?.stable).toMatchObject({ bundle: good.id });
  });

  test('that was rolled back is not offered again when all relays start anew; another release is', async () => {
    const { store, first, second } = await settled();
    await publishBundle(store, editionOf('bad'));
    await phase(store, 'rolled-back', editionOf('bad'));
    await relays.stop(first);
    await relays.stop(second);
    const again = await relays.start(store, 'relay-3');
    const nodes = ['node-1', 'node-2'].map((id) => startNode(again.adsAddress, id));
    await have(nodes, 'good');
    const better = editionOf('better', stepsOf([], 0));
    await publishBundle(store, better);
    await have(nodes, 'better');
    await phase(store, 'complete', better);
    for (const node of nodes) expect(node.sent()).not.toContain('bad');
  });

  test('goes on with the other relay when the one that leads is gone, or starts anew', async () => {
    const { store, first, second, nodes } = await settled();
    const better = editionOf('better', stepsOf([50], BAKE));
    await publishBundle(store, better);
    await eventually(async () => expect(await state(store)).toMatchObject({ phase: 'progressing', step: 0 }));
    await relays.stop(first);
    const again = await relays.start(store, 'relay-1');
    const moved = nodes.filter((_, index) => index % 3 === 0).map(({ id }) => startNode(again.adsAddress, id));
    await phase(store, 'complete', better);
    await have([...moved, ...nodes.filter((_, index) => index % 3 !== 0)], 'better');
    await eventually(() => expect(second.status().gateways[0]?.rollout?.phase).toBe('complete'));
  });

  test('waits for approval, and does what people say', async () => {
    const { store, nodes } = await settled();
    const policy = stepsOf([40], 0.1);
    const manual = { ...policy, steps: policy.steps.map((step) => ({ ...step, approval: 'manual' as const })) };
    const better = editionOf('better', manual);
    await publishBundle(store, better);
    await phase(store, 'waiting', better);
    expect(nodes.filter((node) => node.has() === 'good').length).toBeGreaterThan(0);
    expect(await say(store, { kind: 'abort' })).toMatchObject({ status: 'done' });
    await have(nodes, 'good');
    expect(await say(store, { kind: 'resume' })).toMatchObject({ status: 'done' });
    await phase(store, 'waiting', better);
    expect(await say(store, { kind: 'promote', to: 'next' })).toMatchObject({ status: 'done' });
    await phase(store, 'complete', better);
    await have(nodes, 'better');
  });

  test('that a person has paused is left alone by what is published meanwhile', async () => {
    const { store, first, nodes } = await settled();
    const better = editionOf('better', stepsOf([40], 60));
    await publishBundle(store, better);
    await eventually(() => expect(nodes.filter((node) => node.has() === 'better').length).toBeGreaterThan(0));
    await say(store, { kind: 'pause' });
    await eventually(() => expect(first.status().gateways[0]?.rollout?.phase).toBe('paused'));
    const before = nodes.map((node) => node.has());
    const next = editionOf('next', stepsOf([], 0));
    await publishBundle(store, next);
    await eventually(() => expect(first.status().gateways[0]?.wanted?.bundle).toBe(next.id));
    const late = startNode(first.adsAddress, 'node-0');
    await eventually(() => expect(late.has()).toBe(before[0]));
    expect(nodes.map((node) => node.has())).toEqual(before);
    await say(store, { kind: 'resume' });
    await have(nodes, 'next');
    await phase(store, 'complete', next);
  });

  test('is the same history whoever takes its steps', async () => {
    const { store, nodes } = await settled();
    const leaders = await Promise.all(
      [0, 1].map((index) => relays.start(store, `more-${index}`, { gateways: [EDGE] })),
    );
    const better = editionOf('better', stepsOf([30, 70], 0.3));
    await publishBundle(store, better);
    await phase(store, 'complete', better);
    const steps = (await state(store))?.events.filter(({ release }) => release.bundle === better.id);
    expect(steps?.map(({ step }) => step).toReversed()).toEqual([0, 1, 2, 2]);
    expect(leaders).toHaveLength(2);
    await have(nodes, 'better');
  });
});
