/** A bucket with rollouts in it, and a relay that reports. */
import type { Bundle } from '../../../compiler/5-pack/bundle.ts';
import { pack } from '../../../compiler/5-pack/pack.ts';
import { DEFAULT_ROLLOUT, type RolloutPolicy } from '../../../compiler/5-pack/rollout-policy.ts';
import { canonicalBytes } from '../../../compiler/canonical-json.ts';
import { fleetReportKey } from '../../../store/keys.ts';
import { bucketTime } from '../../../store/lease.ts';
import { advanceRollouts, type AdvanceOptions } from '../../../store/rollout/advance.ts';
import { readRollout } from '../../../store/rollout/read.ts';
import { FLEET_REPORT_FORMAT, type FleetReport, type Rejection } from '../../../store/rollout/report.ts';
import { positionOf, type RolloutState } from '../../../store/rollout/state.ts';
import type { Store } from '../../../store/store.ts';
import { cluster, input, noise } from '../../pack/resources.ts';
import { GATEWAY } from '../bundles.ts';

export const bundle = (edition: number, rollout?: RolloutPolicy): Bundle =>
  pack({ ...input([cluster(`c-${edition}`, noise(100, edition))]), ...(rollout && { rollout }) });

export const STEPS: RolloutPolicy = {
  ...DEFAULT_ROLLOUT,
  steps: [{ nodes: { percentage: 50 }, bakeSeconds: 30, approval: 'automatic' }],
};

/** One relay's report: all of its nodes have accepted what the state gives them. */
export async function report(store: Store, relay: string, more: Partial<FleetReport> = {}): Promise<void> {
  const state = (await readRollout(store, GATEWAY))?.state;
  const now = Date.now();
  const written: FleetReport = {
    format: FLEET_REPORT_FORMAT,
    gateway: GATEWAY,
    relay,
    time: new Date(now).toISOString(),
    expires: new Date(now + 3_600_000).toISOString(),
    applied: state ? positionOf(state) : null,
    connected: 1,
    bundles: state ? [{ bundle: state.candidate.bundle, accepted: 1, pending: 0, rejected: 0 }] : [],
    nodes: [],
    rejections: [],
    ...more,
  };
  await store.put(fleetReportKey(GATEWAY, relay), canonicalBytes(written));
}

/** Looks so often, ten seconds after each other. */
export async function looks(store: Store, times: number, options: Partial<AdvanceOptions> = {}): Promise<RolloutState> {
  for (let look = 0; look < times; look++) {
    await report(store, 'relay/1 of "a"');
    const seen = (await readRollout(store, GATEWAY))?.state.bake.seen;
    const now = seen === undefined ? await bucketTime(store) : Date.parse(seen) + 10_000;
    await advanceRollouts(store, { now, ...options });
  }
  return stateOf(store);
}

export async function stateOf(store: Store): Promise<RolloutState> {
  const state = (await readRollout(store, GATEWAY))?.state;
  if (!state) throw new Error('there is no rollout');
  return state;
}

/** A node says no to the candidate. */
export async function rejectionOf(store: Store, node: string, message: string): Promise<Rejection> {
  const { candidate, attempt } = await stateOf(store);
  const { revision, bundle: rejected } = candidate;
  const typeUrl = 'type.googleapis.com/envoy.config.listener.v3.Listener';
  return { node, revision, bundle: rejected, attempt, typeUrl, message, time: new Date().toISOString() };
}
