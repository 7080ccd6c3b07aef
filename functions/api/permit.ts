/** Whether callers may see and change documents, one by one. */
import { type DocumentId, type Plan, type StoredDocument, type WorkspaceView } from '../../store/index.ts';
import type { GatewayName } from '../../compiler/index.ts';
import type { Action } from '../identity/policy.ts';
import type { Call } from './operation.ts';
import { forbidden } from './problem.ts';
import { labelsOf } from './selectors.ts';

/** Which gateways a document is for, in a view. Everything must be validated to know, so it is only asked for if it matters. */
const gatewaysOf = async (call: Call, view: WorkspaceView, id: DocumentId): Promise<readonly GatewayName[]> =>
  (await call.services.workspace.compiler.references(view)).gateways(id);

export async function mayRead(call: Call, view: WorkspaceView, document: StoredDocument): Promise<boolean> {
  const { authorizer } = call.services;
  const about = { action: 'read', namespace: document.id.namespace, labels: labelsOf(document.value) } as const;
  if ((await authorizer.decide(call.principal, { ...about, gateways: 'all' })).allowed) return true;
  const some = await authorizer.decide(call.principal, { ...about, gateways: [] });
  if (!some.allowed) return false;
  const gateways = await gatewaysOf(call, view, document.id);
  return (await authorizer.decide(call.principal, { ...about, gateways })).allowed;
}

/**
 * A document concerns the gateways whose bundles would be others. Where that cannot be told, since something does not
 * compile, it concerns those that it is for, by who refers to whom.
 * @throws Problem if the caller may not change one of the documents, or what one of the gateways gets.
 */
export async function permitChanges(call: Call, plan: Plan): Promise<void> {
  const changed = await plan.gateways();
  for (const { id, before, after } of plan.documents) {
    const gateways = changed === 'all' ? await gatewaysBy(call, plan, id) : changed;
    for (const document of [before, after]) {
      if (!document) continue;
      const permission = {
        action: 'write',
        namespace: id.namespace,
        labels: labelsOf(document.value),
        gateways,
      } as const;
      const decision = await call.services.authorizer.decide(call.principal, permission);
      if (!decision.allowed) throw forbidden(decision.reason);
    }
  }
}

const gatewaysBy = async (call: Call, { before, after }: Plan, id: DocumentId): Promise<readonly GatewayName[]> => [
  ...new Set([...(await gatewaysOf(call, before, id)), ...(await gatewaysOf(call, after, id))]),
];

/** @throws Problem if the caller may not do this to these gateways; to all, if none are named. */
export async function permitGateways(
  call: Call,
  action: Action,
  gateways: readonly GatewayName[] | 'all',
): Promise<void> {
  for (const gateway of gateways === 'all' ? ['all' as const] : gateways) {
    const permission =
      gateway === 'all'
        ? ({ action, gateways: 'all' } as const)
        : { action, namespace: gateway.split('/')[0] ?? '', gateways: [gateway] };
    const decision = await call.services.authorizer.decide(call.principal, permission);
    if (!decision.allowed) throw forbidden(decision.reason);
  }
}
