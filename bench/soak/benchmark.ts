/**
 * Two relays, a load balancer and real Envoys, for minutes in which everything goes wrong by the dice: what is lost, who is
 * left behind, and whether memory stays.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { startDemoUpstream } from '../../cli/local/demo-upstream.ts';
import { findEnvoy } from '../../cli/local/envoy.ts';
import { readListenerPort } from '../../cli/local/envoy-admin.ts';
import { poll } from '../../cli/local/poll.ts';
import { startEnvoy } from '../../cli/local/run-envoy.ts';
import { DEFAULT_ROLLOUT } from '../../compiler/5-pack/rollout-policy.ts';
import type { RelayStatus } from '../../relay/status.ts';
import { createDirectoryStore } from '../../store/directory.ts';
import { publish } from '../../store/publish.ts';
import { rollback } from '../../store/rollback.ts';
import { adsBootstrap, trafficBundle } from '../../test/relay/probe/envoy.ts';
import { startLoad, type Load } from '../../test/servers/load.ts';
import { startTcpProxy } from '../../test/servers/tcp-proxy.ts';
import { describeLoad } from '../machine.ts';
import type { ServerAddresses } from '../relay/servers.ts';
import { buildScript } from '../script.ts';
import { number, table, type Column } from '../table.ts';
import { createRandom } from './random.ts';

export interface SoakOptions {
  readonly minutes: number;
  readonly envoys: number;
  readonly seed: number;
}

export const QUICK: SoakOptions = { minutes: 0.5, envoys: 2, seed: 1 };
export const USUAL: SoakOptions = { minutes: 10, envoys: 4, seed: 1 };

interface Sample {
  readonly minute: number;
  readonly heapMb: number;
  readonly rssMb: number;
  readonly faults: number;
  readonly requests: number;
  readonly failed: number;
}

/** Measures, and returns a section in Markdown. @throws Error if an Envoy does not get what the bucket wants in the end. */
export async function benchmarkSoak(options: SoakOptions): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'enroute-soak-'));
  const closers: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
  try {
    return await soak(options, folder, closers);
  } finally {
    for (const close of closers.toReversed()) await close();
  }
}

async function soak({ minutes, envoys, seed }: SoakOptions, folder: string, closers: (() => Promise<unknown>)[]) {
  const random = createRandom(seed);
  const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)];
  const [bucket, calm] = [join(folder, 'bucket'), join(folder, 'calm')];
  const store = createDirectoryStore(bucket);
  const upstreams = [await startDemoUpstream({ name: 'one' }), await startDemoUpstream({ name: 'two' })] as const;
  for (const { stop } of upstreams) closers.push(stop);
  const edition = (number: number, quality: 'good' | 'bad') =>
    trafficBundle({
      clusters: {
        one: { port: upstreams[0].port, timeoutMs: 1_000 + number },
        two: { port: upstreams[1].port },
      },
      routes: { '/': number % 2 === 0 ? 'one' : 'two' },
      listeners: { web: 0 },
      badListener: quality === 'bad',
      rollout: { ...DEFAULT_ROLLOUT, bakeSeconds: 1 },
    });
  const info = () => ({ author: 'soak', message: 'soak', time: new Date().toISOString() });
  let editions = 0;
  const put = (quality: 'good' | 'bad' = 'good') => publish(store, edition((editions += 1), quality), info());
  await put();

  const script = await buildScript('soak/relay');
  const start = (name: string) => startRelayProcess(script, [bucket, join(folder, name), calm, String(seed), name]);
  // One lives through all of it, so that its memory can be looked at; the other is killed again and again.
  const lasting = await start('lasting');
  let mortal = await start('mortal');
  closers.push(
    () => lasting.kill(),
    () => mortal.kill(),
  );
  const balancer = await startTcpProxy();
  closers.push(balancer.close);
  balancer.forwardTo(lasting.ads);

  const binary = await findEnvoy({ report: console.error });
  const loads: Load[] = [];
  for (let index = 0; index < envoys; index += 1) {
    const protocol = index % 2 === 0 ? 'delta' : 'sotw';
    const bootstrap = adsBootstrap(`127.0.0.1:${balancer.port}`, protocol);
    const envoy = await startEnvoy({
      binary,
      bootstrap: { ...bootstrap, node: { id: `envoy-${index}`, cluster: 'edge' } },
    });
    closers.push(envoy.stop);
    const port = await poll({ what: 'that Envoy listens', timeoutMs: 60_000 }, () => portOf(envoy.adminPort));
    loads.push(startLoad({ port, requestsPerSecond: 20 }));
  }

  const faults: (() => unknown)[] = [
    () => put(),
    () => put(),
    () => put('bad'),
    () => rollback(store, 'default/edge', { ...info(), to: Math.max(1, editions - 2) }),
    () => balancer.cut(),
    () => {
      balancer.forwardTo(pick([lasting.ads, mortal.ads]) ?? lasting.ads);
      balancer.cut();
    },
    async () => {
      await mortal.kill();
      await sleep(random() * 3_000);
      mortal = await start('mortal');
    },
  ];
  const samples: Sample[] = [];
  const sample = async (minute: number): Promise<void> => {
    const { heapUsed, rss } = await lasting.memory();
    const reports = loads.map((load) => load.report());
    samples.push({
      minute,
      heapMb: heapUsed / 1e6,
      rssMb: rss / 1e6,
      faults: happened,
      requests: reports.reduce((sum, { sent }) => sum + sent, 0),
      failed: reports.reduce((sum, { failures }) => sum + failures.length, 0),
    });
  };
  let happened = 0;
  const began = Date.now();
  const step = Math.min(1, minutes / 2);
  await sample(0);
  for (let due = step; due <= minutes; due += step) {
    while (Date.now() - began < due * 60_000) {
      await pick(faults)?.();
      happened += 1;
      await sleep(500 + random() * 2_000);
    }
    await sample(due);
  }

  // Now nothing goes wrong any more: everybody must get the last edition.
  await writeFile(calm, '');
  balancer.forwardTo(lasting.ads);
  balancer.cut();
  const last = edition((editions += 1), 'good');
  await publish(store, last, info());
  const settling = Date.now();
  await poll({ what: 'that every Envoy has the last edition', timeoutMs: 60_000 }, async () => {
    const { nodes } = await lasting.status();
    const done = nodes.filter(({ bundle, state }) => bundle === last.id && state === 'complete');
    return done.length === envoys ? true : undefined;
  });
  const settledMs = Date.now() - settling;
  const reports = await Promise.all(loads.map((load) => load.stop()));
  return describe(
    { minutes, envoys, seed },
    samples,
    settledMs,
    reports.flatMap(({ failures }) => failures.map(({ message }) => message)),
  );
}

function describe(
  { minutes, envoys, seed }: SoakOptions,
  samples: readonly Sample[],
  settledMs: number,
  failures: readonly string[],
) {
  const after = samples.slice(Math.floor(samples.length / 3));
  return `## Faults for ${minutes} minutes

Two relays on one bucket that fails, is slow, or gives stale, truncated and foreign objects in one of eight answers; ${envoys}
Envoys behind a load balancer that cuts and moves them; publications that Envoys accept and that they reject, rollbacks; one relay
killed again and again. Seed ${seed}; ${describeLoad()}. Memory is of the relay that lives, after a collection.

${table(COLUMNS, samples)}

Every Envoy had the last publication ${number(settledMs / 1000)} s after the faults had stopped. Requests that failed:
${failures.length}${failures.length > 0 ? ` (${[...new Set(failures)].slice(0, 5).join('; ')})` : ''}. Over the last two thirds the heap grew by
${number(slopeOf(after.map(({ heapMb }) => heapMb)))} MB a sample, memory as a whole by ${number(slopeOf(after.map(({ rssMb }) => rssMb)))} MB.
`;
}

/** By least squares. */
function slopeOf(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const above = values.reduce((sum, value, at) => sum + (at - middle) * (value - mean), 0);
  const below = values.reduce((sum, _, at) => sum + (at - middle) ** 2, 0);
  return below === 0 ? 0 : above / below;
}

const COLUMNS: readonly Column<Sample>[] = [
  { title: 'minute', cell: ({ minute }) => number(minute) },
  { title: 'heap MB', cell: ({ heapMb }) => number(heapMb) },
  { title: 'memory MB', cell: ({ rssMb }) => number(rssMb) },
  { title: 'faults', cell: ({ faults }) => number(faults) },
  { title: 'requests', cell: ({ requests }) => number(requests) },
  { title: 'failed', cell: ({ failed }) => number(failed) },
];

interface RelayProcess {
  readonly ads: string;
  readonly status: () => Promise<RelayStatus>;
  readonly memory: () => Promise<{ readonly heapUsed: number; readonly rss: number }>;
  readonly kill: () => Promise<void>;
}

async function startRelayProcess(script: string, args: readonly string[]): Promise<RelayProcess> {
  const child = spawn(process.execPath, ['--expose-gc', script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const orphaned = () => child.kill('SIGKILL');
  process.once('exit', orphaned);
  child.once('exit', () => process.removeListener('exit', orphaned));
  const lines = createInterface({ input: child.stdout });
  const { ads, admin }: ServerAddresses = JSON.parse(await nextLine(lines));
  return {
    ads,
    status: async () => (await fetch(`http://${admin}/status`)).json() as Promise<RelayStatus>,
    async memory() {
      child.kill('SIGUSR2');
      return JSON.parse(await nextLine(lines));
    },
    kill: () => end(child),
  };
}

const nextLine = async (lines: Interface): Promise<string> => {
  const [line] = await once(lines, 'line');
  return String(line);
};

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}

/** Nothing while Envoy has no listener yet. */
async function portOf(adminPort: number): Promise<number | undefined> {
  try {
    return await readListenerPort(adminPort, 'web');
  } catch {
    return undefined; // Its configuration is still on its way.
  }
}
