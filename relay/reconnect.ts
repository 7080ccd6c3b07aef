/** What a client that connects anew says that it has, compared with what there is. Pure. */
import { NOTHING_HELD, type Held } from './delivery.ts';
import { memoizePair } from './memoize.ts';
import { difference, nameSet, union, type NameSet } from './name-set.ts';
import { entriesOf, type Section } from './section.ts';
import type { KnownVersions } from './wire/known-versions.ts';

export type Report =
  /** SotW, wildcard: the version of everything. */
  | { readonly kind: 'version'; readonly version: string }
  /** Delta: the version of each resource. */
  | { readonly kind: 'versions'; readonly initial: KnownVersions };

/** A delta client lacks what it does not name or has in another version, and must remove what is not there any more. */
export function heldByReport(initial: KnownVersions, section: Section, owed: NameSet): Held {
  const { outdated, stray, names } = compare(initial, section);
  return { ...NOTHING_HELD, base: section, forgotten: union(outdated, difference(owed, names)), stray };
}

/** Clients that connect anew together report the same, so it is compared once. */
const compare = memoizePair(({ versions }: KnownVersions, section: Section) => {
  const missing = new Set(versions.keys());
  const outdated: string[] = [];
  for (const { name, version } of entriesOf(section)) {
    missing.delete(name);
    if (versions.get(name) !== version) outdated.push(name);
  }
  return { outdated: nameSet(outdated), stray: nameSet(missing), names: nameSet(versions.keys()) };
});
