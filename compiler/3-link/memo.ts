/** Remembers what linking made of documents, so that only those are linked again that changed or that name what did. */
import type { FoundReference, Valid } from '../2-validate/model.ts';
import type { LinkedRoute } from './graph.ts';
import type { Index } from './references.ts';

export interface LinkMemo {
  /** What the references of each document named when nothing was wrong with any document. */
  readonly named: WeakMap<Valid, readonly (Valid | undefined)[]>;
  /** The rules of VirtualHost and Route documents, linked to what {@link named} says. */
  readonly rules: WeakMap<Valid, readonly LinkedRoute[]>;
  /** The routes of each virtual host, by its key, as they were sorted the last time. */
  readonly sorted: Map<string, readonly LinkedRoute[]>;
}

export const createLinkMemo = (): LinkMemo => ({ named: new WeakMap(), rules: new WeakMap(), sorted: new Map() });

/** The memo while one set of documents is linked. */
export interface LinkSession {
  /** Documents that are as they were when nothing was wrong, and so is all that they name: nothing can be wrong now. */
  readonly settled: ReadonlySet<Valid>;
  /** The rules of a document, linked anew unless it is settled. */
  readonly rulesOf: (origin: Valid, link: () => readonly LinkedRoute[]) => readonly LinkedRoute[];
  readonly sorted: LinkMemo['sorted'];
  /** Call it if nothing was wrong with any document. */
  readonly remember: () => void;
}

export function openLinkMemo(memo: LinkMemo, index: Index): LinkSession {
  const settled = settledDocuments(memo, index);
  const fresh = new Map<Valid, readonly LinkedRoute[]>();
  return {
    settled,
    rulesOf: (origin, link) => {
      const known = fresh.get(origin) ?? (settled.has(origin) ? memo.rules.get(origin) : undefined);
      if (known) return known;
      const rules = link();
      fresh.set(origin, rules);
      return rules;
    },
    sorted: memo.sorted,
    remember: () => {
      for (const document of allDocuments(index)) {
        if (!settled.has(document)) memo.named.set(document, namedBy(document, index));
      }
      // Where nothing was wrong, all rules of documents that are not settled were linked.
      for (const [origin, rules] of fresh) memo.rules.set(origin, rules);
    },
  };
}

/** Filters come first: a document is linked together with the filters that it names. */
function settledDocuments({ named }: LinkMemo, index: Index): ReadonlySet<Valid> {
  const settled = new Set<Valid>();
  for (const document of [...index.Filter.values(), ...allDocuments(index)]) {
    const before = named.get(document);
    const isAsBefore = (reference: FoundReference, place: number): boolean => {
      const now = index[reference.kind].get(reference.key);
      return now === before?.[place] && (now?.kind !== 'Filter' || settled.has(now));
    };
    if (before && document.references.every(isAsBefore)) settled.add(document);
  }
  return settled;
}

const allDocuments = (index: Index): readonly Valid[] =>
  Object.values(index).flatMap((documents): readonly Valid[] => [...documents.values()]);

const namedBy = (document: Valid, index: Index): readonly (Valid | undefined)[] =>
  document.references.map(({ kind, key }) => index[kind].get(key));
