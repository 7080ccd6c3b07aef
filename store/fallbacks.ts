/**
 * Signs anew what nodes may be put back on.
 *
 * Relays with public keys put nodes back only on releases whose own signature is good. When another key takes the place of
 * the one that signed them, they need its signature too, or a gateway that was rolled back, or is about to be, is left
 * without anything to serve.
 */
import type { Digest, GatewayName } from '../compiler/5-pack/bundle.ts';
import { canonicalBytes } from '../compiler/canonical-json.ts';
import { parsePointer } from './head.ts';
import { rolloutKey, signatureKey } from './keys.ts';
import type { RecordedRevision } from './revision.ts';
import { releaseOf } from './rollout/look.ts';
import { parseRollout } from './rollout/parse.ts';
import { isFailed, type Release, type RolloutState } from './rollout/state.ts';
import type { SignKey, VerifyKey } from './signing/keys.ts';
import { addSignatures, verifyPointer } from './signing/sign.ts';
import type { Store } from './store.ts';

export interface VouchOptions {
  /** The bundle that is published; nodes need no other signature to be given it. */
  readonly bundle: Digest;
  /** The head before. */
  readonly parent: RecordedRevision | undefined;
  /** Relays are to believe each of them, also by itself. */
  readonly signKeys: readonly SignKey[];
  /** Keys that may have signed, beside the public ones of `signKeys`. */
  readonly verifyKeys: readonly VerifyKey[];
}

/**
 * Adds the signatures of `signKeys` to all releases that the gateway's nodes may be put back on and that a given key has
 * signed. The signed time stays what it was, since that is what keeps nodes from being put back further.
 *
 * @returns those that lack a signature all the same: relays that have only that key would refuse them
 * @throws StoreError if the bucket cannot be reached or refuses.
 */
export async function vouchForFallbacks(
  store: Store,
  gateway: GatewayName,
  { bundle, parent, ...keys }: VouchOptions,
): Promise<readonly Release[]> {
  if (keys.signKeys.length === 0) return [];
  const found = await store.get(rolloutKey(gateway));
  // A state that is broken puts no node back on anything.
  const state = found.status === 'found' ? parseRollout(found.bytes, gateway) : undefined;
  const unvouched: Release[] = [];
  for (const release of fallbacksOf(state, parent)) {
    const isVouchedFor = await vouchFor(store, gateway, release, keys);
    if (!isVouchedFor && release.bundle !== bundle) unvouched.push(release);
  }
  return unvouched;
}

/** The stable release, and those that may become it before their rollout is over; no failed one ever does. */
function fallbacksOf(state: RolloutState | undefined, parent: RecordedRevision | undefined): readonly Release[] {
  const releases = [
    state?.stable,
    state && !isFailed(state) ? state.candidate : undefined,
    parent && releaseOf(parent),
  ];
  const failed = new Set(state?.failed.map(({ bundle }) => bundle));
  const found = new Map<Digest, Release>();
  for (const release of releases) {
    const isStable = release?.revision === state?.stable?.revision;
    if (release && (isStable || !failed.has(release.bundle))) found.set(release.revision, release);
  }
  return [...found.values()];
}

/** How often somebody else may be faster; who publishes then hears that it failed. */
const MAX_TRIES = 5;

/** Whether each of `signKeys` has signed the release, now if not before. */
async function vouchFor(
  store: Store,
  gateway: GatewayName,
  { revision, bundle }: Release,
  { signKeys, verifyKeys }: Pick<VouchOptions, 'signKeys' | 'verifyKeys'>,
): Promise<boolean> {
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const found = await store.get(signatureKey(revision));
    const pointer = found.status === 'found' ? parsePointer(found.bytes) : undefined;
    if (found.status !== 'found' || !pointer) return false;
    if (pointer.gateway !== gateway || pointer.revision !== revision || pointer.bundle !== bundle) return false;
    const verify = (keys: readonly VerifyKey[]) => verifyPointer(pointer, found.bytes, keys);
    const verifications = await Promise.all(signKeys.map((key) => verify([key])));
    const missing = signKeys.filter((_, index) => verifications[index]?.status !== 'trusted');
    if (missing.length === 0) return true;
    const verified = await verify([...signKeys, ...verifyKeys]);
    if (verified.status !== 'trusted') return false;
    const signed = canonicalBytes(await addSignatures(verified.pointer, missing));
    if ((await store.put(signatureKey(revision), signed, { match: found.etag })).status === 'written') return true;
  }
  return false;
}
