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
  /** What was believed last; nothing: nobody knows of any endpoint, nor that there is none. */
  readonly believed: readonly Endpoint[] | undefined;
  /** What the source says instead. */
  readonly doubted?: Doubted;
  /** Why there is no newer list. */
  readonly failure?: Failure;
  /** `disk`: the source has not answered since the relay started. */
  readonly origin: 'source' | 'disk';
}

interface Doubted {
  readonly endpoints: readonly Endpoint[];
  /** When the source began to say so. */
  readonly since: number;
}

/** Times are of a clock that only goes forward, in milliseconds. */
export type UpstreamEvent =
  | { readonly kind: 'found'; readonly endpoints: readonly Endpoint[]; readonly now: number }
  | { readonly kind: 'failed'; readonly failure: Failure }
  /** From an earlier run of the relay. */
  | { readonly kind: 'restored'; readonly endpoints: readonly Endpoint[] }
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

export const UNKNOWN: UpstreamState = { believed: undefined, origin: 'source' };

export function stepUpstream(state: UpstreamState, event: UpstreamEvent, guard: Guard): Step {
  switch (event.kind) {
    case 'found':
      return onFound(state, event.endpoints, event.now, guard);
    case 'failed':
      return onFailed(state, event.failure);
    case 'restored':
      // The source was faster.
      if (state.believed || state.doubted) return [state, []];
      return [{ ...state, believed: event.endpoints, origin: 'disk' }, []];
    case 'time':
      return onTime(state, event.now, guard);
  }
}

/** The endpoints that Envoy gets: while a loss is doubted, those that are new and those of before. */
export function endpointsOf({ believed, doubted }: UpstreamState): readonly Endpoint[] | undefined {
  if (!doubted || !believed) return believed;
  const places = new Set(doubted.endpoints.map(placeOf));
  return [...doubted.endpoints, ...believed.filter((endpoint) => !places.has(placeOf(endpoint)))];
}

/** When a loss that is doubted will be believed. */
export const dueOf = ({ doubted }: UpstreamState, { emptyAfterSeconds }: Guard): number | undefined =>
  doubted && doubted.since + emptyAfterSeconds * 1_000;

function onFound(state: UpstreamState, endpoints: readonly Endpoint[], now: number, guard: Guard): Step {
  const { believed, doubted, failure } = state;
  const recovered: UpstreamChange[] = failure ? [{ kind: 'recovered' }] : [];
  const since = doubted?.since ?? now;
  if (isSuspicious(believed, endpoints, guard) && now < since + guard.emptyAfterSeconds * 1_000) {
    const isNews = doubted?.endpoints.length !== endpoints.length;
    const before = believed?.length ?? 0;
    const news: UpstreamChange[] = isNews ? [{ kind: 'doubted', endpoints: endpoints.length, before }] : [];
    return [{ believed, doubted: { endpoints, since }, origin: state.origin }, [...recovered, ...news]];
  }
  const isSame = !doubted && believed !== undefined && JSON.stringify(believed) === JSON.stringify(endpoints);
  const changed: UpstreamChange[] = isSame ? [] : [{ kind: 'changed', endpoints: endpoints.length }];
  return [{ believed: isSame ? believed : endpoints, origin: 'source' }, [...recovered, ...changed]];
}

/** Even where nothing is known: Envoys that connect to a relay that has just started may have endpoints. */
function isSuspicious(believed: readonly Endpoint[] | undefined, found: readonly Endpoint[], guard: Guard): boolean {
  if (found.length === 0) return believed?.length !== 0;
  return found.length < ((believed?.length ?? 0) * (guard.keepAtLeast ?? 0)) / 100;
}

/** A source that fails does not go on saying anything. A failure takes nothing away, and a repeated one is told once. */
function onFailed(state: UpstreamState, failure: Failure): Step {
  const { origin } = state;
  const believed = endpointsOf(state);
  const isNews = state.failure?.reason !== failure.reason || state.failure.message !== failure.message;
  const changes: UpstreamChange[] = isNews ? [{ kind: 'failed', failure, kept: believed?.length }] : [];
  return [{ believed, failure, origin }, changes];
}

function onTime(state: UpstreamState, now: number, guard: Guard): Step {
  const { doubted } = state;
  const due = dueOf(state, guard);
  if (!doubted || due === undefined || now < due) return [state, []];
  const { endpoints } = doubted;
  return [{ believed: endpoints, origin: 'source' }, [{ kind: 'changed', endpoints: endpoints.length }]];
}

const placeOf = ({ address, port, unixSocket }: Endpoint): string => unixSocket ?? `${address} ${port}`;
