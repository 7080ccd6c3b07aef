/** Commits changes for a request, and answers with what came of it. */
import { canonicalJson } from '../../compiler/canonical-json.ts';
import { textDigest } from '../../compiler/hash.ts';
import type { GatewayName } from '../../compiler/index.ts';
import {
  commitChanges,
  findCommit,
  nameOfDocument,
  planBetween,
  viewCommit,
  type DocumentId,
  type Plan,
  type Propose,
  type RecordedCommit,
  type WorkspaceView,
  type WriteRequest,
  type WriteResult,
} from '../../store/index.ts';
import { etagHeader } from './etags.ts';
import { json } from './media.ts';
import type { Call } from './operation.ts';
import { permitChanges, permitProposal } from './permit.ts';
import { changeJson } from './present.ts';
import { Problem } from './problem.ts';
import { publishChange, type Published } from './publish-change.ts';
import { stillPublished } from './retired.ts';
import { visibleCommit, visibleDiagnostics, visibleEnvoyChanges } from './visible.ts';

export interface Write {
  readonly propose: Propose<never>;
  /** The message of the commit, if the caller gives none. */
  readonly message: string;
  /** The document that the request is about: its etag goes along, and its creation is one. */
  readonly document?: DocumentId;
  /**
   * Who has named the documents that get a value: the caller, so that a refusal may name them, or whoever has looked up what
   * the request comes to. Default: `given`.
   */
  readonly names?: 'given' | 'found';
  /** More members of the answer. */
  readonly more?: () => object;
}

/** @throws Problem for what cannot be committed. */
export async function writeDocuments(call: Call, write: Write): Promise<Response> {
  const { services, principal } = call;
  const isDryRun = call.arguments.flag('dryRun');
  const request = await requestOf(call);
  const base = await baseOf(call);
  const result = await commitChanges<never>(services.workspace, permitted(call, write), {
    author: principal.name,
    message: call.arguments.text('message') ?? write.message,
    now: services.now(),
    mode: isDryRun ? 'plan' : 'commit',
    ...(request && { request }),
    ...(base && { base }),
    refuse: async (plan) => {
      await permitChanges(call, plan);
      await keepLimit(call, plan);
      return undefined;
    },
  });
  const done = await accepted(call, result);
  call.note({ gateways: await gatewaysIn(done.plan) });
  const isCommitted = done.commit !== undefined && done.status === 'committed';
  const published = isCommitted ? await publishChange(call, done.commit, done.plan) : undefined;
  return answer(call, write, done, published);
}

const permitted =
  (call: Call, { propose, names = 'given' }: Write): Propose<never> =>
  async (view) => {
    const proposal = await propose(view);
    if (proposal.status !== 'changes') return proposal;
    const { changes } = proposal;
    call.note({ documents: changes.slice(0, MOST_NOTED).map(({ id }) => nameOfDocument(id)), changes: changes.length });
    await permitProposal(call, view, changes, names);
    return proposal;
  };

/** Documents that are named in the audit log; of more, a commit tells. */
const MOST_NOTED = 100;

/** What has come of a change that was accepted. */
interface Done {
  readonly status: 'committed' | 'planned' | 'unchanged';
  readonly commit: RecordedCommit | undefined;
  readonly plan: Plan;
}

async function accepted(call: Call, result: WriteResult<never>): Promise<Done> {
  switch (result.status) {
    case 'committed':
      call.services.metrics.committed();
      call.note({ commit: result.commit.digest, number: result.commit.number });
      return result;
    case 'planned':
    case 'unchanged':
      return { ...result, commit: result.plan.before.commit };
    case 'repeated':
      return repeated(call, result);
    case 'another-request':
      throw anotherRequest();
    case 'stale':
      throw new Problem(412, {
        title: 'The document is another version than was expected.',
        detail: `${nameOfDocument(result.id)} ${result.etag === undefined ? 'is not there' : 'has another etag'}`,
        ...(result.etag !== undefined && { etag: result.etag }),
      });
    case 'conflict':
      throw new Problem(409, {
        title: 'Somebody else has changed the same document meanwhile.',
        detail: nameOfDocument(result.id),
      });
    case 'invalid':
      throw new Problem(422, {
        title: 'The documents do not compile.',
        diagnostics: await visibleDiagnostics(call, result.plan.after, result.diagnostics),
      });
    case 'refused':
      throw result.refusal;
  }
}

async function repeated(
  call: Call,
  { commit, outcome }: Extract<WriteResult<never>, { status: 'repeated' }>,
): Promise<Done> {
  const { workspace } = call.services;
  const before = outcome === 'unchanged' ? commit : commit && (await parentOf(call, commit));
  if (!commit || before === undefined)
    throw new Problem(409, { title: 'The request was done before, and what it did is not known any more.' });
  const plan = await planBetween(
    workspace.compiler,
    viewCommit(workspace, before ?? undefined),
    viewCommit(workspace, commit),
  );
  await permitChanges(call, plan); // What the caller was allowed then, it may not be any more.
  return { status: outcome, commit, plan };
}

/** `null` if there was none; nothing if it is not there any more. */
const parentOf = async ({ services }: Call, { parent }: RecordedCommit): Promise<RecordedCommit | null | undefined> =>
  parent === null ? null : services.workspace.objects.commit(parent);

async function answer(
  call: Call,
  { document, more }: Omit<Write, 'propose'>,
  { status, commit, plan }: Done,
  automatic: Published | undefined,
): Promise<Response> {
  const isDryRun = call.arguments.flag('dryRun');
  const published = await stillPublished(call, plan);
  const body = {
    status,
    revision: commit ? await visibleCommit(call, commit) : null,
    changes: plan.documents.map((difference) => changeJson(difference, isDryRun ? 'changed-fields' : 'names')),
    gateways: await gatewaysIn(plan),
    diagnostics: await visibleDiagnostics(call, plan.after, plan.compilation.diagnostics),
    ...(isDryRun && { envoy: await visibleEnvoyChanges(call, plan) }),
    ...automatic,
    ...(published.length > 0 && { stillPublished: published }),
    ...more?.(),
  };
  const now = document && (await plan.after.get(document));
  const isNew = status === 'committed' && now && !(await plan.before.get(now.id));
  return json(body, isNew ? 201 : 200, {
    ...(now && { etag: etagHeader(now.etag) }),
    ...(isNew && { location: new URL(call.request.url).pathname + new URL(call.request.url).search }),
  });
}

/** Those that get something else by it. */
async function gatewaysIn({ gateways, compilation }: Plan): Promise<readonly GatewayName[]> {
  const changed = await gateways();
  return changed === 'all' ? compilation.bundles.map(({ manifest }) => manifest.gateway) : changed;
}

/** What the caller has planned the change against. @throws Problem if that cannot be compared any more. */
async function baseOf({ services: { workspace }, arguments: given }: Call): Promise<WorkspaceView | undefined> {
  const named = given.text('base');
  if (named === undefined) return undefined;
  const commit = named === 'none' ? undefined : await findCommit(workspace, named);
  if (named === 'none' || commit) return viewCommit(workspace, commit);
  throw new Problem(409, {
    title: 'What has changed meanwhile cannot be told.',
    detail: `there is no revision ${named}, or not any more`,
  });
}

async function keepLimit({ services }: Call, { before, after }: Plan): Promise<void> {
  const [was, is] = [await before.count(), await after.count()];
  if (is > services.limits.documents && is > was)
    throw new Problem(422, {
      title: 'The workspace would have too many documents.',
      detail: `It may have ${services.limits.documents}, and would have ${is}.`,
    });
}

/** A request that has a key is known by it, by who calls, and by what is asked for. */
export async function requestOf(call: Call): Promise<WriteRequest | undefined> {
  const { request, principal } = call;
  const key = call.arguments.text('Idempotency-Key');
  if (key === undefined || call.arguments.flag('dryRun')) return undefined;
  const { pathname, search } = new URL(request.url);
  const content = [request.method, pathname, search, call.mediaType, await call.text()];
  return {
    key: textDigest(canonicalJson([principal.kind, principal.issuer ?? '', principal.name, key])),
    content: textDigest(canonicalJson(content)),
  };
}

export const anotherRequest = (): Problem =>
  new Problem(422, { title: 'The Idempotency-Key belongs to another request.' });
