/**
 * Sets of resource names: immutable, and shared by all streams that name the same resources, so that what a stream
 * remembers does not grow with what it asks for.
 *
 * Two sets with the same names are the same object as long as anybody holds it. They are found again by a hash that
 * does not depend on order, because Envoy names its resources in the order of its hash tables, which differs from
 * process to process.
 */
import { randomInt } from 'node:crypto';

export interface NameSet {
  /** Differs from set to set: stands for the set in the keys of caches. */
  readonly key: number;
  readonly names: ReadonlySet<string>;
  readonly sum: Sum;
}

/** Two hashes, each summed over all the names, modulo 2^32. */
export interface Sum {
  readonly first: number;
  readonly second: number;
}

export function nameSet(names: Iterable<string>): NameSet {
  const set = new Set(names);
  let sum = ZERO;
  for (const name of set) sum = plus(sum, hashOf(name));
  return intern(sum, set.size, () => set);
}

/** The names that are in either set. */
export function union(a: NameSet, b: NameSet): NameSet {
  if (b.names.size === 0 || a === b) return a;
  if (a.names.size === 0) return b;
  let sum = a.sum;
  let size = a.names.size;
  for (const name of b.names) {
    if (a.names.has(name)) continue;
    sum = plus(sum, hashOf(name));
    size++;
  }
  return intern(sum, size, () => new Set([...a.names, ...b.names]));
}

/** The names of `a` that are not in `b`. */
export function difference(a: NameSet, b: NameSet): NameSet {
  if (a.names.size === 0 || b.names.size === 0) return a;
  if (a === b) return NO_NAMES;
  let sum = a.sum;
  let size = a.names.size;
  for (const name of b.names) {
    if (!a.names.has(name)) continue;
    sum = minus(sum, hashOf(name));
    size--;
  }
  return intern(sum, size, () => new Set([...a.names].filter((name) => !b.names.has(name))));
}

/** The names that are in both sets. */
export function intersection(a: NameSet, b: NameSet): NameSet {
  if (a === b || a.names.size === 0) return a;
  return nameSet([...b.names].filter((name) => a.names.has(name)));
}

export const isEmpty = ({ names }: NameSet): boolean => names.size === 0;

/** The set of so many names with this sum, if anybody holds it. */
export const findSet = (sum: Sum, size: number): NameSet | undefined => table.get(idOf(sum, size))?.deref();

function intern(sum: Sum, size: number, make: () => ReadonlySet<string>): NameSet {
  const known = findSet(sum, size);
  if (known) return known;
  const made: NameSet = { key: ++lastKey, names: make(), sum };
  const id = idOf(sum, size);
  table.set(id, new WeakRef(made));
  forgotten.register(made, id);
  return made;
}

const idOf = ({ first, second }: Sum, size: number): string => `${size} ${first} ${second}`;

const ZERO: Sum = { first: 0, second: 0 };

const plus = (a: Sum, b: Sum): Sum => ({
  first: (a.first + b.first) >>> 0,
  second: (a.second + b.second) >>> 0,
});
const minus = (a: Sum, b: Sum): Sum => ({ first: (a.first - b.first) >>> 0, second: (a.second - b.second) >>> 0 });

/** Two FNV-1a hashes over UTF-16 code units, which for ASCII are the bytes that stand in a request. */
function hashOf(name: string): Sum {
  let first = FIRST_SEED;
  let second = SECOND_SEED;
  for (let at = 0; at < name.length; at++) {
    const unit = name.charCodeAt(at);
    first = Math.imul(first ^ unit, PRIME);
    second = Math.imul(second ^ unit, PRIME);
  }
  return { first: finish(first), second: finish(second) };
}

/** A sum over names that are read one after the other. It counts only as long as all their bytes are ASCII. */
export interface RunningSum {
  first: number;
  second: number;
  /** All bits that any byte has. */
  bits: number;
}

export const isAscii = ({ bits }: RunningSum): boolean => bits < 128;

/** Adds the same hashes over `bytes` from `from` to `to`. In place and in one pass: this is most of what a name costs. */
export function addHashOfBytes(sum: RunningSum, bytes: Uint8Array, from: number, to: number): void {
  let first = FIRST_SEED;
  let second = SECOND_SEED;
  let bits = 0;
  for (let at = from; at < to; at++) {
    const unit = bytes[at] ?? 0;
    bits |= unit;
    first = Math.imul(first ^ unit, PRIME);
    second = Math.imul(second ^ unit, PRIME);
  }
  sum.bits |= bits;
  sum.first = (sum.first + finish(first)) >>> 0;
  sum.second = (sum.second + finish(second)) >>> 0;
}

/** MurmurHash3's finalizer, so that all bits depend on all of the name. */
function finish(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** Drawn anew by each process, so that nobody can prepare two sets that look the same. */
const FIRST_SEED = randomInt(2 ** 32);
const SECOND_SEED = randomInt(2 ** 32);
const PRIME = 0x01000193;

let lastKey = 0;
const table = new Map<string, WeakRef<NameSet>>();
const forgotten = new FinalizationRegistry((id: string) => {
  // A new set may have taken the place since.
  if (table.get(id)?.deref() === undefined) table.delete(id);
});

export const NO_NAMES: NameSet = nameSet([]);
