/** Faults that only a process can meet: it is killed at any moment, its clock is set, its disk takes no more. */
import { chmod, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { startProcess, type RunningProcess } from '../../cli/local/process.ts';
import type { Bundle } from '../../compiler/5-pack/bundle.ts';
import type { RelayStatus } from '../../relay/status.ts';
import { createDirectoryStore } from '../../store/directory.ts';
import type { Store } from '../../store/store.ts';
import { counting, intercept } from '../store/broken-store.ts';
import { temporaryFolder } from '../servers/folder.ts';
import { publishBundle, smallBundle } from './bucket.ts';
import { eventually } from './eventually.ts';

const path = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

interface RelayProcess extends RunningProcess {
  readonly lines: readonly string[];
  readonly gateway: () => Promise<RelayStatus['gateways'][number] | undefined>;
}

interface Setting {
  readonly bucket: string;
  readonly cacheFolder: string;
  /** What a shell runs before it becomes the relay. */
  readonly before?: string;
  readonly imports?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
}

async function run({ bucket, cacheFolder, before = ':', imports = [], env = {} }: Setting): Promise<RelayProcess> {
  const lines: string[] = [];
  const modules = ['tsx', ...imports].flatMap((module) => ['--import', module]);
  const running = await startProcess({
    command: 'bash',
    args: [
      '-c',
      `${before}; exec "$@"`,
      'bash',
      process.execPath,
      ...modules,
      path('run-relay.ts'),
      bucket,
      cacheFolder,
    ],
    env: { ...process.env, ...env },
    onLine: (line) => lines.push(line),
    ready: (line) => line.includes('the relay is running'),
  });
  onTestFinished(running.stop);
  const { admin } = JSON.parse(lines.find((line) => line.includes('the relay is running')) ?? '{}');
  const status = async (): Promise<RelayStatus> =>
    (await (await fetch(`http://${admin}/status`)).json()) as RelayStatus;
  return { ...running, lines, gateway: async () => (await status()).gateways[0] };
}

describe('a relay as a process', { timeout: 300_000 }, () => {
  let folder: string;
  let bucket: string;
  let cacheFolder: string;
  let store: Store;
  const first = smallBundle('default/edge', 1);
  const second = smallBundle('default/edge', 2);

  beforeEach(async () => {
    folder = await temporaryFolder();
    bucket = join(folder, 'bucket');
    cacheFolder = join(folder, 'cache');
    store = createDirectoryStore(bucket);
    await publishBundle(store, first);
  });

  const serves = (relay: RelayProcess, bundle: Bundle, ...problems: readonly string[]) =>
    eventually(async () => {
      const expected = { bundle: bundle.id, problems: problems.map((kind) => ({ kind })) };
      expect(await relay.gateway()).toMatchObject(expected);
    });

  test('that is killed at any step of a publication serves the old bundle or the new one, whole', async () => {
    const steps = await writesOf(first, second);
    expect(steps).toBeGreaterThanOrEqual(4);
    let relay = await run({ bucket, cacheFolder });
    await serves(relay, first);
    let step = 0;
    // The relay dies before each write; the one that follows it sees a publication that is half done.
    const killing = intercept(store, async (operation) => {
      if (operation !== 'put') return;
      step += 1;
      process.kill(relay.pid, 'SIGKILL');
      await relay.exited;
      relay = await run({ bucket, cacheFolder });
      await serves(relay, first);
    });
    await publishBundle(killing, second);
    expect(step).toBe(steps);
    await serves(relay, second);
  });

  test('serves on, and takes what is published, whatever its clock does', async () => {
    const clock = join(folder, 'clock');
    const setClock = (hours: number): Promise<void> => writeFile(clock, String(hours * 3_600_000));
    await setClock(0);
    const relay = await run({
      bucket,
      cacheFolder,
      imports: [path('jumping-clock.ts')],
      env: { CLOCK_FILE: clock },
    });
    await serves(relay, first);
    const HOURS = [10_000, -10_000, 0, 1, -1];
    for (const [index, hours] of HOURS.entries()) {
      await setClock(hours);
      const bundle = smallBundle('default/edge', 10 + index);
      await publishBundle(store, bundle);
      await serves(relay, bundle);
      const since = Date.parse((await relay.gateway())?.since ?? '');
      expect((since - Date.now()) / 3_600_000).toBeCloseTo(hours, 1);
    }
  });

  test('serves on, and takes what is published, while its disk takes no more', async () => {
    // Every write beyond the first blocks of a file fails, as on a full disk; the signal that comes with it is ignored.
    const relay = await run({ bucket, cacheFolder, before: `trap '' XFSZ; ulimit -f 1` });
    await serves(relay, first);
    await publishBundle(store, second);
    await serves(relay, second);
    await eventually(() => expect(relay.lines.join('\n')).toContain('a bundle cannot be kept on the disk'));
  });

  test('serves what its disk has, and takes what is published, though it may not write there', async () => {
    const before = await run({ bucket, cacheFolder });
    await serves(before, first);
    await before.stop();
    const imports = [path('as-nobody.ts')];
    await chmodAll(folder, 'read-only');
    onTestFinished(() => chmodAll(folder, 'writable'));

    // The bucket may not be read, so that there is nothing but the disk.
    await chmod(join(bucket, 'pointers'), 0);
    const relay = await run({ bucket, cacheFolder, imports });
    await serves(relay, first, 'denied');
    expect((await relay.gateway())?.source).toBe('disk');
    await chmod(join(bucket, 'pointers'), 0o755);
    await publishBundle(store, second);
    await chmodAll(bucket, 'read-only');
    await serves(relay, second);
    await eventually(() => expect(relay.lines.join('\n')).toContain('a bundle cannot be kept on the disk'));
    expect(relay.lines.join('\n')).toMatch(/EACCES|EROFS|permission/i);
  });
});

/** How many objects the publication of a bundle after another writes. */
async function writesOf(before: Bundle, bundle: Bundle): Promise<number> {
  const counted = counting(createDirectoryStore(await temporaryFolder()));
  await publishBundle(counted.store, before);
  const earlier = counted.puts.length;
  await publishBundle(counted.store, bundle);
  return counted.puts.length - earlier;
}

/** Of a folder and all that is in it. Everybody may read what is written here. */
async function chmodAll(folder: string, kind: 'read-only' | 'writable'): Promise<void> {
  const [folders, files] = kind === 'read-only' ? [0o555, 0o444] : [0o755, 0o644];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  await chmod(folder, folders);
  for (const entry of entries) await chmod(join(entry.parentPath, entry.name), entry.isDirectory() ? folders : files);
}
