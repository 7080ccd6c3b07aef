/**
 * All resources of one type as a snapshot has them: immutable, and shared by every stream that is served from them.
 *
 * A section is parts. Each part is a block of a bundle, and an unchanged block is the same object in the next section,
 * so that comparing two sections looks only at the parts that differ.
 */
import type { Entry } from '../compiler/5-pack/read.ts';
import { NO_NAMES, type NameSet } from './name-set.ts';

/** Some entries in name order (UTF-16 code units). */
export type Part = readonly Entry[];

export interface Section {
  readonly typeUrl: string;
  /** The SotW `version_info`. */
  readonly version: string;
  /** How many resources it has. */
  readonly size: number;
  /** All parts of all layers. None is empty, and no name stands in two of them. */
  readonly parts: readonly Part[];
  /** A plain section has one layer, an overlay several. */
  readonly layers: readonly Layer[];
}

/** Parts whose names are in order throughout, and the version of the section that they come from. */
export interface Layer {
  readonly version: string;
  readonly parts: readonly Part[];
  /** Names that exist, and of which nothing is known yet. */
  readonly pending?: NameSet;
}

/** @throws Error if the names are not in order: then nothing could be found by name. */
export function createSection(
  typeUrl: string,
  version: string,
  parts: readonly Part[],
  pending: NameSet = NO_NAMES,
): Section {
  assertOrder(typeUrl, parts);
  return layered(typeUrl, version, [{ version, parts: parts.filter((part) => part.length > 0), pending }]);
}

/** Whether a name exists, though there is nothing to send yet. */
export const isPending = ({ layers }: Section, name: string): boolean =>
  layers.some(({ pending }) => pending?.names.has(name));

/** A section of layers that have no name in common. */
export function layered(typeUrl: string, version: string, layers: readonly Layer[]): Section {
  const parts = layers.flatMap((layer) => layer.parts);
  return { typeUrl, version, size: parts.reduce((sum, part) => sum + part.length, 0), parts, layers };
}

/** The section of a type of which a bundle has nothing. */
export const emptySection = (typeUrl: string): Section => createSection(typeUrl, 'empty', []);

export function findEntry(section: Section, name: string): Entry | undefined {
  for (const { parts } of section.layers) {
    const part = lastNotAfter(parts, (candidate) => candidate[0]?.name ?? '', name);
    const entry = part && lastNotAfter(part, (candidate) => candidate.name, name);
    if (entry?.name === name) return entry;
  }
  return undefined;
}

/** Binary search: the last of the sorted items whose name is not greater. */
function lastNotAfter<T>(items: readonly T[], nameOf: (item: T) => string, name: string): T | undefined {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = items[middle];
    if (item !== undefined && nameOf(item) <= name) low = middle + 1;
    else high = middle;
  }
  return items[low - 1];
}

export function* entriesOf(section: Section): Iterable<Entry> {
  for (const part of section.parts) yield* part;
}

function assertOrder(typeUrl: string, parts: readonly Part[]): void {
  let last: string | undefined;
  for (const part of parts) {
    for (const { name } of part) {
      if (last !== undefined && name <= last) throw new Error(`${typeUrl}: "${name}" stands after "${last}"`);
      last = name;
    }
  }
}
