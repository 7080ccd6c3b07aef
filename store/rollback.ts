/** Takes a gateway back to an earlier bundle. */
import type { Digest, GatewayName } from '../compiler/5-pack/bundle.ts';
import { walkHistory } from './history.ts';
import { readHead } from './head.ts';
import { loadBundle, type LoadFailure } from './load.ts';
import { publish, type PublishOptions, type PublishResult } from './publish.ts';
import type { RecordedRevision } from './revision.ts';
import type { Store } from './store.ts';

export interface RollbackOptions extends PublishOptions {
  /** The number or the digest of the revision whose bundle to run again. */
  readonly to: number | Digest;
}

export type RollbackResult =
  | (PublishResult & { readonly target: RecordedRevision })
  /** The history, as far as it still is there, has no such revision. */
  | { readonly status: 'unknown-revision' }
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
  const loaded = await loadBundle(store, target.bundle);
  if (loaded.status === 'failed') return { status: 'broken-bundle', target, failure: loaded.failure };
  return { ...(await publish(store, loaded.bundle, options)), target };
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
