import { once } from 'node:events';
import { connect, createServer, type Http2Session } from 'node:http2';
import { describe, expect, test } from 'vitest';
import { makeAuthority } from '../servers/certificates.ts';
import { openConnection } from '../servers/http-client.ts';
import { startPlainServer } from '../servers/plain-server.ts';
import { close, listen } from '../servers/ports.ts';
import { startUpstream } from '../servers/upstream.ts';
import { upstream, virtualHost } from './documents.ts';
import { startGateway, type GatewayRequest } from './harness.ts';
import { shared } from './shared.ts';

const certificates = shared(async () => {
  const authority = await makeAuthority();
  const server = await authority.issue({ commonName: 'backend', names: ['backend.internal'] });
  return { authority: authority.certificate, server, stop: async () => undefined };
});

/** It speaks what TLS agrees on. */
const both = shared(() => startUpstream({ protocol: 'automatic', tls: { certificate: certificates().server } }));
const plain = shared(() =>
  startPlainServer({
    respond: (request, response, seen) => {
      const [, , kind = '', amount = '0'] = (request.url ?? '').split('/');
      if (kind === 'many')
        for (let index = 0; index < Number(amount); index += 1) response.setHeader(`x-${index}`, '1');
      if (kind === 'large') response.setHeader('x-large', 'x'.repeat(Number(amount)));
      if (kind === 'trailers') response.writeHead(200, [['Trailer', 'x-last']]).addTrailers({ 'x-last': 'bye' });
      else response.setHeader('X-Mixed-Case', '1');
      response.end(JSON.stringify(seen));
    },
  }),
);
const http2 = shared(() => startUpstream({ name: 'h2', protocol: 'http2' }));
const watched = shared(startWatchedHttp2);

const NAMES = ['client', 'usual', 'generous', 'strict', 'short', 'preserve', 'proper', 'trailers'];
const HTTP2_NAMES = ['one-stream', 'windows', 'pings', 'pings-first', 'quiet'];

const gateway = shared(() => {
  const tls = `tls: ${JSON.stringify({ sni: 'backend.internal', validation: { inline: certificates().authority } })}`;
  return startGateway({
    documents: {
      ...upstream('client', both().port, `protocol: client\n${tls}`),
      ...upstream('usual', plain().port),
      ...upstream(
        'generous',
        plain().port,
        'http: { maximumResponseHeaders: 200, maximumResponseHeadersSize: 256KiB }',
      ),
      ...upstream('strict', plain().port, 'http: { maximumResponseHeaders: 10, maximumResponseHeadersSize: 4KiB }'),
      ...upstream('short', http2().port, 'protocol: http2\nhttp: { maximumStreamDuration: 200ms }'),
      ...upstream('preserve', plain().port, 'http: { http1: { headerCase: preserve } }'),
      ...upstream('proper', plain().port, 'http: { http1: { headerCase: proper } }'),
      ...upstream('trailers', plain().port, 'http: { http1: { trailers: true } }'),
      ...upstream('one-stream', http2().port, 'protocol: http2\nhttp: { http2: { maximumConcurrentStreams: 1 } }'),
      ...upstream(
        'windows',
        watched().port,
        'protocol: http2\nhttp: { http2: { streamWindow: 128KiB, connectionWindow: 2MiB } }',
      ),
      ...upstream('pings', watched().port, 'protocol: http2\nhttp: { http2: { keepalive: { interval: 100ms } } }'),
      ...upstream(
        'pings-first',
        watched().port,
        'protocol: http2\nhttp: { http2: { keepalive: { idle: 50ms, timeout: 5s } } }',
      ),
      ...upstream('quiet', watched().port, 'protocol: http2'),
      ...virtualHost(
        'http',
        [
          'routes:',
          ...[...NAMES, ...HTTP2_NAMES].map(
            (name) => `- { match: { path: { prefix: /${name} } }, forward: { upstream: ${name} } }`,
          ),
        ].join('\n'),
      ),
    },
  });
});

const send = (path: string, rest: Partial<GatewayRequest> = {}) =>
  gateway().request({ host: 'http.test', path, ...rest });
const statusOf = async (path: string): Promise<number> => (await send(path)).status;

test.each([
  ['http1', 'HTTP/1.1'],
  ['http2', 'HTTP/2.0'],
] as const)('an upstream can be spoken to as the client speaks (%s)', async (protocol, version) => {
  expect((await send('/client', { protocol })).json()).toMatchObject({ protocol: version });
});

describe('an answer', () => {
  test('may have as many headers as the document says', async () => {
    expect([await statusOf('/usual/many/150'), await statusOf('/generous/many/150')]).toEqual([502, 200]);
    expect([await statusOf('/usual/many/20'), await statusOf('/strict/many/20')]).toEqual([200, 502]);
  });

  test('may have headers as large as the document says', async () => {
    expect(await statusOf('/usual/large/90000')).toBe(502);
    // Node's client itself does not take so many.
    expect(await rawAnswer('/generous/large/90000')).toMatch(/^HTTP\/1\.1 200 /);
    expect([await statusOf('/usual/large/8000'), await statusOf('/strict/large/8000')]).toEqual([200, 502]);
  });

  test('may take as long as the document says', async () => {
    http2().script('/short', ['hang']);
    expect(await statusOf('/short')).toBe(504);
  });
});

describe('the case of header names', () => {
  test('is lower', async () => {
    expect((await send('/usual/x')).json()).toMatchObject({ headerNames: expect.arrayContaining(['x-request-id']) });
    expect(await rawAnswer('/usual/x')).toMatch(/\r\nx-mixed-case: 1/);
  });

  test('is proper if the document says so', async () => {
    expect((await send('/proper/x')).json()).toMatchObject({ headerNames: expect.arrayContaining(['X-Request-Id']) });
  });

  test('of answers is kept if the document says so', async () => {
    expect(await rawAnswer('/preserve/x')).toMatch(/\r\nX-Mixed-Case: 1/);
  });
});

test('trailers are passed on if the document says so', async () => {
  expect(await trailersThrough('/trailers/trailers')).toEqual({ answer: 'bye', request: { 'x-sum': '1' } });
  expect(await trailersThrough('/usual/trailers')).toEqual({ answer: undefined, request: {} });
});

/** Sends a request with a trailer over HTTP/2, which always carries them. */
async function trailersThrough(path: string) {
  const session = connect(`http://127.0.0.1:${gateway().portOf('http')}`);
  const stream = session.request(
    { ':method': 'POST', ':path': path, ':authority': 'http.test' },
    { waitForTrailers: true },
  );
  stream.once('wantTrailers', () => stream.sendTrailers({ 'x-sum': '1' }));
  let answer: unknown;
  stream.once('trailers', (trailers: Record<string, unknown>) => (answer = trailers['x-last']));
  stream.end('body');
  stream.resume();
  await once(stream, 'close');
  session.destroy();
  return { answer, request: plain().requests.at(-1)?.trailers };
}

/** Says a request in so many bytes, and returns the answer as it came. */
async function rawAnswer(path: string): Promise<string> {
  const socket = await openConnection({ port: gateway().portOf('http') });
  socket.write(`GET ${path} HTTP/1.1\r\nhost: http.test\r\nconnection: close\r\n\r\n`);
  let heard = '';
  for await (const chunk of socket) heard += String(chunk);
  return heard;
}

describe('HTTP/2', () => {
  test('runs no more requests on a connection than the document says', async () => {
    const before = http2().connections();
    http2().script('/one-stream', [{ delayMs: 300 }]);
    await Promise.all([1, 2, 3].map(() => send('/one-stream')));
    expect(http2().connections() - before).toBe(3);
  });

  test('begins with the windows that the document says', async () => {
    await send('/quiet');
    const usual = watched().sessions.at(-1);
    expect(usual?.remoteSettings.initialWindowSize).toBe(65_536);
    expect(usual?.state.remoteWindowSize).toBeLessThan(1_100_000);
    await send('/windows');
    const session = watched().sessions.at(-1);
    expect(session?.remoteSettings.initialWindowSize).toBe(131_072);
    expect(session?.state.remoteWindowSize).toBeGreaterThan(2_000_000);
  });

  test('asks whether the other side is there if the document says so', async () => {
    await send('/quiet');
    const before = watched().pings();
    await send('/pings');
    await expect.poll(() => watched().pings() - before, { timeout: 10_000 }).toBeGreaterThan(1);
  });

  test('asks before a request that comes after a silence if the document says so', async () => {
    await send('/pings-first');
    const session = watched().sessions.at(-1);
    let asked = 0;
    session?.on('ping', () => (asked += 1));
    // A shorter silence than the document says is possible on a busy machine only before the first question.
    await expect
      .poll(async () => (await send('/pings-first'), asked), { timeout: 10_000, interval: 100 })
      .toBeGreaterThan(0);
  });
});

/** A server that remembers sessions and counts pings. */
async function startWatchedHttp2() {
  const sessions: Http2Session[] = [];
  let pings = 0;
  const server = createServer((_, response) => void response.end('here'));
  server.on('session', (session) => {
    sessions.push(session);
    session.on('ping', () => (pings += 1));
  });
  const port = await listen(server);
  return {
    port,
    sessions,
    pings: () => pings,
    stop: async () => {
      const closed = close(server);
      for (const session of sessions) session.destroy();
      await closed;
    },
  };
}
