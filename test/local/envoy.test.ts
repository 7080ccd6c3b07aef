import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findEnvoy } from '../../cli/local/envoy.ts';
import { envoyVersion } from '../../cli/local/envoy-version.ts';
import { temporaryFolder } from '../servers/folder.ts';

/** Writes a program that prints what `envoy --version` prints. */
async function fakeEnvoy(folder: string, version: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, 'envoy');
  await writeFile(path, `#!/bin/sh\necho "${folder}/envoy  version: 0123abcd/${version}/Clean/RELEASE/BoringSSL"\n`);
  await chmod(path, 0o755);
  return path;
}

/** An empty PATH, and a cache that already holds a binary, so that nothing is ever downloaded here. */
async function machine() {
  const folder = await temporaryFolder();
  const cache = join(folder, 'cache');
  const installed = await fakeEnvoy(join(cache, 'envoy', '1.40.0'), '1.40.0');
  return { folder, cache, installed };
}

describe('ENVOY_BIN', () => {
  test('comes before PATH', async () => {
    const { folder, cache } = await machine();
    const named = await fakeEnvoy(join(folder, 'named'), '1.40.3');
    await fakeEnvoy(join(folder, 'path'), '1.41.0');
    const environment = { ENVOY_BIN: named, PATH: join(folder, 'path') };

    expect(await findEnvoy({ environment, cache })).toBe(named);
  });

  test.each([
    ['must exist', '/no/such/envoy', 'ENVOY_BIN names no executable file: /no/such/envoy'],
    ['must be executable', '/etc/passwd', 'ENVOY_BIN names no executable file: /etc/passwd'],
    ['must be a file', '/etc', 'ENVOY_BIN names no executable file: /etc'],
    ['must be absolute', 'bin/envoy', 'ENVOY_BIN must be an absolute path, and is bin/envoy'],
    ['must be Envoy', '/bin/sh', 'ENVOY_BIN is not a working Envoy: /bin/sh'],
  ])('%s', async (_, value, message) => {
    await expect(findEnvoy({ environment: { ENVOY_BIN: value } })).rejects.toThrow(message);
  });
});

describe('PATH', () => {
  test('comes before the cache', async () => {
    const { folder, cache } = await machine();
    const onPath = await fakeEnvoy(join(folder, 'path'), '1.41.0');
    const environment = { PATH: `/no/such/folder:${join(folder, 'path')}` };

    expect(await findEnvoy({ environment, cache })).toBe(onPath);
  });

  test('is passed over when its Envoy is too old, with a reason', async () => {
    const { folder, cache, installed } = await machine();
    const old = await fakeEnvoy(join(folder, 'path'), '1.9.1');
    const reports: string[] = [];
    const environment = { PATH: join(folder, 'path') };

    expect(await findEnvoy({ environment, cache, report: (line) => reports.push(line) })).toBe(installed);
    expect(reports).toEqual([`passing over ${old}: it is Envoy 1.9.1, and Enroute needs 1.40.0 or later`]);
  });

  test('may be empty', async () => {
    const { cache, installed } = await machine();

    expect(await findEnvoy({ environment: {}, cache })).toBe(installed);
  });
});

test('this machine has an Envoy, or gets one', { timeout: 300_000 }, async () => {
  expect(await envoyVersion(await findEnvoy({ report: (line) => process.stderr.write(`${line}\n`) }))).toMatch(
    /^1\.\d+\.\d+$/,
  );
});
