/** How much is uploaded, and how much of it is read before the first answer. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

export interface Size {
  readonly raw: number;
  readonly gzip: number;
  readonly brotli: number;
}

/** Of the modules of a folder together, in bytes. */
export async function sizeOf(folder: string): Promise<Size> {
  const names = await readdir(folder, { recursive: true });
  const modules = await Promise.all(
    names.filter((name) => name.endsWith('.mjs')).map((name) => readFile(join(folder, name))),
  );
  const sum = (bytesOf: (module: Buffer) => number): number =>
    modules.reduce((total, module) => total + bytesOf(module), 0);
  return {
    raw: sum(({ length }) => length),
    gzip: sum((module) => gzipSync(module).length),
    brotli: sum((module) => brotliCompressSync(module).length),
  };
}
