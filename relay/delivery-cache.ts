/** Keeps deliveries, so that each is worked out once for all streams that are in the same state. */
import { deliver, type Delivery, type DeliveryRequest, type Held } from './delivery.ts';
import { subscriptionKey } from './subscription.ts';

export type DeliveryCache = (request: DeliveryRequest) => Delivery;

/** Bytes that a cache holds at most; odd subscriptions that no other stream shares push each other out. */
const CAPACITY = 24 * 1024 * 1024;

export function createDeliveryCache(): DeliveryCache {
  const deliveries = new Map<string, Delivery>();
  const idle = createIdleCache();
  let weight = 0;
  return (request) => {
    const nothing = idle.find(request);
    if (nothing) return nothing;
    const key = keyOf(request);
    const known = deliveries.get(key);
    if (known) return idle.keep(request, known);
    const delivery = deliver(request);
    deliveries.set(key, delivery);
    weight += weightOf(delivery);
    for (const [oldest, old] of deliveries) {
      if (weight <= CAPACITY || old === delivery) break;
      deliveries.delete(oldest);
      weight -= weightOf(old);
    }
    return idle.keep(request, delivery);
  };
}

/** How many subscriptions that hold the same are told apart. */
const MOST_IDLE = 16;

/**
 * Finds again that there is nothing to send, which a stream asks for each of its types several times at every step, by
 * comparing objects: to write a key for each question would be most of a step's work.
 */
function createIdleCache() {
  const known = new WeakMap<Held, readonly { readonly request: DeliveryRequest; readonly delivery: Delivery }[]>();
  return {
    find: (request: DeliveryRequest): Delivery | undefined =>
      known.get(request.held)?.find((one) => isSameRequest(one.request, request))?.delivery,
    keep(request: DeliveryRequest, delivery: Delivery): Delivery {
      if (delivery.response === null) {
        known.set(request.held, [{ request, delivery }, ...(known.get(request.held) ?? [])].slice(0, MOST_IDLE));
      }
      return delivery;
    },
  };
}

const isSameRequest = (a: DeliveryRequest, b: DeliveryRequest): boolean =>
  a.target === b.target &&
  a.answer === b.answer &&
  a.removals === b.removals &&
  a.pending === b.pending &&
  a.protocol === b.protocol &&
  a.subscription.wildcard === b.subscription.wildcard &&
  a.subscription.names === b.subscription.names;

function keyOf({ protocol, held, target, subscription, removals, pending, answer }: DeliveryRequest): string {
  const { base, forgotten, rejected, stray } = held;
  const refused = rejected ? `${rejected.names.key}/${rejected.latest.key}` : '-';
  const has = `${base.version} ${forgotten.key} ${refused} ${stray.key}`;
  return `${protocol} ${target.typeUrl} ${target.version} ${has} ${subscriptionKey(subscription)} ${removals} ${pending} ${answer}`;
}

/** About how many bytes a delivery takes, its encoded response included. */
function weightOf({ response }: Delivery): number {
  if (!response) return 1_000;
  const bytes = response.entries.reduce((sum, { resource }) => sum + resource.length + 16, 0);
  return 2_000 + bytes + response.removed.length * 50;
}
