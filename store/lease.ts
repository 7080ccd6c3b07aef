/**
 * The lease of whoever collects garbage, which publishers wait for.
 *
 * A collector decides by a listing what to delete, and a publisher may have written one of those objects again since
 * then. So a publisher that relies on objects which were there before waits until no collection is under way, and then
 * looks whether they still are. A collection that begins later sees that they are new.
 */
import { canonicalBytes } from '../compiler/canonical-json.ts';
import { COLLECTION_LEASE } from './keys.ts';
import type { ETag, Store, WriteCondition } from './store.ts';

export interface Lease {
  /** To be called before each bunch of deletions; says whether the lease is still ours. */
  renew(): Promise<boolean>;
  release(): Promise<void>;
}

/** A lease that has not been renewed for so long, in milliseconds, is somebody's who has died. */
const ABANDONED_AFTER_MS = 5 * 60_000;

/** How a publisher waits: how often it looks, and after how many looks at an unchanged lease it breaks it. */
export interface Patience {
  readonly pollMs: number;
  readonly polls: number;
}

/** Longer than a collector takes for a bunch of deletions. */
const PATIENCE: Patience = { pollMs: 500, polls: 120 };

/**
 * Takes the lease; nothing if somebody else has it.
 * @param now Milliseconds since the epoch.
 */
export async function takeLease(store: Store, now: number): Promise<Lease | undefined> {
  const put = async (renewed: number, condition: WriteCondition): Promise<ETag | undefined> => {
    const written = await store.put(COLLECTION_LEASE, canonicalBytes({ since: now, renewed }), condition);
    return written.status === 'written' ? written.etag : undefined;
  };

  const abandoned = await abandonedLease(store, now);
  let etag = await put(0, abandoned === undefined ? { absent: true } : { match: abandoned });
  if (etag === undefined) return undefined;

  let renewed = 0;
  return {
    async renew() {
      etag = etag === undefined ? undefined : await put(++renewed, { match: etag });
      return etag !== undefined;
    },
    async release() {
      if (etag !== undefined) await store.delete(COLLECTION_LEASE);
    },
  };
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

async function abandonedLease(store: Store, now: number): Promise<ETag | undefined> {
  for await (const { etag, modified } of store.list(COLLECTION_LEASE)) {
    return now - modified > ABANDONED_AFTER_MS ? etag : undefined;
  }
  return undefined;
}

/** Publishing runs at the edge too, where Node's own timers are not to be had. */
const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
