/** Both servers under the same load, in turns. */
import { describeLoad } from '../machine.ts';
import { buildScript } from '../script.ts';
import { number, type Column } from '../table.ts';
import { buildPrograms, putUnderLoad, type Load, type LoadReport, type Variant } from './load.ts';
import { startPeer, startRelayServer, type ServerUnderLoad } from './servers.ts';

export const VARIANTS: readonly Variant[] = ['sotw', 'delta'];

export type Say = (progress: string) => void;

export interface Measurement extends LoadReport {
  readonly publishing: readonly number[];
  readonly heaps: readonly number[];
}

/** Both servers under the same load, and how busy the machine was. */
export interface Comparison {
  readonly load: Load;
  readonly clusters: number;
  readonly relay: Measurement;
  /** Nothing where it would take more memory than there may be. */
  readonly peer: Measurement | null;
  readonly machine: string;
}

/** @param turn the servers take turns in being the first */
export type Compare = (clusters: number, load: Load, turn: number) => Promise<Comparison>;

/** The peer keeps what each stream has: at 10,000 clusters, 5 MB a stream. More than this many clusters in all it is spared. */
const MOST_FOR_PEER = 10_000_000;

/** Builds what is measured. */
export async function prepare(say: Say): Promise<Compare> {
  const programs = await buildPrograms();
  const script = await buildScript('relay/server');
  const measure = async (started: Promise<ServerUnderLoad>, load: Load): Promise<Measurement> => {
    const server = await started;
    try {
      const report = await putUnderLoad(programs.load, server, load);
      return { ...report, publishing: server.publishing, heaps: server.heaps };
    } finally {
      await server.stop();
    }
  };
  return async (clusters, load, turn) => {
    say(`${load.variant}: ${clusters} clusters, ${load.streams} streams; ${describeLoad()}`);
    const machine = describeLoad();
    const relay = () => measure(startRelayServer(script, clusters, load.rounds), load);
    const peer = async () =>
      clusters * load.streams <= MOST_FOR_PEER ? measure(startPeer(programs.server, clusters), load) : null;
    if (turn % 2 === 0) return { load, clusters, machine, relay: await relay(), peer: await peer() };
    return { load, clusters, machine, peer: await peer(), relay: await relay() };
  };
}

export const WHAT: readonly Column<Comparison>[] = [
  { title: 'variant', cell: ({ load }) => load.variant },
  { title: 'clusters', cell: ({ clusters }) => number(clusters) },
  { title: 'streams', cell: ({ load }) => number(load.streams) },
];

/** A column of one figure of both servers: `relay / peer (peer ÷ relay)`. */
export const both = (
  title: string,
  figure: (report: LoadReport, load: Load) => number | undefined,
): Column<Comparison> => ({
  title,
  cell({ relay, peer, load }) {
    const ours = figure(relay, load) ?? Number.NaN;
    if (!peer) return `${number(ours)} / -`;
    const theirs = figure(peer, load) ?? Number.NaN;
    const ratio = ours > 0 && theirs > 0 ? ` (${number(theirs / ours)}×)` : '';
    return `${number(ours)} / ${number(theirs)}${ratio}`;
  },
});

export const whenBegun: Column<Comparison> = { title: 'when begun', cell: ({ machine }) => machine };
