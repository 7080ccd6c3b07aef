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
import { number, quantile, table, type Column } from '../table.ts';
import { probe, PROBE } from './probe.ts';

export interface DiscoveryOptions {
  readonly upstreams: number;
  /** One row for each. */
  readonly loads: readonly Load[];
  readonly envoys: number;
  readonly seconds: number;
}

interface Load {
  /** `stub`: within the relay, which shows what following alone costs. `pushed`: a process that pushes into a directory. */
  readonly source: 'stub' | 'pushed';
  /** Changes a second. */
  readonly rate: number;
}

export const QUICK: DiscoveryOptions = {
  upstreams: 100,
  loads: [
    { source: 'stub', rate: 100 },
    { source: 'pushed', rate: 100 },
  ],
  envoys: 1,
  seconds: 3,
};
export const USUAL: DiscoveryOptions = {
  upstreams: 1_000,
  loads: [...[100, 1_000, 10_000].map((rate): Load => ({ source: 'stub', rate })), { source: 'pushed', rate: 1_000 }],
  envoys: 2,
  seconds: 15,
};

/** What the relay's process reports. */
export interface ChurnCost {
  readonly changes: number;
  readonly cpuSeconds: number;
  /** After a collection. */
  readonly heapBeforeMb: number;
  readonly heapAfterMb: number;
  /** The most that the process had in memory since it started. */
  readonly peakMb: number;
  /** Of endpoints, over all streams. */
  readonly responses: number;
  readonly bytes: number;
}

interface Row extends ChurnCost, Load {
  readonly seconds: number;
  /** From a push until an Envoy has it, in milliseconds. */
  readonly latencies: readonly number[];
}

/** Measures, and returns a section in Markdown. */
export async function benchmarkDiscovery(options: DiscoveryOptions): Promise<string> {
  const { upstreams, loads, envoys, seconds } = options;
  const rows: Row[] = [];
  for (const load of loads) rows.push({ ...load, seconds, ...(await measure(options, load)) });
  return `## Endpoints that change

${number(upstreams)} upstreams of 10 endpoints each, ${envoys} Envoys, ${seconds} seconds for each rate; ${describeLoad()}. CPU is that of
the relay's process, of one core; a stub is in it too, who pushes is not. Latency is that of one upstream more, whose endpoints
are pushed ten times a second at most: until an Envoy has taken them.

${table(COLUMNS, rows)}
`;
}

async function measure(options: DiscoveryOptions, { source, rate }: Load): Promise<ChurnCost & Pick<Row, 'latencies'>> {
  const { upstreams, envoys, seconds } = options;
  const folder = await mkdtemp(join(tmpdir(), 'enroute-bench-'));
  const store = createDirectoryStore(folder);
  const bundle = compileUpstreams(upstreams, await reservePort());
  const info = { author: 'bench', message: 'measure', time: '2026-01-01T00:00:00Z' };
  await publish(store, bundle, info);
  const stops: (() => Promise<void>)[] = [() => rm(folder, { recursive: true, force: true })];
  const run = async (name: string, ...more: readonly string[]): Promise<Talk> => {
    const talk = startTalk(
      await buildScript(`discovery/${name}`),
      [upstreams, rate, seconds, folder, ...more].map(String),
    );
    stops.unshift(talk.stop);
    return talk;
  };
  try {
    const pusher = source === 'pushed' ? await run('push') : undefined;
    await pusher?.next();
    const relay = await run('run', source);
    const { ads }: { readonly ads: string } = JSON.parse(await relay.next());
    const [host = '', port = ''] = ads.split(':');
    const bootstrap = withFreeAdminPort(withPlainRelay(withRelay(bundle.bootstrap, { host, port: Number(port) })));
    const binary = await findEnvoy({ report: console.error });
    let adminPort = 0;
    for (let index = 0; index < envoys; index += 1) {
      const envoy = await startEnvoy({ binary, bootstrap, nodeId: `edge-${index}`, timeoutMs: 120_000 });
      stops.unshift(envoy.stop);
      adminPort = envoy.adminPort;
    }
    relay.say('go');
    pusher?.say('go');
    const latencies = pusher ? await probe(store, adminPort, seconds) : [];
    const cost: ChurnCost = JSON.parse(await relay.next());
    const pushed: Pick<ChurnCost, 'changes'> | undefined = pusher && JSON.parse(await pusher.next());
    return { ...cost, ...pushed, latencies };
  } finally {
    for (const stop of stops) await stop();
  }
}

/** A process that is told something, and answers, by lines. */
interface Talk {
  readonly say: (line: string) => void;
  readonly next: () => Promise<string>;
  readonly stop: () => Promise<void>;
}

function startTalk(script: string, args: readonly string[]): Talk {
  const child = spawn(process.execPath, ['--expose-gc', script, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    say: (line) => void child.stdin.write(`${line}\n`),
    next: async () => String((await lines.next()).value ?? ''),
    async stop() {
      child.stdin.end();
      if (child.exitCode === null)
        await Promise.race([once(child, 'exit'), new Promise((done) => setTimeout(done, 2_000))]);
      child.kill('SIGKILL');
    },
  };
}

/** All Envoys share the port of their listener, which Linux lets them. */
function compileUpstreams(count: number, port: number) {
  const names = [...Array.from({ length: count }, (_, index) => `u${index}`), PROBE];
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
  { title: 'source', cell: ({ source }) => source },
  { title: 'changes/s', cell: ({ changes, seconds }) => number(changes / seconds) },
  { title: 'CPU', cell: ({ cpuSeconds, seconds }) => `${number((cpuSeconds / seconds) * 100)} %` },
  { title: 'CPU µs/change', cell: ({ cpuSeconds, changes }) => number((cpuSeconds / changes) * 1e6) },
  { title: 'responses/s', cell: ({ responses, seconds }) => number(responses / seconds) },
  { title: 'kB/s', cell: ({ bytes, seconds }) => number(bytes / seconds / 1_000) },
  { title: 'heap before MB', cell: ({ heapBeforeMb }) => number(heapBeforeMb) },
  { title: 'heap after MB', cell: ({ heapAfterMb }) => number(heapAfterMb) },
  { title: 'peak RSS MB', cell: ({ peakMb }) => number(peakMb) },
  { title: 'latency p50 ms', cell: ({ latencies }) => latencyAt(latencies, 0.5) },
  { title: 'p99 ms', cell: ({ latencies }) => latencyAt(latencies, 0.99) },
];

const latencyAt = (latencies: readonly number[], share: number): string =>
  latencies.length > 0 ? number(quantile(latencies, share)) : '';
