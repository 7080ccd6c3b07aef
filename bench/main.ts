/**
 * Runs the benchmarks and prints what they found as Markdown: `npm run bench -- [options]`.
 *
 *   --only <name>                 one of them, see README.md; more than once for several
 *   --quick                       small sizes, to see that all works
 *   --full                        all sizes, 10,000 clusters for 1,000 Envoys and 1,000 for 5,000 included: an hour and 8 GB
 *   --minutes <n>, --seed <n>     how long a soak takes, and by which dice
 *   --write                       also into bench/results/<date>.md
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as api from './api/benchmark.ts';
import * as toEnvoy from './api/to-envoy.ts';
import * as compile from './compile/benchmark.ts';
import * as discovery from './discovery/benchmark.ts';
import * as functions from './functions/benchmark.ts';
import { benchmarkHosts, QUICK as FEW_HOSTS, USUAL as MANY_HOSTS } from './hosts/benchmark.ts';
import { describeMachine } from './machine.ts';
import { benchmarkPublish } from './publish/benchmark.ts';
import * as relay from './relay/benchmark.ts';
import * as scenarios from './relay/scenarios.ts';
import * as routes from './routes/benchmark.ts';
import { benchmarkSize } from './size/benchmark.ts';
import * as soak from './soak/benchmark.ts';
import * as streams from './soak/streams.ts';

type Extent = 'quick' | 'usual' | 'full';

const RELAY = { quick: relay.QUICK, usual: relay.USUAL, full: relay.FULL };

const SCENARIOS = { quick: scenarios.QUICK, usual: scenarios.USUAL, full: scenarios.FULL };

const BENCHMARKS = new Map<string, (extent: Extent) => Promise<string>>([
  ['compile', (extent) => compile.benchmarkCompile(extent === 'quick' ? compile.QUICK : compile.USUAL)],
  ['size', () => benchmarkSize()],
  ['routes', (extent) => routes.benchmarkRoutes(extent === 'quick' ? routes.QUICK : routes.USUAL)],
  ['hosts', (extent) => benchmarkHosts(extent === 'quick' ? FEW_HOSTS : MANY_HOSTS)],
  ['discovery', (extent) => discovery.benchmarkDiscovery(extent === 'quick' ? discovery.QUICK : discovery.USUAL)],
  ['publish', (extent) => benchmarkPublish({ routes: extent === 'quick' ? 100 : 10_000 })],
  ['api', (extent) => api.benchmarkApi(extent === 'quick' ? api.QUICK : api.USUAL)],
  ['api-envoy', (extent) => toEnvoy.benchmarkToEnvoy(extent === 'quick' ? toEnvoy.QUICK : toEnvoy.USUAL)],
  ['functions', (extent) => functions.benchmarkFunctions(extent === 'quick' ? functions.QUICK : functions.USUAL)],
  ['relay', (extent) => relay.benchmarkRelay(RELAY[extent], console.error)],
  ['relay-storm', (extent) => scenarios.benchmarkStorm(SCENARIOS[extent], console.error)],
  ['relay-stalled', (extent) => scenarios.benchmarkStalled(SCENARIOS[extent], console.error)],
  ['relay-churn', (extent) => scenarios.benchmarkChurn(SCENARIOS[extent], console.error)],
  ['relay-refusals', (extent) => scenarios.benchmarkRefusals(SCENARIOS[extent], console.error)],
  ['relay-memory', (extent) => scenarios.benchmarkMemory(SCENARIOS[extent], console.error)],
  ['soak', (extent) => soak.benchmarkSoak({ ...(extent === 'quick' ? soak.QUICK : soak.USUAL), ...soakOptions() })],
  [
    'soak-streams',
    (extent) => streams.benchmarkStreams({ ...(extent === 'quick' ? streams.QUICK : streams.USUAL), ...soakOptions() }),
  ],
]);

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    quick: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    minutes: { type: 'string' },
    seed: { type: 'string' },
  },
});
/** What the command line says of soaks. */
function soakOptions(): { readonly minutes?: number; readonly seed?: number } {
  const { minutes, seed } = values;
  return {
    ...(minutes !== undefined && { minutes: Number(minutes) }),
    ...(seed !== undefined && { seed: Number(seed) }),
  };
}

const extent: Extent = values.quick ? 'quick' : values.full ? 'full' : 'usual';
const chosen = values.only ?? [...BENCHMARKS.keys()];

const date = new Date().toISOString().slice(0, 10);
const sections = [`# Benchmarks, ${date}\n\n${describeMachine()}\n`];
console.log(sections[0]);
for (const name of chosen) {
  const run = BENCHMARKS.get(name);
  if (!run) throw new Error(`there is no benchmark "${name}"; expected ${[...BENCHMARKS.keys()].join(', ')}`);
  const section = await run(extent);
  console.log(section);
  sections.push(section);
}

if (values.write) {
  const folder = join(import.meta.dirname, 'results');
  const path = join(folder, `${date}.md`);
  await mkdir(folder, { recursive: true });
  await writeFile(path, sections.join('\n'));
  console.error(`written to ${path}`);
}
