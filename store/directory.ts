/**
 * A bucket in a directory of one machine, shared by any number of processes.
 *
 * An object is a file, at the path that its key says. Files are written aside, synced and renamed, so that they appear
 * whole and survive a power cut; what must not interleave (compare and swap, overwrite, delete) happens under a lock. An
 * ETag is the digest of the content, so nothing but the files themselves has to be kept. Names that begin with a dot
 * are the store's own.
 */
import { readFile, unlink } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { absentIfMissing, toStoreError } from './directory/errors.ts';
import { createLock } from './directory/lock.ts';
import { pathOfKey } from './directory/paths.ts';
import { contentTag, listFiles } from './directory/walk.ts';
import { watchTree } from './directory/watch.ts';
import { removeAbandonedDrafts, syncDirectory, writeDraft, type Draft } from './directory/write.ts';
import type { PutResult, Store, WriteCondition } from './store.ts';

/** Opens the bucket in a directory, which the first write makes if it is not there. */
export function createDirectoryStore(directory: string): Store {
  const root = resolve(directory);
  const location = pathToFileURL(root).href;
  const aside = join(root, '.writing');
  const lock = createLock(join(root, '.lock'));
  let isTidy = false;
  const tidy = async () => {
    if (!isTidy) await removeAbandonedDrafts(aside);
    isTidy = true;
  };
  const read = (path: string) => absentIfMissing(readFile(path));
  /** Runs work on an object, and turns what the file system throws into a StoreError. */
  const on = async <T>(key: string, work: (path: string) => Promise<T>): Promise<T> => {
    try {
      return await work(pathOfKey(root, key));
    } catch (error) {
      throw toStoreError(location, key, error);
    }
  };

  /** Moves a draft to its path if the condition holds; says whether it did. */
  const place = (draft: Draft, path: string, condition: WriteCondition | undefined): Promise<boolean> => {
    if (condition && 'absent' in condition) return draft.create(path);
    return lock(async (held) => {
      if (condition) {
        const bytes = await read(path);
        if (!bytes || contentTag(bytes) !== condition.match) return false;
      }
      await held.confirm();
      await draft.replace(path);
      return true;
    });
  };

  return {
    location,

    get: (key, unlessMatch) =>
      on(key, async (path) => {
        const bytes = await read(path);
        if (!bytes) return { status: 'absent' };
        const etag = contentTag(bytes);
        return etag === unlessMatch ? { status: 'unchanged' } : { status: 'found', bytes: new Uint8Array(bytes), etag };
      }),

    put: (key, bytes, condition) =>
      on(key, async (path): Promise<PutResult> => {
        const draft = await writeDraft(aside, bytes);
        try {
          await tidy();
          const isPlaced = await place(draft, path, condition);
          return isPlaced ? { status: 'written', etag: contentTag(bytes) } : { status: 'conflict' };
        } finally {
          await draft.discard();
        }
      }),

    delete: (key) =>
      on(key, (path) =>
        lock(async (held) => {
          await held.confirm();
          await absentIfMissing(unlink(path).then(() => syncDirectory(dirname(path))));
        }),
      ),

    async *list(prefix) {
      try {
        yield* listFiles(root, prefix);
      } catch (error) {
        throw toStoreError(location, prefix, error);
      }
    },

    watch: (prefix, changed, signal) =>
      watchTree(dirname(pathOfKey(root, `${prefix.slice(0, prefix.lastIndexOf('/') + 1)}any`)), changed, signal),
  };
}
