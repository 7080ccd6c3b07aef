import { beforeEach, describe, expect, test } from 'vitest';
import { createApi } from '../../../functions/index.ts';
import { gateway, route, SHOP, upstream, virtualHost } from '../../store/workspace/documents.ts';
import { createClient, type Answer, type Client } from './client.ts';

let client: Client;
const send: Client['send'] = (...request) => client.send(...request);
const etagOf = ({ headers }: Answer): string => headers.get('etag') ?? '';

beforeEach(async () => {
  client = createClient();
  const applied = await send('POST', '/v1/apply?message=first', { apiVersion: 'v1', kind: 'List', items: SHOP });
  expect(applied.status).toBe(200);
});

test('a patch that is nested too deep is refused before anything goes down into it', async () => {
  const deep = `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`;
  for (const [type, body] of [
    ['application/merge-patch+json', `{"spec":${deep}}`],
    ['application/json-patch+json', `[{"op":"add","path":"/spec/a","value":${deep}}]`],
  ] as const) {
    const answer = await createApi({ store: client.store }).request('/v1/upstreams/demo', {
      method: 'PATCH',
      headers: { 'content-type': type },
      body,
    });
    expect(await answer.json()).toMatchObject({ status: 400, detail: 'the body is nested more than 128 levels deep' });
  }
});

describe('documents', () => {
  test('are applied in one revision', async () => {
    const again = await send('POST', '/v1/apply', { apiVersion: 'v1', kind: 'List', items: SHOP });
    expect(again.body).toMatchObject({ status: 'unchanged', revision: { number: 1, message: 'first' }, changes: [] });
    const { body } = await send('GET', '/v1/revisions');
    expect(body).toMatchObject({ items: [{ number: 1, author: 'local', message: 'first' }] });
  });

  test('are given as they were written, with an etag', async () => {
    const answer = await send('GET', '/v1/routes/a');
    expect(answer.body).toEqual(route('a', 'demo'));
    expect(etagOf(answer)).toMatch(/^"[0-9a-f]{64}"$/);
    const cached = await send('GET', '/v1/routes/a', undefined, { 'if-none-match': etagOf(answer) });
    expect(cached.status).toBe(304);
    expect(cached.body).toBe('');
  });

  test('are created with 201 and replaced with 200', async () => {
    const created = await send('PUT', '/v1/upstreams/other', upstream('other'));
    expect(created.status).toBe(201);
    expect(created.headers.get('location')).toBe('/v1/upstreams/other');
    expect(created.body).toMatchObject({
      status: 'committed',
      revision: { number: 2, message: 'put Upstream default/other' },
      changes: [{ change: 'added', kind: 'Upstream', namespace: 'default', name: 'other' }],
      gateways: [],
    });
    const replaced = await send('PUT', '/v1/upstreams/demo', upstream('demo', 9090));
    expect(replaced.status).toBe(200);
    expect(replaced.body).toMatchObject({ changes: [{ change: 'changed' }], gateways: ['default/edge'] });
    expect(etagOf(replaced)).toBe(etagOf(await send('GET', '/v1/upstreams/demo')));
  });

  test('belong to the namespace of the request', async () => {
    const put = await send('PUT', '/v1/upstreams/other?namespace=team', upstream('other'));
    expect(put.status).toBe(201);
    const { body } = await send('GET', '/v1/upstreams/other?namespace=team');
    expect(body).toMatchObject({ metadata: { name: 'other', namespace: 'team' } });
    expect((await send('GET', '/v1/upstreams/other')).status).toBe(404);
    expect((await send('PUT', '/v1/upstreams/x', upstream('other'))).status).toBe(422);
  });

  test('are replaced only if they are what was expected', async () => {
    const etag = etagOf(await send('GET', '/v1/upstreams/demo'));
    const first = await send('PUT', '/v1/upstreams/demo', upstream('demo', 1), { 'if-match': etag });
    expect(first.status).toBe(200);
    const stale = await send('PUT', '/v1/upstreams/demo', upstream('demo', 2), { 'if-match': etag });
    expect(stale.status).toBe(412);
    expect(stale.headers.get('content-type')).toBe('application/problem+json');
    expect(stale.body).toMatchObject({ etag: etagOf(first).slice(1, -1) });
    expect((await send('PUT', '/v1/upstreams/new', upstream('new'), { 'if-match': '*' })).status).toBe(412);
    expect((await send('PUT', '/v1/upstreams/demo', upstream('demo', 2), { 'if-none-match': '*' })).status).toBe(412);
    expect((await send('PUT', '/v1/upstreams/new', upstream('new'), { 'if-none-match': '*' })).status).toBe(201);
    expect((await send('DELETE', '/v1/upstreams/new', undefined, { 'if-match': 'nonsense' })).status).toBe(412);
  });

  test('are not replaced if somebody else has changed them since a revision', async () => {
    await send('PUT', '/v1/upstreams/demo', upstream('demo', 9090));
    const body = { apiVersion: 'v1', kind: 'List', items: [upstream('demo', 7070)] };
    const conflict = { status: 409, body: { detail: 'Upstream default/demo' } };
    expect(await send('POST', '/v1/apply?base=1', body)).toMatchObject(conflict);
    expect(await send('POST', '/v1/apply?base=none', body)).toMatchObject(conflict);
    expect(await send('DELETE', '/v1/upstreams/demo?cascade=true&base=1')).toMatchObject(conflict);
    expect(await send('POST', '/v1/apply?base=77', body)).toMatchObject({ status: 409 });
    expect(await send('POST', '/v1/apply?base=1', route('b', 'demo'))).toMatchObject({ status: 200 });
    expect(await send('POST', '/v1/rollback?base=1', { revision: '1' })).toMatchObject({ status: 409 });
    expect(await send('POST', '/v1/apply?base=head', body)).toMatchObject({ status: 200 });
  });

  test('are refused with diagnostics that point into what was sent', async () => {
    const yaml = 'apiVersion: enroute.dev/v1\nkind: Upstream\nmetadata: { name: demo }\nspec:\n  endpointz: []\n';
    const answer = await send('PUT', '/v1/upstreams/demo', yaml);
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({ diagnostics: [{ code: 'unknown-field', file: 'body.yaml', line: 5 }] });
    const dangling = await send('PUT', '/v1/routes/b', route('b', 'nowhere'));
    expect(dangling.status).toBe(422);
    expect(dangling.body).toMatchObject({ diagnostics: [{ code: 'unknown-reference', subject: { name: 'b' } }] });
  });

  test('are patched', async () => {
    const merge = { 'content-type': 'application/merge-patch+json' };
    const merged = await send('PATCH', '/v1/upstreams/demo', { metadata: { labels: { team: 'shop' } } }, merge);
    expect(merged.status).toBe(200);
    const operations = { 'content-type': 'application/json-patch+json' };
    const list = [
      { op: 'test', path: '/metadata/labels/team', value: 'shop' },
      { op: 'add', path: '/spec/endpoints/-', value: { address: '10.0.0.2', port: 80 } },
    ];
    expect((await send('PATCH', '/v1/upstreams/demo', list, operations)).status).toBe(200);
    expect((await send('GET', '/v1/upstreams/demo')).body).toMatchObject({
      metadata: { labels: { team: 'shop' } },
      spec: { endpoints: [{ address: '10.0.0.1' }, { address: '10.0.0.2' }] },
    });
    const failed = [{ op: 'test', path: '/metadata/name', value: 'x' }];
    expect((await send('PATCH', '/v1/upstreams/demo', failed, operations)).status).toBe(409);
    expect((await send('PATCH', '/v1/upstreams/demo', { metadata: { name: 'x' } }, merge)).status).toBe(422);
    expect((await send('PATCH', '/v1/upstreams/none', {}, merge)).status).toBe(404);
    const other = await send('PATCH', '/v1/upstreams/demo', {});
    expect([other.status, other.headers.get('accept-patch')]).toEqual([
      415,
      'application/merge-patch+json, application/json-patch+json',
    ]);
    const wrong = await send('PATCH', '/v1/upstreams/demo', { spec: { endpointz: [] } }, merge);
    expect(wrong.body).toMatchObject({
      diagnostics: [{ file: 'Upstream/default/demo.json', pointer: '/spec/endpointz', code: 'unknown-field' }],
    });
  });

  test('are not deleted while others refer to them, unless those go too', async () => {
    const refused = await send('DELETE', '/v1/virtualhosts/shop');
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({
      referrers: [{ kind: 'Route', namespace: 'default', name: 'a', pointers: ['/spec/virtualHosts/0'] }],
    });
    const rehearsed = await send('DELETE', '/v1/virtualhosts/shop?cascade=true&dryRun=true');
    expect(rehearsed.body).toMatchObject({ status: 'planned', changes: [{ name: 'a' }, { name: 'shop' }] });
    expect((await send('DELETE', '/v1/virtualhosts/shop?cascade=true')).status).toBe(200);
    expect((await send('GET', '/v1/routes/a')).status).toBe(404);
    expect((await send('DELETE', '/v1/virtualhosts/shop')).status).toBe(404);
  });

  test('are pruned when they leave a set', async () => {
    const set = [gateway(), virtualHost()];
    const answer = await send('POST', '/v1/apply?prune=true', { apiVersion: 'v1', kind: 'List', items: set });
    expect(answer.body).toMatchObject({
      status: 'committed',
      changes: [
        { change: 'removed', kind: 'Route' },
        { change: 'removed', kind: 'Upstream' },
      ],
    });
    const labelled = [upstream('x', 1, { team: 'a' }), upstream('y', 1, { team: 'b' })];
    await send('POST', '/v1/apply', { apiVersion: 'v1', kind: 'List', items: labelled });
    const own = await send('POST', '/v1/apply?prune=true&labelSelector=team%3Da', upstream('z', 1, { team: 'a' }));
    expect(own.body).toMatchObject({
      changes: [
        { change: 'removed', name: 'x' },
        { change: 'added', name: 'z' },
      ],
    });
    const stray = await send('POST', '/v1/apply?prune=true&labelSelector=team%3Da', upstream('z', 1, { team: 'c' }));
    expect(stray.status).toBe(422);
  });

  test('are pruned and chosen by the namespace that they are in, also if they do not say it', async () => {
    await send('PUT', '/v1/upstreams/other?namespace=a', upstream('other'));
    const named = async (selector: string) => {
      const { body } = await send('GET', `/v1/upstreams?fieldSelector=${encodeURIComponent(selector)}`);
      return (body as { items: { document: { metadata: { name: string } } }[] }).items.map(
        ({ document }) => document.metadata.name,
      );
    };
    expect(await named('metadata.namespace=default')).toEqual(['demo']);
    expect(await named('metadata.namespace!=default')).toEqual(['other']);
    const prune = '/v1/apply?prune=true&fieldSelector=metadata.namespace!%3Ddefault';
    const more = { ...upstream('more'), metadata: { name: 'more', namespace: 'a' } };
    expect((await send('POST', prune, more)).body).toMatchObject({
      changes: [
        { change: 'added', name: 'more' },
        { change: 'removed', namespace: 'a', name: 'other' },
      ],
    });
    expect((await send('POST', prune, upstream('stray'))).status).toBe(422);
  });

  test('are listed in pages of one revision', async () => {
    const items = Array.from({ length: 7 }, (_, index) => upstream(`u-${index}`, 1, { odd: String(index % 2 === 1) }));
    await send('POST', '/v1/apply', { apiVersion: 'v1', kind: 'List', items });
    const names: string[] = [];
    let next: string | undefined = '';
    while (next !== undefined) {
      const cursor: string = next === '' ? '' : `&cursor=${next}`;
      const { body } = await send('GET', `/v1/upstreams?limit=3${cursor}`);
      const page = body as { items: { document: { metadata: { name: string } } }[]; next?: string };
      names.push(...page.items.map(({ document }) => document.metadata.name));
      next = page.next;
      await send('PUT', '/v1/upstreams/u-7', upstream('u-7')); // Not in the revision that is listed.
    }
    expect(names).toEqual(['demo', 'u-0', 'u-1', 'u-2', 'u-3', 'u-4', 'u-5', 'u-6']);
    const chosen = await send('GET', '/v1/upstreams?labelSelector=odd%3Dtrue&fieldSelector=metadata.name!%3Du-3');
    expect(chosen.body).toMatchObject({
      items: [{ document: { metadata: { name: 'u-1' } } }, { document: { metadata: { name: 'u-5' } } }],
    });
    expect((await send('GET', '/v1/upstreams?cursor=nonsense')).status).toBe(404);
    const { next: cursor } = (await send('GET', '/v1/upstreams?limit=1')).body as { next: string };
    expect((await send('GET', `/v1/upstreams?cursor=${cursor}&revision=1`)).status).toBe(400);
    expect((await send('GET', '/v1/upstreams?labelSelector=a%20b')).status).toBe(400);
  });

  test('are not chosen by fields that none has', async () => {
    const choose = async (path: string, selector: string) => {
      const { status, body } = await send('GET', `${path}?fieldSelector=${encodeURIComponent(selector)}`);
      return status === 200 ? status : (body as { detail: string }).detail;
    };
    for (const known of [
      'spec.virtualHosts=shop',
      'spec.routes.forward.upstream=demo',
      'metadata.labels.team!=a',
      'kind=Route',
    ])
      expect(await choose('/v1/routes', known)).toBe(200);
    expect(await choose('/v1/routes', 'spec.virtualHost=shop')).toBe(
      'a Route has no field "spec.virtualHost"; did you mean "virtualHosts" instead of "virtualHost"?',
    );
    expect(await choose('/v1/routes', 'spec.hostnames!=a')).toMatch(/^a Route has no field "spec.hostnames"/);
    expect(await choose('/v1/export', 'spec.hostnames=a')).toBe(200);
    expect(await choose('/v1/routes', 'metadata.labels.app.kubernetes.io/name=x')).toMatch(/"labelSelector"/);
    const long = `spec${'.routes.filters.filter'.repeat(40)}.not`.slice(0, 990);
    expect(await choose('/v1/routes', `${long}=a`)).toMatch(/^a Route has no field/);
    expect(await choose('/v1/export', 'spec.__proto__.a=a')).toMatch(/^a document has no field/);
    const pruned = await send('POST', '/v1/apply?prune=true&fieldSelector=metadata.nam!=x', upstream('demo'));
    expect(pruned).toMatchObject({ status: 422, body: { detail: expect.stringContaining('did you mean "name"') } });
  });

  test('are exported, and applied again', async () => {
    const yaml = await send('GET', '/v1/export');
    expect(yaml.headers.get('content-type')).toContain('application/yaml');
    const json = await send('GET', '/v1/export?format=json&kind=Upstream');
    expect(json.body).toEqual({ apiVersion: 'v1', kind: 'List', items: [upstream('demo')] });
    const other = createClient();
    expect((await other.send('POST', '/v1/apply', yaml.body)).status).toBe(200);
    expect((await other.send('GET', '/v1/export')).body).toBe(yaml.body);
  });
});

describe('a rehearsal', () => {
  test('shows documents and what Envoys would get, and writes nothing', async () => {
    const changed = {
      ...route('a', 'demo'),
      spec: {
        virtualHosts: ['shop'],
        routes: [{ match: { path: { prefix: '/new' } }, forward: { upstream: 'demo' } }],
      },
    };
    const { status, body } = await send('PUT', '/v1/routes/a?dryRun=true', changed);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      status: 'planned',
      revision: { number: 1 },
      changes: [
        {
          change: 'changed',
          name: 'a',
          fields: [{ path: 'spec.routes[0].match.path.prefix', before: '/a', after: '/new' }],
        },
      ],
      gateways: ['default/edge'],
      envoy: [
        {
          gateway: 'default/edge',
          changed: 1,
          added: 0,
          removed: 0,
          resources: [{ kind: 'route', change: 'changed' }],
        },
      ],
    });
    expect((await send('GET', '/v1/routes/a')).body).toEqual(route('a', 'demo'));
    const added = await send('PUT', '/v1/upstreams/new?dryRun=true', upstream('new'));
    expect((added.body as { changes: object[] }).changes).toEqual([
      { change: 'added', kind: 'Upstream', namespace: 'default', name: 'new', etag: etagOf(added).slice(1, -1) },
    ]);
  });
});
