/** What the API costs as the workspace grows: a page, one changed route committed, and published. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApi } from '../../functions/api/api.ts';
import { createDirectoryStore } from '../../store/directory.ts';
import { createMemoryStore } from '../../store/memory.ts';
import type { Store } from '../../store/store.ts';
import { describeLoad } from '../machine.ts';
import { countTraffic, type Traffic } from '../publish/counting-store.ts';
import { number, quantile, table, type Column } from '../table.ts';
import { apiDocuments, routeOf } from './documents.ts';

export interface ApiBenchmarkOptions {
  readonly sizes: readonly number[];
  /** How many changes of a route are measured. */
  readonly changes: number;
}

export const QUICK: ApiBenchmarkOptions = { sizes: [100, 1_000], changes: 3 };
export const USUAL: ApiBenchmarkOptions = { sizes: [100, 1_000, 10_000], changes: 10 };

interface Row {
  readonly bucket: string;
  readonly documents: number;
  readonly importMs: number;
  readonly pageMs: number;
  readonly getMs: number;
  readonly commitMs: number;
  readonly publishMs: number;
  readonly coldMs: number;
  readonly commit: Traffic;
}

/** Measures, and returns a section in Markdown. */
export async function benchmarkApi({ sizes, changes }: ApiBenchmarkOptions): Promise<string> {
  const rows: Row[] = [];
  for (const size of sizes) {
    rows.push(await measure('memory', createMemoryStore(), size, changes));
    const folder = await mkdtemp(join(tmpdir(), 'enroute-bench-'));
    try {
      rows.push(await measure('directory', createDirectoryStore(folder), size, changes));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  return `## API

Documents: half Routes of one rule, half Upstreams, one Gateway, one VirtualHost; ${describeLoad()}. A page is 100 routes;
a commit is a \`PUT\` of one Route, with all that it takes to know that the whole still compiles; a
publication follows it. Medians of ${changes}. "Cold" is the first commit of a process that has read and compiled nothing yet.
Target for a commit and its publication at 10,000: 1,000 ms.

${table(COLUMNS, rows)}
`;
}

async function measure(bucket: string, inner: Store, documents: number, changes: number): Promise<Row> {
  const { store, take } = countTraffic(inner);
  const send = client(store);
  const importMs = await timed(() => send('POST', '/v1/apply', apiDocuments(documents)));
  await send('POST', '/v1/publish', {});
  const times = { page: [] as number[], get: [] as number[], commit: [] as number[], publish: [] as number[] };
  const middle = Math.floor(documents / 4);
  let commit: Traffic | undefined;
  for (let round = 1; round <= changes; round++) {
    const route = routeOf(middle + round, 100 + round);
    times.page.push(await timed(() => send('GET', `/v1/routes?limit=100&fieldSelector=metadata.name!%3Dx${round}`)));
    times.get.push(await timed(() => send('GET', `/v1/routes/${route.metadata.name}`)));
    take();
    times.commit.push(await timed(() => send('PUT', `/v1/routes/${route.metadata.name}`, route)));
    commit = take();
    times.publish.push(await timed(() => send('POST', '/v1/publish', {})));
  }
  const coldMs = await timed(() => client(store)('PUT', '/v1/routes/r-0', routeOf(0, 99)));
  const median = (values: readonly number[]): number => quantile(values, 0.5);
  return {
    bucket,
    documents,
    importMs,
    pageMs: median(times.page),
    getMs: median(times.get),
    commitMs: median(times.commit),
    publishMs: median(times.publish),
    coldMs,
    commit: commit ?? take(),
  };
}

function client(store: Store) {
  const api = createApi({ store });
  return async (method: string, path: string, body?: unknown): Promise<void> => {
    const response = await api.request(path, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 500)}`);
  };
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const COLUMNS: readonly Column<Row>[] = [
  { title: 'bucket', cell: ({ bucket }) => bucket },
  { title: 'documents', cell: ({ documents }) => number(documents) },
  { title: 'import ms', cell: ({ importMs }) => number(importMs) },
  { title: 'page ms', cell: ({ pageMs }) => number(pageMs) },
  { title: 'get ms', cell: ({ getMs }) => number(getMs) },
  { title: 'commit ms', cell: ({ commitMs }) => number(commitMs) },
  { title: 'objects', cell: ({ commit }) => number(commit.puts) },
  { title: 'KB', cell: ({ commit }) => number(commit.bytesWritten / 1000) },
  { title: 'publish ms', cell: ({ publishMs }) => number(publishMs) },
  { title: 'cold ms', cell: ({ coldMs }) => number(coldMs) },
];
