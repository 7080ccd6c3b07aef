/** A real Workers runtime (workerd), run by its official emulator. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { R2Bucket } from '../../store/r2.ts';
import { installed, run } from './installed.ts';

const VERSION = '4.20260426.0';
/** Not after the runtime's own date. */
const COMPATIBILITY_DATE = '2026-04-01';

export interface WorkerOptions {
  /** The module of the Worker, bundled. */
  readonly script: string;
  /** Names of bindings, each of an empty bucket. */
  readonly r2Buckets?: readonly string[];
  /** Variables and secrets. */
  readonly bindings?: Readonly<Record<string, string>>;
}

export interface RunningWorker {
  /** Such as `http://127.0.0.1:34567`. */
  readonly url: string;
  readonly bucket: (binding: string) => Promise<R2Bucket>;
  readonly stop: () => Promise<void>;
}

/** What is used of the package; it comes from the cache, so that nobody installs it who does not run the tests. */
interface Miniflare {
  readonly ready: Promise<URL>;
  getR2Bucket(binding: string): Promise<R2Bucket>;
  dispose(): Promise<void>;
}

export async function startWorker({ script, r2Buckets = [], bindings = {} }: WorkerOptions): Promise<RunningWorker> {
  const { Miniflare } = await loadMiniflare();
  const worker = new Miniflare({
    host: '127.0.0.1',
    port: 0,
    modules: true,
    script,
    compatibilityDate: COMPATIBILITY_DATE,
    r2Buckets: [...r2Buckets],
    bindings: { ...bindings },
  });
  const url = (await worker.ready).origin;
  return { url, bucket: (binding) => worker.getR2Bucket(binding), stop: () => worker.dispose() };
}

async function loadMiniflare(): Promise<{ readonly Miniflare: new (options: object) => Miniflare }> {
  const folder = await installed({
    name: 'miniflare',
    version: VERSION,
    cost: '165 MB, half a minute',
    install: (work) =>
      run('npm', ['install', '--no-audit', '--no-fund', '--no-save', '--prefix', work, `miniflare@${VERSION}`], {
        cwd: work,
      }),
  });
  const path = createRequire(join(folder, 'package.json')).resolve('miniflare');
  return import(pathToFileURL(path).href);
}
