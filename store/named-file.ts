/** Files that somebody has named, on a command line or in a settings file. */
import { readFile } from 'node:fs/promises';

/**
 * What is in the file.
 * @throws Error `PATH: why`, in words rather than the system's.
 */
export async function readNamedFile(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new Error(`${path}: ${reasonOf(error)}`, { cause: error });
  }
}

/** @throws Error as {@link readNamedFile} does. */
export const readNamedText = async (path: string): Promise<string> => (await readNamedFile(path)).toString('utf8');

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return REASONS.get(code) ?? (error instanceof Error ? error.message : String(error));
}

const REASONS: ReadonlyMap<unknown, string> = new Map([
  ['ENOENT', 'there is no such file'],
  ['ENOTDIR', 'there is no such file'],
  ['EISDIR', 'it is a folder, where a file is expected'],
  ['EACCES', 'it may not be read by this user'],
  ['EPERM', 'it may not be read by this user'],
]);
