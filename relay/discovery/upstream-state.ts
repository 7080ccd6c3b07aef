/**
 * What is known of an upstream's endpoints, and which part of it is believed: a state machine, `(state, event) → [state,
 * changes]`, without clock.
 *
 * Sources lose endpoints by mistake: a registry that has lost its data answers with an empty list, not with an error. So a
 * list that is empty, or much shorter than the one before, is believed only when the source has said so for a while.
 */
import type { DiscoveryReference, Endpoint } from '../../compiler/discovered.ts';
import type { Failure } from './provider.ts';

export interface UpstreamState {
  /** What Envoy gets: what is believed, and while that is doubted, also what is new; nothing: nobody knows of any endpoint, nor that there is none. */
  readonly endpoints: readonly Endpoint[] | undefined;
  /** What was believed last. */
  readonly believed?: Said;
  /**
   * What the source has said instead, each list much shorter than the one before it; the last is what it says now. They are
   * believed one after the other, as their times are over.
   */
  readonly doubts: readonly Said[];
  /** Why there is no newer list. */
  readonly failure?: Failure;
  /** `disk`: the source has not been believed since the relay started. */
  readonly origin: 'source' | 'disk';
}

interface Said {
  readonly endpoints: readonly Endpoint[];
  /** Since when the source has said this, or something else that was doubted as much. */
  readonly since: number;
}

/** Times are of a clock that only goes forward, in milliseconds. */
export type UpstreamEvent =
  | { readonly kind: 'found'; readonly endpoints: readonly Endpoint[]; readonly now: number }
  | { readonly kind: 'failed'; readonly failure: Failure }
  /** From an earlier run of the relay. */
  | { readonly kind: 'restored'; readonly endpoints: readonly Endpoint[]; readonly now: number }
  | { readonly kind: 'time'; readonly now: number };

/** For logs and metrics. */
export type UpstreamChange =
  | { readonly kind: 'changed'; readonly endpoints: number }
  /** The source has lost more than is believed at once. */
  | { readonly kind: 'doubted'; readonly endpoints: number; readonly before: number }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly kept: number | undefined }
  | { readonly kind: 'recovered' };

type Step = readonly [UpstreamState, readonly UpstreamChange[]];
type Guard = Pick<DiscoveryReference, 'emptyAfterSeconds' | 'keepAtLeast'>;

export const UNKNOWN: UpstreamState = { endpoints: undefined, doubts: [], origin: 'source' };

export function stepUpstream(state: UpstreamState, event: UpstreamEvent, guard: Guard): Step {
  switch (event.kind) {
    case 'found':
      return onFound(state, event.endpoints, event.now, guard);
    case 'failed':
      return onFailed(state, event.failure);
    case 'restored':
      return [onRestored(state, event, guard), []];
    case 'time':
      return onTime(state, event.now, guard);
  }
}

/** When the first of the losses that are doubted will be believed. */
export const dueOf = ({ doubts: [first] }: UpstreamState, { emptyAfterSeconds }: Guard): number | undefined =>
  first && first.since + emptyAfterSeconds * 1_000;

function onFound(before: UpstreamState, endpoints: readonly Endpoint[], now: number, guard: Guard): Step {
  const said = say(settle(before, now, guard), { endpoints, since: now }, guard);
  // Without a time to wait it is believed at once.
  const { believed, doubts, origin } = settle(said, now, guard);
  const given = same(before.endpoints, givenBy(believed, endpoints));
  const isNews = doubts.length > 0 && before.doubts.at(-1)?.endpoints.length !== endpoints.length;
  const changes: UpstreamChange[] = [
    ...(before.failure ? [{ kind: 'recovered' as const }] : []),
    ...changed(before, given),
    ...(isNews
      ? [{ kind: 'doubted' as const, endpoints: endpoints.length, before: believed?.endpoints.length ?? 0 }]
      : []),
  ];
  return [{ endpoints: given, ...(believed && { believed }), doubts, origin }, changes];
}

/** A list is compared with each that it may have to replace: it is doubted beside those that it is too short for. */
function say(state: UpstreamState, said: Said, guard: Guard): UpstreamState {
  const { believed, doubts } = state;
  const isDoubted = (other: Said | undefined): boolean => isSuspicious(other?.endpoints, said.endpoints, guard);
  if (!isDoubted(believed)) return { ...state, believed: said, doubts: [], origin: 'source' };
  const longer = doubts.filter(isDoubted);
  const since = doubts[longer.length]?.since ?? said.since;
  return { ...state, doubts: [...longer, { ...said, since }] };
}

/** Believes what has been doubted for long enough. */
function settle(state: UpstreamState, now: number, { emptyAfterSeconds }: Guard): UpstreamState {
  const index = state.doubts.findLastIndex(({ since }) => now >= since + emptyAfterSeconds * 1_000);
  const believed = state.doubts[index];
  return believed ? { ...state, believed, doubts: state.doubts.slice(index + 1), origin: 'source' } : state;
}

/** Even where nothing is known: Envoys that connect to a relay that has just started may have endpoints. */
function isSuspicious(before: readonly Endpoint[] | undefined, found: readonly Endpoint[], guard: Guard): boolean {
  if (found.length === 0) return before?.length !== 0;
  return found.length < ((before?.length ?? 0) * (guard.keepAtLeast ?? 0)) / 100;
}

/** While a loss is doubted: the endpoints of before, as the source has them now, and those that are new. */
function givenBy(believed: Said | undefined, said: readonly Endpoint[]): readonly Endpoint[] | undefined {
  if (!believed || believed.endpoints === said) return believed?.endpoints;
  const news = new Map(said.map((endpoint) => [placeOf(endpoint), endpoint]));
  const before = new Set(believed.endpoints.map(placeOf));
  return [
    ...believed.endpoints.map((endpoint) => news.get(placeOf(endpoint)) ?? endpoint),
    ...said.filter((endpoint) => !before.has(placeOf(endpoint))),
  ];
}

/** The same object for the same endpoints, so that what is made of them is not made again. */
const same = (
  before: readonly Endpoint[] | undefined,
  now: readonly Endpoint[] | undefined,
): readonly Endpoint[] | undefined => (before && JSON.stringify(before) === JSON.stringify(now) ? before : now);

const changed = (before: UpstreamState, given: readonly Endpoint[] | undefined): readonly UpstreamChange[] =>
  given && given !== before.endpoints ? [{ kind: 'changed', endpoints: given.length }] : [];

/** A source that fails does not go on saying anything. A failure takes nothing away, and a repeated one is told once. */
function onFailed(state: UpstreamState, failure: Failure): Step {
  const isNews = state.failure?.reason !== failure.reason || state.failure.message !== failure.message;
  const changes: UpstreamChange[] = isNews ? [{ kind: 'failed', failure, kept: state.endpoints?.length }] : [];
  return [{ ...state, doubts: [], failure }, changes];
}

/** The source may have been faster than the disk: what it has said is doubted, or believed, as if it had not been. */
function onRestored(
  state: UpstreamState,
  { endpoints, now }: { readonly endpoints: readonly Endpoint[]; readonly now: number },
  guard: Guard,
): UpstreamState {
  const { believed, failure } = state;
  if (believed && !isSuspicious(endpoints, believed.endpoints, guard)) return state;
  const said = [...(believed ? [believed] : []), ...state.doubts];
  const doubts = failure ? [] : said.filter((one) => isSuspicious(endpoints, one.endpoints, guard));
  const restored: Said = { endpoints, since: now };
  return {
    ...state,
    endpoints: givenBy(restored, state.endpoints ?? []),
    believed: restored,
    doubts,
    origin: 'disk',
  };
}

function onTime(before: UpstreamState, now: number, guard: Guard): Step {
  const state = settle(before, now, guard);
  if (state === before) return [before, []];
  const { believed, doubts } = state;
  const given = same(before.endpoints, givenBy(believed, (doubts.at(-1) ?? believed)?.endpoints ?? []));
  return [{ ...state, endpoints: given }, changed(before, given)];
}

const placeOf = ({ address, port, unixSocket }: Endpoint): string => unixSocket ?? `${address} ${port}`;
