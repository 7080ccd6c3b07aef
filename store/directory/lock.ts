/**
 * A lock between processes on one machine that survives the death of its holder.
 *
 * The lock is a directory of numbered files, of which the highest counts: `7` is held until `7.free` stands beside it.
 * Whoever wants a lock that is free, or whose holder has died, creates the next number; the file system lets one
 * succeed. A lower number is only removed when a higher one is there, so a number that was used cannot be taken for new,
 * and two that find the same dead holder cannot both take over from it.
 */
import { mkdir, readdir, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StoreError } from '../store.ts';
import { absentIfMissing, failedWith } from './errors.ts';

/** Runs work while nobody else holds the lock. */
export type Lock = <T>(work: (held: HeldLock) => Promise<T>) => Promise<T>;

export interface HeldLock {
  /**
   * To be called right before something is changed: a process that was stopped for long may have lost the lock.
   * @throws StoreError if it has.
   */
  confirm(): Promise<void>;
}

/**
 * Holders work for milliseconds. One that somebody has watched for so long is on another machine or in another container,
 * and has died there. When it began is not asked: clocks differ between machines, and jump.
 */
const ABANDONED_AFTER_MS = 30_000;
const POLL_MS = 5;

/** Makes a lock out of a directory, which only this may use. Within the process its users queue up. */
export function createLock(directory: string): Lock {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(() => withLock(directory, work));
    last = turn.catch(() => undefined); // Whoever waits for this turn is told; the next in the queue is not concerned.
    return turn;
  };
}

async function withLock<T>(directory: string, work: (held: HeldLock) => Promise<T>): Promise<T> {
  const number = await acquire(directory);
  try {
    return await work({ confirm: () => confirm(directory, number) });
  } finally {
    await writeFile(join(directory, `${number}.free`), '');
  }
}

async function acquire(directory: string): Promise<number> {
  await mkdir(directory, { recursive: true });
  const holder = JSON.stringify({ pid: process.pid, machine: await machine() });
  const watch = createWatch();
  for (;;) {
    const taken = await tryToAcquire(directory, holder, watch);
    if (taken !== undefined) return taken;
    await sleep(POLL_MS * (1 + Math.random()));
  }
}

/** For how long one has seen the same number, in milliseconds. */
type Watch = (number: number) => number;

function createWatch(): Watch {
  let seen: { readonly number: number; readonly since: number } | undefined;
  return (number) => {
    const now = performance.now();
    if (seen?.number !== number) seen = { number, since: now };
    return now - seen.since;
  };
}

async function tryToAcquire(directory: string, holder: string, watch: Watch): Promise<number | undefined> {
  const { number, isHeld } = await highestNumber(directory);
  const isLong = watch(number) > ABANDONED_AFTER_MS;
  if (isHeld && !isLong && !(await hasDied(join(directory, `${number}`)))) return undefined;

  const next = number + 1;
  if (!(await createFile(join(directory, `${next}`), holder))) return undefined;
  // Others may have come and gone since we looked; then the number was free only because it is past.
  const isPast = (await highestNumber(directory)).number !== next;
  if (isPast) await rm(join(directory, `${next}`), { force: true });
  else await removeOthers(directory, next);
  return isPast ? undefined : next;
}

async function confirm(directory: string, number: number): Promise<void> {
  if ((await highestNumber(directory)).number === number) return;
  throw new StoreError(`${directory}: the lock was lost, since this process stood still for too long`, {
    retryable: true,
  });
}

async function highestNumber(directory: string): Promise<{ readonly number: number; readonly isHeld: boolean }> {
  const names = await readdir(directory);
  const number = Math.max(0, ...names.filter((name) => /^\d+$/.test(name)).map(Number));
  return { number, isHeld: number > 0 && !names.includes(`${number}.free`) };
}

async function createFile(path: string, text: string): Promise<boolean> {
  try {
    await writeFile(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (failedWith(error, 'EEXIST')) return false;
    throw error;
  }
}

async function removeOthers(directory: string, number: number): Promise<void> {
  const past = (await readdir(directory)).filter((name) => Number.parseInt(name, 10) < number);
  await Promise.all(past.map((name) => rm(join(directory, name), { force: true })));
}

/** Not who has gone, or says nothing yet: that is somebody who is just now at work. Nor who is elsewhere. */
async function hasDied(path: string): Promise<boolean> {
  const text = (await absentIfMissing(readFile(path, 'utf8'))) ?? '';
  const [, pid, where] = /^\{"pid":(\d+),"machine":(".*")\}$/.exec(text) ?? [];
  return where === JSON.stringify(await machine()) && !isAlive(Number(pid));
}

/** Where process ids mean the same: a host, and on Linux one PID namespace of it, since containers may share a name. */
async function machine(): Promise<string> {
  return `${hostname()} ${(await absentIfMissing(readlink('/proc/self/ns/pid'))) ?? ''}`;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0); // Signal 0 is not sent; it only asks.
    return true;
  } catch (error) {
    return !failedWith(error, 'ESRCH'); // EPERM: it lives, and belongs to another user.
  }
}
