/** How a rollout begins: the head is one that the state is not about. */
import type { GatewayName } from '../../compiler/5-pack/bundle.ts';
import type { RolloutPolicy } from '../../compiler/5-pack/rollout-policy.ts';
import { DEFAULT_ROLLOUT } from '../../compiler/5-pack/rollout-policy.ts';
import { attemptOf, failureOf } from './assign.ts';
import { complete, entered, isoTime, unbaked, withEvent, withFailed } from './change.ts';
import { NO_FLEET, type FleetView } from './fleet.ts';
import { rejected } from './judge.ts';
import { departedOf } from './presence.ts';
import { ROLLOUT_FORMAT, type Release, type RolloutReason, type RolloutState } from './state.ts';

export interface NewHead {
  readonly gateway: GatewayName;
  readonly head: Release;
  /** That of the head's manifest. */
  readonly policy: RolloutPolicy;
  /** The revision before the head; `null` if it is the first, or that one is not there any more. */
  readonly parent: Release | null;
  readonly fleet: FleetView;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/**
 * The state about a new head.
 *
 * - Without a state before, every node has been given the head already, since nobody could know better.
 * - Without a stable release there is nothing to hold nodes on, so that steps would mean nothing.
 * - A candidate that every node has accepted when the next head comes counts as stable, though it has not baked to the
 *   end: going back further would take from the nodes what they run without a fault. So does one that all but one in
 *   twenty, or all but one, have run for a while, or nodes that never answer would hold back the others from ever more.
 *   Not so if metrics are to judge it, which may take as long as it bakes.
 * - A head with the stable bundle is a way back, and needs no steps and no bake.
 * - A head with the candidate's bundle, published again, changes nothing: what failed stays failed.
 */
export function begin(before: RolloutState | undefined, { head, policy, ...more }: NewHead): RolloutState {
  const { parent, fleet, now } = more;
  const attempt = attemptOf({ head, state: before });
  const stable = before ? stableOf(before, fleet) : parent;
  const state: RolloutState = {
    format: ROLLOUT_FORMAT,
    serial: before?.serial ?? 0,
    gateway: more.gateway,
    stable,
    candidate: head,
    policy,
    phase: 'progressing',
    attempt,
    step: before && stable ? 0 : policy.steps.length,
    since: isoTime(now),
    bake: unbaked(now),
    // Who has been given it already may be gone by now.
    connectedAtStart: fleet.connected + departedOf(fleet, { bundle: head.bundle, attempt }).gone,
    failed: before?.failed ?? [],
    events: before?.events ?? [],
  };
  const failure = before && stable ? failureOf(before, head) : undefined;
  if (failure) return stillFailed(state, before?.phase === 'aborted' ? 'aborted' : 'rolled-back', failure, now);
  if (before?.candidate.bundle === head.bundle && before.phase !== 'complete') return renamed(before, head, now);
  if (stable?.bundle === head.bundle)
    return complete(state, `revision ${head.number} has the bundle that was stable`, now);
  return withEvent(state, `revision ${head.number} begins`, now);
}

function stableOf(before: RolloutState, fleet: FleetView): Release | null {
  const { stable, candidate, step, policy } = before;
  const isForAll = step >= policy.steps.length && policy.health.metrics.length === 0;
  return isForAll && isAccepted(before) && !rejected(before, fleet) ? candidate : stable;
}

/** The least that nodes must have had a release for if some of them do not answer, in seconds. */
const LONG_SECONDS = 60;

function isAccepted({ phase, reason, bake, policy }: RolloutState): boolean {
  const { waitsFor, seconds, reached = 0, silent = 0 } = bake;
  if (phase === 'paused') return reason?.kind === 'overdue' && isAlmostAll(reached, silent);
  if (phase !== 'progressing') return false;
  if (waitsFor === 'nothing') return true;
  const isLong = waitsFor === 'nodes' && seconds >= Math.max(policy.bakeSeconds, LONG_SECONDS);
  return isLong && isAlmostAll(reached, silent);
}

const isAlmostAll = (reached: number, silent: number): boolean =>
  silent > 0 && silent < reached && silent <= Math.max(1, reached / 20);

const renamed = (before: RolloutState, candidate: Release, now: number): RolloutState =>
  withEvent({ ...before, candidate }, `revision ${candidate.number} has the same bundle`, now);

/** Published again, by a program perhaps: nobody has said that the nodes are to have it all the same. */
const stillFailed = (
  state: RolloutState,
  phase: 'rolled-back' | 'aborted',
  reason: RolloutReason,
  now: number,
): RolloutState => ({
  ...entered(
    state,
    { phase, step: 0, reason },
    `revision ${state.candidate.number} has a bundle that failed before`,
    now,
  ),
  failed: withFailed(state.failed, { ...state.candidate, reason }),
});

/**
 * The state of a gateway that nobody has watched so far, or nobody since it was as `before` says: what its nodes run counts
 * as good. With it, steps of the next head are taken from the first.
 */
export function assumed(gateway: GatewayName, head: Release, now: number, before?: RolloutState): RolloutState {
  const seen = { gateway, head, policy: DEFAULT_ROLLOUT, parent: null, fleet: NO_FLEET, now };
  const state = { ...begin(before, seen), events: before?.events ?? [] };
  return complete(state, `revision ${head.number} was there before, and counts as good`, now);
}
