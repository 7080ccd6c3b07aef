/** What goes wrong in a fleet, as loads: restarts, clients that do not read, churn, refusals; and what a stream takes. */
import { number, table, type Column } from '../table.ts';
import { both, prepare, VARIANTS, WHAT, whenBegun, type Comparison, type Say } from './compare.ts';
import type { Load } from './load.ts';

export interface ScenarioOptions {
  readonly clusters: number;
  readonly streams: number;
  /** How many Envoys come and go. */
  readonly churn: number;
  /** The numbers of streams and clusters of which the memory is measured; the smallest first. */
  readonly memory: { readonly streams: readonly number[]; readonly clusters: readonly number[] };
}

export const QUICK: ScenarioOptions = {
  clusters: 100,
  streams: 50,
  churn: 1_000,
  memory: { streams: [10, 100], clusters: [100] },
};
export const USUAL: ScenarioOptions = {
  clusters: 1_000,
  streams: 200,
  churn: 10_000,
  memory: { streams: [100, 1_000], clusters: [1_000] },
};
export const FULL: ScenarioOptions = {
  clusters: 10_000,
  streams: 1_000,
  churn: 10_000,
  memory: { streams: [100, 1_000, 5_000], clusters: [1_000, 10_000] },
};

type Scenario = (options: ScenarioOptions, say: Say) => Promise<string>;

/** All streams lose their server at once, and connect to another with what they have. */
export const benchmarkStorm: Scenario = async ({ clusters, streams }, say) => {
  const rows = await compareAll(say, clusters, { streams, rounds: 0, restarts: true });
  return `## Relay: connect storm

The server is replaced by a new process, whose memory is empty, and all streams come to it at once, with the versions that
they have. Times are from when it is ready until a stream has its last response, or the server's greeting if it is told
nothing.

${table(STORM, rows)}
`;
};

const STORM: readonly Column<Comparison>[] = [
  ...WHAT,
  both('p50 ms', ({ Storm }) => Storm?.Times.P50),
  both('last stream, ms', ({ Storm }) => Storm?.Times.Max),
  both('CPU s', ({ Storm }) => Storm?.CPU),
  both('peak MB', ({ Storm }) => Storm?.Peak),
  both('KB to each', ({ Storm }) => (Storm?.BytesPerStream ?? Number.NaN) / 1000),
  whenBegun,
];

/** Streams that are read beside others that are not. */
export const benchmarkStalled: Scenario = async ({ clusters, streams }, say) => {
  const bad = Math.ceil(streams / 4);
  const loads = [{}, { stalled: bad }, { slow: bad }];
  const rows: Comparison[] = [];
  for (const load of loads) rows.push(...(await compareAll(say, clusters, { streams, rounds: 5, ...load })));
  return `## Relay: clients that do not read

The streams that are measured read as fast as they can. Beside them there are others that ask for everything and read
nothing, or 320 KB a second.

${table(STALLED, rows)}
`;
};

const STALLED: readonly Column<Comparison>[] = [
  ...WHAT,
  { title: 'stalled', cell: ({ load }) => number(load.stalled ?? 0) },
  { title: 'slow', cell: ({ load }) => number(load.slow ?? 0) },
  both('change p50 ms', ({ Change }) => Change?.Times.P50),
  both('p99 ms', ({ Change }) => Change?.Times.P99),
  both('CPU s', ({ Change }) => Change?.CPU),
  both('memory MB', ({ Change }) => Change?.RSS),
  whenBegun,
];

/** Streams come, get everything and go. */
export const benchmarkChurn: Scenario = async ({ churn }, say) => {
  const rows = await compareAll(say, 100, { streams: 10, rounds: 0, churn });
  return `## Relay: churn

${number(churn)} Envoys come, 64 at a time, get everything and go. Memory after each thousand, in MB; of the relay also what is
left on its heap after a collection.

${table(CHURN, rows)}
`;
};

const list = (values: readonly number[] = []): string => values.map((value) => number(Math.round(value))).join(' ');

const CHURN: readonly Column<Comparison>[] = [
  ...WHAT,
  both('seconds', ({ Churn }) => Churn?.Seconds),
  both('CPU s', ({ Churn }) => Churn?.CPU),
  { title: 'memory of the relay', cell: ({ relay }) => list(relay.Churn?.RSS) },
  { title: 'its heap', cell: ({ relay }) => relay.heaps.map((heap) => heap.toFixed(1)).join(' ') },
  { title: 'memory of the peer', cell: ({ peer }) => list(peer?.Churn?.RSS) },
];

/** Streams that refuse all endpoints, over ten seconds. */
export const benchmarkRefusals: Scenario = async ({ streams }, say) => {
  const rows: Comparison[] = [];
  for (const many of [1, streams])
    rows.push(...(await compareAll(say, 100, { streams: many, rounds: 1, rejectsFor: 10 })));
  return `## Relay: refusals

All streams refuse all endpoints, over the ten seconds after a change.

${table(REFUSALS, rows)}
`;
};

const REFUSALS: readonly Column<Comparison>[] = [
  ...WHAT,
  both('responses', ({ Rejecting }) => Rejecting?.Responses),
  both('MB', ({ Rejecting }) => Rejecting?.Megabytes),
  both('CPU s', ({ Rejecting }) => Rejecting?.CPU),
];

/** What a stream takes, by the difference that more of them make. */
export const benchmarkMemory: Scenario = async ({ memory }, say) => {
  const rows: (Comparison & { readonly before: Comparison | undefined })[] = [];
  for (const clusters of memory.clusters) {
    const before = new Map<string, Comparison>();
    for (const streams of memory.streams) {
      for (const row of await compareAll(say, clusters, { streams, rounds: 1 })) {
        rows.push({ ...row, before: before.get(row.load.variant) });
        before.set(row.load.variant, row);
      }
    }
  }
  return `## Relay: memory by streams

Resident memory when every stream has everything and one change, and what each stream more takes: the difference to the row
with fewer streams, divided by how many they are.

${table(MEMORY, rows)}
`;
};

type MemoryRow = Comparison & { readonly before: Comparison | undefined };

const perStream = (row: MemoryRow, of: 'relay' | 'peer'): string => {
  const [now, then] = [row[of]?.Change?.RSS, row.before?.[of]?.Change?.RSS];
  if (now === undefined || then === undefined || !row.before) return '-';
  return number(((now - then) * 1024) / (row.load.streams - row.before.load.streams));
};

const MEMORY: readonly Column<MemoryRow>[] = [
  ...WHAT,
  both('MB', ({ Change }) => Change?.RSS),
  both('peak MB', ({ Full, Change }) => Math.max(Full.Peak, Change?.Peak ?? 0)),
  { title: 'a stream more, KB: relay', cell: (row) => perStream(row, 'relay') },
  { title: 'peer', cell: (row) => perStream(row, 'peer') },
];

async function compareAll(say: Say, clusters: number, load: Omit<Load, 'variant'>): Promise<Comparison[]> {
  const compare = await prepare(say);
  const rows: Comparison[] = [];
  for (const variant of VARIANTS) rows.push(await compare(clusters, { ...load, variant }, rows.length));
  return rows;
}
