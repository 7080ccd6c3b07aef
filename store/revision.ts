/** The small objects that say which bundle a gateway runs, and how it came to that. */
import type { Digest, GatewayName } from '../compiler/5-pack/bundle.ts';

/** What happened to a gateway once. Immutable, named by the digest of its canonical JSON; parents form the history. */
export interface Revision {
  readonly gateway: GatewayName;
  /** 1 for a gateway's first revision, then one more than its parent's. */
  readonly number: number;
  readonly bundle: Digest;
  /** The revision before this one; `null` for the first. */
  readonly parent: Digest | null;
  readonly author: string;
  readonly message: string;
  /** ISO 8601, UTC. */
  readonly time: string;
  /** The commit of a workspace whose documents the bundle was compiled from; absent if it was not from a workspace. */
  readonly commit?: Digest;
}

/** A gateway's head: the one object that is ever replaced, and only by compare-and-swap. */
export interface Pointer {
  readonly gateway: GatewayName;
  readonly revision: Digest;
  /** The bundle of that revision, so that a relay needs no second look-up. */
  readonly bundle: Digest;
}

/** One key's signature of a pointer. */
export interface Signature {
  /** The id of the public key that verifies it. */
  readonly key: string;
  /** 64 bytes of Ed25519 in lower-case hexadecimal. */
  readonly signature: string;
}

/** More keys than any rotation has; each costs who verifies some time. */
export const MAX_SIGNATURES = 16;

/** A pointer that was signed when it was published; see signing/sign.ts for what that covers. */
export interface SignedPointer extends Pointer {
  /** The number of the revision. */
  readonly number: number;
  /** The time of the revision, ISO 8601 with milliseconds, UTC. It rises with each publication of the gateway. */
  readonly time: string;
  /** At least one; whoever trusts one of the keys believes the pointer. */
  readonly signatures: readonly Signature[];
}

/** A revision with its name. */
export interface RecordedRevision extends Revision {
  readonly digest: Digest;
}
