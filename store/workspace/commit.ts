/** What happened to a workspace once. Immutable, named by the digest of its canonical JSON; parents form the history. */
import type { Digest } from '../../compiler/5-pack/bundle.ts';
import { canonicalBytes } from '../../compiler/canonical-json.ts';
import { digest } from '../../compiler/hash.ts';
import { isDigest, isNumber, isText, parseObject } from './read-json.ts';

export interface Commit {
  readonly format: typeof COMMIT_FORMAT;
  /** The root of the tree of all documents. */
  readonly tree: Digest;
  /** The commit before this one; `null` for the first. */
  readonly parent: Digest | null;
  /** A commit further back than the parent, to find old ones by; `ancestry.ts` says which. Absent in some, as by those who did not know of it. */
  readonly shortcut?: Digest;
  /** 1 for the first commit of a workspace, then one more than its parent's. */
  readonly number: number;
  readonly author: string;
  readonly message: string;
  /** ISO 8601, UTC. */
  readonly time: string;
}

export const COMMIT_FORMAT = 'enroute.dev/commit/v1';

/** A commit with its name. */
export interface RecordedCommit extends Commit {
  readonly digest: Digest;
}

export interface MadeCommit {
  readonly commit: RecordedCommit;
  readonly bytes: Uint8Array;
}

export function makeCommit(commit: Commit): MadeCommit {
  const bytes = canonicalBytes(commit);
  return { commit: { ...commit, digest: digest(bytes) }, bytes };
}

export function parseCommit(bytes: Uint8Array): Commit | undefined {
  const { format, tree, parent, shortcut, number, author, message, time } = parseObject(bytes);
  if (format !== COMMIT_FORMAT || !isDigest(tree) || !(parent === null || isDigest(parent))) return undefined;
  if (shortcut !== undefined && !isDigest(shortcut)) return undefined;
  if (!isNumber(number) || !isText(author) || !isText(message) || !isText(time)) return undefined;
  return { format, tree, parent, ...(shortcut !== undefined && { shortcut }), number, author, message, time };
}
