/** What is loaded for a rollout is what nodes can be given. */
import { expect, test } from 'vitest';
import { DEFAULT_ROLLOUT } from '../../../compiler/5-pack/rollout-policy.ts';
import { choiceOf, lastRelease, releasesFor } from '../../../relay/sources/releases.ts';
import { assign } from '../../../store/rollout/assign.ts';
import type { Release, RolloutState } from '../../../store/rollout/state.ts';
import { EDGE, editionOf, stepsOf } from './nodes.ts';
import { stateOf } from './relays.ts';

const PHASES: readonly RolloutState['phase'][] = [
  'progressing',
  'waiting',
  'paused',
  'complete',
  'rolled-back',
  'aborted',
];
const POLICIES = [DEFAULT_ROLLOUT, stepsOf([30, 60], 1)];
const BUNDLES = POLICIES.map((rollout) => editionOf('head', rollout));

const release = (name: string, bundle = name.repeat(64)): Release => ({ revision: name.repeat(64), bundle, number: 1 });

/** Every state that there can be about these releases. */
function* states(head: Release): Iterable<RolloutState | undefined> {
  yield undefined;
  for (const candidate of [head, release('b'), { ...release('c'), bundle: head.bundle }]) {
    for (const stable of [null, release('a')]) {
      for (const phase of PHASES.filter((each) => stable || (each !== 'rolled-back' && each !== 'aborted'))) {
        for (const policy of POLICIES) {
          for (const step of [0, 1, 2]) {
            const reason = { kind: 'person', message: '', time: '2026-01-02T03:04:05.000Z' } as const;
            yield stateOf(candidate, phase, stable, { policy, step, reason });
            yield stateOf(candidate, phase, stable, { policy, step, reason, failed: [{ ...head, reason }] });
          }
        }
      }
    }
  }
}

test('whatever a rollout says, each node can be given what it is to have', () => {
  for (const bundle of BUNDLES) {
    const head = release('h', bundle.id);
    const pointer = { gateway: EDGE, revision: head.revision, bundle: head.bundle };
    for (const rollout of states(head)) {
      const wanted = { pointer, rollout };
      const { required } = releasesFor(wanted, bundle.manifest.rollout ?? DEFAULT_ROLLOUT);
      const bundles = new Set(required.map((each) => each.bundle));
      const prepared = { ...wanted, bundles: [bundle] };
      for (let node = 0; node < 20; node++) {
        const given = assign(choiceOf(prepared), { id: `node-${node}`, labels: new Map() });
        expect(bundles, JSON.stringify(wanted)).toContain(given.bundle);
      }
      expect(bundles, JSON.stringify(wanted)).toContain(lastRelease(prepared).bundle);
    }
  }
});
