/** Documents as one request of GraphQL sees them: with defaults, followed by name, and none that are not its business. */
import type { Kind, Valid } from '../../compiler/2-validate/model.ts';
import { keyOf } from '../../compiler/2-validate/model.ts';
import { DEFAULT_NAMESPACE, type DocumentId } from '../../store/index.ts';
import { refuseUnknownFields } from '../api/fields.ts';
import type { Call } from '../api/operation.ts';
import { mayRead } from '../api/permit.ts';
import { fieldsIn, parseFieldSelector, parseLabelSelector, type Select } from '../api/selectors.ts';
import { visibleCommit } from '../api/visible.ts';
import { GIVEN_COST, LOOK_COST, OPERATION_COST, type Budget } from './budget.ts';
import { createOpen, inRange, type Opened } from './opened.ts';

/** A document as its type in the schema has it. */
export type GraphqlDocument = Readonly<Record<string, unknown>> & {
  readonly kind: Kind;
  readonly etag: string;
};

export interface Page {
  readonly nodes: readonly GraphqlDocument[];
  readonly next: string | null;
  /** What the page shows; nothing if nothing was ever committed. Only looked at if somebody asks. */
  readonly revision: () => Promise<object | null>;
}

export interface PageArguments {
  readonly namespace?: string | null;
  readonly labelSelector?: string | null;
  readonly fieldSelector?: string | null;
  readonly revision?: string | null;
  readonly first: number;
  readonly after?: string | null;
}

export interface Documents {
  /**
   * Nothing if it is not there, is not valid, or may not be seen.
   * @param revision the newest, if there is none
   */
  readonly get: (kind: Kind, key: string, revision: string | null | undefined) => Promise<GraphqlDocument | null>;
  readonly page: (kind: Kind, wanted: PageArguments) => Promise<Page>;
  readonly users: (document: GraphqlDocument) => Promise<readonly GraphqlDocument[]>;
  /** The document that a part of another one names, in the same revision. */
  readonly follow: (part: object, kind: Kind, name: string) => Promise<GraphqlDocument | null>;
}

const MOST_ON_A_PAGE = 1_000;

/**
 * The newest revision is the one when the request came. Each document that is given or looked at, however often, has its
 * price.
 */
export function openDocuments(call: Call, { spend }: Budget): Documents {
  const open = createOpen(call, spend);
  const places = new WeakMap<object, { readonly opened: Opened; readonly namespace: string }>();

  const show = (valid: Valid, opened: Opened): Promise<GraphqlDocument | null> => {
    const known = opened.shown.get(valid);
    if (known) return known;
    const value = opened.isHead ? valid.value : structuredClone(valid.value);
    const shown = present(call, opened, valid, value).then((document) => {
      if (document) places.set(document, { opened, namespace: valid.namespace });
      return document;
    });
    opened.shown.set(valid, shown);
    for (const part of objectsIn(value)) places.set(part, { opened, namespace: valid.namespace });
    return shown;
  };
  const find = (opened: Opened, kind: Kind, key: string): Promise<GraphqlDocument | null> | null => {
    spend(GIVEN_COST);
    const valid = opened.byKey.get(kind)?.get(key);
    return valid ? show(valid, opened) : null;
  };

  return {
    get: async (kind, key, revision) => find(await open(revision ?? undefined), kind, key),
    async page(kind, { namespace, labelSelector, fieldSelector, revision, first, after }) {
      if (fieldSelector) await refuseUnknownFields(fieldsIn(fieldSelector), [kind]);
      const opened = await open(revision ?? undefined);
      const hasLabels = labelSelector ? parseLabelSelector(labelSelector) : undefined;
      const hasFields = fieldSelector ? parseFieldSelector(fieldSelector) : undefined;
      const nodes: GraphqlDocument[] = [];
      const most = Math.min(Math.max(first, 1), MOST_ON_A_PAGE);
      const page = { nodes, next: null, revision: () => revisionOf(call, opened, spend) };
      for (const valid of inRange(opened.inOrder.get(kind) ?? [], namespace ?? undefined, after ?? undefined)) {
        spend(LOOK_COST);
        if (hasLabels && !hasLabels({ id: idOf(valid), value: { ...valid.value } })) continue;
        if (hasFields && !(await isChosen(opened, valid, hasFields))) continue;
        const shown = await show(valid, opened);
        if (!shown) continue;
        if (nodes.length === most) return { ...page, next: keyOfDocument(nodes.at(-1)) };
        spend(GIVEN_COST);
        nodes.push(shown);
      }
      return page;
    },
    async users(document) {
      const { opened } = places.get(document) ?? { opened: await open(undefined) };
      const [namespace = '', name = ''] = (keyOfDocument(document) ?? '').split('/');
      const referrers = opened.references.to({ kind: document.kind, namespace, name });
      const users = referrers.map(({ id }) => find(opened, id.kind, `${id.namespace}/${id.name}`));
      return (await Promise.all(users)).filter((user) => user !== null);
    },
    async follow(part, kind, name) {
      const { opened, namespace } = places.get(part) ?? { opened: await open(undefined), namespace: DEFAULT_NAMESPACE };
      return find(opened, kind, keyOf(name, namespace));
    },
  };
}

function* objectsIn(value: unknown): Iterable<object> {
  if (typeof value !== 'object' || value === null) return;
  yield value;
  for (const child of Object.values(value)) yield* objectsIn(child);
}

/** Fields are those that were written, as everywhere else: not those that are filled in. */
async function isChosen({ view }: Opened, valid: Valid, select: Select): Promise<boolean> {
  const stored = await view.get(idOf(valid));
  return stored !== undefined && select(stored);
}

async function revisionOf(call: Call, { view }: Opened, spend: Budget['spend']): Promise<object | null> {
  if (!view.commit) return null;
  spend(OPERATION_COST);
  return visibleCommit(call, view.commit);
}

async function present(call: Call, { view }: Opened, valid: Valid, value: object): Promise<GraphqlDocument | null> {
  const stored = await view.get(idOf(valid));
  if (!stored || !(await mayRead(call, view, stored))) return null;
  return { ...value, kind: valid.kind, etag: stored.etag };
}

const idOf = ({ kind, namespace, name }: Valid): DocumentId => ({ kind, namespace, name });

/** `namespace/name`. */
export function keyOfDocument(document: GraphqlDocument | undefined): string | null {
  const metadata = document?.['metadata'];
  if (typeof metadata !== 'object' || metadata === null || !('namespace' in metadata) || !('name' in metadata))
    return null;
  return `${String(metadata.namespace)}/${String(metadata.name)}`;
}
