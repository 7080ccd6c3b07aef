/** Which fields of a message differ. */
import { diffArrays } from 'diff';
import { canonicalJson } from '../canonical-json.ts';

export interface FieldChange {
  /** For example `virtual_hosts[default/shop].routes[2].route.timeout`; empty: the whole value. */
  readonly path: string;
  readonly change: 'added' | 'removed' | 'changed';
  /** Absent when added. */
  readonly before?: unknown;
  /** Absent when removed. */
  readonly after?: unknown;
}

/** The innermost fields that differ, in the order in which they stand. */
export function fieldChanges(before: unknown, after: unknown, path = ''): readonly FieldChange[] {
  if (Array.isArray(before) && Array.isArray(after)) return itemChanges(before, after, path);
  if (isObject(before) && isObject(after)) return memberChanges(before, after, path);
  return canonicalJson(before) === canonicalJson(after) ? [] : [{ path, change: 'changed', before, after }];
}

type JsonObject = Readonly<Record<string, unknown>>;

function memberChanges(before: JsonObject, after: JsonObject, path: string): readonly FieldChange[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key) =>
    pairChanges(
      Object.hasOwn(before, key) ? { value: before[key] } : undefined,
      Object.hasOwn(after, key) ? { value: after[key] } : undefined,
      path === '' ? key : `${path}.${key}`,
    ),
  );
}

interface Present {
  readonly value: unknown;
}

function pairChanges(before: Present | undefined, after: Present | undefined, path: string): readonly FieldChange[] {
  if (before && after) return fieldChanges(before.value, after.value, path);
  if (after) return [{ path, change: 'added', after: after.value }];
  return before ? [{ path, change: 'removed', before: before.value }] : [];
}

/** Items with names of their own are the same item wherever they stand; others are matched like lines of a text. */
function itemChanges(before: readonly unknown[], after: readonly unknown[], path: string): readonly FieldChange[] {
  const old = byName(before);
  const now = byName(after);
  const pairs = old && now ? namedPairs(old, now) : alignedPairs(before, after);
  return pairs.flatMap(([place, one, other]) => pairChanges(one, other, `${path}[${place}]`));
}

type Pair = readonly [place: string, before: Present | undefined, after: Present | undefined];

const namedPairs = (before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>): readonly Pair[] =>
  [...new Set([...before.keys(), ...after.keys()])].map((name) => [
    name,
    before.has(name) ? { value: before.get(name) } : undefined,
    after.has(name) ? { value: after.get(name) } : undefined,
  ]);

/** Nothing unless every item has a name, and each another one. */
function byName(items: readonly unknown[]): ReadonlyMap<string, unknown> | undefined {
  const named = new Map<string, unknown>();
  for (const item of items) if (isObject(item) && typeof item['name'] === 'string') named.set(item['name'], item);
  return named.size === items.length ? named : undefined;
}

/** Items that stand in a row, and the place of the first of them. */
interface Run {
  readonly items: readonly unknown[];
  readonly from: number;
}

type Label = (item: unknown) => string;

/** Protobuf's first field mostly says what a thing is: a route's match, a header's key. */
const LABELS: readonly Label[] = [
  canonicalJson,
  (item) => canonicalJson(isObject(item) ? (Object.entries(item)[0] ?? null) : item),
];

const alignedPairs = (before: readonly unknown[], after: readonly unknown[]): readonly Pair[] =>
  align({ items: before, from: 0 }, { items: after, from: 0 }, LABELS);

/** Pairs what has the same label; what lies between is paired by the next label, and at last by its place. */
function align(before: Run, after: Run, [label, ...others]: readonly Label[]): readonly Pair[] {
  if (!label) return before.items.length === after.items.length ? together(before, after) : apart(before, after);
  return stretches(before, after, label).flatMap(([old, now, isSame]) =>
    isSame ? together(old, now) : align(old, now, others),
  );
}

/** Beyond so many edits, finding the best match takes too long. */
const MOST_EDITS = 2_000;

/** Cuts two runs where their labels begin or cease to be the same. */
function stretches(before: Run, after: Run, label: Label): readonly (readonly [Run, Run, isSame: boolean])[] {
  const options = { maxEditLength: MOST_EDITS };
  const changes = diffArrays(before.items.map(label), after.items.map(label), options) ?? [];
  const cuts: [Run, Run, boolean][] = [];
  const ends = { old: 0, now: 0 };
  const cut = (removed: number, added: number, isSame: boolean): void => {
    const old = slice(before, ends.old, removed);
    cuts.push([old, slice(after, ends.now, added), isSame]);
    ends.old += removed;
    ends.now += added;
  };
  let removed = 0;
  let added = 0;
  for (const change of changes) {
    if (change.removed) removed += change.count;
    else if (change.added) added += change.count;
    else {
      cut(removed, added, false);
      cut(change.count, change.count, true);
      [removed, added] = [0, 0];
    }
  }
  cut(before.items.length - ends.old, after.items.length - ends.now, false);
  return cuts;
}

const slice = ({ items, from }: Run, at: number, length: number): Run => ({
  items: items.slice(at, at + length),
  from: from + at,
});

const together = (before: Run, after: Run): readonly Pair[] =>
  after.items.map((value, index) => [String(after.from + index), { value: before.items[index] }, { value }]);

const apart = (before: Run, after: Run): readonly Pair[] => [
  ...before.items.map((value, index): Pair => [String(before.from + index), { value }, undefined]),
  ...after.items.map((value, index): Pair => [String(after.from + index), undefined, { value }]),
];

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
