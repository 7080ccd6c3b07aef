/** Scripts of the benchmark as processes of their own: built as the package is, so that what is measured is what runs. */
import { join } from 'node:path';
import { build } from 'esbuild';
import { cacheFolder } from '../cli/local/cache-folder.ts';
import { startProcess } from '../cli/local/process.ts';

/** Bundles a script of this folder, such as `compile/run`, and returns the path of the result. */
export async function buildScript(name: string): Promise<string> {
  const outfile = join(await cacheFolder(), 'bench', `${name.replaceAll('/', '-')}.mjs`);
  await build({
    entryPoints: [join(import.meta.dirname, `${name}.ts`)],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    packages: 'external',
    logLevel: 'warning',
  });
  return outfile;
}

/**
 * Runs a program to its end, and returns what it wrote.
 *
 * @param limitMs after this time the program is ended, and that is an error
 */
export async function runToEnd(command: string, args: readonly string[], limitMs: number): Promise<readonly string[]> {
  const lines: string[] = [];
  const child = await startProcess({ command, args, onLine: (line) => lines.push(line) });
  const limit = setTimeout(() => void child.stop(), limitMs);
  const code = await child.exited;
  clearTimeout(limit);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}:\n${child.recentOutput()}`);
  return lines;
}

/** Runs a built script, and parses the last line that it wrote. */
export async function measureScript(path: string, args: readonly string[], limitMs: number): Promise<unknown> {
  const lines = await runToEnd(process.execPath, [path, ...args], limitMs);
  return JSON.parse(lines.at(-1) ?? '');
}
