/** Reads and replaces the states of rollouts, and reads what relays report. */
import type { GatewayName } from '../../compiler/5-pack/bundle.ts';
import { canonicalBytes } from '../../compiler/canonical-json.ts';
import { fleetPrefix, rolloutKey } from '../keys.ts';
import { StoreError, type ETag, type Store } from '../store.ts';
import { isHeld } from './assign.ts';
import type { DatedReport } from './fleet.ts';
import { parseReport, parseRollout } from './parse.ts';
import type { FleetReport } from './report.ts';
import type { Release, RolloutReason, RolloutState } from './state.ts';

/** A state, and the version of it that was read. */
export interface HeldRollout {
  readonly state: RolloutState;
  readonly etag: ETag;
}

/**
 * The state of a gateway's rollout; nothing if there has been none.
 * @throws StoreError if what is there is none.
 */
export async function readRollout(store: Store, gateway: GatewayName): Promise<HeldRollout | undefined> {
  const key = rolloutKey(gateway);
  const found = await store.get(key);
  if (found.status !== 'found') return undefined;
  const state = parseRollout(found.bytes, gateway);
  if (state) return { state, etag: found.etag };
  const reason = 'it is no state of a rollout of this gateway';
  throw new StoreError(`${store.location}: ${key} is broken: ${reason}`, { retryable: false });
}

/**
 * Why nobody gets a head for now, if a person has paused the rollout before it. A state that is broken holds nothing.
 * @throws StoreError if the bucket cannot be read.
 */
export async function holdOf(store: Store, gateway: GatewayName, head: Release): Promise<RolloutReason | undefined> {
  const found = await store.get(rolloutKey(gateway));
  const state = found.status === 'found' ? parseRollout(found.bytes, gateway) : undefined;
  return state && isHeld(state, head) ? state.reason : undefined;
}

/** Replaces the state that was read, and returns what was written; nothing if it was not the one any more. */
export async function writeRollout(
  store: Store,
  state: RolloutState,
  from: HeldRollout | undefined,
): Promise<RolloutState | undefined> {
  const condition = from ? { match: from.etag } : ({ absent: true } as const);
  const next = { ...state, serial: state.serial + 1 };
  const put = await store.put(rolloutKey(state.gateway), canonicalBytes(next), condition);
  return put.status === 'written' ? next : undefined;
}

/** How often somebody else may be faster before it counts as an outage. */
const MAX_TRIES = 10;

/**
 * Changes a gateway's state, however often others are faster; the change is computed anew from what they wrote.
 *
 * @param change gives the next state; the same object, or nothing: nothing is to be written
 * @returns what is there now
 * @throws StoreError if it cannot be read or written.
 */
export async function changeRollout(
  store: Store,
  gateway: GatewayName,
  change: (state: RolloutState | undefined) => RolloutState | undefined | Promise<RolloutState | undefined>,
): Promise<RolloutState | undefined> {
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const held = await readRollout(store, gateway);
    const next = await change(held?.state);
    if (!next || next === held?.state) return held?.state;
    const written = await writeRollout(store, next, held);
    if (written) return written;
  }
  const reason = `the rollout of ${gateway} is changed by others again and again`;
  throw new StoreError(`${store.location}: ${reason}`, { retryable: true });
}

/** Reports that were read before, so that those which have not changed are not read again. */
export type ReportCache = Map<string, { readonly etag: ETag; readonly report: FleetReport | undefined }>;

/**
 * What relays have reported of a gateway's nodes, expired or not. Objects that are no reports count as none.
 * @throws StoreError if the bucket cannot be read.
 */
export async function readReports(
  store: Store,
  gateway: GatewayName,
  cache: ReportCache = new Map(),
): Promise<DatedReport[]> {
  const prefix = fleetPrefix(gateway);
  const dated: DatedReport[] = [];
  const seen = new Set<string>();
  for await (const { key, etag, modified } of store.list(prefix)) {
    seen.add(key);
    const known = cache.get(key);
    const report = known?.etag === etag ? known.report : await readReport(store, key, gateway);
    cache.set(key, { etag, report });
    if (report) dated.push({ report, modified });
  }
  for (const key of cache.keys()) if (key.startsWith(prefix) && !seen.has(key)) cache.delete(key);
  return dated;
}

async function readReport(store: Store, key: string, gateway: GatewayName): Promise<FleetReport | undefined> {
  const found = await store.get(key);
  return found.status === 'found' ? parseReport(found.bytes, gateway) : undefined;
}
