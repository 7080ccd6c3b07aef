/**
 * Endpoints that were pushed for an Upstream that is there no more. They stay while Envoys may run what it was, as its
 * deletion is not published yet, or is taken back; but whoever adds an Upstream of the same name later must not get them.
 */
import type { GatewayName } from '../../compiler/5-pack/bundle.ts';
import { withdrawEndpoints } from '../endpoints.ts';
import { readHead } from '../head.ts';
import { ENDPOINTS, gatewayOfPointer, POINTERS, upstreamOfEndpoints } from '../keys.ts';
import { readManifest } from '../loss.ts';
import { readRollout } from '../rollout/read.ts';
import type { Store } from '../store.ts';
import type { Plan } from './changes.ts';

/**
 * To be called before a commit is seen: from then on its endpoints may be pushed, and those must stay.
 * @throws StoreError if the bucket cannot be read
 */
export async function endFormerEndpoints(store: Store, { documents }: Plan): Promise<void> {
  const added = new Set(
    documents.flatMap(({ id, before }) => (id.kind === 'Upstream' && !before ? [`${id.namespace}/${id.name}`] : [])),
  );
  if (added.size === 0) return;
  const former = await pushedAmong(store, added);
  if (former.length === 0) return;
  const served = await servedUpstreams(store);
  for (const upstream of former) if (!served.has(upstream)) await withdrawEndpoints(store, upstream);
}

async function pushedAmong(store: Store, upstreams: ReadonlySet<string>): Promise<readonly string[]> {
  const pushed: string[] = [];
  for await (const { key } of store.list(ENDPOINTS)) {
    const upstream = upstreamOfEndpoints(key);
    if (upstream !== undefined && upstreams.has(upstream)) pushed.push(upstream);
  }
  return pushed;
}

/** Those whose pushed endpoints some Envoy is given. */
async function servedUpstreams(store: Store): Promise<ReadonlySet<string>> {
  const served = new Set<string>();
  for await (const { key } of store.list(POINTERS)) {
    const gateway = gatewayOfPointer(key);
    for (const bundle of gateway === undefined ? [] : await bundlesOf(store, gateway))
      for (const { name, source } of (await readManifest(store, bundle))?.discovery ?? [])
        if (source.type === 'pushed') served.add(name);
  }
  return served;
}

/** During a rollout some nodes have what was there before, and all may go back to it. */
async function bundlesOf(store: Store, gateway: GatewayName): Promise<readonly string[]> {
  const head = await readHead(store, gateway);
  const rollout = (await readRollout(store, gateway))?.state;
  const bundles = [head?.pointer.bundle, rollout?.candidate.bundle, rollout?.stable?.bundle];
  return [...new Set(bundles)].filter((bundle) => bundle !== undefined);
}
