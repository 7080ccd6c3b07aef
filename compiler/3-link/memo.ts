/** Remembers what linking made of documents, so that only those are linked again that changed or that name what did. */
import { perKind } from '../2-validate/kinds.ts';
import type { Kind, Valid } from '../2-validate/model.ts';
import type { LinkedRoute } from './graph.ts';
import type { Index } from './references.ts';

export interface LinkMemo {
  /** The documents when last nothing was wrong with any of them. */
  sound: Index | undefined;
  /** The rules of VirtualHost and Route documents, linked to the documents in {@link sound}. */
  readonly rules: WeakMap<Valid, readonly LinkedRoute[]>;
  /** The routes of each virtual host, by its key, as they were sorted the last time. */
  readonly sorted: Map<string, readonly LinkedRoute[]>;
}

export const createLinkMemo = (): LinkMemo => ({ sound: undefined, rules: new WeakMap(), sorted: new Map() });

/** The memo while one set of documents is linked. */
export interface LinkSession {
  /** Documents that are new, or that name what is. Nothing can be wrong with the others: they were sound before. */
  readonly unsettled: ReadonlySet<Valid>;
  /** The rules of a document, linked anew if it is unsettled. */
  readonly rulesOf: (origin: Valid, link: () => readonly LinkedRoute[]) => readonly LinkedRoute[];
  readonly sorted: LinkMemo['sorted'];
  /** Call it if nothing was wrong with any document. */
  readonly remember: () => void;
}

export function openLinkMemo(memo: LinkMemo, index: Index): LinkSession {
  const unsettled = unsettledDocuments(memo.sound, index);
  const fresh = new Map<Valid, readonly LinkedRoute[]>();
  return {
    unsettled,
    rulesOf: (origin, link) => {
      const known = fresh.get(origin) ?? (unsettled.has(origin) ? undefined : memo.rules.get(origin));
      if (known) return known;
      const rules = link();
      fresh.set(origin, rules);
      return rules;
    },
    sorted: memo.sorted,
    remember: () => {
      // Where nothing was wrong, all rules of unsettled documents were linked.
      memo.sound = index;
      for (const [origin, rules] of fresh) memo.rules.set(origin, rules);
    },
  };
}

function unsettledDocuments(sound: Index | undefined, index: Index): ReadonlySet<Valid> {
  const changed = changedKeys(sound, index);
  const unsettled = new Set<Valid>();
  // Filters come first: a document is linked together with the filters that it names.
  for (const documents of [index.Filter, ...Object.values(index)]) {
    for (const document of documents.values()) {
      const { kind, key, references } = document;
      if (!changed[kind].has(key) && !references.some((one) => changed[one.kind].has(one.key))) continue;
      unsettled.add(document);
      if (kind === 'Filter') changed.Filter.add(key);
    }
  }
  return unsettled;
}

/** The keys under which there is another document than before, or none any more, or one where there was none. */
const changedKeys = (before: Index | undefined, now: Index) =>
  perKind<Readonly<Record<Kind, Set<string>>>>((kind) => differingKeys(before?.[kind], now[kind]));

type Documents = ReadonlyMap<string, Valid>;

/** Goes through both side by side, since both are sorted: looking up each key takes several times as long. */
function differingKeys(before: Documents = new Map(), now: Documents): Set<string> {
  const keys = new Set<string>();
  const old = before.values();
  let next = old.next();
  for (const document of now.values()) {
    for (; !next.done && next.value !== document && next.value.key < document.key; next = old.next()) {
      keys.add(next.value.key);
    }
    if (next.done || next.value !== document) keys.add(document.key);
    if (next.value?.key === document.key) next = old.next();
  }
  for (; !next.done; next = old.next()) keys.add(next.value.key);
  return keys;
}
