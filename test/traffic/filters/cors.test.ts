import { describe, expect, test } from 'vitest';
import { startUpstream } from '../../servers/upstream.ts';
import { document, upstream, virtualHost } from '../documents.ts';
import { startGateway } from '../harness.ts';
import { shared } from '../shared.ts';

const echo = shared(() => startUpstream());

const gateway = shared(() =>
  startGateway({
    gateway: `
      accessLog: []
      filters: [{ type: cors, allowOrigins: [{ exact: "https://everywhere.test" }] }]
    `,
    documents: {
      ...upstream('echo', echo().port),
      ...document('Filter', 'partners', 'type: cors', 'allowOrigins: [{ suffix: .partner.test }]'),
      ...virtualHost('plain', 'routes: [{ forward: { upstream: echo } }]'),
      ...virtualHost(
        'shop',
        `
        filters:
          - type: cors
            allowOrigins: [{ exact: "https://shop.test" }, { regex: "https://[a-z]+\\\\.shop\\\\.test" }]
            allowMethods: [GET, PUT]
            allowHeaders: [content-type, X-Token]
            exposeHeaders: [x-upstream]
            maximumAge: 1h
            allowCredentials: true
            allowPrivateNetworkAccess: true
        routes:
          - forward: { upstream: echo }
          - match: { path: { prefix: /partners } }
            filters: [{ type: reference, filter: partners }]
            forward: { upstream: echo }
          - match: { path: { prefix: /disabled } }
            disableFilters: [cors]
            forward: { upstream: echo }
          - match: { path: { prefix: /direct } }
            respond: { statusCode: 200, body: direct }
      `,
      ),
    },
  }),
);

const CORS = /^access-control-/;

/** The headers of CORS in an answer, and who answered. */
async function ask(
  host: string,
  origin: string,
  options: { readonly path?: string; readonly preflight?: string } = {},
) {
  const { path = '/', preflight } = options;
  const response = await gateway().request({
    host,
    path,
    method: preflight === undefined ? 'GET' : 'OPTIONS',
    headers: {
      origin,
      ...(preflight !== undefined && {
        'access-control-request-method': preflight,
        'access-control-request-private-network': 'true',
      }),
    },
  });
  const cors = Object.fromEntries([...response.headers].filter(([name]) => CORS.test(name)));
  return { cors, upstream: response.headers.get('x-upstream'), status: response.status };
}

describe('a request from an allowed origin', () => {
  test.each(['https://shop.test', 'https://www.shop.test'])('%s may be read', async (origin) => {
    const { cors, upstream: answeredBy } = await ask('shop.test', origin);
    expect(answeredBy).toBe('upstream');
    expect(cors).toEqual({
      'access-control-allow-origin': origin,
      'access-control-allow-credentials': 'true',
      'access-control-expose-headers': 'x-upstream',
    });
  });

  // Envoy's filter steps over routes without an upstream; the filter's description says so.
  test('may not be read where the answer is a direct one', async () => {
    expect((await ask('shop.test', 'https://shop.test', { path: '/direct' })).cors).toEqual({});
  });

  test('is announced by a preflight request, which the upstream does not see', async () => {
    const { cors, upstream: answeredBy, status } = await ask('shop.test', 'https://shop.test', { preflight: 'PUT' });
    expect([answeredBy, status]).toEqual([null, 200]);
    expect(cors).toEqual({
      'access-control-allow-origin': 'https://shop.test',
      'access-control-allow-credentials': 'true',
      'access-control-allow-methods': 'GET, PUT',
      'access-control-allow-headers': 'content-type, X-Token',
      'access-control-max-age': '3600',
      'access-control-allow-private-network': 'true',
      'access-control-expose-headers': 'x-upstream',
    });
  });
});

describe('a request from another origin', () => {
  test.each(['https://evil.test', 'http://shop.test', 'https://shop.test.evil.test', 'https://a.b.shop.test', 'null'])(
    '%s is answered, and may not be read',
    async (origin) => {
      expect(await ask('shop.test', origin)).toEqual({ cors: {}, upstream: 'upstream', status: 200 });
    },
  );

  test('is not promised anything by a preflight request', async () => {
    expect((await ask('shop.test', 'https://evil.test', { preflight: 'PUT' })).cors).toEqual({});
  });
});

describe('what is nearer counts', () => {
  const allowed = async (host: string, origin: string, path = '/'): Promise<string | undefined> =>
    (await ask(host, origin, { path })).cors['access-control-allow-origin'];

  test('the gateway’s filter holds for a host without one of its own', async () => {
    expect(await allowed('plain.test', 'https://everywhere.test')).toBe('https://everywhere.test');
    expect(await allowed('plain.test', 'https://shop.test')).toBeUndefined();
  });

  test('the host’s filter takes the place of the gateway’s, on that host', async () => {
    expect(await allowed('shop.test', 'https://everywhere.test')).toBeUndefined();
  });

  test('the route’s filter, which a Filter document configures, takes the place of the host’s', async () => {
    expect(await allowed('shop.test', 'https://a.partner.test', '/partners')).toBe('https://a.partner.test');
    expect(await allowed('shop.test', 'https://shop.test', '/partners')).toBeUndefined();
    expect(await allowed('shop.test', 'https://a.partner.test')).toBeUndefined();
  });

  test('a route may do without', async () => {
    expect(await allowed('shop.test', 'https://shop.test', '/disabled')).toBeUndefined();
    expect((await ask('shop.test', 'https://shop.test', { path: '/disabled', preflight: 'PUT' })).upstream).toBe(
      'upstream',
    );
  });
});
