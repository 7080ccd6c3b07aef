/**
 * How many secrets of a store are asked for at once, and when a store that fails is left alone. Pure.
 *
 * Without it, a thousand secrets would ask a store all at once, and a store that hangs would keep each of them waiting in
 * turn: the last would hear of it after minutes.
 */
import type { Failure } from './provider.ts';

/** Numbers name questions. */
export type GateEvent =
  | { readonly kind: 'asked'; readonly question: number; readonly now: number }
  /** With the failure, if the store itself failed. */
  | { readonly kind: 'answered'; readonly now: number; readonly failure?: Failure; readonly random: number }
  /** A question under way was broken off, since nobody waits for it any more: that tells nothing of the store. */
  | { readonly kind: 'broken-off' }
  /** Nobody waits for it any more, and it has not been put to the store. */
  | { readonly kind: 'withdrawn'; readonly question: number };

export type GateEffect =
  | { readonly kind: 'put'; readonly question: number }
  /** The store has failed lately, and is not asked. */
  | { readonly kind: 'refused'; readonly question: number; readonly failure: Failure }
  /** From now on the store is left alone. */
  | { readonly kind: 'shut'; readonly failure: Failure }
  /** It is asked as before. */
  | { readonly kind: 'opened' };

export interface GateState {
  readonly waiting: readonly number[];
  readonly running: number;
  /** Failures of the store in a row. */
  readonly failures: number;
  /** Set while the store is left alone: one question is put to it at that time, in milliseconds since the epoch. */
  readonly shut?: { readonly until: number; readonly failure: Failure };
}

export const OPEN: GateState = { waiting: [], running: 0, failures: 0 };

/** One failure may be an accident; so many are not. */
const ACCIDENTS = 3;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

/** @param most how many questions the store has at once */
export function stepGate(state: GateState, event: GateEvent, most: number): [GateState, readonly GateEffect[]] {
  switch (event.kind) {
    case 'asked':
      return ask(state, event.question, event.now, most);
    case 'withdrawn':
      return [{ ...state, waiting: state.waiting.filter((each) => each !== event.question) }, []];
    case 'broken-off':
      return admit({ ...state, running: state.running - 1 }, most);
    case 'answered': {
      const running = state.running - 1;
      // What was under way when it was found out tells nothing new.
      if (event.failure && state.shut && event.now < state.shut.until) return [{ ...state, running }, []];
      if (!event.failure) {
        const [next, effects] = admit({ waiting: state.waiting, running, failures: 0 }, most);
        return [next, state.shut ? [{ kind: 'opened' }, ...effects] : effects];
      }
      const failures = state.failures + 1;
      if (failures < ACCIDENTS) return admit({ ...state, running, failures }, most);
      const { failure, now, random } = event;
      const pause = Math.min(FIRST_PAUSE_MS * 2 ** (failures - ACCIDENTS), LONGEST_PAUSE_MS);
      const shut = { until: now + pause * (1 - random / 2), failure };
      const refused = state.waiting.map((question): GateEffect => ({ kind: 'refused', question, failure }));
      const news: readonly GateEffect[] = state.shut ? [] : [{ kind: 'shut', failure }];
      return [{ waiting: [], running, failures, shut }, [...news, ...refused]];
    }
  }
}

function ask(state: GateState, question: number, now: number, most: number): [GateState, readonly GateEffect[]] {
  const { shut } = state;
  if (!shut) return admit({ ...state, waiting: [...state.waiting, question] }, most);
  // While the one question is under way that shall tell, others are refused as well.
  if (now < shut.until || state.running > 0) return [state, [{ kind: 'refused', question, failure: shut.failure }]];
  return [{ ...state, running: 1 }, [{ kind: 'put', question }]];
}

function admit(state: GateState, most: number): [GateState, readonly GateEffect[]] {
  const admitted = state.waiting.slice(0, Math.max(0, most - state.running));
  if (admitted.length === 0) return [state, []];
  const waiting = state.waiting.slice(admitted.length);
  return [
    { ...state, waiting, running: state.running + admitted.length },
    admitted.map((question) => ({ kind: 'put', question })),
  ];
}
