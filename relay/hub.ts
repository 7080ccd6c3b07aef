/** Brings streams and gateways together: carries out what the fleet asks for, and reads what streams receive. */
import type { Bundle, GatewayName } from '../compiler/5-pack/bundle.ts';
import type { NodeStatus, Offer, Refusal, SecretResource } from './ads-server.ts';
import { createFleet, stepFleet, type FleetEffect, type FleetEvent } from './fleet.ts';
import { authorise, checkExpiry } from './identity/authorise.ts';
import type { NodePolicy } from './identity/policy.ts';
import { snapshotFor, type Offering } from './offering.ts';
import { createOutbox } from './outbox.ts';
import { mustWait } from './session-state.ts';
import { isSameSnapshot, type Snapshot } from './snapshot.ts';
import {
  close,
  feed,
  identify,
  nodeStatus,
  openStream,
  refuse,
  tell,
  type Stream,
  type StreamSettings,
} from './stream.ts';
import type { Accept } from './transport.ts';
import { readNode } from './wire/node.ts';
import { WireError } from './wire/protobuf.ts';
import { readDeltaRequest, readSotwRequest, type Request } from './wire/request.ts';

export interface Hub {
  readonly accept: Accept;
  setBundle(bundle: Bundle, secrets: readonly SecretResource[]): void;
  setOffer(offer: Offer): void;
  confirm(gateway: GatewayName): void;
  removeGateway(gateway: GatewayName): void;
  setNodePolicy(policy: NodePolicy): void;
  nodes(): readonly NodeStatus[];
  /** Ends all streams, one after the other over this time, in milliseconds. */
  dismiss(graceMs: number): void;
}

export interface HubSettings extends StreamSettings {
  readonly identifier: string;
  readonly maxBytesInFlight: number;
  readonly nodePolicy?: NodePolicy;
}

/** A gateway's streams, and what they are to have. */
interface Group {
  offering: Offering;
  since: number;
  readonly streams: Set<Stream>;
  /** What the round of telling that is being made began with; streams whose turn comes late get what there is then. */
  round: Offering;
  /** Streams whose turn in it has not come yet. */
  untold: Stream[];
}

/** How long a stream may wait for its gateway while others are there already, in milliseconds. */
const WAIT_FOR_GATEWAY_MS = 10_000;
/** How long streams are told of a new offering before anything else gets a turn, in milliseconds. */
const SLICE_MS = 10;

const CLOSING: Refusal = { code: 'UNAVAILABLE', message: 'the relay is closing; another one will do' };

export function createHub(given: HubSettings): Hub {
  /** Gateways of which a stream waits for the bucket. */
  const unconfirmed = new Set<GatewayName>();
  const settings: HubSettings = {
    ...given,
    unconfirmed:
      given.unconfirmed &&
      ((gateway) => {
        unconfirmed.add(gateway);
        given.unconfirmed?.(gateway);
      }),
  };
  const outbox = createOutbox(settings.maxBytesInFlight);
  const streams = new Map<number, Stream>();
  const groups = new Map<GatewayName, Group>();
  let fleet = createFleet(settings.identifier, settings.nodePolicy);
  let lastId = 0;
  let isClosing = false;

  const happen = (event: FleetEvent): void => {
    const [next, effects] = stepFleet(fleet, event);
    fleet = next;
    for (const effect of effects) perform(effect);
  };

  const perform = (effect: FleetEffect): void => {
    const stream = 'stream' in effect ? streams.get(effect.stream) : undefined;
    if (effect.kind === 'serve') serve(groups, effect.offering, settings);
    if (!stream) return;
    if (effect.kind === 'bind') bind(groups, stream, effect.snapshot, settings);
    if (effect.kind === 'refuse') refuse(stream, effect.refusal, settings);
    if (effect.kind === 'set-deadline') {
      setTimeout(happen, WAIT_FOR_GATEWAY_MS, { kind: 'deadline', stream: stream.id }).unref();
    }
  };

  return {
    accept(transport) {
      const stream = openStream(++lastId, transport, outbox, settings);
      streams.set(stream.id, stream);
      if (isClosing) refuse(stream, CLOSING, settings);
      return {
        received: (message) => receive(stream, message, settings, happen),
        closed() {
          streams.delete(stream.id);
          leave(groups, stream, settings);
          happen({ kind: 'stream-closed', stream: stream.id });
        },
      };
    },
    setBundle: (bundle, secrets) => happen({ kind: 'offer', offer: offerOf(bundle, secrets) }),
    setOffer: (offer) => happen({ kind: 'offer', offer }),
    confirm(gateway) {
      const group = groups.get(gateway);
      if (!unconfirmed.delete(gateway) || !group) return;
      for (const stream of group.streams) if (mustWait(stream.session)) confirmTo(stream, group, settings);
    },
    removeGateway: (gateway) => happen({ kind: 'gateway-removed', gateway }),
    setNodePolicy(policy) {
      happen({ kind: 'policy', policy });
      for (const stream of streams.values()) reconsider(stream, policy, settings);
    },
    nodes: () => [...streams.values()].flatMap((stream) => nodeStatus(stream) ?? []),
    dismiss(graceMs) {
      isClosing = true;
      const all = [...streams.values()];
      for (const [index, stream] of all.entries()) {
        setTimeout(() => stream.transport.end(CLOSING), (graceMs * index) / all.length);
      }
    },
  };
}

type Happen = (event: FleetEvent) => void;

/** Reads a request. The first of a stream says which node it is, and so which gateway it belongs to. */
function receive(stream: Stream, message: Buffer, settings: HubSettings, happen: Happen): void {
  try {
    const event =
      stream.transport.protocol === 'delta'
        ? ({ kind: 'delta-request', request: readDeltaRequest(message) } as const)
        : ({ kind: 'sotw-request', request: readSotwRequest(message) } as const);
    if (!stream.identity) introduce(stream, event.request, settings, happen);
    feed(stream, event, settings);
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
    refuse(stream, { code: 'INVALID_ARGUMENT', message: `the request cannot be read: ${error.message}` }, settings);
  }
}

function introduce(stream: Stream, { node }: Request, settings: HubSettings, happen: Happen): void {
  if (!node) {
    refuse(stream, { code: 'INVALID_ARGUMENT', message: 'the first request of a stream must have a node' }, settings);
    return;
  }
  const identity = readNode(node);
  identify(stream, identity);
  const { certificate } = stream.transport;
  const refusal = checkExpiry(certificate, Date.now());
  if (refusal) refuse(stream, refusal, settings);
  else happen({ kind: 'stream-opened', stream: stream.id, node: identity, certificate });
}

/** Ends a stream that a new policy would not have let in. One that waits for its gateway is judged when that comes. */
function reconsider(stream: Stream, policy: NodePolicy, settings: HubSettings): void {
  const { identity, gateway, transport } = stream;
  if (!stream.isOpen || !identity || gateway === null) return;
  const refusal = authorise(policy, { node: identity.node, certificate: transport.certificate }, gateway);
  if (refusal) refuse(stream, refusal, settings);
}

/** One bundle for all nodes. */
const offerOf = (bundle: Bundle, secrets: readonly SecretResource[]): Offer => ({
  gateway: bundle.manifest.gateway,
  bundles: [{ bundle, secrets, revision: '', attempt: 1 }],
  choose: () => bundle.id,
  position: null,
});

type Groups = Map<GatewayName, Group>;

/** A stream is bound to a gateway that is served, and so has a group. */
function bind(groups: Groups, stream: Stream, snapshot: Snapshot, settings: HubSettings): void {
  const { gateway, bundle } = snapshot;
  groups.get(gateway)?.streams.add(stream);
  stream.gateway = gateway;
  stream.pushedAt = Date.now();
  tell(stream, settings, { kind: 'connected', certificate: stream.transport.certificate });
  tell(stream, settings, { kind: 'assigned', bundle });
  feed(stream, { kind: 'snapshot', snapshot }, settings);
}

/** Tells all streams of a gateway of what it offers now, a slice of time at a time. */
function serve(groups: Groups, offering: Offering, settings: HubSettings): void {
  const { gateway, offer } = offering;
  const group = groups.get(gateway) ?? { offering, since: 0, streams: new Set(), round: offering, untold: [] };
  const isRunning = group.untold.length > 0;
  groups.set(gateway, group);
  group.offering = offering;
  group.since = Date.now();
  settings.events({ kind: 'offered', offer });
  if (!isRunning) beginRound(group, settings);
}

/** Each round comes to its end, however fast offerings come: all streams get their turn. */
function beginRound(group: Group, settings: HubSettings): void {
  group.round = group.offering;
  group.untold = [...group.streams].reverse();
  tellUntold(group, settings);
}

function tellUntold(group: Group, settings: HubSettings): void {
  const end = performance.now() + SLICE_MS;
  while (group.untold.length > 0 && performance.now() < end) {
    const stream = group.untold.pop();
    if (stream) tellOffering(stream, group, settings);
  }
  if (group.untold.length > 0) {
    setImmediate(tellUntold, group, settings);
    return;
  }
  const { round } = group;
  settings.events({ kind: 'offer-told', offer: round.offer });
  if (group.round === round && group.offering !== round) beginRound(group, settings);
}

/** What has just been confirmed may not have come to the stream yet: others are told of it first. */
function confirmTo(stream: Stream, group: Group, settings: HubSettings): void {
  tellOffering(stream, group, settings);
  feed(stream, { kind: 'confirmed' }, settings);
}

/** A stream that has the same already, under whatever number, is left alone. */
function tellOffering(stream: Stream, { offering, since }: Group, settings: HubSettings): void {
  if (!stream.isOpen) return;
  const before = stream.session.snapshot;
  const snapshot = stream.identity && snapshotFor(offering, stream.identity.node);
  if (!snapshot || (before && isSameSnapshot(before, snapshot))) return;
  stream.pushedAt = since;
  if (before?.bundle !== snapshot.bundle) tell(stream, settings, { kind: 'assigned', bundle: snapshot.bundle });
  feed(stream, { kind: 'snapshot', snapshot }, settings);
}

function leave(groups: Groups, stream: Stream, settings: HubSettings): void {
  if (stream.gateway !== null) groups.get(stream.gateway)?.streams.delete(stream);
  tell(stream, settings, { kind: 'disconnected' });
  close(stream);
}
