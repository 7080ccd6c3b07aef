/**
 * How a collection of a Kubernetes API is followed: listed once, then watched from there, and listed anew where the server no
 * longer knows how to go on. Pure.
 * Source: https://kubernetes.io/docs/reference/using-api/api-concepts/#efficient-detection-of-changes
 */

export interface CollectionState {
  /** From where to watch; nothing: it must be listed first. */
  readonly resourceVersion: string | undefined;
  /** In a row. */
  readonly failures: number;
}

export type CollectionEvent =
  | { readonly kind: 'start' }
  | { readonly kind: 'listed'; readonly resourceVersion: string }
  /** A change or a bookmark: the watch can be taken up after it. */
  | { readonly kind: 'reached'; readonly resourceVersion: string }
  /** The server ends watches after a while. */
  | { readonly kind: 'watch-ended' }
  /** `status`: that of an answer, or of an `ERROR` event; absent: there was no answer. */
  | { readonly kind: 'failed'; readonly status: number | undefined }
  | { readonly kind: 'waited' };

export type CollectionEffect =
  | { readonly kind: 'list' }
  | { readonly kind: 'watch'; readonly resourceVersion: string }
  /** Give back `waited` after some time that grows with the failures. */
  | { readonly kind: 'wait'; readonly failures: number };

export const UNLISTED: CollectionState = { resourceVersion: undefined, failures: 0 };

/** The server has forgotten what it is asked to go on from. */
const GONE = 410;

export function stepCollection(
  state: CollectionState,
  event: CollectionEvent,
): readonly [CollectionState, readonly CollectionEffect[]] {
  switch (event.kind) {
    case 'listed': {
      const next = { resourceVersion: event.resourceVersion, failures: 0 };
      return [next, [next.resourceVersion === '' ? { kind: 'wait', failures: 1 } : proceed(next)]];
    }
    case 'reached':
      return [{ resourceVersion: event.resourceVersion, failures: 0 }, []];
    case 'failed': {
      const failures = state.failures + 1;
      const next = { resourceVersion: event.status === GONE ? undefined : state.resourceVersion, failures };
      // A watch that is too old is nobody's fault the first time.
      if (event.status === GONE && failures === 1) return [next, [{ kind: 'list' }]];
      return [next, [{ kind: 'wait', failures }]];
    }
    case 'start':
    case 'watch-ended':
    case 'waited':
      return [state, [proceed(state)]];
  }
}

const proceed = ({ resourceVersion }: CollectionState): CollectionEffect =>
  resourceVersion === undefined || resourceVersion === '' ? { kind: 'list' } : { kind: 'watch', resourceVersion };

/**
 * How long to wait after failures, in milliseconds.
 * @param random from 0 up to 1: relays that lost their server together do not all come back together
 */
export const backoff = (failures: number, random: number): number =>
  Math.min(250 * 2 ** (failures - 1), 30_000) * (1 - random / 2);
