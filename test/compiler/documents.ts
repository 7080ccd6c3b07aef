/** The documents of a fixture as values, written out again in other ways that mean the same, or something else. */
import { parse } from '../../compiler/1-parse/parse.ts';
import type { SourceFile } from '../../compiler/index.ts';
import { collect } from '../../compiler/diagnostics/report.ts';

export const valuesOf = (files: readonly SourceFile[]): readonly unknown[] =>
  parse(files, collect().report).map(({ value }) => value);

/** The same documents, last to first, one a file, as JSON whose keys stand the other way round. */
export const reordered = (files: readonly SourceFile[]): readonly SourceFile[] =>
  asFiles(valuesOf(files).map(reverseKeys)).toReversed();

/** The same documents in one file, last to first, with other white space. */
export const joined = (files: readonly SourceFile[]): readonly SourceFile[] => [
  {
    path: 'all.yaml',
    text: valuesOf(files)
      .toReversed()
      .map((value) => JSON.stringify(value, null, 4))
      .join('\n---\n'),
  },
];

/** Each in a file of its own; what JSON has no word for is an empty one. */
export const asFiles = (values: readonly unknown[]): readonly SourceFile[] =>
  values.map((value, index) => ({ path: `${index}.json`, text: JSON.stringify(value) ?? '' }));

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const reverseKeys = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reverseKeys);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, child]) => [key, reverseKeys(child)]),
  );
};

/**
 * Versions of the documents, one run for each document: in each of them it is different in another way, has a mistake in
 * the last but one and is gone in the last.
 */
export function edits(files: readonly SourceFile[]): readonly (readonly (readonly SourceFile[])[])[] {
  const values = valuesOf(files);
  const withOne = (index: number, edit: (value: unknown) => readonly unknown[]) =>
    asFiles(values.flatMap((value, place) => (place === index ? edit(value) : [value])));
  return values.map((_, index) => [
    withOne(index, (value) => [mapLeaves(value, bumped)]),
    withOne(index, (value) => [mapLeaves(value, renamed)]),
    withOne(index, (value) => [{ ...Object(value), mistake: true }]),
    withOne(index, () => []),
  ]);
}

const mapLeaves = (value: unknown, change: (key: string, value: unknown) => unknown, key = ''): unknown => {
  if (Array.isArray(value)) return value.map((item) => mapLeaves(item, change, key));
  if (!isObject(value)) return change(key, value);
  return Object.fromEntries(Object.entries(value).map(([name, child]) => [name, mapLeaves(child, change, name)]));
};

/** Another number that is most likely still allowed: ports, weights, thresholds, the seconds of a duration. */
const bumped = (_: string, value: unknown): unknown => {
  if (typeof value === 'number' && Number.isInteger(value)) return value + 1;
  return typeof value === 'string' && /^\d+(ms|s|m|h)$/.test(value) ? `1s${value}` : value;
};

const RENAMED = new Set(['prefix', 'exact', 'hostname', 'value', 'upstream', 'name']);

/** Another path, host, header value, or reference that may now lead nowhere. */
const renamed = (key: string, value: unknown): unknown =>
  RENAMED.has(key) && typeof value === 'string' ? `${value}2` : value;
