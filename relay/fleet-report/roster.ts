/**
 * The nodes of one gateway as this relay sees them: what they were given, and what they made of it. It follows from
 * {@link AdsEvent}s alone, without output or clock; it changes in place, so that an event costs the same however many nodes
 * there are.
 */
import type { Digest } from '../../compiler/5-pack/bundle.ts';
import {
  DEPARTURE_MS,
  MAX_DEPARTURES,
  MAX_MISSING,
  MAX_REJECTIONS,
  type BundleCount,
  type BundleMissing,
  type NodeEntry,
  type Rejection,
} from '../../store/rollout/report.ts';
import type { RolloutPosition } from '../../store/rollout/state.ts';
import type { AdsEvent, NodeIdentity, Offer } from '../ads-server.ts';
import { SECRET_TYPES } from '../resource-roles.ts';

export interface Roster {
  /** By `node.id`: a node counts once, however many streams it has. */
  readonly nodes: Map<string, Node>;
  readonly counts: Map<Digest, Tally>;
  /** The latest first. */
  rejections: readonly Rejection[];
  /** What each bundle was given as, the latest last: a rejection may come when something else is given already. */
  readonly releases: Map<Digest, Given>;
  /** What all nodes have been told of. */
  applied: RolloutPosition | null;
  /** What bundles that are offered lack. */
  missing: readonly BundleMissing[];
}

export interface Node {
  readonly identity: NodeIdentity;
  /** Milliseconds since the epoch. */
  readonly since: number;
  readonly streams: Map<number, StreamRecord>;
  /** Its streams, by what became of what they were given. */
  readonly tally: Tally;
  /** What it was given last. */
  bundle: Digest | null;
}

interface StreamRecord {
  bundle: Digest | null;
  state: NodeEntry['state'];
}

type Tally = { -readonly [State in NodeEntry['state']]: BundleCount[State] };

interface Given {
  readonly revision: Digest;
  readonly attempt: number;
  /** When nodes have left that had it in this attempt, by `node.id`, the latest last: some of them long ago. */
  readonly left: Map<string, number>;
}

/** How much an event matters to whoever watches the fleet. */
export type Weight = 'nothing' | 'change' | 'rejection';

export const createRoster = (): Roster => ({
  nodes: new Map(),
  counts: new Map(),
  rejections: [],
  releases: new Map(),
  applied: null,
  missing: [],
});

type RosterEvent = Extract<AdsEvent, { kind: 'offered' | 'offer-told' } | { gateway: string; stream: number }>;

/** @param now Milliseconds since the epoch. */
export function note(roster: Roster, event: RosterEvent, now: number): Weight {
  switch (event.kind) {
    case 'offered':
      return remember(roster, event.offer);
    case 'offer-told':
      return apply(roster, event.offer.position);
    case 'connected':
      return connect(roster, event.node, event.stream, now);
    case 'disconnected':
      return disconnect(roster, event, now);
    case 'assigned':
      return change(roster, event, { bundle: event.bundle, state: 'pending' });
    case 'push-completed':
      return hasBundle(roster, event, event.bundle) ? change(roster, event, { state: 'accepted' }) : 'nothing';
    case 'nacked':
      return refuse(roster, event, now);
    default:
      return 'nothing';
  }
}

/** So many bundles may have answers under way. */
const MOST_RELEASES = 8;

function remember(roster: Roster, { bundles }: Offer): Weight {
  const { releases } = roster;
  for (const { bundle, revision, attempt } of bundles) {
    const before = releases.get(bundle.id);
    releases.delete(bundle.id);
    releases.set(bundle.id, { revision, attempt, left: before?.attempt === attempt ? before.left : new Map() });
  }
  for (const [oldest] of releases) {
    if (releases.size <= MOST_RELEASES) break;
    releases.delete(oldest);
  }
  const before = JSON.stringify(roster.missing);
  roster.missing = bundles.flatMap(missingOf);
  return before === JSON.stringify(roster.missing) ? 'nothing' : 'change';
}

function missingOf({ bundle, missing }: Offer['bundles'][number]): readonly BundleMissing[] {
  if (!missing) return [];
  const [secrets, upstreams] = [missing.secrets.slice(0, MAX_MISSING), missing.upstreams.slice(0, MAX_MISSING)];
  return [{ bundle: bundle.id, secrets, upstreams }];
}

function apply(roster: Roster, position: RolloutPosition | null): Weight {
  const before = JSON.stringify(roster.applied);
  roster.applied = position;
  return before === JSON.stringify(position) ? 'nothing' : 'change';
}

function connect(roster: Roster, identity: NodeIdentity, stream: number, now: number): Weight {
  const { nodes } = roster;
  const known = nodes.get(identity.id);
  const node = known ?? { identity, since: now, streams: new Map(), tally: noTally(), bundle: null };
  uncount(roster, node);
  node.streams.set(stream, { bundle: null, state: 'pending' });
  node.tally.pending++;
  nodes.set(identity.id, node);
  count(roster, node);
  return 'change';
}

function disconnect(roster: Roster, { node: { id }, stream }: About, now: number): Weight {
  const node = roster.nodes.get(id);
  const record = node?.streams.get(stream);
  if (!node || !record) return 'nothing';
  uncount(roster, node);
  node.streams.delete(stream);
  node.tally[record.state]--;
  if (node.streams.size === 0) leave(roster, node, now);
  else count(roster, node);
  return 'change';
}

function leave({ nodes, releases }: Roster, { identity: { id }, bundle }: Node, now: number): void {
  nodes.delete(id);
  const left = bundle === null ? undefined : releases.get(bundle)?.left;
  if (!left) return;
  left.delete(id);
  left.set(id, now);
  for (const [earliest, time] of left) {
    if (left.size <= MAX_DEPARTURES && now - time <= DEPARTURE_MS) break;
    left.delete(earliest);
  }
}

interface About {
  readonly node: NodeIdentity;
  readonly stream: number;
}

const hasBundle = ({ nodes }: Roster, { node, stream }: About, bundle: Digest): boolean =>
  nodes.get(node.id)?.streams.get(stream)?.bundle === bundle;

function change(roster: Roster, { node: { id }, stream }: About, to: Partial<StreamRecord>): Weight {
  const node = roster.nodes.get(id);
  const record = node?.streams.get(stream);
  if (!node || !record || (record.state === to.state && to.bundle === undefined)) return 'nothing';
  uncount(roster, node);
  node.tally[record.state]--;
  Object.assign(record, to);
  node.tally[record.state]++;
  if (to.bundle !== undefined) node.bundle = to.bundle;
  count(roster, node);
  return 'change';
}

/**
 * What a bundle refers to is no part of it: that a node rejects a secret, which the relay resolves, says nothing of the
 * bundle.
 */
function refuse(roster: Roster, event: Extract<AdsEvent, { kind: 'nacked' }>, now: number): Weight {
  const { node, bundle, typeUrl, outcome } = event;
  if (outcome === 'retried' || SECRET_TYPES.includes(typeUrl)) return 'nothing';
  if (hasBundle(roster, event, bundle)) change(roster, event, { state: 'rejected' });
  const { revision, attempt } = roster.releases.get(bundle) ?? { revision: bundle, attempt: 0 };
  const message = event.message.slice(0, LONGEST_MESSAGE);
  const rejection = { node: node.id, revision, bundle, attempt, typeUrl, message, time: new Date(now).toISOString() };
  const isSame = (other: Rejection): boolean =>
    other.node === node.id && other.bundle === bundle && other.revision === revision && other.attempt === attempt;
  if (roster.rejections.some(isSame)) return 'change';
  roster.rejections = [rejection, ...roster.rejections].slice(0, MAX_REJECTIONS);
  return 'rejection';
}

const LONGEST_MESSAGE = 500;

/** The worst of what its streams are. */
export const stateOf = ({ tally }: Node): NodeEntry['state'] =>
  tally.rejected > 0 ? 'rejected' : tally.pending > 0 ? 'pending' : 'accepted';

function uncount(roster: Roster, node: Node): void {
  if (node.bundle === null || node.streams.size === 0) return;
  const tally = roster.counts.get(node.bundle);
  if (!tally) return;
  tally[stateOf(node)]--;
  if (tally.accepted + tally.pending + tally.rejected === 0) roster.counts.delete(node.bundle);
}

function count(roster: Roster, node: Node): void {
  if (node.bundle === null) return;
  const tally = roster.counts.get(node.bundle) ?? noTally();
  tally[stateOf(node)]++;
  roster.counts.set(node.bundle, tally);
}

const noTally = (): Tally => ({ accepted: 0, pending: 0, rejected: 0 });
