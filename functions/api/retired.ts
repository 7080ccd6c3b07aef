/** Gateways whose document is gone, and whose Envoys keep what was published for them. */
import type { GatewayName } from '../../compiler/5-pack/bundle.ts';
import { findInHistory, readHead, readRevision, type Plan, type Store } from '../../store/index.ts';
import { readManifest } from '../../store/loss.ts';
import { publishedGateways } from './fleets.ts';
import type { Call } from './operation.ts';

/** Of the gateways that a change takes away, those that are published. */
export async function stillPublished({ services }: Call, { documents }: Plan): Promise<readonly GatewayName[]> {
  const removed = documents.flatMap(({ id, after }) =>
    id.kind === 'Gateway' && !after ? [`${id.namespace}/${id.name}`] : [],
  );
  const published = await Promise.all(removed.map((gateway) => isPublished(services.store, gateway)));
  return removed.filter((_, index) => published[index]);
}

/** Of all that are published, those that this workspace has published and has no document for any more. */
export async function retiredGateways(call: Call, known: readonly GatewayName[]): Promise<readonly GatewayName[]> {
  const { store, workspace } = call.services;
  const retired: GatewayName[] = [];
  for (const gateway of await publishedGateways(call)) {
    if (known.includes(gateway)) continue;
    const head = await readHead(store, gateway);
    const commit = head && (await readRevision(store, head.pointer.revision))?.commit;
    if (commit !== undefined && (await findInHistory(workspace, commit))) retired.push(gateway);
  }
  return retired;
}

/** Whether its Envoys have anything; what cannot be read may be so. */
async function isPublished(store: Store, gateway: GatewayName): Promise<boolean> {
  const head = await readHead(store, gateway);
  const manifest = head && (await readManifest(store, head.pointer.bundle));
  return head !== undefined && manifest?.sections.length !== 0;
}
