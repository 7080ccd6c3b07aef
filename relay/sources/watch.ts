/**
 * How all gateways of a bucket are followed: which there are, and for each what {@link stepGateway} decides. Pure.
 */
import type { GatewayName } from '../../compiler/5-pack/bundle.ts';
import type { ETag } from '../../store/store.ts';
import {
  stepGateway,
  UNWATCHED,
  type GatewayEffect,
  type GatewayEvent,
  type GatewayWatch,
  type Problem,
  type Restored,
  type Trouble,
} from './gateway-watch.ts';

export interface WatchState {
  /** Whether the operator named the gateways; otherwise the bucket's list of pointers does. */
  readonly named: boolean;
  readonly gateways: ReadonlyMap<GatewayName, GatewayWatch>;
  readonly listing: Listing;
}

interface Listing {
  readonly activity: 'idle' | 'listing';
  readonly again: boolean;
  /** Whether the list was ever read. */
  readonly known: boolean;
  readonly trouble: Trouble | undefined;
  /** Whether the bucket has had its time to answer after the start. */
  readonly isOverdue: boolean;
}

export type WatchEvent =
  | { readonly kind: 'start' }
  | { readonly kind: 'list-due' }
  /** The bucket may have changed: one gateway's part of it, or any. */
  | { readonly kind: 'notified'; readonly gateway?: GatewayName }
  | ListEvent
  /** The bucket has had its time to answer after the start. */
  | { readonly kind: 'deadline' }
  | { readonly kind: 'gateway'; readonly gateway: GatewayName; readonly event: GatewayEvent };

/** What a look at the bucket's lists of pointers and rollouts showed. */
export type ListEvent =
  | {
      readonly kind: 'listed';
      readonly pointers: ReadonlyMap<GatewayName, ETag>;
      readonly rollouts: ReadonlyMap<GatewayName, ETag>;
    }
  | { readonly kind: 'list-failed'; readonly problem: Problem };

export type WatchEffect =
  | { readonly kind: 'list' }
  | { readonly kind: 'list-wait'; readonly failures: number }
  | { readonly kind: 'list-trouble'; readonly trouble: Trouble }
  | { readonly kind: 'list-recovered'; readonly from: Problem }
  /** The first list has nothing, and nor has the disk: the operator may have meant another bucket. */
  | { readonly kind: 'bucket-empty' }
  | { readonly kind: 'gateway'; readonly gateway: GatewayName; readonly effect: GatewayEffect };

export type WatchStep = [WatchState, readonly WatchEffect[]];

/**
 * Before anything is read.
 * @param names The gateways that the operator named; absent: whatever the bucket has.
 * @param restored What the disk has of an earlier run.
 */
export function opened(names: readonly GatewayName[] | undefined, restored: readonly Restored[]): WatchState {
  const gateways = new Map<GatewayName, GatewayWatch>((names ?? []).map((name) => [name, UNWATCHED]));
  for (const spare of restored) {
    const { gateway } = spare.pointer;
    if (!names || gateways.has(gateway)) gateways.set(gateway, { ...UNWATCHED, spare, rollout: spare.rollout });
  }
  return {
    named: names !== undefined,
    gateways,
    listing: { activity: 'idle', again: false, known: false, trouble: undefined, isOverdue: false },
  };
}

/** Whether each gateway that there is has a bundle served; where the bucket does not say, each that the disk has. */
export function isComplete({ named, gateways, listing }: WatchState): boolean {
  const isBucketSilent = listing.trouble !== undefined || listing.isOverdue;
  const isListKnown = named || listing.known || (isBucketSilent && gateways.size > 0);
  return isListKnown && [...gateways.values()].every(({ served }) => served !== undefined);
}

export function step(state: WatchState, event: WatchEvent): WatchStep {
  switch (event.kind) {
    case 'start':
      return sequence(state, listNow, toEach([...state.gateways.keys()], { kind: 'due' }));
    case 'list-due':
      return listNow(state);
    case 'notified':
      return notified(state, event.gateway);
    case 'listed':
      return listed(state, event);
    case 'list-failed':
      return listFailed(state, event.problem);
    case 'deadline':
      return toEach([...state.gateways.keys()], { kind: 'fall-back' })(overdue(state));
    case 'gateway':
      return toGateway(state, event.gateway, event.event);
  }
}

/**
 * The lists tell at once which pointers and rollouts changed, and may have a gateway that is not known yet; where there is
 * no list, each gateway is looked at. One that was not named is none of this relay's.
 */
function notified(state: WatchState, gateway: GatewayName | undefined): WatchStep {
  if (gateway !== undefined && (state.named || state.gateways.has(gateway))) {
    return toGateway(state, gateway, { kind: 'notified' });
  }
  return state.named ? toEach([...state.gateways.keys()], { kind: 'notified' })(state) : listNow(state);
}

function listNow(state: WatchState): WatchStep {
  const { named, listing } = state;
  if (named) return [state, []];
  if (listing.activity === 'listing') return [{ ...state, listing: { ...listing, again: true } }, []];
  return [{ ...state, listing: { ...listing, activity: 'listing' } }, [{ kind: 'list' }]];
}

function listed(state: WatchState, { pointers, rollouts }: Extract<ListEvent, { kind: 'listed' }>): WatchStep {
  const { trouble } = state.listing;
  const isNews = ([name, etag]: readonly [GatewayName, ETag]): boolean => {
    const known = state.gateways.get(name);
    return known?.etag !== etag || known.rolloutEtag !== rollouts.get(name);
  };
  const news = [...pointers].filter(isNews).map(([name]) => name);
  const added = news
    .filter((name) => !state.gateways.has(name))
    .map((name): [GatewayName, GatewayWatch] => [name, UNWATCHED]);
  const next = {
    ...state,
    listing: { ...state.listing, known: true, trouble: undefined },
    gateways: new Map([...state.gateways, ...added]),
  };
  const recovered: WatchEffect[] = trouble ? [{ kind: 'list-recovered', from: trouble.problem }] : [];
  const isEmpty = !state.listing.known && next.gateways.size === 0;
  const empty: WatchEffect[] = isEmpty ? [{ kind: 'bucket-empty' }] : [];
  const [last, effects] = sequence(next, listRested(0), toEach(news, { kind: 'notified' }));
  return [last, [...recovered, ...empty, ...effects]];
}

function listFailed(state: WatchState, problem: Problem): WatchStep {
  const times = (state.listing.trouble?.times ?? 0) + 1;
  const trouble = { problem, times };
  const next = { ...state, listing: { ...state.listing, trouble } };
  const [last, effects] = sequence(next, toEach([...state.gateways.keys()], { kind: 'fall-back' }), listRested(times));
  return [last, [{ kind: 'list-trouble', trouble }, ...effects]];
}

const overdue = (state: WatchState): WatchState => ({ ...state, listing: { ...state.listing, isOverdue: true } });

const listRested =
  (failures: number) =>
  (state: WatchState): WatchStep => {
    const next: WatchState = { ...state, listing: { ...state.listing, activity: 'idle', again: false } };
    return state.listing.again ? listNow(next) : [next, [{ kind: 'list-wait', failures }]];
  };

function toGateway(state: WatchState, gateway: GatewayName, event: GatewayEvent): WatchStep {
  const watch = state.gateways.get(gateway);
  if (!watch) return [state, []];
  const [next, effects] = stepGateway(watch, event);
  const gateways = new Map(state.gateways);
  if (isGone(next) && !state.named) {
    gateways.delete(gateway);
    return [{ ...state, gateways }, []];
  }
  gateways.set(gateway, next);
  return [{ ...state, gateways }, effects.map((effect) => ({ kind: 'gateway', gateway, effect }))];
}

/** A pointer was listed, vanished before its bundle was ever served, and the disk knows nothing of it either. */
const isGone = ({ served, spare, checkTrouble }: GatewayWatch): boolean =>
  !served && !spare && checkTrouble?.problem.kind === 'pointer-missing';

const toEach =
  (gateways: readonly GatewayName[], event: GatewayEvent) =>
  (state: WatchState): WatchStep =>
    sequence(state, ...gateways.map((gateway) => (next: WatchState) => toGateway(next, gateway, event)));

/** Takes several steps, one after the other. */
function sequence(state: WatchState, ...steps: readonly ((state: WatchState) => WatchStep)[]): WatchStep {
  let current = state;
  const effects: WatchEffect[] = [];
  for (const take of steps) {
    const [next, caused] = take(current);
    current = next;
    effects.push(...caused);
  }
  return [current, effects];
}
