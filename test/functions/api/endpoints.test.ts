import { beforeEach, describe, expect, test } from 'vitest';
import { generateKeyPair, readPushedEndpoints, readSignKey } from '../../../store/index.ts';
import { verifyStatement } from '../../../store/signing/statement.ts';
import { gateway, upstream, virtualHost } from '../../store/workspace/documents.ts';
import { createClient, type Client } from './client.ts';

const PATH = '/v1/upstreams/found/endpoints';
const ENDPOINTS = [{ address: '10.0.0.7', port: 8080 }];
const FOUND = {
  apiVersion: 'enroute.dev/v1',
  kind: 'Upstream',
  metadata: { name: 'found' },
  spec: { discovery: { pushed: {} } },
};

let client: Client;
beforeEach(async () => {
  client = createClient({ now: () => Date.parse('2026-01-02T03:04:05Z') });
  const items = [gateway(), FOUND, upstream('fixed')];
  expect((await client.send('POST', '/v1/apply', { apiVersion: 'v1', kind: 'List', items })).status).toBe(200);
});

test('endpoints are pushed, read and withdrawn, and make no revision', async () => {
  expect((await client.send('GET', PATH)).status).toBe(404);
  const put = await client.send('PUT', `${PATH}?timeToLive=60`, { endpoints: ENDPOINTS });
  expect(put.body).toEqual({ endpoints: ENDPOINTS, expires: '2026-01-02T03:05:05.000Z' });
  const read = await client.send('GET', PATH);
  expect(read.body).toEqual(put.body);
  expect(read.headers.get('etag')).toBe(put.headers.get('etag'));
  expect((await client.send('DELETE', PATH)).status).toBe(204);
  expect((await client.send('GET', PATH)).status).toBe(404);
  expect((await client.send('GET', '/v1/revisions')).body).toMatchObject({ items: [{ number: 1 }] });
});

test('an API with keys signs what is pushed and withdrawn', async () => {
  const key = await readSignKey((await generateKeyPair()).privatePem);
  const { store } = client;
  const signing = createClient({ store, signKeys: [key], now: () => Date.parse('2026-01-02T03:04:05Z') });
  const put = await signing.send('PUT', `${PATH}?timeToLive=60`, { endpoints: ENDPOINTS });
  expect(put.body).toEqual({ endpoints: ENDPOINTS, expires: '2026-01-02T03:05:05.000Z' });
  const isSigned = async (): Promise<boolean> => {
    const read = await readPushedEndpoints(store, 'default/found');
    if (read.status !== 'found' || !read.signed) return false;
    return (await verifyStatement(read.signed.statement, read.signed.signatures, [key])) === 'trusted';
  };
  expect(await isSigned()).toBe(true);
  const etag = put.headers.get('etag') ?? '';
  expect((await signing.send('PUT', PATH, { endpoints: [] }, { 'if-match': etag })).status).toBe(200);
  expect((await signing.send('PUT', PATH, { endpoints: ENDPOINTS }, { 'if-match': etag })).status).toBe(412);
  expect((await signing.send('DELETE', PATH)).status).toBe(204);
  expect(await isSigned()).toBe(true);
  expect((await signing.send('GET', PATH)).body).toEqual({ endpoints: [] });
});

test('endpoints are replaced only if they are what was expected', async () => {
  const first = await client.send('PUT', PATH, { endpoints: ENDPOINTS }, { 'if-none-match': '*' });
  expect(first.status).toBe(200);
  expect((await client.send('PUT', PATH, { endpoints: [] }, { 'if-none-match': '*' })).status).toBe(412);
  const etag = first.headers.get('etag') ?? '';
  expect((await client.send('PUT', PATH, { endpoints: [] }, { 'if-match': etag })).status).toBe(200);
  expect((await client.send('PUT', PATH, { endpoints: ENDPOINTS }, { 'if-match': etag })).status).toBe(412);
});

test('endpoints are held against the rules, and only an Upstream that wants them has any', async () => {
  const wrong = await client.send('PUT', PATH, { endpoints: [{ address: '10.0.0.7' }] });
  expect(wrong.status).toBe(422);
  expect(wrong.body).toMatchObject({ diagnostics: [{ code: 'missing-field' }] });
  expect((await client.send('PUT', '/v1/upstreams/fixed/endpoints', { endpoints: ENDPOINTS })).status).toBe(409);
  expect((await client.send('PUT', '/v1/upstreams/none/endpoints', { endpoints: ENDPOINTS })).status).toBe(404);
});

describe('an Upstream that takes the name of one that was deleted', () => {
  const held = async () => (await client.send('GET', PATH)).status;
  const set = (items: readonly object[]) => ({ apiVersion: 'v1', kind: 'List', items });
  beforeEach(async () => {
    expect((await client.send('PUT', PATH, { endpoints: ENDPOINTS })).status).toBe(200);
  });

  const deletions: readonly [string, () => Promise<unknown>][] = [
    ['by itself', () => client.send('DELETE', '/v1/upstreams/found')],
    ['by a set without it', () => client.send('POST', '/v1/apply?prune=true', set([gateway()]))],
    [
      'by a way back',
      async () => {
        await client.send('DELETE', '/v1/upstreams/found');
        await client.send('PUT', '/v1/upstreams/found', FOUND);
        await client.send('PUT', PATH, { endpoints: ENDPOINTS });
        await client.send('POST', '/v1/rollback', { revision: '2' });
      },
    ],
  ];

  test.each(deletions)('has not its endpoints, if it was deleted %s', async (_, deleteIt) => {
    await deleteIt();
    expect(await held()).toBe(404);
    expect((await client.send('PUT', '/v1/upstreams/found?dryRun=true', FOUND)).status).toBe(200);
    expect(await readPushedEndpoints(client.store, 'default/found')).toMatchObject({ status: 'found' });
    expect((await client.send('PUT', '/v1/upstreams/found', FOUND)).status).toBe(201);
    expect(await held()).toBe(404);
    expect(await readPushedEndpoints(client.store, 'default/found')).toMatchObject({ status: 'absent' });
  });

  test('has them while Envoys still run that one', async () => {
    const route = {
      apiVersion: 'enroute.dev/v1',
      kind: 'Route',
      metadata: { name: 'a' },
      spec: { virtualHosts: ['shop'], routes: [{ match: {}, forward: { upstream: 'found' } }] },
    };
    const items = [gateway(), FOUND, virtualHost(), route];
    expect((await client.send('POST', '/v1/apply', set(items))).status).toBe(200);
    expect((await client.send('POST', '/v1/publish', {})).status).toBe(200);
    expect((await client.send('DELETE', '/v1/upstreams/found?cascade=true')).status).toBe(200);
    expect((await client.send('POST', '/v1/rollback', { revision: '2' })).status).toBe(200);
    expect(await held()).toBe(200);

    await client.send('DELETE', '/v1/upstreams/found?cascade=true');
    expect((await client.send('POST', '/v1/publish', { losses: 'allow' })).status).toBe(200);
    expect((await client.send('POST', '/v1/rollback', { revision: '2' })).status).toBe(200);
    expect(await held()).toBe(404);
  });
});
