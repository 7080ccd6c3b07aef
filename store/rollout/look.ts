/** Reads from the bucket what the next step of a gateway's rollout depends on. */
import type { Digest, GatewayName } from '../../compiler/5-pack/bundle.ts';
import { describeFailure, verifyManifest } from '../../compiler/5-pack/verify.ts';
import { DEFAULT_ROLLOUT, type RolloutPolicy } from '../../compiler/5-pack/rollout-policy.ts';
import { readHead, readRevision, type Head } from '../head.ts';
import { manifestKey } from '../keys.ts';
import type { RecordedRevision } from '../revision.ts';
import { StoreError, type Store } from '../store.ts';
import { mergeReports, type FleetView } from './fleet.ts';
import { readReports, type ReportCache } from './read.ts';
import type { Release } from './state.ts';

/** A gateway's head, as far as rollouts are concerned. */
export interface HeadRelease {
  readonly head: Release;
  readonly policy: RolloutPolicy;
  readonly parent: Release | null;
}

/** What was read before. Revisions and manifests never change, so a head is good for as long as it is the head. */
export interface RolloutCache {
  readonly heads: Map<GatewayName, HeadRelease>;
  readonly reports: ReportCache;
}

export const createRolloutCache = (): RolloutCache => ({ heads: new Map(), reports: new Map() });

/**
 * What a gateway's head is; nothing if it was never published, or is not believed.
 * @param believes whether a pointer counts; absent: all do
 * @throws StoreError if the bucket cannot be read, or something in it is broken.
 */
export async function lookAtHead(
  store: Store,
  gateway: GatewayName,
  cache: RolloutCache = createRolloutCache(),
  believes?: (head: Head) => Promise<boolean>,
): Promise<HeadRelease | undefined> {
  const found = await readHead(store, gateway);
  if (!found || (believes && !(await believes(found)))) return undefined;
  const { revision } = found.pointer;
  const last = cache.heads.get(gateway);
  if (last?.head.revision === revision) return last;
  const next = await readHeadRelease(store, gateway, revision);
  cache.heads.set(gateway, next);
  return next;
}

async function readHeadRelease(store: Store, gateway: GatewayName, name: Digest): Promise<HeadRelease> {
  const revision = await readRevision(store, name);
  if (revision?.gateway !== gateway) throw broken(store, `the pointer of ${gateway} names no revision of it: ${name}`);
  const parent = revision.parent === null ? undefined : await readRevision(store, revision.parent);
  return {
    head: releaseOf(revision),
    policy: await readPolicy(store, revision.bundle),
    parent: parent ? releaseOf(parent) : null,
  };
}

export const releaseOf = ({ digest, bundle, number }: RecordedRevision): Release => ({
  revision: digest,
  bundle,
  number,
});

async function readPolicy(store: Store, bundle: Digest): Promise<RolloutPolicy> {
  const found = await store.get(manifestKey(bundle));
  if (found.status !== 'found') throw broken(store, `the manifest of bundle ${bundle} is missing`);
  const checked = verifyManifest(bundle, found.bytes);
  if ('failure' in checked) throw broken(store, describeFailure(checked.failure));
  return checked.manifest.rollout ?? DEFAULT_ROLLOUT;
}

const broken = (store: Store, reason: string): StoreError =>
  new StoreError(`${store.location}: ${reason}`, { retryable: false });

/**
 * What all relays report of a gateway's nodes.
 * @param now The time by the bucket's clock, in milliseconds since the epoch.
 * @throws StoreError if the bucket cannot be read.
 */
export const lookAtFleet = async (
  store: Store,
  gateway: GatewayName,
  now: number,
  cache?: ReportCache,
): Promise<FleetView> => mergeReports(await readReports(store, gateway, cache), now);
