/** What holds of rollouts in whatever order things happen. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_ROLLOUT, type RolloutStep } from '../../../compiler/5-pack/rollout-policy.ts';
import { assign, type RolloutNode } from '../../../store/rollout/assign.ts';
import { assumed } from '../../../store/rollout/begin.ts';
import { command } from '../../../store/rollout/command.ts';
import { parseRollout } from '../../../store/rollout/parse.ts';
import type { RolloutState } from '../../../store/rollout/state.ts';
import { bakeSecondsOf } from '../../../store/rollout/bake.ts';
import { stepRollout } from '../../../store/rollout/step.ts';
import { canonicalBytes } from '../../../compiler/canonical-json.ts';
import { play, policies, say, stories } from './stories.ts';
import { createWorld, GATEWAY, given, look, node, observe, publish, release, type World } from './world.ts';

const percentages = fc.double({ min: 0, max: 100, noNaN: true });
const nodes: fc.Arbitrary<RolloutNode> = fc.record({ id: fc.string(), labels: fc.constant(new Map<string, string>()) });

const RUNS = { numRuns: 1_000 };

describe('whom a release is given to', () => {
  test('a larger percentage only adds nodes', () => {
    const state = stateAt(0);
    const isGiven = (percentage: number, one: RolloutNode): boolean => {
      const policy = { ...DEFAULT_ROLLOUT, steps: [step(percentage)] };
      return assign({ gateway: GATEWAY, head: release(2), policy, state }, one).number === 2;
    };
    fc.assert(
      fc.property(percentages, percentages, nodes, (a, b, one) => {
        if (isGiven(Math.min(a, b), one)) expect(isGiven(Math.max(a, b), one)).toBe(true);
        expect(isGiven(0, one)).toBe(false);
        expect(isGiven(100, one)).toBe(true);
      }),
      RUNS,
    );
  });

  test('a percentage is about that share of many nodes', () => {
    const policy = { ...DEFAULT_ROLLOUT, steps: [step(10)] };
    const offer = { gateway: GATEWAY, head: release(2), policy, state: stateAt(0) };
    const number = Array.from({ length: 5_000 }, (_, n) => assign(offer, node(n))).filter(({ number }) => number === 2);
    expect(number.length).toBeGreaterThan(400);
    expect(number.length).toBeLessThan(600);
  });

  test('a step only adds nodes', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const worlds = play(story);
        for (const [index, { world }] of worlds.entries()) {
          const before = worlds[index - 1]?.world;
          const isOn = before?.state?.candidate === world.state?.candidate && before?.state?.phase === 'progressing';
          if (!before || !isOn || world.state?.phase !== 'progressing' || before.head !== world.head) continue;
          for (const one of before.nodes) {
            if (given(before, one) === world.head) expect(given(world, one)).toBe(world.head);
          }
        }
      }),
      RUNS,
    );
  });

  test('no more than two releases are given at a time, and none that is neither stable, candidate nor head', () => {
    fc.assert(
      fc.property(stories, (story) => {
        for (const { world } of play(story)) {
          const revisions = new Set(world.nodes.map((one) => given(world, one).revision));
          expect(revisions.size).toBeLessThanOrEqual(2);
          const known = [world.head, world.state?.stable, world.state?.candidate].map((known) => known?.revision);
          for (const revision of revisions) expect(known).toContain(revision);
        }
      }),
      RUNS,
    );
  });
});

test('whatever is published while a person has paused changes no node, unless it is the way back', () => {
  fc.assert(
    fc.property(stories, policies, (story, policy) => {
      const { world } = play(story).at(-1) ?? { world: createWorld(12) };
      const paused = world.state && say(world, world.state, 'pause');
      const isPaused = paused?.state?.reason?.kind === 'person' && paused.state.phase === 'paused';
      if (!paused || !isPaused || paused.head.revision !== paused.state?.candidate.revision) return;
      const before = paused.nodes.map((one) => given(paused, one));
      const next = look(publish(paused, release(paused.head.number + 1, 77), policy), 10);
      expect(next.state).toBe(paused.state);
      expect(next.nodes.map((one) => given(next, one))).toEqual(before);
    }),
    RUNS,
  );
});

describe('a release that failed', () => {
  test('is given to nobody until somebody says so', () => {
    fc.assert(
      fc.property(stories, (story) => {
        for (const { world } of play(story)) {
          const { state } = world;
          if (!state || !state.failed.some(({ revision }) => revision === world.head.revision)) continue;
          expect(world.nodes.map((one) => given(world, one).revision)).not.toContain(world.head.revision);
        }
      }),
      RUNS,
    );
  });

  test('fails only by what is said, what is rejected, what is missing and what is measured, and says so', () => {
    fc.assert(
      fc.property(stories, (story) => {
        for (const { world } of play(story)) {
          const isStopped = ['paused', 'rolled-back', 'aborted'].includes(world.state?.phase ?? '');
          expect(world.state?.reason !== undefined).toBe(isStopped);
        }
      }),
      RUNS,
    );
  });
});

describe('time', () => {
  test('no step is left, and nothing completes, without the whole bake or somebody who says so', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const worlds = play(story);
        for (const [index, { world, by }] of worlds.entries()) {
          const before = worlds[index - 1]?.world.state;
          const after = world.state;
          if (!before || !after || by?.kind !== 'look' || before.candidate !== after.candidate) continue;
          const isLeft = before.phase === 'progressing' && ['waiting', 'complete'].includes(after.phase);
          if (!isLeft && before.step === after.step) continue;
          expect(watchedSeconds(worlds.slice(0, index + 1))).toBeGreaterThanOrEqual(bakeSecondsOf(before) - 0.1);
        }
      }),
      RUNS,
    );
  });

  /** How long, by a clock that nobody has set, the last looks have shown the step that was left just now. */
  function watchedSeconds(worlds: ReturnType<typeof play>): number {
    const before = worlds.at(-2)?.world.state;
    let seconds = 0;
    let jumps = 0;
    for (const { world, by } of worlds.toReversed()) {
      if (by?.kind === 'look') seconds += by.seconds;
      // A jump may count for as much as a look may: a third of the bake.
      if (by?.kind === 'jump') jumps++;
      if (world.state?.since !== before?.since && world !== worlds.at(-1)?.world) break;
    }
    return seconds + (jumps * (before ? bakeSecondsOf(before) : 0)) / 3;
  }

  test('a healthy rollout ends, however often the clock was set before', () => {
    fc.assert(
      fc.property(stories, policies, (story, policy) => {
        const { world: told } = play(story).at(-1) ?? { world: createWorld(12) };
        // What a person has paused goes on when a person says so.
        const world = told.state?.phase === 'paused' ? say(told, told.state, 'resume') : told;
        const automatic = policy.steps.map((each) => ({ ...each, approval: 'automatic' as const }));
        const settled: World = { ...createWorld(12), head: world.head, state: world.state, now: world.now };
        const healthy: World = { ...settled, metrics: new Map([['errors', 0]]) };
        let last = publish(healthy, release(world.head.number + 1, 77), { ...policy, steps: automatic });
        for (let looks = 0; looks < 80; looks++) last = look(last, 40);
        expect(last.state).toMatchObject({ phase: 'complete', candidate: release(world.head.number + 1, 77) });
      }),
      { numRuns: 300 },
    );
  });
});

describe('a release whose nodes do not stay', () => {
  test('goes no further than the first step that has any, and is taken back in the end', () => {
    const fates = fc.constantFrom('dies' as const, 'restarts' as const, 'falters' as const);
    fc.assert(
      fc.property(policies, fates, fc.integer({ min: 10, max: 40 }), (policy, fate, seconds) => {
        const health = { ...policy.health, connectedPercentage: 50, metrics: [] };
        const good = { ...createWorld(12), state: assumed(GATEWAY, release(1), createWorld(12).now) };
        const killing = { ...good, fates: new Map(good.nodes.map(({ id }) => [id, fate])) };
        const steps = policy.steps.map((each) => ({ ...each, approval: 'automatic' as const }));
        const strict = { ...policy, steps, health, onFailure: 'rollback' as const };
        let world = look(publish(killing, release(3), strict), 1);
        const hurt = new Set<string>();
        for (let looks = 0; looks < 150 && world.state?.phase !== 'rolled-back'; looks++) {
          for (const one of world.nodes) if (given(world, one) === world.head) hurt.add(one.id);
          world = look(world, seconds);
        }
        const groups = [...steps, { nodes: { percentage: 100 } }].map(({ nodes }) =>
          world.nodes.filter((one) => isIn(nodes, one)),
        );
        const [reached = []] = groups.filter((group) => group.length > 0);
        expect([...hurt].sort()).toEqual(reached.map(({ id }) => id).sort());
        expect(world.state).toMatchObject({ phase: 'rolled-back', reason: { kind: 'disconnected' } });
      }),
      { numRuns: 200 },
    );
  });

  const isIn = (nodes: RolloutStep['nodes'], one: RolloutNode): boolean => {
    const policy = { ...DEFAULT_ROLLOUT, steps: [{ ...step(0), nodes }] };
    return assign({ gateway: GATEWAY, head: release(2), policy, state: stateAt(0) }, one).number === 2;
  };
});

describe('the state', () => {
  test('is read back as it was written, and is bounded', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const state = play(story).at(-1)?.world.state;
        if (!state) return;
        expect(parseRollout(canonicalBytes(state), GATEWAY)).toEqual(state);
        expect(parseRollout(canonicalBytes(state), 'default/other')).toBeUndefined();
      }),
      RUNS,
    );
  });

  test('does not change where there is nothing to do', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const { world } = play(story).at(-1) ?? { world: createWorld(0) };
        const once = stepRollout(world.state, observe(world));
        const isSettled = !['progressing', 'waiting'].includes(once.phase);
        if (isSettled) expect(stepRollout(once, observe({ ...world, state: once }))).toBe(once);
      }),
      RUNS,
    );
  });
});

function stateAt(step: number): RolloutState {
  const first = look(createWorld(1), 1);
  const done = command(
    first.state ?? fail(),
    { kind: 'promote', to: 'next', author: 'ann', now: first.now },
    { connected: 1 },
  );
  if (done.status !== 'done') return fail();
  const world = publish({ ...first, state: done.state }, release(2), {
    ...DEFAULT_ROLLOUT,
    steps: [{ nodes: { percentage: 50 }, bakeSeconds: 1, approval: 'manual' }],
  });
  return { ...(look(world, 1).state ?? fail()), step };
}

const step = (percentage: number): RolloutStep => ({
  nodes: { percentage },
  bakeSeconds: 60,
  approval: 'automatic',
});

function fail(): never {
  throw new Error('the rollout has not begun');
}
