/** Programs in Go that tests run: built once from a folder beside this file, with the versions that its go.sum pins. */
import { createHash } from 'node:crypto';
import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { installed, run } from './installed.ts';

/** @returns the path of the program of that folder */
export async function goProgram(folder: string): Promise<string> {
  const source = join(import.meta.dirname, folder);
  const texts = await Promise.all(['main.go', 'go.mod', 'go.sum'].map((name) => readFile(join(source, name))));
  const built = await installed({
    name: folder,
    version: createHash('sha256').update(Buffer.concat(texts)).digest('hex').slice(0, 12),
    cost: '40 MB, up to three minutes of building',
    install: async (into) => {
      await cp(source, join(into, 'source'), { recursive: true });
      await run('go', ['build', '-mod=readonly', '-o', join(into, 'program'), '.'], {
        env: { CGO_ENABLED: '0' },
        cwd: join(into, 'source'),
      });
    },
  });
  return join(built, 'program');
}
