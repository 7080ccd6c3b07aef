/** What REST's parameters say, arguments of GraphQL's fields say too; and whoever is mistaken is told so. */
import { beforeEach, describe, expect, test } from 'vitest';
import { gateway, route, SHOP, upstream, virtualHost } from '../store/workspace/documents.ts';
import { createClient, type Client } from './api/client.ts';

let client: Client;
beforeEach(async () => {
  client = createClient();
  const applied = await client.send('POST', '/v1/apply', { apiVersion: 'v1', kind: 'List', items: SHOP });
  expect(applied.status).toBe(200);
});

const ask = async (query: string, variables: object = {}) => {
  const { status, body } = await client.send('POST', '/graphql', { query, variables });
  expect(status).toBe(200);
  return body as { readonly data?: Readonly<Record<string, never>>; readonly errors?: readonly object[] };
};

describe('revisions', () => {
  test('are what a page, a document and all that it names are read in', async () => {
    // With as many documents a revision has parts that those before it have, too.
    const items = Array.from({ length: 400 }, (_, index) => route(`many-${index}`, 'demo'));
    await client.send('POST', '/v1/apply', { apiVersion: 'v1', kind: 'List', items });
    await client.send('PUT', '/v1/upstreams/demo', upstream('demo', 9090));
    const spec = 'spec { endpoints { port } }';
    const { data } = await ask(`{
      old: upstreams(revision: "2", first: 1) { nodes { ${spec} } next revision { number digest } }
      now: upstreams(first: 1) { nodes { ${spec} } next revision { number } }
      document: upstream(name: "demo", revision: "2") { ${spec} }
      followed: route(name: "a", revision: "2") { spec { routes { forward { upstreamDocument { ${spec} } } } } }
      later: route(name: "a", revision: "3") { spec { routes { forward { upstreamDocument { ${spec} } } } } }
      newest: route(name: "a") { spec { routes { forward { upstreamDocument { ${spec} } } } } }
      used: upstream(name: "demo", revision: "2") { users { ... on Route { spec { routes { forward { upstreamDocument { ${spec} } } } } } } }
    }`);
    const [before, after] = [{ spec: { endpoints: [{ port: 8080 }] } }, { spec: { endpoints: [{ port: 9090 }] } }];
    const forward = (upstreamDocument: object) => ({ spec: { routes: [{ forward: { upstreamDocument } }] } });
    expect(data).toMatchObject({
      old: { nodes: [before], next: null, revision: { number: 2 } },
      now: { nodes: [after], next: null, revision: { number: 3 } },
      document: before,
      followed: forward(before),
      later: forward(after),
      newest: forward(after),
      used: { users: expect.arrayContaining([forward(before)]) },
    });
    expect((await ask('{ upstreams(revision: "77") { next } }')).errors).toMatchObject([
      { message: 'there is no revision 77, or not any more', path: ['upstreams'], extensions: { status: 404 } },
    ]);
  });

  test('are compared, with what Envoys get if somebody asks', async () => {
    await client.send('PUT', '/v1/upstreams/demo', upstream('demo', 9090));
    const { data } = await ask('{ diff(from: "1", envoy: true) }');
    expect(data).toMatchObject({ diff: { changes: [{ name: 'demo' }], envoy: [{ gateway: 'default/edge' }] } });
  });
});

test('fields choose documents', async () => {
  await client.send('PUT', '/v1/routes/b', route('b', 'demo'));
  const query = '{ routes(fieldSelector: "metadata.name!=a,spec.virtualHosts=shop") { nodes { metadata { name } } } }';
  expect(await ask(query)).toEqual({ data: { routes: { nodes: [{ metadata: { name: 'b' } }] } } });
  expect((await ask('{ routes(fieldSelector: "spec.nothing=a") { next } }')).errors).toMatchObject([
    { message: 'a Route has no field "spec.nothing"', extensions: { status: 422 } },
  ]);
  const pruned = await ask(
    'mutation ($documents: [JSON!]!) { apply(documents: $documents, prune: true, fieldSelector: "kind=Route") { changes } }',
    { documents: [route('b', 'demo')] },
  );
  expect(pruned.data).toMatchObject({ apply: { changes: [{ change: 'removed', name: 'a' }] } });
});

describe('a change', () => {
  const put = `mutation ($document: JSON!, $ifMatch: String, $ifNoneMatch: String, $base: String) {
    put(kind: "Upstream", name: "demo", document: $document, ifMatch: $ifMatch, ifNoneMatch: $ifNoneMatch, base: $base) { status }
  }`;

  test('of one document is made only if it is what was expected', async () => {
    const etag = ((await ask('{ upstream(name: "demo") { etag } }')).data as never as { upstream: { etag: string } })
      .upstream.etag;
    const done = await ask(put, { document: upstream('demo', 1), ifMatch: etag });
    expect(done).toEqual({ data: { put: { status: 'committed' } } });
    for (const condition of [{ ifMatch: etag }, { ifNoneMatch: '*' }])
      expect((await ask(put, { document: upstream('demo', 2), ...condition })).errors).toMatchObject([
        { path: ['put'], extensions: { status: 412 } },
      ]);
    expect((await ask(put, { document: upstream('demo', 2), base: '1' })).errors).toMatchObject([
      { extensions: { status: 409 } },
    ]);
  });

  test('of a set overwrites nothing that has changed since', async () => {
    await client.send('PUT', '/v1/upstreams/demo', upstream('demo', 9090));
    const apply = 'mutation ($documents: [JSON!]!) { apply(documents: $documents, base: "1") { status } }';
    expect((await ask(apply, { documents: [upstream('demo', 1)] })).errors).toMatchObject([
      { extensions: { status: 409 } },
    ]);
    expect((await ask(apply, { documents: [virtualHost('b')] })).errors).toBeUndefined();
    expect((await ask('mutation { rollback(revision: "1", base: "1") { status } }')).errors).toMatchObject([
      { extensions: { status: 409 } },
    ]);
  });

  test('may be a patch', async () => {
    const patch = 'mutation ($patch: JSON!) { patch(kind: "upstreams", name: "demo", patch: $patch) { status } }';
    const merge = { metadata: { labels: { team: 'a' } } };
    expect((await ask(patch, { patch: merge })).data).toEqual({ patch: { status: 'committed' } });
    const operations = [{ op: 'replace', path: '/metadata/labels/team', value: 'b' }];
    expect((await ask(patch, { patch: operations })).data).toEqual({ patch: { status: 'committed' } });
    const { body } = await client.send('GET', '/v1/upstreams/demo');
    expect(body).toMatchObject({ metadata: { labels: { team: 'b' } }, spec: { endpoints: [{ port: 8080 }] } });
  });

  test('is published only over what was seen', async () => {
    const publish = 'mutation ($expect: JSON) { publish(expect: $expect) }';
    const published = (status: string) => ({ data: { publish: { gateways: [{ status }] } } });
    expect(await ask(publish, { expect: { 'default/edge': null } })).toMatchObject(published('published'));
    await client.send('PUT', '/v1/upstreams/demo', upstream('demo', 9090));
    expect(await ask(publish, { expect: { 'default/edge': null } })).toMatchObject(published('conflict'));
  });
});

test('whoever is mistaken is told so, and where', async () => {
  const refused = async (query: string) => (await ask(query)).errors;
  expect(await refused('mutation { delete(kind: "Foo", name: "a") { status } }')).toMatchObject([
    { message: 'there is no kind "Foo"', path: ['delete'], extensions: { status: 400 } },
  ]);
  expect(await refused('{ upstreams(labelSelector: "!!") { next } }')).toMatchObject([
    { message: '"!!" is no label selector', path: ['upstreams'], extensions: { status: 400 } },
  ]);
  await client.send('PUT', '/v1/gateways/edge', gateway());
  expect(await refused('mutation { promoteRollout(gateway: "edge") }')).toMatchObject([
    { extensions: { status: 404 } },
  ]);
  expect(JSON.stringify(await refused('mutation { promoteRollout(gateway: "edge") }'))).toContain('default/edge');
});
