import { describe, expect, test } from 'vitest';
import { makeAuthority } from '../servers/certificates.ts';
import { startDnsServer } from '../servers/dns.ts';
import { startPlainServer } from '../servers/plain-server.ts';
import { openConnection } from '../servers/http-client.ts';
import { startTcpUpstream } from '../servers/tcp-upstream.ts';
import { startUpstream } from '../servers/upstream.ts';
import { document, GATEWAY, upstream, type Documents } from './documents.ts';
import { startGateway, type GatewayRequest } from './harness.ts';
import { shared } from './shared.ts';

const dns = shared(async () => {
  const server = await startDnsServer();
  for (const name of ['api', 'a.below', 'b.a.below', 'below', 'evil', 'secure', 'wrong', 'first', 'next'])
    server.set(`${name}.internal`, ['127.0.0.1']);
  server.set('guarded.internal', ['127.0.0.1', '10.0.0.1', '169.254.169.254']);
  server.set('half.internal', ['10.0.0.1', '127.0.0.1']);
  return server;
});
const plain = shared(() => startPlainServer());
const usual = shared(() => startUpstream({ name: 'usual' }));
const secure = shared(async () => {
  const authority = await makeAuthority();
  const certificate = await authority.issue({ commonName: 'secure', names: ['secure.internal'] });
  return { ...(await startUpstream({ name: 'secure', tls: { certificate } })), authority: authority.certificate };
});

const passed = shared(async () => {
  const certificate = await (await makeAuthority()).issue({ commonName: 'passed' });
  return startTcpUpstream({ name: 'passed', certificate });
});

const proxy = (name: string, settings: object, rest = ''): Documents =>
  document(
    'Upstream',
    name,
    `dynamicForwardProxy: ${JSON.stringify({
      allowedPorts: [plain().port],
      deniedAddresses: [],
      family: 'ipv4',
      resolver: { servers: [{ address: '127.0.0.1', port: dns().port }] },
      ...settings,
    })}`,
    rest,
  );

const PUBLIC = undefined;
const NAMES = ['restricted', 'guarded', 'half', 'open', 'open-guarded', 'few', 'secure', 'usual'];

const gateway = shared(() => {
  const allowedHosts = ['api.internal', '*.below.internal'];
  return startGateway({
    listeners: { http: 'protocol: HTTP', tls: 'protocol: TLS' },
    documents: {
      ...proxy('names', { allowedHosts: ['*.internal'], allowedPorts: [passed().port] }),
      ...document(
        'TcpRoute',
        'names',
        `gateways: [${GATEWAY}]`,
        'listener: tls',
        'hostnames: ["*.below.internal", nobody.internal]',
        'upstreams: [{ upstream: names }]',
      ),
      ...proxy('restricted', { allowedHosts }),
      ...proxy('guarded', { allowedHosts: ['*.internal'], deniedAddresses: PUBLIC }),
      ...proxy('half', { allowedHosts: ['*.internal'], deniedAddresses: ['10.0.0.0/8'] }),
      ...proxy('open', { allowAnyHost: true }),
      ...proxy('open-guarded', { allowAnyHost: true, deniedAddresses: PUBLIC }),
      ...proxy('few', { allowedHosts: ['*.internal'], maximumHosts: 1 }),
      ...proxy(
        'secure',
        { allowedHosts: ['*.internal'], allowedPorts: [secure().port] },
        `tls: ${JSON.stringify({ validation: { inline: secure().authority } })}`,
      ),
      ...upstream('usual', usual().port),
      ...document(
        'VirtualHost',
        'all',
        `gateways: [${GATEWAY}]`,
        'hostnames: ["*"]',
        'routes:',
        '- { match: { connect: true }, forward: { upstream: restricted } }',
        ...NAMES.map((name) => `- { match: { path: { prefix: /${name} } }, forward: { upstream: ${name} } }`),
        `- match: { path: { prefix: /header } }
           forward: { upstream: restricted, rewrite: { host: { header: x-target } } }`.replace(/\n\s+/, '\n  '),
      ),
    },
  });
});

const send = (path: string, name: string, rest: Partial<GatewayRequest> = {}) =>
  gateway().request({ host: `${name}:${plain().port}`, path, ...rest });
const statusOf = async (...args: Parameters<typeof send>): Promise<number> => (await send(...args)).status;

describe('a request is forwarded to the host that it names', () => {
  test.each(['api.internal', 'API.Internal', 'a.below.internal', 'b.a.below.internal'])(
    'if the document allows it (%s)',
    async (name) => {
      const before = plain().requests.length;
      expect(await statusOf('/restricted', name)).toBe(200);
      expect(plain().requests.length).toBe(before + 1);
    },
  );

  test.each([
    'evil.internal',
    'below.internal',
    'api.internal.evil.internal',
    'xapi.internal',
    '127.0.0.1',
    'api.internal.',
  ])('and to no other, of whom nobody is asked (%s)', async (name) => {
    expect(await statusOf('/restricted', name)).toBe(403);
    expect(dns().count(name.toLowerCase())).toBe(0);
  });

  test('on the ports that the document allows', async () => {
    expect((await gateway().request({ host: `api.internal:${usual().port}`, path: '/restricted' })).status).toBe(403);
    expect((await gateway().request({ host: 'api.internal', path: '/restricted' })).status).toBe(403);
    expect((await gateway().request({ host: `first.internal:${usual().port}`, path: '/open' })).status).toBe(403);
  });

  test('or in a header, if the route says so', async () => {
    const target = (name: string) => ({ headers: { 'x-target': `${name}:${plain().port}` } });
    expect(await statusOf('/header', 'evil.internal', target('api.internal'))).toBe(200);
    expect(await statusOf('/header', 'api.internal', target('evil.internal'))).toBe(403);
    expect(await statusOf('/header', 'api.internal')).toBe(200);
    expect(await statusOf('/header', 'evil.internal')).toBe(403);
  });

  test('whichever that is, if the document says so', async () => {
    expect(await statusOf('/open', 'first.internal')).toBe(200);
    expect(await statusOf('/open', '127.0.0.1')).toBe(200);
  });
});

describe('an address that is not public', () => {
  test.each(['/guarded', '/open-guarded'])(
    'is reached by no name, unless the document allows it (%s)',
    async (path) => {
      expect(await statusOf(path, 'guarded.internal')).toBe(503);
      expect(await statusOf(path, 'first.internal')).toBe(503);
    },
  );

  test.each(['127.0.0.1', '[::1]', '10.0.0.1', '169.254.169.254', '2130706433', '0x7f.1'])(
    'is not reached by itself either (%s)',
    async (address) => {
      const before = plain().requests.length;
      expect(await statusOf('/open-guarded', address)).toBe(503);
      expect(plain().requests.length).toBe(before);
    },
  );

  test('is left aside if a name has others', async () => {
    expect(await statusOf('/half', 'half.internal')).toBe(200);
  });
});

test('TLS asks for the host that the request names, and its certificate must have it', async () => {
  const named = (name: string) => gateway().request({ host: `${name}:${secure().port}`, path: '/secure' });
  expect((await named('secure.internal')).json()).toMatchObject({ tls: { serverName: 'secure.internal' } });
  expect((await named('wrong.internal')).status).toBe(503);
});

describe('a tunnel', () => {
  const open = async (name: string): Promise<string> => {
    const socket = await openConnection({ port: gateway().portOf('http') });
    const authority = `${name}:${plain().port}`;
    socket.setEncoding('utf8').write(`CONNECT ${authority} HTTP/1.1\r\nhost: ${authority}\r\n\r\n`);
    let heard = '';
    for await (const text of socket) {
      heard += String(text);
      if (heard.includes('"path":"/within"') || /^HTTP\/1\.1 [45]/.test(heard)) break;
      if (heard.endsWith('\r\n\r\n')) socket.write('GET /within HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n');
    }
    return heard;
  };

  test('leads to the host that it names, if the document allows it', async () => {
    expect(await open('api.internal')).toContain('"path":"/within"');
    expect(await open('evil.internal')).toMatch(/^HTTP\/1\.1 403 /);
  });
});

test('no more hosts are known than the document says', async () => {
  expect(await statusOf('/few', 'first.internal')).toBe(200);
  expect(await statusOf('/few', 'next.internal')).toBe(503);
});

describe('a TcpRoute', () => {
  const greeting = async (serverName: string): Promise<string> => {
    const socket = await openConnection({ port: gateway().portOf('tls'), tls: { serverName } });
    for await (const text of socket) return String(text);
    return '';
  };

  test('forwards to the server name', async () => {
    expect(await greeting('a.below.internal')).toBe('passed\n');
  });

  test('forwards to no other, and to none that nobody has', async () => {
    await expect(greeting('evil.internal')).rejects.toThrow();
    await expect(greeting('nobody.internal')).rejects.toThrow();
  });
});

test('other routes are not concerned', async () => {
  expect((await send('/usual', 'evil.internal')).headers.get('x-upstream')).toBe('usual');
});
