/**
 * The contract between the relay and somebody else's secret store.
 *
 * A provider is one file: it fetches the parts that a reference names, and says in values what went wrong. What is
 * common to all of them lies elsewhere: whether a key belongs to its certificate (check.ts), what Envoy receives
 * (encode.ts), when to ask again and what to keep meanwhile (secrets.ts).
 */
import type { SecretReference } from '../../compiler/5-pack/bundle.ts';
import type { Redacted } from '../../store/redacted.ts';

export interface SecretProvider {
  /** What `provider.type` of a Secret document says to choose this one, for example `file`. */
  readonly type: string;
  /**
   * How soon to ask again, in milliseconds; absent: the value of a reference cannot change while the process lives.
   * A resolution that carries its own `refreshMs` (a lease) comes before this.
   */
  readonly refreshMs?: number;
  /** How many of its secrets are asked for at once, of one store; default 8. */
  readonly mostAtOnce?: number;
  /** Which of its stores has a secret: what lies in one fails together. Default: there is only one. */
  storeOf?(reference: SecretReference): string;
  /**
   * Says when a secret may have another value, so that it is asked for at once. Nobody relies on it: what changes unsaid is
   * found by asking again.
   * @returns what ends it
   */
  watch?(reference: SecretReference, changed: () => void): () => void;
  /** Nobody needs a secret any more: what is kept for it can go. */
  release?(reference: SecretReference): void;
  /** Ends what the provider keeps open. */
  close?(): void;
  /**
   * Fetches one secret. Whatever is expected to go wrong is a {@link Failure}; the signal aborts when the answer is
   * no longer waited for. A message never contains a value.
   */
  resolve(reference: SecretReference, signal: AbortSignal): Promise<Resolution>;
}

export type Resolution = Resolved | Failure;

export interface Resolved {
  readonly status: 'resolved';
  readonly material: SecretMaterial;
  /** How long this value may be used before it is asked for again, in milliseconds. */
  readonly refreshMs?: number;
}

export interface Failure {
  readonly status: 'failed';
  readonly reason: FailureReason;
  /** One sentence for the operator, without any value. */
  readonly message: string;
  /** Set if the store itself failed, and other secrets of it would fare no better. */
  readonly isOfStore?: boolean;
  /** Set if it was not asked for, because its store has failed, which is told already. */
  readonly isTold?: boolean;
}

/**
 * - `misconfigured`: the reference, or the relay's own settings, cannot work;
 * - `not-found`: the store answered, and has no such secret;
 * - `unavailable`: the store did not answer, or did not let us in; it may later;
 * - `invalid`: there is a value, and Envoy could not use it.
 */
export type FailureReason = 'misconfigured' | 'not-found' | 'unavailable' | 'invalid';

/** A secret's value, by the type of its Secret document. Certificates are public; keys and generic values are not. */
export type SecretMaterial =
  | TlsCertificateMaterial
  | { readonly type: 'certificate-authority'; readonly certificates: string }
  | { readonly type: 'api-keys' | 'basic-auth-users' | 'session-ticket-keys'; readonly lines: Redacted<string> }
  | { readonly type: 'generic'; readonly value: Redacted<Uint8Array> };

export interface TlsCertificateMaterial {
  readonly type: 'tls-certificate';
  readonly certificateChain: string;
  readonly privateKey: Redacted<string>;
  /** The OCSP response for the certificate, DER. */
  readonly ocspStaple?: Uint8Array;
}

/** The store itself did not answer, or nobody is let in. */
export const storeFailed = (message: string): Failure => ({ ...failed('unavailable', message), isOfStore: true });

export const failed = (reason: FailureReason, message: string): Failure => ({ status: 'failed', reason, message });
