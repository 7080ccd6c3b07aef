/** Writes imported documents into a folder, without touching what somebody has edited. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { SourceFile } from '../../compiler/index.ts';
import { EXIT } from '../exit-codes.ts';
import { Failure, failedWith } from '../failure.ts';

export interface SaveOptions {
  /** What becomes of files that are there and differ. */
  readonly existing: 'keep' | 'overwrite';
  /** The folder as it was typed, for messages. */
  readonly shown: string;
}

/**
 * Writes all files or none.
 *
 * @returns the paths that were not as they should be, and now are
 * @throws Failure if files that differ are to be kept
 */
export async function saveFiles(
  folder: string,
  files: readonly SourceFile[],
  { existing, shown }: SaveOptions,
): Promise<readonly string[]> {
  const present = await Promise.all(files.map(({ path }) => readIfThere(join(folder, path))));
  const differing = files.filter(({ text }, index) => present[index] !== text);
  const edited = files.filter(({ text }, index) => present[index] !== undefined && present[index] !== text);
  if (edited.length > 0 && existing === 'keep') {
    throw new Failure(`${shown} holds other documents in ${edited.map(({ path }) => path).join(', ')}`, {
      exit: EXIT.unconfirmed,
      help: 'write to another folder and compare, or say --overwrite',
    });
  }
  for (const { path, text } of differing) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return differing.map(({ path }) => path);
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (failedWith(error, 'ENOENT', 'ENOTDIR')) return undefined;
    throw error;
  }
}
