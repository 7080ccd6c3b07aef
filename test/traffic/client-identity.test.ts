import { describe, expect, test } from 'vitest';
import { startUpstream } from '../servers/upstream.ts';
import { upstream, virtualHost } from './documents.ts';
import { startGateway } from './harness.ts';
import { shared } from './shared.ts';

const echo = shared(() => startUpstream());

const documents = () => ({
  ...upstream('echo', echo().port),
  ...virtualHost(
    'who',
    `
    filters:
      - { type: headers, request: { set: [{ name: x-client, value: '%DOWNSTREAM_REMOTE_ADDRESS_WITHOUT_PORT%' }] } }
    routes:
      - forward: { upstream: echo }
      - match: { path: { prefix: /tenant }, headers: [{ name: x-tenant, exact: own }] }
        respond: { statusCode: 201 }
      - match: { path: { prefix: /refused } }
        filters: [{ type: ip-access, allow: [10.9.9.9] }]
        forward: { upstream: echo }
  `,
  ),
});

const gatewayWith = (http: string) =>
  shared(() => startGateway({ gateway: `accessLog: []\nhttp: ${http}`, documents: documents() }));

const plain = gatewayWith('{}');
const proxies = gatewayWith(`{ clientAddress: { trustedProxies: [127.0.0.1, 10.0.0.0/8] }, forwardedPort: true }`);
const header = gatewayWith(
  `{ clientAddress: { header: x-real-ip, whenMissing: refuse }, internalAddresses: [10.0.0.0/8] }`,
);
const kept = gatewayWith(
  `
  appendForwardedFor: false
  internalAddresses: [127.0.0.1]
  requestId: { fromClients: keep, inResponses: true, traceReason: false, decidesSampling: false }
  earlyRequestHeaders:
    remove: [x-secret]
    set: [{ name: x-tenant, value: own }]
    setIfAbsent: [{ name: x-plan, value: free }]
  lateResponseHeaders: { set: [{ name: x-late, value: 'yes' }] }
  envoyHeaders: suppress
  serverName: gate
  via: 1.1 gate
`.replaceAll('\n', '\n  '),
);
const nameless = gatewayWith('{ requestId: { generate: false } }');

const ask = (gateway: typeof plain, headers: Readonly<Record<string, string>> = {}, localAddress = '127.0.0.1') =>
  gateway().echo({ host: 'who.test', headers, localAddress });

describe('the client’s address', () => {
  test('is the last that is no trusted proxy', async () => {
    const headers = { 'x-forwarded-for': '192.0.2.66, 198.51.100.1, 10.1.1.1' };
    expect((await ask(proxies, headers)).headers).toMatchObject({
      'x-client': '198.51.100.1',
      'x-forwarded-for': expect.stringMatching(/^192.0.2.66, 198.51.100.1, 10.1.1.1, ?\S+$/),
      'x-forwarded-port': String(proxies().portOf('http')),
    });
    expect((await ask(plain, headers)).headers['x-client']).toBe('127.0.0.1');
  });

  test('is that of the peer, if that is no trusted proxy', async () => {
    const { headers } = await ask(proxies, { 'x-forwarded-for': '198.51.100.1' }, '127.0.0.9');
    expect(headers['x-client']).toBe('127.0.0.9');
  });

  test('stands in a header of its own', async () => {
    expect((await ask(header, { 'x-real-ip': '198.51.100.7' })).headers['x-client']).toBe('198.51.100.7');
    expect((await header().request({ host: 'who.test' })).status).toBe(403);
  });

  test('goes to the upstream, unless told otherwise', async () => {
    const headers = { 'x-forwarded-for': '198.51.100.1' };
    expect((await ask(plain, headers)).headers['x-forwarded-for']).toMatch(/^198.51.100.1,/);
    expect((await ask(kept, headers)).headers['x-forwarded-for']).toBe('198.51.100.1');
  });

  test('may be one of ours', async () => {
    expect((await ask(plain)).headers).not.toHaveProperty('x-envoy-internal');
    expect((await ask(kept)).headers).toMatchObject({ 'x-envoy-internal': 'true' });
  });
});

describe('what a client says in Envoy’s name', () => {
  const CLAIMS = {
    'x-request-id': 'mine',
    'x-envoy-internal': 'true',
    'x-envoy-original-path': '/elsewhere',
    'x-envoy-downstream-service-cluster': 'elsewhere',
    'x-envoy-external-address': '10.0.0.1',
    'x-envoy-decorator-operation': 'operation',
    'x-envoy-max-retries': '9',
  };
  test.each([
    ['when the peer is the client', plain],
    ['when proxies tell the client', proxies],
    ['when a header tells the client', header],
  ])('is not believed %s', async (_, gateway) => {
    const { headers } = await ask(gateway, { 'x-real-ip': '198.51.100.7', ...CLAIMS });
    const believed = Object.entries(CLAIMS).filter(([name, value]) => headers[name] === value);
    expect(believed).toEqual([]);
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('the identity of a request', () => {
  test('is the client’s, if told, and comes back', async () => {
    const mine = '11111111-2222-4333-8444-555555555555';
    const answer = await kept().request({ host: 'who.test', headers: { 'x-request-id': mine } });
    expect(answer.json()).toMatchObject({ headers: { 'x-request-id': mine } });
    expect(answer.headers.get('x-request-id')).toBe(mine);
    expect((await plain().request({ host: 'who.test' })).headers.has('x-request-id')).toBe(false);
  });

  test('is not there at all, if told', async () => {
    expect((await ask(nameless, { 'x-request-id': 'mine' })).headers).not.toHaveProperty('x-request-id');
  });
});

describe('headers', () => {
  test('are changed before a route is chosen', async () => {
    const headers = { 'x-tenant': 'other', 'x-secret': '1', 'x-plan': 'paid' };
    expect((await kept().request({ host: 'who.test', path: '/tenant', headers })).status).toBe(201);
    expect((await plain().request({ host: 'who.test', path: '/tenant', headers })).status).toBe(200);
    const { headers: seen } = await ask(kept, headers);
    expect(seen).not.toHaveProperty('x-secret');
    expect(seen['x-plan']).toBe('paid');
    expect((await ask(kept)).headers['x-plan']).toBe('free');
  });

  test('are changed after everything else, in what filters answer too', async () => {
    for (const path of ['/', '/refused']) {
      const { headers } = await kept().request({ host: 'who.test', path });
      expect(headers.get('x-late')).toBe('yes');
    }
    expect((await kept().request({ host: 'who.test', path: '/refused' })).status).toBe(403);
  });

  test('tell of Envoy what they are told', async () => {
    const { headers } = await kept().request({ host: 'who.test' });
    expect([headers.get('server'), headers.get('via')]).toEqual(['gate', '1.1 gate']);
    expect(headers.has('x-envoy-upstream-service-time')).toBe(false);
    expect((await ask(kept)).headers).not.toHaveProperty('x-envoy-expected-rq-timeout-ms');
    const { headers: usual } = await plain().request({ host: 'who.test' });
    expect([usual.get('server'), usual.has('via')]).toEqual(['envoy', false]);
    expect(usual.has('x-envoy-upstream-service-time')).toBe(true);
  });
});
