/** Small changes of a rollout's state, each with its event. */
import type { Bake, FailedRelease, Release, RolloutEvent, RolloutPhase, RolloutReason, RolloutState } from './state.ts';
import { MAX_EVENTS, MAX_FAILED } from './state.ts';

/** @param now Milliseconds since the epoch. */
export const isoTime = (now: number): string => new Date(now).toISOString();

/** Before anything has been looked at. */
export const unbaked = (now: number): Bake => ({
  waitsFor: 'nodes',
  seconds: 0,
  seen: isoTime(now),
  message: 'the nodes are being given it',
});

/** The state in another phase, from now on. */
export function entered(
  state: RolloutState,
  to: {
    readonly phase: Exclude<RolloutPhase, 'progressing'>;
    readonly step: number;
    readonly reason?: RolloutReason;
  },
  message: string,
  now: number,
): RolloutState {
  const { reason: _, ...rest } = state;
  return withEvent({ ...rest, ...to, since: isoTime(now) }, message, now);
}

/** Where a rollout goes on, and how many nodes are connected then. */
export interface Onward {
  readonly step: number;
  readonly connected: number;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** The state under way at a step, of which nothing has been seen yet. */
export function onward(state: RolloutState, { step, connected, now }: Onward, message: string): RolloutState {
  const { reason: _, ...rest } = state;
  const fresh = { since: isoTime(now), bake: unbaked(now), connectedAtStart: connected };
  return withEvent({ ...rest, ...fresh, phase: 'progressing', step }, message, now);
}

export const complete = (state: RolloutState, message: string, now: number): RolloutState => ({
  ...entered(state, { phase: 'complete', step: state.policy.steps.length }, message, now),
  stable: state.candidate,
});

/** Puts every node back, if there is anything to put them back on. */
export function failed(
  state: RolloutState,
  phase: 'rolled-back' | 'aborted',
  reason: RolloutReason,
  now: number,
): RolloutState {
  const { candidate, step } = state;
  const next = entered(state, { phase, step, reason }, sentenceOf(reason), now);
  return { ...next, failed: withFailed(state.failed, { ...candidate, reason }) };
}

export const withFailed = (failures: readonly FailedRelease[], one: FailedRelease): readonly FailedRelease[] =>
  [one, ...withoutFailed(failures, one)].slice(0, MAX_FAILED);

export const withoutFailed = (failures: readonly FailedRelease[], { revision }: Release): readonly FailedRelease[] =>
  failures.filter((failure) => failure.revision !== revision);

export function withEvent(state: RolloutState, message: string, now: number): RolloutState {
  const { candidate, phase, step, events } = state;
  const event: RolloutEvent = { time: isoTime(now), release: candidate, phase, step, message };
  return { ...state, events: [event, ...events].slice(0, MAX_EVENTS) };
}

/** Why something happened, for people. */
export function sentenceOf({ kind, message, node, author }: RolloutReason): string {
  if (kind === 'rejected') return `node ${node ?? ''} rejected it: ${message}`;
  return author === undefined ? message : `${author}: ${message}`;
}
