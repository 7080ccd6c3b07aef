import { describe, expect, test } from 'vitest';
import { startUpstream } from '../servers/upstream.ts';
import type { Behaviour } from '../servers/upstream-behaviour.ts';
import { document, upstream, virtualHost } from './documents.ts';
import { startGateway, type GatewayRequest } from './harness.ts';
import { shared } from './shared.ts';

const a = shared(() => startUpstream({ name: 'a' }));
const b = shared(() => startUpstream({ name: 'b' }));

/** Policies by the path that has them, as YAML. */
const POLICIES: Readonly<Record<string, string>> = {
  '5xx': 'on: [5xx]',
  'gateway-error': 'on: [gateway-error]',
  'retriable-4xx': 'on: [retriable-4xx]',
  'envoy-ratelimited': 'on: [envoy-ratelimited]',
  'reset-before-request': 'on: [reset-before-request]',
  cancelled: 'on: [cancelled]',
  'deadline-exceeded': 'on: [deadline-exceeded]',
  internal: 'on: [internal]',
  'resource-exhausted': 'on: [resource-exhausted]',
  unavailable: 'on: [unavailable]',
  'response-headers': 'responseHeaders: [{ name: x-retry, exact: yes }]',
  'request-headers': 'on: [5xx], requestHeaders: [{ name: ":method", exact: GET }, { name: x-safe, present: true }]',
  'per-try-idle': 'on: [5xx], perTryIdleTimeout: 150ms',
  hedge: 'on: [5xx], perTryTimeout: 150ms, hedge: true',
  'no-hedge': 'on: [5xx], perTryTimeout: 150ms',
  never: 'on: [5xx], attempts: 0',
  'rate-limited':
    'on: [5xx], statusCodes: [429], backOff: { base: 24h, maximum: 24h }, rateLimitedBackOff: { headers: [{ name: retry-after }, { name: x-reset, format: unix-timestamp }], maximum: 5s }',
};

const gateway = shared(() =>
  startGateway({
    documents: {
      ...upstream('a', a().port),
      ...upstream('both', [a().port, b().port], 'loadBalancing: { policy: random }'),
      ...document(
        'Upstream',
        'marked',
        'loadBalancing: { policy: random }',
        `endpoints: [{ address: 127.0.0.1, port: ${a().port}, labels: { track: canary, zone: x } }, { address: 127.0.0.1, port: ${b().port} }]`,
      ),
      ...document(
        'Upstream',
        'ranked',
        `endpoints: [{ address: 127.0.0.1, port: ${a().port} }, { address: 127.0.0.1, port: ${b().port}, priority: 1 }]`,
      ),
      ...virtualHost(
        'policies',
        [
          'routes:',
          ...Object.entries(POLICIES).map(
            ([path, policy]) =>
              `- { match: { path: { prefix: /${path} } }, forward: { upstream: a, timeout: 3s, retry: { ${policy} } } }`,
          ),
        ].join('\n'),
      ),
      ...virtualHost(
        'bodies',
        `
        routes:
          - match: { path: { prefix: /short } }
            forward: { upstream: a, retry: { on: [5xx] } }
          - match: { path: { prefix: /long } }
            forward: { upstream: a, retry: { on: [5xx] }, requestBufferSize: 1MiB }
      `,
      ),
      ...virtualHost(
        'places',
        `
        routes:
          - match: { path: { prefix: /anywhere } }
            forward: { upstream: both, retry: { on: [5xx] } }
          - match: { path: { prefix: /not-canaries } }
            forward: { upstream: marked, retry: { on: [5xx], avoidLabels: { track: canary }, hostSelectionAttempts: 50 } }
          - match: { path: { prefix: /same-rank } }
            forward: { upstream: ranked, retry: { on: [5xx] } }
          - match: { path: { prefix: /next-rank } }
            forward: { upstream: ranked, retry: { on: [5xx], avoid: [priorities] } }
          - match: { path: { prefix: /elsewhere } }
            forward: { upstream: both, retry: { on: [5xx], avoid: [endpoints], hostSelectionAttempts: 50 } }
      `,
      ),
    },
  }),
);

/** Sends a request to a path that treats requests as told, and returns its status and how many came. */
async function send(
  path: string,
  behaviours: readonly [Behaviour, ...Behaviour[]],
  options: Omit<GatewayRequest, 'path'> = {},
): Promise<readonly [status: number, tries: number]> {
  a().script(path, behaviours);
  const { status } = await gateway().request({ host: 'policies.test', path, ...options });
  return [status, a().count(path)];
}

describe('a failure is', () => {
  test.each<[string, Behaviour]>([
    ['5xx', { status: 500 }],
    ['5xx', 'reset'],
    ['gateway-error', { status: 503 }],
    ['retriable-4xx', { status: 409 }],
    ['envoy-ratelimited', { status: 429, headers: { 'x-envoy-ratelimited': 'true' } }],
    ['cancelled', { headers: { 'grpc-status': '1' } }],
    ['deadline-exceeded', { headers: { 'grpc-status': '4' } }],
    ['internal', { headers: { 'grpc-status': '13' } }],
    ['resource-exhausted', { headers: { 'grpc-status': '8' } }],
    ['unavailable', { headers: { 'grpc-status': '14' } }],
    ['response-headers', { headers: { 'x-retry': 'yes' } }],
  ])('for %s: %j', async (policy, failure) => {
    expect(await send(`/${policy}/yes-${JSON.stringify(failure).length}`, [failure, 'echo'])).toEqual([200, 2]);
  });

  test.each<[string, Behaviour, number]>([
    ['gateway-error', { status: 500 }, 500],
    ['retriable-4xx', { status: 404 }, 404],
    ['envoy-ratelimited', { status: 429 }, 429],
    ['reset-before-request', 'reset', 503],
    ['unavailable', { headers: { 'grpc-status': '13' } }, 200],
    ['response-headers', { headers: { 'x-retry': 'no' } }, 200],
    ['never', { status: 500 }, 500],
  ])('not for %s: %j', async (policy, failure, status) => {
    expect(await send(`/${policy}/no`, [failure, 'echo'])).toEqual([status, 1]);
  });
});

test('only requests are tried again that have one of the headers', async () => {
  const failing = [{ status: 503 }, 'echo'] as const;
  expect(await send('/request-headers/get', failing)).toEqual([200, 2]);
  expect(await send('/request-headers/post', failing, { method: 'POST' })).toEqual([503, 1]);
  expect(await send('/request-headers/safe', failing, { method: 'POST', headers: { 'x-safe': '' } })).toEqual([200, 2]);
});

describe('a try that takes long', () => {
  test('is given up when nothing moves', async () => {
    expect(await send('/per-try-idle', ['hang', 'echo'])).toEqual([200, 2]);
  });

  const slow: readonly [Behaviour, ...Behaviour[]] = [{ delayMs: 700, status: 201, body: 'first' }, 'hang'];
  test('is given up for the next', async () => expect(await send('/no-hedge', slow)).toEqual([504, 2]));
  test('may go on beside the next', async () => expect(await send('/hedge', slow)).toEqual([201, 2]));
});

describe('an answer that says when to try again', () => {
  const limited = (headers: Readonly<Record<string, string>>) => [{ status: 429, headers }, 'echo'] as const;
  const inASecond = () => `${Math.floor(Date.now() / 1000) + 1}`;

  test('is obeyed in place of the back-off', async () => {
    expect(await send('/rate-limited/seconds', limited({ 'retry-after': '1' }))).toEqual([200, 2]);
    expect(await send('/rate-limited/time', limited({ 'x-reset': inASecond() }))).toEqual([200, 2]);
  });
  test('and says nothing, or wants too much, is not', async () => {
    expect(await send('/rate-limited/nothing', limited({}))).toEqual([504, 1]);
    expect(await send('/rate-limited/much', limited({ 'retry-after': '3600' }))).toEqual([504, 1]);
  });
});

describe('a body', () => {
  const body = 'x'.repeat(200_000);
  const post = (path: string, text: string) =>
    send(path, [{ status: 503 }, 'echo'], { host: 'bodies.test', method: 'POST', body: text });

  test('that is short is sent again', async () => expect(await post('/short', 'hello')).toEqual([200, 2]));
  test('that is long is not', async () => expect(await post('/short/long', body)).toEqual([503, 1]));
  test('that is long is, if there is room for it', async () => expect(await post('/long', body)).toEqual([200, 2]));
});

describe('the endpoint that failed', () => {
  const MANY = 40;
  async function statusesOf(path: string): Promise<readonly number[]> {
    a().script(path, [{ status: 503 }]);
    const statuses: number[] = [];
    for (let count = 0; count < MANY; count += 1)
      statuses.push((await gateway().request({ host: 'places.test', path })).status);
    return statuses;
  }

  // By chance not one time in 100,000.
  test('may be the next one too', async () => expect(await statusesOf('/anywhere')).toContain(503));
  test('is not, if its labels are to be avoided', async () =>
    expect(await statusesOf('/not-canaries')).not.toContain(503));
  test('is not, if its priority is to be avoided', async () => {
    expect(await statusesOf('/same-rank')).not.toContain(200);
    expect(await statusesOf('/next-rank')).not.toContain(503);
  });
  test('is not, if it is to be avoided', async () => expect(await statusesOf('/elsewhere')).not.toContain(503));
});
