/**
 * Two relays, a load balancer and real Envoys, for minutes in which everything goes wrong by the dice: what is lost, who is
 * left behind, and whether memory stays.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startDemoUpstream } from '../../cli/local/demo-upstream.ts';
import { findEnvoy } from '../../cli/local/envoy.ts';
import { readListenerPort } from '../../cli/local/envoy-admin.ts';
import { poll } from '../../cli/local/poll.ts';
import { startEnvoy } from '../../cli/local/run-envoy.ts';
import type { Digest } from '../../compiler/5-pack/bundle.ts';
import { DEFAULT_ROLLOUT } from '../../compiler/5-pack/rollout-policy.ts';
import { createDirectoryStore } from '../../store/directory.ts';
import { publish } from '../../store/publish.ts';
import { rollback } from '../../store/rollback.ts';
import { adsBootstrap, trafficBundle } from '../../test/relay/probe/envoy.ts';
import { startLoad, type Load } from '../../test/servers/load.ts';
import { startTcpProxy } from '../../test/servers/tcp-proxy.ts';
import { describeLoad } from '../machine.ts';
import { buildScript } from '../script.ts';
import { number, table, type Column } from '../table.ts';
import { createDice } from './dice.ts';
import { inFolder, type Closers } from './in-folder.ts';
import { startRelayProcess, type RelayProcess } from './relay-process.ts';
import { describeTrends, eachMinute, growthIn } from './trend.ts';
import { endure } from './turmoil.ts';

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

/**
 * Measures, and returns a section in Markdown.
 * @throws Error if a request fails, the relay's memory grows, or an Envoy does not get what the bucket wants in the end.
 */
export const benchmarkSoak = (options: SoakOptions): Promise<string> =>
  inFolder((folder, closers) => soak(options, folder, closers));

async function soak({ minutes, envoys, seed }: SoakOptions, folder: string, closers: Closers) {
  const dice = createDice(seed);
  const bucket = await createBucket(join(folder, 'bucket'), closers);
  await bucket.put('good');
  const calm = join(folder, 'calm');
  const script = await buildScript('soak/relay');
  const start = (name: string) =>
    startRelayProcess(script, [join(folder, 'bucket'), join(folder, name), calm, String(seed), name]);
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
  const loads = await startEnvoys(envoys, `127.0.0.1:${balancer.port}`, closers);

  const faults: (() => unknown)[] = [
    () => bucket.put('good'),
    () => bucket.put('good'),
    () => bucket.put('bad'),
    () => bucket.back(2),
    () => balancer.cut(),
    () => {
      balancer.forwardTo(dice.pick([lasting.ads, mortal.ads]));
      balancer.cut();
    },
    async () => {
      await mortal.kill();
      await sleep(dice.upTo(3_000));
      mortal = await start('mortal');
    },
  ];
  const samples: Sample[] = [];
  await endure({
    minutes,
    happen: () => dice.pick(faults)(),
    pauseMs: () => 500 + dice.upTo(2_000),
    async look(minute, happened) {
      const { heapUsed, rss } = await lasting.memory();
      const reports = loads.map((load) => load.report());
      const requests = reports.reduce((sum, { sent }) => sum + sent, 0);
      const failed = reports.reduce((sum, { failures }) => sum + failures.length, 0);
      samples.push({ minute, heapMb: heapUsed / 1e6, rssMb: rss / 1e6, faults: happened, requests, failed });
    },
  });

  await writeFile(calm, '');
  balancer.forwardTo(lasting.ads);
  balancer.cut();
  const settledMs = await settle(lasting, await bucket.put('good'), envoys);
  const reports = await Promise.all(loads.map((load) => load.stop()));
  const failures = reports.flatMap((report) => report.failures.map(({ message }) => message));
  const text = describe({ minutes, envoys, seed }, samples, settledMs, failures);
  const troubles = [...(failures.length > 0 ? [`${failures.length} requests have failed`] : []), ...growthIn(samples)];
  if (troubles.length > 0) throw new Error([text, ...troubles].join('\n'));
  return text;
}

/** Two upstreams between which each publication moves all requests. */
async function createBucket(path: string, closers: Closers) {
  const store = createDirectoryStore(path);
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
  return {
    async put(quality: 'good' | 'bad'): Promise<Digest> {
      const bundle = edition((editions += 1), quality);
      await publish(store, bundle, info());
      return bundle.id;
    },
    back: (by: number) => rollback(store, 'default/edge', { ...info(), to: Math.max(1, editions - by) }),
  };
}

/** Half of them speak the State of the World. Each has requests from now on. */
async function startEnvoys(count: number, relay: string, closers: Closers): Promise<readonly Load[]> {
  const binary = await findEnvoy({ report: console.error });
  const loads: Load[] = [];
  for (let index = 0; index < count; index += 1) {
    const bootstrap = adsBootstrap(relay, index % 2 === 0 ? 'delta' : 'sotw');
    const node = { id: `envoy-${index}`, cluster: 'edge' };
    const envoy = await startEnvoy({ binary, bootstrap: { ...bootstrap, node } });
    closers.push(envoy.stop);
    const port = await poll({ what: 'that Envoy listens', timeoutMs: 60_000 }, () => portOf(envoy.adminPort));
    loads.push(startLoad({ port, requestsPerSecond: 20 }));
  }
  return loads;
}

/** Nothing goes wrong any more: how long until everybody has what was published last, in milliseconds. */
async function settle(relay: RelayProcess, bundle: Digest, envoys: number): Promise<number> {
  const began = Date.now();
  await poll({ what: 'that every Envoy has the last edition', timeoutMs: 60_000 }, async () => {
    const { nodes } = await relay.status();
    return nodes.filter((node) => node.bundle === bundle && node.state === 'complete').length === envoys || undefined;
  });
  return Date.now() - began;
}

function describe(
  { minutes, envoys, seed }: SoakOptions,
  samples: readonly Sample[],
  settledMs: number,
  failures: readonly string[],
) {
  return `## Faults for ${minutes} minutes

Two relays on one bucket that fails, is slow, or gives stale, truncated and foreign objects in one of eight answers; ${envoys}
Envoys behind a load balancer that cuts and moves them; publications that Envoys accept and that they reject, rollbacks; one relay
killed again and again. Seed ${seed}; ${describeLoad()}. Memory is of the relay that lives, after a collection.

${table(COLUMNS, eachMinute(samples))}

${describeTrends(samples)}

Every Envoy had the last publication ${number(settledMs / 1000)} s after the faults had stopped. Requests that failed:
${failures.length}${failures.length > 0 ? ` (${[...new Set(failures)].slice(0, 5).join('; ')})` : ''}.
`;
}

const COLUMNS: readonly Column<Sample>[] = [
  { title: 'minute', cell: ({ minute }) => number(minute) },
  { title: 'heap MB', cell: ({ heapMb }) => number(heapMb) },
  { title: 'memory MB', cell: ({ rssMb }) => number(rssMb) },
  { title: 'faults', cell: ({ faults }) => number(faults) },
  { title: 'requests', cell: ({ requests }) => number(requests) },
  { title: 'failed', cell: ({ failed }) => number(failed) },
];

/** Nothing while Envoy has no listener yet. */
async function portOf(adminPort: number): Promise<number | undefined> {
  try {
    return await readListenerPort(adminPort, 'web');
  } catch {
    return undefined; // Its configuration is still on its way.
  }
}
