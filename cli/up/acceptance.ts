/** Whether an Envoy has taken a bundle. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Bundle, Manifest } from '../../compiler/index.ts';
import type { NodeReport, Relay } from '../../relay/index.ts';

export type Acceptance =
  | { readonly status: 'accepted' }
  /** Envoy's own words. */
  | { readonly status: 'nacked'; readonly messages: readonly string[] }
  | { readonly status: 'late' }
  /** Nobody waits any more. */
  | { readonly status: 'replaced' };

export interface Awaited {
  readonly bundle: Bundle;
  /** Aborted when another bundle takes the place of this one. */
  readonly replaced: AbortSignal;
}

/** The relay is in this process, so that looking costs next to nothing. */
const POLL_MS = 5;
const PATIENCE_MS = 15_000;

/** Waits until every Envoy of a gateway has accepted a bundle, of which there must be one, or one has rejected it. */
export async function untilAccepted(relay: Relay, { bundle, replaced }: Awaited): Promise<Acceptance> {
  const { id, manifest } = bundle;
  const deadline = performance.now() + PATIENCE_MS;
  while (performance.now() < deadline) {
    if (replaced.aborted) return { status: 'replaced' };
    const nodes = relay.status().nodes.filter((node) => node.gateway === manifest.gateway);
    const messages = nodes.filter((node) => node.bundle === id).flatMap((node) => rejections(node, manifest));
    if (messages.length > 0) return { status: 'nacked', messages };
    if (nodes.length > 0 && nodes.every((node) => node.bundle === id && node.state === 'complete')) {
      return { status: 'accepted' };
    }
    await sleep(POLL_MS);
  }
  return { status: 'late' };
}

/** A rejection of what came before stands until something later is accepted, and says nothing of this bundle. */
const rejections = ({ types }: NodeReport, { sections }: Manifest): readonly string[] =>
  types.flatMap(({ typeUrl, nacked }) => {
    const section = sections.find((one) => one.typeUrl === typeUrl);
    return nacked && (!section || section.version === nacked.version) ? [nacked.message] : [];
  });
