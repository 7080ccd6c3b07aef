/** Connections whose other end is silent, on real sockets. */
import { once } from 'node:events';
import { createServer, type ServerHttp2Session } from 'node:http2';
import { connect as connectTcp, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { keepAlive } from '../../../relay/grpc/keepalive.ts';
import { openSession } from './http2.ts';

const SETTINGS = { everyMs: 20, silenceMs: 50, silencesWhileSending: 1_000_000 };

/** A server that pings, and where it listens. */
async function serve(isSending: (session: ServerHttp2Session) => boolean): Promise<number> {
  const server = createServer();
  onTestFinished(() => void server.close());
  server.on('session', (session) => keepAlive(session, SETTINGS, () => isSending(session)));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}

/** Says that it speaks HTTP/2, and then nothing. */
function connectSilent(port: number): Socket {
  const socket = connectTcp(port, '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  socket.on('error', () => undefined).resume();
  socket.write('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0');
  return socket;
}

test('one at which nobody is any more is taken away, one that answers is not', async () => {
  const port = await serve(() => false);
  const alive = openSession(`127.0.0.1:${port}`);
  await once(alive, 'connect');
  await once(connectSilent(port), 'close');
  expect([alive.closed, alive.destroyed]).toEqual([false, false]);
});

test('one that a message is on its way to has longer', async () => {
  let first: ServerHttp2Session | undefined;
  const port = await serve((session) => session === (first ??= session));
  const slow = connectSilent(port);
  await expect.poll(() => first).toBeDefined();
  await once(connectSilent(port), 'close');
  expect(slow.closed).toBe(false);
});
