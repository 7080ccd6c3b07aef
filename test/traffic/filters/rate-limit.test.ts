import { describe, expect, test } from 'vitest';
import { startOidcProvider } from '../../servers/oidc.ts';
import { startRateLimitService } from '../../servers/rate-limit-service.ts';
import { startUpstream } from '../../servers/upstream.ts';
import { eventually } from '../../relay/eventually.ts';
import { document, upstream, virtualHost } from '../documents.ts';
import { startGateway, type GatewayRequest } from '../harness.ts';
import { reservePort } from '../../servers/ports.ts';
import { shared } from '../shared.ts';

/** The node id of the rate-limit service. */
const SERVICE = 'rate-limit-service';

/** Sources of entries: what a request says, and what the service must be told to know it. */
const SOURCES: Readonly<
  Record<string, { entry: string; key: string; value: string; request?: Partial<GatewayRequest> }>
> = {
  value: { entry: '{ value: a }', key: 'generic_key', value: 'a' },
  keyed: { entry: '{ key: plan, value: a }', key: 'plan', value: 'a' },
  header: { entry: '{ header: X-Plan }', key: 'x-plan', value: 'a', request: { headers: { 'x-plan': 'a' } } },
  query: { entry: '{ queryParameter: q }', key: 'q', value: 'a', request: { path: '/query?q=a' } },
  path: { entry: '{ path: true }', key: 'path', value: '/path/a', request: { path: '/path/a?b=c' } },
  method: { entry: '{ method: true }', key: 'method', value: 'PUT', request: { method: 'PUT' } },
  address: {
    entry: '{ remoteAddress: {} }',
    key: 'remote_address',
    value: '127.0.0.5',
    request: { localAddress: '127.0.0.5' },
  },
  range: {
    entry: '{ remoteAddress: { ipv4Prefix: 24 } }',
    key: 'masked_remote_address',
    value: '127.0.9.0/24',
    request: { localAddress: '127.0.9.5' },
  },
  claim: { entry: '{ claim: { provider: login, claim: sub } }', key: 'sub', value: 'alice' },
  nested: { entry: '{ key: plan, claim: { provider: login, claim: org.plan } }', key: 'plan', value: 'b' },
  metadata: {
    entry: '{ metadata: { filter: envoy.filters.http.jwt_authn, path: [login, iss] } }',
    key: 'iss',
    value: 'https://login.test',
  },
  default: { entry: '{ claim: { provider: login, claim: nothing }, default: a }', key: 'nothing', value: 'a' },
  when: {
    entry: '{ key: kind, value: a, when: [{ name: x-kind, prefix: a }] }',
    key: 'kind',
    value: 'a',
    request: { headers: { 'x-kind': 'abc' } },
  },
};

const echo = shared(() => startUpstream());
const provider = shared(startOidcProvider);
/** Ports that documents name before anybody listens on them. */
const ports = shared(async () => ({ service: await reservePort(), nobody: await reservePort(), stop: async () => {} }));

const limited = (descriptors: string, rest = '') =>
  `{ type: rate-limit, upstream: limits, domain: shop, descriptors: [${descriptors}], ${rest} }`;

const route = (path: string, filters: string) =>
  `- { match: { path: { prefix: ${path} } }, filters: [${filters}], forward: { upstream: echo } }`;

/** @param requests what a user may do in a day */
const configuration = (requests: number) => ({
  gateway: `
      accessLog: []
      nodes: { clusters: [edge], ids: [${SERVICE}] }
    `,
  documents: {
    ...upstream('echo', echo().port),
    ...upstream('limits', ports().service, 'protocol: http2'),
    ...upstream('nobody', ports().nobody, 'protocol: http2'),
    ...document(
      'RateLimit',
      'shop',
      `
        gateways: [edge]
        domain: shop
        descriptors:
          - { key: user, limit: { requests: ${requests}, unit: day } }
          - { key: user, value: vip, limit: { requests: 4, unit: day } }
          - { key: user, value: root, limit: { unlimited: true } }
          - { key: user, value: banned, limit: { requests: 0, unit: day } }
          - { key: user, value: 'team-*', limit: { requests: 1, unit: day } }
          - key: plan
            value: free
            limit: { requests: 5, unit: day, name: plan }
            descriptors:
              - { key: user, limit: { requests: 1, unit: hour } }
              - { key: user, value: paid, limit: { requests: 7, unit: hour, replaces: [plan] } }
          - { key: trial, shadow: true, limit: { requests: 1, unit: day } }
          - { key: costly, limit: { requests: 5, unit: day } }
      `,
    ),
    ...document(
      'RateLimit',
      'sources',
      [
        'gateways: [edge]',
        'domain: sources',
        'descriptors:',
        ...Object.entries(SOURCES).map(
          ([name, { key, value }]) =>
            `- { key: test, value: ${name}, descriptors: [{ key: ${key}, value: "${value}", limit: { requests: 1, unit: day } }] }`,
        ),
      ].join('\n'),
    ),
    ...virtualHost(
      'sources',
      `
        filters:
          - { type: jwt, whenMissing: allow, providers: [{ name: login, jwks: { inline: ${JSON.stringify(JSON.stringify(provider().jwks))} } }] }
        routes:
          ${Object.entries(SOURCES)
            .map(([name, { entry }]) =>
              route(
                `/${name}`,
                limited(`{ entries: [{ key: test, value: ${name} }, ${entry}] }`).replace('shop', 'sources'),
              ),
            )
            .join('\n          ')}
      `,
    ),
    ...virtualHost(
      'limited',
      `
        filters:
          - ${limited('{ entries: [{ header: x-user, key: user }] }', 'rateLimitHeaders: draft-03')}
        routes:
          - forward: { upstream: echo }
          - { match: { path: { prefix: /free } }, disableFilters: [rate-limit], forward: { upstream: echo } }
          - { match: { path: { prefix: /direct } }, respond: { statusCode: 200 } }
          ${route('/plan', limited('{ entries: [{ key: plan, value: free }] }, { entries: [{ key: plan, value: free }, { key: user, header: x-user }] }'))}
          ${route('/trial', limited('{ entries: [{ key: trial, value: a }] }', 'rateLimitHeaders: draft-03'))}
          ${route('/shadow', limited('{ entries: [{ key: user, value: banned }] }', 'shadow: true'))}
          ${route('/costly', limited('{ entries: [{ key: costly, value: a }], hits: 3 }', 'retryAfter: false'))}
          ${route('/answered', limited('{ entries: [{ key: costly, value: b }], hits: 0 }, { entries: [{ key: costly, value: b }], hitsHeader: X-Cost }'))}
          ${route('/other-status', limited('{ entries: [{ key: user, value: banned }] }', 'statusCode: 503'))}
          ${route('/entry', limited('{ entries: [{ header: x-absent, whenAbsent: skip-entry }, { key: user, value: banned }] }'))}
          ${route('/descriptor', limited('{ entries: [{ header: x-absent }, { key: user, value: banned }] }'))}
          ${route('/open', limited('{ entries: [{ value: a }] }').replace('limits', 'nobody'))}
          ${route('/closed', limited('{ entries: [{ value: a }] }', 'whenUnavailable: deny').replace('limits', 'nobody'))}
          ${route('/closed-503', limited('{ entries: [{ value: a }] }', 'whenUnavailable: deny, statusWhenUnavailable: 503').replace('limits', 'nobody'))}
      `,
    ),
  },
});

const gateway = shared(() => startGateway(configuration(2)));

const service = shared(async () => {
  const { adsAddress: relay } = gateway().relay.current();
  const started = await startRateLimitService({ relay, nodeId: SERVICE, port: ports().service });
  await started.configured((text) => text.includes('shop.') && text.includes('sources.'));
  return started;
});

const send = (request: Partial<GatewayRequest> = {}) => gateway().request({ host: 'limited.test', ...request });

/** The statuses of equal requests, one after the other. */
async function statuses(count: number, request: Partial<GatewayRequest>): Promise<readonly number[]> {
  const all: number[] = [];
  for (let index = 0; index < count; index += 1) all.push((await send(request)).status);
  return all;
}

const as = (user: string): Partial<GatewayRequest> => ({ headers: { 'x-user': user } });

describe('a global limit', () => {
  test('refuses what goes beyond it, with the standard headers, and counts each value by itself', async () => {
    await service().clear();
    const first = await send(as('alice'));
    expect([first.status, first.headers.get('x-ratelimit-remaining')]).toEqual([200, '1']);
    expect((await send(as('alice'))).status).toBe(200);
    const { status, headers } = await send(as('alice'));
    expect([status, headers.get('x-envoy-ratelimited')]).toEqual([429, 'true']);
    expect(headers.get('x-ratelimit-limit')).toMatch(/^2, 2;w=86400/);
    expect(headers.get('x-ratelimit-remaining')).toBe('0');
    expect(Number(headers.get('x-ratelimit-reset'))).toBeGreaterThan(0);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await statuses(3, as('bob'))).toEqual([200, 200, 429]);
  });

  test('is another one for values that have their own, or none', async () => {
    await service().clear();
    expect(await statuses(5, as('vip'))).toEqual([200, 200, 200, 200, 429]);
    expect(await statuses(6, as('root'))).toEqual([200, 200, 200, 200, 200, 200]);
    expect(await statuses(1, as('banned'))).toEqual([429]);
  });

  test('counts all values of a beginning together', async () => {
    await service().clear();
    expect([...(await statuses(1, as('team-a'))), ...(await statuses(1, as('team-b')))]).toEqual([200, 200]);
    expect(await statuses(1, as('team-a'))).toEqual([429]);
  });

  test('is nested: each descriptor has its own', async () => {
    await service().clear();
    expect(await statuses(2, { path: '/plan', ...as('alice') })).toEqual([200, 429]);
    expect(await statuses(2, { path: '/plan', ...as('bob') })).toEqual([200, 429]);
    expect(await statuses(2, { path: '/plan', ...as('carol') })).toEqual([200, 429]);
    // A sixth request of the plan, whoever sends it.
    expect(await statuses(1, { path: '/plan', ...as('dave') })).toEqual([429]);
    expect(await statuses(2, { path: '/plan', ...as('paid') })).toEqual([200, 200]);
  });

  test('in the shadow is counted and not enforced', async () => {
    await service().clear();
    expect(await statuses(3, { path: '/trial' })).toEqual([200, 200, 200]);
    expect(await statuses(2, { path: '/shadow' })).toEqual([200, 200]);
  });

  test('is used up by several hits at once', async () => {
    await service().clear();
    expect((await send({ path: '/costly' })).status).toBe(200);
    const { status, headers } = await send({ path: '/costly' });
    expect([status, headers.get('retry-after'), headers.get('x-ratelimit-limit')]).toEqual([429, null, null]);
  });

  test('is used up by what answers say that they have cost, and asked for nothing before', async () => {
    await service().clear();
    expect(await statuses(8, { path: '/answered' })).toEqual(Array(8).fill(200));
    echo().script('/answered', [{ headers: { 'x-cost': 'a lot' } }]);
    expect(await statuses(8, { path: '/answered' })).toEqual(Array(8).fill(200));
    echo().script('/answered', [{ headers: { 'x-cost': '6' } }]);
    expect((await send({ path: '/answered' })).status).toBe(200);
    await eventually(async () => expect((await send({ path: '/answered' })).status).toBe(429));
  });

  test('does not concern requests without its descriptor', async () => {
    await service().clear();
    expect(await statuses(4, {})).toEqual([200, 200, 200, 200]);
    expect(await statuses(2, { path: '/descriptor' })).toEqual([200, 200]);
    expect(await statuses(1, { path: '/entry' })).toEqual([429]);
  });

  test('may have another status code', async () => {
    expect((await send({ path: '/other-status' })).status).toBe(503);
  });

  test('does not apply where it is disabled, nor to direct answers', async () => {
    expect(await statuses(3, { path: '/free', ...as('banned') })).toEqual([200, 200, 200]);
    expect(await statuses(3, { path: '/direct', ...as('banned') })).toEqual([200, 200, 200]);
  });

  test.each([
    ['/open', 200],
    ['/closed', 500],
    ['/closed-503', 503],
  ])('of a service that does not answer: %s gives %d', async (path, status) => {
    expect((await send({ path })).status).toBe(status);
  });
});

describe('an entry', () => {
  test.each(Object.entries(SOURCES))('by %s has the value that the limit is for', async (name, { request = {} }) => {
    await service().clear();
    const token = await provider().mintToken({
      issuer: 'https://login.test',
      subject: 'alice',
      claims: { org: { plan: 'b' } },
    });
    const headers = { authorization: `Bearer ${token}`, ...request.headers };
    expect(await statuses(2, { host: 'sources.test', path: `/${name}`, ...request, headers })).toEqual([200, 429]);
  });

  test.each<[string, Partial<GatewayRequest>]>([
    ['header', { headers: { 'x-plan': 'b' } }],
    ['query', { path: '/query?q=b' }],
    ['path', { path: '/path/b' }],
    ['method', { method: 'POST' }],
    ['address', { localAddress: '127.0.0.6' }],
    ['range', { localAddress: '127.0.8.5' }],
    ['claim', {}],
    ['when', { headers: { 'x-kind': 'b' } }],
  ])('by %s has other values for other requests', async (name, request) => {
    expect(await statuses(2, { host: 'sources.test', path: `/${name}`, ...request })).toEqual([200, 200]);
  });
});

test('new limits reach the service while it runs', async () => {
  await service().clear();
  expect(await statuses(3, as('alice'))).toEqual([200, 200, 429]);
  await gateway().publish(configuration(3));
  await service().configured((text) => text.includes('shop.user: unit=DAY requests_per_unit=3'));
  await service().clear();
  expect(await statuses(4, as('alice'))).toEqual([200, 200, 200, 429]);
});
