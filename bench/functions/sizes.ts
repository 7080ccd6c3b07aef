/** How much is uploaded, and how much of it is loaded before a first request. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** In bytes. */
export interface Size {
  readonly raw: number;
  readonly gzip: number;
  readonly brotli: number;
  /** Of the modules that are loaded at the start. */
  readonly eager: number;
}

/** The modules of a folder, by their paths in it, such as `index.mjs`. */
export async function readModules(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.mjs'));
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)),
  );
}

/** The paths of the entry and of all that it imports, and so on; not of what is imported when it is needed. */
export function eagerModules(modules: ReadonlyMap<string, string>): readonly string[] {
  const seen = new Set<string>();
  const visit = (path: string): void => {
    const contents = modules.get(path);
    if (contents === undefined || seen.has(path)) return;
    seen.add(path);
    for (const [, name = ''] of contents.matchAll(/(?:from|import)\s*["'](\.[^"']*)["']/g))
      visit(join(path, '..', name));
  };
  visit('index.mjs');
  return [...seen];
}

export async function sizeOf(folder: string): Promise<Size> {
  const modules = await readModules(folder);
  const eager = eagerModules(modules);
  const sum = (paths: Iterable<string>, bytesOf: (contents: Buffer) => number): number =>
    [...paths].reduce((total, path) => total + bytesOf(Buffer.from(modules.get(path) ?? '')), 0);
  return {
    raw: sum(modules.keys(), ({ length }) => length),
    gzip: sum(modules.keys(), (contents) => gzipSync(contents).length),
    brotli: sum(modules.keys(), (contents) => brotliCompressSync(contents).length),
    eager: sum(eager, ({ length }) => length),
  };
}
