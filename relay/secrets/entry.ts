/** What is known of one secret, and how an answer of its provider changes that. Pure. */
import type { SecretResource } from '../ads-server.ts';
import type { Validity } from './check.ts';
import type { Failure, FailureReason } from './provider.ts';

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

export type Expiry = 'valid' | 'about to expire' | 'expired' | 'not valid yet';

export type Answer =
  Failure | { readonly status: 'usable'; readonly resource: SecretResource; readonly validity?: Validity };

/** What happened to a secret, for logs and metrics. */
export type SecretChange =
  | { readonly kind: 'resolved'; readonly version: string }
  | { readonly kind: 'failed'; readonly reason: FailureReason; readonly message: string; readonly kept: boolean }
  | { readonly kind: 'expiry'; readonly expiry: Expiry; readonly validity: Validity };

export const UNRESOLVED: SecretState = { failures: 0 };

/** How long before its end a certificate is reported: two weeks, in milliseconds. */
const SOON = 14 * 24 * 60 * 60 * 1000;

/** Takes in an answer. A failure never takes a value away, and a repeated one is reported once. */
export function stepSecret(state: SecretState, answer: Answer, now: number): [SecretState, readonly SecretChange[]] {
  if (answer.status === 'failed') return fail(state, answer);
  const { resource, validity } = answer;
  const expiry = validity && expiryOf(validity, now);
  const next = { resource, failures: 0, ...(validity && { validity }), ...(expiry && { expiry }) };
  const isNews = state.resource?.version !== resource.version || state.failure !== undefined;
  const changes: SecretChange[] = isNews ? [{ kind: 'resolved', version: resource.version }] : [];
  if (validity && expiry && expiry !== (state.expiry ?? 'valid')) changes.push({ kind: 'expiry', expiry, validity });
  return [next, changes];
}

function fail(state: SecretState, failure: Failure): [SecretState, readonly SecretChange[]] {
  const { reason, message } = failure;
  const isNews = state.failure?.reason !== reason || state.failure.message !== message;
  const kept = state.resource !== undefined;
  return [
    { ...state, failure, failures: state.failures + 1 },
    isNews ? [{ kind: 'failed', reason, message, kept }] : [],
  ];
}

function expiryOf({ notBefore, notAfter }: Validity, now: number): Expiry {
  if (now < notBefore) return 'not valid yet';
  if (now >= notAfter) return 'expired';
  return notAfter - now < SOON ? 'about to expire' : 'valid';
}

/** How long to wait before asking again, in milliseconds; nothing: never. */
export function delayUntilNext({ failures }: SecretState, refreshMs: number | undefined): number | undefined {
  if (failures === 0) return refreshMs;
  return Math.min(1_000 * 2 ** (failures - 1), refreshMs ?? MAX_RETRY_MS, MAX_RETRY_MS);
}

const MAX_RETRY_MS = 30_000;
