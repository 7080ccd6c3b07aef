import { link, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

export interface LockOptions {
  /** File that exists while somebody holds the lock; its text is the holder's process id. */
  readonly path: string;
  readonly report: (message: string) => void;
}

/** No holder works longer: an older file belongs to a process whose id has since gone to another, or to another machine. */
const LONGEST_HOLD_MS = 15 * 60_000;

const POLL_MS = 100;

/**
 * Runs `work` while no other process on this machine runs work under the same path, and returns its result.
 * A lock whose holder has died is taken over.
 *
 * The taking over is not airtight against two processes that find the same dead holder in the same instant,
 * so `work` must be safe to run twice at once and may only lose time by it.
 */
export async function withLock<T>({ path, report }: LockOptions, work: () => Promise<T>): Promise<T> {
  const mine = `${path}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  await writeFile(mine, String(process.pid));
  try {
    await acquire(path, mine, report);
    try {
      return await work();
    } finally {
      await rm(path, { force: true });
    }
  } finally {
    await rm(mine, { force: true });
  }
}

async function acquire(path: string, mine: string, report: (message: string) => void): Promise<void> {
  let announced = false;
  while (!(await tryLink(mine, path))) {
    const holder = await readHolder(path);
    if (holder === undefined) continue;
    if (holder.isDead) {
      // Renaming lets one of several waiters win; deleting could remove the lock that another has just taken.
      await discard(path, `${mine}.stale`);
      continue;
    }
    if (!announced) report(`waiting for process ${holder.pid}, which holds ${path}`);
    announced = true;
    await sleep(POLL_MS);
  }
}

/** A hard link appears with its content and fails when the name is taken: both in one atomic step. */
async function tryLink(mine: string, path: string): Promise<boolean> {
  try {
    await link(mine, path);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

async function readHolder(path: string): Promise<{ readonly pid: number; readonly isDead: boolean } | undefined> {
  try {
    const pid = Number(await readFile(path, 'utf8'));
    const age = Date.now() - (await stat(path)).mtimeMs;
    return { pid, isDead: age > LONGEST_HOLD_MS || !isAlive(pid) };
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined; // Released between the attempt and this look.
    throw error;
  }
}

async function discard(path: string, aside: string): Promise<void> {
  try {
    await rename(path, aside);
    await rm(aside, { force: true });
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error; // Another waiter was faster.
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM'); // It lives and belongs to another user.
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
