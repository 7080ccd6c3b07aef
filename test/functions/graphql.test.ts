/** GraphQL over the same workspace as REST, with the same checks. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { Authorizer } from '../../functions/api/authorize.ts';
import { decide, grantsOf } from '../../functions/identity/policy.ts';
import { gateway, route, SHOP, upstream, virtualHost } from '../store/workspace/documents.ts';
import { createClient, type Client } from './api/client.ts';

let client: Client;

beforeEach(async () => {
  client = createClient();
  const applied = await client.send('POST', '/v1/apply?message=first', {
    apiVersion: 'v1',
    kind: 'List',
    items: [...SHOP, route('b', 'demo')],
  });
  expect(applied.status).toBe(200);
});

const ask = async (query: string, variables: object = {}, headers: Record<string, string> = {}) => {
  const { status, body } = await client.send('POST', '/graphql', { query, variables }, headers);
  expect(status).toBe(200);
  return body as { readonly data?: unknown; readonly errors?: readonly { message: string; extensions?: object }[] };
};

describe('queries', () => {
  test('read documents with their defaults, and follow what they name', async () => {
    const answer = await ask(`{
      route(name: "a") {
        etag
        metadata { name namespace }
        spec { virtualHostsDocuments { metadata { name } spec { gatewaysDocuments { metadata { name } } } }
               routes { forward { upstream upstreamDocument { spec { protocol connectTimeout } } } } }
      }
    }`);
    expect(answer).toEqual({
      data: {
        route: {
          etag: expect.stringMatching(/^[0-9a-f]{64}$/),
          metadata: { name: 'a', namespace: 'default' },
          spec: {
            virtualHostsDocuments: [
              { metadata: { name: 'shop' }, spec: { gatewaysDocuments: [{ metadata: { name: 'edge' } }] } },
            ],
            routes: [
              {
                forward: { upstream: 'demo', upstreamDocument: { spec: { protocol: 'http1', connectTimeout: '5s' } } },
              },
            ],
          },
        },
      },
    });
  });

  test('tell who refers to a document', async () => {
    const { data } = await ask('{ upstream(name: "demo") { users { kind metadata { name } } } }');
    expect(data).toMatchObject({
      upstream: { users: expect.arrayContaining([{ kind: 'Route', metadata: { name: 'a' } }]) },
    });
  });

  test('give pages', async () => {
    const first = await ask('{ routes(first: 1) { nodes { metadata { name } } next } }');
    expect(first.data).toEqual({ routes: { nodes: [{ metadata: { name: 'a' } }], next: 'default/a' } });
    const { data } = await ask(
      'query ($after: String) { routes(after: $after) { nodes { metadata { name } } next } }',
      {
        after: 'default/a',
      },
    );
    expect(data).toMatchObject({ routes: { next: null } });
    expect((await ask('{ route(name: "missing") { kind } }')).data).toEqual({ route: null });
    const { data: others } = await ask(
      '{ none: routes(namespace: "defaul") { next } all: routes(namespace: "default") { nodes { metadata { name } } } }',
    );
    expect(others).toEqual({
      none: { next: null },
      all: { nodes: [{ metadata: { name: 'a' } }, { metadata: { name: 'b' } }] },
    });
  });

  test('read the history', async () => {
    const { data } = await ask('{ revisions { number author message } revision(revision: "head") { number } }');
    expect(data).toEqual({
      revisions: [{ number: 1, author: 'local', message: 'first' }],
      revision: { number: 1 },
    });
  });

  test('that are too deep or too much are refused', async () => {
    const deep = `{ upstream(name: "demo") ${'{ users '.repeat(25)}{ kind } ${'}'.repeat(25)} }`;
    expect((await ask(deep)).errors?.[0]?.message).toMatch(/depth/i);
    const much = `{ ${Array.from({ length: 10_000 }, (_, index) => `a${index}: route(name: "a") { kind etag }`).join(' ')} }`;
    expect((await ask(much)).errors?.[0]?.message).toMatch(/cost|token/i);
  });
});

describe('what costs too much is refused', () => {
  test('before anything is read, if brackets are nested too deep', async () => {
    const nested = `{ ${'a { '.repeat(5_000)} b ${'}'.repeat(5_000)} }`;
    for (const query of [nested, `{ route(name: "a" ${'['.repeat(5_000)}) { kind } }`]) {
      const { status, body } = await client.send('POST', '/graphql', { query });
      expect([status, body]).toMatchObject([400, { detail: 'the query is nested more than 128 levels deep' }]);
    }
    const variables = JSON.parse(`{"a":${'['.repeat(500)}${']'.repeat(500)}}`);
    expect((await client.send('POST', '/graphql', { query: '{ rollouts }', variables })).status).toBe(400);
    const text = { query: `{ route(name: "${'{'.repeat(500)}") { kind } }` };
    expect((await client.send('POST', '/graphql', text)).body).toEqual({ data: { route: null } });
  });

  test('if lists in lists hold more documents than anybody reads', async () => {
    const items = Array.from({ length: 150 }, (_, index) => route(`many-${index}`, 'demo'));
    await client.send('POST', '/v1/apply', { apiVersion: 'v1', kind: 'List', items });
    const users = 'users { ... on Route { spec { virtualHostsDocuments { users { kind } } } } }';
    const { errors } = await ask(`{ upstream(name: "demo") { ${users} } }`);
    expect(errors?.[0]).toMatchObject({ message: expect.stringContaining('too much'), extensions: { status: 422 } });
    expect((await ask('{ upstream(name: "demo") { users { kind } } }')).errors).toBeUndefined();
  });

  test('if documents are looked through again and again, though none is given', async () => {
    const items = Array.from({ length: 250 }, (_, index) => upstream(`many-${index}`));
    await client.send('POST', '/v1/apply', { apiVersion: 'v1', kind: 'List', items });
    const search = (times: number) =>
      `{ ${Array.from({ length: times }, (_, index) => `a${index}: upstreams(labelSelector: "x=y") { next }`).join(' ')} }`;
    expect((await ask(search(350))).errors).toBeUndefined();
    const { errors } = await ask(search(500));
    expect(errors?.[0]).toMatchObject({ message: expect.stringContaining('a search'), extensions: { status: 422 } });
    // What stands before a page or in other namespaces is not looked at.
    expect((await ask(search(500).replaceAll('labelSelector: "x=y"', 'after: "default/z"'))).errors).toBeUndefined();
    expect(
      (await ask(search(500).replaceAll('labelSelector', 'namespace: "a", labelSelector'))).errors,
    ).toBeUndefined();
  });

  test('if it is more operations than one request may make', async () => {
    const many = (count: number) => `{ ${Array.from({ length: count }, (_, index) => `a${index}: nodes`).join(' ')} }`;
    expect((await ask(many(100))).errors).toBeUndefined();
    expect((await ask(many(101))).errors).toMatchObject([{ message: expect.stringContaining('100 operations') }]);
  });

  test('if the caller asks too often, each operation counted', async () => {
    client = createClient({ rateLimit: { perSecond: 0.1, burst: 3 }, now: () => 0 });
    expect((await ask('{ a: nodes b: nodes c: nodes }')).errors).toMatchObject([{ extensions: { status: 429 } }]);
  });
});

describe('mutations', () => {
  test('commit, with a dry run before', async () => {
    const mutation = `mutation ($documents: [JSON!]!, $dryRun: Boolean!) {
      apply(documents: $documents, dryRun: $dryRun, message: "more") { status revision { number } changes gateways envoy }
    }`;
    const documents = [upstream('demo', 9090)];
    expect((await ask(mutation, { documents, dryRun: true })).data).toMatchObject({
      apply: { status: 'planned', gateways: ['default/edge'], envoy: [{ gateway: 'default/edge' }] },
    });
    expect((await ask(mutation, { documents, dryRun: false })).data).toMatchObject({
      apply: { status: 'committed', revision: { number: 2 }, changes: [{ change: 'changed', name: 'demo' }] },
    });
  });

  test('tell what is wrong, with status and diagnostics', async () => {
    const { errors } = await ask(`mutation { apply(documents: [{ apiVersion: "enroute.dev/v1", kind: "Upstream",
      metadata: { name: "x" }, spec: { endpoint: [] } }]) { status } }`);
    expect(errors).toMatchObject([{ extensions: { status: 422, diagnostics: [{ code: 'unknown-field' }] } }]);
    const used = await ask('mutation { delete(kind: "Upstream", name: "demo") { status } }');
    expect(used.errors).toMatchObject([{ extensions: { status: 409 } }]);
  });

  test('publish, and go back', async () => {
    expect((await ask('mutation { publish }')).data).toMatchObject({
      publish: { gateways: [{ gateway: 'default/edge', status: 'published' }] },
    });
    await ask('mutation ($documents: [JSON!]!) { apply(documents: $documents) { status } }', {
      documents: [virtualHost('other'), gateway('edge'), route('b', 'demo')],
    });
    expect((await ask('mutation { rollback(revision: "1") { status revision { number } } }')).data).toMatchObject({
      rollback: { status: 'committed', revision: { number: 3 } },
    });
  });
});

test('who may not see or change a document by REST, may not by GraphQL', async () => {
  const bindings = [{ role: 'viewer' as const, apiKeys: ['team'], namespaces: ['team'] }];
  const authorizer: Authorizer = {
    schemes: {},
    identify: async ({ headers }) => ({
      status: 'identified',
      principal: headers.get('x-who') === 'team' ? { kind: 'api-key', name: 'team', claims: {} } : LOCAL,
    }),
    decide: (principal, permission, scope) =>
      principal === LOCAL ? { allowed: true, role: 'admin' } : decide(bindings, principal, permission, scope),
    grants: (principal) => grantsOf(bindings, principal),
  };
  client = createClient({ authorizer });
  const own = { ...upstream('own'), metadata: { name: 'own', namespace: 'team' } };
  const items = [...SHOP, own];
  await client.send('POST', '/v1/apply', { apiVersion: 'v1', kind: 'List', items });

  const team = { 'x-who': 'team' };
  const query = '{ upstreams { nodes { metadata { name } } } routes { nodes { kind } } route(name: "a") { kind } }';
  expect(await ask(query, {}, team)).toEqual({
    data: { upstreams: { nodes: [{ metadata: { name: 'own' } }] }, routes: { nodes: [] }, route: null },
  });
  const write = await ask('mutation { delete(kind: "Route", name: "a") { status } }', {}, team);
  expect(write.errors).toMatchObject([{ extensions: { status: 403 } }]);
});

const LOCAL = { kind: 'local', name: 'local', claims: {} } as const;

test('a subscription tells of each revision, also of several between two looks', async () => {
  const { api, send } = createStreaming();
  const response = await api('subscription { revisions { number message } }');
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  await new Promise((resolve) => setTimeout(resolve, 200));
  await send('second', 9090);
  await send('third', 9091);
  let text = '';
  while (reader && !text.includes('"number":3')) text += (await reader.read()).value ?? '';
  expect(text.match(/"message":"\w+"/g)).toEqual(['"message":"second"', '"message":"third"']);
  await reader?.cancel();
});

function createStreaming() {
  const { store } = client;
  return {
    api: async (query: string) => {
      const { createApi } = await import('../../functions/api/api.ts');
      return createApi({ store }).request('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
        body: JSON.stringify({ query }),
      });
    },
    send: (message: string, port: number) =>
      client.send('PUT', `/v1/upstreams/demo?message=${message}`, upstream('demo', port)),
  };
}
