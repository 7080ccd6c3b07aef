/** HTTP/1 word for word: for clients that break its rules, and upstreams that tell how requests were written. */
import { createServer, type Socket } from 'node:net';
import { openConnection } from './http-client.ts';
import { close, listen } from './ports.ts';

/**
 * Sends a text over a connection of its own and reads what comes.
 *
 * @param until what must have come; without it, everything until the server closes the connection
 */
export async function converse(port: number, text: string, until?: RegExp): Promise<string> {
  const socket = await openConnection({ port });
  socket.setTimeout(10_000, () => socket.destroy(new Error('the server says nothing more')));
  socket.setEncoding('utf8');
  socket.write(text);
  let heard = '';
  try {
    for await (const more of socket) {
      heard += String(more);
      if (until?.test(heard)) break;
    }
    return heard;
  } finally {
    socket.destroy();
  }
}

/** A server that answers each request with the text of the request, and takes no second one from a connection. */
export async function startRawUpstream(): Promise<{ readonly port: number; readonly stop: () => Promise<void> }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy()); // A client that breaks off is no failure of the upstream.
    socket.once('close', () => sockets.delete(socket));
    socket.setEncoding('utf8');
    let heard = '';
    socket.on('data', (more) => {
      heard += String(more);
      if (!isWhole(heard)) return;
      const head = `HTTP/1.1 200 OK\r\ncontent-length: ${Buffer.byteLength(heard)}\r\nconnection: close\r\n\r\n`;
      socket.end(head + heard);
    });
  });
  const port = await listen(server);
  const stop = async (): Promise<void> => {
    const closed = close(server);
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  return { port, stop };
}

/** Bodies are chunked, or there is none. */
const isWhole = (request: string): boolean =>
  /\r\ntransfer-encoding: chunked\r\n/i.test(request)
    ? /\r\n0\r\n(.*\r\n)*\r\n$/.test(request)
    : request.endsWith('\r\n\r\n');
