/** Runs enroutectl: inside of the test, or as a process of its own. */
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { startProcess, type RunningProcess } from '../../cli/local/process.ts';
import type { Host } from '../../cli/host.ts';
import { run } from '../../cli/program.ts';
import { temporaryFolder } from '../servers/folder.ts';

export const ROOT = join(import.meta.dirname, '../..');
export const QUICK_START = join(ROOT, 'docs/quick-start');

export interface Outcome {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

export interface Surroundings {
  readonly cwd?: string;
  readonly env?: Host['env'];
  /** Standard input. */
  readonly input?: string;
  /** What the person at the terminal answers; nothing: there is no terminal. */
  readonly answer?: string | (() => Promise<string>);
  readonly interrupted?: AbortSignal;
  readonly onOutput?: (text: string) => void;
  readonly onError?: (text: string) => void;
  readonly onStatus?: Host['status'];
}

/** Runs a command line to its end. */
export async function enroutectl(args: readonly string[], surroundings: Surroundings = {}): Promise<Outcome> {
  const written = { out: '', err: '' };
  const host: Host = {
    cwd: surroundings.cwd ?? ROOT,
    env: {
      PATH: process.env['PATH'],
      HOME: '/nonexistent',
      USER: 'ann',
      GIT_CONFIG_NOSYSTEM: '1',
      ...surroundings.env,
    },
    readInput: async () => surroundings.input ?? '',
    ask: async () => (typeof surroundings.answer === 'function' ? surroundings.answer() : surroundings.answer),
    out(text) {
      written.out += text;
      surroundings.onOutput?.(text);
    },
    err(text) {
      written.err += text;
      surroundings.onError?.(text);
    },
    status: surroundings.onStatus ?? (() => {}),
    colour: { out: 'never', err: 'never' },
    interrupted: surroundings.interrupted ?? new AbortController().signal,
  };
  return { exit: await run(args, host), ...written };
}

/** Runs a command line with `--output json`, and gives what it printed as a value. */
export async function enroutectlJson(args: readonly string[], surroundings: Surroundings = {}) {
  const { exit, out } = await enroutectl([...args, '--output', 'json'], surroundings);
  return { exit, json: JSON.parse(out) };
}

/** Runs a command line that has to succeed, and gives its output. */
export async function succeed(args: readonly string[], surroundings: Surroundings = {}): Promise<string> {
  const { exit, out, err } = await enroutectl(args, surroundings);
  expect({ exit, err }, err).toEqual({ exit: 0, err: '' });
  return out;
}

/** The program as a process, and what its own words come after. */
export const enroutectlCommand = [
  process.execPath,
  '--import',
  import.meta.resolve('tsx'),
  join(ROOT, 'cli/enroutectl.ts'),
] as const;

/** Starts enroutectl as a process, which ends with the running test. */
export async function startEnroutectl(
  args: readonly string[],
  options: { readonly env?: NodeJS.ProcessEnv; readonly cwd?: string; readonly onLine?: (line: string) => void } = {},
): Promise<RunningProcess> {
  const [command, ...before] = enroutectlCommand;
  const running = await startProcess({
    command,
    args: [...before, ...args],
    cwd: options.cwd ?? ROOT,
    env: { ...process.env, ...options.env },
    ...(options.onLine && { onLine: options.onLine }),
  });
  onTestFinished(() => running.stop());
  return running;
}

/** A folder with these files, path → text, that ends with the running test. */
export async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await temporaryFolder();
  for (const [path, text] of Object.entries(files)) await save(join(folder, path), text);
  return folder;
}

/** A folder with a copy of the quick start in `gateways/`. */
export async function quickStart(): Promise<string> {
  const folder = await temporaryFolder();
  await cp(QUICK_START, join(folder, 'gateways'), { recursive: true });
  return folder;
}

export async function save(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

/** Replaces text in a file; it has to be there. */
export async function edit(path: string, from: string | RegExp, to: string): Promise<void> {
  const before = await readFile(path, 'utf8');
  const after = before.replace(from, to);
  expect(after, `${String(from)} in ${path}`).not.toBe(before);
  await writeFile(path, after);
}
