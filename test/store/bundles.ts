/** Bundles to publish. */
import type { Bundle, PackedResource } from '../../compiler/5-pack/bundle.ts';
import { pack } from '../../compiler/5-pack/pack.ts';
import { loadBundle } from '../../store/load.ts';
import { readHead } from '../../store/head.ts';
import type { PublishOptions } from '../../store/publish.ts';
import type { Store } from '../../store/store.ts';
import { changed, cluster, input, noise, route } from '../pack/resources.ts';

export const GATEWAY = 'default/edge';

/** A bundle with a large route configuration and a hundred clusters, in which `edition` tells one from another. */
export const edition = (edition: number, resources: readonly PackedResource[] = []): Bundle =>
  pack(
    input([
      route('edge/https', changed(noise(300_000, 1), edition)),
      ...Array.from({ length: 100 }, (_, index) => cluster(`c-${index}`, noise(200, index))),
      ...resources,
    ]),
  );

export const byTest = (message: string, more: Partial<PublishOptions> = {}): PublishOptions => ({
  author: 'test',
  message,
  time: '2026-01-02T03:04:05Z',
  ...more,
});

/** The bundle that the gateway's pointer names, whole and verified. */
export async function servedBundle(store: Store): Promise<Bundle> {
  const head = await readHead(store, GATEWAY);
  if (!head) throw new Error('nothing is published');
  const loaded = await loadBundle(store, head.pointer.bundle);
  if (loaded.status === 'failed') throw new Error(`the head is broken: ${JSON.stringify(loaded.failure)}`);
  return loaded.bundle;
}
