/**
 * Which gateways there are, what each of them runs, and which streams belong to which: a state machine,
 * `(fleet, event) → [fleet, effects]`, without input, output or clock.
 *
 * What a stream is sent is up to its session; the fleet only says which snapshots there are to have.
 */
import type { GatewayName } from '../compiler/5-pack/bundle.ts';
import type { NodeIdentity, Offer, Refusal } from './ads-server.ts';
import { authorise } from './identity/authorise.ts';
import type { ClientCertificate } from './identity/certificate.ts';
import type { NodePolicy } from './identity/policy.ts';
import { createOffering, snapshotFor, type Offering } from './offering.ts';
import { matchNode } from './selector.ts';
import type { Snapshot } from './snapshot.ts';
import { findStream, streamsOf, withoutStream, withStream, type StreamId, type StreamMap } from './stream-map.ts';

export interface Fleet {
  /** The relay's name. */
  readonly identifier: string;
  readonly offerings: ReadonlyMap<GatewayName, Offering>;
  /** Streams that opened before the first bundle came, or whose gateway has not come since. */
  readonly waiting: StreamMap<WaitingStream>;
  /** Offers so far. */
  readonly pushes: number;
  /** Which certificate may speak for which node; nothing: any. */
  readonly policy: NodePolicy | null;
}

/** Who opens a stream: what it says of itself, and what it has proved. */
export interface Caller {
  readonly node: NodeIdentity;
  readonly certificate: ClientCertificate | null;
}

interface WaitingStream extends Caller {
  /** A deadline is set, after which the stream waits no longer. */
  readonly hasDeadline: boolean;
}

export type FleetEvent =
  | { readonly kind: 'offer'; readonly offer: Offer }
  | { readonly kind: 'gateway-removed'; readonly gateway: GatewayName }
  /** A stream has said which node it is; that never changes. */
  | ({ readonly kind: 'stream-opened'; readonly stream: StreamId } & Caller)
  | { readonly kind: 'stream-closed'; readonly stream: StreamId }
  | { readonly kind: 'deadline'; readonly stream: StreamId }
  /** From now on; what streams may keep that are bound already is the shell's to ask. */
  | { readonly kind: 'policy'; readonly policy: NodePolicy };

export type FleetEffect =
  /** All streams that are bound to the gateway get what this offering has for them. */
  | { readonly kind: 'serve'; readonly offering: Offering }
  /** The stream belongs to this gateway from now on. */
  | { readonly kind: 'bind'; readonly stream: StreamId; readonly snapshot: Snapshot }
  | { readonly kind: 'refuse'; readonly stream: StreamId; readonly refusal: Refusal }
  /** Give back the `deadline` event of this stream after the time that a stream may wait for its gateway. */
  | { readonly kind: 'set-deadline'; readonly stream: StreamId };

type Step = readonly [Fleet, readonly FleetEffect[]];

export const createFleet = (identifier: string, policy: NodePolicy | null = null): Fleet => ({
  identifier,
  offerings: new Map(),
  waiting: new Map(),
  pushes: 0,
  policy,
});

/** @throws Error or MalformedBlock if a bundle cannot be read; the fleet stays as it was. */
export function stepFleet(fleet: Fleet, event: FleetEvent): Step {
  switch (event.kind) {
    case 'offer':
      return onOffer(fleet, event.offer);
    case 'gateway-removed':
      return [{ ...fleet, offerings: without(fleet.offerings, event.gateway) }, []];
    case 'stream-opened':
      return onOpened(fleet, event.stream, event);
    case 'stream-closed':
      return [{ ...fleet, waiting: withoutStream(fleet.waiting, event.stream) }, []];
    case 'deadline':
      return onDeadline(fleet, event.stream);
    case 'policy':
      return [{ ...fleet, policy: event.policy }, []];
  }
}

function onOffer(fleet: Fleet, offer: Offer): Step {
  const { identifier } = fleet;
  const push = fleet.pushes + 1;
  const previous = fleet.offerings.get(offer.gateway);
  const offering = createOffering({ offer, identifier, push, previous });
  const offerings = new Map(fleet.offerings).set(offer.gateway, offering);
  return seatWaiting({ ...fleet, offerings, pushes: push }, [{ kind: 'serve', offering }]);
}

/** Binds the waiting streams whose gateway has come. The others may wait for theirs, but not without end. */
function seatWaiting(fleet: Fleet, before: readonly FleetEffect[]): Step {
  const effects = [...before];
  let { waiting } = fleet;
  for (const [stream, caller] of streamsOf(fleet.waiting)) {
    const { hasDeadline } = caller;
    const snapshot = findSnapshot(fleet, caller);
    if (!('refusal' in snapshot)) {
      effects.push({ kind: 'bind', stream, snapshot });
      waiting = withoutStream(waiting, stream);
      continue;
    }
    if (hasDeadline) continue;
    waiting = withStream(waiting, stream, { ...caller, hasDeadline: true });
    effects.push({ kind: 'set-deadline', stream });
  }
  return [{ ...fleet, waiting }, effects];
}

/** Before the first bundle nobody can say where a node belongs, so it waits instead of being sent away. */
function onOpened(fleet: Fleet, stream: StreamId, { node, certificate }: Caller): Step {
  if (fleet.offerings.size === 0) {
    const waiting = withStream(fleet.waiting, stream, { node, certificate, hasDeadline: false });
    return [{ ...fleet, waiting }, []];
  }
  const snapshot = findSnapshot(fleet, { node, certificate });
  const effect: FleetEffect =
    'refusal' in snapshot ? { kind: 'refuse', stream, refusal: snapshot.refusal } : { kind: 'bind', stream, snapshot };
  return [fleet, [effect]];
}

function onDeadline(fleet: Fleet, stream: StreamId): Step {
  const waiting = findStream(fleet.waiting, stream);
  if (!waiting) return [fleet, []];
  const snapshot = findSnapshot(fleet, waiting);
  const refusal = 'refusal' in snapshot ? snapshot.refusal : NOT_YET;
  return [{ ...fleet, waiting: withoutStream(fleet.waiting, stream) }, [{ kind: 'refuse', stream, refusal }]];
}

const NOT_YET: Refusal = { code: 'UNAVAILABLE', message: 'no bundle has been loaded yet' };

/** A node belongs to the gateway whose release for it asks for it: to a bad selector, only its nodes are lost. */
function findSnapshot({ offerings, policy }: Fleet, caller: Caller): Snapshot | { readonly refusal: Refusal } {
  if (offerings.size === 0) return { refusal: NOT_YET };
  const snapshots = [...offerings.values()].map((offering) => snapshotFor(offering, caller.node));
  const match = matchNode(caller.node, snapshots);
  const gateway = match.kind === 'matched' ? match.gateway : null;
  const refusal = policy && authorise(policy, caller, gateway);
  if (refusal) return { refusal };
  if (match.kind === 'refused') return match;
  return snapshots.find((snapshot) => snapshot.gateway === match.gateway) ?? { refusal: NOT_YET };
}

function without<K, V>(map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> {
  if (!map.has(key)) return map;
  const copy = new Map(map);
  copy.delete(key);
  return copy;
}
