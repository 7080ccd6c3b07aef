/** Many documents at once: apply a set of them, and export. */
import { Document } from 'yaml';
import {
  nameOfDocument,
  treeKeyOf,
  type DocumentChange,
  type DocumentValue,
  type StoredDocument,
} from '../../../store/index.ts';
import { readDocuments, type WrittenDocument } from '../bodies.ts';
import * as parameters from '../common-parameters.ts';
import { KINDS } from '../kinds.ts';
import { json, MEDIA, textAs } from '../media.ts';
import type { Call, Operation } from '../operation.ts';
import { checkFieldSelector, chosenDocuments, selectorOf, viewOf } from '../pages.ts';
import { unprocessable } from '../problem.ts';
import { list, object, ref } from '../schemas.ts';
import { writeDocuments } from '../write.ts';

const ANY_DOCUMENT = { oneOf: KINDS.map(ref) };
const LIST = object({ apiVersion: { const: 'v1' }, kind: { const: 'List' }, items: list(ANY_DOCUMENT) });

export const DOCUMENTS_BODY = {
  description: 'A document, a `List` of documents, files, or several YAML documents with `---` between them.',
  content: {
    [MEDIA.json]: { oneOf: [...KINDS.map(ref), LIST, ref('Files')] },
    [MEDIA.yaml]: { oneOf: [...KINDS.map(ref), LIST] },
  },
} as const;

const PRUNE = {
  name: 'prune',
  in: 'query',
  description:
    'Whether documents that are not in the set are deleted. With `namespace`, `labelSelector` or `fieldSelector` only those that these choose, and the set may hold no others.',
  schema: { type: 'boolean', default: false },
} as const;

const apply: Operation = {
  id: 'applyDocuments',
  method: 'post',
  path: '/v1/apply',
  tag: 'Documents',
  summary: 'Create, replace and prune documents in one revision',
  description: 'All of it or nothing. What is as it was already is left alone.',
  parameters: [
    PRUNE,
    parameters.ANY_NAMESPACE,
    parameters.LABELS,
    parameters.FIELDS,
    parameters.BASE,
    parameters.DRY_RUN,
    parameters.MESSAGE,
    parameters.IDEMPOTENCY_KEY,
  ],
  body: DOCUMENTS_BODY,
  answers: {
    200: { description: 'What the change has done.', content: { [MEDIA.json]: ref('WriteResult') } },
    409: { description: 'Somebody else has changed one of the documents meanwhile.' },
  },
  needs: 'write',
  async handle(call) {
    const written = await readDocuments(call);
    if (written.length === 0) throw unprocessable('the body holds no document');
    await checkFieldSelector(call);
    checkScope(call, written);
    return applyDocuments(
      call,
      written,
      `apply ${written.length === 1 ? 'a document' : `${written.length} documents`}`,
    );
  },
};

/** Commits a set of documents; for those who make documents of something else, too. */
export const applyDocuments = (
  call: Call,
  written: readonly WrittenDocument[],
  message: string,
  more?: () => object,
): Promise<Response> =>
  writeDocuments(call, {
    message,
    ...(more && { more }),
    propose: async (view) => {
      const kept = new Set(written.map(({ id }) => treeKeyOf(id)));
      const changes: DocumentChange[] = [...written];
      if (call.arguments.flag('prune')) {
        const namespace = call.arguments.text('namespace');
        for await (const document of chosenDocuments(call, view, namespace === undefined ? {} : { namespace }))
          if (!kept.has(treeKeyOf(document.id))) changes.push({ id: document.id, value: undefined });
      }
      return { status: 'changes', changes };
    },
  });

/** Of documents outside of the scope, pruning would not notice when they leave the set. */
function checkScope(call: Call, written: readonly WrittenDocument[]): void {
  const select = selectorOf(call);
  const namespace = call.arguments.text('namespace');
  const isChosen = ({ id, value }: WrittenDocument): boolean =>
    (namespace === undefined || id.namespace === namespace) && select({ id, value });
  const stray = written.find((document) => !isChosen(document));
  if (stray)
    throw unprocessable(
      `${nameOfDocument(stray.id)} is not what "namespace" and the selectors choose, which say what "prune" may delete; ` +
        'a document says by itself which namespace it is in',
    );
}

const exportDocuments: Operation = {
  id: 'exportDocuments',
  method: 'get',
  path: '/v1/export',
  tag: 'Documents',
  summary: 'Give all documents in one text that can be applied again',
  parameters: [
    {
      name: 'format',
      in: 'query',
      description: '`yaml`: documents with `---` between them; `json`: a `List`.',
      schema: { type: 'string', enum: ['yaml', 'json'], default: 'yaml' },
    },
    { name: 'kind', in: 'query', description: 'Only documents of this kind.', schema: { type: 'string', enum: KINDS } },
    parameters.ANY_NAMESPACE,
    parameters.LABELS,
    parameters.FIELDS,
    parameters.AT_REVISION,
  ],
  answers: {
    200: { description: 'The documents.', content: { [MEDIA.yaml]: {}, [MEDIA.json]: LIST } },
    404: { description: 'There is no such revision.' },
    422: { description: 'There is no field that the selector names.' },
  },
  needs: 'read',
  async handle(call) {
    const kind = KINDS.find((known) => known === call.arguments.text('kind'));
    const namespace = call.arguments.text('namespace');
    const view = await viewOf(call);
    const documents: StoredDocument[] = [];
    const range = { ...(kind && { kind }), ...(namespace !== undefined && { namespace }) };
    for await (const document of chosenDocuments(call, view, range)) documents.push(document);
    if (call.arguments.text('format') === 'json')
      return json({ apiVersion: 'v1', kind: 'List', items: documents.map(({ value }) => value) });
    return textAs(MEDIA.yaml, documents.map(({ value }) => yamlOf(value)).join('---\n'));
  },
};

/** Texts that YAML 1.1 takes for something else (`off`, `012`) get quotes: Kubernetes' tools still read it. */
const yamlOf = (value: DocumentValue): string =>
  new Document(value, { version: '1.2', aliasDuplicateObjects: false, compat: 'yaml-1.1' }).toString({
    lineWidth: 0,
    singleQuote: true,
  });

export const COLLECTION_OPERATIONS: readonly Operation[] = [apply, exportDocuments];
