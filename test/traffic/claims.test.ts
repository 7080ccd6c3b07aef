/** Claims of a token choose the route, once the token has been verified. */
import { describe, expect, test } from 'vitest';
import { startOidcProvider } from '../servers/oidc.ts';
import { virtualHost } from './documents.ts';
import { startGateway } from './harness.ts';
import { shared } from './shared.ts';

const login = shared(startOidcProvider);

const gateway = shared(() => {
  const { issuer, jwks } = login();
  const keys = JSON.stringify(JSON.stringify(jwks));
  const provider = `name: login, issuer: "${issuer}", jwks: { inline: ${keys} }, recomputeRoute: true`;
  const answering = (name: string, match: string) =>
    `- { match: { ${match} }, respond: { statusCode: 200, body: ${name} } }`;
  return startGateway({
    documents: {
      ...virtualHost(
        'claims',
        [
          `filters: [{ type: jwt, providers: [{ ${provider}, claimsToHeaders: [{ claim: team, header: x-team }] }], whenMissing: allow }]`,
          'routes:',
          answering('anybody', ''),
          answering('beta', 'claims: [{ provider: login, claim: beta, boolean: true }]'),
          answering('admin', 'claims: [{ provider: login, claim: roles, includes: admin }]'),
          answering(
            'both',
            'claims: [{ provider: login, claim: roles, includes: admin }, { provider: login, claim: beta, boolean: true }]',
          ),
          answering(
            'nested',
            'path: { prefix: /nested }, claims: [{ provider: login, claim: address.country, exact: CH }]',
          ),
          answering('team', 'path: { prefix: /team }, headers: [{ name: x-team, exact: shop }]'),
        ].join('\n'),
      ),
    },
  });
});

describe('a request takes the route', () => {
  test.each<[string, string, Readonly<Record<string, unknown>> | undefined]>([
    ['anybody', '/', undefined],
    ['anybody', '/', {}],
    ['anybody', '/', { beta: false, roles: ['user'] }],
    ['beta', '/', { beta: true }],
    ['admin', '/', { roles: ['user', 'admin'] }],
    ['both', '/', { roles: ['admin'], beta: true }],
    ['nested', '/nested', { address: { country: 'CH' } }],
    ['anybody', '/nested', { address: { country: 'DE' } }],
    ['team', '/team', { team: 'shop' }],
    ['anybody', '/team', { team: 'pay' }],
  ])('%s for %s with %j', async (route, path, claims) => {
    const headers = claims ? { authorization: `Bearer ${await login().mintToken({ claims })}` } : {};
    expect((await gateway().request({ host: 'claims.test', path, headers })).body).toBe(route);
  });
});

test('a token that is not verified chooses nothing', async () => {
  const token = await login().mintToken({ claims: { beta: true }, key: 'stranger' });
  const { status } = await gateway().request({ host: 'claims.test', headers: { authorization: `Bearer ${token}` } });
  expect(status).toBe(401);
});
