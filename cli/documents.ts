/** Reads the documents that a command line names. */
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { isDocumentFile, type SourceFile } from '../compiler/index.ts';
import { isCompiledGateway } from './compiled-folder.ts';
import { EXIT } from './exit-codes.ts';
import { Failure, failedWith, reasonOf } from './failure.ts';
import type { Host } from './host.ts';

/** What stands for standard input on a command line. */
export const STANDARD_INPUT = '-';

/**
 * Reads files, whole folders and `-` for standard input. Paths stay as they were typed. Of a folder it takes what has the
 * name of a document and does not begin with a dot, at any depth, in the order of the names; a folder that
 * `enroutectl compile` has written is left out. A file that is named twice is read once.
 *
 * @throws Failure for a path that is not there, cannot be read or holds no document.
 */
export async function readDocuments(paths: readonly string[], host: Host): Promise<readonly SourceFile[]> {
  const found = new Map<string, string>();
  for (const path of paths) {
    for (const file of path === STANDARD_INPUT ? [path] : await findDocuments(path, host)) {
      const identity = file === STANDARD_INPUT ? file : await realpath(resolve(host.cwd, file));
      if (!found.has(identity)) found.set(identity, file);
    }
  }
  if (found.size === 0) {
    throw new Failure(`no documents in ${paths.join(', ')}`, {
      exit: EXIT.usage,
      help: 'documents are files that end in .yaml, .yml or .json and do not begin with a dot',
    });
  }
  return Promise.all([...found.values()].map((file) => readOne(file, host)));
}

async function findDocuments(path: string, host: Host): Promise<readonly string[]> {
  if ((await describe(path, host)) === 'folder') return walk(path, host, new Set());
  if (isDocumentFile(path)) return [path];
  throw new Failure(`${path} is no document`, { exit: EXIT.usage, help: 'documents end in .yaml, .yml or .json' });
}

async function describe(path: string, host: Host): Promise<'folder' | 'file'> {
  try {
    return (await stat(resolve(host.cwd, path))).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    throw unreadable(path, error);
  }
}

/** @param above The real paths of the folders that lead here, so that a link to one of them ends the walk. */
async function walk(folder: string, host: Host, above: ReadonlySet<string>): Promise<readonly string[]> {
  const here = await realpath(resolve(host.cwd, folder));
  if (above.has(here) || (await isCompiledGateway(here))) return [];
  const names = (await namesIn(folder, host)).filter((name) => !name.startsWith('.')).sort();
  const nested = await Promise.all(names.map((name) => visit(join(folder, name), host, new Set([...above, here]))));
  return nested.flat();
}

async function namesIn(folder: string, host: Host): Promise<string[]> {
  try {
    return await readdir(resolve(host.cwd, folder));
  } catch (error) {
    throw unreadable(folder, error);
  }
}

/** Links count as what they lead to: Kubernetes mounts files as links. A link that leads nowhere is no document. */
async function visit(path: string, host: Host, above: ReadonlySet<string>): Promise<readonly string[]> {
  try {
    const found = await stat(resolve(host.cwd, path));
    if (found.isDirectory()) return await walk(path, host, above);
    return found.isFile() && isDocumentFile(path) ? [path] : [];
  } catch (error) {
    if (failedWith(error, 'ENOENT', 'ELOOP')) return [];
    throw error instanceof Failure ? error : unreadable(path, error);
  }
}

async function readOne(path: string, host: Host): Promise<SourceFile> {
  if (path === STANDARD_INPUT) return inputAsFile(await host.readInput());
  try {
    return { path, text: await readFile(resolve(host.cwd, path), 'utf8') };
  } catch (error) {
    throw unreadable(path, error);
  }
}

/** The ending decides how the compiler reads it; YAML may begin with a brace too, but hardly with a quote after it. */
const inputAsFile = (text: string): SourceFile => ({
  path: /^\s*\{\s*["}]/.test(text) ? 'stdin.json' : 'stdin.yaml',
  text,
});

function unreadable(path: string, error: unknown): Failure {
  const reason = failedWith(error, 'ENOENT', 'ENOTDIR') ? 'there is no such file or folder' : reasonOf(error);
  return new Failure(`${path}: ${reason}`, { exit: EXIT.usage, cause: error });
}
