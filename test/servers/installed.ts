/** Programs that tests run, installed once into the project's cache folder. */
import { execFile } from 'node:child_process';
import { access, constants, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder } from '../../cli/local/cache-folder.ts';
import { withLock } from '../../cli/local/lock.ts';

/** How long a cold installation may take, for `beforeAll`. */
export const INSTALLATION_MS = 15 * 60_000;

export interface Installation {
  /** The folder in the cache, and the version, which names a folder below it. */
  readonly name: string;
  readonly version: string;
  /** What takes how long, for whoever waits. */
  readonly cost: string;
  /** Puts what is installed into an empty folder. */
  readonly install: (folder: string) => Promise<void>;
}

/** Returns the folder of an installation. Test files that ask at the same time install once. */
export async function installed({ name, version, cost, install }: Installation): Promise<string> {
  const parent = join(await cacheFolder(), name);
  const folder = join(parent, version);
  if (await allows(folder, constants.R_OK)) return folder;

  await mkdir(parent, { recursive: true });
  await withLock({ path: `${folder}.lock`, report: console.error }, async () => {
    if (await allows(folder, constants.R_OK)) return;
    console.error(`installing ${name} ${version} into ${folder} (${cost}, once)`);
    // Elsewhere first, so that the folder's name appears complete or not at all.
    const work = await mkdtemp(join(parent, '.installing-'));
    try {
      await install(work);
      await rename(work, folder);
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  });
  return folder;
}

/** Runs a program to its end. */
export async function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<void> {
  const { env, cwd } = options;
  await promisify(execFile)(command, args, { ...(env && { env: { ...process.env, ...env } }), ...(cwd && { cwd }) });
}

export interface RunOptions {
  /** Variables besides those of this process. */
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** The path of a program on PATH. */
export async function onPath(name: string): Promise<string | undefined> {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    if (await allows(join(folder, name), constants.X_OK)) return join(folder, name);
  }
  return undefined;
}

async function allows(path: string, mode: number): Promise<boolean> {
  try {
    await access(path, mode);
    return true;
  } catch {
    return false; // Missing, or not to be used: either way it is looked for elsewhere.
  }
}
