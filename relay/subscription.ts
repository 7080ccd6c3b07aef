/**
 * What a stream asks for of one type.
 * Source: https://www.envoyproxy.io/docs/envoy/v1.40.0/api-docs/xds_protocol#how-the-client-specifies-what-resources-to-return
 */
import { difference, intersection, isEmpty, nameSet, NO_NAMES, union, type NameSet } from './name-set.ts';
import { roleOf } from './resource-roles.ts';

export interface Subscription {
  /** Everything is asked for. */
  readonly wildcard: boolean;
  /** What is asked for by name, beside the wildcard. */
  readonly names: NameSet;
  /** Something, be it `*`, has been named on this stream: from then on, naming nothing means nothing. */
  readonly explicit: boolean;
}

/** A subscription after a request. */
export interface Subscribed {
  readonly subscription: Subscription;
  /** Names that are owed an answer, whatever the client has. */
  readonly owed: NameSet;
  /** The wildcard is new, so that all is owed. */
  readonly owesAll: boolean;
}

const NOTHING_ASKED: Subscription = { wildcard: false, names: NO_NAMES, explicit: false };

export const covers = ({ wildcard, names }: Subscription, name: string): boolean => wildcard || names.names.has(name);

/** Stands for the subscription in the keys of caches. */
export const subscriptionKey = ({ wildcard, names }: Subscription): string => `${wildcard ? '*' : ''}${names.key}`;

/** A SotW request names all that the client wants. */
export function subscribeSotw(typeUrl: string, before: Subscription | undefined, names: NameSet): Subscribed {
  const { explicit } = before ?? NOTHING_ASKED;
  if (isEmpty(names) && !explicit) return subscribed(before, legacy(typeUrl));
  const subscription = { wildcard: names.names.has('*'), names: difference(names, STAR), explicit: true };
  return subscribed(before, subscription);
}

/** A delta request says what is new and what is no longer wanted. */
export function subscribeDelta(
  typeUrl: string,
  before: Subscription | undefined,
  subscribe: NameSet,
  unsubscribe: NameSet,
): Subscribed {
  const start = before ?? (isEmpty(subscribe) ? legacy(typeUrl) : NOTHING_ASKED);
  const kept = difference(start.names, unsubscribe);
  const wildcard = subscribe.names.has('*') || (start.wildcard && !unsubscribe.names.has('*'));
  const subscription = {
    wildcard,
    names: union(kept, difference(subscribe, STAR)),
    explicit: start.explicit || !isEmpty(subscribe) || !isEmpty(unsubscribe),
  };
  const { owed, ...rest } = subscribed(before, subscription);
  // A name that is subscribed to must be answered although the client may have it, and so must one that is dropped
  // while the wildcard still covers it.
  const dropped = wildcard ? intersection(start.names, unsubscribe) : NO_NAMES;
  return { ...rest, owed: union(owed, union(difference(subscribe, STAR), dropped)) };
}

function subscribed(before: Subscription | undefined, subscription: Subscription): Subscribed {
  return {
    subscription,
    owed: before ? difference(subscription.names, before.names) : subscription.names,
    owesAll: subscription.wildcard && !before?.wildcard,
  };
}

/** Only some types have the old wildcard, in which a client names nothing. */
const legacy = (typeUrl: string): Subscription => ({
  ...NOTHING_ASKED,
  wildcard: roleOf(typeUrl).unnamed === 'all',
});

const STAR = nameSet(['*']);
