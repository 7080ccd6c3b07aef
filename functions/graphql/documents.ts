/** The newest documents, as one request of GraphQL sees them: with defaults, followed by name, and none that are not its business. */
import type { Kind, Valid } from '../../compiler/2-validate/model.ts';
import {
  DEFAULT_NAMESPACE,
  viewHead,
  type DocumentId,
  type References,
  type WorkspaceView,
} from '../../store/index.ts';
import { KINDS } from '../api/kinds.ts';
import type { Call } from '../api/operation.ts';
import { mayRead } from '../api/permit.ts';
import { parseLabelSelector } from '../api/selectors.ts';
import { GIVEN_COST, LOOK_COST, type Budget } from './budget.ts';

/** A document as its type in the schema has it. */
export type GraphqlDocument = Readonly<Record<string, unknown>> & {
  readonly kind: Kind;
  readonly etag: string;
};

export interface Page {
  readonly nodes: readonly GraphqlDocument[];
  readonly next: string | null;
}

export interface PageArguments {
  readonly namespace?: string | null;
  readonly labelSelector?: string | null;
  readonly first: number;
  readonly after?: string | null;
}

export interface Documents {
  /** Nothing if it is not there, is not valid, or may not be seen. */
  readonly get: (kind: Kind, key: string) => Promise<GraphqlDocument | null>;
  readonly page: (kind: Kind, wanted: PageArguments) => Promise<Page>;
  readonly users: (document: GraphqlDocument) => Promise<readonly GraphqlDocument[]>;
  /** The namespace of the document that an object is part of. */
  readonly namespaceOf: (part: object) => string;
}

const MOST_ON_A_PAGE = 1_000;

/** Everything is looked at as it was when the request came. Each document that is given or looked at, however often, has its price. */
export function openDocuments(call: Call, { spend }: Budget): Documents {
  let opened: Promise<Opened> | undefined;
  const open = (): Promise<Opened> => (opened ??= openView(call));
  const seen = new WeakMap<Valid, Promise<GraphqlDocument | null>>();
  const namespaces = new WeakMap<object, string>();

  const show = (valid: Valid, { view }: Opened): Promise<GraphqlDocument | null> => {
    const known = seen.get(valid);
    if (known) return known;
    const shown = present(call, view, valid);
    seen.set(valid, shown);
    for (const part of objectsIn(valid.value)) namespaces.set(part, valid.namespace);
    return shown;
  };

  return {
    async get(kind, key) {
      const documents = await open();
      const valid = documents.byKey.get(kind)?.get(key);
      spend(GIVEN_COST);
      return valid ? show(valid, documents) : null;
    },
    async page(kind, { namespace, labelSelector, first, after }) {
      const documents = await open();
      const matches = labelSelector ? parseLabelSelector(labelSelector) : () => true;
      const nodes: GraphqlDocument[] = [];
      const most = Math.min(Math.max(first, 1), MOST_ON_A_PAGE);
      for (const valid of inRange(documents.inOrder.get(kind) ?? [], namespace ?? undefined, after ?? undefined)) {
        spend(LOOK_COST);
        if (!matches({ id: idOf(valid), value: { ...valid.value } })) continue;
        const shown = await show(valid, documents);
        if (!shown) continue;
        if (nodes.length === most) return { nodes, next: keyOfDocument(nodes.at(-1)) };
        spend(GIVEN_COST);
        nodes.push(shown);
      }
      return { nodes, next: null };
    },
    async users(document) {
      const documents = await open();
      const [namespace = '', name = ''] = (keyOfDocument(document) ?? '').split('/');
      const referrers = documents.references.to({ kind: document.kind, namespace, name });
      spend(referrers.length * GIVEN_COST);
      const users = referrers.map(({ id }) => {
        const valid = documents.byKey.get(id.kind)?.get(`${id.namespace}/${id.name}`);
        return valid ? show(valid, documents) : null;
      });
      return (await Promise.all(users)).filter((user) => user !== null);
    },
    namespaceOf: (part) => namespaces.get(part) ?? DEFAULT_NAMESPACE,
  };
}

function* objectsIn(value: unknown): Iterable<object> {
  if (typeof value !== 'object' || value === null) return;
  yield value;
  for (const child of Object.values(value)) yield* objectsIn(child);
}

interface Opened {
  readonly view: WorkspaceView;
  readonly byKey: ReadonlyMap<Kind, ReadonlyMap<string, Valid>>;
  /** By their keys, as they are validated. */
  readonly inOrder: ReadonlyMap<Kind, readonly Valid[]>;
  readonly references: References;
}

async function openView({ services: { workspace } }: Call): Promise<Opened> {
  const view = await viewHead(workspace);
  return {
    view,
    ...arranged(await workspace.compiler.validate(view)),
    references: await workspace.compiler.references(view),
  };
}

type Arranged = Pick<Opened, 'byKey' | 'inOrder'>;

const known = new WeakMap<readonly Valid[], Arranged>();

/** Done once for what was validated once. */
function arranged(valid: readonly Valid[]): Arranged {
  const found = known.get(valid);
  if (found) return found;
  const inOrder = new Map(KINDS.map((kind) => [kind, valid.filter((one) => one.kind === kind)]));
  const byKey = new Map([...inOrder].map(([kind, ones]) => [kind, new Map(ones.map((one) => [one.key, one]))]));
  const made = { byKey, inOrder };
  known.set(valid, made);
  return made;
}

/** Those of a namespace, after a key. What stands before and behind them is not looked at. */
function* inRange(
  inOrder: readonly Valid[],
  namespace: string | undefined,
  after: string | undefined,
): Generator<Valid> {
  const prefix = namespace === undefined ? '' : `${namespace}/`;
  let [index, end] = [0, inOrder.length];
  while (index < end) {
    const middle = Math.floor((index + end) / 2);
    const key = inOrder[middle]?.key ?? '';
    if (key < prefix || (after !== undefined && key <= after)) index = middle + 1;
    else end = middle;
  }
  for (let at = inOrder[index]; at?.key.startsWith(prefix); at = inOrder[++index]) yield at;
}

async function present(call: Call, view: WorkspaceView, valid: Valid): Promise<GraphqlDocument | null> {
  const stored = await view.get(idOf(valid));
  if (!stored || !(await mayRead(call, view, stored))) return null;
  return { ...valid.value, etag: stored.etag };
}

const idOf = ({ kind, namespace, name }: Valid): DocumentId => ({ kind, namespace, name });

/** `namespace/name`. */
export function keyOfDocument(document: GraphqlDocument | undefined): string | null {
  const metadata = document?.['metadata'];
  if (typeof metadata !== 'object' || metadata === null || !('namespace' in metadata) || !('name' in metadata))
    return null;
  return `${String(metadata.namespace)}/${String(metadata.name)}`;
}
