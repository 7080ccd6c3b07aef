/** Pages of documents: each shows the revision that the first has shown. */
import {
  findCommit,
  findInHistory,
  idOfTreeKey,
  treeKeyOf,
  viewCommit,
  viewHead,
  type ScanRange,
  type StoredDocument,
  type WorkspaceView,
} from '../../store/index.ts';
import type { Kind } from '../../compiler/2-validate/model.ts';
import { refuseUnknownFields } from './fields.ts';
import type { Call } from './operation.ts';
import { mayRead } from './permit.ts';
import { badRequest, noRevision, notFound, Problem } from './problem.ts';
import { KINDS } from './kinds.ts';
import { fieldsIn, parseFieldSelector, parseLabelSelector, type Select } from './selectors.ts';

export interface Page {
  readonly view: WorkspaceView;
  readonly documents: readonly StoredDocument[];
  /** Absent on the last page. */
  readonly next?: string;
}

/** The documents of a view that a request asks for; the newest, unless it names a revision. */
export async function viewOf(call: Call): Promise<WorkspaceView> {
  const { workspace } = call.services;
  const revision = call.arguments.text('revision');
  if (revision === undefined) return viewHead(workspace);
  const commit = await findCommit(workspace, revision);
  if (!commit) throw noRevision(revision);
  return viewCommit(workspace, commit);
}

export async function readPage(call: Call, range: ScanRange): Promise<Page> {
  const cursor = call.arguments.text('cursor');
  const from = cursor === undefined ? undefined : parseCursor(cursor);
  if (from && call.arguments.text('revision') !== undefined)
    throw badRequest('a "cursor" belongs to a revision already: "revision" cannot be given with it');
  const view = from ? await viewOfCursor(call, from) : await viewOf(call);
  const limit = call.arguments.number('limit') ?? 100;
  const documents: StoredDocument[] = [];
  for await (const document of chosenDocuments(call, view, { ...range, ...(from && { after: from.after }) })) {
    const last = documents.at(-1);
    if (documents.length === limit && last) return { view, documents, next: cursorAt(view, last) };
    documents.push(document);
  }
  return { view, documents };
}

/** Those of a range that the request selects, and that the caller may see. */
export async function* chosenDocuments(
  call: Call,
  view: WorkspaceView,
  range: ScanRange,
): AsyncGenerator<StoredDocument> {
  await checkFieldSelector(call, range.kind);
  const select = selectorOf(call);
  for await (const document of view.scan(range))
    if (select(document) && (await mayRead(call, view, document))) yield document;
}

/** @throws Problem if the request names a field that no document of the kind, or of any, has */
export async function checkFieldSelector({ arguments: given }: Call, kind?: Kind): Promise<void> {
  const fields = given.text('fieldSelector');
  if (fields !== undefined) await refuseUnknownFields(fieldsIn(fields), kind ? [kind] : KINDS);
}

export function selectorOf({ arguments: given }: Call): Select {
  const labels = given.text('labelSelector');
  const fields = given.text('fieldSelector');
  const selects = [
    ...(labels === undefined ? [] : [parseLabelSelector(labels)]),
    ...(fields === undefined ? [] : [parseFieldSelector(fields)]),
  ];
  return (document) => selects.every((select) => select(document));
}

interface Cursor {
  readonly commit: string;
  readonly after: StoredDocument['id'];
}

const cursorAt = ({ commit }: WorkspaceView, { id }: StoredDocument): string =>
  btoa(`${commit?.digest ?? ''} ${treeKeyOf(id)}`)
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');

function parseCursor(cursor: string): Cursor {
  const decoded =
    /^[\w-]+$/.test(cursor) && cursor.length % 4 !== 1 ? atob(cursor.replaceAll('-', '+').replaceAll('_', '/')) : '';
  const [, commit, key] = /^([0-9a-f]{64}) ([A-Za-z]+ [-a-z0-9]+ [-a-z0-9.]+)$/.exec(decoded) ?? [];
  const kind = key?.split(' ')[0];
  if (commit === undefined || key === undefined || !KINDS.some((known) => known === kind))
    throw notFound('the cursor is none that was given here');
  return { commit, after: idOfTreeKey(key) };
}

async function viewOfCursor({ services }: Call, { commit }: Cursor): Promise<WorkspaceView> {
  const found = await findInHistory(services.workspace, commit);
  if (!found)
    throw new Problem(410, {
      title: 'The revision is not there any more.',
      detail: 'Begin again with the first page.',
    });
  return viewCommit(services.workspace, found);
}
