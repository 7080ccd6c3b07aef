/** Secrets from files on the relay's machine, read again so that a rotated certificate arrives by itself. */
import { readFile } from 'node:fs/promises';
import { isAbsolute, relative, resolve as resolvePath } from 'node:path';
import { failed, type SecretProvider } from '../provider.ts';
import { resolvePlaces, type Part } from '../parts.ts';

export interface FileProviderOptions {
  /**
   * The folders that hold secrets; only files in them may be named by a document, and relative paths begin at the first.
   * Whoever writes documents could otherwise read any file that the relay can. None: no document may name a file.
   */
  readonly folders?: readonly string[];
  /** How often the files are read again, in milliseconds; default 5,000. */
  readonly refreshMs?: number;
}

/** Settings name paths, for example `{ type: 'file', certificateChain: 'shop.crt', privateKey: 'shop.key' }`. */
export function fileProvider({ folders = [], refreshMs = 5_000 }: FileProviderOptions = {}): SecretProvider {
  const [first] = folders;
  const read = async (path: string): Promise<Part> => {
    if (first === undefined) {
      return failed('misconfigured', `file "${path}" may not be read: the relay was given no folder of secrets`);
    }
    const absolute = resolvePath(first, path);
    if (!folders.some((folder) => isWithin(folder, absolute))) {
      return failed('misconfigured', `file "${path}" may not be read: it is in none of the relay's folders of secrets`);
    }
    return readPart(absolute, path);
  };
  return { type: 'file', refreshMs, resolve: (reference) => resolvePlaces(reference, read) };
}

/** Whether a path leads into a folder by its own words; links inside the folder were put there by the operator. */
export function isWithin(folder: string, absolute: string): boolean {
  const inside = relative(resolvePath(folder), absolute);
  return inside !== '' && !isAbsolute(inside) && inside.split(/[/\\]/)[0] !== '..';
}

async function readPart(absolute: string, path: string): Promise<Part> {
  try {
    return { status: 'read', bytes: await readFile(absolute) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    if (code === 'ENOENT' || code === 'ENOTDIR') return failed('not-found', `file "${path}" does not exist`);
    return failed('unavailable', `file "${path}" cannot be read: ${code}`);
  }
}
