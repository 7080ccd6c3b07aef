import { access, constants } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Returns the folder for what is downloaded once: `.cache` beside package.json in a checkout, and
 * `$XDG_CACHE_HOME/enroute` (default `~/.cache/enroute`) where the package is a dependency of another
 * project or its folder cannot be written. The folder need not exist yet.
 */
export async function cacheFolder(environment: NodeJS.ProcessEnv = process.env): Promise<string> {
  const root = await packageRoot();
  if (root && !root.split(sep).includes('node_modules') && (await allows(root, constants.W_OK))) {
    return join(root, '.cache');
  }
  return join(environment['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'enroute');
}

/** The nearest folder above this file that holds a package.json; sources and built files lie at different depths. */
async function packageRoot(): Promise<string | undefined> {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!(await allows(join(folder, 'package.json'), constants.R_OK))) {
    const parent = dirname(folder);
    if (parent === folder) return undefined;
    folder = parent;
  }
  return folder;
}

async function allows(path: string, mode: number): Promise<boolean> {
  try {
    await access(path, mode);
    return true;
  } catch {
    return false; // Missing or forbidden: either way the next place is tried.
  }
}
