/** Errors of the file system, as the contract of stores tells them. */
import { StoreError } from '../store.ts';

/** May pass by itself: a full disk, too many open files, a device or network share that is away for a while. */
const PASSING = new Set(['EAGAIN', 'EBUSY', 'EDQUOT', 'EIO', 'EMFILE', 'ENFILE', 'ENOSPC', 'ESTALE', 'ETIMEDOUT']);

/** Nothing is at a path, or something else is: a key of which another is the beginning is absent. */
const MISSING = ['ENOENT', 'ENOTDIR', 'EISDIR'];

/** Whether a file system call failed for one of these reasons. */
export const failedWith = (error: unknown, ...codes: readonly string[]): boolean => {
  const code = codeOf(error);
  return code !== undefined && codes.includes(code);
};

/** Whether something is an error of a file system call, whatever its reason. */
export const isOfFileSystem = (error: unknown): boolean => codeOf(error) !== undefined;

/** What reading gives; nothing if there is no such file. */
export async function absentIfMissing<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (failedWith(error, ...MISSING)) return undefined;
    throw error;
  }
}

/** What the file system threw, as a {@link StoreError}; anything else as it is. */
export function toStoreError(location: string, key: string, error: unknown): unknown {
  const code = codeOf(error);
  if (error instanceof StoreError || code === undefined) return error;
  const retryable = PASSING.has(code);
  return new StoreError(`${location}: ${JSON.stringify(key)}: ${reasonOf(code, error)}`, { retryable, cause: error });
}

function reasonOf(code: string, error: unknown): string {
  if (['EISDIR', 'ENOTDIR', 'ENOTEMPTY', 'EEXIST'].includes(code)) {
    return 'a file is in the way of a directory, or a directory of a file: no key may continue another after a "/"';
  }
  if (code === 'ENAMETOOLONG') return 'the key is too long for a file name';
  return error instanceof Error ? error.message : code;
}

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
