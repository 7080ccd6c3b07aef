/** Remembers what texts gave, so that an unchanged document is not read again. */
import type { Document, SourceFile } from './document.ts';
import type { Reading } from './finding.ts';

/**
 * What the files of the last call gave, by path and text. Pass the same memo to call after call: a text that has not
 * changed then gives the very same value (`===`), and a file that has not changed the very same documents, so that later
 * stages can remember by identity what they made of it. Files that a call does not mention are forgotten.
 */
export interface ParseMemo {
  files: ReadonlyMap<string, FileMemo>;
}

interface FileMemo {
  readonly text: string;
  /** What each text of a document in the file gave. */
  readonly readings: Map<string, Reading>;
  /** Absent if there was something to report, which must be reported again. */
  documents?: readonly Document[];
}

export const createParseMemo = (): ParseMemo => ({ files: new Map() });

/** Reads through the memo: what is read becomes the new generation, what is not read again is dropped. */
export const openMemo = (memo: ParseMemo): MemoSession => {
  const next = new Map<string, FileMemo>();
  const open = ({ path, text }: SourceFile): FileMemo => {
    const file = next.get(path) ?? { text, readings: new Map<string, Reading>() };
    next.set(path, file);
    return file;
  };
  return {
    documents: (file) => {
      const known = memo.files.get(file.path);
      if (known?.text !== file.text || !known.documents || next.has(file.path)) return undefined;
      next.set(file.path, known);
      return known.documents;
    },
    rememberDocuments: (file, documents) => {
      const opened = open(file);
      if (opened.text === file.text) opened.documents = documents;
    },
    read: (file, text, read) => {
      const { readings } = open(file);
      const reading = readings.get(text) ?? memo.files.get(file.path)?.readings.get(text) ?? read(text);
      readings.set(text, reading);
      return reading;
    },
    close: () => {
      memo.files = next;
    },
  };
};

export interface MemoSession {
  /** The documents of a file that is as it was, and that had nothing to report. */
  readonly documents: (file: SourceFile) => readonly Document[] | undefined;
  readonly rememberDocuments: (file: SourceFile, documents: readonly Document[]) => void;
  /** Reads the text of one document of a file, unless the file held the same text before. */
  readonly read: (file: SourceFile, text: string, read: (text: string) => Reading) => Reading;
  readonly close: () => void;
}
