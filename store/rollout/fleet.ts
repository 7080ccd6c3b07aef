/** What a gateway's relays report, taken together. */
import type { Digest } from '../../compiler/5-pack/bundle.ts';
import type { BundleCount, FleetReport, NodeEntry, Rejection } from './report.ts';
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
  /** Those in trouble first, then by id. Relays leave out some if they have very many. */
  readonly nodes: readonly (NodeEntry & { readonly relay: string })[];
  /** The latest first. */
  readonly rejections: readonly (Rejection & { readonly relay: string })[];
  /** What each relay that has nodes gave them their bundles by. */
  readonly applied: readonly (RolloutPosition | null)[];
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
  const entries = current.flatMap(({ relay, nodes }) => nodes.map((node) => ({ ...node, relay })));
  const newest = new Map<string, (typeof entries)[number]>();
  for (const entry of entries.toSorted((a, b) => compare(a.connectedSince, b.connectedSince)))
    newest.set(entry.id, entry);
  const twice = entries.filter((entry) => newest.get(entry.id) !== entry);
  return {
    relays: current.length,
    connected: current.reduce((sum, { connected }) => sum + connected, 0) - twice.length,
    bundles: countBundles(current, twice),
    nodes: [...newest.values()].sort((a, b) => URGENCY[a.state] - URGENCY[b.state] || compare(a.id, b.id)),
    rejections: current
      .flatMap(({ relay, rejections }) => rejections.map((rejection) => ({ ...rejection, relay })))
      .sort((a, b) => compare(b.time, a.time)),
    applied: current.filter(({ connected }) => connected > 0).map(({ applied }) => applied),
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

const NONE = { accepted: 0, pending: 0, rejected: 0 };

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
