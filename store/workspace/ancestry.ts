/**
 * How an old commit is found without reading each one since: a commit also names one from further back. Of a thousand commits
 * fifty at most are read on the way to any, of a million two hundred.
 */
import type { Digest } from '../../compiler/5-pack/bundle.ts';
import type { RecordedCommit } from './commit.ts';
import type { WorkspaceObjects } from './objects.ts';

/** The number of the commit that this one names: its own, less the lowest binary digit that is 1. */
const shortcutOf = (number: number): number => number & (number - 1);

/** The commit that the next one after `parent` is to name; nothing if that is `parent` itself, or none. */
export async function shortcutAfter(objects: WorkspaceObjects, parent: RecordedCommit): Promise<Digest | undefined> {
  const number = shortcutOf(parent.number + 1);
  if (number === 0 || number === parent.number) return undefined;
  return (await ancestorAt(objects, parent, number))?.digest;
}

/** The commit with this number, on the way from one back; nothing if it is not there any more. */
export async function ancestorAt(
  objects: WorkspaceObjects,
  from: RecordedCommit,
  number: number,
): Promise<RecordedCommit | undefined> {
  let commit: RecordedCommit | undefined = from;
  while (commit && commit.number > number) {
    const { parent, shortcut }: RecordedCommit = commit;
    const next: Digest | null = shortcut !== undefined && shortcutOf(commit.number) >= number ? shortcut : parent;
    commit = next === null ? undefined : await objects.commit(next);
  }
  return commit?.number === number ? commit : undefined;
}
