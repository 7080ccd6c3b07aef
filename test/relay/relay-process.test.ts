/** The relay as it is run: a process with flags, signals and an exit code. */
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { startProcess, type RunningProcess } from '../../cli/local/process.ts';
import { createDirectoryStore } from '../../store/directory.ts';
import { temporaryFolder } from '../servers/folder.ts';
import { publishBundle, smallBundle } from './bucket.ts';

const MAIN = fileURLToPath(new URL('../../relay/main.ts', import.meta.url));
const START_MS = 30_000;
const EDGE = 'default/edge';

interface RelayProcess extends RunningProcess {
  readonly lines: string[];
  readonly status: () => Promise<unknown>;
}

async function run(...flags: string[]): Promise<RelayProcess> {
  const lines: string[] = [];
  const running = await startProcess({
    command: process.execPath,
    args: ['--import', 'tsx', MAIN, ...flags, '--listen', '127.0.0.1:0', '--admin-listen', '127.0.0.1:0'],
    onLine: (line) => lines.push(line),
    ready: (line) => line.includes('the relay is running'),
    readyTimeoutMs: START_MS,
  });
  onTestFinished(running.stop);
  const { admin } = JSON.parse(lines.find((line) => line.includes('the relay is running')) ?? '{}');
  return { ...running, lines, status: async () => (await fetch(`http://${admin}/status`)).json() };
}

/** What a relay that does not start says, and its exit code. */
async function fails(...flags: string[]): Promise<{ readonly code: number; readonly text: string }> {
  const lines: string[] = [];
  const args = ['--import', 'tsx', MAIN, ...flags];
  const running = await startProcess({ command: process.execPath, args, onLine: (line) => lines.push(line) });
  return { code: await running.exited, text: lines.join('\n') };
}

describe('the relay as a process', { timeout: 2 * START_MS }, () => {
  let folder: string;
  let bucket: string;
  const bundle = smallBundle(EDGE, 1);

  beforeEach(async () => {
    folder = await temporaryFolder();
    bucket = join(folder, 'bucket');
    await publishBundle(createDirectoryStore(bucket), bundle);
  });

  test('that is killed and started again while the bucket is away serves from the disk', async () => {
    const flags = ['--bucket', bucket, '--gateway', EDGE, '--cache', join(folder, 'cache'), '--log-level', 'debug'];
    const first = await run(...flags);
    await vi.waitFor(
      async () => expect(await first.status()).toMatchObject({ gateways: [{ bundle: bundle.id }] }),
      START_MS,
    );
    await vi.waitFor(() => expect(first.lines.join()).toContain('the bundle is kept on the disk'), START_MS);
    process.kill(first.pid, 'SIGKILL');
    await first.exited;

    await rename(bucket, `${bucket}-elsewhere`);
    await writeFile(bucket, 'no directory any more');
    const second = await run(...flags);
    await vi.waitFor(
      async () => expect(await second.status()).toMatchObject({ gateways: [{ bundle: bundle.id, source: 'disk' }] }),
      START_MS,
    );
  });

  test.each(['SIGTERM', 'SIGINT'] as const)('ends gracefully on %s', async (signal) => {
    const relay = await run('--bucket', bucket);
    process.kill(relay.pid, signal);
    expect(await relay.exited).toBe(0);
    expect(relay.lines.at(-1)).toContain('the relay is closed');
  });

  test('says what is wrong with how it was started', async () => {
    const unsafe = await fails('--bucket', bucket, '--listen', '0.0.0.0:0', '--poll-interval', '1');
    expect(unsafe.code).toBe(2);
    expect(unsafe.text).toContain('--insecure-listen');
    expect(unsafe.text).toContain('pollIntervalMs');
    expect(await fails()).toMatchObject({ code: 2, text: expect.stringContaining('--bucket') });
    expect(await fails('--bucket', 'ftp://x')).toMatchObject({ code: 1, text: expect.stringContaining('ftp') });
  });
});
