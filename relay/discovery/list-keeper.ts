/** Keeps signed lists of endpoints on the disk: however often they change, each is written once in a while. */
import { textDigest } from '../../compiler/hash.ts';
import type { Store } from '../../store/store.ts';
import { gatherWrites } from './gathered-writes.ts';
import type { ListKeeper } from './list-admission.ts';

export interface ListKeeperOptions {
  /** A place on the disk. */
  readonly store: Store;
  readonly failed: (reason: string) => void;
  /** How long changes are gathered, in milliseconds; default 5,000. */
  readonly gatherMs?: number;
}

export interface OpenListKeeper extends ListKeeper {
  /** When all that is to be kept is written. */
  settled(): Promise<void>;
}

/** What cannot be read counts as none. */
export function createListKeeper({ store, failed, gatherMs = 5_000 }: ListKeeperOptions): OpenListKeeper {
  const fail = (error: unknown): void => failed(error instanceof Error ? error.message : String(error));
  const writes = gatherWrites<Uint8Array>(
    (upstream, bytes) => store.put(keyOf(upstream), bytes).then(() => undefined, fail),
    gatherMs,
  );
  return {
    async read(upstream) {
      try {
        const found = await store.get(keyOf(upstream));
        return found.status === 'found' ? found.bytes : undefined;
      } catch (error) {
        fail(error);
        return undefined;
      }
    },
    keep: writes.set,
    settled: writes.settled,
  };
}

const keyOf = (upstream: string): string => `lists/${textDigest(upstream)}.json`;
