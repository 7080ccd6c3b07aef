/** One resource type on one stream: what the client asks for, has, and is being sent. Pure. */
import type { Digest } from '../compiler/5-pack/bundle.ts';
import type { TypeStatus } from './ads-server.ts';
import { isParked, NOTHING_HELD, type Delivery, type Held } from './delivery.ts';
import { isEmpty, nameSet, NO_NAMES, union } from './name-set.ts';
import { roleOf } from './resource-roles.ts';
import type { Response } from './response.ts';
import type { Section } from './section.ts';
import type { Subscribed, Subscription } from './subscription.ts';
import type { Report } from './reconnect.ts';

export interface Watch {
  readonly typeUrl: string;
  readonly subscription: Subscription;
  /** What the client has, taking for granted that it accepts what is in flight. */
  readonly held: Held;
  /** What the client said that it has, until there is a snapshot to compare it with. */
  readonly report: Report | null;
  /** The client has been told something of this type, or had it before. */
  readonly answered: boolean;
  readonly inFlight: InFlight | null;
  /** What the client has accepted last. */
  readonly acked: Section | null;
  readonly ackedVersion: string;
  /** What the client has refused last, unless it has accepted it or something newer since. */
  readonly rejection: Rejection | null;
  readonly nacks: number;
  /** How many responses of the push of this number it has refused. */
  readonly refused: { readonly push: number; readonly count: number };
  /** Of the response sent last; empty if there was none. */
  readonly nonce: string;
  readonly sentVersion: string;
  /** How many responses of this type the stream has been sent in the push of this number. */
  readonly sent: { readonly push: number; readonly count: number };
}

/** A response that is neither accepted nor refused yet. */
export interface InFlight {
  readonly nonce: string;
  readonly section: Section;
  readonly response: Response;
  /** The bundle that it is of. */
  readonly bundle: Digest;
}

export interface Rejection {
  /** The push that the response was of. */
  readonly push: number;
  readonly version: string;
  /** Envoy's own words. */
  readonly message: string;
}

export const openWatch = (typeUrl: string, { subscription, owed }: Subscribed, report: Report | null): Watch => ({
  typeUrl,
  subscription,
  held: { ...NOTHING_HELD, forgotten: owed },
  report,
  answered: false,
  inFlight: null,
  acked: null,
  ackedVersion: '',
  rejection: null,
  nacks: 0,
  refused: { push: 0, count: 0 },
  nonce: '',
  sentVersion: '',
  sent: { push: 0, count: 0 },
});

export function resubscribe(watch: Watch, { subscription, owed, owesAll }: Subscribed): Watch {
  if (!owesAll && isEmpty(owed) && subscription.names === watch.subscription.names) return { ...watch, subscription };
  const { held } = watch;
  const kept = owesAll ? { ...NOTHING_HELD, stray: held.stray } : held;
  return { ...watch, subscription, held: { ...kept, forgotten: union(kept.forgotten, owed) } };
}

/** The client must be sent these names again, although it may have them. */
export const forget = (watch: Watch, names: Held['forgotten']): Watch => ({
  ...watch,
  held: { ...watch.held, forgotten: union(watch.held.forgotten, names) },
});

export function send(watch: Watch, delivery: Delivery, inFlight: InFlight, push: number): Watch {
  const { nonce, response } = inFlight;
  const count = watch.sent.push === push ? watch.sent.count + 1 : 1;
  return {
    ...watch,
    held: delivery.after,
    answered: true,
    inFlight,
    nonce,
    sentVersion: response.version,
    sent: { push, count },
  };
}

export const accept = (watch: Watch, { section, response }: InFlight): Watch => ({
  ...watch,
  inFlight: null,
  acked: section,
  ackedVersion: response.version,
  rejection: isParked(watch.held) ? watch.rejection : null,
});

/**
 * Nothing in a refused response is taken for held: the resources that it brought are sent again with the next change,
 * and what it removed is removed again.
 */
export function reject(watch: Watch, { response }: InFlight, message: string): Watch {
  const { held, refused } = watch;
  const { push } = watch.sent;
  const rejection = { push, version: response.version, message };
  const parked: Held = {
    ...held,
    rejected: { names: union(held.rejected?.names ?? NO_NAMES, response.names()), latest: response.names() },
    stray: union(held.stray, nameSet(response.removed)),
  };
  return {
    ...watch,
    inFlight: null,
    held: parked,
    rejection,
    nacks: watch.nacks + 1,
    refused: { push, count: refused.push === push ? refused.count + 1 : 1 },
  };
}

/** Owes what was refused at once, since the reason for the refusal is about to go. */
export function retry(watch: Watch): Watch {
  const { held } = watch;
  const owed = union(held.forgotten, held.rejected?.names ?? NO_NAMES);
  return { ...watch, held: { ...held, forgotten: owed, rejected: null } };
}

/** Whether the stream must be answered even if there is nothing to say, lest its client wait for nothing. */
export function mustAnswer({ typeUrl, answered, subscription }: Watch, protocol: 'sotw' | 'delta'): boolean {
  if (answered) return false;
  const isWhole = protocol === 'sotw' && roleOf(typeUrl).sotwResponse === 'whole';
  const asksForNames = !isEmpty(subscription.names);
  return protocol === 'delta' ? !asksForNames : isWhole && (subscription.wildcard || asksForNames);
}

export const statusOf = (watch: Watch): TypeStatus => ({
  typeUrl: watch.typeUrl,
  wildcard: watch.subscription.wildcard,
  names: watch.subscription.names.names.size,
  sent: watch.sentVersion,
  acked: watch.ackedVersion,
  nacked: watch.rejection && { version: watch.rejection.version, message: watch.rejection.message },
  nacks: watch.nacks,
});
