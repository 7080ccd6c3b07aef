/**
 * What was served last of each gateway, and how far its nodes had changed over, kept for a start without the bucket.
 *
 * It is a bucket itself, of the layout of store/keys.ts without revisions, so that the same code reads it and verifies
 * its digests and signatures. Bundles hold references to secrets and never a value; nor does this.
 */
import { canonicalBytes } from '../../compiler/canonical-json.ts';
import type { GatewayName } from '../../compiler/5-pack/bundle.ts';
import {
  CHUNKS,
  chunkKey,
  MANIFESTS,
  manifestKey,
  pointerKey,
  POINTERS,
  rolloutKey,
  ROLLOUTS,
  signatureKey,
  SIGNATURES,
} from '../../store/keys.ts';
import type { Store } from '../../store/store.ts';
import type { Admission } from '../sources/admission.ts';
import type { Problem, Restored } from '../sources/gateway-watch.ts';
import { checkGateway, listGateways, loadReleases } from '../sources/read.ts';

export interface DiskCache {
  /** What an earlier run left, as far as it is whole; `failed` is told of the rest. */
  restore(failed: (gateway: GatewayName | undefined, problem: Problem) => void): Promise<readonly Restored[]>;
  /**
   * Keeps bundles in place of the gateway's last ones: their objects first, then the rollout and the pointer, each in one
   * step, then away with what nothing leads to any more. Calls are carried out one after the other.
   * @throws StoreError if the disk is full, read-only or broken; what was kept before stays whole.
   */
  save(restored: Restored): Promise<void>;
  /** Settles when all that was to be saved by now has been, or has failed. */
  settled(): Promise<void>;
}

/** @param admission Which pointers and releases of an earlier run are believed; absent: all. */
export function createDiskCache(disk: Store, admission?: Admission): DiskCache {
  let kept: ReadonlyMap<GatewayName, Restored> = new Map();
  let isSwept = false;
  let last: Promise<void> = Promise.resolve();

  const save = async (restored: Restored): Promise<void> => {
    const before = referencedKeys(kept);
    await write(disk, restored, kept.get(restored.pointer.gateway), before);
    kept = new Map([...kept, [restored.pointer.gateway, restored]]);
    const after = referencedKeys(kept);
    // The first time, what crashes and earlier failures left is looked for as well.
    const present = isSwept ? before : await keysOf(disk);
    for (const key of present) if (!after.has(key)) await disk.delete(key);
    isSwept = true;
  };

  return {
    async restore(failed) {
      const restored = await restoreAll(disk, admission, failed);
      for (const each of restored) admission?.served(each);
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
  admission: Admission | undefined,
  failed: (gateway: GatewayName | undefined, problem: Problem) => void,
): Promise<readonly Restored[]> {
  const listed = await listGateways(disk, DISK_TIMEOUT_MS);
  if (listed.kind === 'list-failed') failed(undefined, listed.problem);
  if (listed.kind !== 'listed') return [];
  const restored: Restored[] = [];
  for (const gateway of listed.pointers.keys()) {
    const found = await restoreOne(disk, gateway, admission);
    if ('problem' in found) failed(gateway, found.problem);
    else restored.push(found);
  }
  return restored;
}

async function restoreOne(
  disk: Store,
  gateway: GatewayName,
  admission: Admission | undefined,
): Promise<Restored | { readonly problem: Problem }> {
  const timeoutMs = DISK_TIMEOUT_MS;
  const found = await checkGateway(disk, gateway, { timeoutMs, judge: admission?.judgeRestored });
  if (found.kind === 'check-failed') return found;
  if (found.kind === 'unchanged') throw new Error('a read without an ETag cannot find an object unchanged');
  const rollout = found.rollout.status === 'found' ? found.rollout.state : undefined;
  const wanted = { pointer: found.pointer, rollout };
  const loaded = await loadReleases(disk, wanted, { held: [], timeoutMs, judge: admission?.judgeRelease });
  return loaded.kind === 'loaded' ? loaded.loaded : loaded;
}

/**
 * Writes bundles, and last what leads to them. What is not known to be whole on the disk is written again, and so is a
 * signature that has changed: another key may have been added. The rollout goes before the pointer: with a later one, an
 * earlier pointer gives nodes nothing that they have not had.
 */
async function write(
  disk: Store,
  restored: Restored,
  last: Restored | undefined,
  whole: ReadonlySet<string>,
): Promise<void> {
  const { pointer, rollout, bundles, signatures } = restored;
  const objects = [
    ...bundles.flatMap(({ chunks }) => [...chunks].map(([digest, bytes]) => [chunkKey(digest), bytes] as const)),
    ...bundles.map(({ id, manifestBytes }) => [manifestKey(id), manifestBytes] as const),
  ];
  for (const [key, bytes] of objects) if (!whole.has(key)) await disk.put(key, bytes);
  for (const [revision, bytes] of signatures) {
    const key = signatureKey(revision);
    const kept = last?.signatures.get(revision);
    if (!whole.has(key) || !kept || Buffer.compare(kept, bytes) !== 0) await disk.put(key, bytes);
  }
  if (rollout) await disk.put(rolloutKey(pointer.gateway), canonicalBytes(rollout));
  await disk.put(pointerKey(pointer.gateway), canonicalBytes(pointer));
}

const referencedKeys = (kept: ReadonlyMap<GatewayName, Restored>): ReadonlySet<string> =>
  new Set(
    [...kept].flatMap(([gateway, { rollout, bundles, signatures }]) => [
      pointerKey(gateway),
      ...(rollout ? [rolloutKey(gateway)] : []),
      ...[...signatures.keys()].map(signatureKey),
      ...bundles.map(({ id }) => manifestKey(id)),
      ...bundles.flatMap(({ chunks }) => [...chunks.keys()].map(chunkKey)),
    ]),
  );

async function keysOf(disk: Store): Promise<readonly string[]> {
  const keys: string[] = [];
  for (const prefix of [POINTERS, ROLLOUTS, SIGNATURES, MANIFESTS, CHUNKS]) {
    for await (const { key } of disk.list(prefix)) keys.push(key);
  }
  return keys;
}
