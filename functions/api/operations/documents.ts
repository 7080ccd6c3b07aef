/** Each kind of document: list, get, put, patch, delete. */
import type { Kind } from '../../../compiler/2-validate/model.ts';
import {
  nameOfDocument,
  type DocumentId,
  type Propose,
  type Referrer,
  type WorkspaceView,
} from '../../../store/index.ts';
import { checkDocuments, parseJson, readDocuments, wrongMediaType } from '../bodies.ts';
import * as parameters from '../common-parameters.ts';
import { etagHeader, expectationOf, hasVersion } from '../etags.ts';
import { aKind, KINDS, pluralOf, resourceOf } from '../kinds.ts';
import { json, MEDIA } from '../media.ts';
import type { Body, Call, Operation } from '../operation.ts';
import { readPage, viewOf } from '../pages.ts';
import { readJsonPatch, readMergePatch, type Patch } from '../patch.ts';
import { documentFor, mayRead, permitNamespace } from '../permit.ts';
import { referrerJson } from '../present.ts';
import { notFound, Problem, unprocessable } from '../problem.ts';
import { list, object, ref } from '../schemas.ts';
import { visibleCommit } from '../visible.ts';
import { writeDocuments } from '../write.ts';
import { withNamespace } from '../written.ts';

const collectionOf = (kind: Kind): string => `/v1/${resourceOf(kind)}`;
const itemOf = (kind: Kind): string => `${collectionOf(kind)}/{name}`;

const WRITTEN = { description: 'What the change has done.', content: { [MEDIA.json]: ref('WriteResult') } } as const;
const WRITE_PARAMETERS = [parameters.BASE, parameters.DRY_RUN, parameters.MESSAGE, parameters.IDEMPOTENCY_KEY];

function listOperation(kind: Kind): Operation {
  const item = object({ etag: { type: 'string' }, document: ref(kind) });
  const page = object({
    revision: { anyOf: [ref('Commit'), { type: 'null' }] },
    items: list(item),
    'next?': { type: 'string' },
  });
  return {
    id: `list${pluralOf(kind)}`,
    method: 'get',
    path: collectionOf(kind),
    tag: pluralOf(kind),
    summary: `List ${pluralOf(kind)}`,
    description: 'By namespace and name. `next` is left out on the last page.',
    parameters: [
      parameters.ANY_NAMESPACE,
      parameters.LABELS,
      parameters.FIELDS,
      parameters.LIMIT,
      parameters.CURSOR,
      parameters.AT_REVISION,
    ],
    answers: {
      200: { description: 'A page of documents, as they were written.', content: { [MEDIA.json]: page } },
      404: { description: 'There is no such revision.' },
      410: { description: 'The revision of the cursor has been removed.' },
      422: { description: 'There is no field that the selector names.' },
    },
    needs: 'read',
    async handle(call) {
      const namespace = call.arguments.text('namespace');
      const { view, documents, next } = await readPage(call, { kind, ...(namespace !== undefined && { namespace }) });
      return json({
        revision: view.commit ? await visibleCommit(call, view.commit) : null,
        items: documents.map(({ etag, value }) => ({ etag, document: value })),
        ...(next !== undefined && { next }),
      });
    },
  };
}

function getOperation(kind: Kind): Operation {
  return {
    id: `get${kind}`,
    method: 'get',
    path: itemOf(kind),
    about: kind,
    tag: pluralOf(kind),
    summary: `Get ${aKind(kind)}`,
    parameters: [parameters.NAME, parameters.NAMESPACE, parameters.AT_REVISION, parameters.IF_NONE_MATCH_READ],
    answers: {
      200: { description: 'The document, as it was written.', content: { [MEDIA.json]: ref(kind) }, headers: ['etag'] },
      304: { description: 'The document is the version that the caller has.', headers: ['etag'] },
      404: { description: 'There is no such document, or no such revision.' },
    },
    needs: 'read',
    async handle(call) {
      const id = idOf(call, kind);
      const view = await viewOf(call);
      const document = await documentFor(call, view, id);
      if (!document) throw missing(id);
      const headers = { etag: etagHeader(document.etag) };
      if (hasVersion(call.request.headers, document.etag)) return new Response(null, { status: 304, headers });
      return json(document.value, 200, headers);
    },
  };
}

function putOperation(kind: Kind): Operation {
  return {
    id: `put${kind}`,
    method: 'put',
    path: itemOf(kind),
    about: kind,
    tag: pluralOf(kind),
    summary: `Create or replace ${aKind(kind)}`,
    description: 'The namespace may be left out of the document; it is that of the request.',
    parameters: [
      parameters.NAME,
      parameters.NAMESPACE,
      parameters.IF_MATCH,
      parameters.IF_NONE_MATCH_WRITE,
      ...WRITE_PARAMETERS,
    ],
    body: documentBody(kind),
    answers: {
      200: { ...WRITTEN, headers: ['etag'] },
      201: { ...WRITTEN, description: 'The document is new.', headers: ['etag', 'location'] },
      409: { description: 'Somebody else has changed the document meanwhile.' },
      412: { description: 'The document is another version than was expected.' },
    },
    needs: 'write',
    async handle(call) {
      const id = idOf(call, kind);
      const [written, ...others] = await readDocuments(call);
      if (!written || others.length > 0) throw unprocessable('the body must be one document');
      const value = withNamespace(written.value, id);
      const expect = expectationOf(call.request.headers);
      return writeDocuments(call, {
        document: id,
        message: `put ${nameOfDocument(id)}`,
        propose: () => ({ status: 'changes', changes: [{ id, value, ...(expect && { expect }) }] }),
      });
    },
  };
}

const documentBody = (kind: Kind): Body => ({
  description: 'The document.',
  content: { [MEDIA.json]: ref(kind), [MEDIA.yaml]: ref(kind) },
});

function patchOperation(kind: Kind): Operation {
  return {
    id: `patch${kind}`,
    method: 'patch',
    path: itemOf(kind),
    about: kind,
    tag: pluralOf(kind),
    summary: `Change parts of ${aKind(kind)}`,
    parameters: [parameters.NAME, parameters.NAMESPACE, parameters.IF_MATCH, ...WRITE_PARAMETERS],
    body: {
      description: 'A JSON Merge Patch (RFC 7396) or a JSON Patch (RFC 6902).',
      content: { [MEDIA.mergePatch]: { type: 'object' }, [MEDIA.jsonPatch]: ref('JsonPatch') },
    },
    answers: {
      200: { ...WRITTEN, headers: ['etag'] },
      404: { description: 'There is no such document.' },
      409: { description: 'A test of the patch fails, or somebody else has changed the document meanwhile.' },
      412: { description: 'The document is another version than was expected.' },
    },
    needs: 'write',
    async handle(call) {
      const id = idOf(call, kind);
      const patch = await readPatch(call);
      const expect = expectationOf(call.request.headers);
      const propose: Propose<never> = async (view) => {
        await permitNamespace(call, 'write', id.namespace);
        const document = await documentFor(call, view, id);
        if (!document) throw missing(id);
        // As it is named, and written, where it is told of documents that do not compile.
        const path = `${id.kind}/${id.namespace}/${id.name}.json`;
        const [patched] = await checkDocuments([{ path, text: JSON.stringify(patch(document.value), null, 2) }]);
        if (!patched) throw unprocessable('the patch leaves no document');
        return {
          status: 'changes',
          changes: [{ id, value: withNamespace(patched.value, id), ...(expect && { expect }) }],
        };
      };
      return writeDocuments(call, { document: id, message: `patch ${nameOfDocument(id)}`, propose });
    },
  };
}

async function readPatch(call: Call): Promise<Patch> {
  if (call.mediaType === MEDIA.mergePatch) return readMergePatch(parseJson(await call.text()));
  if (call.mediaType === MEDIA.jsonPatch) return readJsonPatch(parseJson(await call.text()));
  const wanted = [MEDIA.mergePatch, MEDIA.jsonPatch];
  throw wrongMediaType(call, wanted, { 'accept-patch': wanted.join(', ') });
}

function deleteOperation(kind: Kind): Operation {
  return {
    id: `delete${kind}`,
    method: 'delete',
    path: itemOf(kind),
    about: kind,
    tag: pluralOf(kind),
    summary: `Delete ${aKind(kind)}`,
    parameters: [parameters.NAME, parameters.NAMESPACE, CASCADE, parameters.IF_MATCH, ...WRITE_PARAMETERS],
    answers: {
      200: WRITTEN,
      404: { description: 'There is no such document.' },
      409: {
        description:
          'Other documents refer to it; the answer names them in `referrers`. Or somebody else has changed it meanwhile.',
      },
      412: { description: 'The document is another version than was expected.' },
    },
    needs: 'write',
    handle(call) {
      const id = idOf(call, kind);
      const expect = expectationOf(call.request.headers);
      return writeDocuments(call, {
        message: `delete ${nameOfDocument(id)}`,
        propose: async (view) => {
          await permitNamespace(call, 'write', id.namespace);
          if (!(await documentFor(call, view, id))) throw missing(id);
          const references = await call.services.workspace.compiler.references(view);
          const dependents = references.dependents([id]);
          if (dependents.length > 0 && !call.arguments.flag('cascade'))
            throw new Problem(409, {
              title: 'Other documents refer to the document.',
              detail: `They refer to ${nameOfDocument(id)}; "cascade" deletes them, too.`,
              referrers: await visibleReferrers(call, view, references.to(id)),
            });
          const changes = dependents.map((other) => ({ id: other, value: undefined }));
          return { status: 'changes', changes: [{ id, value: undefined, ...(expect && { expect }) }, ...changes] };
        },
      });
    },
  };
}

/** Those that the caller may see. */
async function visibleReferrers(
  call: Call,
  view: WorkspaceView,
  referrers: readonly Referrer[],
): Promise<readonly object[]> {
  const visible: object[] = [];
  for (const referrer of referrers) {
    const document = await view.get(referrer.id);
    if (document && (await mayRead(call, view, document))) visible.push(referrerJson(referrer));
  }
  return visible;
}

const CASCADE = {
  name: 'cascade',
  in: 'query',
  description: 'Whether the documents that refer to it are deleted too, and those that refer to them.',
  schema: { type: 'boolean', default: false },
} as const;

const idOf = ({ arguments: given }: Call, kind: Kind): DocumentId => ({
  kind,
  namespace: given.text('namespace') ?? 'default',
  name: given.text('name') ?? '',
});

const missing = (id: DocumentId): Problem => notFound(`there is no ${nameOfDocument(id)}`);

export const DOCUMENT_OPERATIONS: readonly Operation[] = KINDS.flatMap((kind) => [
  listOperation(kind),
  getOperation(kind),
  putOperation(kind),
  patchOperation(kind),
  deleteOperation(kind),
]);
