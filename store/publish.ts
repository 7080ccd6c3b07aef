/** Publishes bundles: chunks, then the manifest, then the revision, then the pointer. */
import type { Bundle, Digest } from '../compiler/5-pack/bundle.ts';
import { canonicalBytes } from '../compiler/canonical-json.ts';
import { digest } from '../compiler/hash.ts';
import { vouchForFallbacks } from './fallbacks.ts';
import { moveHead, readHead, readRevision, type Head } from './head.ts';
import type { Pointer, RecordedRevision, Revision } from './revision.ts';
import { catchUp } from './rollout/catch-up.ts';
import { releaseOf } from './rollout/look.ts';
import { holdOf, readRollout } from './rollout/read.ts';
import { isFailed, type Release, type RolloutReason } from './rollout/state.ts';
import type { SignKey, VerifyKey } from './signing/keys.ts';
import { isSigned, signPointer, verifyPointer } from './signing/sign.ts';
import { timeAfter } from './signing/statement.ts';
import { StoreError, type Store } from './store.ts';
import type { Transfer } from './transfer.ts';
import { uploadBundle } from './upload.ts';

/** What a revision records beside its bundle. */
export interface PublishOptions {
  readonly author: string;
  readonly message: string;
  /** ISO 8601, UTC. */
  readonly time: string;
  /** The commit of a workspace that the bundle was compiled from. */
  readonly commit?: Digest;
  /**
   * The revision that the bundle was made to follow, `null` for none: if another is the head by now, that is a conflict.
   * Absent: whatever is the head when publishing begins.
   */
  readonly expect?: Digest | null;
  /** Signs the pointer by each of these keys; absent or empty: it stays unsigned. */
  readonly signKeys?: readonly SignKey[];
  /**
   * Keys that may have signed what nodes may be put back on, beside the public keys of `signKeys`: what one of them has
   * signed, `signKeys` sign too, so that relays believe it when the old key is gone. Default: none.
   */
  readonly verifyKeys?: readonly VerifyKey[];
  /**
   * Whether a head that has the bundle already stays. `again`: it gets a revision more, so that its signature is newer
   * than any that somebody may have put back, and all objects are written anew. One that any of `signKeys` has not signed gets one in any case.
   */
  readonly unchanged?: 'stays' | 'again';
}

export type PublishResult =
  | {
      readonly status: 'published';
      readonly revision: RecordedRevision;
      readonly uploaded: Transfer;
      readonly held?: Held;
      readonly unvouched?: Unvouched;
    }
  /** The head has this bundle already; nothing was recorded. */
  | {
      readonly status: 'unchanged';
      readonly revision: RecordedRevision;
      readonly uploaded: Transfer;
      /** Why no node runs it all the same: it was rolled back or aborted, and stays so until somebody resumes it. */
      readonly failed?: RolloutReason;
      readonly held?: Held;
      readonly unvouched?: Unvouched;
    }
  /** Another revision was published meanwhile, and stays; `undefined` if the gateway has none, though one was expected. */
  | { readonly status: 'conflict'; readonly revision: RecordedRevision | undefined; readonly uploaded: Transfer };

/** Why no node gets it for now: somebody has paused the rollout before it, and has to resume that. Absent: nodes may get it. */
export type Held = RolloutReason;

/**
 * Releases that nodes may be put back on, and that one of `signKeys` has not signed, since no given key vouches for them.
 * Relays that have only that key refuse them, and leave a gateway that is rolled back as it is. Absent: there are none.
 */
export type Unvouched = readonly Release[];

/**
 * Publishes a bundle as the next revision of its gateway. Until the pointer has moved, which happens at one stroke and
 * last, nobody sees any of it; a publication that breaks off leaves objects that garbage collection takes away.
 *
 * Of two publications at once one succeeds and the other gets a conflict, unless both want the same bundle.
 * @throws StoreError if the bucket cannot be reached, refuses, or holds a broken pointer or revision.
 */
export async function publish(store: Store, bundle: Bundle, options: PublishOptions): Promise<PublishResult> {
  const { gateway } = bundle.manifest;
  const head = await readHead(store, gateway);
  const parent = await revisionOf(store, head);
  if (parent?.bundle === bundle.id && options.unchanged !== 'again' && (await isSignedByAll(head, options))) {
    return unchanged(store, parent, options);
  }
  if (options.expect !== undefined && options.expect !== (parent?.digest ?? null)) {
    return { status: 'conflict', revision: parent, uploaded: NOTHING };
  }

  const revision = nextRevision(bundle, parent, { ...options, time: timeFor(head, options) });
  const bytes = canonicalBytes(revision);
  const recorded = { ...revision, digest: digest(bytes) };
  const pointer = await pointerTo(recorded, options);
  const signed = isSigned(pointer) ? canonicalBytes(pointer) : undefined;
  const intact = options.unchanged === 'again' ? undefined : parent?.bundle;
  if (parent && bundle.manifest.rollout?.steps.length) await catchUp(store, parent, recorded.time);
  const vouched = await vouch(store, parent, recorded, options);
  const uploaded = await uploadBundle(store, bundle, { digest: recorded.digest, bytes, signed }, intact);
  const held = await holdOf(store, gateway, releaseOf(recorded));
  if (await moveHead(store, pointer, head))
    return { status: 'published', revision: recorded, uploaded, ...(held && { held }), ...vouched };
  return lost(store, bundle, options, uploaded);
}

/** The revision that a head names. */
async function revisionOf(store: Store, head: Head | undefined): Promise<RecordedRevision | undefined> {
  if (!head) return undefined;
  const { gateway, revision: name, bundle } = head.pointer;
  const revision = await readRevision(store, name);
  if (revision?.gateway === gateway && revision.bundle === bundle) return revision;
  const what = revision ? 'another bundle than its revision' : 'a revision that is not there';
  throw new StoreError(`${store.location}: the pointer of ${gateway} names ${what}: ${name}`, { retryable: false });
}

const nextRevision = (
  { id, manifest }: Bundle,
  parent: RecordedRevision | undefined,
  { author, message, time, commit }: PublishOptions,
): Revision => ({
  gateway: manifest.gateway,
  number: (parent?.number ?? 0) + 1,
  bundle: id,
  parent: parent?.digest ?? null,
  author,
  message,
  time,
  ...(commit !== undefined && { commit }),
});

/** Nothing to sign with: then there is nothing to add either. */
async function isSignedByAll(head: Head | undefined, { signKeys = [] }: PublishOptions): Promise<boolean> {
  if (!head) return false;
  const verified = await Promise.all(signKeys.map((key) => verifyPointer(head.pointer, head.bytes, [key])));
  return verified.every(({ status }) => status === 'trusted');
}

function timeFor(head: Head | undefined, { time, signKeys = [] }: PublishOptions): string {
  if (signKeys.length === 0) return time;
  const last = head && isSigned(head.pointer) ? Date.parse(head.pointer.time) : 0;
  return new Date(timeAfter(last, Date.parse(time))).toISOString();
}

async function pointerTo(
  { gateway, digest: revision, bundle, number, time }: RecordedRevision,
  { signKeys = [] }: PublishOptions,
): Promise<Pointer> {
  if (signKeys.length === 0) return { gateway, revision, bundle };
  return signPointer({ gateway, revision, bundle, number, time }, signKeys);
}

/** Before the pointer moves, so that no relay sees it without what it may have to go back to. */
async function vouch(
  store: Store,
  parent: RecordedRevision | undefined,
  { gateway, bundle }: RecordedRevision,
  { signKeys = [], verifyKeys = [] }: PublishOptions,
): Promise<{ readonly unvouched?: Unvouched }> {
  const unvouched = await vouchForFallbacks(store, gateway, { bundle, parent, signKeys, verifyKeys });
  return unvouched.length > 0 ? { unvouched } : {};
}

async function unchanged(
  store: Store,
  revision: RecordedRevision,
  options: PublishOptions,
  uploaded = NOTHING,
): Promise<PublishResult> {
  const vouched = await vouch(store, revision, revision, options);
  const state = (await readRollout(store, revision.gateway))?.state;
  const reason = state && isFailed(state) && state.candidate.bundle === revision.bundle ? state.reason : undefined;
  const held = await holdOf(store, revision.gateway, releaseOf(revision));
  const why = { ...(reason && { failed: reason }), ...(held && { held }) };
  return { status: 'unchanged', revision, uploaded, ...why, ...vouched };
}

const NOTHING: Transfer = { objects: 0, bytes: 0 };

/** Somebody else has moved the pointer. */
async function lost(store: Store, bundle: Bundle, options: PublishOptions, uploaded: Transfer): Promise<PublishResult> {
  const head = await readHead(store, bundle.manifest.gateway);
  const winner = await revisionOf(store, head);
  if (winner?.bundle === bundle.id && (await isSignedByAll(head, options)))
    return unchanged(store, winner, options, uploaded);
  return { status: 'conflict', revision: winner, uploaded };
}
