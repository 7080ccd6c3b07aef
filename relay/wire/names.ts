/** Reads runs of resource names in requests, and makes of equal runs the same set. */
import { findSet, nameSet, NO_NAMES, plusHashOfBytes, union, ZERO, type NameSet } from '../name-set.ts';
import { bytesTag, decodeText, openField, type Cursor } from './protobuf.ts';
import { createRecentRuns } from './recent-runs.ts';

/** Reads a run of repeated string fields. */
export interface NameReader {
  /** The cursor stands behind the first tag of the run, and moves behind its last name. */
  readRun(cursor: Cursor): NameSet;
}

/** @param field The number of the repeated field, below 16. */
export function createNameReader(field: number): NameReader {
  return { readRun: createRecentRuns(bytesTag(field), readNames) };
}

/** Adds the names of another run, should a client write its names in several. */
export const joinRuns = (names: NameSet, run: NameSet): NameSet => (names === NO_NAMES ? run : union(names, run));

/**
 * Walks over the names without making strings of them, and looks their set up by its hash. Only names that nobody has
 * asked for before are decoded.
 */
function readNames(cursor: Cursor, tag: number): NameSet {
  const { bytes } = cursor;
  const places: number[] = [];
  let sum = ZERO;
  let isAscii = true;
  while (cursor.at < cursor.end && bytes[cursor.at] === tag) {
    cursor.at++;
    const { at, end } = openField(cursor);
    places.push(at, end);
    isAscii &&= isAsciiBetween(bytes, at, end);
    sum = plusHashOfBytes(sum, bytes, at, end);
  }
  const known = isAscii ? findSet(sum, places.length / 2) : undefined;
  return known ?? nameSet(decodeNames(bytes, places));
}

function* decodeNames(bytes: Buffer, places: readonly number[]): Iterable<string> {
  for (let index = 0; index < places.length; index += 2) {
    yield decodeText(bytes, places[index] ?? 0, places[index + 1] ?? 0);
  }
}

function isAsciiBetween(bytes: Buffer, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if ((bytes[at] ?? 0) > 127) return false;
  return true;
}
