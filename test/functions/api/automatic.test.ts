/** Where each change is published by itself: what it concerns, what waited, and what cannot be published. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { RoleBinding } from '../../../compiler/2-validate/generated/types.ts';
import type { AuditEntry } from '../../../functions/api/audit.ts';
import { decide, grantsOf } from '../../../functions/identity/policy.ts';
import { openWorkspace, writeSettings } from '../../../store/index.ts';
import { POINTERS } from '../../../store/keys.ts';
import { createMemoryStore } from '../../../store/memory.ts';
import { generateKeyPair, readSignKey } from '../../../store/signing/keys.ts';
import { StoreError } from '../../../store/store.ts';
import { enroutectl, folderWith } from '../../cli/enroutectl.ts';
import { startWorld } from '../../cli/remote/world.ts';
import { intercept } from '../../store/broken-store.ts';
import { gateway, route, SHOP, upstream, virtualHost } from '../../store/workspace/documents.ts';
import { createClient, type Client } from './client.ts';

const inner = { ...virtualHost('inner'), spec: { gateways: ['inner'], hostnames: ['inner.example.com'] } };
const BOTH = [...SHOP, gateway('inner'), inner, upstream('within'), route('within', 'within', 'inner')];
const BINDINGS: readonly RoleBinding[] = [
  { role: 'admin', apiKeys: ['root'] },
  { role: 'editor', apiKeys: ['edge'], gateways: ['default/edge'] },
  { role: 'admin', apiKeys: ['local'], namespaces: ['default'] },
];

let client: Client;
let audited: AuditEntry[];
let logged: unknown[];
beforeEach(async () => {
  client = start();
  await as('root')('POST', '/v1/apply', list(...BOTH));
  await as('root')('POST', '/v1/publish', {});
});

function start(options: Parameters<typeof createClient>[0] = {}): Client {
  audited = [];
  logged = [];
  return createClient({
    authorizer: {
      schemes: {},
      identify: async ({ headers }) => ({
        status: 'identified',
        principal: { kind: 'api-key', name: headers.get('x-name') ?? '', claims: {} },
      }),
      decide: (principal, permission, scope) => decide(BINDINGS, principal, permission, scope),
      grants: (principal) => grantsOf(BINDINGS, principal),
    },
    audit: (entry) => audited.push(entry),
    onError: (error) => logged.push(error),
    ...options,
  });
}

const list = (...items: readonly unknown[]) => ({ apiVersion: 'v1', kind: 'List', items });
const as =
  (name: string) =>
  (method: string, path: string, body?: unknown, headers = {}) =>
    client.send(method, path, body, { 'x-name': name, ...headers });
const root = (method: string, path: string, body?: unknown, headers = {}) => as('root')(method, path, body, headers);
const numberOf = async (name: string): Promise<unknown> => {
  const { body } = await root('GET', `/v1/gateways/${name}/publications?limit=1`);
  return (body as { readonly items: readonly { readonly number: number }[] }).items[0]?.number;
};
const metrics = async (): Promise<string> => String((await root('GET', '/metrics')).body);

describe('what is published', () => {
  test('is what waited, when the workspace is set so, by who may publish all', async () => {
    await root('PUT', '/v1/upstreams/within', upstream('within', 81));
    expect((await as('local')('PUT', '/v1/settings', { publish: 'automatic' })).status).toBe(403);
    expect((await as('edge')('PUT', '/v1/settings', { publish: 'automatic' })).status).toBe(403);
    expect(await numberOf('inner')).toBe(1);
    const { body } = await root('PUT', '/v1/settings', { publish: 'automatic' });
    expect(body).toMatchObject({
      publish: 'automatic',
      publications: [
        { gateway: 'default/edge', status: 'unchanged' },
        { gateway: 'default/inner', status: 'published', revision: { number: 2, author: 'root' } },
      ],
    });
    expect(audited.at(-1)).toMatchObject({ operation: 'putSettings', details: { published: ['default/inner'] } });
    expect((await root('GET', '/v1/settings')).body).toEqual({ publish: 'automatic' });
  });

  test('is told by GraphQL, too', async () => {
    await root('PUT', '/v1/upstreams/within', upstream('within', 81));
    const query = 'mutation { updateSettings(publish: automatic) { publish publications unpublished { reason } } }';
    expect((await root('POST', '/graphql', { query })).body).toMatchObject({
      data: { updateSettings: { publications: [{}, { status: 'published' }], unpublished: null } },
    });
  });

  test('is what a change concerns, and not what somebody else has left on another gateway', async () => {
    await root('PUT', '/v1/settings', { publish: 'automatic' });
    // As if its publication had failed, or somebody had committed while it was not automatic.
    await root('PUT', '/v1/settings', { publish: 'manual' });
    await root('PUT', '/v1/upstreams/within', upstream('within', 81));
    await setAutomatic();
    const { body } = await as('edge')('PUT', '/v1/upstreams/demo', upstream('demo', 9090));
    expect(body).toMatchObject({
      status: 'committed',
      gateways: ['default/edge'],
      publications: [{ gateway: 'default/edge', status: 'published', revision: { author: 'edge' } }],
    });
    expect((body as { readonly publications: unknown }).publications).toHaveLength(1);
    expect(await numberOf('inner')).toBe(1);
    expect(audited.findLast(({ operation }) => operation === 'putUpstream')).toMatchObject({
      principal: { name: 'edge' },
      details: { gateways: ['default/edge'], published: ['default/edge'] },
    });
  });

  test('is nothing, where a change concerns no gateway, or takes one away', async () => {
    await setAutomatic();
    expect((await root('PUT', '/v1/upstreams/unused', upstream('unused'))).body).toMatchObject({ publications: [] });
    expect((await root('DELETE', '/v1/gateways/inner?cascade=true')).body).toMatchObject({
      publications: [],
      stillPublished: ['default/inner'],
    });
  });

  test('is told again when the request is sent again', async () => {
    await setAutomatic();
    const put = () => root('PUT', '/v1/upstreams/demo', upstream('demo', 9090), { 'idempotency-key': 'k' });
    expect((await put()).body).toMatchObject({ publications: [{ status: 'published', revision: { number: 2 } }] });
    expect((await put()).body).toMatchObject({ publications: [{ status: 'unchanged', revision: { number: 2 } }] });
  });

  const setAutomatic = async (): Promise<void> => {
    await writeSettings(openWorkspace(client.store, 'default'), { publish: 'automatic' });
  };
});

describe('what cannot be published is told in the answer, the audit log, the log and the metrics', () => {
  const put = () => root('PUT', '/v1/upstreams/demo', upstream('demo', 9090));

  test('as it was signed before', async () => {
    const key = await readSignKey((await generateKeyPair()).privatePem);
    const { store } = client;
    client = start({ store, signKeys: [key] });
    await root('PUT', '/v1/upstreams/demo', upstream('demo', 9091));
    await root('PUT', '/v1/settings', { publish: 'automatic' });
    client = start({ store });
    const reason = 'default/edge was signed before, and this API has no key to sign with';
    const unpublished = { gateways: ['default/edge'], reason };
    expect(await put()).toMatchObject({ status: 200, body: { status: 'committed', publications: [], unpublished } });
    expect(audited.at(-1)).toMatchObject({ decision: 'allowed', details: { unpublished: ['default/edge'], reason } });
    expect(logged).toMatchObject([{ message: `not published: default/edge: ${reason}` }]);
    expect(await metrics()).toContain('enroute_api_publication_failures_total{reason="unsigned"} 1\n');
  });

  test('as the bucket is out of reach once the change is made', async () => {
    const { store } = client;
    await root('PUT', '/v1/settings', { publish: 'automatic' });
    const refusing = intercept(store, (operation, key) => {
      if (operation === 'put' && key.startsWith(POINTERS)) throw new StoreError('no', { retryable: true });
    });
    client = start({ store: refusing });
    expect(await put()).toMatchObject({
      status: 200,
      body: { status: 'committed', publications: [], unpublished: { gateways: ['default/edge'] } },
    });
    expect(await metrics()).toContain('enroute_api_publication_failures_total{reason="bucket"} 1\n');
  });

  test('as most would be lost of what waited', async () => {
    const routes = Array.from({ length: 40 }, (_, place) => route(`r${place}`, 'demo'));
    await root('POST', '/v1/apply', list(...routes));
    await root('POST', '/v1/publish', {});
    await root('POST', '/v1/apply?prune=true', list(...BOTH));
    expect((await root('PUT', '/v1/settings', { publish: 'automatic' })).body).toMatchObject({
      publish: 'automatic',
      publications: [],
      unpublished: { reason: expect.stringMatching(/^default\/edge would lose most of .*"losses": "allow"$/) },
    });
    expect(await metrics()).toContain('enroute_api_publication_failures_total{reason="loss"} 1\n');
  });

  test('and by enroutectl, with its exit code', async () => {
    const key = await readSignKey((await generateKeyPair()).privatePem);
    const store = createMemoryStore();
    const signing = createClient({ store, signKeys: [key] });
    await signing.send('POST', '/v1/apply', list(...BOTH));
    await signing.send('PUT', '/v1/settings', { publish: 'automatic' });
    const { url, surroundings } = await startWorld({ store, onError: () => undefined });
    const folder = await folderWith({ 'demo.json': JSON.stringify(upstream('demo', 9090)) });
    const { exit, out } = await enroutectl(['apply', '-f', folder, '--yes', '--server', url], surroundings);
    expect(exit).toBe(1);
    expect(out).toMatch(
      /committed as revision 2 of the documents\nnot published yet: default\/edge: default\/edge was signed before, and/,
    );
  });
});
