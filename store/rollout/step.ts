/**
 * The next step of a rollout: a pure reducer, `(state, observation) → state`. Whoever looks at the bucket and the fleet
 * may run it, as often as they like; nothing but its result is ever written.
 */
import { begin, type NewHead } from './begin.ts';
import { complete, entered, failed, isoTime, sentenceOf } from './change.ts';
import { judge, type Evidence, type Verdict } from './judge.ts';
import type { Bake, RolloutReason, RolloutState } from './state.ts';

/** What there is to see of a gateway. */
export interface Observation extends Omit<NewHead, 'connected'>, Evidence {}

/** How long less nodes may be connected than must be, as when a relay restarts. Seconds. */
export const MAX_DISCONNECTED_SECONDS = 60;
/** How long nodes may take for an answer before the rollout pauses, and metrics before they count as failed. Seconds. */
export const MAX_SILENT_SECONDS = 600;
/** The most that one look counts for, in seconds. */
const MAX_LOOK_SECONDS = 60;

/**
 * Takes the step that is due, one at most; gives the same object if nothing is to be written.
 *
 * - A new head begins a rollout, also while another is under way.
 * - A step that has baked is followed by the next, by waiting for approval, or by the end.
 * - A criterion that is not met puts every node back on the stable release; or pauses, if the policy says so or there
 *   is no stable release.
 * - Nodes that do not answer hold the rollout up, for ten minutes; then it pauses, since that is no fault that going back
 *   would mend. So do metrics, which then count as not met.
 */
export function stepRollout(state: RolloutState | undefined, seen: Observation): RolloutState {
  const { head, fleet, now } = seen;
  if (state?.candidate.revision !== head.revision) {
    return atOnce(begin(state, { ...seen, connected: fleet.connected }), seen);
  }
  if (isSettled(state)) return state;
  const verdict = judge(state, seen);
  if (verdict.kind === 'failed') return fail(state, verdict.reason, now);
  const bake = look(state, verdict, now);
  const late = overdue(state, bake);
  if (late) return late.kind === 'overdue' ? pause(state, late, now) : fail(state, late, now);
  if (state.phase === 'progressing' && bake.waitsFor === 'nothing' && bake.seconds >= bakeSecondsOf(state)) {
    return baked(state, now);
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

/** How long the present step bakes. */
export const bakeSecondsOf = ({ policy, step }: RolloutState): number =>
  policy.steps[step]?.bakeSeconds ?? policy.bakeSeconds;

type Waits = Extract<Verdict, { kind: 'waits' }>;
type Fault = Omit<RolloutReason, 'time'>;

/** Counts the time since the last look, but no more of it than a look may count for. */
function look(state: RolloutState, verdict: Waits, now: number): Bake {
  const { bake } = state;
  const { for: waitsFor, message } = verdict;
  const whole = limitOf(state, waitsFor) ?? bakeSecondsOf(state);
  const passed = Math.round((now - Date.parse(bake.seen)) / 10) / 100;
  const counted = Math.min(Math.max(passed, 0), whole / 3, MAX_LOOK_SECONDS);
  return {
    waitsFor,
    seconds: bake.waitsFor === waitsFor ? Math.round((bake.seconds + counted) * 100) / 100 : 0,
    seen: isoTime(now),
    message,
  };
}

/** How long something may be waited for, in seconds; for relays, and for people, without end. */
function limitOf({ phase }: RolloutState, waitsFor: Bake['waitsFor']): number | undefined {
  if (waitsFor === 'connections') return MAX_DISCONNECTED_SECONDS;
  const hasLimit = (waitsFor === 'nodes' || waitsFor === 'metrics') && phase === 'progressing';
  return hasLimit ? MAX_SILENT_SECONDS : undefined;
}

function overdue(state: RolloutState, { waitsFor, seconds, message }: Bake): Fault | undefined {
  const limit = limitOf(state, waitsFor);
  if (limit === undefined || seconds < limit) return undefined;
  const after = `${message}, for ${limit} seconds now`;
  if (waitsFor === 'connections') return { kind: 'disconnected', message: after };
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

function baked(state: RolloutState, now: number): RolloutState {
  const { policy, step, candidate } = state;
  const present = policy.steps[step];
  if (!present) return complete(state, `revision ${candidate.number} has baked on all nodes`, now);
  if (present.approval === 'automatic') return toStep(state, step + 1, now);
  return entered(state, { phase: 'waiting', step }, `step ${step + 1} has baked, and waits for approval`, now);
}

/** The state at another step. */
export function toStep(state: RolloutState, step: number, now: number): RolloutState {
  const all = step >= state.policy.steps.length;
  const message = all ? 'all nodes get it' : `step ${step + 1} of ${state.policy.steps.length} gets it`;
  return entered(state, { phase: 'progressing', step }, message, now);
}

/** Where no time is counted, looking again tells nobody anything. */
function isNews(state: RolloutState, { waitsFor, message }: Bake): boolean {
  const { bake, phase } = state;
  if (bake.waitsFor !== waitsFor || bake.message !== message) return true;
  const bakes = waitsFor === 'nothing' && phase === 'progressing';
  return bakes || limitOf(state, waitsFor) !== undefined;
}
