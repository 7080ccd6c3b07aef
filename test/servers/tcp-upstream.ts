/** A server for layer 4: it greets each connection with its name and then sends back what it gets. */
import { createServer as createTcpServer } from 'node:net';
import type { Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import type { Certificate } from './certificates.ts';
import { close, listen } from './ports.ts';

export interface TcpUpstreamOptions {
  /** Default: `upstream`. */
  readonly name?: string;
  /** With a certificate the server speaks TLS itself, as a TLS passthrough needs it. */
  readonly certificate?: Certificate;
}

export interface TcpUpstream {
  /** On 127.0.0.1. */
  readonly port: number;
  /** How many connections have been greeted. */
  readonly count: () => number;
  /** Ends open connections too. May be called again. */
  readonly stop: () => Promise<void>;
}

export async function startTcpUpstream({
  name = 'upstream',
  certificate,
}: TcpUpstreamOptions = {}): Promise<TcpUpstream> {
  let connections = 0;
  const sockets = new Set<Socket>();
  const greet = (socket: Socket): void => {
    connections += 1;
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy()); // A client that breaks off is no failure of the upstream.
    socket.write(`${name}\n`);
    socket.pipe(socket);
  };
  const server = certificate
    ? createTlsServer({ cert: certificate.certificate, key: certificate.privateKey }, greet)
    : createTcpServer(greet);
  const port = await listen(server);
  return {
    port,
    count: () => connections,
    stop: async () => {
      if (!server.listening) return;
      const closed = close(server);
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
