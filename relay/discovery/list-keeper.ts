/** Keeps signed lists of endpoints on the disk: however often they change, each is written once in a while. */
import { textDigest } from '../../compiler/hash.ts';
import type { Store } from '../../store/store.ts';
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
  const due = new Map<string, Uint8Array>();
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();

  const fail = (error: unknown): void => failed(error instanceof Error ? error.message : String(error));
  const write = async (): Promise<void> => {
    const batch = [...due];
    due.clear();
    for (const [upstream, bytes] of batch) await store.put(keyOf(upstream), bytes).then(() => undefined, fail);
  };
  const flush = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    writing = writing.then(write);
    return writing;
  };
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
    keep(upstream, bytes) {
      due.set(upstream, bytes);
      timer ??= setTimeout(() => void flush(), gatherMs).unref();
    },
    settled: flush,
  };
}

const keyOf = (upstream: string): string => `lists/${textDigest(upstream)}.json`;
