import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeAuthority } from '../servers/certificates.ts';
import { makeFolder } from '../servers/folder.ts';
import { startUpstream } from '../servers/upstream.ts';
import { secret, document, upstream, virtualHost, GATEWAY } from './documents.ts';
import { startGateway, type GatewayRequest } from './harness.ts';
import { shared } from './shared.ts';

const echo = shared(() => startUpstream());
const folder = shared(async () => {
  const { path, remove } = await makeFolder();
  return { path, stop: remove };
});
const certificate = shared(async () => {
  const issued = await (await makeAuthority()).issue({ commonName: 'secure', names: ['secure.test'] });
  return { ...issued, stop: async () => undefined };
});

const logFile = (name: string): string => join(folder().path, name);

const gateway = shared(() =>
  startGateway({
    // Envoy writes its log files every ten seconds otherwise.
    envoyArguments: ['--file-flush-interval-msec', '50'],
    secrets: { 'secure.crt': certificate().certificate, 'secure.key': certificate().privateKey },
    listeners: {
      http: 'protocol: HTTP',
      required: 'protocol: HTTP, proxyProtocol: required',
      optional: 'protocol: HTTP, proxyProtocol: optional',
      secure: 'protocol: HTTPS, proxyProtocol: required',
      told: 'protocol: HTTP, proxyProtocol: required, proxyProtocolValues: [{ type: 234, name: endpoint }]',
    },
    gateway: `
      accessLog:
        - { path: ${logFile('default.json')} }
        - { path: ${logFile('own.json')}, fields: { who: '%DOWNSTREAM_REMOTE_ADDRESS_WITHOUT_PORT%', path: '%REQ(:PATH)%' } }
        - { path: ${logFile('own.txt')}, format: text, template: "%REQ(:METHOD)% %REQ(:PATH)% %RESPONSE_CODE%\\n" }
        - { path: ${logFile('default.txt')}, format: text }
    `,
    documents: {
      ...upstream('echo', echo().port),
      ...virtualHost(
        'client',
        `
        routes:
          - forward: { upstream: echo }
          - match: { path: { prefix: /told } }
            filters:
              - type: headers
                request:
                  set: [{ name: x-endpoint, value: '%FILTER_STATE(envoy.network.proxy_protocol.tlv:FIELD:endpoint)%' }]
            forward: { upstream: echo }
          - name: teapot
            match: { path: { prefix: /teapot } }
            respond: { statusCode: 418, body: short and stout }
      `,
      ),
      ...secret('secure', 'tls-certificate'),
      ...document(
        'VirtualHost',
        'secure',
        `gateways: [${GATEWAY}]`,
        'hostnames: [secure.test]',
        'tls: { certificates: [secure] }',
        'routes: [{ forward: { upstream: echo } }]',
      ),
    },
  }),
);

const trusting = shared(() =>
  startGateway({
    gateway: `
      accessLog: [{ path: ${logFile('trusting.json')} }, {}]
      http: { trustedHops: 1 }
    `,
    envoyArguments: ['--file-flush-interval-msec', '50'],
    documents: {
      ...upstream('echo', echo().port),
      ...virtualHost('client', 'routes: [{ forward: { upstream: echo } }]'),
    },
  }),
);

/** The line about a path, once it is written. */
async function lineOf(file: string, path: string): Promise<string> {
  const find = async () => (await readFile(logFile(file), 'utf8')).split('\n').find((text) => text.includes(path));
  await expect.poll(find, { timeout: 10_000 }).toBeDefined();
  return (await find()) ?? '';
}

const entryOf = async (file: string, path: string): Promise<unknown> => JSON.parse(await lineOf(file, path));

const V1 = 'PROXY TCP4 203.0.113.7 192.0.2.1 5000 80\r\n';

/** PROXY protocol, version 2, for a connection from 203.0.113.8 port 5000 to 192.0.2.1 port 80. */
const V2 = Buffer.concat([
  Buffer.from('\r\n\r\n\0\r\nQUIT\n', 'latin1'),
  Buffer.from([0x21, 0x11, 0, 12, 203, 0, 113, 8, 192, 0, 2, 1, 0x13, 0x88, 0, 80]),
]);

/** The same with a value of type 234, and so ten bytes longer. */
const V2_WITH_VALUE = Buffer.concat([
  V2.subarray(0, 14),
  Buffer.from([0, 22]),
  V2.subarray(16),
  Buffer.from([234, 0, 7]),
  Buffer.from('vpce-12'),
]);

const send = (options: GatewayRequest) => gateway().request({ host: 'client.test', ...options });

describe('the client’s address', () => {
  const addressOf = async (path: string) => entryOf('own.json', path);

  test('is that of the peer, whatever x-forwarded-for says', async () => {
    const path = '/forwarded';
    await send({ path, headers: { 'x-forwarded-for': '198.51.100.1' }, localAddress: '127.0.0.9' });
    expect(await addressOf(path)).toEqual({ who: '127.0.0.9', path });
    const seen = echo().requests.find((one) => one.path === path);
    expect(seen?.headers['x-forwarded-for']).toMatch(/(^|, ?)127\.0\.0\.9$/);
  });

  test('is what the last trusted proxy says, if there is one', async () => {
    const path = '/trusted';
    const headers = { 'x-forwarded-for': '192.0.2.66, 198.51.100.1' };
    await trusting().request({ host: 'client.test', path, headers });
    expect(await entryOf('trusting.json', path)).toMatchObject({ client: expect.stringMatching(/^198\.51\.100\.1:/) });
  });

  test.each([
    ['version 1', V1, '203.0.113.7'],
    ['version 2', V2, '203.0.113.8'],
  ])('is what the PROXY protocol says, %s', async (version, preface, who) => {
    for (const listener of ['required', 'optional']) {
      const path = `/${listener}/${version.at(-1)}`;
      await send({ listener, path, preface });
      expect(await addressOf(path)).toEqual({ who, path });
    }
  });

  test('is what the PROXY protocol says before TLS', async () => {
    const path = '/secure';
    const tls = { serverName: 'secure.test' };
    expect((await send({ listener: 'secure', host: 'secure.test', path, preface: V1, tls })).status).toBe(200);
    expect(await addressOf(path)).toEqual({ who: '203.0.113.7', path });
  });

  test('is that of the peer where the PROXY protocol is optional and not spoken', async () => {
    const path = '/without';
    await send({ listener: 'optional', path });
    expect(await addressOf(path)).toEqual({ who: '127.0.0.1', path });
  });
});

test('what the PROXY protocol says besides addresses can go on', async () => {
  const endpointOf = async (preface: Buffer) => {
    const { headers } = await gateway().echo({ listener: 'told', host: 'client.test', path: '/told', preface });
    return headers['x-endpoint'];
  };
  expect(await endpointOf(V2_WITH_VALUE)).toBe('vpce-12');
  expect(await endpointOf(V2)).not.toBe('vpce-12');
});

test('a client that does not speak the PROXY protocol where it must is refused', async () => {
  await expect(send({ listener: 'required', path: '/refused' })).rejects.toThrow();
  await expect(send({ path: '/refused', preface: V1 })).resolves.toMatchObject({ status: 400 });
  expect(echo().count('/refused')).toBe(0);
});

describe('the access log', () => {
  test('is JSON about what was asked, what came of it, and where', async () => {
    const path = '/logged?x="1"';
    const { headers } = await send({ path, method: 'POST', body: 'hello', headers: { 'user-agent': 'test/1' } });
    expect(await entryOf('default.json', '/logged')).toEqual({
      start_time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      method: 'POST',
      host: 'client.test',
      path,
      protocol: 'HTTP/1.1',
      status: 200,
      status_details: 'via_upstream',
      flags: '-',
      bytes_received: 5,
      bytes_sent: expect.any(Number),
      duration: expect.any(Number),
      client: expect.stringMatching(/^127\.0\.0\.1:\d+$/),
      server_name: null,
      route: 'default/client',
      upstream_cluster: expect.stringMatching(/^default\/echo/),
      upstream_host: `127.0.0.1:${echo().port}`,
      upstream_failure: null,
      user_agent: 'test/1',
      request_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(headers.has('x-request-id')).toBe(false);
  });

  test('names the route', async () => {
    await send({ path: '/teapot' });
    expect(await entryOf('default.json', '/teapot')).toMatchObject({ status: 418, route: 'default/client/teapot' });
  });

  test('goes to standard output if the document does not say where', async () => {
    await trusting().request({ host: 'client.test', path: '/standard' });
    await expect.poll(() => trusting().envoy.recentOutput(), { timeout: 10_000 }).toContain('"path":"/standard"');
  });

  test('may be text, as the document or as Envoy writes it', async () => {
    await send({ path: '/text' });
    expect(await lineOf('own.txt', '/text')).toBe('GET /text 200');
    expect(await lineOf('default.txt', '/text')).toMatch(/^\[\d{4}-.*\] "GET \/text HTTP\/1.1" 200 - /);
  });
});
