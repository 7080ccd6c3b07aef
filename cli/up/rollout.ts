/** Rollouts on one machine: its Envoys are all there are, and what they accept is good. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { CompiledBundle } from '../../compiler/index.ts';
import type { Relay } from '../../relay/index.ts';
import { commandRollout, type Store } from '../../store/index.ts';
import type { Awaited } from './acceptance.ts';

/** Gives a bundle to every Envoy at once, whatever steps its Gateway has for a fleet. */
export async function skipSteps(store: Store, { manifest }: CompiledBundle, author: string): Promise<void> {
  if (!manifest.rollout?.steps.length) return;
  await commandRollout(store, manifest.gateway, { kind: 'promote', to: 'all', author, now: Date.now() });
}

/** Counts what Envoys have accepted as good, without a time to bake: the next bundle that they reject leads back to it. */
export async function countAsGood(store: Store, { manifest }: CompiledBundle, author: string): Promise<void> {
  await commandRollout(store, manifest.gateway, { kind: 'promote', to: 'next', author, now: Date.now() });
}

const POLL_MS = 20;
const PATIENCE_MS = 10_000;

/** The number of the revision that Envoys are back on after they have rejected a bundle; nothing if there is none. */
export async function untilPutBack(relay: Relay, { bundle, replaced }: Awaited): Promise<number | undefined> {
  const deadline = performance.now() + PATIENCE_MS;
  while (performance.now() < deadline && !replaced.aborted) {
    const { gateways, nodes } = relay.status();
    const { rollout } = gateways.find(({ gateway }) => gateway === bundle.manifest.gateway) ?? {};
    const { stable = null, phase } = rollout?.candidate.bundle === bundle.id ? rollout : {};
    const own = nodes.filter(({ gateway }) => gateway === bundle.manifest.gateway);
    const isBack = own.every((node) => node.bundle === stable?.bundle && node.state === 'complete');
    if (phase === 'rolled-back' && stable && isBack) return stable.number;
    if (phase === 'paused') return undefined;
    await sleep(POLL_MS);
  }
  return undefined;
}
