/** A bucket that fails now and then, in each way that buckets fail, by dice that a seed decides. */
import { existsSync } from 'node:fs';
import { StoreError, type GetResult, type Store } from '../../store/store.ts';
import { CHUNKS, MANIFESTS, REVISIONS, SIGNATURES } from '../../store/keys.ts';
import { createRandom } from './random.ts';

/** How many of a hundred operations go wrong. */
const FAULTS = { fails: 4, slow: 3, truncated: 2, foreign: 2, stale: 2 } as const;
const SLOW_MS = 2_000;

/** What is named by its content never changes; to remember it would look as if the relay's memory grew. */
const changes = (key: string): boolean =>
  ![REVISIONS, SIGNATURES, MANIFESTS, CHUNKS].some((folder) => key.startsWith(folder));

type Found = Extract<GetResult, { status: 'found' }>;

/** @param calm while this file is there, nothing goes wrong */
export function faultyStore(store: Store, seed: number, calm: string): Store {
  const random = createRandom(seed);
  let other: Uint8Array = new Uint8Array();
  const earlier = new Map<string, [before: Found, last: Found]>();
  const happens = (percent: number): boolean => random() * 100 < percent && !existsSync(calm);
  const trouble = async (): Promise<void> => {
    if (happens(FAULTS.slow)) await new Promise((resolve) => setTimeout(resolve, random() * SLOW_MS));
    if (happens(FAULTS.fails)) throw new StoreError('the bucket is away', { retryable: true });
  };
  const spoil = (key: string, found: GetResult): GetResult => {
    if (found.status === 'absent') return found;
    if (found.status === 'unchanged') {
      // Who lags does not know that it is the newest which the reader has.
      const [before] = earlier.get(key) ?? [];
      return before && happens(FAULTS.stale) ? before : found;
    }
    const { bytes } = found;
    const [before, last] = earlier.get(key) ?? [found, found];
    if (changes(key)) earlier.set(key, last.etag === found.etag ? [before, found] : [last, found]);
    if (happens(FAULTS.stale)) return before;
    const foreign = other;
    other = bytes;
    if (happens(FAULTS.truncated)) return { ...found, bytes: bytes.slice(0, bytes.length / 2) };
    return happens(FAULTS.foreign) ? { ...found, bytes: foreign } : found;
  };
  return {
    location: store.location,
    async get(key, unlessMatch) {
      await trouble();
      return spoil(key, await store.get(key, unlessMatch));
    },
    async put(key, bytes, condition) {
      await trouble();
      return store.put(key, bytes, condition);
    },
    async delete(key) {
      await trouble();
      return store.delete(key);
    },
    async *list(prefix) {
      await trouble();
      yield* store.list(prefix);
    },
  };
}
