/** How long a candidate bakes, and what is waited for meanwhile, for how long. */
import { isoTime } from './change.ts';
import type { Verdict } from './judge.ts';
import type { FleetView } from './fleet.ts';
import { presenceOf } from './presence.ts';
import type { Bake, Limited, RolloutState } from './state.ts';

/** How long too few of a step's nodes may be there, as when a relay restarts. Seconds. */
export const MAX_DISCONNECTED_SECONDS = 60;
/** How long secrets and endpoints may take that relays have not found, where there is something to go back to. Seconds. */
export const MAX_MISSING_SECONDS = 60;
/** How long nodes may take for an answer before the rollout pauses, and metrics before they count as failed. Seconds. */
export const MAX_SILENT_SECONDS = 600;
/** The most that one look counts for, in seconds. */
const MAX_LOOK_SECONDS = 60;
/** How many good seconds make up for one that was not. */
const FORGIVING_SECONDS = 60;

const LIMITS: Readonly<Record<Limited, number>> = {
  nodes: MAX_SILENT_SECONDS,
  connections: MAX_DISCONNECTED_SECONDS,
  references: MAX_MISSING_SECONDS,
  metrics: MAX_SILENT_SECONDS,
};
const LIMITED = ['nodes', 'connections', 'references', 'metrics'] as const satisfies Limited[];

/** How long the present step bakes. */
export const bakeSecondsOf = ({ policy, step }: RolloutState): number =>
  policy.steps[step]?.bakeSeconds ?? policy.bakeSeconds;

/**
 * How long something may be waited for, in seconds; for relays, and for people, without end: who is to approve a step looks
 * at its nodes, and that there are fewer since need not be the candidate's fault. So is what a first release lacks.
 */
export function limitOf(
  { phase, stable }: Pick<RolloutState, 'phase' | 'stable'>,
  waitsFor: Bake['waitsFor'],
): number | undefined {
  if (phase !== 'progressing' || !isLimited(waitsFor)) return undefined;
  return waitsFor === 'references' && stable === null ? undefined : LIMITS[waitsFor];
}

const isLimited = (waitsFor: Bake['waitsFor']): waitsFor is Limited => waitsFor !== 'nothing' && waitsFor !== 'fleet';

export interface Seen {
  readonly verdict: Extract<Verdict, { kind: 'waits' }>;
  readonly fleet: FleetView;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/**
 * Counts the time since the last look, but no more of it than a look may count for. What is waited for has lasted since
 * then, since it may come and go between two looks; what bakes does so from now on.
 */
export function look(state: RolloutState, { verdict, fleet, now }: Seen): Bake {
  const { bake } = state;
  const { for: waitsFor, message, silent } = verdict;
  const limit = limitOf(state, waitsFor);
  const passed = Math.round((now - Date.parse(bake.seen)) / 10) / 100;
  const counted = Math.min(Math.max(passed, 0), (limit ?? bakeSecondsOf(state)) / 3, MAX_LOOK_SECONDS);
  const waited = waitedAfter(state, waitsFor, counted);
  const { reached } = presenceOf(state, fleet);
  return {
    waitsFor,
    seconds: limit === undefined ? secondsAfter(bake, waitsFor, counted) : (waited.get(waitsFor) ?? 0),
    seen: isoTime(now),
    message,
    ...(waited.size > 0 && { waited: Object.fromEntries(waited) }),
    ...(reached > 0 && { reached }),
    ...(silent !== undefined && { silent }),
  };
}

const secondsAfter = (bake: Bake, waitsFor: Bake['waitsFor'], counted: number): number =>
  bake.waitsFor === waitsFor ? rounded(bake.seconds + counted) : 0;

/** Those that are more than nothing. */
function waitedAfter(state: RolloutState, waitsFor: Bake['waitsFor'], counted: number): ReadonlyMap<string, number> {
  const spans = LIMITED.map((what) => {
    const before = waitedBefore(state.bake, what);
    if (what === waitsFor && limitOf(state, what) !== undefined) return [what, rounded(before + counted)] as const;
    return [
      what,
      waitsFor === 'nothing' ? rounded(Math.max(0, before - counted / FORGIVING_SECONDS)) : before,
    ] as const;
  });
  return new Map(spans.filter(([, seconds]) => seconds > 0));
}

/** Whoever wrote the state may have counted the last only. */
const waitedBefore = ({ waited, waitsFor, seconds }: Bake, what: Limited): number =>
  waited ? (waited[what] ?? 0) : waitsFor === what ? seconds : 0;

const rounded = (seconds: number): number => Math.round(seconds * 100) / 100;

/** Where no time is counted, looking again tells nobody anything. */
export function isNews(state: RolloutState, { waitsFor, message, reached }: Bake): boolean {
  const { bake, phase } = state;
  if (bake.waitsFor !== waitsFor || bake.message !== message || bake.reached !== reached) return true;
  const bakes = waitsFor === 'nothing' && phase === 'progressing';
  return bakes || limitOf(state, waitsFor) !== undefined;
}
