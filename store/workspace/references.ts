/** Who refers to whom, among the documents of a workspace. */
import { keyOf, type Valid } from '../../compiler/2-validate/model.ts';
import type { GatewayName } from '../../compiler/index.ts';
import { treeKeyOf, type DocumentId } from './document.ts';

/** A place in a document that names another one. */
export interface Referrer {
  readonly id: DocumentId;
  /** JSON pointers of the places. */
  readonly pointers: readonly string[];
}

export interface References {
  /** The documents that name this one, whether or not it is there. */
  readonly to: (id: DocumentId) => readonly Referrer[];
  /** Those, and the documents that name those, and so on. */
  readonly dependents: (ids: readonly DocumentId[]) => readonly DocumentId[];
  /** The documents that this one names, whether or not they are there. */
  readonly from: (id: DocumentId) => readonly DocumentId[];
  /** The gateways that a document is for: itself, those that it or what uses it names. */
  readonly gateways: (id: DocumentId) => readonly GatewayName[];
}

export function createReferences(documents: readonly Valid[]): References {
  const referrers = new Map<string, Map<string, Referrer>>();
  const targets = new Map<string, DocumentId[]>();
  for (const { kind, namespace, name, references } of documents) {
    const from = { kind, namespace, name };
    for (const { kind: wanted, text, pointer } of references) {
      const to = referredId(wanted, text, namespace);
      const known = referrers.get(treeKeyOf(to)) ?? new Map<string, Referrer>();
      const pointers = [...(known.get(treeKeyOf(from))?.pointers ?? []), pointer];
      referrers.set(treeKeyOf(to), known.set(treeKeyOf(from), { id: from, pointers }));
      targets.set(treeKeyOf(from), [...(targets.get(treeKeyOf(from)) ?? []), to]);
    }
  }
  const to = (id: DocumentId): readonly Referrer[] => [...(referrers.get(treeKeyOf(id))?.values() ?? [])];
  const dependents = (ids: readonly DocumentId[]) => reach(ids, (id) => to(id).map((referrer) => referrer.id));
  return {
    to,
    from: (id) => targets.get(treeKeyOf(id)) ?? [],
    dependents,
    gateways(id) {
      const users = [id, ...dependents([id])];
      const reached = [...users, ...reach(users, (user) => targets.get(treeKeyOf(user)) ?? [])];
      const names = reached.filter(({ kind }) => kind === 'Gateway').map((one) => `${one.namespace}/${one.name}`);
      return [...new Set(names)].sort();
    },
  };
}

/** What can be reached from some documents, without those themselves. */
function reach(from: readonly DocumentId[], next: (id: DocumentId) => readonly DocumentId[]): readonly DocumentId[] {
  const start = new Set(from.map(treeKeyOf));
  const found = new Map<string, DocumentId>();
  const open = [...from];
  for (let id = open.pop(); id; id = open.pop()) {
    for (const other of next(id)) {
      const key = treeKeyOf(other);
      if (start.has(key) || found.has(key)) continue;
      found.set(key, other);
      open.push(other);
    }
  }
  return [...found.values()];
}

function referredId(kind: DocumentId['kind'], text: string, namespace: string): DocumentId {
  const [owner = namespace, name = text] = keyOf(text, namespace).split('/');
  return { kind, namespace: owner, name };
}
