/** One stream in the running relay: its session, and what becomes of the session's effects. */
import type { GatewayName } from '../compiler/5-pack/bundle.ts';
import type { AdsEvent, NodeIdentity, NodeStatus, Refusal, StreamIdentity } from './ads-server.ts';
import type { Outbox, Queue } from './outbox.ts';
import { openSession, type Effect, type Session } from './session-state.ts';
import { describe, step, type SessionEvent } from './session.ts';
import type { Transport } from './transport.ts';

/** How long a stream with what was served here before waits for the bucket, in milliseconds: several looks. */
const WAIT_FOR_BUCKET_MS = 10_000;

export interface Stream {
  readonly id: number;
  readonly transport: Transport;
  readonly queue: Queue;
  /** Milliseconds since the epoch. */
  readonly openedAt: number;
  session: Session;
  isOpen: boolean;
  /** Known from the first request on. */
  identity: StreamIdentity | null;
  /** The gateway that the stream is bound to, for good. */
  gateway: GatewayName | null;
  /** Since when the stream is to have the snapshot that its session has; milliseconds since the epoch. */
  pushedAt: number;
}

export interface StreamSettings {
  readonly secretsAllowed: 'mutual-tls' | 'always';
  readonly events: (event: AdsEvent) => void;
  readonly pushDeadlineMs: number;
  readonly drainMs: number;
  /**
   * A stream has something else of the gateway than it is offered, and waits until the bucket has been asked; absent: there
   * is nobody to ask, and what is offered is sent.
   */
  readonly unconfirmed?: ((gateway: GatewayName) => void) | undefined;
}

export function openStream(
  id: number,
  transport: Transport,
  outbox: Outbox,
  { secretsAllowed, unconfirmed }: StreamSettings,
): Stream {
  const secrets = secretsAllowed === 'always' || transport.certificate ? 'allowed' : 'withheld';
  const now = Date.now();
  return {
    id,
    transport,
    queue: outbox.open(transport),
    openedAt: now,
    session: openSession(transport.protocol, secrets, unconfirmed ? 'open' : 'confirmed'),
    isOpen: true,
    identity: null,
    gateway: null,
    pushedAt: now,
  };
}

export function identify(stream: Stream, node: NodeIdentity): void {
  const { peer, protocol } = stream.transport;
  stream.identity = { stream: stream.id, node, peer, protocol };
}

/** Tells the session what happened, and does what it asks for. */
export function feed(stream: Stream, event: SessionEvent, settings: StreamSettings): void {
  if (!stream.isOpen) return;
  const [session, effects] = step(stream.session, event);
  stream.session = session;
  for (const effect of effects) perform(stream, effect, settings);
}

function perform(stream: Stream, effect: Effect, settings: StreamSettings): void {
  switch (effect.kind) {
    case 'send':
      transmit(stream, effect, settings);
      break;
    case 'set-deadline': {
      const event = { kind: 'deadline', deadline: effect.deadline } as const;
      const time = effect.until === 'drained' ? settings.drainMs : settings.pushDeadlineMs;
      setTimeout(feed, time, stream, event, settings).unref();
      break;
    }
    case 'end':
      refuse(stream, effect.refusal, settings);
      break;
    case 'unconfirmed':
      tell(stream, settings, effect);
      if (stream.gateway !== null) settings.unconfirmed?.(stream.gateway);
      setTimeout(feed, WAIT_FOR_BUCKET_MS, stream, { kind: 'unanswered' }, settings).unref();
      break;
    case 'push-completed':
      tell(stream, settings, { ...effect, elapsedMs: Date.now() - stream.pushedAt });
      break;
    default:
      tell(stream, settings, effect);
  }
}

/** Encoded only when it is its turn; streams that are sent the same share the bytes. */
function transmit(
  stream: Stream,
  { response, nonce }: Extract<Effect, { kind: 'send' }>,
  settings: StreamSettings,
): void {
  const { typeUrl, version } = response;
  stream.queue.push(
    () => response.frame(nonce),
    (bytes) => tell(stream, settings, { kind: 'sent', typeUrl, version, bytes }),
  );
}

/** What an event says beside the stream that it is about. */
type News = DistributiveOmit<
  Extract<AdsEvent, { gateway: GatewayName; stream: number }>,
  keyof StreamIdentity | 'gateway'
>;
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

export function tell(stream: Stream, { events }: StreamSettings, news: News): void {
  const { identity, gateway } = stream;
  if (identity && gateway !== null) events({ ...identity, gateway, ...news });
}

/** Ends a stream, and says why. */
export function refuse(stream: Stream, refusal: Refusal, { events }: StreamSettings): void {
  const { transport, identity } = stream;
  events({ kind: 'refused', peer: transport.peer, node: identity?.node ?? null, refusal });
  close(stream);
  transport.end(refusal);
}

export function close(stream: Stream): void {
  stream.isOpen = false;
  stream.queue.close();
}

/** Nothing before the stream has said which node it is, and after it has been refused. */
export function nodeStatus({
  isOpen,
  identity,
  gateway,
  openedAt,
  transport,
  session,
}: Stream): NodeStatus | undefined {
  if (!isOpen || !identity) return undefined;
  const { certificate } = transport;
  return { ...identity, gateway, connectedSince: openedAt, certificate, ...describe(session) };
}
