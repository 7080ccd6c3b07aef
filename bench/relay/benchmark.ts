/** The relay against go-control-plane's snapshot cache: the same Envoys, the same configuration, in turns. */
import { number, quantile, table, type Column } from '../table.ts';
import { both, prepare, VARIANTS, WHAT, type Comparison } from './compare.ts';
import { CHANGING } from './servers.ts';

export interface RelayOptions {
  /** How many clusters, each with a resource of endpoints, beside a listener and its routes. */
  readonly clusters: readonly number[];
  readonly streams: readonly number[];
  readonly rounds: number;
  /** How long one client refuses what it is sent, in seconds. */
  readonly rejectsFor: number;
}

export const QUICK: RelayOptions = { clusters: [100], streams: [1, 100], rounds: 2, rejectsFor: 10 };
export const USUAL: RelayOptions = { clusters: [100, 1_000], streams: [1, 100, 1_000], rounds: 3, rejectsFor: 10 };
export const FULL: RelayOptions = {
  clusters: [100, 1_000, 10_000],
  streams: [1, 100, 1_000, 5_000],
  rounds: 3,
  rejectsFor: 10,
};

/** Measures, and returns a section in Markdown. */
export async function benchmarkRelay(
  { clusters, streams, rounds, rejectsFor }: RelayOptions,
  say: (progress: string) => void,
): Promise<string> {
  const compare = await prepare(say);
  const rows: Comparison[] = [];
  for (const size of clusters) {
    for (const variant of VARIANTS) {
      for (const many of streams) rows.push(await compare(size, { variant, streams: many, rounds }, rows.length));
    }
  }
  const rejecting: Comparison[] = [];
  for (const variant of VARIANTS) {
    rejecting.push(await compare(100, { variant, streams: 1, rounds: 1, rejectsFor }, rejecting.length));
  }
  return `## Relay

Against the snapshot cache of go-control-plane 0.14.0 (ADS mode, ordered), in turns on the same machine and with the same
load client, which takes ${clientCpu(rows)} s of CPU in the last row. Each stream has a connection of its own and asks as Envoy
does. A change is that of ${CHANGING} load assignments, ${rounds} times: for the relay, a publication into a directory and a notice of
it, both inside of the time; for the peer, setting a snapshot. Each cell is relay / peer (peer ÷ relay).

${table(TIMES, rows)}

${table(COSTS, rows)}

One client that refuses all endpoints, over the ${rejectsFor} seconds after a change:

${table(REJECTING, rejecting)}
`;
}

const clientCpu = (rows: readonly Comparison[]): string => number(rows.at(-1)?.relay.Full.ClientCPU ?? Number.NaN);

const TIMES: readonly Column<Comparison>[] = [
  ...WHAT,
  both('full configuration, last stream, s', ({ Full }) => Full.Times.Max / 1000),
  both('change p50 ms', ({ Change }) => Change?.Times.P50),
  both('p99 ms', ({ Change }) => Change?.Times.P99),
  both('max ms', ({ Change }) => Change?.Times.Max),
  { title: 'of it publishing', cell: ({ relay }) => number(quantile(relay.publishing, 0.5)) },
  both('bad rounds', ({ Change }) => Change?.BadRounds),
  { title: 'when begun', cell: ({ machine }) => machine },
];

const COSTS: readonly Column<Comparison>[] = [
  ...WHAT,
  both('full: CPU s', ({ Full }) => Full.CPU),
  both('change: CPU s', ({ Change }) => Change?.CPU),
  both('memory MB', ({ Full, Change }) => Math.max(Full.RSS, Change?.RSS ?? 0)),
  both('peak MB', ({ Full, Change }) => Math.max(Full.Peak, Change?.Peak ?? 0)),
  both('a stream, KB', ({ Full }, { streams }) => Math.max(0, ((Full.RSS - Full.RSSBefore) * 1024) / streams)),
  both('full: KB to each', ({ Full }) => Full.BytesPerStream / 1000),
  both('change: KB to each', ({ Change }) => (Change?.BytesPerStream ?? Number.NaN) / 1000),
];

const REJECTING: readonly Column<Comparison>[] = [
  ...WHAT,
  both('responses', ({ Rejecting }) => Rejecting?.Responses),
  both('MB', ({ Rejecting }) => Rejecting?.Megabytes),
  both('CPU s', ({ Rejecting }) => Rejecting?.CPU),
];
