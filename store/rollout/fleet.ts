/** What a gateway's relays report, taken together. */
import type { Digest } from '../../compiler/5-pack/bundle.ts';
import {
  DEPARTURE_MS,
  type BundleCount,
  type Departure,
  type FleetReport,
  type MissingReferences,
  type NodeEntry,
  type Rejection,
} from './report.ts';
import type { RolloutPosition } from './state.ts';

/** A report, and when the bucket says that it was written, in milliseconds since the epoch. */
export interface DatedReport {
  readonly report: FleetReport;
  readonly modified: number;
}

/** All nodes of a gateway. */
export interface FleetView {
  /** How many relays report. */
  readonly relays: number;
  readonly connected: number;
  readonly bundles: ReadonlyMap<Digest, BundleCount>;
  /** How many of the pending nodes of each bundle have only just connected. */
  readonly arriving: ReadonlyMap<Digest, number>;
  /** Those in trouble first, then by id. Relays leave out some if they have very many. */
  readonly nodes: readonly Entry[];
  /** The latest first. */
  readonly rejections: readonly (Rejection & { readonly relay: string })[];
  /** Nodes that have just left a relay while they had a bundle; each once for a bundle and attempt. */
  readonly departures: readonly (Departure & { readonly isBack: boolean })[];
  /** What each relay that has nodes gave them their bundles by. */
  readonly applied: readonly (RolloutPosition | null)[];
  /** What a relay that has nodes has not found for each bundle, though it has it for the stable release. */
  readonly missing: ReadonlyMap<Digest, MissingReferences>;
}

interface Entry extends NodeEntry {
  readonly relay: string;
}

/**
 * Takes reports together. One that has expired does not count; a node that several relays report, since it has moved from
 * one to another, counts once: where it connected last.
 *
 * @param now The time by the bucket's clock, in milliseconds since the epoch.
 */
export function mergeReports(reports: readonly DatedReport[], now: number): FleetView {
  const current = reports
    .filter((dated) => now - dated.modified <= lifetimeOf(dated.report))
    .map(({ report }) => report);
  const entries = current.flatMap(({ relay, nodes }) => nodes.map((node): Entry => ({ ...node, relay })));
  const newest = new Map<string, Entry>();
  for (const entry of entries.toSorted((a, b) => compare(a.connectedSince, b.connectedSince)))
    newest.set(entry.id, entry);
  const twice = entries.filter((entry) => newest.get(entry.id) !== entry);
  return {
    relays: current.length,
    connected: current.reduce((sum, { connected }) => sum + connected, 0) - twice.length,
    bundles: countBundles(current, twice),
    arriving: countArriving([...newest.values()], new Map(current.map(({ relay, time }) => [relay, time]))),
    nodes: [...newest.values()].sort((a, b) => URGENCY[a.state] - URGENCY[b.state] || compare(a.id, b.id)),
    rejections: current
      .flatMap(({ relay, rejections }) => rejections.map((rejection) => ({ ...rejection, relay })))
      .sort((a, b) => compare(b.time, a.time)),
    departures: departuresIn(
      reports.filter(({ modified, report }) => now - modified <= Math.min(DEPARTURE_MS, lifetimeOf(report))),
      newest,
    ),
    applied: current.filter(({ connected }) => connected > 0).map(({ applied }) => applied),
    missing: mergeMissing(current.filter(({ connected }) => connected > 0)),
  };
}

/** How long a report counts, in milliseconds. Both times are of one clock, whatever that shows. */
export const lifetimeOf = ({ time, expires }: FleetReport): number => Date.parse(expires) - Date.parse(time);

const URGENCY: Readonly<Record<NodeEntry['state'], number>> = { rejected: 0, pending: 1, accepted: 2 };

function countBundles(reports: readonly FleetReport[], twice: readonly NodeEntry[]): ReadonlyMap<Digest, BundleCount> {
  const counts = new Map<Digest, BundleCount>();
  const add = (bundle: Digest, more: Omit<BundleCount, 'bundle'>): void => {
    const { accepted, pending, rejected } = counts.get(bundle) ?? NONE;
    counts.set(bundle, {
      bundle,
      accepted: accepted + more.accepted,
      pending: pending + more.pending,
      rejected: rejected + more.rejected,
    });
  };
  for (const { bundles } of reports) for (const count of bundles) add(count.bundle, count);
  for (const { bundle, state } of twice) if (bundle !== null) add(bundle, { ...NONE, [state]: -1 });
  return counts;
}

function mergeMissing(reports: readonly FleetReport[]): ReadonlyMap<Digest, MissingReferences> {
  const merged = new Map<Digest, MissingReferences>();
  for (const { bundle, secrets, upstreams } of reports.flatMap(({ missing = [] }) => missing)) {
    const before = merged.get(bundle);
    merged.set(bundle, {
      secrets: [...new Set([...(before?.secrets ?? []), ...secrets])].sort(compare),
      upstreams: [...new Set([...(before?.upstreams ?? []), ...upstreams])].sort(compare),
    });
  }
  return merged;
}

/** A node that takes longer than this, in milliseconds, is slow, and not new. */
const ARRIVAL_MS = 30_000;

/** Both times are of the node's relay. Relays name pending nodes before those that have accepted. */
function countArriving(nodes: readonly Entry[], reported: ReadonlyMap<string, string>): ReadonlyMap<Digest, number> {
  const counts = new Map<Digest, number>();
  for (const { bundle, state, connectedSince, relay } of nodes) {
    const isNew = Date.parse(reported.get(relay) ?? '') - Date.parse(connectedSince) < ARRIVAL_MS;
    if (bundle !== null && state === 'pending' && isNew) counts.set(bundle, (counts.get(bundle) ?? 0) + 1);
  }
  return counts;
}

/** Of reports that are not old, or those who have left did so long ago. Who has moved to another relay has left, and is back. */
function departuresIn(reports: readonly DatedReport[], connected: ReadonlyMap<string, Entry>): FleetView['departures'] {
  const departures = reports.flatMap(({ report }) => report.departures ?? []);
  const each = new Map(
    departures.map(({ node, bundle, attempt }) => [
      JSON.stringify([node, bundle, attempt]),
      { node, bundle, attempt, isBack: connected.has(node) },
    ]),
  );
  return [...each.values()];
}

const NONE = { accepted: 0, pending: 0, rejected: 0 };

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What is known before anybody has reported. */
export const NO_FLEET: FleetView = mergeReports([], 0);
