import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { startProcess } from '../cli/local/process.ts';
import { createDirectoryStore } from '../store/directory.ts';
import { publishBundle, smallBundle } from './relay/bucket.ts';
import { eventually } from './relay/eventually.ts';
import { buildImage } from './servers/container.ts';
import { temporaryFolder } from './servers/folder.ts';
import { reservePort } from './servers/ports.ts';

const ROOT = join(import.meta.dirname, '..');
const run = promisify(execFile);

test('the package runs a relay wherever Node.js is', { timeout: 300_000 }, async () => {
  const folder = await temporaryFolder();
  // As `npm pack` does it, but for the build, which other tests would miss meanwhile.
  await run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], { cwd: ROOT });
  const [archive = ''] = (await readdir(folder)).filter((name) => name.endsWith('.tgz'));
  const install = ['install', '--global', '--no-audit', '--no-fund', '--prefix', folder, join(folder, archive)];
  await run('npm', install, { cwd: folder });

  const bucket = join(folder, 'bucket');
  await publishBundle(createDirectoryStore(bucket), smallBundle('default/edge', 1));
  const relay = await startProcess({
    command: join(folder, 'bin/enroutectl'),
    args: ['relay', '--store', bucket, '--listen', '127.0.0.1:0', '--admin-listen', '127.0.0.1:0'],
    ready: (line) => line.includes('serving a bundle'),
  });
  await relay.stop();
});

test('the image runs a relay that its health check finds', { timeout: 300_000 }, async () => {
  const folder = await temporaryFolder();
  const image = await buildImage(ROOT, folder);
  expect((await readdir(join(image.root, 'enroute'))).toSorted()).toEqual([
    'LICENSE',
    'dist',
    'node_modules',
    'package.json',
  ]);

  const bucket = join(folder, 'bucket');
  await publishBundle(createDirectoryStore(bucket), smallBundle('default/edge', 1));
  const admin = `127.0.0.1:${await reservePort()}`;
  const [command = '', ...args] = image.entryPoint;
  const relay = await startProcess({
    command,
    args: [...args, ...image.command, '--store', bucket, '--listen', '127.0.0.1:0', '--admin-listen', admin],
    cwd: image.workingFolder,
    env: { ...process.env, ...image.environment },
    ready: (line) => line.includes('the relay is running'),
  });
  onTestFinished(relay.stop);
  await eventually(async () => expect(await (await fetch(`http://${admin}/readyz`)).text()).toContain('ready'));

  const [check = '', ...rest] = image.healthCheck;
  const atPort = (word: string): string => word.replace('127.0.0.1:18001', admin);
  await run(check, rest.map(atPort));
  await relay.stop();
  await expect(run(check, rest.map(atPort))).rejects.toMatchObject({ code: 1 });
});
