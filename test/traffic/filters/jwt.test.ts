import { describe, expect, test } from 'vitest';
import { startOidcProvider } from '../../servers/oidc.ts';
import { startUpstream } from '../../servers/upstream.ts';
import { document, upstream, virtualHost } from '../documents.ts';
import { startGateway, type GatewayRequest } from '../harness.ts';
import { shared } from '../shared.ts';

const echo = shared(() => startUpstream());
const login = shared(startOidcProvider);
const partner = shared(startOidcProvider);

/** A provider whose keys Envoy fetches, as a YAML flow. */
const remote = (more = ''): string => {
  const { issuer, audience, jwksUri } = login();
  const keys = `jwks: { remote: { uri: "${jwksUri}", upstream: login } }`;
  return `{ name: login, issuer: "${issuer}", audiences: ["${audience}"], ${keys}${more && `, ${more}`} }`;
};

/** A provider whose keys are in the document. */
const inline = (): string => {
  const { issuer, jwks } = partner();
  return `{ name: partner, issuer: "${issuer}", jwks: { inline: ${JSON.stringify(JSON.stringify(jwks))} } }`;
};

const jwt = (providers: readonly string[], more = ''): string =>
  `{ type: jwt, providers: [${providers.join(', ')}]${more && `, ${more}`} }`;

const CLAIMS = [
  'forwardToken: true',
  'forwardPayloadHeader: x-payload',
  'claimsToHeaders: [{ claim: sub, header: x-user }, { claim: address.country, header: x-country }]',
].join(', ');

const LOCATIONS =
  'from: { headers: [{ name: X-Token, prefix: "Token " }], queryParameters: [token], cookies: [session] }';

const gateway = shared(() =>
  startGateway({
    gateway: `
      accessLog: []
      filters: [${jwt([inline()])}]
    `,
    documents: {
      ...upstream('echo', echo().port),
      ...upstream('login', login().port),
      ...document('Filter', 'login', 'type: jwt', `providers: [${remote()}]`),
      ...virtualHost('plain', 'routes: [{ forward: { upstream: echo } }]'),
      ...virtualHost(
        'shop',
        `
        filters: [${jwt([remote()])}]
        routes:
          - forward: { upstream: echo }
          - match: { path: { prefix: /direct } }
            respond: { statusCode: 200, body: direct }
          - match: { path: { prefix: /open } }
            disableFilters: [jwt]
            forward: { upstream: echo }
          - match: { path: { prefix: /partner } }
            filters: [${jwt([inline()])}]
            forward: { upstream: echo }
          - match: { path: { prefix: /optional } }
            filters: [${jwt([remote()], 'whenMissing: allow')}]
            forward: { upstream: echo }
          - match: { path: { prefix: /any } }
            filters: [${jwt([remote(), inline()])}]
            forward: { upstream: echo }
          - match: { path: { prefix: /all } }
            filters: [${jwt([remote(LOCATIONS), inline()], 'require: all')}]
            forward: { upstream: echo }
          - match: { path: { prefix: /claims } }
            filters: [${jwt([remote(CLAIMS)])}]
            forward: { upstream: echo }
          - match: { path: { prefix: /elsewhere } }
            filters: [${jwt([remote(LOCATIONS)])}]
            forward: { upstream: echo }
          - match: { path: { prefix: /strict } }
            filters: [${jwt([remote('clockSkew: 1s')])}]
            forward: { upstream: echo }
      `,
      ),
      ...virtualHost(
        'reference',
        `
        disableFilters: [jwt]
        routes:
          - forward: { upstream: echo }
          - match: { path: { prefix: /in } }
            filters: [{ type: reference, filter: login }]
            forward: { upstream: echo }
      `,
      ),
    },
  }),
);

const send = (path: string, token: string | undefined, rest: Partial<GatewayRequest> = {}) =>
  gateway().request({
    host: 'shop.test',
    path,
    ...rest,
    headers: { ...(token !== undefined && { authorization: `Bearer ${token}` }), ...rest.headers },
  });

const statusOf = async (...wanted: Parameters<typeof send>): Promise<number> => (await send(...wanted)).status;

describe('a token', () => {
  test('that the provider has issued lets a request pass', async () => {
    expect(await statusOf('/', await login().issueToken())).toBe(200);
    expect(await statusOf('/direct', await login().issueToken())).toBe(200);
  });

  test('that is valid lets a request pass', async () => {
    expect(await statusOf('/', await login().mintToken())).toBe(200);
    expect(await statusOf('/', await login().mintToken({ audience: ['urn:other', 'urn:api'] }))).toBe(200);
  });

  test('is needed', async () => {
    const { status, body, headers } = await send('/', undefined);
    expect([status, body]).toEqual([401, 'Jwt is missing']);
    expect(headers.get('www-authenticate')).toMatch(/^Bearer realm="http:\/\/shop.test\/"/);
    expect(await statusOf('/direct', undefined)).toBe(401);
  });

  test.each([
    ['has expired', { expiresIn: -120 }, 'Jwt is expired'],
    ['is not valid yet', { validFrom: 120 }, 'Jwt not yet valid'],
    ['is for somebody else', { audience: 'urn:other' }, 'Audiences in Jwt are not allowed'],
    ['comes from somebody else', { issuer: 'http://other.test' }, 'Jwt issuer is not configured'],
    ['is signed by somebody else', { key: 'stranger' }, 'Jwt verification fails'],
  ] as const)('that %s does not let a request pass', async (_, wishes, reason) => {
    const before = echo().count();
    const { status, body } = await send('/', await login().mintToken(wishes));
    expect([[401, 403].includes(status), body]).toEqual([true, reason]);
    expect(echo().count()).toBe(before);
  });

  test('that is none does not let a request pass', async () => {
    expect(await statusOf('/', 'nonsense')).toBe(401);
  });

  test('that has expired a moment ago is let pass, unless the document says otherwise', async () => {
    const token = await login().mintToken({ expiresIn: -30 });
    expect([await statusOf('/', token), await statusOf('/strict', token)]).toEqual([200, 401]);
  });
});

describe('what the upstream sees', () => {
  test('is no token', async () => {
    expect((await send('/', await login().mintToken())).json()).not.toHaveProperty('headers.authorization');
  });

  test('may be the token, its payload and its claims', async () => {
    const token = await login().mintToken({ subject: 'alice', claims: { address: { country: 'NZ' } } });
    const answer = await send('/claims', token, { headers: { 'x-user': 'mallory' } });
    expect(answer.json()).toMatchObject({
      headers: {
        authorization: `Bearer ${token}`,
        'x-payload': token.split('.')[1],
        'x-user': 'alice',
        'x-country': 'NZ',
      },
    });
  });

  test('is no claim that only the client makes', async () => {
    const answer = await send('/claims', await login().mintToken(), { headers: { 'x-country': 'XX' } });
    expect(answer.json()).not.toHaveProperty('headers.x-country');
  });
});

describe('a token may be', () => {
  test.each([
    ['in a query parameter', (token: string) => ({ path: `/?access_token=${token}` })],
    [
      'in a header of the document’s choice',
      (token: string) => ({ path: '/elsewhere', headers: { 'x-token': `Token ${token}` } }),
    ],
    ['in a query parameter of its choice', (token: string) => ({ path: `/elsewhere?token=${token}` })],
    ['in a cookie of its choice', (token: string) => ({ path: '/elsewhere', headers: { cookie: `session=${token}` } })],
  ])('%s', async (_, place) => {
    const { path, ...rest } = place(await login().mintToken());
    expect(await statusOf(path, undefined, rest)).toBe(200);
  });

  test('nowhere else', async () => {
    expect(await statusOf('/elsewhere', await login().mintToken())).toBe(401);
  });

  test('missing, if the document says so, and still not wrong', async () => {
    expect(await statusOf('/optional', undefined)).toBe(200);
    expect(await statusOf('/optional', await login().mintToken())).toBe(200);
    expect(await statusOf('/optional', await login().mintToken({ expiresIn: -120 }))).toBe(401);
    expect(await statusOf('/optional', await login().mintToken({ issuer: 'http://other.test' }))).toBe(401);
  });
});

describe('of several providers', () => {
  test('any will do', async () => {
    expect(await statusOf('/any', await login().mintToken())).toBe(200);
    expect(await statusOf('/any', await partner().mintToken())).toBe(200);
    expect(await statusOf('/any', undefined)).toBe(401);
  });

  test('all may be needed', async () => {
    const [ours, theirs] = [await login().mintToken(), await partner().mintToken()];
    const both = { headers: { 'x-token': `Token ${ours}` } };
    expect(await statusOf('/all', theirs, both)).toBe(200);
    expect(await statusOf('/all', theirs)).toBe(401);
    expect(await statusOf('/all', undefined, both)).toBe(401);
  });
});

describe('what is nearer counts', () => {
  test.each([
    ['the gateway’s filter holds for a host without one', 'plain.test', '/', 'partner'],
    ['the host’s takes the place of the gateway’s', 'shop.test', '/', 'login'],
    ['the route’s takes the place of the host’s', 'shop.test', '/partner', 'partner'],
    ['a Filter document’s is as good', 'reference.test', '/in', 'login'],
  ])('%s', async (_, host, path, trusted) => {
    const tokens = { login: await login().mintToken(), partner: await partner().mintToken() };
    for (const [name, token] of Object.entries(tokens))
      expect(await statusOf(path, token, { host }), name).toBe(name === trusted ? 200 : 401);
  });

  test('a route, or a host, may do without', async () => {
    expect(await statusOf('/open', undefined)).toBe(200);
    expect(await statusOf('/', undefined, { host: 'reference.test' })).toBe(200);
  });
});
