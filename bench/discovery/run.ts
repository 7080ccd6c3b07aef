/**
 * A relay whose endpoints change all the time, as a process of its own: `run.js UPSTREAMS CHANGES_A_SECOND SECONDS DIRECTORY
 * stub|pushed`: by a source within it, or by somebody else who pushes them into the directory. Says where it listens, begins when a line comes in, and writes what that cost.
 */
import { once } from 'node:events';
import type { Endpoint } from '../../compiler/discovered.ts';
import { createLog } from '../../relay/log.ts';
import type { Answer, DiscoveryProvider } from '../../relay/discovery/provider.ts';
import { startRelay } from '../../relay/relay.ts';
import { limitYoungGeneration } from '../../relay/young-generation.ts';
import { openStore } from '../../store/open.ts';
import type { ChurnCost } from './benchmark.ts';

limitYoungGeneration();
const [upstreams = 0, rate = 0, seconds = 0] = process.argv.slice(2, 5).map(Number);
const tells: ((answer: Answer) => void)[] = [];
const endpointsOf = (port: number): readonly Endpoint[] =>
  Array.from({ length: 10 }, (_, index) => ({ address: `10.0.0.${index + 1}`, port }));
const provider: DiscoveryProvider = {
  type: 'pushed',
  follow(_reference, tell) {
    tells.push(tell);
    tell({ status: 'found', endpoints: endpointsOf(80) });
  },
};
const isStub = process.argv[6] === 'stub';
const relay = await startRelay({
  store: await openStore(process.argv[5] ?? ''),
  listen: '127.0.0.1:0',
  adminListen: '127.0.0.1:0',
  log: createLog({ write: () => {} }),
  closeGraceMs: 0,
  discoveryProviders: isStub ? [provider] : [],
});
console.log(JSON.stringify({ ads: relay.adsAddress, admin: relay.adminAddress }));
await once(process.stdin, 'data');

let changes = 0;
const change = (): void => {
  tells[(changes * 7) % upstreams]?.({ status: 'found', endpoints: endpointsOf(1_000 + (changes % 60_000)) });
  changes += 1;
};
const heapMb = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1e6;
};
const sent = async (): Promise<Pick<ChurnCost, 'responses' | 'bytes'>> => {
  const text = await (await fetch(`http://${relay.adminAddress}/metrics`)).text();
  const total = (name: string): number =>
    [...text.matchAll(new RegExp(`^enroute_relay_${name}\\{.*type="ClusterLoadAssignment".*\\} (\\d+)`, 'gm'))].reduce(
      (sum, [, value]) => sum + Number(value),
      0,
    );
  return { responses: total('responses_total'), bytes: total('response_bytes_total') };
};

const before = await sent();
const heapBefore = heapMb();
const cpu = process.cpuUsage();
const start = performance.now();
await new Promise<void>((done) => {
  const timer = setInterval(() => {
    const elapsed = (performance.now() - start) / 1_000;
    for (const due = Math.min(elapsed, seconds) * rate; isStub && changes < due;) change();
    if (elapsed < seconds) return;
    clearInterval(timer);
    done();
  }, 1);
});
const used = process.cpuUsage(cpu);
const after = await sent();
const cost: ChurnCost = {
  changes,
  cpuSeconds: (used.user + used.system) / 1e6,
  heapBeforeMb: heapBefore,
  heapAfterMb: heapMb(),
  peakMb: process.resourceUsage().maxRSS / 1_000,
  responses: after.responses - before.responses,
  bytes: after.bytes - before.bytes,
};
console.log(JSON.stringify(cost));
await relay.close();
