import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { cacheFolder } from '../../cli/local/cache-folder.ts';
import { temporaryFolder } from '../servers/folder.ts';

const source = fileURLToPath(new URL('../../cli/local/cache-folder.ts', import.meta.url));

test('lies beside package.json in a checkout', async () => {
  const root = fileURLToPath(new URL('../..', import.meta.url));

  expect(await cacheFolder({ XDG_CACHE_HOME: '/elsewhere' })).toBe(join(root, '.cache'));
});

test('lies in the cache of the user where the package is a dependency', async () => {
  const packageFolder = join(await temporaryFolder(), 'node_modules', 'enroute');
  const copy = join(packageFolder, 'dist', 'cli', 'cache-folder.ts');
  await mkdir(join(packageFolder, 'dist', 'cli'), { recursive: true });
  await writeFile(join(packageFolder, 'package.json'), '{}');
  await copyFile(source, copy);
  const installed: { cacheFolder: typeof cacheFolder } = await import(copy);

  expect(await installed.cacheFolder({ XDG_CACHE_HOME: '/elsewhere' })).toBe('/elsewhere/enroute');
  expect(await installed.cacheFolder({})).toBe(join(homedir(), '.cache', 'enroute'));
});
