import { describe, expect, test } from 'vitest';
import { startUpstream } from '../servers/upstream.ts';
import { document, upstream, virtualHost } from './documents.ts';
import { startGateway, type GatewayRequest } from './harness.ts';
import { shared } from './shared.ts';

const a = shared(() => startUpstream({ name: 'a' }));
const b = shared(() => startUpstream({ name: 'b' }));
const h2 = shared(() => startUpstream({ name: 'h2', protocol: 'http2' }));

const POLICIES = ['leastRequest', 'roundRobin', 'random'];

const NAMES = POLICIES.map((policy) => policy.toLowerCase()).concat(
  ['none', 'weighted', 'strict', 'logical', 'unknown'],
  ['http1', 'http2', 'one-request', 'idle', 'narrow', 'few-requests'],
);

/** A route for each upstream, under its name. */
const routesTo = (names: readonly string[]) =>
  virtualHost(
    'upstreams',
    [
      'routes:',
      ...names.map((name) => `- { match: { path: { prefix: /${name} } }, forward: { upstream: ${name} } }`),
    ].join('\n'),
  );

const gateway = shared(() => {
  const both = [a().port, b().port];
  return startGateway({
    protocol: 'state-of-the-world',
    documents: {
      ...upstream('none', []),
      ...POLICIES.map((policy) => upstream(policy.toLowerCase(), both, `loadBalancing: { policy: ${policy} }`)).reduce(
        (all, one) => ({ ...all, ...one }),
      ),
      ...document(
        'Upstream',
        'weighted',
        `
        loadBalancing: { policy: roundRobin }
        endpoints:
          - { address: 127.0.0.1, port: ${a().port}, weight: 3 }
          - { address: 127.0.0.1, port: ${b().port}, weight: 1 }
      `,
      ),
      ...document('Upstream', 'strict', `dns: { hostname: localhost, port: ${a().port}, family: ipv4 }`),
      ...document(
        'Upstream',
        'logical',
        `
        dns: { hostname: localhost, port: ${a().port}, family: ipv4, resolution: logical }
      `,
      ),
      ...document('Upstream', 'unknown', `dns: { hostname: nobody.invalid, port: 80 }`),
      ...upstream('http1', a().port),
      ...upstream('http2', h2().port, 'protocol: http2'),
      ...upstream('one-request', b().port, 'maximumRequestsPerConnection: 1'),
      ...upstream('idle', b().port, 'connectionIdleTimeout: 100ms'),
      ...upstream('narrow', a().port, 'circuitBreakers: { maximumConnections: 1, maximumPendingRequests: 1 }'),
      ...upstream('few-requests', h2().port, 'protocol: http2\ncircuitBreakers: { maximumRequests: 1 }'),
      ...routesTo(NAMES),
    },
  });
});

const send = (path: string, rest: Partial<GatewayRequest> = {}) =>
  gateway().request({ host: 'upstreams.test', path, ...rest });

async function sharesOf(count: number, path: string): Promise<ReadonlyMap<string, number>> {
  const shares = new Map<string, number>();
  for (let index = 0; index < count; index += 1) {
    const name = (await send(path)).headers.get('x-upstream') ?? '';
    shares.set(name, (shares.get(name) ?? 0) + 1);
  }
  return shares;
}

describe('endpoints', () => {
  test.each(POLICIES)('all get requests with the policy %s', async (policy) => {
    expect([...(await sharesOf(40, `/${policy.toLowerCase()}`)).keys()].sort()).toEqual(['a', 'b']);
  });

  test('get requests by their weights', async () => {
    const shares = await sharesOf(40, '/weighted');
    expect(shares.get('a')).toBeGreaterThanOrEqual(28);
    expect(shares.get('a')).toBeLessThanOrEqual(32);
  });

  test('may be none: then requests fail', async () => {
    const { status, body } = await send('/none');
    expect([status, body]).toEqual([503, 'no healthy upstream']);
  });
});

describe('a host name', () => {
  test.each(['strict', 'logical'])('is resolved (%s)', async (name) => {
    expect((await send(`/${name}`)).headers.get('x-upstream')).toBe('a');
  });

  test('that nobody has fails alone', async () => {
    expect((await send('/unknown')).status).toBe(503);
  });
});

test.each([
  ['http1', 'HTTP/1.1'],
  ['http2', 'HTTP/2.0'],
])('an upstream is spoken to in %s', async (name, protocol) => {
  expect((await send(`/${name}`)).json()).toMatchObject({ protocol });
});

describe('a connection to an upstream', () => {
  test('is used again', async () => {
    await send('/http1');
    const before = a().connections();
    await send('/http1');
    expect(a().connections()).toBe(before);
  });

  test('carries no more requests than the document says', async () => {
    const before = b().connections();
    await sharesOf(3, '/one-request');
    expect(b().connections()).toBe(before + 3);
  });

  test('is closed when it is idle for too long, as statistics under the upstream’s name show', async () => {
    await send('/idle');
    await expect.poll(() => gateway().stat('cluster.default/idle.upstream_cx_idle_timeout'), PATIENCE).toBe(1);
  });
});

const PATIENCE = { timeout: 10_000 };

describe('a circuit breaker', () => {
  test('lets no more requests wait for a connection than it says', async () => {
    a().script('/narrow', [{ delayMs: 500 }]);
    const first = send('/narrow');
    await expect.poll(() => a().count('/narrow'), PATIENCE).toBe(1); // It has the connection.
    expect(await statusesOf(3, '/narrow')).toEqual([200, 503, 503]);
    expect((await first).status).toBe(200);
  });

  test('lets no more requests run than it says', async () => {
    h2().script('/few-requests', [{ delayMs: 500 }]);
    expect(await statusesOf(3, '/few-requests')).toEqual([200, 503, 503]);
  });

  const statusesOf = async (count: number, path: string): Promise<readonly number[]> => {
    const responses = await Promise.all(Array.from({ length: count }, () => send(path)));
    for (const { status, headers } of responses)
      expect(headers.get('x-envoy-overloaded')).toBe(status === 503 ? 'true' : null);
    return responses.map(({ status }) => status).toSorted();
  };
});
