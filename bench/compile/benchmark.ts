/** How long compiling takes, from nothing and after a change, by the number of routes. */
import { describeLoad } from '../machine.ts';
import { buildScript, measureScript } from '../script.ts';
import { megabytes, number, quantile, table, type Column } from '../table.ts';
import { sum, type Usage } from '../usage.ts';
import type { CompileMeasurement } from './measurement.ts';
import { STAGES } from './stages.ts';

export interface CompileOptions {
  readonly sizes: readonly number[];
  /** How many changes of each kind are compiled. */
  readonly changes: number;
}

export const QUICK: CompileOptions = { sizes: [10, 100, 1_000], changes: 3 };
export const USUAL: CompileOptions = { sizes: [10, 100, 1_000, 10_000], changes: 10 };

const LIMIT_MS = 5 * 60_000;

/** Measures, and returns a section in Markdown. */
export async function benchmarkCompile({ sizes, changes }: CompileOptions): Promise<string> {
  const script = await buildScript('compile/run');
  const rows: CompileMeasurement[] = [];
  for (const size of sizes) {
    rows.push((await measureScript(script, [String(size), String(changes)], LIMIT_MS)) as CompileMeasurement);
  }
  return `## Compile

Routes on as many upstreams, ten of each in a YAML file, one virtual host; ${describeLoad()}. CPU is that of all threads.
"Compile" is link, lower, check and pack: all but reading texts. Target at 10,000: 2,000 ms of CPU.

${table(FULL, rows)}

CPU by stage, ms (checking Envoy's rules encodes at the same time; packing hashes and frames):

${table(BY_STAGE, rows)}

After a change of one document among them, with what the compile before remembers; the median of ${changes}. Target: 100 ms.

${table(CHANGE, rows)}
`;
}

const afterReading = ({ full }: CompileMeasurement): Usage => sum([full.link, full.lower, full.check, full.pack]);
const inAll = ({ full }: CompileMeasurement): Usage => sum(STAGES.map((stage) => full[stage]));

const ROUTES: Column<CompileMeasurement> = { title: 'routes', cell: ({ routes }) => number(routes) };

const FULL: readonly Column<CompileMeasurement>[] = [
  ROUTES,
  { title: 'resources', cell: ({ resources }) => number(resources) },
  { title: 'bundle', cell: ({ bytes }) => megabytes(bytes) },
  { title: 'compile CPU ms', cell: (row) => number(afterReading(row).cpuMs) },
  { title: 'a route', cell: (row) => number(afterReading(row).cpuMs / row.routes) },
  { title: 'wall ms', cell: (row) => number(afterReading(row).wallMs) },
  { title: 'from text CPU ms', cell: (row) => number(inAll(row).cpuMs) },
  { title: 'wall ms', cell: (row) => number(inAll(row).wallMs) },
  { title: 'peak memory', cell: ({ peakMemoryMb }) => `${number(peakMemoryMb)} MB` },
];

const BY_STAGE: readonly Column<CompileMeasurement>[] = [
  ROUTES,
  ...STAGES.map((stage) => ({ title: stage, cell: ({ full }: CompileMeasurement) => number(full[stage].cpuMs) })),
];

const median = (usages: readonly Usage[], of: keyof Usage): string =>
  number(
    quantile(
      usages.map((one) => one[of]),
      0.5,
    ),
  );

const CHANGE: readonly Column<CompileMeasurement>[] = [
  ROUTES,
  { title: 'route: CPU ms', cell: ({ changes }) => median(changes.route, 'cpuMs') },
  { title: 'wall ms', cell: ({ changes }) => median(changes.route, 'wallMs') },
  { title: 'the first, wall ms', cell: ({ changes }) => number(changes.route[0]?.wallMs ?? Number.NaN) },
  { title: 'upstream: CPU ms', cell: ({ changes }) => median(changes.upstream, 'cpuMs') },
  { title: 'wall ms', cell: ({ changes }) => median(changes.upstream, 'wallMs') },
];
