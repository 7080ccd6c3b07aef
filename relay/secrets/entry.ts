/** What is known of one secret, and how an answer of its provider changes that. Pure. */
import type { SecretResource } from '../ads-server.ts';
import type { Validity } from './check.ts';
import { expiryOf, nextExpiry, uselessNow, type Expiry } from './expiry.ts';
import { failed, type Failure, type FailureReason } from './provider.ts';

export interface SecretState {
  /** The last value that could be used; it stays when its provider fails. */
  readonly resource?: SecretResource;
  readonly validity?: Validity;
  readonly expiry?: Expiry;
  /** Why there is no newer value. */
  readonly failure?: Failure;
  /** Failures since the last answer. */
  readonly failures: number;
}

export type Answer =
  Failure | { readonly status: 'usable'; readonly resource: SecretResource; readonly validity?: Validity };

/** What happened to a secret, for logs and metrics. `isTold`: its store has failed or is back, which is told already. */
export type SecretChange =
  | { readonly kind: 'resolved'; readonly version: string; readonly isTold: boolean }
  | {
      readonly kind: 'failed';
      readonly reason: FailureReason;
      readonly message: string;
      readonly kept: boolean;
      readonly isTold: boolean;
    }
  | { readonly kind: 'expiry'; readonly expiry: Expiry; readonly validity: Validity };

export const UNRESOLVED: SecretState = { failures: 0 };

/** Takes in an answer. A failure never takes a value away, and a repeated one is reported once. */
export function stepSecret(state: SecretState, answer: Answer, now: number): [SecretState, readonly SecretChange[]] {
  if (answer.status === 'failed') return fail(state, answer);
  const useless = uselessNow(state.validity, answer.validity, now);
  if (useless !== undefined) return fail(state, failed('invalid', useless));
  const { resource, validity } = answer;
  const { version } = resource;
  const isNew = state.resource?.version !== version;
  const isTold = !isNew && state.failure?.isTold === true;
  const resolved: SecretChange[] = isNew || state.failure ? [{ kind: 'resolved', version, isTold }] : [];
  const next = { resource, failures: 0, ...(validity && { validity }), ...(state.expiry && { expiry: state.expiry }) };
  const [seen, changes] = stepClock(next, now);
  return [seen, [...resolved, ...changes]];
}

function fail(state: SecretState, failure: Failure): [SecretState, readonly SecretChange[]] {
  const { reason, message } = failure;
  const isNews = state.failure?.reason !== reason || state.failure.message !== message;
  const kept = state.resource !== undefined;
  return [
    { ...state, failure, failures: state.failures + 1 },
    isNews ? [{ kind: 'failed', reason, message, kept, isTold: failure.isTold === true }] : [],
  ];
}

/** Takes in that time has passed, and reports what that means for the certificates once. */
export function stepClock(state: SecretState, now: number): [SecretState, readonly SecretChange[]] {
  const { validity } = state;
  if (!validity) return [state, []];
  const expiry = expiryOf(validity, now);
  const isNews = expiry !== (state.expiry ?? 'valid');
  return [{ ...state, expiry }, isNews ? [{ kind: 'expiry', expiry, validity }] : []];
}

/** When {@link stepClock} has something to say at the earliest, in milliseconds since the epoch; nothing: never. */
export function nextExpiryChange({ validity }: SecretState, now: number): number | undefined {
  return validity && nextExpiry(validity, now);
}

/**
 * How long to wait before asking again, in milliseconds; nothing: never.
 *
 * @param random from 0 up to 1: secrets that were first asked for together are not asked for together for ever
 */
export function delayUntilNext(
  { failures, failure }: SecretState,
  refreshMs: number | undefined,
  random: number,
): number | undefined {
  if (failures === 0) return refreshMs === undefined ? undefined : refreshMs * (1 - random / 10);
  // What cannot be used is not another value sooner than what can; and an authority would issue one each time.
  if (failure?.reason === 'invalid')
    return refreshMs === undefined ? undefined : Math.min(refreshMs, MAX_INVALID_MS) * (1 - random / 10);
  const backoff = Math.min(1_000 * 2 ** (failures - 1), MAX_RETRY_MS);
  return Math.min(backoff * (1 - random / 4), refreshMs ?? MAX_RETRY_MS);
}

const MAX_RETRY_MS = 30_000;
const MAX_INVALID_MS = 600_000;
