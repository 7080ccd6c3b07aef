/** Reads runs of resource names in requests, and makes of equal runs the same set. */
import {
  addHashOfBytes,
  findSet,
  isAscii,
  nameSet,
  NO_NAMES,
  union,
  type NameSet,
  type RunningSum,
} from '../name-set.ts';
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
  const sum: RunningSum = { first: 0, second: 0, bits: 0 };
  while (cursor.at < cursor.end && bytes[cursor.at] === tag) {
    cursor.at++;
    const { at, end } = openField(cursor);
    places.push(at, end);
    addHashOfBytes(sum, bytes, at, end);
  }
  const known = isAscii(sum) ? findSet(sum, places.length / 2) : undefined;
  return known ?? nameSet(decodeNames(bytes, places));
}

function* decodeNames(bytes: Buffer, places: readonly number[]): Iterable<string> {
  for (let index = 0; index < places.length; index += 2) {
    yield decodeText(bytes, places[index] ?? 0, places[index + 1] ?? 0);
  }
}
