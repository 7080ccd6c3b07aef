/**
 * The next step of a rollout: a pure reducer, `(state, observation) → state`. Whoever looks at the bucket and the fleet
 * may run it, as often as they like; nothing but its result is ever written.
 */
import { bakeSecondsOf, isNews, limitOf, look } from './bake.ts';
import { isHeld } from './assign.ts';
import { begin, type NewHead } from './begin.ts';
import { complete, entered, failed, isoTime, onward, sentenceOf, type Onward } from './change.ts';
import { judge, type Evidence } from './judge.ts';
import type { Bake, RolloutReason, RolloutState } from './state.ts';

/** What there is to see of a gateway. */
export interface Observation extends NewHead, Evidence {}

/**
 * Takes the step that is due, one at most; gives the same object if nothing is to be written.
 *
 * - A new head begins a rollout, also while another is under way; not while a person has paused that.
 * - A step that has baked is followed by the next, by waiting for approval, or by the end.
 * - A criterion that is not met puts every node back on the stable release; or pauses, if the policy says so or there
 *   is no stable release.
 * - Nodes that do not answer hold the rollout up, for ten minutes; then it pauses, since that is no fault that going back
 *   would mend. So do metrics, which then count as not met.
 */
export function stepRollout(state: RolloutState | undefined, seen: Observation): RolloutState {
  const { head, fleet, now } = seen;
  if (state && isHeld(state, head)) return state;
  if (state?.candidate.revision !== head.revision) {
    return atOnce(begin(state, seen), seen);
  }
  if (isSettled(state)) return state;
  const verdict = judge(state, seen);
  if (verdict.kind === 'failed') return fail(state, verdict.reason, now);
  const bake = look(state, { verdict, fleet, now });
  const late = overdue(state, bake);
  if (late) return late.kind === 'overdue' ? pause(state, late, now) : fail(state, late, now);
  if (state.phase === 'progressing' && bake.waitsFor === 'nothing' && bake.seconds >= bakeSecondsOf(state)) {
    return baked(state, { connected: fleet.connected, now });
  }
  return isNews(state, bake) ? { ...state, bake } : state;
}

/** Whether nothing happens by itself, whatever the fleet is like. */
export const isSettled = ({ phase }: RolloutState): boolean => phase !== 'progressing' && phase !== 'waiting';

/** Nodes may have had a new head before its rollout has begun, and rejected it. */
function atOnce(begun: RolloutState, seen: Observation): RolloutState {
  const verdict = isSettled(begun) ? undefined : judge(begun, seen);
  return verdict?.kind === 'failed' ? fail(begun, verdict.reason, seen.now) : begun;
}

type Fault = Omit<RolloutReason, 'time'>;

function overdue(state: RolloutState, { waitsFor, seconds, message }: Bake): Fault | undefined {
  const limit = limitOf(state, waitsFor);
  if (limit === undefined || seconds < limit) return undefined;
  const after = `${message}, for ${limit} seconds of this step`;
  if (waitsFor === 'connections') return { kind: 'disconnected', message: after };
  if (waitsFor === 'references') return { kind: 'missing', message: after };
  return { kind: waitsFor === 'metrics' ? 'metric' : 'overdue', message: after };
}

function fail(state: RolloutState, fault: Fault, now: number): RolloutState {
  const { policy, stable } = state;
  if (policy.onFailure === 'pause' || stable === null) return pause(state, fault, now);
  return failed(state, 'rolled-back', { ...fault, time: isoTime(now) }, now);
}

function pause(state: RolloutState, fault: Fault, now: number): RolloutState {
  const reason = { ...fault, time: isoTime(now) };
  return entered(state, { phase: 'paused', step: state.step, reason }, sentenceOf(reason), now);
}

function baked(state: RolloutState, { connected, now }: Omit<Onward, 'step'>): RolloutState {
  const { policy, step, candidate } = state;
  const present = policy.steps[step];
  if (!present) return complete(state, `revision ${candidate.number} has baked on all nodes`, now);
  if (present.approval === 'automatic') return toStep(state, { step: step + 1, connected, now });
  return entered(state, { phase: 'waiting', step }, `step ${step + 1} has baked, and waits for approval`, now);
}

/** The state at another step. */
export function toStep(state: RolloutState, to: Onward): RolloutState {
  const { length } = state.policy.steps;
  return onward(state, to, to.step >= length ? 'all nodes get it' : `step ${to.step + 1} of ${length} gets it`);
}
