/** How a list of documents changes, as its API tells. */
import type { Remote } from './client.ts';
import { nameOf, namespaceOf, type Item } from './columns.ts';
import { follow, type OnFollowing } from './events.ts';
import { textIn } from './json.ts';

/** Documents that were asked for, as of one revision. */
export interface Listing {
  readonly items: readonly Item[];
  /** The digest of the revision; absent: there is none yet. */
  readonly revision?: string;
}

/** Gives the documents as of a revision; of the newest, if none is named. */
export type ListDocuments = (revision?: string) => Promise<Listing>;

export interface ItemChange {
  /** `removed`: it is not there any more, or no selector chooses it. */
  readonly change: 'added' | 'changed' | 'removed';
  /** As it is, or as it was last. */
  readonly item: Item;
}

/** Comes before each commit. */
const NO_COMMIT = '0'.repeat(64);

/**
 * What changes after a listing, commit by commit, until the signal. Each time all is listed anew, since what a commit has
 * changed does not say what selectors make of it, or what the caller may see.
 * @throws Failure if the API cannot be reached, or refuses.
 */
export async function* changesAfter(
  { items, revision = NO_COMMIT }: Listing,
  list: ListDocuments,
  { remote, signal, onFollowing }: { remote: Remote; signal: AbortSignal; onFollowing: OnFollowing },
): AsyncGenerator<ItemChange> {
  let before = items;
  for await (const { name, data } of follow(remote, { signal, onFollowing, last: revision })) {
    if (name !== 'commit') continue;
    const { items: after } = await list(textIn(data, 'digest'));
    yield* differences(before, after);
    before = after;
  }
}

/** Those that are there now in their order, then those that are not any more. */
export function differences(before: readonly Item[], after: readonly Item[]): readonly ItemChange[] {
  const [old, now] = [byKey(before), byKey(after)];
  return [
    ...[...now].flatMap(([key, item]): ItemChange[] => {
      const known = old.get(key);
      if (known && textIn(known, 'etag') === textIn(item, 'etag')) return [];
      return [{ change: known ? 'changed' : 'added', item }];
    }),
    ...[...old].flatMap(([key, item]): ItemChange[] => (now.has(key) ? [] : [{ change: 'removed', item }])),
  ];
}

const byKey = (items: readonly Item[]): ReadonlyMap<string, Item> =>
  new Map(items.map((item) => [`${namespaceOf(item)}/${nameOf(item)}`, item]));
