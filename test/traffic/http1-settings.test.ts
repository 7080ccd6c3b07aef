import { once } from 'node:events';
import { createServer } from 'node:http2';
import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { close, listen } from '../servers/ports.ts';
import { converse, startRawUpstream } from '../servers/raw-http.ts';
import { startUpstream } from '../servers/upstream.ts';
import { upstream, virtualHost } from './documents.ts';
import { startGateway } from './harness.ts';
import { shared } from './shared.ts';

const echo = shared(() => startUpstream());
const raw = shared(startRawUpstream);
const http2 = shared(startTrailerUpstream);

const documents = () => ({
  ...upstream('echo', echo().port),
  ...upstream('raw', raw().port),
  ...upstream('http2', http2().port, 'protocol: http2'),
  ...virtualHost(
    'one',
    `
    filters: [{ type: headers, request: { set: [{ name: x-scheme, value: '%REQ(:SCHEME)%' }] } }]
    routes:
      - forward: { upstream: echo }
      - match: { path: { prefix: /raw } }
        forward: { upstream: raw }
      - match: { path: { prefix: /http2 } }
        forward: { upstream: http2 }
      - match: { path: { prefix: /admin } }
        respond: { statusCode: 403 }
  `,
  ),
});

/** As little as possible is said: what happens is what the documents leave out. */
const plain = shared(() => startGateway({ documents: documents() }));

const tolerant = shared(() =>
  startGateway({
    gateway: `
      accessLog: []
      http:
        http1:
          http10: { defaultHost: one.test }
          headerCase: preserve
          trailers: true
          chunkedWithLength: allow
          absoluteUrls: false
        invalidRequests: close-stream
        normalizePath: false
        hostPort: strip
        trailingHostDot: strip
        scheme: https
        delayedCloseTimeout: 50ms
    `,
    documents: documents(),
  }),
);

const limited = shared(() =>
  startGateway({
    gateway: `
      accessLog: []
      http:
        maximumRequestsPerConnection: 2
        maximumConnectionDuration: 500ms
        drainTimeout: 100ms
        maximumStreamDuration: 300ms
        maximumRequestHeaders: 20
        hostPort: strip-own
    `,
    documents: documents(),
  }),
);

const say = (gateway: typeof plain, text: string, until?: RegExp) =>
  converse(gateway().portOf('http'), text.replaceAll('\n', '\r\n'), until);
const answer = (gateway: typeof plain, text: string) => say(gateway, text, /^HTTP\/1.[01] (?!100)/);

describe('HTTP/1', () => {
  test('of version 1.0 is refused, or taken, for a host that need not be named', async () => {
    expect(await answer(plain, 'GET / HTTP/1.0\nHost: one.test\n\n')).toMatch(/^HTTP\/1.1 426 /);
    expect(await answer(tolerant, 'GET / HTTP/1.0\n\n')).toMatch(/^HTTP\/1.[01] 200 /);
  });

  test('names its headers as the client does, if told', async () => {
    const request = 'GET /raw HTTP/1.1\nHost: one.test\nX-My-Header: 1\nConnection: close\n\n';
    expect(await say(plain, request)).toContain('\r\nx-my-header: 1\r\n');
    expect(await say(tolerant, request)).toContain('\r\nX-My-Header: 1\r\n');
  });

  test('has headers after a body, if told', async () => {
    const request =
      'POST /http2 HTTP/1.1\nHost: one.test\nTransfer-Encoding: chunked\nTE: trailers\n\n1\nx\n0\nx-after: 1\n\n';
    expect(await say(plain, request, /after/)).toContain('after: undefined');
    expect(await say(tolerant, request, /after/)).toContain('after: 1');
  });

  test('with a length beside chunks is refused, unless told otherwise', async () => {
    const request = 'POST / HTTP/1.1\nHost: one.test\nContent-Length: 3\nTransfer-Encoding: chunked\n\n1\nx\n0\n\n';
    expect(await answer(plain, request)).toMatch(/^HTTP\/1.1 400 /);
    expect(await answer(tolerant, request)).toMatch(/^HTTP\/1.1 200 /);
  });

  test('may ask for a whole URL, unless told otherwise', async () => {
    const request = 'GET http://one.test/admin HTTP/1.1\nHost: other.test\n\n';
    expect(await answer(plain, request)).toMatch(/^HTTP\/1.1 403 /);
    expect(await answer(tolerant, request)).not.toMatch(/^HTTP\/1.1 403 /);
  });

  test('goes on after a request that is none, if told', async () => {
    const requests = 'GET / HTTP/1.1\n\n' + 'GET /admin HTTP/1.1\nHost: one.test\n\n';
    expect(await say(plain, requests)).not.toContain(' 403 ');
    expect(await say(tolerant, requests, / 403 /)).toMatch(/ 400 [\s\S]* 403 /);
  });
});

describe('a request', () => {
  test('has its path resolved, unless told otherwise', async () => {
    expect((await plain().request({ host: 'one.test', path: '/x/../admin' })).status).toBe(403);
    expect((await tolerant().echo({ host: 'one.test', path: '/x/../admin' })).path).toBe('/x/../admin');
  });

  test('has its host with a port and a dot, unless told otherwise', async () => {
    expect((await plain().echo({ host: 'one.test:99' })).host).toBe('one.test:99');
    expect((await tolerant().echo({ host: 'one.test:99' })).host).toBe('one.test');
    expect((await plain().request({ host: 'one.test.' })).status).toBe(404);
    expect((await tolerant().echo({ host: 'one.test.' })).host).toBe('one.test');
  });

  test('has its host without the listener’s own port, if told', async () => {
    const own = `one.test:${limited().portOf('http')}`;
    expect((await limited().echo({ host: own })).host).toBe('one.test');
    expect((await limited().echo({ host: 'one.test:99' })).host).toBe('one.test:99');
  });

  test('has the scheme that it came by, or the one that is told', async () => {
    expect((await plain().echo({ host: 'one.test' })).headers['x-scheme']).toBe('http');
    expect((await tolerant().echo({ host: 'one.test' })).headers['x-scheme']).toBe('https');
  });

  test('has no more headers than it may', async () => {
    const headers = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`x-${at}`, '1']));
    expect((await plain().request({ host: 'one.test', headers })).status).toBe(200);
    expect((await limited().request({ host: 'one.test', headers })).status).toBe(431);
  });

  test('takes no longer than it may', async () => {
    echo().script('/hang', ['hang']);
    expect((await limited().request({ host: 'one.test', path: '/hang' })).status).toBe(504);
  });
});

describe('a connection', () => {
  test('carries no more requests than it may', async () => {
    const request = 'GET /admin HTTP/1.1\nHost: one.test\n\n';
    const heard = await say(limited, request.repeat(3));
    expect(heard.match(/HTTP\/1.1 403/g)).toHaveLength(2);
    expect(heard).toContain('connection: close');
  });

  test('lasts no longer than it may', async () => {
    const socket = connect(limited().portOf('http'), '127.0.0.1').resume();
    await once(socket, 'close');
    socket.destroy();
  });

  test('of a client that does not close it is closed after a while', async () => {
    const closed = () => tolerant().stat('http.http.downstream_cx_delayed_close_timeout');
    const before = await closed();
    const socket = connect({ port: tolerant().portOf('http'), host: '127.0.0.1', allowHalfOpen: true }).resume();
    socket.on('error', () => socket.destroy());
    socket.write('POST /admin HTTP/1.1\r\nHost: one.test\r\nContent-Length: 9\r\n\r\n');
    await expect.poll(closed, { timeout: 10_000 }).toBeGreaterThan(before);
    socket.destroy();
  });
});

/** A server of HTTP/2 that answers with what came after the body. */
async function startTrailerUpstream() {
  const server = createServer();
  server.on('stream', (stream) => {
    let after: unknown;
    stream.on('trailers', (trailers) => (after = trailers['x-after']));
    stream.on('end', () => {
      stream.respond({ ':status': 200 });
      stream.end(`after: ${String(after)}`);
    });
    stream.resume();
  });
  server.on('session', (session) => sessions.add(session));
  const sessions = new Set<{ destroy: () => void }>();
  const port = await listen(server);
  const stop = async (): Promise<void> => {
    const closed = close(server);
    for (const session of sessions) session.destroy();
    await closed;
  };
  return { port, stop };
}
