import { beforeEach, describe, expect, test } from 'vitest';
import { SHOP, upstream } from '../../store/workspace/documents.ts';
import { createClient, type Answer, type Client } from './client.ts';

let client: Client;
const send: Client['send'] = (...request) => client.send(...request);

beforeEach(async () => {
  client = createClient();
  const applied = await send('POST', '/v1/apply', { apiVersion: 'v1', kind: 'List', items: SHOP });
  expect(applied.status).toBe(200);
});

const etagOf = ({ headers }: Answer): string => headers.get('etag') ?? '';

describe('an Idempotency-Key', () => {
  test('makes a request count once', async () => {
    const patch = [{ op: 'add', path: '/spec/endpoints/-', value: { address: '10.0.0.2', port: 80 } }];
    const headers = { 'content-type': 'application/json-patch+json', 'idempotency-key': 'k-1' };
    const first = await send('PATCH', '/v1/upstreams/demo', patch, headers);
    const second = await send('PATCH', '/v1/upstreams/demo', patch, headers);
    expect(second.status).toBe(first.status);
    expect(second.body).toEqual(first.body);
    expect(etagOf(second)).toBe(etagOf(first));
    const document = (await send('GET', '/v1/upstreams/demo')).body as { spec: { endpoints: unknown[] } };
    expect(document.spec.endpoints).toHaveLength(2);
    expect((await send('PATCH', '/v1/upstreams/demo', [], headers)).status).toBe(422);
  });

  test('makes one count that has changed nothing, whatever somebody else has changed since', async () => {
    const patch = (headers: Record<string, string>, port: number) =>
      send(
        'PATCH',
        '/v1/upstreams/demo',
        { spec: { endpoints: [{ address: '10.0.0.1', port }] } },
        {
          'content-type': 'application/merge-patch+json',
          ...headers,
        },
      );
    const first = await patch({ 'idempotency-key': 'k-2' }, 8080);
    expect(first.body).toMatchObject({ status: 'unchanged', revision: { number: 1 }, changes: [] });
    expect((await patch({}, 9090)).body).toMatchObject({ status: 'committed' });
    const second = await patch({ 'idempotency-key': 'k-2' }, 8080);
    expect([second.status, second.body]).toEqual([first.status, first.body]);
    expect((await send('GET', '/v1/upstreams/demo')).body).toEqual(upstream('demo', 9090));
    expect((await patch({ 'idempotency-key': 'k-2' }, 1)).status).toBe(422);
  });
});
