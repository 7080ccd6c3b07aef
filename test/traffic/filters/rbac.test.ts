import { describe, expect, test } from 'vitest';
import { startOidcProvider, type TokenWishes } from '../../servers/oidc.ts';
import { virtualHost } from '../documents.ts';
import { startGateway, type GatewayRequest } from '../harness.ts';
import { shared } from '../shared.ts';

const provider = shared(startOidcProvider);

/** Names of rules and what they ask for; each is the only one of the route `/<name>`. */
const CLAIMS = {
  exact: 'claim: sub, exact: alice',
  'any-case': 'claim: sub, exact: ALICE, ignoreCase: true',
  prefix: 'claim: sub, prefix: ali',
  suffix: 'claim: sub, suffix: ice',
  contains: 'claim: sub, contains: lic',
  regex: 'claim: sub, regex: "a[a-z]+e"',
  nested: 'claim: realm.role, exact: admin',
  dotted: 'claim: ["example.com/role"], exact: admin',
  list: 'claim: roles, includes: admin',
  word: 'claim: scope, includes: a.b',
  boolean: 'claim: verified, boolean: true',
  present: 'claim: sub, present: true',
};

const FITTING = {
  realm: { role: 'admin' },
  'example.com/role': 'admin',
  roles: ['user', 'admin'],
  scope: 'read a.b write',
  verified: true,
};

const UNFITTING = {
  realm: { role: 'user' },
  'example.com/role': 'user',
  roles: ['administrator'],
  scope: 'read aab write a.b.c',
  verified: false,
};

const OK = 'respond: { statusCode: 200, body: passed }';

const gateway = shared(() => {
  const jwks = JSON.stringify(JSON.stringify(provider().jwks));
  const claimRoutes = Object.entries(CLAIMS).map(
    ([name, condition]) => `
          - match: { path: { exact: /${name} } }
            filters: [{ type: rbac, allow: [{ name: claim, claims: [{ provider: login, ${condition} }] }] }]
            ${OK}`,
  );
  return startGateway({
    gateway: `
      accessLog: []
      filters: [{ type: rbac, name: everywhere, deny: [{ name: trace, headers: [{ name: x-forbidden, exact: yes }] }] }]
    `,
    documents: {
      ...virtualHost(
        'claims',
        `
        filters:
          - { type: jwt, whenMissing: allow, providers: [{ name: login, jwks: { inline: ${jwks} } }] }
        routes:
          ${claimRoutes.join('')}
      `,
      ),
      ...virtualHost(
        'rules',
        `
        filters:
          - type: rbac
            allow:
              - { name: readers, methods: [GET, HEAD] }
              - { name: writers, methods: [POST], paths: [{ prefix: /articles }, { exact: /Draft, ignoreCase: true }] }
              - { name: versions, methods: [PUT], paths: [{ regex: '/v[0-9]+' }], headers: [{ name: x-team, exact: press }] }
              - { name: local, methods: [DELETE], addresses: [127.0.0.2/31] }
            deny:
              - { name: internal, paths: [{ prefix: /internal }] }
              - { name: guests, addresses: [127.0.0.3] }
        routes:
          - ${OK}
          - { match: { path: { prefix: /open } }, disableFilters: [rbac], ${OK} }
          - match: { path: { prefix: /closed } }
            filters: [{ type: rbac, deny: [{ name: all, paths: [{ prefix: / }] }] }]
            ${OK}
      `,
      ),
      ...virtualHost(
        'certificates',
        `
        filters: [{ type: rbac, allow: [{ name: services, subjectAltNames: [{ prefix: spiffe } ] }] }]
        routes: [${OK.replace('respond', '{ respond')} }]
      `,
      ),
      ...virtualHost(
        'shadow',
        `
        filters: [{ type: rbac, name: planned, shadow: true, allow: [{ name: readers, methods: [GET] }] }]
        routes: [${OK.replace('respond', '{ respond')} }]
      `,
      ),
    },
  });
});

const statusOf = async (host: string, request: Partial<GatewayRequest>): Promise<number> =>
  (await gateway().request({ host: `${host}.test`, ...request })).status;

describe('a rule on claims', () => {
  const statusWith = async (path: string, wishes: TokenWishes) => {
    const token = await provider().mintToken(wishes);
    return statusOf('claims', { path, headers: { authorization: `Bearer ${token}` } });
  };

  test.each(Object.keys(CLAIMS))('by %s lets pass whom it fits', async (name) => {
    expect(await statusWith(`/${name}`, { subject: 'alice', claims: FITTING })).toBe(200);
  });

  test.each(Object.keys(CLAIMS).filter((name) => name !== 'present'))('by %s denies others', async (name) => {
    expect(await statusWith(`/${name}`, { subject: 'bob', claims: UNFITTING })).toBe(403);
  });

  test.each(Object.keys(CLAIMS))('by %s denies who has no token', async (name) => {
    expect(await statusOf('claims', { path: `/${name}` })).toBe(403);
  });

  test.each(['nested', 'dotted', 'list', 'word', 'boolean'])('by %s denies who has no such claim', async (name) => {
    expect(await statusWith(`/${name}`, { subject: 'alice' })).toBe(403);
  });
});

describe('rules', () => {
  test.each<[status: number, request: Partial<GatewayRequest>]>([
    [200, { method: 'GET', path: '/any?query=/internal' }],
    [403, { method: 'PATCH', path: '/articles' }],
    [200, { method: 'POST', path: '/articles' }],
    [200, { method: 'POST', path: '/articles/1?draft' }],
    [403, { method: 'POST', path: '/articles-old' }],
    [200, { method: 'POST', path: '/dRAFT' }],
    [403, { method: 'POST', path: '/draft/1' }],
    [200, { method: 'PUT', path: '/v2', headers: { 'x-team': 'press' } }],
    [403, { method: 'PUT', path: '/v2' }],
    [403, { method: 'PUT', path: '/v2/x', headers: { 'x-team': 'press' } }],
    [200, { method: 'DELETE', localAddress: '127.0.0.2' }],
    [403, { method: 'DELETE', localAddress: '127.0.0.1' }],
    [403, { method: 'GET', localAddress: '127.0.0.3' }],
    [403, { method: 'DELETE', localAddress: '127.0.0.3' }],
    [403, { method: 'GET', path: '/internal' }],
    [403, { method: 'GET', path: '/a/../internal/x' }],
    [200, { method: 'GET', path: '/internals' }],
  ])('answer %d to %o', async (status, request) => expect(await statusOf('rules', request)).toBe(status));

  test('on certificates fit nobody who has none', async () => expect(await statusOf('certificates', {})).toBe(403));

  test('are replaced by those of a route, and do not apply where they are disabled', async () => {
    expect(await statusOf('rules', { path: '/closed' })).toBe(403);
    expect(await statusOf('rules', { path: '/open', method: 'PATCH', localAddress: '127.0.0.3' })).toBe(200);
  });

  test('of the gateway apply beside those of another name', async () => {
    const headers = { 'x-forbidden': 'yes' };
    for (const host of ['rules', 'shadow']) expect(await statusOf(host, { headers })).toBe(403);
    expect(await statusOf('rules', { path: '/open', headers })).toBe(403);
  });

  test('in the shadow are counted and not enforced', async () => {
    const before = await counts();
    expect(await statusOf('shadow', { method: 'POST' })).toBe(200);
    expect(await statusOf('shadow', { method: 'GET' })).toBe(200);
    expect(await counts()).toEqual(before.map((count) => count + 1));
  });

  const counts = () =>
    Promise.all(['allowed', 'denied'].map((name) => gateway().stat(`http.http.rbac.shadow_${name}`)));
});
