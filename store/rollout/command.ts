/** What people may say to a rollout. */
import { REQUESTS_LAST_MS, type WriteRequest } from '../workspace/head.ts';
import {
  complete,
  entered,
  failed,
  isoTime,
  onward,
  sentenceOf,
  withEvent,
  withoutFailed,
  type Onward,
} from './change.ts';
import type { FleetView } from './fleet.ts';
import { isFailed, type RolloutEvent, type RolloutPhase, type RolloutReason, type RolloutState } from './state.ts';
import { toStep } from './step.ts';

export type RolloutCommand = {
  readonly author: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Makes it count once, however often it is said; remembered for a day, and for the last {@link MAX_EVENTS} events. */
  readonly request?: WriteRequest;
} & (
  | { readonly kind: 'pause' | 'abort'; readonly message?: string }
  | { readonly kind: 'resume' }
  /** `next`: the step that follows, or the end after the last. `all`: every node at once; that still bakes. */
  | { readonly kind: 'promote'; readonly to: 'next' | 'all' }
);

export type CommandResult =
  | { readonly status: 'done'; readonly state: RolloutState }
  /** Nothing has changed. */
  | { readonly status: 'refused'; readonly message: string; readonly help: string }
  /** The key of the request belongs to another one. */
  | { readonly status: 'another-request' };

/**
 * - `pause`: nobody else gets the candidate, nor what is published meanwhile, and nothing is decided, until `resume`.
 * - `resume`: goes on where it was paused, and bakes the step anew, with the nodes that there are now. A release that was rolled back or aborted begins
 *   again, from the first step.
 * - `promote`: goes on without waiting for bake or approval. After a rollback or abort only to all, since there is no step
 *   to go on from.
 * - `abort`: every node goes back to the stable release.
 *
 * What was said before by the same request is not said again: the state is what has come of it, and of all since.
 */
export function command(state: RolloutState, said: RolloutCommand, fleet: Pick<FleetView, 'connected'>): CommandResult {
  const { request } = said;
  if (!request) return obey(state, said, fleet);
  const before = eventOf(state, request, said.now)?.request;
  if (before) return before.content === request.content ? done(state) : { status: 'another-request' };
  const result = obey(state, said, fleet);
  return result.status === 'done' ? done(marked(result.state, request)) : result;
}

/**
 * What is said while a head is held: who lets the rollout go on lets that one begin.
 * @param paused the state, about a release before it
 * @param begun what it would be with the head as the candidate
 */
export function commandHeld(
  { paused, begun }: { readonly paused: RolloutState; readonly begun: RolloutState },
  said: RolloutCommand,
  fleet: Pick<FleetView, 'connected'>,
): CommandResult {
  const isRepeated = said.request && eventOf(paused, said.request, said.now);
  if (said.kind === 'pause' || isRepeated) return command(paused, said, fleet);
  const isFirst = said.kind === 'promote' && (said.to === 'next' || begun.policy.steps.length === 0);
  if (said.kind !== 'resume' && !isFirst) return command(begun, said, fleet);
  const next = withEvent(begun, `${said.author} lets it go on`, said.now);
  return done(said.request ? marked(next, said.request) : next);
}

const eventOf = ({ events }: RolloutState, { key }: WriteRequest, now: number): RolloutEvent | undefined =>
  events.find(({ request, time }) => request?.key === key && now - Date.parse(time) < REQUESTS_LAST_MS);

/** Each command that changes something has an event of its own, the latest. */
function marked(state: RolloutState, request: WriteRequest): RolloutState {
  const [latest, ...before] = state.events;
  return latest ? { ...state, events: [{ ...latest, request }, ...before] } : state;
}

function obey(state: RolloutState, said: RolloutCommand, { connected }: Pick<FleetView, 'connected'>): CommandResult {
  if (state.phase === 'complete') return isComplete(state, said.kind);
  switch (said.kind) {
    case 'pause':
      return pause(state, said);
    case 'abort':
      return abort(state, said);
    case 'resume':
      return resume(state, said, connected);
    case 'promote':
      return promote(state, said, { to: said.to, connected });
  }
}

type Said = Pick<RolloutCommand, 'author' | 'now'> & { readonly message?: string };

function pause(state: RolloutState, said: Said): CommandResult {
  if (state.phase === 'paused') return refused('the rollout is paused already', '"resume" lets it go on');
  if (isFailed(state)) return refused(`nothing is under way: the release was ${NAME[state.phase]}`, AGAIN);
  const reason = by(said, 'paused it');
  return done(entered(state, { phase: 'paused', step: state.step, reason }, sentenceOf(reason), said.now));
}

function abort(state: RolloutState, said: Said): CommandResult {
  if (isFailed(state)) return refused(`the release was ${NAME[state.phase]} already`, AGAIN);
  if (!state.stable) return refused('there is no release to put the nodes back on', 'publish one that is good');
  return done(failed(state, 'aborted', by(said, 'aborted it'), said.now));
}

function resume(state: RolloutState, { author, now }: Said, connected: number): CommandResult {
  const { phase, step, reason } = state;
  if (isFailed(state)) return done(again(state, { step: 0, connected, now }, `${author} lets it begin again`));
  if (phase === 'waiting') return refused('the rollout waits for approval', '"promote" gives it');
  if (phase !== 'paused') return refused('the rollout is not paused', '"promote" goes on without waiting');
  const next = onward(state, { step, connected, now }, `${author} lets it go on`);
  return done(reason?.kind === 'person' ? next : { ...next, attempt: state.attempt + 1 });
}

interface Promotion {
  readonly to: 'next' | 'all';
  readonly connected: number;
}

function promote(state: RolloutState, { author, now }: Said, { to, connected }: Promotion): CommandResult {
  const { policy, step, candidate } = state;
  const last = policy.steps.length;
  if (isFailed(state)) {
    if (to === 'next') return refused(`the release was ${NAME[state.phase]}`, AGAIN);
    return done(again(state, { step: last, connected, now }, `${author} gives it to all nodes all the same`));
  }
  if (step < last) {
    const next = toStep(state, { step: to === 'all' ? last : step + 1, connected, now });
    return done({ ...next, attempt: nextAttempt(state) });
  }
  if (to === 'next') return done(complete(state, `${author} counts revision ${candidate.number} as good`, now));
  return refused('every node is to have it already', '"promote" without --full ends the rollout without waiting');
}

/** What failed before counts no longer. */
function again(state: RolloutState, to: Onward, message: string): RolloutState {
  const next = onward(state, to, message);
  return { ...next, attempt: state.attempt + 1, failed: withoutFailed(state.failed, state.candidate) };
}

/** Whoever goes on after a fault accepts it. */
const nextAttempt = ({ attempt, phase, reason }: RolloutState): number =>
  phase === 'paused' && reason?.kind !== 'person' ? attempt + 1 : attempt;

const NAME: Readonly<Record<RolloutPhase, string>> = {
  progressing: 'under way',
  waiting: 'waiting',
  paused: 'paused',
  complete: 'completed',
  'rolled-back': 'rolled back',
  aborted: 'aborted',
};

const AGAIN = '"resume" begins again from the first step, and "promote --full" gives it to every node';

const isComplete = ({ candidate }: RolloutState, kind: RolloutCommand['kind']): CommandResult =>
  refused(
    `revision ${candidate.number} is complete: every node has it`,
    kind === 'abort' ? '"enroutectl rollback" makes an earlier revision the newest again' : 'there is nothing to do',
  );

const by = ({ author, message, now }: Said, what: string): RolloutReason => ({
  kind: 'person',
  message: message ?? what,
  author,
  time: isoTime(now),
});

const done = (state: RolloutState): CommandResult => ({ status: 'done', state });
const refused = (message: string, help: string): CommandResult => ({ status: 'refused', message, help });
