/**
 * How one gateway's pointer and its rollout are followed: a pure reducer, `(state, event) → [state, effects]`.
 *
 * One thing is under way at a time: a look at both; if they ask for something else than what is served, the loading and
 * then the serving of those bundles; then a pause. Whatever goes wrong, what is served stays. The exception in
 * "one thing" is the last good bundle of an earlier run, which is served while the bucket still keeps us waiting.
 */
import type { Bundle, Digest } from '../../compiler/5-pack/bundle.ts';
import type { LoadFailure } from '../../store/load.ts';
import type { Pointer } from '../../store/revision.ts';
import type { RolloutState } from '../../store/rollout/state.ts';
import type { ETag } from '../../store/store.ts';
import { rolloutKey } from '../../store/keys.ts';
import { isSameChoice, type Wanted } from './releases.ts';

export interface GatewayWatch {
  readonly activity: 'idle' | 'checking' | 'loading' | 'serving';
  /** Whether to look again at once after what is under way, since a notification came meanwhile. */
  readonly again: boolean;
  /** The pointer as it was last read. */
  readonly pointer: Pointer | undefined;
  /** The ETag of that pointer, until the pointer is found missing. */
  readonly etag: ETag | undefined;
  /** The rollout as it was last read, or kept from an earlier run; nothing: there was none. */
  readonly rollout: RolloutState | undefined;
  /** The ETag of that rollout; absent if it is of an earlier run. */
  readonly rolloutEtag: ETag | undefined;
  readonly served: Served | undefined;
  /** The last good bundle of an earlier run, for as long as nothing else is served. */
  readonly spare: Restored | undefined;
  /** Whether the spare is being served. */
  readonly isFallingBack: boolean;
  /** The looks at the pointer that failed, since one succeeded. */
  readonly checkTrouble: Trouble | undefined;
  /** The attempts to load and serve that failed, since one succeeded. */
  readonly loadTrouble: Trouble | undefined;
  /** How many looks at an unchanged pointer pass before its bundle is tried again. */
  readonly patience: number;
  /** Whether what is served must be judged again, since others are trusted now. */
  readonly isDoubtful: boolean;
}

export interface Restored extends Wanted {
  /** Those that nodes get or may be put back on; the pointer's is missing if it has failed. */
  readonly bundles: readonly Bundle[];
  /** Of releases other than the pointer's, by revision, where releases must be signed: as they were read. */
  readonly signatures: ReadonlyMap<Digest, Uint8Array>;
}

/** What a gateway's Envoys are given. */
export interface Served extends Restored {
  /** `disk`: it is of an earlier run, and the bucket has not confirmed it. */
  readonly source: 'bucket' | 'disk';
}

export interface Trouble {
  readonly problem: Problem;
  /** How often in a row. */
  readonly times: number;
}

export interface Problem {
  readonly kind: ProblemKind;
  /** One sentence for the operator. */
  readonly message: string;
}

export type ProblemKind =
  | 'unreachable' // The bucket gave no answer; it may later.
  | 'denied' // The bucket refused us.
  | 'pointer-missing'
  | 'pointer-invalid'
  | 'pointer-stale' // It is one that another has replaced.
  | 'rollout-missing' // There was a rollout, and it is gone.
  | 'rollout-invalid'
  | 'rollout-stale' // It is one that another has replaced.
  | LoadFailure['code'] // The bundle is not whole.
  | 'bundle-foreign' // It was compiled for another gateway.
  | Distrust // The relay has public keys, and what the bucket wants is not signed as it must be.
  | 'internal'; // Our own mistake.

/** Why a pointer is not believed. */
export type Distrust =
  'bundle-unsigned' | 'bundle-untrusted' | 'signature-invalid' | 'signature-premature' | 'bundle-replayed';

export type GatewayEvent =
  | { readonly kind: 'due' }
  | { readonly kind: 'notified' }
  | CheckEvent
  | BundleEvent
  | { readonly kind: 'served'; readonly served: Served }
  | { readonly kind: 'serve-failed'; readonly served: Served; readonly problem: Problem }
  | { readonly kind: 'fall-back' }; // The bucket has taken long enough; serve what the disk has.

/** What a look at the pointer, and after it at the rollout, showed. */
export type CheckEvent =
  | ({ readonly kind: 'found'; readonly pointer: Pointer; readonly etag: ETag; readonly rollout: RolloutNews } & Trust)
  | { readonly kind: 'unchanged'; readonly rollout: RolloutNews }
  | { readonly kind: 'check-failed'; readonly problem: Problem };

/** `changed`: others are trusted than when what is served was judged. */
type Trust = { readonly trust?: 'changed' };

export type RolloutNews =
  | { readonly status: 'found'; readonly state: RolloutState; readonly etag: ETag }
  | { readonly status: 'unchanged' | 'absent' };

/** What came of an attempt to load bundles. */
export type BundleEvent =
  | { readonly kind: 'loaded'; readonly loaded: Restored; readonly spare?: Problem }
  | { readonly kind: 'load-failed'; readonly problem: Problem };

export type GatewayEffect =
  | { readonly kind: 'check'; readonly unlessMatch?: ETag; readonly unlessRolloutMatch?: ETag }
  | { readonly kind: 'load'; readonly wanted: Wanted }
  /** Several are carried out in the order in which they were asked for. */
  | { readonly kind: 'serve'; readonly served: Served }
  /** What is served is what the bucket wants: it has just been served, or turned out to be. */
  | { readonly kind: 'confirmed'; readonly served: Served }
  | { readonly kind: 'trouble'; readonly trouble: Trouble }
  | { readonly kind: 'recovered'; readonly from: Problem }
  | { readonly kind: 'wait'; readonly failures: number };

export type GatewayStep = [GatewayWatch, readonly GatewayEffect[]];

export const UNWATCHED: GatewayWatch = {
  activity: 'idle',
  again: false,
  pointer: undefined,
  etag: undefined,
  rollout: undefined,
  rolloutEtag: undefined,
  served: undefined,
  spare: undefined,
  isFallingBack: false,
  checkTrouble: undefined,
  loadTrouble: undefined,
  patience: 0,
  isDoubtful: false,
};

export function stepGateway(watch: GatewayWatch, event: GatewayEvent): GatewayStep {
  switch (event.kind) {
    case 'due':
      return watch.activity === 'idle' ? check(watch) : [watch, []];
    case 'notified':
      return watch.activity === 'idle'
        ? check({ ...watch, patience: 0 })
        : [{ ...watch, again: true, patience: 0 }, []];
    case 'found': {
      const { pointer, etag, rollout, trust } = event;
      const isDoubtful = watch.isDoubtful || trust === 'changed';
      return rolloutSeen({ ...watch, pointer, etag, patience: 0, isDoubtful }, rollout);
    }
    case 'unchanged':
      return rolloutSeen(watch, event.rollout);
    case 'check-failed':
      return checkFailed(watch, event.problem);
    case 'loaded':
      return serve(watch, { ...event.loaded, source: 'bucket' });
    case 'load-failed':
      return loadFailed(watch, event.problem);
    case 'served':
      return event.served.source === 'bucket' ? confirmed(watch, event.served) : [fallenBack(watch, event.served), []];
    case 'serve-failed':
      if (event.served.source === 'bucket') return loadFailed(watch, event.problem);
      return [fallenBack(watch, undefined), [trouble(once(event.problem))]];
    case 'fall-back':
      return fallBack(watch);
  }
}

function check(watch: GatewayWatch): GatewayStep {
  const { etag, rolloutEtag } = watch;
  const effect: GatewayEffect = {
    kind: 'check',
    ...(etag !== undefined && { unlessMatch: etag }),
    ...(rolloutEtag !== undefined && { unlessRolloutMatch: rolloutEtag }),
  };
  return [{ ...watch, activity: 'checking' }, [effect]];
}

/** A rollout that has vanished must not give every node the pointer's bundle: that may be the one that failed. */
function rolloutSeen(watch: GatewayWatch, news: RolloutNews): GatewayStep {
  if (news.status === 'unchanged') return checked(watch);
  if (news.status === 'found') {
    const { rollout } = watch;
    if (rollout && isStale(news.state, watch)) return checkFailed(watch, stale(news.state, rollout));
    return checked({ ...watch, rollout: news.state, rolloutEtag: news.etag, patience: 0 });
  }
  if (!watch.rollout) return checked(watch);
  const { gateway } = watch.rollout;
  return checkFailed(
    { ...watch, rolloutEtag: undefined },
    { kind: 'rollout-missing', message: `the bucket has no ${rolloutKey(gateway)} any more` },
  );
}

/** One that was lost in between, or is about a later revision, may have begun anew. */
const isStale = ({ serial, candidate }: RolloutState, watch: GatewayWatch): boolean =>
  watch.rollout !== undefined &&
  serial < watch.rollout.serial &&
  candidate.number <= watch.rollout.candidate.number &&
  !hasLostRollout(watch);

/** What was served from the bucket had its rollout read there, too. */
const hasLostRollout = ({ rolloutEtag, served, checkTrouble }: GatewayWatch): boolean =>
  checkTrouble?.problem.kind === 'rollout-missing' || (rolloutEtag === undefined && served?.source === 'bucket');

const stale = ({ gateway, serial }: RolloutState, last: RolloutState): Problem => ({
  kind: 'rollout-stale',
  message:
    `${rolloutKey(gateway)} had been written ${last.serial} times, and now ${serial}: the bucket gave what was there ` +
    'before; if somebody has put it back, delete it, and a relay writes the last one again',
});

/** What is wanted is known. It is loaded unless it is served already, or failed too recently. */
function checked(watch: GatewayWatch): GatewayStep {
  const [next, effects] = act({ ...watch, checkTrouble: undefined });
  return [next, [...recovery(watch.checkTrouble), ...effects]];
}

function act(watch: GatewayWatch): GatewayStep {
  const { pointer, rollout, served, patience, isDoubtful } = watch;
  if (!pointer) return rest(watch, 0);
  const wanted = { pointer, rollout };
  if (served && !isDoubtful && isSameChoice(served, wanted))
    return confirm(watch, { ...served, ...wanted, source: 'bucket' });
  if (patience > 0) return rest({ ...watch, patience: patience - 1 }, 0);
  return [{ ...watch, activity: 'loading' }, [{ kind: 'load', wanted }]];
}

/** The bucket wants what is served: after a restart, or because somebody went back to it. */
function confirm(watch: GatewayWatch, served: Served): GatewayStep {
  const isNews = watch.served?.source !== 'bucket' || watch.loadTrouble;
  return isNews ? confirmed(watch, served) : rest({ ...watch, served }, 0);
}

const serve = (watch: GatewayWatch, served: Served): GatewayStep => [
  { ...watch, activity: 'serving', isDoubtful: false },
  [{ kind: 'serve', served }],
];

function confirmed(watch: GatewayWatch, served: Served): GatewayStep {
  const [next, effects] = rest({ ...watch, served, spare: undefined, loadTrouble: undefined, patience: 0 }, 0);
  return [next, [{ kind: 'confirmed', served }, ...recovery(watch.loadTrouble), ...effects]];
}

function checkFailed(watch: GatewayWatch, problem: Problem): GatewayStep {
  const checkTrouble = oneMore(watch.checkTrouble, problem);
  // A pointer that comes back must be found, even if it is the one that was there before. One that was read and cannot
  // be used must be read again, since what it lacks, such as a key or the right time, may come.
  const isAway = problem.kind === 'unreachable' || problem.kind === 'denied';
  const etag = isAway ? watch.etag : undefined;
  const [kept, effects] = fallBack({ ...watch, checkTrouble, etag });
  const [next, waits] = rest(kept, isAway ? checkTrouble.times : 0);
  return [next, [trouble(checkTrouble), ...effects, ...waits]];
}

/** The pointer is looked at as often as before, since whoever repairs this moves it; its bundle is tried less and less. */
function loadFailed(watch: GatewayWatch, problem: Problem): GatewayStep {
  const loadTrouble = oneMore(watch.loadTrouble, problem);
  const patience = Math.min(2 ** (loadTrouble.times - 1), MAX_PATIENCE) - 1;
  const [kept, effects] = fallBack({ ...watch, loadTrouble, patience });
  const [next, waits] = rest(kept, 0);
  return [next, [trouble(loadTrouble), ...effects, ...waits]];
}

const MAX_PATIENCE = 16;

const once = (problem: Problem): Trouble => ({ problem, times: 1 });

const oneMore = (trouble: Trouble | undefined, problem: Problem): Trouble =>
  trouble?.problem.kind === problem.kind ? { problem, times: trouble.times + 1 } : once(problem);

const trouble = (what: Trouble): GatewayEffect => ({ kind: 'trouble', trouble: what });

const recovery = (from: Trouble | undefined): readonly GatewayEffect[] =>
  from ? [{ kind: 'recovered', from: from.problem }] : [];

/** Serves the last good bundle of an earlier run, if nothing is served yet. */
function fallBack(watch: GatewayWatch): GatewayStep {
  const { spare, activity, isFallingBack } = watch;
  if (!spare || isFallingBack || activity === 'serving') return [watch, []];
  return [{ ...watch, isFallingBack: true }, [{ kind: 'serve', served: { ...spare, source: 'disk' } }]];
}

const fallenBack = (watch: GatewayWatch, served: Served | undefined): GatewayWatch => ({
  ...watch,
  spare: undefined,
  isFallingBack: false,
  served: watch.served ?? served,
});

function rest(watch: GatewayWatch, failures: number): GatewayStep {
  return watch.again
    ? check({ ...watch, again: false })
    : [{ ...watch, activity: 'idle' }, [{ kind: 'wait', failures }]];
}
