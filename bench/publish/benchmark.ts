/** What publishing and loading move: everything the first time, and what one changed route costs. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CompiledBundle } from '../../compiler/5-pack/gateway.ts';
import { compile } from '../../compiler/compile.ts';
import { createCompileMemo } from '../../compiler/memo.ts';
import { createDirectoryStore } from '../../store/directory.ts';
import { loadBundle } from '../../store/load.ts';
import { publish } from '../../store/publish.ts';
import { createS3Store } from '../../store/s3.ts';
import type { Store } from '../../store/store.ts';
import { startS3Server } from '../../test/servers/versitygw.ts';
import { changed, documents } from '../documents.ts';
import { describeLoad } from '../machine.ts';
import { megabytes, number, table, type Column } from '../table.ts';
import { countTraffic, type Traffic } from './counting-store.ts';

export interface PublishOptions {
  readonly routes: number;
}

interface Row {
  readonly bucket: string;
  readonly what: string;
  readonly objects: number;
  readonly bytes: number;
  readonly requests: number;
  readonly ms: number;
}

/** Measures, and returns a section in Markdown. */
export async function benchmarkPublish({ routes }: PublishOptions): Promise<string> {
  const bundles = compileTwice(routes);
  const rows = [...(await inDirectory(bundles)), ...(await onS3(bundles))];
  return `## Publish

A bundle of ${number(routes)} routes on as many upstreams, and then one with one route changed; ${describeLoad()}. A
publication is chunks, manifest, revision and pointer; a relay that has the bundle before downloads what it lacks.

${table(COLUMNS, rows)}
`;
}

function compileTwice(routes: number): readonly [CompiledBundle, CompiledBundle] {
  const memo = createCompileMemo();
  const files = documents(routes);
  const [first] = compile(files, memo).bundles;
  const [second] = compile(changed(files, 'route', Math.floor(files.length / 2)), memo).bundles;
  if (!first || !second) throw new Error('the documents do not compile');
  return [first, second];
}

async function inDirectory(bundles: readonly [CompiledBundle, CompiledBundle]): Promise<readonly Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'enroute-bench-'));
  try {
    return await measureBucket('directory', createDirectoryStore(folder), bundles);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function onS3(bundles: readonly [CompiledBundle, CompiledBundle]): Promise<readonly Row[]> {
  const server = await startS3Server();
  try {
    const store = createS3Store(server.storeOptions(await server.createBucket()));
    return await measureBucket('S3 (versitygw)', store, bundles);
  } finally {
    await server.remove();
  }
}

async function measureBucket(
  bucket: string,
  inner: Store,
  [first, second]: readonly [CompiledBundle, CompiledBundle],
): Promise<readonly Row[]> {
  const { store, take } = countTraffic(inner);
  const timed = async (what: string, work: () => Promise<unknown>): Promise<Row> => {
    take();
    const start = performance.now();
    await work();
    return { bucket, what, ms: performance.now() - start, ...moved(take()) };
  };
  const info = { author: 'bench', message: 'measure', time: '2026-01-01T00:00:00Z' };
  return [
    await timed('publish the first', () => publish(store, first, info)),
    await timed('publish the change', () => publish(store, second, info)),
    await timed('load the first', () => loadBundle(store, first.id)),
    await timed('load the change', () => loadBundle(store, second.id, first.chunks)),
  ];
}

const moved = ({ puts, bytesWritten, gets, bytesRead }: Traffic): Pick<Row, 'objects' | 'bytes' | 'requests'> => ({
  objects: puts === 0 ? gets : puts,
  bytes: bytesWritten === 0 ? bytesRead : bytesWritten,
  requests: puts + gets,
});

const COLUMNS: readonly Column<Row>[] = [
  { title: 'bucket', cell: ({ bucket }) => bucket },
  { title: 'step', cell: ({ what }) => what },
  { title: 'objects', cell: ({ objects }) => number(objects) },
  { title: 'bytes', cell: ({ bytes }) => megabytes(bytes) },
  { title: 'requests', cell: ({ requests }) => number(requests) },
  { title: 'ms', cell: ({ ms }) => number(ms) },
];
