/** Who the API takes a caller for, with tokens of a real OpenID Connect provider. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AuditEntry } from '../../../functions/api/audit.ts';
import { createAuthorizer } from '../../../functions/identity/authorizer.ts';
import { readAccessPolicy } from '../../../functions/identity/access-policy.ts';
import { startOidcProvider, type OidcProvider } from '../../servers/oidc.ts';
import { createClient, type Client } from './client.ts';

const KEY = 'a-key-of-more-than-twenty-characters';

let provider: OidcProvider;
beforeAll(async () => {
  provider = await startOidcProvider();
});
afterAll(() => provider.stop());

const audited: AuditEntry[] = [];
let client: Client;
beforeEach(async () => {
  audited.length = 0;
  const { issuer, audience } = provider;
  const { value } = readAccessPolicy({
    path: 'policy.json',
    text: JSON.stringify({
      issuers: [{ issuer, audiences: [audience], nameClaim: 'email' }],
      apiKeys: [{ name: 'ci', environment: 'CI_KEY' }],
      bindings: [
        { role: 'viewer', claims: { groups: 'everybody' } },
        { role: 'editor', claims: { groups: 'shop-team' }, namespaces: ['shop'], labels: { team: 'shop' } },
        { role: 'publisher', apiKeys: ['ci'], gateways: ['shop/*'] },
        { role: 'admin', claims: { groups: 'operators' } },
      ],
    }),
  });
  if (!value) throw new Error('the policy is wrong');
  client = createClient({
    authorizer: await createAuthorizer(value, { readKey: () => KEY }),
    audit: (entry) => audited.push(entry),
  });
});

const ask = (headers?: Record<string, string>) => client.send('GET', '/v1/whoami', undefined, headers);
const tokenOf = async (claims: Readonly<Record<string, unknown>>) => ({
  authorization: `Bearer ${await provider.mintToken({ claims: { email: 'ada@example.com', ...claims } })}`,
});

describe('GET /v1/whoami', () => {
  test('tells the bindings that fit the caller, and nothing of the token or of other callers', async () => {
    const { status, headers, body } = await ask(await tokenOf({ groups: ['everybody', 'shop-team'], phone: '1' }));
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(body).toEqual({
      kind: 'token',
      name: 'ada@example.com',
      issuer: provider.issuer,
      bindings: [
        { role: 'viewer', actions: ['read'] },
        { role: 'editor', actions: ['read', 'write'], namespaces: ['shop'], labels: { team: 'shop' } },
      ],
    });
  });

  test('answers a caller to whom no binding applies, who may do nothing else', async () => {
    const stranger = await tokenOf({ groups: ['strangers'] });
    expect(await ask(stranger)).toMatchObject({ status: 200, body: { name: 'ada@example.com', bindings: [] } });
    expect((await client.send('GET', '/v1/routes', undefined, stranger)).status).toBe(403);
  });

  test('knows callers with an API key by its name', async () => {
    expect((await ask({ 'x-api-key': KEY })).body).toEqual({
      kind: 'api-key',
      name: 'ci',
      bindings: [{ role: 'publisher', actions: ['read', 'publish'], gateways: ['shop/*'] }],
    });
  });

  test('answers nobody who has not proved who it is', async () => {
    expect((await ask()).status).toBe(401);
    const forged = await provider.mintToken({ key: 'stranger', claims: { groups: ['operators'], email: 'eve' } });
    expect((await ask({ authorization: `Bearer ${forged}` })).status).toBe(401);
  });

  test('is in the audit log, whatever came of it', async () => {
    await ask(await tokenOf({}));
    await ask();
    expect(audited).toMatchObject([
      { operation: 'whoAmI', principal: { name: 'ada@example.com' }, decision: 'allowed', status: 200 },
      { operation: 'whoAmI', decision: 'denied', status: 401 },
    ]);
  });

  test('counts against the rate of the caller', async () => {
    client = createClient({ rateLimit: { perSecond: 0.1, burst: 1 }, now: () => 0 });
    expect((await ask()).status).toBe(200);
    expect((await ask()).status).toBe(429);
  });

  test('says of an API for its own machine that whoever is there may do all', async () => {
    client = createClient();
    expect((await ask()).body).toEqual({
      kind: 'local',
      name: 'local',
      bindings: [{ role: 'admin', actions: ['read', 'write', 'publish', 'administer'] }],
    });
  });
});

test('what only wants to know who calls is described so, for programs and for people', async () => {
  const { body } = await client.send('GET', '/openapi.json');
  const { get } = (body as { readonly paths: Readonly<Record<string, { readonly get: object }>> }).paths[
    '/v1/whoami'
  ] ?? { get: {} };
  expect(get).toMatchObject({ 'x-enroute-needs': 'identity', security: expect.any(Array) });
  const { responses } = get as { readonly responses: object };
  expect(Object.keys(responses)).toEqual(expect.arrayContaining(['200', '401', '429']));
  expect(Object.keys(responses)).not.toContain('403');
  const page = (await client.send('GET', '/docs')).body as string;
  expect(page).toContain('Whoever has proved who it is may call it.');
});
