/** What one changed host costs one Envoy, by the number of hosts and the way in which it gets them. */
import { readListenerPort } from '../../cli/local/envoy-admin.ts';
import { findEnvoy } from '../../cli/local/envoy.ts';
import { startEnvoy } from '../../cli/local/run-envoy.ts';
import { serveAds } from '../../relay/ads.ts';
import { request } from '../../test/servers/http-client.ts';
import { adsBootstrap } from '../../test/relay/probe/envoy.ts';
import { describeLoad } from '../machine.ts';
import { number, quantile, table, type Column } from '../table.ts';
import { cpuMsOf, memoryMbOf } from './process.ts';
import { bundles, CHANGING, hostName, NODE_CLUSTER, WAYS, type Way } from './resources.ts';

export interface HostsOptions {
  readonly sizes: readonly number[];
  /** How often the host changes; medians count. */
  readonly changes: number;
}

export const QUICK: HostsOptions = { sizes: [150], changes: 2 };
export const USUAL: HostsOptions = { sizes: [100, 1_000, 10_000], changes: 7 };

interface Row {
  readonly hosts: number;
  readonly way: Way;
  readonly start: Cost;
  readonly change: Cost;
  readonly memoryMb: number;
}

interface Cost {
  /** What the relay has sent. */
  readonly bytes: number;
  /** Until a request is answered by it. */
  readonly ms: number;
  /** Envoy's. */
  readonly cpuMs: number;
}

/** Measures, and returns a section in Markdown. */
export async function benchmarkHosts({ sizes, changes }: HostsOptions): Promise<string> {
  const rows: Row[] = [];
  for (const hosts of sizes) for (const way of WAYS) rows.push(await measure(hosts, way, changes));
  return `## Hosts

One of many hosts on a listener changes: what the relay sends to one Envoy, how long until a request meets the change, and
Envoy's CPU time, the medians of ${changes}; and the same for an Envoy that starts. ${describeLoad()}.

- together: all hosts in one route configuration
- apart: each a resource, over VHDS, as the compiler does it from 100 hosts on
- scoped: each in a route configuration of its own, found by the Host header as it is; not for wildcards or ports

${table(COLUMNS, rows)}
`;
}

const COLUMNS: readonly Column<Row>[] = [
  { title: 'hosts', cell: ({ hosts }) => number(hosts) },
  { title: 'way', cell: ({ way }) => way },
  { title: 'bytes', cell: ({ change }) => number(change.bytes) },
  { title: 'ms', cell: ({ change }) => number(change.ms) },
  { title: 'CPU ms', cell: ({ change }) => number(change.cpuMs) },
  { title: 'start: bytes', cell: ({ start }) => number(start.bytes) },
  { title: 'start: ms', cell: ({ start }) => number(start.ms) },
  { title: 'start: CPU ms', cell: ({ start }) => number(start.cpuMs) },
  { title: 'memory MB', cell: ({ memoryMb }) => number(memoryMb) },
];

async function measure(hosts: number, way: Way, changes: number): Promise<Row> {
  let bytes = 0;
  const server = await serveAds({
    listen: '127.0.0.1:0',
    identifier: 'bench',
    secretsAllowed: 'always',
    events: (event) => {
      if (event.kind === 'sent') bytes += event.bytes;
    },
  });
  const versions = bundles(way, hosts);
  const prepared = Array.from({ length: changes + 1 }, () => versions.next().value);
  const began = performance.now();
  server.setBundle(firstOf(prepared), []);
  const bootstrap = { ...adsBootstrap(server.address, 'delta'), node: { id: 'envoy-1', cluster: NODE_CLUSTER } };
  const envoy = await startEnvoy({ binary: await findEnvoy(), bootstrap, timeoutMs: START_LIMIT_MS });
  try {
    const port = await readListenerPort(envoy.adminPort, 'http');
    await untilAnswered(port, 0);
    const start = { bytes, ms: performance.now() - began, cpuMs: await cpuMsOf(envoy.pid) };
    const costs: Cost[] = [];
    for (const [generation, bundle] of prepared.entries()) {
      if (generation === 0) continue;
      await settle();
      const cpuMs = await cpuMsOf(envoy.pid);
      bytes = 0;
      const from = performance.now();
      server.setBundle(bundle, []);
      await untilAnswered(port, generation);
      const ms = performance.now() - from;
      // What Envoy throws away, it does so a moment later.
      await settle();
      costs.push({ bytes, ms, cpuMs: (await cpuMsOf(envoy.pid)) - cpuMs });
    }
    return { hosts, way, start, change: medianOf(costs), memoryMb: await memoryMbOf(envoy.pid) };
  } finally {
    await envoy.stop();
    await server.close(0);
  }
}

const START_LIMIT_MS = 120_000;
const SETTLE_MS = 700;

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, SETTLE_MS));

function firstOf<T>([first]: readonly T[]): T {
  if (first === undefined) throw new Error('nothing was prepared');
  return first;
}

const medianOf = (costs: readonly Cost[]): Cost => ({
  bytes: quantile(
    costs.map(({ bytes }) => bytes),
    0.5,
  ),
  ms: quantile(
    costs.map(({ ms }) => ms),
    0.5,
  ),
  cpuMs: quantile(
    costs.map(({ cpuMs }) => cpuMs),
    0.5,
  ),
});

/** Asks the host that changes, until it answers with this generation. */
async function untilAnswered(port: number, generation: number): Promise<void> {
  for (;;) {
    const { status, body } = await request({ port, host: hostName(CHANGING) });
    if (status === 200 && body === String(generation)) return;
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}
