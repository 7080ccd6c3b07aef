/** Where a workspace is: the one object of it that is ever replaced, and only by compare-and-swap. */
import type { Digest } from '../../compiler/5-pack/bundle.ts';
import { canonicalBytes } from '../../compiler/canonical-json.ts';
import { workspaceHeadKey } from '../keys.ts';
import { StoreError, type ETag, type Store } from '../store.ts';
import { isDigest, isObject, isText, parseObject } from './read-json.ts';

export interface WorkspaceHead {
  readonly format: typeof HEAD_FORMAT;
  readonly commit: Digest;
  /** The latest requests that have made a commit, the latest last; see {@link MAX_REQUESTS}. */
  readonly requests: readonly DoneRequest[];
}

/** A request that is to be done once, however often it is sent. */
export interface WriteRequest {
  /** Digest of the key that its sender has given it. */
  readonly key: Digest;
  /** Digest of what it asks for. */
  readonly content: Digest;
}

export interface DoneRequest extends WriteRequest {
  /** The commit that it has made; if it has changed nothing, the newest one then. */
  readonly commit: Digest;
  /** That the documents were so already; absent: it has made a commit. */
  readonly unchanged?: true;
  /** ISO 8601, UTC. */
  readonly time: string;
}

export const HEAD_FORMAT = 'enroute.dev/workspace/v1';

/** How many requests are remembered at most, and for how long. */
export const MAX_REQUESTS = 100;
export const REQUESTS_LAST_MS = 24 * 3_600_000;

export interface HeldHead {
  readonly head: WorkspaceHead;
  readonly etag: ETag;
}

/**
 * The head of a workspace; nothing if nothing was ever committed.
 * @throws StoreError if what is there is none.
 */
export async function readWorkspaceHead(store: Store, workspace: string): Promise<HeldHead | undefined> {
  const key = workspaceHeadKey(workspace);
  const found = await store.get(key);
  if (found.status !== 'found') return undefined;
  const head = parseHead(found.bytes);
  if (head) return { head, etag: found.etag };
  throw new StoreError(`${store.location}: ${key} is broken: it is no head of a workspace`, { retryable: false });
}

/** Replaces the head that was read; says whether it still was the head. */
export async function moveWorkspaceHead(
  store: Store,
  workspace: string,
  head: WorkspaceHead,
  from: HeldHead | undefined,
): Promise<boolean> {
  const condition = from ? { match: from.etag } : ({ absent: true } as const);
  return (await store.put(workspaceHeadKey(workspace), canonicalBytes(head), condition)).status === 'written';
}

/** The requests that are still remembered, with one more. */
export function withRequest(
  requests: readonly DoneRequest[],
  done: DoneRequest | undefined,
  now: number,
): readonly DoneRequest[] {
  const kept = requests.filter(({ time, key }) => now - Date.parse(time) < REQUESTS_LAST_MS && key !== done?.key);
  return [...kept, ...(done ? [done] : [])].slice(-MAX_REQUESTS);
}

function parseHead(bytes: Uint8Array): WorkspaceHead | undefined {
  const { format, commit, requests } = parseObject(bytes);
  if (format !== HEAD_FORMAT || !isDigest(commit) || !Array.isArray(requests)) return undefined;
  return requests.every(isDone) ? { format, commit, requests } : undefined;
}

const isDone = (value: unknown): value is DoneRequest =>
  isObject(value) &&
  isDigest(value['key']) &&
  isDigest(value['content']) &&
  isDigest(value['commit']) &&
  isText(value['time']) &&
  (value['unchanged'] === undefined || value['unchanged'] === true);
