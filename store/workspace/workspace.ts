/** A set of documents with a history, kept in a bucket like a branch of git. */
import type { Digest } from '../../compiler/5-pack/bundle.ts';
import { StoreError, type Store } from '../store.ts';
import { ancestorAt } from './ancestry.ts';
import type { RecordedCommit } from './commit.ts';
import { createWorkspaceCompiler, type WorkspaceCompiler } from './compiled.ts';
import { isNamespace } from './document.ts';
import { readWorkspaceHead, type HeldHead } from './head.ts';
import { createWorkspaceObjects, type WorkspaceObjects } from './objects.ts';
import { EMPTY_TREE } from './tree/node.ts';
import { createView, type WorkspaceView } from './view.ts';

/** An open workspace. It holds nothing but caches: any number of processes may have it open. */
export interface Workspace {
  readonly store: Store;
  readonly name: string;
  readonly objects: WorkspaceObjects;
  readonly compiler: WorkspaceCompiler;
  /** Does one thing after the other, as two writers of one process would only be in each other's way. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
}

export interface WorkspaceOptions {
  /** How much text of documents is kept in memory, in bytes. */
  readonly cacheBytes?: number;
}

/** @throws RangeError if the name is none. */
export function openWorkspace(store: Store, name: string, { cacheBytes }: WorkspaceOptions = {}): Workspace {
  if (!isNamespace(name)) throw new RangeError(`"${name}" is no name of a workspace`);
  let last: Promise<unknown> = Promise.resolve();
  return {
    store,
    name,
    objects: createWorkspaceObjects(store, cacheBytes),
    compiler: createWorkspaceCompiler(),
    inTurn(work) {
      const result = last.then(work, work);
      last = result.catch(() => undefined); // Whoever waits for the result sees the failure.
      return result;
    },
  };
}

/**
 * The newest documents.
 * @throws StoreError if the bucket cannot be read, or the head is broken.
 */
export const viewHead = async (workspace: Workspace): Promise<WorkspaceView> => (await viewHeldHead(workspace)).view;

export async function viewHeldHead(
  workspace: Workspace,
): Promise<{ readonly held: HeldHead | undefined; readonly view: WorkspaceView }> {
  const held = await readWorkspaceHead(workspace.store, workspace.name);
  const commit = held && (await workspace.objects.commit(held.head.commit));
  if (held && !commit) {
    const reason = `the newest commit of the workspace ${workspace.name} is missing`;
    throw new StoreError(`${workspace.store.location}: ${reason}`, { retryable: false });
  }
  return { held, view: viewCommit(workspace, commit) };
}

/** The documents of a commit; none before the first. */
export const viewCommit = ({ objects }: Workspace, commit: RecordedCommit | undefined): WorkspaceView =>
  createView(objects, objects.node, commit?.tree ?? EMPTY_TREE.digest, commit);

/** The commits from one on, newest first, as far as they are still there. */
export async function* walkCommits({ objects }: Workspace, from: Digest): AsyncGenerator<RecordedCommit> {
  for (let next: Digest | null = from; next !== null;) {
    const commit: RecordedCommit | undefined = await objects.commit(next);
    if (!commit) return;
    yield commit;
    next = commit.parent;
  }
}

/** A commit by its digest, if it belongs to the history of the workspace and not to that of another one of the bucket. */
export async function findInHistory(workspace: Workspace, digest: Digest): Promise<RecordedCommit | undefined> {
  const wanted = await workspace.objects.commit(digest);
  const { commit: head } = await viewHead(workspace);
  if (!wanted || !head) return undefined;
  const own = await ancestorAt(workspace.objects, head, wanted.number);
  return own?.digest === digest ? wanted : undefined;
}

/**
 * A commit by its number, its digest, or the first characters of that, at least eight; `head` is the newest. Digits alone are
 * a number, if there is one so high. Only what belongs to the history of the workspace is found.
 */
export async function findCommit(workspace: Workspace, wanted: string): Promise<RecordedCommit | undefined> {
  const { commit: head } = await viewHead(workspace);
  if (!head || wanted === 'head') return head;
  if (wanted.length === head.digest.length) return findInHistory(workspace, wanted);
  const isNumber = /^[1-9]\d{0,9}$/.test(wanted) && Number(wanted) <= head.number;
  if (isNumber) return ancestorAt(workspace.objects, head, Number(wanted));
  if (wanted.length < 8) return undefined;
  for await (const commit of walkCommits(workspace, head.digest)) if (commit.digest.startsWith(wanted)) return commit;
  return undefined;
}
