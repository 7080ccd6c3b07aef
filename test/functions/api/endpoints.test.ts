import { beforeEach, expect, test } from 'vitest';
import { gateway, upstream } from '../../store/workspace/documents.ts';
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
