/** Commits changes of documents: all of them or none, and only if the whole set compiles. */
import { hasErrors } from '../../compiler/diagnostics/diagnostic.ts';
import type { Diagnostic } from '../../compiler/index.ts';
import type { Digest } from '../../compiler/5-pack/bundle.ts';
import { commitKey } from '../keys.ts';
import { StoreError } from '../store.ts';
import { uploadObjects } from '../upload.ts';
import { planChanges, type DocumentChange, type Expectation, type MadePlan, type Plan } from './changes.ts';
import { shortcutAfter } from './ancestry.ts';
import { COMMIT_FORMAT, makeCommit, type RecordedCommit } from './commit.ts';
import { etagOfDocument, treeKeyOf, type DocumentId } from './document.ts';
import { endFormerEndpoints } from './former-endpoints.ts';
import {
  HEAD_FORMAT,
  moveWorkspaceHead,
  REQUESTS_LAST_MS,
  withRequest,
  type HeldHead,
  type WriteRequest,
} from './head.ts';
import { viewHeldHead, type Workspace } from './workspace.ts';
import type { WorkspaceView } from './view.ts';

/**
 * What is to be changed, seen what is there. It is asked again if somebody else commits meanwhile.
 * @typeParam R why the caller will have nothing changed
 */
export type Propose<R> = (view: WorkspaceView) => Promise<Proposal<R>> | Proposal<R>;
export type Proposal<R> =
  | { readonly status: 'changes'; readonly changes: readonly DocumentChange[] }
  | { readonly status: 'refused'; readonly refusal: R };

export interface WriteOptions<R> {
  readonly author: string;
  readonly message: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** `plan`: nothing is written, whatever comes of it. */
  readonly mode?: 'commit' | 'plan';
  /** Is carried out at most once, however often the same is asked for; remembered for a day, and for the last hundred. */
  readonly request?: WriteRequest;
  /**
   * What the change was made against: a document that somebody else has changed since then, and that is not yet what it is
   * to become, is a conflict. Absent: only what is changed while this is being done counts.
   */
  readonly base?: WorkspaceView;
  /** A last word: why this must not be; nothing lets it pass. Asked before the caller is told of any diagnostic. */
  readonly refuse?: (plan: Plan) => Promise<R | undefined>;
}

export type WriteResult<R> =
  | { readonly status: 'committed'; readonly commit: RecordedCommit; readonly plan: Plan }
  /** Nothing was written, since nothing was to be; it could have been. */
  | { readonly status: 'planned'; readonly plan: Plan }
  /** The documents are so already. */
  | { readonly status: 'unchanged'; readonly plan: Plan }
  /**
   * The same request has made this commit before, or has changed nothing when it was the newest; nothing if that has been
   * collected since.
   */
  | {
      readonly status: 'repeated';
      readonly outcome: 'committed' | 'unchanged';
      readonly commit: RecordedCommit | undefined;
    }
  /** The key of the request belongs to another one. */
  | { readonly status: 'another-request' }
  /** A document is not what was expected. `etag`: what it is now; absent: it is not there. */
  | { readonly status: 'stale'; readonly id: DocumentId; readonly etag?: Digest }
  /** Somebody else has changed the same document meanwhile. */
  | { readonly status: 'conflict'; readonly id: DocumentId }
  | { readonly status: 'invalid'; readonly diagnostics: readonly Diagnostic[]; readonly plan: Plan }
  | { readonly status: 'refused'; readonly refusal: R };

/** How often others may be faster before it counts as an outage. */
const MAX_TRIES = 30;

/**
 * Commits what is proposed. Of two who change different documents at once both succeed, as the second is checked again
 * together with what the first has done; of two who change the same one, the second gets a conflict.
 * @throws StoreError if the bucket cannot be reached or refuses, or what is needed of the workspace is broken.
 */
export const commitChanges = <R = never>(
  workspace: Workspace,
  propose: Propose<R>,
  options: WriteOptions<R>,
): Promise<WriteResult<R>> => workspace.inTurn(() => tryCommit(workspace, propose, options));

async function tryCommit<R>(
  workspace: Workspace,
  propose: Propose<R>,
  options: WriteOptions<R>,
): Promise<WriteResult<R>> {
  /** What the caller has seen of the documents it changes. */
  const seen = new Map<string, Digest | undefined>();
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const { held, view } = await viewHeldHead(workspace);
    const repeated = await repetition(workspace, held, options);
    if (repeated) return repeated;
    const proposal = await propose(view);
    if (proposal.status === 'refused') return proposal;
    const objection = await checkExpectations(view, proposal.changes, seen, options.base);
    if (objection) return objection;

    const plan = await planChanges(workspace, view, proposal.changes);
    const refusal = await options.refuse?.(plan);
    if (refusal !== undefined) return { status: 'refused', refusal };
    const { diagnostics } = plan.compilation;
    if (hasErrors(diagnostics)) return { status: 'invalid', diagnostics, plan };
    if (plan.after.tree === view.tree) {
      if (await rememberUnchanged(workspace, held, options)) return { status: 'unchanged', plan };
    } else {
      if (options.mode === 'plan') return { status: 'planned', plan };
      await endFormerEndpoints(workspace.store, plan);
      const commit = await write(workspace, held, plan, options);
      if (commit) return { status: 'committed', commit, plan };
    }
    await sleep(Math.random() * Math.min(500, 10 * 2 ** tries));
  }
  const reason = `the workspace ${workspace.name} is changed by others again and again`;
  throw new StoreError(`${workspace.store.location}: ${reason}`, { retryable: true });
}

async function repetition(
  { objects }: Workspace,
  held: HeldHead | undefined,
  { request, now }: Pick<WriteOptions<unknown>, 'request' | 'now'>,
): Promise<WriteResult<never> | undefined> {
  const done = request && held?.head.requests.find(({ key }) => key === request.key);
  if (!request || !done || now - Date.parse(done.time) >= REQUESTS_LAST_MS) return undefined;
  if (done.content !== request.content) return { status: 'another-request' };
  const outcome = done.unchanged ? 'unchanged' : 'committed';
  return { status: 'repeated', outcome, commit: await objects.commit(done.commit) };
}

/** A second try must not change what somebody else has made of the documents since. Says whether the head is still the same. */
async function rememberUnchanged(
  { store, name }: Workspace,
  held: HeldHead | undefined,
  { request, mode, now }: Pick<WriteOptions<unknown>, 'request' | 'mode' | 'now'>,
): Promise<boolean> {
  if (!held || !request || mode === 'plan') return true;
  const done = { ...request, commit: held.head.commit, time: new Date(now).toISOString(), unchanged: true } as const;
  return moveWorkspaceHead(store, name, { ...held.head, requests: withRequest(held.head.requests, done, now) }, held);
}

async function checkExpectations(
  view: WorkspaceView,
  changes: readonly DocumentChange[],
  seen: Map<string, Digest | undefined>,
  base: WorkspaceView | undefined,
): Promise<WriteResult<never> | undefined> {
  for (const { id, value, expect } of changes) {
    const key = treeKeyOf(id);
    const etag = (await view.get(id))?.etag;
    if (seen.has(key) && seen.get(key) !== etag) return { status: 'conflict', id };
    seen.set(key, etag);
    const isOverwritten = base && (await base.get(id))?.etag !== etag && etag !== (value && etagOfDocument(value));
    if (isOverwritten) return { status: 'conflict', id };
    if (expect && !isMet(expect, etag)) return { status: 'stale', id, ...(etag !== undefined && { etag }) };
  }
  return undefined;
}

const isMet = (expect: Expectation, etag: Digest | undefined): boolean =>
  'etags' in expect
    ? etag !== undefined && expect.etags.includes(etag)
    : (etag === undefined) === (expect.state === 'absent');

/** Until the head has moved, which happens at one stroke and last, nobody sees any of it. */
async function write(
  workspace: Workspace,
  held: HeldHead | undefined,
  plan: MadePlan,
  { author, message, now, request }: Pick<WriteOptions<unknown>, 'author' | 'message' | 'now' | 'request'>,
): Promise<RecordedCommit | undefined> {
  const { store, name } = workspace;
  const time = new Date(now).toISOString();
  const parent = plan.before.commit;
  const shortcut = parent && (await shortcutAfter(workspace.objects, parent));
  const { commit, bytes } = makeCommit({
    format: COMMIT_FORMAT,
    tree: plan.after.tree,
    parent: parent?.digest ?? null,
    ...(shortcut !== undefined && { shortcut }),
    number: (parent?.number ?? 0) + 1,
    author,
    message,
    time,
  });
  await uploadObjects(store, plan.objects, [{ key: commitKey(commit.digest), bytes }]);
  const done = request && { ...request, commit: commit.digest, time };
  const requests = withRequest(held?.head.requests ?? [], done, now);
  const moved = await moveWorkspaceHead(store, name, { format: HEAD_FORMAT, commit: commit.digest, requests }, held);
  if (!moved) return undefined;
  plan.remember();
  return commit;
}

/** Commits are made at the edge too, where Node's own timers are not to be had. */
const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
