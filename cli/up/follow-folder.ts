/** Follows the documents in a folder: reads them when they have changed and nobody is writing any more. */
import type { SourceFile } from '../../compiler/index.ts';
import { watchTree } from '../../store/directory/watch.ts';

export interface FollowOptions {
  /** The folder to watch; absolute. */
  readonly folder: string;
  readonly read: () => Promise<readonly SourceFile[]>;
  /** Called with one set of documents at a time; the first is what is there in the beginning. */
  readonly apply: (files: readonly SourceFile[], since: number) => Promise<void>;
  /** Called when reading or applying fails; the folder is followed further. */
  readonly failed: (error: unknown) => void;
  readonly signal: AbortSignal;
  /** How long nothing may have happened before the documents are read, in milliseconds. Default: 60. */
  readonly quietMs?: number;
}

/**
 * Follows a folder until the signal aborts, and then settles when nothing is under way any more.
 *
 * A file that is written in place is there half for a moment. So the documents are read only after a quiet time, and once
 * more if anything has happened while they were read. What is the same as before is not applied again.
 */
export async function followFolder(options: FollowOptions): Promise<void> {
  const { folder, signal, quietMs = 60 } = options;
  const changes = createChanges(quietMs, signal);
  watchTree(folder, changes.happened, signal);
  let last = '';

  const look = async (): Promise<void> => {
    const since = await changes.quiet();
    if (since === undefined) return;
    const files = await options.read();
    const text = JSON.stringify(files);
    if (changes.hasHappened() || text === last || signal.aborted) return;
    last = text;
    await options.apply(files, since);
  };

  changes.happened();
  while (!signal.aborted) {
    try {
      await look();
    } catch (error) {
      options.failed(error);
    }
  }
}

/** Remembers whether, and since when, something has happened that nobody has looked at. */
function createChanges(quietMs: number, signal: AbortSignal) {
  let first: number | undefined;
  let latest = 0;
  let wake = (): void => {};
  signal.addEventListener('abort', () => wake(), { once: true });

  /** How long it still takes until it has been quiet for long enough; nothing if nothing has happened. */
  const remaining = (): number | undefined =>
    first === undefined ? undefined : Math.max(0, latest + quietMs - performance.now());

  return {
    happened(): void {
      latest = performance.now();
      first ??= latest;
      wake();
    },
    hasHappened: (): boolean => first !== undefined,
    /** Waits for something to happen, and then for quiet; says when it began, or nothing if the signal came first. */
    async quiet(): Promise<number | undefined> {
      for (let wait = remaining(); wait !== 0 && !signal.aborted; wait = remaining()) {
        await new Promise<void>((resolve) => {
          wake = resolve;
          if (wait !== undefined) setTimeout(resolve, wait);
        });
      }
      const since = first;
      first = undefined;
      return signal.aborted ? undefined : since;
    },
  };
}
