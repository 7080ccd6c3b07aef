/** The history of the workspace: revisions, what lies between them, and the way back. */
import {
  findCommit,
  findInHistory,
  planBetween,
  proposeRollback,
  viewCommit,
  walkCommits,
  type RecordedCommit,
} from '../../../store/index.ts';
import * as parameters from '../common-parameters.ts';
import { isObject, parseJson, wrongMediaType } from '../bodies.ts';
import { json, MEDIA } from '../media.ts';
import type { Call, Operation } from '../operation.ts';
import { changeJson } from '../present.ts';
import { badRequest, noRevision, notFound } from '../problem.ts';
import { list, object, ref } from '../schemas.ts';
import { visibleCommit, visibleDifferences, visibleEnvoyDifferences } from '../visible.ts';
import { writeDocuments } from '../write.ts';

const NO_REVISION = { description: 'There is no such revision, or not any more.' } as const;

const REVISION_IN_PATH = {
  name: 'revision',
  in: 'path',
  description: 'A number, a digest, eight characters of one, or `head`.',
  schema: { type: 'string', pattern: parameters.REVISION_PATTERN, examples: ['head'] },
} as const;

const listRevisions: Operation = {
  id: 'listRevisions',
  method: 'get',
  path: '/v1/revisions',
  tag: 'Revisions',
  summary: 'List revisions, the newest first',
  parameters: [
    parameters.LIMIT,
    {
      ...parameters.CURSOR,
      description: 'Where to go on: `next` of the answer before.',
      schema: { type: 'string', pattern: '^[0-9a-f]{64}$' },
    },
  ],
  answers: {
    200: {
      description: 'A page of revisions; `next` is left out on the last.',
      content: { [MEDIA.json]: object({ items: list(ref('Commit')), 'next?': { type: 'string' } }) },
    },
    404: { description: 'The revision of the cursor is not there any more.' },
  },
  needs: 'read',
  async handle(call) {
    const { workspace } = call.services;
    const cursor = call.arguments.text('cursor');
    const from = cursor === undefined ? await findCommit(workspace, 'head') : await findInHistory(workspace, cursor);
    if (cursor !== undefined && !from) throw notFound('the revision of the cursor is not there any more');
    const limit = call.arguments.number('limit') ?? 100;
    const items: RecordedCommit[] = [];
    let next: string | undefined;
    if (from) {
      for await (const commit of walkCommits(workspace, from.digest)) {
        if (items.length === limit) next = commit.digest;
        if (next !== undefined) break;
        items.push(commit);
      }
    }
    const shown = await Promise.all(items.map((commit) => visibleCommit(call, commit)));
    return json({ items: shown, ...(next !== undefined && { next }) });
  },
};

const getRevision: Operation = {
  id: 'getRevision',
  method: 'get',
  path: '/v1/revisions/{revision}',
  tag: 'Revisions',
  summary: 'Get a revision, and what it has changed',
  parameters: [REVISION_IN_PATH],
  answers: {
    200: {
      description: 'The revision. `changes` is left out if the one before it is not there any more.',
      content: { [MEDIA.json]: object({ revision: ref('Commit'), 'changes?': list(ref('DocumentChange')) }) },
    },
    404: NO_REVISION,
  },
  needs: 'read',
  async handle(call) {
    const { workspace } = call.services;
    const commit = await wanted(call, 'revision');
    const revision = await visibleCommit(call, commit);
    const parent = commit.parent === null ? undefined : await workspace.objects.commit(commit.parent);
    if (commit.parent !== null && !parent) return json({ revision });
    const changes = await visibleDifferences(call, viewCommit(workspace, parent), viewCommit(workspace, commit));
    return json({ revision, changes: changes.map((change) => changeJson(change, 'fields')) });
  },
};

const diffRevisions: Operation = {
  id: 'diffRevisions',
  method: 'get',
  path: '/v1/diff',
  tag: 'Revisions',
  summary: 'Compare two revisions: their documents, and what Envoys get by them',
  parameters: [
    { ...parameters.AT_REVISION, name: 'from', description: 'The older revision; default: the one before `to`.' },
    { ...parameters.AT_REVISION, name: 'to', description: 'The newer revision; default: the newest.' },
    {
      name: 'envoy',
      in: 'query',
      description: 'Whether Envoy’s resources are compared too.',
      schema: { type: 'boolean', default: false },
    },
  ],
  answers: { 200: { description: 'What differs.', content: { [MEDIA.json]: ref('Diff') } }, 404: NO_REVISION },
  needs: 'read',
  async handle(call) {
    const { workspace } = call.services;
    const to = await wanted(call, 'to');
    const from = call.arguments.text('from') === undefined ? await parentOf(call, to) : await wanted(call, 'from');
    const [before, after] = [viewCommit(workspace, from), viewCommit(workspace, to)];
    const envoy = call.arguments.flag('envoy')
      ? { envoy: await visibleEnvoyDifferences(call, await planBetween(workspace.compiler, before, after)) }
      : {};
    const changes = await visibleDifferences(call, before, after);
    return json({
      from: await visibleCommit(call, from),
      to: await visibleCommit(call, to),
      changes: changes.map((change) => changeJson(change, 'fields')),
      ...envoy,
    });
  },
};

const rollback: Operation = {
  id: 'rollback',
  method: 'post',
  path: '/v1/rollback',
  tag: 'Revisions',
  summary: 'Make the documents what they were, as a new revision',
  parameters: [parameters.BASE, parameters.DRY_RUN, parameters.MESSAGE, parameters.IDEMPOTENCY_KEY],
  body: {
    description: 'Where to go back to.',
    content: { [MEDIA.json]: object({ revision: { type: 'string', pattern: parameters.REVISION_PATTERN } }) },
  },
  answers: {
    200: { description: 'What the change has done.', content: { [MEDIA.json]: ref('WriteResult') } },
    404: NO_REVISION,
    409: { description: 'Somebody else has changed one of the documents meanwhile.' },
  },
  needs: 'write',
  async handle(call) {
    const { workspace } = call.services;
    if (call.mediaType !== MEDIA.json) throw wrongMediaType(call, [MEDIA.json]);
    const body = parseJson(await call.text());
    const revision = isObject(body) && Object.keys(body).length === 1 ? body['revision'] : undefined;
    if (typeof revision !== 'string' || !new RegExp(parameters.REVISION_PATTERN).test(revision))
      throw badRequest('the body must be an object with a "revision": a number, a digest, or "head", as a text');
    const target = await findCommit(workspace, revision);
    if (!target) throw noRevision(revision);
    return writeDocuments(call, {
      message: `back to revision ${target.number}`,
      propose: proposeRollback(workspace, target),
      names: 'found',
    });
  },
};

async function wanted(call: Call, name: string): Promise<RecordedCommit> {
  const revision = call.arguments.text(name) ?? 'head';
  const commit = await findCommit(call.services.workspace, revision);
  if (!commit) throw noRevision(revision);
  return commit;
}

async function parentOf({ services }: Call, { parent }: RecordedCommit): Promise<RecordedCommit> {
  const commit = parent === null ? undefined : await services.workspace.objects.commit(parent);
  if (!commit) throw notFound('there is no revision before it, or not any more');
  return commit;
}

export const REVISION_OPERATIONS: readonly Operation[] = [listRevisions, getRevision, diffRevisions, rollback];
