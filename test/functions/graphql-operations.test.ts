/** What REST can do beside documents and revisions, GraphQL can too: by the same operations, with the same checks. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { RoleBinding } from '../../compiler/2-validate/generated/types.ts';
import type { AuditEntry } from '../../functions/api/audit.ts';
import { decide, grantsOf } from '../../functions/identity/policy.ts';
import { SHOP } from '../store/workspace/documents.ts';
import { createClient, type Client } from './api/client.ts';

const BINDINGS: readonly RoleBinding[] = [
  { role: 'admin', apiKeys: ['root'] },
  { role: 'viewer', apiKeys: ['viewer'], namespaces: ['default'], labels: { team: 'shop' } },
];
const FOUND = {
  apiVersion: 'enroute.dev/v1',
  kind: 'Upstream',
  metadata: { name: 'found' },
  spec: { discovery: { pushed: {} } },
};

const audited: AuditEntry[] = [];
let client: Client;
beforeEach(async () => {
  client = createClient({
    now: () => Date.parse('2026-01-02T03:04:05Z'),
    audit: (entry) => audited.push(entry),
    authorizer: {
      schemes: {},
      identify: async ({ headers }) => ({
        status: 'identified',
        principal: { kind: 'api-key', name: headers.get('x-name') ?? 'root', claims: { secret: 'classified' } },
      }),
      decide: (principal, permission, scope) => decide(BINDINGS, principal, permission, scope),
      grants: (principal) => grantsOf(BINDINGS, principal),
    },
  });
  await client.send('POST', '/v1/apply', { apiVersion: 'v1', kind: 'List', items: [...SHOP, FOUND] });
  audited.length = 0;
});

const ask = async (query: string, variables: object = {}, name = 'root') => {
  const { status, body } = await client.send('POST', '/graphql', { query, variables }, { 'x-name': name });
  expect(status).toBe(200);
  return body as { readonly data?: Readonly<Record<string, never>>; readonly errors?: readonly object[] };
};

test('a caller is told who it is, and what it may do', async () => {
  const query = '{ whoami { kind name issuer bindings { role actions gateways namespaces labels } } }';
  expect(await ask(query, {}, 'viewer')).toEqual({
    data: {
      whoami: {
        kind: 'api-key',
        name: 'viewer',
        issuer: null,
        bindings: [
          { role: 'viewer', actions: ['read'], gateways: null, namespaces: ['default'], labels: { team: 'shop' } },
        ],
      },
    },
  });
  expect(audited).toMatchObject([{ operation: 'whoAmI', decision: 'allowed' }, { operation: 'graphql' }]);
});

describe('an API description', () => {
  const description = {
    openapi: '3.1.0',
    info: { title: 'Pets', version: '1' },
    servers: [{ url: 'https://pets.example.com/v2' }],
    paths: {
      '/pets': { get: { responses: { 200: { description: 'Pets.' } } } },
      '/feed': { get: { callbacks: { fed: {} }, responses: { 200: { description: 'Fed.' } } } },
    },
  };
  const mutation = `mutation ($description: JSON!, $server: String, $dryRun: Boolean! = false) {
    importOpenapi(description: $description, createGateway: true, gateway: "team/front", namespace: "team", name: "pets",
      hostnames: ["a.example.com", "b.example.com"], server: $server, dryRun: $dryRun, message: "pets",
      idempotencyKey: "once") { status revision { message } changes remarks }
  }`;

  test('becomes documents, and what is remarked about it is told', async () => {
    const planned = await ask(mutation, { description, dryRun: true });
    expect(planned).toMatchObject({ data: { importOpenapi: { status: 'planned' } } });
    const server = 'https://pets.internal:8443';
    const { data, errors } = await ask(mutation, { description, server });
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      importOpenapi: {
        status: 'committed',
        revision: { message: 'pets' },
        changes: [
          { kind: 'Gateway', namespace: 'team', name: 'front' },
          { kind: 'Upstream', namespace: 'team' },
          { kind: 'VirtualHost', namespace: 'team', name: 'pets' },
        ],
        remarks: expect.arrayContaining([expect.objectContaining({ pointer: '/paths/~1feed/get/callbacks' })]),
      },
    });
    const { body } = await client.send('GET', '/v1/virtualhosts/pets?namespace=team');
    expect(body).toMatchObject({ spec: { hostnames: ['a.example.com', 'b.example.com'] } });
    expect((await ask('{ gateway(name: "front", namespace: "team") { kind } }')).data).toMatchObject({ gateway: {} });
    // The key makes the second try the first.
    expect((await ask(mutation, { description, server })).data).toMatchObject({
      importOpenapi: { status: 'committed' },
    });
    expect((await client.send('GET', '/v1/revisions')).body).toMatchObject({ items: [{ number: 2 }, { number: 1 }] });
  });

  test('that is none is refused, and so is a caller who may not write', async () => {
    const refused = (given: unknown, name = 'root') => ask(mutation, { description: given }, name);
    expect((await refused({})).errors).toMatchObject([{ extensions: { status: 422 } }]);
    expect((await refused(description, 'viewer')).errors).toMatchObject([{ extensions: { status: 403 } }]);
    expect(audited.findLast(({ operation }) => operation === 'importOpenapi')).toMatchObject({ decision: 'denied' });
  });
});

describe('endpoints', () => {
  const push = `mutation ($endpoints: [JSON!]!, $ifMatch: String, $upstream: String! = "found") {
    pushEndpoints(upstream: $upstream, endpoints: $endpoints, timeToLive: 60, ifMatch: $ifMatch)
    { endpoints { address port } expires etag }
  }`;
  const endpoints = [{ address: '10.0.0.7', port: 8080 }];
  const held = '{ endpoints(upstream: "found") { endpoints { address port weight } expires etag } }';

  test('are pushed, read and withdrawn', async () => {
    expect((await ask(held)).errors).toMatchObject([{ extensions: { status: 404 } }]);
    const pushed = await ask(push, { endpoints });
    const list = { endpoints, expires: '2026-01-02T03:05:05.000Z', etag: expect.stringMatching(/^[0-9a-f]{64}$/) };
    expect(pushed).toEqual({ data: { pushEndpoints: list } });
    expect(await ask(held)).toMatchObject({ data: { endpoints: { endpoints: [{ ...endpoints[0], weight: null }] } } });
    expect(await ask('mutation { withdrawEndpoints(upstream: "found") }')).toEqual({
      data: { withdrawEndpoints: true },
    });
    expect(await ask(held)).toMatchObject({ data: { endpoints: null } });
    const operations = audited.map(({ operation, status }) => `${operation} ${status}`);
    expect(operations).toContain('deleteEndpoints 204');
  });

  test('are replaced only if they are what was expected', async () => {
    const first = await ask(push, { endpoints });
    const ifMatch = (first.data as unknown as { pushEndpoints: { etag: string } }).pushEndpoints.etag;
    expect((await ask(push, { endpoints: [], ifMatch })).errors).toBeUndefined();
    expect((await ask(push, { endpoints, ifMatch })).errors).toMatchObject([{ extensions: { status: 412 } }]);
  });

  test('are held against the rules, and what is wrong is told', async () => {
    const wrong = await ask(push, { endpoints: [{ address: '10.0.0.7' }] });
    expect(wrong.errors).toMatchObject([{ extensions: { status: 422, diagnostics: [{ code: 'missing-field' }] } }]);
    const elsewhere = await ask(push, { endpoints, upstream: 'demo' });
    expect(elsewhere.errors).toMatchObject([
      { message: expect.stringContaining('discovery: {pushed: {}}'), extensions: { status: 409 } },
    ]);
    const denied = await ask('mutation { withdrawEndpoints(upstream: "found") }', {}, 'viewer');
    expect(denied.errors).toMatchObject([{ extensions: { status: 403 } }]);
  });
});

test('settings are read, and changed by who may, if they are what was expected', async () => {
  const settings = async () => (await ask('{ settings { publish etag } }')).data as unknown as Settings;
  const update =
    'mutation ($ifMatch: String) { updateSettings(publish: automatic, ifMatch: $ifMatch) { publish etag } }';
  const before = await settings();
  expect(before).toEqual({ settings: { publish: 'manual', etag: expect.stringMatching(/^[0-9a-f]{64}$/) } });
  expect((await ask(update, {}, 'viewer')).errors).toMatchObject([{ extensions: { status: 403 } }]);
  const { etag: ifMatch } = before.settings;
  expect((await ask(update, { ifMatch })).data).toMatchObject({ updateSettings: { publish: 'automatic' } });
  expect((await ask(update, { ifMatch })).errors).toMatchObject([{ extensions: { status: 412 } }]);
  expect(await settings()).toMatchObject({ settings: { publish: 'automatic' } });
  expect((await ask('mutation { updateSettings(publish: sometimes) { publish } }')).errors).toBeDefined();
});

interface Settings {
  readonly settings: { readonly publish: string; readonly etag: string };
}

test('a document is deleted only if it is as its etag says', async () => {
  const { data } = await ask('{ route(name: "a") { etag } }');
  const { etag: ifMatch } = (data as unknown as { readonly route: { readonly etag: string } }).route;
  const remove = 'mutation ($ifMatch: String) { delete(kind: "Route", name: "a", ifMatch: $ifMatch) { status } }';
  expect((await ask(remove, { ifMatch: ifMatch.replace(/./, 'x') })).errors).toMatchObject([
    { extensions: { status: 412 } },
  ]);
  expect(await ask(remove, { ifMatch })).toEqual({ data: { delete: { status: 'committed' } } });
});

test('a Gateway that is deleted and still published is told of', async () => {
  await ask('mutation { publish }');
  const { data } = await ask(
    'mutation { delete(kind: "Gateway", name: "edge", cascade: true) { status stillPublished } }',
  );
  expect(data).toEqual({ delete: { status: 'committed', stillPublished: ['default/edge'] } });
});

test('operations that are asked for in one request count together', async () => {
  const many = Array.from({ length: 101 }, (_, index) => `a${index}: whoami { name }`).join(' ');
  expect((await ask(`{ ${many} }`)).errors).toMatchObject([{ message: expect.stringContaining('100 operations') }]);
});
