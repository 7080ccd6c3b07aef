/** Writes files so that they appear whole, and are still there after a power cut. */
import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { absentIfMissing, failedWith } from './errors.ts';

/** A file that is complete and synced, but not yet where it belongs. */
export interface Draft {
  /** Moves it to its path, over what is there. */
  replace(path: string): Promise<void>;
  /** Moves it to its path if nothing is there; says whether it did. */
  create(path: string): Promise<boolean>;
  /** Removes it, if it has not been moved. */
  discard(): Promise<void>;
}

/**
 * Writes and syncs a draft.
 * @param aside A directory on the same file system as its destination.
 */
export async function writeDraft(aside: string, bytes: Uint8Array): Promise<Draft> {
  await makeDirectory(aside);
  const draft = join(aside, randomUUID());
  const file = await open(draft, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }

  return {
    async replace(path) {
      await makeDirectory(dirname(path));
      await rename(draft, path);
      await syncDirectory(dirname(path));
    },
    async create(path) {
      await makeDirectory(dirname(path));
      try {
        await link(draft, path);
      } catch (error) {
        if (failedWith(error, 'EEXIST')) return false;
        throw error;
      }
      await syncDirectory(dirname(path));
      return true;
    },
    discard: () => rm(draft, { force: true }),
  };
}

/** No write takes so long: an older draft is of a process that has died. */
const ABANDONED_AFTER_MS = 60 * 60_000;

/**
 * Removes the drafts that dead processes have left. What time it is the youngest draft tells, so there should be one that
 * has just been written: the clocks of processes differ between machines, and jump.
 */
export async function removeAbandonedDrafts(aside: string): Promise<void> {
  const drafts: { readonly path: string; readonly written: number }[] = [];
  for (const name of await readdir(aside)) {
    const path = join(aside, name);
    const found = await absentIfMissing(stat(path));
    if (found) drafts.push({ path, written: found.mtimeMs });
  }
  const now = Math.max(...drafts.map(({ written }) => written));
  for (const { path, written } of drafts) if (now - written > ABANDONED_AFTER_MS) await rm(path, { force: true });
}

/** Makes a directory and those above it, and syncs the entries that name them. */
async function makeDirectory(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true });
  if (first === undefined) return;
  for (let made = path; made !== dirname(first); made = dirname(made)) await syncDirectory(dirname(made));
}

/** A new or renamed file is lost with the power if its directory is not synced. */
export async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
