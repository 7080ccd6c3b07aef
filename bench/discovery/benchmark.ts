/** What it costs a relay when the endpoints of its upstreams change all the time, with real Envoys that follow. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { withFreeAdminPort, withPlainRelay, withRelay } from '../../cli/bootstrap.ts';
import { findEnvoy } from '../../cli/local/envoy.ts';
import { startEnvoy } from '../../cli/local/run-envoy.ts';
import { compile } from '../../compiler/compile.ts';
import { createDirectoryStore } from '../../store/directory.ts';
import { publish } from '../../store/publish.ts';
import { reservePort } from '../../test/servers/ports.ts';
import { describeLoad } from '../machine.ts';
import { buildScript } from '../script.ts';
import { number, table, type Column } from '../table.ts';

export interface DiscoveryOptions {
  readonly upstreams: number;
  /** Changes a second, one row for each. */
  readonly rates: readonly number[];
  readonly envoys: number;
  readonly seconds: number;
}

export const QUICK: DiscoveryOptions = { upstreams: 100, rates: [100], envoys: 1, seconds: 3 };
export const USUAL: DiscoveryOptions = { upstreams: 1_000, rates: [100, 1_000, 10_000], envoys: 2, seconds: 15 };

/** What the relay's process reports. */
export interface ChurnCost {
  readonly changes: number;
  readonly cpuSeconds: number;
  /** After a collection. */
  readonly heapBeforeMb: number;
  readonly heapAfterMb: number;
  /** Of endpoints, over all streams. */
  readonly responses: number;
  readonly bytes: number;
}

interface Row extends ChurnCost {
  readonly rate: number;
  readonly seconds: number;
}

/** Measures, and returns a section in Markdown. */
export async function benchmarkDiscovery(options: DiscoveryOptions): Promise<string> {
  const { upstreams, rates, envoys, seconds } = options;
  const rows: Row[] = [];
  for (const rate of rates) rows.push({ rate, seconds, ...(await measureRate(options, rate)) });
  return `## Endpoints that change

${number(upstreams)} upstreams of 10 endpoints each, ${envoys} Envoys, ${seconds} seconds for each rate; ${describeLoad()}. CPU is that of
the relay's process, of one core; the source is in it too.

${table(COLUMNS, rows)}
`;
}

async function measureRate(options: DiscoveryOptions, rate: number): Promise<ChurnCost> {
  const { upstreams, envoys, seconds } = options;
  const folder = await mkdtemp(join(tmpdir(), 'enroute-bench-'));
  const bundle = compileUpstreams(upstreams, await reservePort());
  const info = { author: 'bench', message: 'measure', time: '2026-01-01T00:00:00Z' };
  await publish(createDirectoryStore(folder), bundle, info);
  const script = await buildScript('discovery/run');
  const relay = spawn(process.execPath, ['--expose-gc', script, ...[upstreams, rate, seconds].map(String), folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: relay.stdout })[Symbol.asyncIterator]();
  const stops: (() => Promise<void>)[] = [];
  try {
    const { ads }: { readonly ads: string } = JSON.parse((await lines.next()).value ?? '');
    const [host = '', port = ''] = ads.split(':');
    const bootstrap = withFreeAdminPort(withPlainRelay(withRelay(bundle.bootstrap, { host, port: Number(port) })));
    const binary = await findEnvoy({ report: console.error });
    for (let index = 0; index < envoys; index += 1)
      stops.push((await startEnvoy({ binary, bootstrap, nodeId: `edge-${index}`, timeoutMs: 120_000 })).stop);
    relay.stdin.write('go\n');
    return JSON.parse((await lines.next()).value ?? '');
  } finally {
    for (const stop of stops) await stop();
    relay.stdin.end();
    if (relay.exitCode === null)
      await Promise.race([once(relay, 'exit'), new Promise((done) => setTimeout(done, 2_000))]);
    relay.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  }
}

/** All Envoys share the port of their listener, which Linux lets them. */
function compileUpstreams(count: number, port: number) {
  const names = Array.from({ length: count }, (_, index) => `u${index}`);
  const document = (kind: string, name: string, spec: object): string =>
    JSON.stringify({ apiVersion: 'enroute.dev/v1', kind, metadata: { name }, spec });
  const routes = names.map((name) => ({ match: { path: { prefix: `/${name}` } }, forward: { upstream: name } }));
  const documents = [
    document('Gateway', 'edge', { listeners: [{ name: 'http', address: '127.0.0.1', port, protocol: 'HTTP' }] }),
    document('VirtualHost', 'all', { gateways: ['edge'], hostnames: ['*'], routes }),
    ...names.map((name) => document('Upstream', name, { discovery: { pushed: {} } })),
  ];
  const [bundle] = compile(documents.map((text, index) => ({ path: `${index}.json`, text }))).bundles;
  if (!bundle) throw new Error('the documents do not compile');
  return bundle;
}

const COLUMNS: readonly Column<Row>[] = [
  { title: 'changes/s', cell: ({ changes, seconds }) => number(changes / seconds) },
  { title: 'CPU', cell: ({ cpuSeconds, seconds }) => `${number((cpuSeconds / seconds) * 100)} %` },
  { title: 'CPU µs/change', cell: ({ cpuSeconds, changes }) => number((cpuSeconds / changes) * 1e6) },
  { title: 'responses/s', cell: ({ responses, seconds }) => number(responses / seconds) },
  { title: 'kB/s', cell: ({ bytes, seconds }) => number(bytes / seconds / 1_000) },
  { title: 'heap before MB', cell: ({ heapBeforeMb }) => number(heapBeforeMb) },
  { title: 'heap after MB', cell: ({ heapAfterMb }) => number(heapAfterMb) },
];
