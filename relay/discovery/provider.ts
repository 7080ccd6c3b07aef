/**
 * The contract between the relay and whoever knows where endpoints are.
 *
 * A provider is one file, or a folder of a few: it follows what a reference names, and says in values what went wrong. What is
 * common to all of them lies elsewhere: what is believed (upstream-state.ts), what Envoy receives (upstream.ts), what is kept
 * over a restart (endpoint-cache.ts).
 */
import type { DiscoveryReference, DiscoveryType, EndpointList } from '../../compiler/discovered.ts';

export interface DiscoveryProvider {
  readonly type: DiscoveryType;
  /**
   * Tells what the source has: at first, whenever that changes, and after a failure; the same twice does no harm. It never
   * throws, and is silent once the signal has aborted.
   */
  follow(reference: DiscoveryReference, tell: (answer: Answer) => void, signal: AbortSignal): void;
  /** Ends what the provider keeps open. */
  close?(): void;
}

export type Answer = Found | Failure;

export interface Found extends EndpointList {
  readonly status: 'found';
}

export interface Failure {
  readonly status: 'failed';
  readonly reason: FailureReason;
  /** One sentence for the operator, without any credential. */
  readonly message: string;
}

/**
 * - `misconfigured`: the reference, or the relay's own settings, cannot work;
 * - `not-found`: the source answered, and knows nothing of the kind;
 * - `unavailable`: the source did not answer, or did not let us in; it may later;
 * - `invalid`: there is an answer, and nobody can use it;
 * - `untrusted`: there is an answer, or none any more, and nobody whom the relay trusts has signed that.
 */
export type FailureReason = 'misconfigured' | 'not-found' | 'unavailable' | 'invalid' | 'untrusted';

export const failed = (reason: FailureReason, message: string): Failure => ({ status: 'failed', reason, message });
