/** Lists the files of a directory store in key order. */
import { createHash } from 'node:crypto';
import type { Dirent } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { compareKeys } from '../compare-keys.ts';
import type { ETag, ListedObject } from '../store.ts';
import { absentIfMissing } from './errors.ts';
import { segmentOfName } from './paths.ts';

/** The ETag of some content. */
export const contentTag = (bytes: Uint8Array): ETag => createHash('sha256').update(bytes).digest('hex');

/**
 * Lists the objects under a directory whose keys begin with `prefix`.
 * @param above The key of the directory, ending in "/"; empty for the root.
 */
export async function* listFiles(directory: string, prefix: string, above = ''): AsyncGenerator<ListedObject> {
  for (const { path, key, isDirectory } of await children(directory, above)) {
    if (isDirectory) {
      if (key.startsWith(prefix) || prefix.startsWith(key)) yield* listFiles(path, prefix, key);
    } else if (key.startsWith(prefix)) {
      const listed = await describe(path, key);
      if (listed) yield listed;
    }
  }
}

interface Child {
  readonly path: string;
  /** Ends in "/" for a directory, so that sorting by it puts everything in it where its keys belong. */
  readonly key: string;
  readonly isDirectory: boolean;
}

async function children(directory: string, above: string): Promise<Child[]> {
  const entries = (await absentIfMissing(readdir(directory, { withFileTypes: true }))) ?? [];
  return entries.flatMap((entry) => toChild(directory, above, entry)).sort((a, b) => compareKeys(a.key, b.key));
}

function toChild(directory: string, above: string, entry: Dirent): Child[] {
  const segment = segmentOfName(entry.name);
  if (segment === undefined || !(entry.isFile() || entry.isDirectory())) return [];
  const isDirectory = entry.isDirectory();
  return [{ path: join(directory, entry.name), key: `${above}${segment}${isDirectory ? '/' : ''}`, isDirectory }];
}

/** Nothing if the file has gone since its directory was read. */
async function describe(path: string, key: string): Promise<ListedObject | undefined> {
  const file = await absentIfMissing(open(path, 'r'));
  if (!file) return undefined;
  try {
    const { mtimeMs } = await file.stat();
    const bytes = await file.readFile();
    return { key, etag: contentTag(bytes), size: bytes.length, modified: mtimeMs };
  } finally {
    await file.close();
  }
}
