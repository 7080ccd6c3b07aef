/** Waits until the Envoys of a gateway have what was published, or have refused it. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Digest, GatewayName } from '../../compiler/index.ts';
import type { Relay, RelayStatus } from '../../relay/index.ts';

export type Acknowledgement =
  | { readonly kind: 'acknowledged' }
  /** Envoy's own words. */
  | { readonly kind: 'rejected'; readonly message: string }
  | { readonly kind: 'none' };

const PATIENCE_MS = 20_000;
const LOOK_EVERY_MS = 10;

export async function awaitAcknowledgement(
  relay: Relay,
  { gateway, bundle }: { readonly gateway: GatewayName; readonly bundle: Digest },
  signal: AbortSignal,
): Promise<Acknowledgement> {
  const end = performance.now() + PATIENCE_MS;
  while (performance.now() < end && !signal.aborted) {
    const found = acknowledgementIn(relay.status(), gateway, bundle);
    if (found) return found;
    await sleep(LOOK_EVERY_MS);
  }
  return { kind: 'none' };
}

function acknowledgementIn({ nodes }: RelayStatus, gateway: GatewayName, bundle: Digest): Acknowledgement | undefined {
  const own = nodes.filter((node) => node.gateway === gateway && node.bundle === bundle);
  const [rejected] = own
    .filter(({ state }) => state === 'rejected')
    .flatMap(({ types }) => types.flatMap(({ nacked }) => nacked ?? []));
  if (rejected) return { kind: 'rejected', message: rejected.message };
  return own.length > 0 && own.every(({ state }) => state === 'complete') ? { kind: 'acknowledged' } : undefined;
}
