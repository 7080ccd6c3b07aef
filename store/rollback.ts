/** Takes a gateway back to an earlier bundle. */
import type { Digest, GatewayName } from '../compiler/5-pack/bundle.ts';
import { walkHistory } from './history.ts';
import { parsePointer, readHead } from './head.ts';
import { signatureKey } from './keys.ts';
import { loadBundle, type LoadFailure } from './load.ts';
import { publish, type PublishOptions, type PublishResult } from './publish.ts';
import type { RecordedRevision } from './revision.ts';
import type { VerifyKey } from './signing/keys.ts';
import { verifyPointer } from './signing/sign.ts';
import type { Store } from './store.ts';

export interface RollbackOptions extends PublishOptions {
  /** The number or the digest of the revision whose bundle to run again. */
  readonly to: number | Digest;
  /**
   * Keys that may have signed the revision to go back to, or what nodes may be put back on, beside the public keys of
   * `signKeys`. Whoever signs vouches for the bundle, and who can write the bucket could have put any there.
   */
  readonly verifyKeys?: readonly VerifyKey[];
}

export type RollbackResult =
  | (PublishResult & { readonly target: RecordedRevision })
  /** The history, as far as it still is there, has no such revision. */
  | { readonly status: 'unknown-revision' }
  /** It was to be signed, but nothing shows that the bundle of that revision ever was by a trusted key. */
  | { readonly status: 'untrusted-revision'; readonly target: RecordedRevision }
  /** The bundle of that revision is not whole any more; nothing has changed. */
  | { readonly status: 'broken-bundle'; readonly target: RecordedRevision; readonly failure: LoadFailure };

/**
 * Publishes the bundle of an earlier revision again, as a new revision: history only grows. The bundle is loaded and
 * verified before the pointer moves.
 * @throws StoreError as `publish` does.
 */
export async function rollback(store: Store, gateway: GatewayName, options: RollbackOptions): Promise<RollbackResult> {
  const target = await findRevision(store, gateway, options.to);
  if (!target) return { status: 'unknown-revision' };
  if (options.signKeys?.length && !(await isTrusted(store, target, options))) {
    return { status: 'untrusted-revision', target };
  }
  const loaded = await loadBundle(store, target.bundle);
  if (loaded.status === 'failed') return { status: 'broken-bundle', target, failure: loaded.failure };
  return {
    ...(await publish(store, loaded.bundle, {
      ...options,
      ...(target.commit !== undefined && { commit: target.commit }),
    })),
    target,
  };
}

async function isTrusted(
  store: Store,
  target: RecordedRevision,
  { signKeys = [], verifyKeys = [] }: RollbackOptions,
): Promise<boolean> {
  const found = await store.get(signatureKey(target.digest));
  const pointer = found.status === 'found' ? parsePointer(found.bytes) : undefined;
  if (found.status !== 'found' || !pointer) return false;
  const isSame = pointer.gateway === target.gateway && pointer.revision === target.digest;
  if (!isSame || pointer.bundle !== target.bundle) return false;
  return (await verifyPointer(pointer, found.bytes, [...signKeys, ...verifyKeys])).status === 'trusted';
}

async function findRevision(
  store: Store,
  gateway: GatewayName,
  wanted: number | Digest,
): Promise<RecordedRevision | undefined> {
  const head = await readHead(store, gateway);
  if (!head) return undefined;
  for await (const revision of walkHistory(store, head.pointer.revision)) {
    if (revision.number === wanted || revision.digest === wanted) return revision;
  }
  return undefined;
}
