/** Tells relays of what a request has changed, once it is answered. */
import type { GatewayName } from '../../compiler/index.ts';
import type { Call } from './operation.ts';

/** Does not wait; the audit log says who is told, the metrics what came of it. */
export function notifyRelays({ services, note, background }: Call, gateways: readonly GatewayName[]): void {
  const { notifier, metrics } = services;
  if (!notifier || gateways.length === 0) return;
  note({ notified: notifier.relays });
  background(notifier.tell(gateways).then(metrics.notified));
}
