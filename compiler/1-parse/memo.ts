/** Remembers what texts gave, so that an unchanged document is not read again. */
import type { Reading } from './finding.ts';

/**
 * What the files of the last call gave, by path and text. Pass the same memo to call after call: a text that has not
 * changed then gives the very same value (`===`), so that later stages can remember by identity what they made of it.
 * Files that a call does not mention are forgotten.
 */
export interface ParseMemo {
  files: ReadonlyMap<string, ReadonlyMap<string, Reading>>;
}

export const createParseMemo = (): ParseMemo => ({ files: new Map() });

/** Reads through the memo: what is read becomes the new generation, what is not read again is dropped. */
export const openMemo = (memo: ParseMemo): MemoSession => {
  const next = new Map<string, Map<string, Reading>>();
  return {
    remember: (path, text, read) => {
      const readings = next.get(path) ?? new Map<string, Reading>();
      next.set(path, readings);
      const reading = readings.get(text) ?? memo.files.get(path)?.get(text) ?? read(text);
      readings.set(text, reading);
      return reading;
    },
    close: () => {
      memo.files = next;
    },
  };
};

export interface MemoSession {
  readonly remember: (path: string, text: string, read: (text: string) => Reading) => Reading;
  readonly close: () => void;
}
