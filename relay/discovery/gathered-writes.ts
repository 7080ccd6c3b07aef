export interface GatheredWrites<T> {
  /** Writes this, soon, unless another value for the key comes before that. */
  set(key: string, value: T): void;
  /** Writes nothing for the key, and has it erased, once what is being written is. */
  forget(key: string, erase: () => Promise<void>): void;
  /** When all that is to be written is. */
  settled(): Promise<void>;
}

/**
 * However often values change, each is written once in a while, and one after the other.
 * What is done to write or to erase a value must not fail.
 * @param gatherMs how long changes are gathered, in milliseconds
 */
export function gatherWrites<T>(write: (key: string, value: T) => Promise<void>, gatherMs: number): GatheredWrites<T> {
  const due = new Map<string, T>();
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();

  const writeAll = async (): Promise<void> => {
    const batch = [...due];
    due.clear();
    for (const [key, value] of batch) await write(key, value);
  };
  const flush = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    writing = writing.then(writeAll);
    return writing;
  };
  return {
    set(key, value) {
      due.set(key, value);
      timer ??= setTimeout(() => void flush(), gatherMs).unref();
    },
    forget(key, erase) {
      due.delete(key);
      writing = writing.then(erase);
    },
    settled: flush,
  };
}
