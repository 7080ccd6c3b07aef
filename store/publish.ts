/** Publishes bundles: chunks, then the manifest, then the revision, then the pointer. */
import type { Bundle, Digest } from '../compiler/5-pack/bundle.ts';
import { canonicalBytes } from '../compiler/5-pack/canonical-json.ts';
import { digest } from '../compiler/5-pack/hash.ts';
import { moveHead, readHead, readRevision, type Head } from './head.ts';
import type { RecordedRevision, Revision } from './revision.ts';
import { StoreError, type Store } from './store.ts';
import type { Transfer } from './transfer.ts';
import { uploadBundle } from './upload.ts';

/** What a revision records beside its bundle. */
export interface PublishOptions {
  readonly author: string;
  readonly message: string;
  /** ISO 8601, UTC. */
  readonly time: string;
  /**
   * The revision that the bundle was made to follow, `null` for none: if another is the head by now, that is a conflict.
   * Absent: whatever is the head when publishing begins.
   */
  readonly expect?: Digest | null;
}

export type PublishResult =
  | { readonly status: 'published'; readonly revision: RecordedRevision; readonly uploaded: Transfer }
  /** The head has this bundle already; nothing was recorded. */
  | { readonly status: 'unchanged'; readonly revision: RecordedRevision; readonly uploaded: Transfer }
  /** Another revision was published meanwhile, and stays; `undefined` if the gateway has none, though one was expected. */
  | { readonly status: 'conflict'; readonly revision: RecordedRevision | undefined; readonly uploaded: Transfer };

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
  if (parent?.bundle === bundle.id) return { status: 'unchanged', revision: parent, uploaded: NOTHING };
  if (options.expect !== undefined && options.expect !== (parent?.digest ?? null)) {
    return { status: 'conflict', revision: parent, uploaded: NOTHING };
  }

  const revision = nextRevision(bundle, parent, options);
  const bytes = canonicalBytes(revision);
  const recorded = { ...revision, digest: digest(bytes) };
  const uploaded = await uploadBundle(store, bundle, { digest: recorded.digest, bytes }, parent?.bundle);
  const pointer = { gateway, revision: recorded.digest, bundle: bundle.id };
  if (await moveHead(store, pointer, head)) return { status: 'published', revision: recorded, uploaded };
  return lost(store, bundle, uploaded);
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
  { author, message, time }: PublishOptions,
): Revision => ({
  gateway: manifest.gateway,
  number: (parent?.number ?? 0) + 1,
  bundle: id,
  parent: parent?.digest ?? null,
  author,
  message,
  time,
});

const NOTHING: Transfer = { objects: 0, bytes: 0 };

/** Somebody else has moved the pointer. */
async function lost(store: Store, bundle: Bundle, uploaded: Transfer): Promise<PublishResult> {
  const winner = await revisionOf(store, await readHead(store, bundle.manifest.gateway));
  if (winner?.bundle === bundle.id) return { status: 'unchanged', revision: winner, uploaded };
  return { status: 'conflict', revision: winner, uploaded };
}
