/** Keeps deliveries, so that each is worked out once for all streams that are in the same state. */
import { deliver, type Delivery, type DeliveryRequest } from './delivery.ts';
import { subscriptionKey } from './subscription.ts';

export type DeliveryCache = (request: DeliveryRequest) => Delivery;

/** Bytes that a cache holds at most; odd subscriptions that no other stream shares push each other out. */
const CAPACITY = 24 * 1024 * 1024;

export function createDeliveryCache(): DeliveryCache {
  const deliveries = new Map<string, Delivery>();
  let weight = 0;
  return (request) => {
    const key = keyOf(request);
    const known = deliveries.get(key);
    if (known) return known;
    const delivery = deliver(request);
    deliveries.set(key, delivery);
    weight += weightOf(delivery);
    for (const [oldest, old] of deliveries) {
      if (weight <= CAPACITY || old === delivery) break;
      deliveries.delete(oldest);
      weight -= weightOf(old);
    }
    return delivery;
  };
}

function keyOf({ protocol, held, target, subscription, removals, answer }: DeliveryRequest): string {
  const { base, forgotten, rejected, stray } = held;
  const refused = rejected ? `${rejected.names.key}/${rejected.latest.key}` : '-';
  const has = `${base.version} ${forgotten.key} ${refused} ${stray.key}`;
  return `${protocol} ${target.typeUrl} ${target.version} ${has} ${subscriptionKey(subscription)} ${removals} ${answer}`;
}

/** About how many bytes a delivery takes, its encoded response included. */
function weightOf({ response }: Delivery): number {
  if (!response) return 1_000;
  const bytes = response.entries.reduce((sum, { resource }) => sum + resource.length + 16, 0);
  return 2_000 + bytes + response.removed.length * 50;
}
