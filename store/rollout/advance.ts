/** Takes the steps that are due, in the bucket: for a relay that holds the lease, and for a function that runs on a schedule. */
import type { GatewayName } from '../../compiler/5-pack/bundle.ts';
import { readRevision, type Head } from '../head.ts';
import { gatewayOfPointer, POINTERS } from '../keys.ts';
import { inParallel } from '../parallel.ts';
import { StoreError, type Store } from '../store.ts';
import { PARALLEL } from '../transfer.ts';
import { isHeld } from './assign.ts';
import { begin } from './begin.ts';
import { command, commandHeld, type CommandResult, type RolloutCommand } from './command.ts';
import type { MetricAnswer } from './judge.ts';
import { createRolloutCache, lookAtFleet, lookAtHead, type RolloutCache } from './look.ts';
import { changeRollout, readRollout } from './read.ts';
import type { Release, RolloutState } from './state.ts';
import { isSettled, stepRollout } from './step.ts';

export interface AdvanceOptions {
  /** The time by the bucket's clock, in milliseconds since the epoch: `bucketTime`. */
  readonly now: number;
  /** Asks what a PromQL query gives. Absent: there is nobody to ask. */
  readonly query?: (promql: string) => Promise<MetricAnswer>;
  /** Handed in again and again, it saves reading what has not changed. */
  readonly cache?: RolloutCache;
  /** Whether a head counts; one that no relay would serve need not be rolled out. Absent: all count. */
  readonly believes?: (head: Head) => Promise<boolean>;
}

/** What came of one gateway. */
export type Advance =
  | {
      readonly status: 'changed';
      readonly gateway: GatewayName;
      readonly before: RolloutState | undefined;
      readonly after: RolloutState;
    }
  | { readonly status: 'unchanged'; readonly gateway: GatewayName; readonly after: RolloutState | undefined }
  /** Its part of the bucket is broken or out of reach; that keeps no other gateway from going on. */
  | { readonly status: 'failed'; readonly gateway: GatewayName; readonly error: StoreError };

/**
 * Takes one step for each gateway of a bucket. Two who do so at the same time do no harm: of two changes of one state one
 * is written, and the other is decided anew.
 * @throws StoreError if the bucket cannot be listed.
 */
export async function advanceRollouts(store: Store, options: AdvanceOptions): Promise<Advance[]> {
  const gateways: GatewayName[] = [];
  for await (const { key } of store.list(POINTERS)) {
    const gateway = gatewayOfPointer(key);
    if (gateway !== undefined) gateways.push(gateway);
  }
  return inParallel(PARALLEL, gateways, (gateway) => attempt(store, gateway, options));
}

async function attempt(store: Store, gateway: GatewayName, options: AdvanceOptions): Promise<Advance> {
  try {
    return await advanceRollout(store, gateway, options);
  } catch (error) {
    if (error instanceof StoreError) return { status: 'failed', gateway, error };
    throw error;
  }
}

/**
 * Takes one step for one gateway.
 * @throws StoreError if the bucket cannot be reached, or what it has of the gateway is broken.
 */
export async function advanceRollout(store: Store, gateway: GatewayName, options: AdvanceOptions): Promise<Advance> {
  const { now, cache = createRolloutCache() } = options;
  const release = await lookAtHead(store, gateway, cache, options.believes);
  if (!release) return { status: 'unchanged', gateway, after: undefined };
  const held = (await readRollout(store, gateway))?.state;
  if (held && (isHeld(held, release.head) || (held.candidate.revision === release.head.revision && isSettled(held))))
    return { status: 'unchanged', gateway, after: held };

  const fleet = await lookAtFleet(store, gateway, now, cache.reports);
  const metrics = held?.candidate.revision === release.head.revision ? await ask(held, options) : NO_METRICS;
  let before: RolloutState | undefined;
  const after = await changeRollout(store, gateway, async (state) => {
    before = state;
    if (state && (await isAhead(store, state, release.head))) return state;
    return stepRollout(state, { gateway, ...release, fleet, metrics, now });
  });
  return after && after !== before
    ? { status: 'changed', gateway, before, after }
    : { status: 'unchanged', gateway, after };
}

/**
 * Whether a rollout is about a later revision than the head: then the pointer was read before it moved, or from a replica
 * that lags, and nothing may be decided by it. Of a bucket that was restored from a backup, the later revision is gone.
 */
const isAhead = async (store: Store, { candidate }: RolloutState, head: Release): Promise<boolean> =>
  candidate.number > head.number && (await readRevision(store, candidate.revision)) !== undefined;

const NO_METRICS: ReadonlyMap<string, MetricAnswer> = new Map();

async function ask({ policy }: RolloutState, { query }: AdvanceOptions): Promise<ReadonlyMap<string, MetricAnswer>> {
  if (!query) return NO_METRICS;
  const { metrics } = policy.health;
  return new Map(await Promise.all(metrics.map(async (one) => [one.name, await query(one.query)] as const)));
}

/**
 * Tells a gateway's rollout what somebody wants; if the head is news, its rollout begins first.
 * @returns nothing if the gateway was never published
 * @throws StoreError if the bucket cannot be reached, or what it has of the gateway is broken.
 */
export async function commandRollout(
  store: Store,
  gateway: GatewayName,
  said: RolloutCommand,
): Promise<CommandResult | undefined> {
  const release = await lookAtHead(store, gateway);
  if (!release) return undefined;
  const fleet = await lookAtFleet(store, gateway, said.now);
  let result: CommandResult | undefined;
  await changeRollout(store, gateway, async (state) => {
    if (state && (await isAhead(store, state, release.head))) throw outdated(store, gateway);
    const isNews = state?.candidate.revision !== release.head.revision;
    const seen = { gateway, ...release, fleet, metrics: NO_METRICS, now: said.now };
    if (state && isHeld(state, release.head))
      result = commandHeld({ paused: state, begun: begin(state, seen) }, said, fleet);
    else result = command(state && !isNews ? state : stepRollout(state, seen), said, fleet);
    return result.status === 'done' ? result.state : state;
  });
  return result;
}

const outdated = (store: Store, gateway: GatewayName): StoreError => {
  const reason = `the pointer of ${gateway} is older than its rollout: it has just moved, or is read from a replica that lags`;
  return new StoreError(`${store.location}: ${reason}`, { retryable: true });
};
