/** Removes from a bucket what no gateway and no workspace needs any more. */
import type { Digest, GatewayName } from '../compiler/5-pack/bundle.ts';
import { chunksOfManifest } from '../compiler/5-pack/manifest.ts';
import { describeFailure, verifyManifest } from '../compiler/5-pack/verify.ts';
import { readHead } from './head.ts';
import { walkHistory } from './history.ts';
import {
  chunkKey,
  CHUNKS,
  COMMITS,
  DOCUMENTS,
  FLEET,
  gatewayOfPointer,
  manifestKey,
  MANIFESTS,
  POINTERS,
  revisionKey,
  REVISIONS,
  signatureKey,
  SIGNATURES,
  TREES,
} from './keys.ts';
import { COLLECTION, takeLease, type Lease } from './lease.ts';
import { inParallel } from './parallel.ts';
import { readRollout } from './rollout/read.ts';
import { StoreError, type ListedObject, type Store } from './store.ts';
import { PARALLEL, type Transfer } from './transfer.ts';
import { addWorkspaceKeys } from './workspace/garbage.ts';

export interface CollectOptions {
  /** How many of the newest revisions of each gateway to keep, at least one. */
  readonly keep: number;
  /** How many of the newest commits of each workspace to keep, at least one; absent: all of them. */
  readonly keepCommits?: number;
  /**
   * How old an object must be, in milliseconds, to be removed. It must be more than any publication takes, plus what the
   * clocks of bucket and caller differ by: what is being published is not referenced yet.
   */
  readonly graceMs: number;
  /** The time, in milliseconds since the epoch. */
  readonly now: number;
}

export type CollectResult =
  | { readonly status: 'collected'; readonly removed: Transfer; readonly kept: Transfer }
  /** Somebody else is collecting; nothing was removed. */
  | { readonly status: 'busy' }
  /** Publishers took us for dead, since we gave no sign for too long. What was removed was garbage; more is left. */
  | { readonly status: 'interrupted'; readonly removed: Transfer };

/** How many objects are removed between two signs of life. */
const BUNCH = 64;

/**
 * Removes all objects that are old enough and that neither the last revisions of a gateway nor its rollout reach, and what
 * relays reported that have not been heard of for as long.
 * @throws StoreError if the bucket cannot be reached or refuses, or if something in it that has to be kept is broken, so
 *   that it cannot be known what it needs; then nothing has been removed.
 */
export async function collectGarbage(store: Store, options: CollectOptions): Promise<CollectResult> {
  const lease = await takeLease(store, COLLECTION, options.now);
  if (!lease) return { status: 'busy' };
  try {
    return await collect(store, lease, options);
  } finally {
    await lease.release();
  }
}

async function collect(store: Store, lease: Lease, options: CollectOptions): Promise<CollectResult> {
  const { keep, keepCommits = Infinity, graceMs, now } = options;
  const reachable = await reachableKeys(store, Math.max(1, keep));
  await addWorkspaceKeys(store, keepCommits, reachable);
  const objects = await collectibleObjects(store);
  const isGarbage = ({ key, modified }: ListedObject) => !reachable.has(key) && modified <= now - graceMs;
  const garbage = objects.filter(isGarbage);

  for (let done = 0; done < garbage.length; done += BUNCH) {
    if (!(await lease.renew())) return { status: 'interrupted', removed: sizeOf(garbage.slice(0, done)) };
    await inParallel(PARALLEL, garbage.slice(done, done + BUNCH), ({ key }) => store.delete(key));
  }
  return {
    status: 'collected',
    removed: sizeOf(garbage),
    kept: sizeOf(objects.filter((object) => !isGarbage(object))),
  };
}

/** Roots before what they reach, so that no manifest is ever there without its chunks. */
async function collectibleObjects(store: Store): Promise<ListedObject[]> {
  const objects: ListedObject[] = [];
  for (const prefix of [REVISIONS, SIGNATURES, MANIFESTS, CHUNKS, FLEET, COMMITS, TREES, DOCUMENTS]) {
    for await (const object of store.list(prefix)) objects.push(object);
  }
  return objects;
}

async function reachableKeys(store: Store, keep: number): Promise<Set<string>> {
  const keys = new Set<string>();
  for await (const { key } of store.list(POINTERS)) {
    const gateway = gatewayOfPointer(key);
    const head = gateway === undefined ? undefined : await readHead(store, gateway);
    if (head) await addRevisions(store, head.pointer.revision, keep, keys);
    if (head) await addRollout(store, head.pointer.gateway, keys);
  }
  return keys;
}

async function addRevisions(store: Store, newest: Digest, keep: number, keys: Set<string>): Promise<void> {
  let left = keep;
  for await (const { digest, bundle } of walkHistory(store, newest)) {
    keys.add(revisionKey(digest)).add(signatureKey(digest));
    if (!keys.has(manifestKey(bundle))) await addBundle(store, bundle, keys);
    if (--left === 0) return;
  }
  // The oldest may have been collected before, but never the head.
  if (left === keep) throw unknowable(store, `revision ${newest} is missing`);
}

/** What nodes may be put on by a rollout, however long ago it was published. */
async function addRollout(store: Store, gateway: GatewayName, keys: Set<string>): Promise<void> {
  const state = (await readRollout(store, gateway))?.state;
  for (const release of [state?.candidate, state?.stable]) {
    if (!release) continue;
    keys.add(revisionKey(release.revision)).add(signatureKey(release.revision));
    if (!keys.has(manifestKey(release.bundle))) await addBundle(store, release.bundle, keys);
  }
}

async function addBundle(store: Store, bundle: Digest, keys: Set<string>): Promise<void> {
  const found = await store.get(manifestKey(bundle));
  if (found.status !== 'found') throw unknowable(store, `the manifest of bundle ${bundle} is missing`);
  const checked = verifyManifest(bundle, found.bytes);
  if ('failure' in checked) throw unknowable(store, describeFailure(checked.failure));
  keys.add(manifestKey(bundle));
  for (const chunk of chunksOfManifest(checked.manifest)) keys.add(chunkKey(chunk));
}

const unknowable = (store: Store, reason: string): StoreError =>
  new StoreError(`${store.location}: it cannot be known what is garbage: ${reason}`, { retryable: false });

const sizeOf = (objects: readonly ListedObject[]): Transfer => ({
  objects: objects.length,
  bytes: objects.reduce((sum, { size }) => sum + size, 0),
});
