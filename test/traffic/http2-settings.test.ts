import { once } from 'node:events';
import { connect as connectHttp2, constants, type ClientHttp2Session } from 'node:http2';
import { connect } from 'node:net';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { startUpstream } from '../servers/upstream.ts';
import { upstream, virtualHost } from './documents.ts';
import { startGateway } from './harness.ts';
import { shared } from './shared.ts';

const echo = shared(() => startUpstream());

const documents = () => ({
  ...upstream('echo', echo().port),
  ...virtualHost(
    'two',
    `
    routes:
      - respond: { statusCode: 200, body: here }
      - match: { path: { exact: /index.html } }
        forward: { upstream: echo }
  `,
  ),
});

const plain = shared(() => startGateway({ documents: documents() }));

const strict = shared(() =>
  startGateway({
    gateway: `
      accessLog: []
      http:
        maximumConcurrentStreams: 7
        http2:
          streamWindow: 70000
          connectionWindow: 2MiB
          headerTableSize: 1KiB
          extendedConnect: true
          keepalive: { interval: 100ms, timeout: 5s }
          maximumEmptyFrames: 3
          maximumPriorityFramesPerStream: 5
          maximumWindowUpdatesPerDataFrame: 1
          maximumOutboundControlFrames: 10
          streamResets: { burst: 5, perSecond: 1 }
    `,
    documents: documents(),
  }),
);

async function withSession<T>(gateway: typeof plain, use: (session: ClientHttp2Session) => Promise<T>): Promise<T> {
  const session = connectHttp2(`http://127.0.0.1:${gateway().portOf('http')}`);
  session.on('error', () => session.destroy()); // To be closed is what some of the tests wait for.
  try {
    return await use(session);
  } finally {
    session.destroy();
  }
}

describe('HTTP/2', () => {
  test('is offered as the document says', async () => {
    const settings = (gateway: typeof plain) =>
      withSession(gateway, async (session) => {
        await once(session, 'remoteSettings');
        return session.remoteSettings;
      });
    expect(await settings(strict)).toMatchObject({
      maxConcurrentStreams: 7,
      initialWindowSize: 70000,
      headerTableSize: 1024,
      enableConnectProtocol: true,
    });
    expect(await settings(plain)).toMatchObject({
      maxConcurrentStreams: 100,
      initialWindowSize: 65536,
      headerTableSize: 4096,
      enableConnectProtocol: false,
    });
  });

  test('asks whether the client is still there', async () => {
    await withSession(strict, async (session) => {
      await once(session, 'ping');
      await once(session, 'ping');
    });
  });

  test.each([
    ['ends with a client that breaks off too many requests', strict, 'closed'],
    ['goes on with one that breaks off some', plain, 'open'],
  ])('%s', async (_, gateway, expected) => {
    await withSession(gateway, async (session) => {
      await once(session, 'remoteSettings');
      const closed = new Promise((resolve) => session.once('close', () => resolve('closed')));
      for (let at = 0; at < 40 && !session.destroyed && !session.closed; at++) {
        const stream = session.request({ ':path': '/', ':authority': 'two.test' });
        stream.on('error', () => undefined); // The session may be closed by now.
        stream.close(constants.NGHTTP2_CANCEL);
        await new Promise((resolve) => stream.once('close', resolve));
      }
      // A ping that comes together with one reset too many is still answered, before the goodbye; the next one is not.
      const pingTwice = async () => {
        for (let times = 0; times < 2; times++) await promisify(session.ping.bind(session))();
        return 'open';
      };
      expect(await Promise.race([closed, pingTwice().catch(() => closed)])).toBe(expected);
    });
  });
});

/** A frame of HTTP/2 (RFC 9113, section 4.1). */
function frame(type: number, flags: number, stream: number, payload: readonly number[] = []): Buffer {
  const head = Buffer.alloc(9);
  head.writeUIntBE(payload.length, 0, 3);
  head.writeUInt8(type, 3);
  head.writeUInt8(flags, 4);
  head.writeUInt32BE(stream, 5);
  return Buffer.concat([head, Buffer.from(payload)]);
}

const PREFACE = Buffer.concat([Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'), frame(4, 0, 0)]);

/** Indexed fields and one literal of HPACK (RFC 7541). */
const fields = (method: number, path: number): readonly number[] => [
  ...[method, 0x86, path],
  ...[0x01, 8, ...Buffer.from('two.test')],
];
/** `POST /index.html`; its body is still to come. */
const POST = frame(1, 4, 1, fields(0x83, 0x85));
/** `GET /` */
const GET = frame(1, 5, 1, fields(0x82, 0x84));

const EMPTY_DATA = frame(0, 0, 1);
const PRIORITY = frame(2, 0, 1, [0, 0, 0, 0, 1]);
const WINDOW_UPDATE = frame(8, 0, 0, [0, 0, 0, 1]);
const PING = [1, 2, 3, 4, 5, 6, 7, 8];

/** Whether Envoy closes a connection that sends a request and then a frame so many times. */
async function flood(gateway: typeof plain, request: Buffer, flooding: Buffer, count: number): Promise<string> {
  const socket = connect(gateway().portOf('http'), '127.0.0.1');
  socket.on('error', () => socket.destroy()); // To be closed is what some of the tests wait for.
  let heard = Buffer.alloc(0);
  const hears = (wanted: string | Buffer) =>
    new Promise<string>((resolve) => {
      const listen = () => heard.includes(wanted) && resolve('open');
      socket.on('data', listen);
      listen();
    });
  socket.on('data', (more) => (heard = Buffer.concat([heard, more])));
  const closed = once(socket, 'close').then(() => 'closed');
  socket.write(Buffer.concat([PREFACE, request]));
  if (request === GET) await hears('here');
  // The answer to a PING comes after everything that was sent before it.
  socket.write(Buffer.concat([...Array.from({ length: count }, () => flooding), frame(6, 0, 0, PING)]));
  try {
    return await Promise.race([closed, hears(frame(6, 1, 0, PING))]);
  } finally {
    socket.destroy();
  }
}

describe('a flood of frames', () => {
  test.each([
    ['without content', POST, EMPTY_DATA, 5, 'inbound_empty_frames_flood'],
    ['about priorities', POST, PRIORITY, 50, 'inbound_priority_frames_flood'],
    ['about windows', GET, WINDOW_UPDATE, 15, 'inbound_window_update_frames_flood'],
  ])('%s ends a connection that goes beyond the limit', async (_, request, flooding, count, counter) => {
    expect(await flood(strict, request, flooding, count)).toBe('closed');
    expect(await strict().stat(`http2.${counter}`)).toBe(1);
  });

  test.each([
    ['about priorities', POST, PRIORITY, 50],
    ['about windows', GET, WINDOW_UPDATE, 15],
  ])('%s ends none that stays within Envoy’s own', async (_, request, flooding, count) => {
    expect(await flood(plain, request, flooding, count)).toBe('open');
  });
});
