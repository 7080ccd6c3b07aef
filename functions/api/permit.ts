/** Whether callers may see and change documents, one by one. */
import {
  nameOfDocument,
  treeKeyOf,
  type DocumentChange,
  type DocumentId,
  type Plan,
  type StoredDocument,
  type WorkspaceView,
} from '../../store/index.ts';
import type { GatewayName } from '../../compiler/index.ts';
import type { Action } from '../identity/policy.ts';
import type { Call } from './operation.ts';
import { forbidden } from './problem.ts';
import { labelsOf } from './selectors.ts';

/** Which gateways a document is for, in a view. Everything must be validated to know, so it is only asked for if it matters. */
const gatewaysOf = async (call: Call, view: WorkspaceView, id: DocumentId): Promise<readonly GatewayName[]> =>
  (await call.services.workspace.compiler.references(view)).gateways(id);

/** Whether the caller may do this to all that there is: then nothing needs to be looked at one by one. */
export const isUnlimited = async ({ services, principal }: Call, action: Action): Promise<boolean> =>
  (await services.authorizer.decide(principal, { action, gateways: 'all' })).allowed;

/**
 * To be asked before anything in a namespace is looked at, so that answers do not tell what is there.
 * @throws Problem if there is nothing in it that the caller may do this to.
 */
export async function permitNamespace({ services, principal }: Call, action: Action, namespace: string): Promise<void> {
  const decision = await services.authorizer.decide(principal, { action, namespace, gateways: 'all' }, 'some');
  if (!decision.allowed) throw forbidden(decision.reason);
}

export const mayRead = (call: Call, view: WorkspaceView, document: StoredDocument): Promise<boolean> =>
  may(call, 'read', view, document);

async function may(call: Call, action: Action, view: WorkspaceView, { id, value }: StoredDocument): Promise<boolean> {
  const { authorizer } = call.services;
  const about = { action, namespace: id.namespace, labels: labelsOf(value) } as const;
  if ((await authorizer.decide(call.principal, { ...about, gateways: 'all' })).allowed) return true;
  const some = await authorizer.decide(call.principal, { ...about, gateways: [] });
  if (!some.allowed) return false;
  const gateways = await gatewaysOf(call, view, id);
  return (await authorizer.decide(call.principal, { ...about, gateways })).allowed;
}

/** The document, if there is one. @throws Problem if the caller may not see it, or not even whether it is there. */
export async function documentFor(
  call: Call,
  view: WorkspaceView,
  id: DocumentId,
): Promise<StoredDocument | undefined> {
  await permitNamespace(call, 'read', id.namespace);
  const document = await view.get(id);
  if (document && !(await mayRead(call, view, document))) throw hidden(id);
  return document;
}

const hidden = (id: DocumentId) => forbidden(`the caller may not see ${nameOfDocument(id)}`);

/**
 * To be asked before changes are compared with what there is: who may not see a document, could learn of it by what
 * becomes of a guess, a test or an etag.
 * @param names `given`: those that get a value are what the caller has sent. Others were found by what the request comes to,
 * as documents that refer to one, and a refusal says nothing of them.
 * @throws Problem if the caller may change nothing in a namespace, or not see a document that it would change.
 */
export async function permitProposal(
  call: Call,
  view: WorkspaceView,
  changes: readonly DocumentChange[],
  names: 'given' | 'found',
): Promise<void> {
  if (await isUnlimited(call, 'write')) return;
  for (const { id, value } of changes) {
    if (names === 'given' && value) {
      await permitNamespace(call, 'write', id.namespace);
      await documentFor(call, view, id);
    } else if (!(await mayMeet(call, view, id))) throw unnamed();
    const about = { action: 'write', namespace: id.namespace, labels: labelsOf(value ?? {}), gateways: [] } as const;
    const decision = value && (await call.services.authorizer.decide(call.principal, about));
    if (decision && !decision.allowed) throw forbidden(decision.reason);
  }
}

/** Whether a document that the caller has not named is one that it may see, where it may change something. */
async function mayMeet(call: Call, view: WorkspaceView, id: DocumentId): Promise<boolean> {
  const { services, principal } = call;
  const { namespace } = id;
  const decision = await services.authorizer.decide(principal, { action: 'write', namespace, gateways: 'all' }, 'some');
  const document = await view.get(id);
  return decision.allowed && (!document || (await mayRead(call, view, document)));
}

const unnamed = () => forbidden('the caller may not see and change all that this would change');

/**
 * A document concerns the gateways whose bundles would be others, and those that it is for, by who refers to whom.
 * @throws Problem if the caller may not change one of the documents, what one of the gateways gets, or use what one of the
 * documents newly names.
 */
export async function permitChanges(call: Call, plan: Plan): Promise<void> {
  if (await isUnlimited(call, 'write')) return;
  const changed = await plan.gateways();
  for (const { id, before, after } of plan.documents) {
    for (const document of [before, after]) {
      if (!document) continue;
      const about = { action: 'write', namespace: id.namespace, labels: labelsOf(document.value) } as const;
      if ((await call.services.authorizer.decide(call.principal, { ...about, gateways: 'all' })).allowed) continue;
      const own = [...(await gatewaysOf(call, plan.before, id)), ...(await gatewaysOf(call, plan.after, id))];
      const gateways = [...new Set([...own, ...(changed === 'all' ? [] : changed)])];
      const decision = await call.services.authorizer.decide(call.principal, { ...about, gateways });
      if (!decision.allowed) throw forbidden(decision.reason);
    }
    if (after) await permitUse(call, plan, id);
  }
}

/** Who admits whom, Gateways and VirtualHosts say themselves; what else a document names, it uses: a secret, for example. */
const ADMIT: readonly DocumentId['kind'][] = ['Gateway', 'VirtualHost'];

async function permitUse(call: Call, { before, after }: Plan, id: DocumentId): Promise<void> {
  const { references } = call.services.workspace.compiler;
  const named = new Set((await references(before)).from(id).map(treeKeyOf));
  const used = (await references(after)).from(id).filter(({ kind }) => !ADMIT.includes(kind));
  for (const target of used) if (!named.has(treeKeyOf(target))) await documentFor(call, after, target);
}

/** @throws Problem if the caller may not do this to these gateways; to all, if none are named. */
export async function permitGateways(
  call: Call,
  action: Action,
  gateways: readonly GatewayName[] | 'all',
): Promise<void> {
  for (const gateway of gateways === 'all' ? ['all' as const] : gateways) {
    const permission = gateway === 'all' ? ({ action, gateways: 'all' } as const) : permissionFor(action, gateway);
    const decision = await call.services.authorizer.decide(call.principal, permission);
    if (!decision.allowed) throw forbidden(decision.reason);
  }
}

/** Whether the caller may see what is published for a gateway, whoever has written it. */
export const mayReadGateway = async ({ services, principal }: Call, gateway: GatewayName): Promise<boolean> =>
  (await services.authorizer.decide(principal, permissionFor('read', gateway))).allowed;

const permissionFor = (action: Action, gateway: GatewayName) => ({
  action,
  namespace: gateway.split('/')[0] ?? '',
  gateways: [gateway],
});
