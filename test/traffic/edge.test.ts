import { once } from 'node:events';
import { createServer } from 'node:http';
import { networkInterfaces } from 'node:os';
import { describe, expect, test } from 'vitest';
import { openConnection } from '../servers/http-client.ts';
import { close, listen } from '../servers/ports.ts';
import { startUpstream } from '../servers/upstream.ts';
import { upstream, virtualHost } from './documents.ts';
import { startGateway, type GatewayRequest } from './harness.ts';
import { shared } from './shared.ts';

const echo = shared(() => startUpstream());
const sockets = shared(startWebSocketUpstream);

const documents = () => ({
  ...upstream('echo', echo().port),
  ...upstream('sockets', sockets().port),
  ...virtualHost(
    'edge',
    `
    routes:
      - forward: { upstream: echo, timeout: 0s }
      - match: { path: { prefix: /socket } }
        forward: { upstream: sockets }
      - match: { path: { prefix: /admin } }
        respond: { statusCode: 403, body: forbidden }
  `,
  ),
});

/** A machine without IPv6 cannot bind the address. */
const HAS_IPV6 = Object.values(networkInterfaces()).some((all) => all?.some(({ family }) => family === 'IPv6'));

const gateway = shared(() =>
  startGateway({
    listeners: { http: 'protocol: HTTP', ...(HAS_IPV6 && { all: 'protocol: HTTP, address: "::"' }) },
    documents: documents(),
  }),
);

const MOST_CONNECTIONS = 5;

const other = shared(() =>
  startGateway({
    protocol: 'state-of-the-world',
    gateway: `
      accessLog: []
      http:
        headersWithUnderscores: drop
        mergeSlashes: false
        escapedSlashes: reject
        serverHeader: pass-through
        maximumRequestHeadersSize: 4KiB
        requestHeadersTimeout: 200ms
        streamIdleTimeout: 400ms
      overload: { maximumConnections: ${MOST_CONNECTIONS}, maximumHeap: 4GiB }
    `,
    documents: documents(),
  }),
);

const get = (path: string, rest: Partial<GatewayRequest> = {}) =>
  gateway().request({ host: 'edge.test', path, ...rest });
const getOther = (path: string, rest: Partial<GatewayRequest> = {}) =>
  other().request({ host: 'edge.test', path, ...rest });

describe('a path', () => {
  test.each([
    ['/a/../b', '/b'],
    ['/a/./b', '/a/b'],
    ['/a/%2e%2E/b', '/b'],
    ['//a///b', '/a/b'],
    ['/%61', '/a'],
    ['/a?x=/../b//c%2Fd', '/a?x=/../b//c%2Fd'],
  ])('%s becomes %s', async (path, expected) => {
    expect((await get(path)).json()).toMatchObject({ path: expected });
  });

  test.each(['/x/../admin', '/%61dmin', '//admin', '/./admin'])('%s does not get around a route', async (path) => {
    expect((await get(path)).status).toBe(403);
  });

  test.each([
    ['/x%2F..%2fadmin?a=1', '/admin?a=1'],
    ['/a%5Cb', '/a/b'],
  ])('with escaped slashes is sent back clean: %s', async (path, location) => {
    const { status, headers } = await get(path);
    expect([status, headers.get('location')]).toEqual([307, location]);
  });

  test('with escaped slashes is refused, and slashes stay, if the document says so', async () => {
    expect((await getOther('/a%2Fb')).status).toBe(400);
    expect((await getOther('//a///b')).json()).toMatchObject({ path: '//a///b' });
  });
});

describe('a header', () => {
  test('with an underscore in its name is refused, or dropped', async () => {
    const headers = { x_user: 'admin' };
    expect((await get('/', { headers })).status).toBe(400);
    const { headers: seen } = await other().echo({ host: 'edge.test', headers });
    expect(seen).not.toHaveProperty('x_user');
  });

  test('that is too long is refused', async () => {
    const long = { 'x-long': 'x'.repeat(8 * 1024) };
    expect((await get('/', { headers: long })).status).toBe(200);
    expect((await getOther('/', { headers: long })).status).toBe(431);
    expect((await get('/', { headers: { 'x-long': 'x'.repeat(64 * 1024) } })).status).toBe(431);
  });

  test('that tells of the server is ours, or the upstream’s', async () => {
    echo().script('/server', [{ headers: { server: 'secret/1.2' } }]);
    expect((await get('/server')).headers.get('server')).toBe('envoy');
    expect((await getOther('/server')).headers.get('server')).toBe('secret/1.2');
  });

  test('with which a client would steer Envoy is not followed', async () => {
    const headers = { 'x-envoy-retry-on': '5xx', 'x-envoy-max-retries': '3' };
    echo().script('/steered', [{ status: 503 }]);
    await get('/steered', { headers });
    expect(echo().count('/steered')).toBe(1);
  });
});

describe('a client', () => {
  test.skipIf(!HAS_IPV6)('may come over IPv4 and IPv6 to a listener on all addresses', async () => {
    expect((await get('/', { listener: 'all' })).status).toBe(200);
    const response = await fetch(`http://[::1]:${gateway().portOf('all')}/`);
    expect(response.headers.get('server')).toBe('envoy');
  });

  test('may speak HTTP/2 without TLS', async () => {
    expect((await get('/', { protocol: 'http2' })).json()).toMatchObject({ path: '/', host: 'edge.test' });
  });

  test('may open a WebSocket', async () => {
    const socket = await openConnection({ port: gateway().portOf('http') });
    const upgrade = ['GET /socket HTTP/1.1', 'Host: edge.test', 'Connection: Upgrade', 'Upgrade: websocket', '', ''];
    socket.write(upgrade.join('\r\n'));
    socket.setEncoding('utf8');
    const [head] = await once(socket, 'data');
    expect(head).toMatch(/^HTTP\/1.1 101 /);
    socket.write('frames');
    expect(await once(socket, 'data')).toEqual(['frames']);
    socket.destroy();
  });

  test('is refused when too many are there', async () => {
    const open = () => openConnection({ port: other().portOf('http') });
    const sockets = await Promise.all(Array.from({ length: MOST_CONNECTIONS }, open));
    const [first, late] = [sockets[0], await open()];
    await once(late.resume(), 'close');
    first?.destroy();
    await expect.poll(() => getOther('/').then(({ status }) => status, String), { timeout: 5_000 }).toBe(200);
    for (const socket of sockets) socket.destroy();
  });

  test('that does not finish its headers is cut off', async () => {
    const socket = await openConnection({ port: other().portOf('http') });
    socket.setEncoding('utf8');
    socket.write('GET / HTTP/1.1\r\nHost: edge.test\r\n');
    let answer = '';
    for await (const text of socket) answer += String(text);
    expect(answer).toMatch(/^HTTP\/1.1 408 /);
  });

  test('is told when its request is without activity for too long', async () => {
    echo().script('/hang', ['hang']);
    expect((await getOther('/hang')).status).toBe(504);
  });
});

/** A server that upgrades every request and then sends back what it gets. */
async function startWebSocketUpstream() {
  const server = createServer();
  server.on('upgrade', (_, socket) => {
    socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
    socket.pipe(socket);
    socket.on('error', () => socket.destroy()); // A client that breaks off is no failure of the server.
  });
  const port = await listen(server);
  const stop = async () => {
    const closed = close(server);
    server.closeAllConnections();
    await closed;
  };
  return { port, stop };
}
