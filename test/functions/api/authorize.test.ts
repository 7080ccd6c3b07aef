import { describe, expect, test } from 'vitest';
import type { RoleBinding } from '../../../compiler/2-validate/generated/types.ts';
import type { AuditEntry } from '../../../functions/api/audit.ts';
import type { Authorizer } from '../../../functions/api/authorize.ts';
import { createRateLimiter } from '../../../functions/api/rate-limit.ts';
import { decide, grantsOf } from '../../../functions/identity/policy.ts';
import { gateway, SHOP, upstream, virtualHost } from '../../store/workspace/documents.ts';
import { createClient } from './client.ts';

const BINDINGS: readonly RoleBinding[] = [
  { role: 'admin', apiKeys: ['root'] },
  { role: 'viewer', apiKeys: ['viewer'] },
  { role: 'editor', apiKeys: ['shop'], labels: { team: 'shop' } },
  { role: 'editor', apiKeys: ['inner'], gateways: ['default/inner'] },
];

/** Callers prove themselves by their names. */
const authorizer: Authorizer = {
  schemes: { name: { type: 'apiKey', in: 'header', name: 'x-name' } },
  identify: async ({ headers }) => {
    const name = headers.get('x-name');
    if (name === null) return { status: 'anonymous' };
    if (name === 'nobody') return { status: 'refused', reason: 'there is no such caller' };
    return { status: 'identified', principal: { kind: 'api-key', name, claims: {} } };
  },
  decide: (principal, permission, scope) => decide(BINDINGS, principal, permission, scope),
  grants: (principal) => grantsOf(BINDINGS, principal),
};

const as = (name: string) => ({ 'x-name': name });
const audited: AuditEntry[] = [];
const client = createClient({ authorizer, audit: (entry) => audited.push(entry) });
const inner = { ...virtualHost('inner'), spec: { gateways: ['inner'], hostnames: ['inner.example.com'] } };
const items = [...SHOP, gateway('inner'), inner, upstream('ours', 80, { team: 'shop' })];
await client.send('POST', '/v1/apply', { apiVersion: 'v1', kind: 'List', items }, as('root'));

describe('callers', () => {
  test('must say who they are', async () => {
    const anonymous = await client.send('GET', '/v1/routes');
    expect(anonymous.status).toBe(401);
    expect(anonymous.headers.get('www-authenticate')).toBe('Bearer');
    expect((await client.send('GET', '/v1/routes', undefined, as('nobody'))).status).toBe(401);
    expect((await client.send('GET', '/healthz')).status).toBe(200);
  });

  test('may only do what their roles allow', async () => {
    expect((await client.send('GET', '/v1/routes', undefined, as('viewer'))).status).toBe(200);
    expect((await client.send('PUT', '/v1/upstreams/x', upstream('x'), as('viewer'))).status).toBe(403);
    expect((await client.send('POST', '/v1/publish', {}, as('shop'))).status).toBe(403);
    expect((await client.send('PUT', '/v1/settings', { publish: 'automatic' }, as('viewer'))).status).toBe(403);
  });

  test('see and change documents with their labels only, before and after', async () => {
    const { body } = await client.send('GET', '/v1/upstreams', undefined, as('shop'));
    expect(body).toMatchObject({ items: [{ document: { metadata: { name: 'ours' } } }] });
    expect((await client.send('GET', '/v1/upstreams/demo', undefined, as('shop'))).status).toBe(403);
    const put = (labels: Record<string, string>) =>
      client.send('PUT', '/v1/upstreams/ours?dryRun=true', upstream('ours', 81, labels), as('shop'));
    expect((await put({ team: 'shop' })).status).toBe(200);
    expect((await put({ team: 'other' })).status).toBe(403);
    const taken = upstream('demo', 81, { team: 'shop' });
    expect((await client.send('PUT', '/v1/upstreams/demo', taken, as('shop'))).status).toBe(403);
  });

  test('change what their gateways get, and nothing of others', async () => {
    const wider = { ...inner, spec: { gateways: ['inner'], hostnames: ['wide.example.com'] } };
    expect((await client.send('PUT', '/v1/virtualhosts/inner?dryRun=true', wider, as('inner'))).status).toBe(200);
    const both = { ...inner, spec: { gateways: ['inner', 'edge'], hostnames: ['inner.example.com'] } };
    expect((await client.send('PUT', '/v1/virtualhosts/inner?dryRun=true', both, as('inner'))).status).toBe(403);
    const wrong = {
      ...inner,
      spec: { gateways: ['inner'], hostnames: ['inner.example.com'], filters: [{ type: 'reference', filter: 'none' }] },
    };
    expect((await client.send('PUT', '/v1/virtualhosts/inner', wrong, as('inner'))).status).toBe(422);
    const wrongOfOthers = { ...wrong, metadata: { name: 'shop' }, spec: { ...wrong.spec, gateways: ['edge'] } };
    expect((await client.send('PUT', '/v1/virtualhosts/shop', wrongOfOthers, as('inner'))).status).toBe(403);
    const { body } = await client.send('GET', '/v1/virtualhosts', undefined, as('inner'));
    expect(body).toMatchObject({ items: [{ document: { metadata: { name: 'inner' } } }] });
  });

  test('are in the audit log, allowed or denied', async () => {
    audited.length = 0;
    await client.send('PUT', '/v1/upstreams/x', upstream('x'), { ...as('root'), 'x-request-id': 'r-1' });
    await client.send('PUT', '/v1/upstreams/x', upstream('x', 81), as('viewer'));
    await client.send('PUT', '/v1/upstreams/x', upstream('x', 81), as('nobody'));
    expect(audited).toMatchObject([
      {
        requestId: 'r-1',
        operation: 'putUpstream',
        principal: { kind: 'api-key', name: 'root' },
        decision: 'allowed',
        status: 201,
        details: { number: 2 },
      },
      { principal: { name: 'viewer' }, decision: 'denied', status: 403, reason: expect.stringContaining('viewer') },
      { decision: 'denied', status: 401, reason: 'there is no such caller' },
    ]);
  });

  test('are described', async () => {
    const { body } = await client.send('GET', '/openapi.json');
    expect(body).toMatchObject({
      components: { securitySchemes: { name: { in: 'header' } } },
      paths: { '/v1/routes': { get: { security: [{ name: [] }] } } },
    });
  });
});

describe('a rate limit', () => {
  test('lets a burst pass, and then as many as it says', () => {
    const { take } = createRateLimiter({ perSecond: 2, burst: 3 });
    expect([take('a', 0), take('a', 0), take('a', 0)]).toEqual([0, 0, 0]);
    expect(take('a', 0)).toBe(0.5);
    expect(take('b', 0)).toBe(0);
    expect(take('a', 499)).toBeGreaterThan(0);
    expect(take('a', 500)).toBe(0);
    expect(take('a', 500)).toBeGreaterThan(0);
  });

  test('is one for all who do not prove who they are, for each address', async () => {
    const denied: AuditEntry[] = [];
    const limited = createClient({
      authorizer,
      audit: (entry) => denied.push(entry),
      rateLimit: { perSecond: 0.1, burst: 2 },
      now: () => 0,
      addressOf: ({ req }) => req.header('x-from'),
    });
    const ask = async (headers: Record<string, string>) => limited.send('GET', '/v1/routes', undefined, headers);
    expect((await ask({ ...as('nobody'), 'x-from': 'a' })).status).toBe(401);
    expect((await ask({ 'x-from': 'a' })).status).toBe(401);
    const refused = await ask({ ...as('nobody'), 'x-from': 'a' });
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('10');
    expect(denied.at(-1)).toMatchObject({ decision: 'denied', status: 429 });
    // Neither others, nor who does prove it, at the same address.
    expect((await ask({ ...as('nobody'), 'x-from': 'b' })).status).toBe(401);
    expect((await ask({ ...as('viewer'), 'x-from': 'a' })).status).toBe(200);
    // Where no address is known they are all one.
    for (const status of [401, 401, 429]) expect((await ask(as('nobody'))).status).toBe(status);
  });

  test('is told by 429', async () => {
    const limited = createClient({ rateLimit: { perSecond: 0.1, burst: 1 }, now: () => 0 });
    expect((await limited.send('GET', '/v1/routes')).status).toBe(200);
    const refused = await limited.send('GET', '/v1/routes');
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('10');
  });
});
