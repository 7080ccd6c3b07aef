/** Requests after which the connection speaks another protocol: `CONNECT`, and upgrades such as WebSocket. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export interface TunnelOptions {
  /** Port of the server, on 127.0.0.1. */
  readonly port: number;
  /** The first line without the version, such as `CONNECT shop.test:443`. */
  readonly request: string;
  readonly host: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Default: 10 seconds. */
  readonly timeoutMs?: number;
}

export interface Tunnel {
  readonly status: number;
  readonly headers: Headers;
  /** Writes a text and reads until as much has come back. */
  readonly exchange: (text: string, length?: number) => Promise<string>;
  readonly close: () => void;
}

/**
 * Sends the head of a request over HTTP/1.1 and reads the head of the answer.
 *
 * @throws Error when the connection breaks or the time is up before an answer.
 */
export async function openTunnel({
  port,
  request,
  host,
  headers = {},
  timeoutMs = 10_000,
}: TunnelOptions): Promise<Tunnel> {
  const socket = connect({ host: '127.0.0.1', port });
  const timer = setTimeout(() => socket.destroy(new Error(`no answer after ${timeoutMs} ms`)), timeoutMs);
  const reader = readerOf(socket);
  try {
    await once(socket, 'connect');
    const lines = Object.entries({ host, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.write(`${request} HTTP/1.1\r\n${lines.join('')}\r\n`);
    const head = await reader((received) => {
      const end = received.indexOf('\r\n\r\n');
      return end === -1 ? undefined : end + 4;
    });
    const [first = '', ...fields] = head.trimEnd().split('\r\n');
    return {
      status: Number(first.split(' ')[1]),
      headers: new Headers(
        fields.map((line): [string, string] => [line.split(':', 1)[0] ?? '', line.slice(line.indexOf(':') + 1).trim()]),
      ),
      exchange: (text, length = text.length) => {
        socket.write(text);
        return reader((received) => (received.length < length ? undefined : length));
      },
      close: () => socket.destroy(),
    };
  } catch (error) {
    socket.destroy();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** Reads from a socket, in pieces: `lengthOf` tells how long the next is, as soon as it has come whole. */
function readerOf(socket: Socket): (lengthOf: (received: string) => number | undefined) => Promise<string> {
  const chunks = socket.setEncoding('latin1')[Symbol.asyncIterator]();
  let received = '';
  return async (lengthOf) => {
    for (let length = lengthOf(received); ; length = lengthOf(received)) {
      if (length !== undefined) {
        const piece = received.slice(0, length);
        received = received.slice(length);
        return piece;
      }
      const next = await chunks.next();
      if (next.done) throw new Error(`the connection was closed after ${JSON.stringify(received)}`);
      received += String(next.value);
    }
  };
}
