/** A server for HTTP/1.1 requests that change the protocol: it agrees to all, and sends back what it gets. */
import { createServer } from 'node:http';
import type { Duplex } from 'node:stream';
import { close, listen } from './ports.ts';

export interface UpgradeUpstream {
  /** On 127.0.0.1. */
  readonly port: number;
  /** What has been asked for, in order: the protocol of each upgrade, or `CONNECT` and the address. */
  readonly asked: readonly string[];
  /** Ends open connections too. */
  readonly stop: () => Promise<void>;
}

export async function startUpgradeUpstream(): Promise<UpgradeUpstream> {
  const asked: string[] = [];
  const sockets = new Set<Duplex>();
  const agree = (socket: Duplex, what: string, head: readonly string[]): void => {
    asked.push(what);
    sockets.add(socket);
    socket.on('error', () => socket.destroy()); // A client that breaks off is no failure of the upstream.
    socket.write(`HTTP/1.1 ${head.join('\r\n')}\r\n\r\n`);
    socket.pipe(socket);
  };
  const server = createServer((_, response) => response.end('plain'));
  server.on('upgrade', ({ headers }, socket) => {
    const { upgrade = '' } = headers;
    agree(socket, upgrade, ['101 Switching Protocols', 'connection: upgrade', `upgrade: ${upgrade}`]);
  });
  server.on('connect', ({ url }, socket) => agree(socket, `CONNECT ${url}`, ['200 OK']));
  const port = await listen(server);
  return {
    port,
    asked,
    stop: async () => {
      const closed = close(server);
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
