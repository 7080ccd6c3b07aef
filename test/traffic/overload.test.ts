import { once } from 'node:events';
import { connect as connectHttp2, constants } from 'node:http2';
import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { converse } from '../servers/raw-http.ts';
import { startUpstream } from '../servers/upstream.ts';
import { upstream, virtualHost } from './documents.ts';
import { startGateway } from './harness.ts';
import { shared } from './shared.ts';

const echo = shared(() => startUpstream());

const documents = () => ({
  ...upstream('echo', echo().port),
  ...virtualHost(
    'busy',
    `
    routes:
      - respond: { statusCode: 200, body: here }
      - match: { path: { prefix: /hang } }
        forward: { upstream: echo }
  `,
  ),
});

/** Any Envoy uses more memory than that. */
const TOO_MUCH = 'maximumHeap: 1MiB';

const gatewayWith = (overload: string) =>
  shared(() => startGateway({ gateway: `accessLog: []\noverload: ${overload}`, documents: documents() }));

const idle = gatewayWith('{ prematureResets: { total: 20, within: 5s }, maximumRequestsPerCycle: 1 }');
const pressed = gatewayWith(`{
  ${TOO_MUCH},
  actions: [
    { do: shrink-heap, when: heap, at: 50 },
    { do: disable-keepalive, when: heap, at: 50 },
    { do: reduce-timeouts, when: heap, from: 10, at: 50 },
    { do: reset-streams, when: heap, from: 10, at: 50 }
  ],
  reducedTimeouts: [{ timeout: connection-idle, minimum: 100ms }]
}`);
const refusing = gatewayWith('{ actions: [{ do: refuse-requests, when: cpu, at: 0 }] }');
const closing = gatewayWith(`{ ${TOO_MUCH}, actions: [{ do: refuse-connections, when: heap, at: 50 }] }`);
const waiting = gatewayWith(`{ ${TOO_MUCH}, actions: [{ do: stop-accepting, when: heap, at: 50 }] }`);

const ask = (gateway: typeof idle, timeoutMs = 10_000) => gateway().request({ host: 'busy.test', timeoutMs });
const becomesActive = (gateway: typeof idle, action: string) =>
  expect.poll(() => gateway().stat(`overload.envoy.overload_actions.${action}.active`), { timeout: 10_000 }).toBe(1);

describe('an Envoy that runs out of memory', () => {
  test('gives memory back, and breaks off what holds much of it', async () => {
    await becomesActive(pressed, 'shrink_heap');
    await becomesActive(pressed, 'reset_high_memory_stream');
  });

  test('keeps no connections', async () => {
    const request = 'GET / HTTP/1.1\r\nHost: busy.test\r\n\r\n';
    const heard = (gateway: typeof idle) => converse(gateway().portOf('http'), request, /here/);
    expect(await heard(pressed)).toContain('connection: close');
    expect(await heard(idle)).not.toContain('connection: close');
  });

  test('waits less long for idle ones', async () => {
    const socket = connect(pressed().portOf('http'), '127.0.0.1').resume();
    await once(socket, 'close');
    socket.destroy();
  });

  test('closes new connections, if told', async () => {
    const answer = () =>
      ask(closing).then(
        () => 'an answer',
        () => 'none',
      );
    // Each worker learns of it by itself, somewhat later.
    await expect.poll(answer, { timeout: 10_000 }).toBe('none');
    expect((await ask(idle)).status).toBe(200);
  });

  test('takes no new connections, if told', async () => {
    await becomesActive(waiting, 'stop_accepting_connections');
    await expect(ask(waiting, 300)).rejects.toThrow('no answer');
  });
});

test('an Envoy whose processors are busy refuses requests', async () => {
  const { status, body } = await ask(refusing);
  expect([status, body]).toEqual([503, 'envoy overloaded']);
});

describe('a client', () => {
  test('that breaks off its requests at once loses its connection', async () => {
    echo().script('/hang', ['hang']);
    const session = connectHttp2(`http://127.0.0.1:${idle().portOf('http')}`);
    session.on('error', () => session.destroy()); // To be closed is what is waited for.
    const closed = new Promise((resolve) => session.once('close', resolve));
    await once(session, 'remoteSettings');
    for (let at = 0; at < 30 && !session.destroyed && !session.closed; at++) {
      const stream = session.request({ ':path': '/hang', ':authority': 'busy.test' });
      stream.on('error', () => undefined); // The session may be closed by now.
      stream.close(constants.NGHTTP2_CANCEL);
    }
    await closed;
    expect(await idle().stat('http.http.downstream_rq_too_many_premature_resets')).toBe(1);
  });

  test('that sends many requests at once gets all answers', async () => {
    const request = 'GET / HTTP/1.1\r\nHost: busy.test\r\n\r\n';
    const heard = await converse(idle().portOf('http'), request.repeat(10), /(here[\s\S]*){10}/);
    expect(heard.match(/ 200 OK/g)).toHaveLength(10);
  });
});
