/**
 * Several who share a bucket and an Envoy, each with a namespace of its own. All that is written in the namespace `victim`
 * has a word that nobody else may see, in its name, too; but for one Upstream, whose name is known, so that it can be asked
 * for.
 */
import { expect } from 'vitest';
import type { RoleBinding } from '../../../compiler/2-validate/generated/types.ts';
import type { AuditEntry } from '../../../functions/api/audit.ts';
import type { Authorizer } from '../../../functions/api/authorize.ts';
import { decide, grantsOf } from '../../../functions/identity/policy.ts';
import { viewHead } from '../../../store/index.ts';
import type { Store } from '../../../store/store.ts';
import { openWorkspace } from '../../../store/workspace/workspace.ts';
import { createClient, type Answer } from './client.ts';

export const WORD = /classified|victor/;

export const document = (kind: string, name: string, spec: object, labels?: Readonly<Record<string, string>>) => {
  const [namespace, own] = name.split('/');
  return { apiVersion: 'enroute.dev/v1', kind, metadata: { name: own, namespace, ...(labels && { labels }) }, spec };
};
export const vault = document('Upstream', 'victim/vault', { dns: { hostname: 'classified.internal', port: 80 } });
export const host = document('VirtualHost', 'victim/classified-www', {
  gateways: ['infra/edge'],
  hostnames: ['classified.example.com'],
});
const secret = document('Secret', 'victim/classified-key', { type: 'generic', file: { value: '/classified' } });
const filter = document('Filter', 'victim/classified-sends', {
  type: 'credential-injector',
  credential: 'classified-key',
});
const store = document('Upstream', 'victim/classified-store', { endpoints: [{ address: '10.9.9.9', port: 80 }] });
const route = document('Route', 'victim/classified-r', {
  virtualHosts: ['classified-www'],
  routes: [
    { match: { path: { prefix: '/classified' } }, forward: { upstream: 'vault' } },
    { match: { path: { prefix: '/classified-store' } }, forward: { upstream: 'classified-store' } },
  ],
});
const VICTIMS = [vault, store, host, secret, filter, route];
export const OWN = [
  document('Gateway', 'infra/edge', { listeners: [{ name: 'http', port: 8080, protocol: 'HTTP' }] }),
  document('Upstream', 'team/own', { endpoints: [{ address: '10.0.0.1', port: 80 }] }),
  document('VirtualHost', 'team/site', { gateways: ['infra/edge'], hostnames: ['site.example.com'] }),
];
export const list = (...items: readonly object[]) => ({ apiVersion: 'v1', kind: 'List', items });

const BINDINGS: readonly RoleBinding[] = [
  { role: 'admin', apiKeys: ['root', 'victor'] },
  { role: 'admin', apiKeys: ['mallory'], namespaces: ['team'] },
  { role: 'admin', apiKeys: ['labelled'], labels: { team: 'team' } },
  { role: 'admin', apiKeys: ['inner'], gateways: ['infra/inner'] },
  { role: 'viewer', apiKeys: ['onlooker'], gateways: ['infra/edge'] },
  { role: 'publisher', apiKeys: ['releaser'], gateways: ['infra/edge'] },
];

export interface Neighbours {
  readonly store: Store;
  readonly authorizer: Authorizer;
  readonly audited: readonly AuditEntry[];
  /** Sends requests as somebody. */
  readonly as: (name: string) => Send;
  /** Says what `leaver` may do from now on; before, everything. */
  readonly leave: (bindings: readonly RoleBinding[]) => void;
  readonly treeOf: () => Promise<string>;
}

export type Send = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<Answer>;

/**
 * `root` may do all, `mallory` what is in `team`, `labelled` what has a label, `inner` what is for a gateway; `onlooker` may
 * see, and `releaser` publish, what is for `infra/edge`.
 */
export async function startNeighbours(): Promise<Neighbours> {
  let leaving: readonly RoleBinding[] = [{ role: 'admin', apiKeys: ['leaver'] }];
  const authorizer: Authorizer = {
    schemes: {},
    identify: async ({ headers }) => ({
      status: 'identified',
      principal: { kind: 'api-key', name: headers.get('x-name') ?? '', claims: {} },
    }),
    decide: (principal, permission, scope) => decide([...BINDINGS, ...leaving], principal, permission, scope),
    grants: (principal) => grantsOf([...BINDINGS, ...leaving], principal),
  };
  const audited: AuditEntry[] = [];
  const { store, send } = createClient({ authorizer, audit: (entry) => audited.push(entry) });
  const as: Neighbours['as'] =
    (name) =>
    (method, path, body, headers = {}) =>
      send(method, path, body, { 'x-name': name, ...headers });
  const [root, victor] = [as('root'), as('victor')];
  await succeed(root('POST', '/v1/apply', list(...OWN)));
  const message = encodeURIComponent('classified plans');
  await succeed(victor('POST', `/v1/apply?message=${message}`, list(...VICTIMS)));
  await succeed(victor('POST', '/v1/publish', { gateways: ['infra/edge'] }));
  return {
    store,
    authorizer,
    audited,
    as,
    leave: (bindings) => void (leaving = bindings),
    treeOf: async () => (await viewHead(openWorkspace(store, 'default'))).tree,
  };
}

async function succeed(answering: Promise<Answer>): Promise<void> {
  const { status, body } = await answering;
  expect(status, JSON.stringify(body)).toBe(200);
}

/** All of an answer. */
export const seen = ({ body, headers }: Answer): string => JSON.stringify([body, [...headers]]);
