import { describe, expect, test } from 'vitest';
import { startUpstream } from '../servers/upstream.ts';
import { document, GATEWAY, upstream, virtualHost } from './documents.ts';
import { startGateway, type GatewayRequest } from './harness.ts';
import { shared } from './shared.ts';

const a = shared(() => startUpstream({ name: 'a' }));

const POLICIES: Readonly<Record<string, string>> = {
  none: '',
  once: 'internalRedirect: {}',
  twice: 'internalRedirect: { maximum: 2 }',
  codes: 'internalRedirect: { statusCodes: [301, 303] }',
  safe: 'internalRedirect: { crossScheme: safe }',
  always: 'internalRedirect: { crossScheme: always }',
  listed: 'internalRedirect: { routes: [target] }',
  'no-loop': 'internalRedirect: { maximum: 5, eachRouteOnce: true }',
  long: 'internalRedirect: {}, requestBufferSize: 1MiB',
  copying: 'internalRedirect: { copyHeaders: [x-token] }',
};

const gateway = shared(() =>
  startGateway({
    documents: {
      ...upstream('a', a().port),
      ...virtualHost(
        'redirects',
        [
          'routes:',
          ...Object.entries(POLICIES).map(
            ([path, policy]) => `- { match: { path: { prefix: /${path} } }, forward: { upstream: a, ${policy} } }`,
          ),
          '- { name: target, match: { path: { prefix: /target } }, forward: { upstream: a } }',
          '- { name: other, match: { path: { prefix: /other } }, forward: { upstream: a } }',
        ].join('\n'),
      ),
      ...document(
        'VirtualHost',
        'elsewhere',
        `gateways: [${GATEWAY}]`,
        'hostnames: [elsewhere.test]',
        'routes: [{ respond: { statusCode: 200, body: elsewhere } }]',
      ),
    },
  }),
);

const TARGET = 'http://redirects.test/target?x=1';

/** Sends a request for a path that redirects, and tells what the client gets. */
async function answerTo(
  path: string,
  { location = TARGET, status = 302, headers = {}, ...options }: Partial<GatewayRequest> & Redirecting = {},
): Promise<string> {
  a().script(path, [{ status, headers: { ...headers, location } }]);
  const response = await gateway().request({ host: 'redirects.test', path, ...options });
  if (response.status !== 200) return `${response.status}`;
  if (response.body === 'elsewhere') return response.body;
  const { method, path: reached } = response.json() as { method: string; path: string };
  return `${method} ${reached}`;
}

interface Redirecting {
  readonly location?: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

test('without a policy clients get redirects', async () => expect(await answerTo('/none')).toBe('302'));

describe('a redirect is followed', () => {
  test('to another route', async () => expect(await answerTo('/once')).toBe('GET /target?x=1'));
  test('to another host of the gateway', async () => {
    expect(await answerTo('/once/host', { location: 'http://elsewhere.test/' })).toBe('elsewhere');
  });
  test('with its method and body', async () => {
    expect(await answerTo('/once/post', { method: 'POST', body: 'hello' })).toBe('POST /target?x=1');
    expect(a().requests.at(-1)).toMatchObject({ path: '/target?x=1', body: 'hello' });
  });
  test('with a long body, if there is room for it', async () => {
    const long = { method: 'POST', body: 'x'.repeat(200_000) };
    expect(await answerTo('/once/long', long)).toBe('302');
    expect(await answerTo('/long', long)).toBe('POST /target?x=1');
    expect(a().requests.at(-1)?.body).toBe(long.body);
  });
  test('as a GET after 303', async () => {
    expect(await answerTo('/codes/303', { status: 303, method: 'POST', body: 'hello' })).toBe('GET /target?x=1');
  });
  test('only for the status codes that are named', async () => {
    expect(await answerTo('/once/301', { status: 301 })).toBe('301');
    expect(await answerTo('/codes/301', { status: 301 })).toBe('GET /target?x=1');
    expect(await answerTo('/codes/302')).toBe('302');
  });
});

test('only so many are followed', async () => {
  for (const policy of ['once', 'twice']) {
    a().script(`/${policy}/second`, [{ status: 302, headers: { location: TARGET } }]);
  }
  expect(await answerTo('/once/first', { location: 'http://redirects.test/once/second' })).toBe('302');
  expect(await answerTo('/twice/first', { location: 'http://redirects.test/twice/second' })).toBe('GET /target?x=1');
});

test('another scheme is followed only if that is allowed', async () => {
  const location = 'https://redirects.test/target';
  expect(await answerTo('/once/scheme', { location })).toBe('302');
  expect(await answerTo('/safe', { location })).toBe('302');
  expect(await answerTo('/safe/same')).toBe('GET /target?x=1');
  expect(await answerTo('/always', { location })).toBe('GET /target');
});

test('only to the routes that are named', async () => {
  expect(await answerTo('/listed/target')).toBe('GET /target?x=1');
  expect(await answerTo('/listed/other', { location: 'http://redirects.test/other' })).toBe('302');
});

test('only once to the same route', async () => {
  for (const policy of ['twice', 'no-loop'])
    a().script(`/${policy}/again`, [{ status: 302, headers: { location: `http://redirects.test/${policy}/end` } }]);
  expect(await answerTo('/twice/loop', { location: 'http://redirects.test/twice/again' })).toBe('GET /twice/end');
  expect(await answerTo('/no-loop/loop', { location: 'http://redirects.test/no-loop/again' })).toBe('302');
  expect(await answerTo('/no-loop/once', { location: 'http://redirects.test/no-loop/end' })).toBe('GET /no-loop/end');
});

test('the headers that are named go from the redirect to the next request', async () => {
  expect(await answerTo('/copying', { headers: { 'x-token': 'secret', 'x-else': '1' } })).toBe('GET /target?x=1');
  expect(a().requests.at(-1)?.headers).toMatchObject({ 'x-token': 'secret' });
  expect(a().requests.at(-1)?.headers).not.toHaveProperty('x-else');
});

test('an address that is not whole goes to the client', async () => {
  expect(await answerTo('/once/relative', { location: '/target' })).toBe('302');
});
