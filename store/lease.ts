/**
 * Leases: who does something that one alone should do. Nobody is hurt if two do it for a moment: whatever is done under a
 * lease must be safe without it, by compare-and-swap or by asking before each part whether the lease is still held.
 *
 * The lease of whoever collects garbage is also what publishers wait for. A collector decides by a listing what to delete,
 * and a publisher may have written one of those objects again since then. So a publisher that relies on objects which
 * were there before waits until no collection is under way, and then looks whether they still are. A collection that
 * begins later sees that they are new.
 */
import { canonicalBytes } from '../compiler/canonical-json.ts';
import { CLOCK, COLLECTION_LEASE, ROLLOUT_LEASE } from './keys.ts';
import type { ETag, ListedObject, Store, WriteCondition } from './store.ts';

export interface Lease {
  /** To be called before each part of the work; says whether the lease is still ours. */
  renew(): Promise<boolean>;
  release(): Promise<void>;
}

/** What a lease is for. */
export interface LeaseKind {
  readonly key: string;
  /** One that has not been renewed for so long, in milliseconds, is somebody's who has died. */
  readonly abandonedAfterMs: number;
}

export const COLLECTION: LeaseKind = { key: COLLECTION_LEASE, abandonedAfterMs: 5 * 60_000 };
/** Short, since a rollout that goes wrong waits for it. */
export const ROLLOUT_STEPS: LeaseKind = { key: ROLLOUT_LEASE, abandonedAfterMs: 20_000 };

/** How a publisher waits: how often it looks, and after how many looks at an unchanged lease it breaks it. */
export interface Patience {
  readonly pollMs: number;
  readonly polls: number;
}

/** Longer than a collector takes for a bunch of deletions. */
const PATIENCE: Patience = { pollMs: 500, polls: 120 };

/**
 * Takes a lease; nothing if somebody else has it.
 * @param now Milliseconds since the epoch, by the bucket's clock as far as possible: {@link bucketTime}.
 */
export async function takeLease(
  store: Store,
  { key, abandonedAfterMs }: LeaseKind,
  now: number,
): Promise<Lease | undefined> {
  const holder = crypto.randomUUID();
  const put = async (renewed: number, condition: WriteCondition): Promise<ETag | undefined> => {
    const written = await store.put(key, canonicalBytes({ holder, since: now, renewed }), condition);
    return written.status === 'written' ? written.etag : undefined;
  };

  const held = await lookAt(store, key);
  if (held && now - held.modified <= abandonedAfterMs) return undefined;
  let renewed = 0;
  let etag = await put(renewed, held ? { match: held.etag } : { absent: true });
  if (etag === undefined) return undefined;

  const renew = async (): Promise<boolean> => {
    etag = etag === undefined ? undefined : await put(++renewed, { match: etag });
    return etag !== undefined;
  };
  return {
    renew,
    async release() {
      if (await renew()) await store.delete(key); // It may be somebody else's by now.
    },
  };
}

/** What time it is by the bucket's clock, in milliseconds since the epoch. */
export async function bucketTime(store: Store): Promise<number> {
  await store.put(CLOCK, canonicalBytes({}));
  return (await lookAt(store, CLOCK))?.modified ?? Date.now();
}

/**
 * Waits until nobody collects garbage. A collector that gives no sign for a minute is taken for dead: its lease is
 * broken, so that it deletes nothing more should it wake up.
 */
export async function waitForCollection(store: Store, { pollMs, polls }: Patience = PATIENCE): Promise<void> {
  let seen: ETag | undefined;
  for (let waited = 0; ; waited++) {
    const lease = await store.get(COLLECTION_LEASE, seen);
    if (lease.status === 'absent') return;
    if (lease.status === 'found') {
      seen = lease.etag;
      waited = 0;
    }
    if (seen !== undefined && waited >= polls && (await breakLease(store, seen))) return;
    await sleep(pollMs);
  }
}

/** Overwrites before it deletes: a renewal in between must not be lost unseen. */
async function breakLease(store: Store, etag: ETag): Promise<boolean> {
  const broken = await store.put(COLLECTION_LEASE, canonicalBytes({ broken: true }), { match: etag });
  if (broken.status === 'conflict') return false;
  await store.delete(COLLECTION_LEASE);
  return true;
}

/** The key is nobody's beginning, so a list of it has one object at most. */
async function lookAt(store: Store, wanted: string): Promise<ListedObject | undefined> {
  for await (const object of store.list(wanted)) return object;
  return undefined;
}

/** Publishing runs at the edge too, where Node's own timers are not to be had. */
const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
