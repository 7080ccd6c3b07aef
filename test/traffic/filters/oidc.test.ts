import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { startOidcProvider } from '../../servers/oidc.ts';
import { startUpstream } from '../../servers/upstream.ts';
import type { EchoedRequest } from '../../servers/upstream-echo.ts';
import { createBrowser, type Browser, type Page } from './browser.ts';
import { document, upstream, virtualHost } from '../documents.ts';
import { startGateway } from '../harness.ts';
import { shared } from '../shared.ts';

/** How long access tokens live, in seconds: long enough for a login, and short enough to wait for its end. */
const TOKEN_LIFE = 3;

const CLIENT = { id: 'shop', secret: 'client-secret' };

const echo = shared(() => startUpstream());
const provider = shared(() =>
  startOidcProvider({
    login: {
      ...CLIENT,
      redirectUris: ['http://shop.test/oauth2/callback', 'http://body.test/done', 'http://wrong.test/oauth2/callback'],
      postLogoutRedirectUris: ['http://shop.test/'],
      accessTokenLife: TOKEN_LIFE,
    },
  }),
);

const PROVIDER = () =>
  JSON.stringify({
    upstream: 'login',
    authorizationEndpoint: `${provider().issuer}/auth`,
    tokenEndpoint: `${provider().issuer}/token`,
    endSessionEndpoint: `${provider().issuer}/session/end`,
  });

/** The filter in one line of YAML; `rest` are further fields. */
const oidc = (rest: string, clientSecret = 'client') =>
  `{ type: oidc, provider: ${PROVIDER()}, clientId: ${CLIENT.id}, clientSecret: ${clientSecret}, cookieSecret: cookies, ${rest} }`;

const SHOP = [
  'forwardAccessToken: true',
  'idTokenHeader: x-id-token',
  'scopes: [openid, read, offline_access]',
  'passThrough: [{ name: x-robot, exact: "yes" }]',
  'denyRedirect: [{ name: x-requested-with, present: true }]',
].join(', ');

const genericSecret = (name: string) => document('Secret', name, `type: generic\nfile: { value: ${name}.txt }`);

const gateway = shared(() =>
  startGateway({
    secrets: { 'client.txt': CLIENT.secret, 'wrong.txt': 'wrong', 'cookies.txt': 'a long and random text' },
    documents: {
      ...upstream('echo', echo().port),
      ...upstream('login', provider().port),
      ...['client', 'wrong', 'cookies'].map(genericSecret).reduce((all, one) => ({ ...all, ...one })),
      ...virtualHost(
        'shop',
        `
        filters:
          - ${oidc(SHOP)}
        routes:
          - forward: { upstream: echo }
          - { match: { path: { prefix: /public } }, disableFilters: [oidc], forward: { upstream: echo } }
      `,
      ),
      ...virtualHost(
        'body',
        `
        filters:
          - ${oidc('clientAuthentication: body, redirectPath: /done, cookies: { prefix: body-, sameSite: strict }')}
        routes: [{ forward: { upstream: echo } }]
      `,
      ),
      ...virtualHost(
        'wrong',
        `
        filters:
          - ${oidc('refresh: false, loginTimeout: 2m', 'wrong')}
        routes: [{ forward: { upstream: echo } }]
      `,
      ),
      ...virtualHost('neighbour', 'routes: [{ forward: { upstream: echo } }]'),
    },
  }),
);

const newBrowser = (): Browser =>
  createBrowser(({ host, port }) => (host.endsWith('.test') ? gateway().portOf('http') : Number(port)));

/** Goes to an address and through the provider's pages: who it is, and that the client may know. */
async function logIn(browser: Browser, url: string): Promise<Page> {
  let page = await browser.open(url);
  while (page.url.host.startsWith('127.0.0.1') && page.status === 200)
    page = await browser.submit(page, { login: 'alice', password: 'any' });
  return page;
}

const echoed = (page: Page): EchoedRequest => {
  expect([page.status, page.url.href]).toEqual([200, page.url.href]);
  return page.json() as EchoedRequest;
};

const claimsOf = (token = ''): unknown => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());

describe('a login', () => {
  test('begins at the provider, with PKCE, and ends where it was asked for', async () => {
    const page = await logIn(newBrowser(), 'http://shop.test/cart?item=1');
    expect(page.url.href).toBe('http://shop.test/cart?item=1');
    expect(echoed(page).path).toBe('/cart?item=1');
    const { visited } = await newBrowser().open('http://shop.test/cart?item=1');
    expect(visited[1]?.origin).toBe(provider().issuer);
    expect(Object.fromEntries(visited[1]?.searchParams ?? [])).toMatchObject({
      client_id: CLIENT.id,
      response_type: 'code',
      scope: 'openid read offline_access',
      redirect_uri: 'http://shop.test/oauth2/callback',
      code_challenge_method: 'S256',
    });
  });

  test('gives the upstream the tokens, and is kept in cookies', async () => {
    const browser = newBrowser();
    const { headers } = echoed(await logIn(browser, 'http://shop.test/'));
    expect(claimsOf(headers['authorization']?.replace('Bearer ', ''))).toMatchObject({ sub: 'alice', scope: 'read' });
    expect(claimsOf(headers['x-id-token'])).toMatchObject({ sub: 'alice', aud: CLIENT.id });
    expect(echoed(await browser.open('http://shop.test/again')).path).toBe('/again');
    expect(browser.cookies('shop.test')).toEqual(
      expect.arrayContaining(['BearerToken', 'IdToken', 'OauthExpires', 'OauthHMAC', 'RefreshToken']),
    );
  });

  test('cannot be forged: without its signature it counts for nothing', async () => {
    const browser = newBrowser();
    await logIn(browser, 'http://shop.test/');
    // With the refresh token, it would be made anew.
    for (const cookie of ['OauthHMAC', 'RefreshToken']) browser.forget('shop.test', cookie);
    expect((await browser.open('http://shop.test/')).visited.length).toBeGreaterThan(1);
  });

  test('goes on with the refresh token when the access token has ended', async () => {
    const browser = newBrowser();
    const first = echoed(await logIn(browser, 'http://shop.test/')).headers['authorization'];
    await sleep((TOKEN_LIFE + 1) * 1000);
    const page = await browser.open('http://shop.test/later');
    expect(page.visited).toHaveLength(1);
    expect(echoed(page).headers['authorization']).not.toBe(first);
  });

  test('ends at the provider too', async () => {
    const browser = newBrowser();
    await logIn(browser, 'http://shop.test/');
    const page = await browser.open('http://shop.test/oauth2/logout');
    expect(page.visited[1]?.href).toContain(`${provider().issuer}/session/end`);
    expect(browser.cookies('shop.test')).not.toContain('BearerToken');
    expect((await browser.open('http://shop.test/')).visited.length).toBeGreaterThan(1);
  });

  test('may send the client’s secret in the body, and have cookies and a path of its own', async () => {
    const browser = newBrowser();
    const page = await logIn(browser, 'http://body.test/deep');
    expect(page.url.href).toBe('http://body.test/deep');
    expect(echoed(page).headers['authorization']).toBeUndefined();
    const names = browser.cookies('body.test');
    expect(names).toContain('body-BearerToken');
    expect(names.filter((name) => !name.startsWith('body-'))).toEqual([]);
  });

  test('fails with another secret than the provider knows', async () => {
    expect((await logIn(newBrowser(), 'http://wrong.test/')).status).toBe(401);
  });
});

describe('requests without a login', () => {
  /** How long the cookies live that a login begins with, in seconds. */
  const lifetimes = async (host: string) => {
    const { headers } = await gateway().request({ host: `${host}.test`, path: '/' });
    const ages = headers.getSetCookie().flatMap((cookie) => /max-age=(\d+)/i.exec(cookie)?.[1] ?? []);
    return new Set(ages.map(Number));
  };

  test('may begin one that takes ten minutes, or what the document says', async () => {
    expect(await lifetimes('shop')).toEqual(new Set([600]));
    expect(await lifetimes('wrong')).toEqual(new Set([120]));
  });

  const statusOf = async (host: string, path: string, headers: Readonly<Record<string, string>> = {}) =>
    (await gateway().request({ host, path, headers })).status;

  test('are sent away, refused, or let pass, as the conditions say', async () => {
    expect(await statusOf('shop.test', '/')).toBe(302);
    expect(await statusOf('shop.test', '/', { 'x-requested-with': 'XMLHttpRequest' })).toBe(401);
    expect(await statusOf('shop.test', '/', { 'x-robot': 'yes' })).toBe(200);
  });

  test('pass where the filter is disabled, and at other hosts', async () => {
    expect(await statusOf('shop.test', '/public')).toBe(200);
    expect(await statusOf('neighbour.test', '/')).toBe(200);
  });

  test('come back from the provider with a stranger’s code in vain', async () => {
    expect(await statusOf('shop.test', '/oauth2/callback?code=abc&state=def')).toBe(401);
  });
});
