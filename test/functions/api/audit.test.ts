/** The audit log says of each decision what it was about: which document, which gateways, and whether it was a rehearsal. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { RoleBinding } from '../../../compiler/2-validate/generated/types.ts';
import type { AuditEntry } from '../../../functions/api/audit.ts';
import { decide, grantsOf } from '../../../functions/identity/policy.ts';
import { SHOP, upstream } from '../../store/workspace/documents.ts';
import { createClient, type Client } from './client.ts';

const BINDINGS: readonly RoleBinding[] = [
  { role: 'admin', apiKeys: ['root'] },
  { role: 'viewer', apiKeys: ['viewer'] },
  { role: 'admin', apiKeys: ['team'], namespaces: ['team'] },
];

let client: Client;
const audited: AuditEntry[] = [];
beforeEach(async () => {
  client = createClient({
    authorizer: {
      schemes: {},
      identify: async ({ headers }) =>
        headers.has('x-name')
          ? {
              status: 'identified',
              principal: { kind: 'api-key', name: headers.get('x-name') ?? '', claims: {} },
            }
          : { status: 'anonymous' },
      decide: (principal, permission, scope) => decide(BINDINGS, principal, permission, scope),
      grants: (principal) => grantsOf(BINDINGS, principal),
    },
    audit: (entry) => audited.push(entry),
  });
  await root('POST', '/v1/apply', { apiVersion: 'v1', kind: 'List', items: SHOP });
});

const as =
  (name: string) =>
  async (method: string, path: string, body?: unknown): Promise<AuditEntry | undefined> => {
    audited.length = 0;
    await client.send(method, path, body, name === '' ? {} : { 'x-name': name });
    return audited.at(-1);
  };
const root = as('root');
const tls = (namespace: string) => ({
  apiVersion: 'enroute.dev/v1',
  kind: 'Secret',
  metadata: { name: 'tls', namespace },
  spec: { type: 'generic', file: { value: '/run/tls' } },
});

describe('an entry', () => {
  test.each(['viewer', 'team', ''])('names the document, also if %j was denied it', async (name) => {
    expect(await as(name)('PUT', '/v1/secrets/tls?namespace=prod', tls('prod'))).toMatchObject({
      decision: 'denied',
      document: { kind: 'Secret', namespace: 'prod', name: 'tls' },
      query: { namespace: 'prod' },
    });
  });

  test('names the document where the namespace is left out, and that of endpoints', async () => {
    const demo = { kind: 'Upstream', namespace: 'default', name: 'demo' };
    expect(await root('GET', '/v1/upstreams/demo')).toMatchObject({ document: demo });
    expect(await root('DELETE', '/v1/upstreams/demo/endpoints')).toMatchObject({ document: demo });
    expect(await root('POST', '/v1/rollouts/edge/promote?full=true')).toMatchObject({
      document: { kind: 'Gateway', namespace: 'default', name: 'edge' },
      query: { full: 'true' },
    });
  });

  test('tells a rehearsal from what it rehearses, and has what goes with a document', async () => {
    const rehearsed = await root('DELETE', '/v1/upstreams/demo?cascade=true&dryRun=true');
    const details = { documents: ['Upstream default/demo', 'Route default/a'], changes: 2, gateways: ['default/edge'] };
    expect(rehearsed).toMatchObject({ status: 200, query: { cascade: 'true', dryRun: 'true' }, details });
    const done = await root('DELETE', '/v1/upstreams/demo?cascade=true');
    expect(done).toMatchObject({ status: 200, details: { ...details, number: 2 } });
    expect(done?.query).toEqual({ cascade: 'true' });
  });

  test('has what a set of documents changes, and what pruning takes away, also if it was denied', async () => {
    const put = upstream('new');
    expect(await root('POST', '/v1/apply?prune=true&fieldSelector=metadata.name%3Dnew', put)).toMatchObject({
      query: { prune: 'true', fieldSelector: 'metadata.name=new' },
      details: { documents: ['Upstream default/new'], changes: 1, gateways: [] },
    });
    expect(await as('team')('POST', '/v1/apply', put)).toMatchObject({
      decision: 'denied',
      details: { documents: ['Upstream default/new'] },
    });
    const many = Array.from({ length: 150 }, (_, place) => upstream(`u${place}`));
    const entry = await root('POST', '/v1/apply?dryRun=true', { apiVersion: 'v1', kind: 'List', items: many });
    expect(entry).toMatchObject({ details: { changes: 150 } });
    expect(entry?.details?.['documents']).toHaveLength(100);
  });

  test('has the gateways of publications, and those that were published', async () => {
    expect(await root('POST', '/v1/publish?dryRun=true', {})).toMatchObject({
      details: { gateways: ['default/edge'] },
    });
    expect(await root('POST', '/v1/publish', {})).toMatchObject({
      details: { gateways: ['default/edge'], published: ['default/edge'] },
    });
    expect(await root('POST', '/v1/publish', {})).toMatchObject({
      details: { gateways: ['default/edge'], published: [] },
    });
    await root('PUT', '/v1/settings', { publish: 'automatic' });
    expect(await root('PUT', '/v1/upstreams/demo', upstream('demo', 1))).toMatchObject({
      details: { gateways: ['default/edge'], published: ['default/edge'] },
    });
  });

  test('has the same by GraphQL', async () => {
    const query = 'mutation { delete(kind: "Upstream", name: "demo", cascade: true, dryRun: true) { status } }';
    await root('POST', '/graphql', { query });
    expect(audited[0]).toMatchObject({
      operation: 'deleteUpstream',
      document: { kind: 'Upstream', namespace: 'default', name: 'demo' },
      query: { cascade: 'true', dryRun: 'true', namespace: 'default' },
    });
  });

  test('has nothing of the query that is no parameter', async () => {
    const entry = await root('GET', '/v1/upstreams?access_token=secret&limit=5');
    expect(JSON.stringify(entry)).not.toContain('secret');
    expect(entry).toMatchObject({ status: 400, query: { limit: '5' } });
  });
});
