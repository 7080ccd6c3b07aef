/** What the API costs where it starts for a request: sizes, the first answer of a new process, and the next ones. */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cacheFolder } from '../../cli/local/cache-folder.ts';
import { createApi } from '../../functions/api/api.ts';
import { createS3Store } from '../../store/s3.ts';
import { startS3Server, type S3Server } from '../../test/servers/versitygw.ts';
import { apiDocuments } from '../api/documents.ts';
import { describeLoad } from '../machine.ts';
import { cpuMsOf } from '../hosts/process.ts';
import { runToEnd } from '../script.ts';
import { number, quantile, table, type Column } from '../table.ts';
import { RUNTIMES, type RunningFunction, type Runtime } from './runtimes.ts';
import { sizeOf, type Size } from './sizes.ts';

export interface FunctionsBenchmarkOptions {
  /** How many new processes are measured for each figure. */
  readonly starts: number;
  /** How many requests to a process that has answered before. */
  readonly requests: number;
  /** How many documents the bucket has. */
  readonly documents: number;
}

export const QUICK: FunctionsBenchmarkOptions = { starts: 3, requests: 20, documents: 100 };
export const USUAL: FunctionsBenchmarkOptions = { starts: 11, requests: 200, documents: 1_000 };

interface Bundle {
  readonly name: string;
  readonly folder: string;
  /** What is asked for, besides the health. */
  readonly path: string | undefined;
}

interface Cold {
  readonly wallMs: number;
  /** Of all threads of the runtime. */
  readonly cpuMs: number;
}

interface Row {
  readonly runtime: string;
  readonly bundle: string;
  readonly size: Size;
  readonly health: Cold;
  readonly page: Cold | undefined;
  readonly warm: number;
}

interface ComparedRow extends Row {
  /** The same without Enroute. */
  readonly hello: Row;
}

/** Measures, and returns a section in Markdown. */
export async function benchmarkFunctions(options: FunctionsBenchmarkOptions): Promise<string> {
  const bundles = await buildBundles();
  const s3 = await startS3Server();
  try {
    const variables = await fill(s3, options.documents);
    const rows: ComparedRow[] = [];
    for (const runtime of RUNTIMES) {
      const hello = await measure(runtime, bundles.hello, variables, options);
      const enroute = await measure(runtime, bundles.enroute, variables, options);
      rows.push({ ...hello, hello }, { ...enroute, hello });
    }
    return `## Functions

"Hello" is the same framework with the same kind of entry and one answer, and bundled by the same build; "eager" is what is
loaded before a first request. A cold start is from before the runtime's process is started until it has answered its first
request: its health, or a page of 100 of ${number(options.documents)} documents on S3 (versitygw), asked with an API key.
Medians of ${options.starts} processes, and of ${options.requests} requests for a warm one, which asks for the same; ${describeLoad()}.
Targets: 400 ms cold on Lambda's runtime, 1,000 kB compressed for the Worker.

${table(COLUMNS, rows)}
`;
  } finally {
    await s3.remove();
  }
}

async function buildBundles(): Promise<Readonly<Record<'hello' | 'enroute', Bundle>>> {
  const root = join(import.meta.dirname, '../..');
  const folder = join(await cacheFolder(), 'bench/functions');
  const build = async (name: string, entries: string): Promise<string> => {
    const out = join(folder, name);
    const options = ['--functions', out, '--entries', join(root, entries)];
    await runToEnd(process.execPath, [join(root, 'build.mjs'), ...options], 60_000);
    return out;
  };
  return {
    hello: { name: 'hello', folder: await build('hello', 'bench/functions/peer'), path: undefined },
    enroute: { name: 'Enroute', folder: await build('enroute', 'functions/entry'), path: '/v1/routes?limit=100' },
  };
}

const KEY = 'a-key-that-is-long-enough';

/** Makes a bucket with documents, and returns what a function has to be told of it. */
async function fill(s3: S3Server, documents: number): Promise<Readonly<Record<string, string>>> {
  const bucket = await s3.createBucket();
  const api = createApi({ store: createS3Store(s3.storeOptions(bucket)) });
  const body = JSON.stringify(apiDocuments(documents));
  const headers = { 'content-type': 'application/json' };
  const { status } = await api.request('/v1/apply', { method: 'POST', headers, body });
  if (status !== 200) throw new Error(`the documents were answered by ${status}`);
  return {
    ENROUTE_STORE: `s3://${bucket}?endpoint=${s3.endpoint}&pathStyle=true`,
    ENROUTE_ACCESS_POLICY:
      '{"apiKeys":[{"name":"bench","environment":"ENROUTE_KEY"}],"bindings":[{"role":"viewer","apiKeys":["bench"]}]}',
    ENROUTE_KEY: KEY,
    AWS_ACCESS_KEY_ID: s3.credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: s3.credentials.secretAccessKey,
  };
}

async function measure(
  runtime: Runtime,
  bundle: Bundle,
  variables: Readonly<Record<string, string>>,
  { starts, requests }: FunctionsBenchmarkOptions,
): Promise<Row> {
  const folder = join(bundle.folder, runtime.folder);
  const start = () => runtime.start(folder, variables);
  const { path = '/healthz' } = bundle;
  const health: Cold[] = [];
  const page: Cold[] = [];
  for (let round = 0; round < starts; round++) {
    health.push(await cold(start, '/healthz'));
    if (bundle.path !== undefined) page.push(await cold(start, bundle.path));
  }
  const warm: number[] = [];
  const running = await start();
  try {
    await answer(running, path);
    for (let count = 0; count < requests; count++) {
      const begin = performance.now();
      await ask(running, path);
      warm.push(performance.now() - begin);
    }
  } finally {
    await running.stop();
  }
  return {
    runtime: runtime.name,
    bundle: bundle.name,
    size: await sizeOf(folder),
    health: medianOf(health),
    page: page.length > 0 ? medianOf(page) : undefined,
    warm: quantile(warm, 0.5),
  };
}

const medianOf = (starts: readonly Cold[]): Cold => ({
  wallMs: quantile(
    starts.map(({ wallMs }) => wallMs),
    0.5,
  ),
  cpuMs: quantile(
    starts.map(({ cpuMs }) => cpuMs),
    0.5,
  ),
});

async function cold(start: () => Promise<RunningFunction>, path: string): Promise<Cold> {
  const begin = performance.now();
  const running = await start();
  try {
    await answer(running, path);
    return { wallMs: performance.now() - begin, cpuMs: await cpuMsOf(running.pid) };
  } finally {
    await running.stop();
  }
}

const LONGEST_START_MS = 30_000;

/** Asks until it listens. */
async function answer(running: RunningFunction, path: string): Promise<void> {
  for (const end = Date.now() + LONGEST_START_MS; ;) {
    try {
      return await ask(running, path);
    } catch (error) {
      // `fetch` throws a TypeError where nobody listens.
      if (!(error instanceof TypeError) || Date.now() > end) throw error;
      await sleep(2);
    }
  }
}

async function ask({ url, output }: RunningFunction, path: string): Promise<void> {
  const response = await fetch(`${url}${path}`, { headers: { 'x-api-key': KEY } });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${path}: ${response.status} ${text.slice(0, 500)}\n${output()}`);
}

const COLUMNS: readonly Column<ComparedRow>[] = [
  { title: 'runtime', cell: ({ runtime }) => runtime },
  { title: 'bundle', cell: ({ bundle }) => bundle },
  { title: 'kB', cell: ({ size }) => number(size.raw / 1000) },
  { title: 'eager kB', cell: ({ size }) => number(size.eager / 1000) },
  { title: 'gzip kB', cell: ({ size }) => number(size.gzip / 1000) },
  { title: 'brotli kB', cell: ({ size }) => number(size.brotli / 1000) },
  { title: 'cold ms', cell: ({ health }) => number(health.wallMs) },
  { title: '× hello', cell: ({ health, hello }) => number(health.wallMs / hello.health.wallMs) },
  { title: 'CPU ms', cell: ({ health }) => number(health.cpuMs) },
  { title: 'cold page ms', cell: ({ page }) => (page ? number(page.wallMs) : '') },
  { title: '× hello', cell: ({ page, hello }) => (page ? number(page.wallMs / hello.health.wallMs) : '') },
  { title: 'page CPU ms', cell: ({ page }) => (page ? number(page.cpuMs) : '') },
  { title: 'warm ms', cell: ({ warm }) => number(warm) },
];
