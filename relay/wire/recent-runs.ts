/**
 * Remembers what long runs of a repeated field were read as.
 *
 * Each SotW acknowledgement repeats all the names that a stream asks for, and the streams of a gateway ask for the same.
 * Comparing such a run with the last ones costs a hundredth of reading it.
 */
import { WireError, type Cursor } from './protobuf.ts';

/** Reads the whole run that begins with the tag before the cursor, and leaves the cursor behind it. */
export type ReadRun<T> = (cursor: Cursor) => T;

/** Shorter runs are read faster than they are looked for. */
const SHORTEST = 512;
/** Different runs that are kept: a few types and a few gateways at a time. */
const MOST = 8;

interface KnownRun<T> {
  readonly bytes: Buffer;
  readonly value: T;
}

/**
 * @param tag Of the repeated field. It stands in one byte.
 * @param read Reads a run that is not known: from the cursor, at the first tag, up to the first other tag.
 */
export function createRecentRuns<T>(tag: number, read: (cursor: Cursor, tag: number) => T): ReadRun<T> {
  let recent: readonly KnownRun<T>[] = [];
  return (cursor) => {
    cursor.at -= 1;
    if (cursor.bytes[cursor.at] !== tag) throw new WireError('a tag is longer than it need be');
    const known = recent.find(({ bytes }) => startsWith(cursor, bytes, tag));
    if (known) {
      if (known !== recent[0]) recent = [known, ...recent.filter((other) => other !== known)];
      cursor.at += known.bytes.length;
      return known.value;
    }
    const from = cursor.at;
    const value = read(cursor, tag);
    if (cursor.at - from >= SHORTEST) {
      // Copied, for a view would keep the whole message that it lies in.
      const bytes = Buffer.from(cursor.bytes.subarray(from, cursor.at));
      recent = [{ bytes, value }, ...recent].slice(0, MOST);
    }
    return value;
  };
}

/** Whether this run stands at the cursor and ends there too: the next field is another. */
function startsWith({ bytes, at, end }: Cursor, run: Buffer, tag: number): boolean {
  const runEnd = at + run.length;
  if (runEnd > end || (runEnd < end && bytes[runEnd] === tag)) return false;
  return bytes.compare(run, 0, run.length, at, runEnd) === 0;
}
