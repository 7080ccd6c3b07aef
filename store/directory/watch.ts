/** Tells soon when something in a directory tree has changed. */
import { watch, type FSWatcher } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { absentIfMissing, isOfFileSystem } from './errors.ts';

/** How often to look where the system cannot tell of changes, or of a directory that is not there yet. */
const POLL_MS = 1_000;
/** Changes come in bunches. */
const QUIET_MS = 10;

/**
 * Calls back after changes in a directory and all below it, until the signal aborts. Now and then it calls without a
 * change: a call is a hint to look.
 *
 * Each directory has a watcher of its own, since recursive watching is not to be had on all systems. Where watching
 * fails (too many watchers, a network share), it calls back every second instead.
 */
export function watchTree(root: string, changed: () => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  const watchers = new Map<string, FSWatcher>();
  let soon: NodeJS.Timeout | undefined;

  const hint = () => {
    soon ??= setTimeout(() => void look().then(changed), QUIET_MS).unref();
  };
  // New directories are watched before the callback, which therefore sees what is in them already.
  const look = async () => {
    soon = undefined;
    const directories = await tryToFind(root);
    for (const path of watchers.keys()) if (!directories.includes(path)) unwatch(path);
    for (const path of directories) if (!signal.aborted && !watchers.has(path)) begin(path);
  };
  const begin = (path: string) => {
    const watcher = tryToWatch(path, hint);
    watcher?.on('error', () => unwatch(path));
    if (watcher) watchers.set(path, watcher);
  };
  const unwatch = (path: string) => {
    watchers.get(path)?.close();
    watchers.delete(path);
  };
  const poll = setInterval(() => {
    if (!watchers.has(root)) hint();
  }, POLL_MS).unref();

  signal.addEventListener('abort', () => {
    clearInterval(poll);
    clearTimeout(soon);
    for (const path of watchers.keys()) unwatch(path);
  });
  hint();
}

/** Nothing if the system refuses: then polling has to do. */
function tryToWatch(path: string, hint: () => void): FSWatcher | undefined {
  try {
    return watch(path, { persistent: false }, hint);
  } catch (error) {
    if (isOfFileSystem(error)) return undefined;
    throw error;
  }
}

/** None if they cannot be read: whoever reads there hears why, and until it works polling has to do. */
async function tryToFind(root: string): Promise<readonly string[]> {
  try {
    return await directoriesIn(root);
  } catch (error) {
    if (isOfFileSystem(error)) return [];
    throw error;
  }
}

/** The directory and all below it, the store's own left out; nothing if it is not there. */
async function directoriesIn(path: string): Promise<string[]> {
  const entries = await absentIfMissing(readdir(path, { withFileTypes: true }));
  if (!entries) return [];
  const below = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'));
  return [path, ...(await Promise.all(below.map(({ name }) => directoriesIn(join(path, name))))).flat()];
}
