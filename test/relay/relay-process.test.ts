/** A relay that is killed, as only a process can be. */
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { startProcess, type RunningProcess } from '../../cli/local/process.ts';
import { createDirectoryStore } from '../../store/directory.ts';
import { temporaryFolder } from '../servers/folder.ts';
import { publishBundle, smallBundle } from './bucket.ts';
import { eventually } from './eventually.ts';

const SCRIPT = fileURLToPath(new URL('run-relay.ts', import.meta.url));

interface RelayProcess extends RunningProcess {
  readonly lines: readonly string[];
  readonly status: () => Promise<unknown>;
}

async function run(bucket: string, cacheFolder: string): Promise<RelayProcess> {
  const lines: string[] = [];
  const running = await startProcess({
    command: process.execPath,
    args: ['--import', 'tsx', SCRIPT, bucket, cacheFolder],
    onLine: (line) => lines.push(line),
    ready: (line) => line.includes('the relay is running'),
  });
  onTestFinished(running.stop);
  const { admin } = JSON.parse(lines.find((line) => line.includes('the relay is running')) ?? '{}');
  return { ...running, lines, status: async () => (await fetch(`http://${admin}/status`)).json() };
}

describe('a relay as a process', { timeout: 120_000 }, () => {
  let folder: string;
  let bucket: string;
  const bundle = smallBundle('default/edge', 1);

  beforeEach(async () => {
    folder = await temporaryFolder();
    bucket = join(folder, 'bucket');
    await publishBundle(createDirectoryStore(bucket), bundle);
  });

  test('that is killed and started again while the bucket is away serves from the disk', async () => {
    const first = await run(bucket, join(folder, 'cache'));
    await eventually(() => expect(first.lines.join()).toContain('what is served is kept on the disk'));
    process.kill(first.pid, 'SIGKILL');
    await first.exited;

    await rename(bucket, `${bucket}-elsewhere`);
    await writeFile(bucket, 'no directory any more');
    const second = await run(bucket, join(folder, 'cache'));
    const served = { gateways: [{ bundle: bundle.id, source: 'disk', problems: [{ kind: expect.any(String) }] }] };
    await eventually(async () => expect(await second.status()).toMatchObject(served));

    await rename(bucket, `${bucket}-wrong`);
    await rename(`${bucket}-elsewhere`, bucket);
    const confirmed = { gateways: [{ bundle: bundle.id, source: 'bucket', problems: [] }] };
    await eventually(async () => expect(await second.status()).toMatchObject(confirmed));
  });

  test('leaves nothing behind that would keep the process alive when it is closed', async () => {
    const relay = await run(bucket, join(folder, 'cache'));
    process.kill(relay.pid, 'SIGTERM');
    expect(await relay.exited).toBe(0);
    expect(relay.lines.at(-1)).toContain('the relay is closed');
  });
});
