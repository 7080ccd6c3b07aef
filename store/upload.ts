/** Brings a bundle's objects into the bucket, out of the reach of a collection of garbage. */
import type { Bundle, Digest } from '../compiler/5-pack/bundle.ts';
import { chunksOfManifest } from '../compiler/5-pack/manifest.ts';
import { verifyManifest } from '../compiler/5-pack/verify.ts';
import { chunkKey, manifestKey, revisionKey, signatureKey } from './keys.ts';
import { waitForCollection } from './lease.ts';
import { inParallel } from './parallel.ts';
import type { Store } from './store.ts';
import { PARALLEL, transferOf, type Transfer } from './transfer.ts';

export interface ImmutableObject {
  readonly key: string;
  readonly bytes: Uint8Array;
}

/**
 * Uploads chunks, then the manifest, then the revision's signature and the revision; returns once all of them are there to stay.
 *
 * Chunks of the head's bundle are left out, as no collection takes those while it is the head, and if it is not the head
 * any more the pointer will not move. All others are written even if they are there: they may be garbage by now, which
 * writing makes new again.
 * @param head The bundle of the revision that the pointer names; absent: nothing is taken for granted.
 */
export async function uploadBundle(
  store: Store,
  bundle: Bundle,
  revision: { readonly digest: Digest; readonly bytes: Uint8Array; readonly signed: Uint8Array | undefined },
  head: Digest | undefined,
): Promise<Transfer> {
  const present = head === undefined ? new Set<Digest>() : await chunksOfBundle(store, head);
  const chunks = [...bundle.chunks]
    .filter(([digest]) => !present.has(digest))
    .map(([digest, bytes]) => ({ key: chunkKey(digest), bytes }));
  const roots = [
    { key: manifestKey(bundle.id), bytes: bundle.manifestBytes },
    ...(revision.signed ? [{ key: signatureKey(revision.digest), bytes: revision.signed }] : []),
    { key: revisionKey(revision.digest), bytes: revision.bytes },
  ];

  await uploadObjects(store, chunks, roots);
  return transferOf([...chunks, ...roots].map(({ bytes }) => bytes));
}

/** Writes objects in any order, then their roots one after the other; returns once all of them are there to stay. */
export async function uploadObjects(
  store: Store,
  objects: readonly ImmutableObject[],
  roots: readonly ImmutableObject[],
): Promise<void> {
  const wereThere = await inParallel(PARALLEL, objects, (object) => write(store, object));
  for (const root of roots) wereThere.push(await write(store, root));
  await rescue(store, wereThere.flat());
}

/** Writes an object, and gives it back if it was there before. */
async function write(store: Store, object: ImmutableObject): Promise<ImmutableObject[]> {
  const put = await store.put(object.key, object.bytes, { absent: true });
  if (put.status === 'written') return [];
  await store.put(object.key, object.bytes);
  return [object];
}

/**
 * A collection under way may have meant to delete an object before we wrote it again, and done so since. New objects
 * are in no such danger, since nobody had listed them.
 */
async function rescue(store: Store, objects: readonly ImmutableObject[]): Promise<void> {
  if (objects.length === 0) return;
  await waitForCollection(store);
  await inParallel(PARALLEL, objects, ({ key, bytes }) => store.put(key, bytes, { absent: true }));
}

/** The chunks that a bundle's manifest names; none if the manifest is missing or broken. */
async function chunksOfBundle(store: Store, bundle: Digest): Promise<ReadonlySet<Digest>> {
  const found = await store.get(manifestKey(bundle));
  const checked = found.status === 'found' ? verifyManifest(bundle, found.bytes) : undefined;
  if (!checked || 'failure' in checked) return new Set();
  return new Set(chunksOfManifest(checked.manifest));
}
