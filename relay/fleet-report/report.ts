/** What a relay reports of a gateway's nodes. Pure. */
import type { GatewayName } from '../../compiler/5-pack/bundle.ts';
import {
  DEPARTURE_MS,
  FLEET_REPORT_FORMAT,
  MAX_DEPARTURES,
  MAX_NODES,
  type Departure,
  type FleetReport,
  type NodeEntry,
} from '../../store/rollout/report.ts';
import { stateOf, type Node, type Roster } from './roster.ts';

export interface ReportInput {
  readonly gateway: GatewayName;
  /** The relay's identifier. */
  readonly relay: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** How long it counts, in milliseconds. */
  readonly lifetimeMs: number;
}

export function reportOf(roster: Roster, { gateway, relay, now, lifetimeMs }: ReportInput): FleetReport {
  const { nodes, counts, rejections, applied, missing } = roster;
  return {
    format: FLEET_REPORT_FORMAT,
    gateway,
    relay,
    time: isoTime(now),
    expires: isoTime(now + lifetimeMs),
    applied,
    connected: nodes.size,
    bundles: [...counts]
      .map(([bundle, tally]) => ({ bundle, ...tally }))
      .sort((a, b) => (a.bundle < b.bundle ? -1 : 1)),
    nodes: [...nodes.values()].sort(byUrgency).slice(0, MAX_NODES).map(entryOf),
    rejections,
    departures: departuresOf(roster, now),
    ...(missing.length > 0 && { missing }),
  };
}

function departuresOf({ releases }: Roster, now: number): readonly Departure[] {
  return [...releases]
    .flatMap(([bundle, { attempt, left }]) => [...left].map(([node, time]) => ({ node, bundle, attempt, time })))
    .filter(({ time }) => now - time < DEPARTURE_MS)
    .sort((a, b) => b.time - a.time)
    .slice(0, MAX_DEPARTURES)
    .map(({ node, bundle, attempt }) => ({ node: short(node), bundle, attempt }));
}

const URGENCY: Readonly<Record<NodeEntry['state'], number>> = { rejected: 0, pending: 1, accepted: 2 };

const byUrgency = (a: Node, b: Node): number =>
  URGENCY[stateOf(a)] - URGENCY[stateOf(b)] || (a.identity.id < b.identity.id ? -1 : 1);

const entryOf = (node: Node): NodeEntry => ({
  id: short(node.identity.id),
  cluster: short(node.identity.cluster),
  envoy: short(node.identity.version),
  bundle: node.bundle,
  state: stateOf(node),
  connectedSince: isoTime(node.since),
});

/** Clients may say of themselves what they like, and many of them. */
const short = (text: string): string => text.slice(0, 200);

const isoTime = (milliseconds: number): string => new Date(milliseconds).toISOString();
