/** Relays for tests of rollouts, and states of rollouts as somebody could write them into the bucket. */
import { afterEach } from 'vitest';
import { canonicalBytes } from '../../../compiler/canonical-json.ts';
import { DEFAULT_ROLLOUT } from '../../../compiler/5-pack/rollout-policy.ts';
import { createLog } from '../../../relay/log.ts';
import type { RelayOptions } from '../../../relay/options.ts';
import { startRelay, type Relay } from '../../../relay/relay.ts';
import type { GatewayStatus } from '../../../relay/status.ts';
import { rolloutKey } from '../../../store/keys.ts';
import { ROLLOUT_FORMAT, type Release, type RolloutState } from '../../../store/rollout/state.ts';
import type { Store } from '../../../store/store.ts';
import { EDGE } from './nodes.ts';

export interface Relays {
  start(store: Store, identifier: string, options?: Partial<RelayOptions>): Promise<Relay>;
  stop(relay: Relay): Promise<void>;
  /** Every line that they have logged in this test. */
  logged(): readonly string[];
}

/** Relays that are closed at the end of each test. */
export function useRelays(): Relays {
  const running = new Set<Relay>();
  let lines: string[] = [];
  afterEach(async () => {
    for (const relay of running) await relay.close();
    running.clear();
    lines = [];
  });
  return {
    logged: () => lines,
    async start(store, identifier, options = {}) {
      const relay = await startRelay({
        store,
        identifier,
        listen: '127.0.0.1:0',
        adminListen: '127.0.0.1:0',
        pollIntervalMs: 50,
        closeGraceMs: 0,
        log: createLog({ level: 'info', write: (line) => lines.push(line) }),
        ...options,
      });
      running.add(relay);
      return relay;
    },
    async stop(relay) {
      running.delete(relay);
      await relay.close();
    },
  };
}

export const statusOf = (relay: Relay): GatewayStatus | undefined =>
  relay.status().gateways.find(({ gateway }) => gateway === EDGE);

/** A state as a relay would write it, but for what is given. */
export function stateOf(
  candidate: Release,
  phase: RolloutState['phase'],
  stable: Release | null,
  more: Partial<RolloutState> = {},
): RolloutState {
  const time = '2026-01-02T03:04:05.000Z';
  return {
    format: ROLLOUT_FORMAT,
    serial: 1,
    gateway: EDGE,
    stable,
    candidate,
    policy: DEFAULT_ROLLOUT,
    phase,
    attempt: 1,
    step: 0,
    since: time,
    bake: { waitsFor: 'nothing', seconds: 0, seen: time, message: 'it bakes' },
    connectedAtStart: 0,
    failed: [],
    events: [],
    ...more,
  };
}

export const writeState = async (store: Store, state: RolloutState): Promise<void> =>
  void (await store.put(rolloutKey(EDGE), canonicalBytes(state)));
