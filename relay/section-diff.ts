/** What differs between two sections, and what a client holds between one and the other. Each pair is compared once. */
import { createHash } from 'node:crypto';
import type { Entry } from '../compiler/5-pack/read.ts';
import { memoizePair } from './memoize.ts';
import { nameSet, type NameSet } from './name-set.ts';
import { layered, type Layer, type Part, type Section } from './section.ts';

export interface SectionDiff {
  /** Entries of the newer section that are new, or have another version than before. */
  readonly changed: readonly Entry[];
  /** Names that only the older section has. */
  readonly removed: NameSet;
}

/** Compares the parts that only one of the sections has. */
export const diffSections: (older: Section, newer: Section) => SectionDiff = memoizePair((older, newer) => {
  const before = new Map(partsNotIn(older, newer).flatMap((part) => part.map((entry) => [entry.name, entry])));
  const changed: Entry[] = [];
  for (const entry of partsNotIn(newer, older).flat()) {
    if (before.get(entry.name)?.version !== entry.version) changed.push(entry);
    before.delete(entry.name);
  }
  return { changed, removed: nameSet(before.keys()) };
});

function partsNotIn(section: Section, other: Section): readonly Part[] {
  const shared = new Set(other.parts);
  return section.parts.filter((part) => !shared.has(part));
}

/**
 * The newer section together with what only the older one has: what a client holds while it moves from one to the other.
 *
 * The version names the sections that it is made of, the newest first, for example `b+a`: a relay that knows those can
 * tell what a client has that reports it.
 */
export const overlay: (newer: Section, older: Section) => Section = memoizePair((newer, older) => {
  if (older.layers[0]?.version === newer.version) return older; // It is, or begins with, the newer one already.
  const { removed } = diffSections(older, newer);
  const kept = older.layers.map((layer) => only(layer, removed)).filter(({ parts }) => parts.length > 0);
  if (kept.length === 0) return newer;
  const layers = [...newer.layers, ...kept];
  return layered(newer.typeUrl, layers.map(({ version }) => version).join(SEPARATOR), layers);
});

/**
 * The section without these names. Its version is one that nothing can be made anew from: a client that reports it is sent
 * everything.
 */
export const without: (section: Section, gone: NameSet) => Section = memoizePair((section, gone) => {
  const layers = section.layers
    .map((layer) => except(layer, gone))
    .filter(({ parts }, index) => index === 0 || parts.length > 0);
  return layered(section.typeUrl, layers.map(({ version }) => version).join(SEPARATOR), layers);
});

const SEPARATOR = '+';
/** A client may report any text; none that a relay gave it names more sections than a relay remembers. */
const MOST_LAYERS = 16;

/** The section with this version, made anew if it is an overlay of sections that are known. */
export function sectionOfVersion(
  version: string,
  known: (version: string) => Section | undefined,
): Section | undefined {
  const [oldest, ...newer] = version
    .split(SEPARATOR, MOST_LAYERS + 1)
    .map(known)
    .toReversed();
  if (newer.length >= MOST_LAYERS) return undefined;
  return newer.reduce((below, above) => (below && above ? overlay(above, below) : undefined), oldest);
}

/** The parts of a layer that have one of these names, with the other names left out. */
function only({ version, parts }: Layer, { names }: NameSet): Layer {
  if (names.size === 0) return { version, parts: [] };
  const kept = parts.map((part) => {
    const entries = part.filter(({ name }) => names.has(name));
    return entries.length === part.length ? part : entries;
  });
  return { version, parts: kept.filter((part) => part.length > 0) };
}

/** The layer without these names; another version, if it has any of them. */
function except({ version, parts }: Layer, { names }: NameSet): Layer {
  const isLeft = ({ name }: Entry): boolean => !names.has(name);
  if (parts.every((part) => part.every(isLeft))) return { version, parts };
  const left = parts.map((part) => part.filter(isLeft)).filter((part) => part.length > 0);
  return { version: `${version}-${digestOf(names)}`, parts: left };
}

const digestOf = (names: ReadonlySet<string>): string =>
  createHash('sha256')
    .update([...names].toSorted().join('\0'))
    .digest('base64url')
    .slice(0, 8);
