/**
 * The last good bundle of each gateway, kept for a start without the bucket.
 *
 * It is a bucket itself, of the layout of store/keys.ts without revisions, so that the same code reads it and verifies
 * its digests. Bundles hold references to secrets and never a value; nor does this.
 */
import { canonicalBytes } from '../../compiler/canonical-json.ts';
import type { GatewayName } from '../../compiler/5-pack/bundle.ts';
import { CHUNKS, chunkKey, MANIFESTS, manifestKey, pointerKey, POINTERS } from '../../store/keys.ts';
import type { Store } from '../../store/store.ts';
import type { JudgePointer } from '../sources/admission.ts';
import type { Problem, Restored } from '../sources/gateway-watch.ts';
import { listPointers, readBundle, readPointer } from '../sources/read.ts';

export interface DiskCache {
  /** What an earlier run left, as far as it is whole; `failed` is told of the rest. */
  restore(failed: (gateway: GatewayName | undefined, problem: Problem) => void): Promise<readonly Restored[]>;
  /**
   * Keeps a bundle in place of the gateway's last one: its objects first, then the pointer in one step, then away with
   * what no pointer leads to any more. Calls are carried out one after the other.
   * @throws StoreError if the disk is full, read-only or broken; what was kept before stays whole.
   */
  save(restored: Restored): Promise<void>;
  /** Settles when all that was to be saved by now has been, or has failed. */
  settled(): Promise<void>;
}

/** @param judge Which pointers of an earlier run are believed; absent: all. */
export function createDiskCache(disk: Store, judge?: JudgePointer): DiskCache {
  let kept: ReadonlyMap<GatewayName, Restored> = new Map();
  let isSwept = false;
  let last: Promise<void> = Promise.resolve();

  const save = async (restored: Restored): Promise<void> => {
    const before = referencedKeys(kept);
    await write(disk, restored, before);
    kept = new Map([...kept, [restored.pointer.gateway, restored]]);
    const after = referencedKeys(kept);
    // The first time, what crashes and earlier failures left is looked for as well.
    const present = isSwept ? before : await keysOf(disk);
    for (const key of present) if (!after.has(key)) await disk.delete(key);
    isSwept = true;
  };

  return {
    async restore(failed) {
      const restored = await restoreAll(disk, judge, failed);
      kept = new Map(restored.map((each) => [each.pointer.gateway, each]));
      return restored;
    },
    save(restored) {
      const saved = last.then(() => save(restored));
      // The caller hears of a failure; the next bundle is saved all the same.
      last = saved.catch(() => undefined);
      return saved;
    },
    settled: () => last,
  };
}

/** Reading a disk has no deadline of its own; this is far beyond what one takes. */
const DISK_TIMEOUT_MS = 60_000;

async function restoreAll(
  disk: Store,
  judge: JudgePointer | undefined,
  failed: (gateway: GatewayName | undefined, problem: Problem) => void,
): Promise<readonly Restored[]> {
  const listed = await listPointers(disk, DISK_TIMEOUT_MS);
  if (listed.kind === 'list-failed') failed(undefined, listed.problem);
  if (listed.kind !== 'listed') return [];
  const restored: Restored[] = [];
  for (const gateway of listed.pointers.keys()) {
    const found = await restoreOne(disk, gateway, judge);
    if ('problem' in found) failed(gateway, found.problem);
    else restored.push(found);
  }
  return restored;
}

async function restoreOne(
  disk: Store,
  gateway: GatewayName,
  judge: JudgePointer | undefined,
): Promise<Restored | { readonly problem: Problem }> {
  const found = await readPointer(disk, gateway, undefined, DISK_TIMEOUT_MS, judge);
  if (found.kind === 'check-failed') return found;
  if (found.kind === 'unchanged') throw new Error('a read without an ETag cannot find an object unchanged');
  const loaded = await readBundle(disk, found.pointer, [], DISK_TIMEOUT_MS);
  return loaded.kind === 'loaded' ? { pointer: loaded.pointer, bundle: loaded.bundle } : loaded;
}

/** Writes a bundle, its pointer last. What is not known to be whole on the disk is written again. */
async function write(disk: Store, { pointer, bundle }: Restored, whole: ReadonlySet<string>): Promise<void> {
  for (const [digest, bytes] of bundle.chunks) {
    if (!whole.has(chunkKey(digest))) await disk.put(chunkKey(digest), bytes);
  }
  if (!whole.has(manifestKey(bundle.id))) await disk.put(manifestKey(bundle.id), bundle.manifestBytes);
  await disk.put(pointerKey(pointer.gateway), canonicalBytes(pointer));
}

const referencedKeys = (kept: ReadonlyMap<GatewayName, Restored>): ReadonlySet<string> =>
  new Set(
    [...kept].flatMap(([gateway, { bundle }]) => [
      pointerKey(gateway),
      manifestKey(bundle.id),
      ...[...bundle.chunks.keys()].map(chunkKey),
    ]),
  );

async function keysOf(disk: Store): Promise<readonly string[]> {
  const keys: string[] = [];
  for (const prefix of [POINTERS, MANIFESTS, CHUNKS]) {
    for await (const { key } of disk.list(prefix)) keys.push(key);
  }
  return keys;
}
