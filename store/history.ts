/** What happened to a gateway. */
import type { Digest, GatewayName } from '../compiler/5-pack/bundle.ts';
import { readHead, readRevision } from './head.ts';
import type { RecordedRevision } from './revision.ts';
import type { Store } from './store.ts';

/**
 * The revisions of a gateway, newest first; empty if it has never been published. The oldest may have been collected as
 * garbage: the last one here is the first that ever was only if its parent is `null`.
 * @throws StoreError if the bucket cannot be read, or an object in it is broken.
 */
export async function history(
  store: Store,
  gateway: GatewayName,
  { limit = Infinity }: { readonly limit?: number } = {},
): Promise<RecordedRevision[]> {
  const head = await readHead(store, gateway);
  const revisions: RecordedRevision[] = [];
  if (!head || limit <= 0) return revisions;
  for await (const revision of walkHistory(store, head.pointer.revision)) {
    revisions.push(revision);
    if (revisions.length >= limit) break;
  }
  return revisions;
}

/** A revision, its parent, and so on, up to the first that is not there. */
export async function* walkHistory(store: Store, newest: Digest): AsyncGenerator<RecordedRevision> {
  for (let next: Digest | null = newest; next !== null;) {
    const revision: RecordedRevision | undefined = await readRevision(store, next);
    if (!revision) return;
    yield revision;
    next = revision.parent;
  }
}
