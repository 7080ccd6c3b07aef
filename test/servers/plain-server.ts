/** An HTTP/1.1 server that shows what a proxy did to bytes and connections: raw headers, trailers, addresses. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { close } from './ports.ts';

export interface PlainServerOptions {
  /** Default: a port of 127.0.0.1 that the kernel chooses. */
  readonly listen?: { readonly host: string; readonly port: number } | { readonly path: string };
  /** Default: `200`, with what the server saw as JSON. */
  readonly respond?: (request: IncomingMessage, response: ServerResponse, seen: SeenRequest) => void;
}

export interface SeenRequest {
  readonly path: string;
  /** Names as they came. */
  readonly headerNames: readonly string[];
  readonly trailers: Readonly<Record<string, string | undefined>>;
  readonly remoteAddress: string;
}

export interface PlainServer {
  /** 0 for a socket in the file system. */
  readonly port: number;
  readonly requests: readonly SeenRequest[];
  /** How many connections have been opened to it, in all. */
  readonly connections: () => number;
  /** The connections that are open. */
  readonly open: ReadonlySet<Socket>;
  readonly stop: () => Promise<void>;
}

export async function startPlainServer({ listen, respond = describe }: PlainServerOptions = {}): Promise<PlainServer> {
  const requests: SeenRequest[] = [];
  const open = new Set<Socket>();
  let connections = 0;
  const server = createServer((request, response) => {
    // A client that goes away while its request is read is no failure of the server.
    void see(request)
      .then((seen) => {
        requests.push(seen);
        respond(request, response, seen);
      })
      .catch(() => response.destroy());
  });
  server.on('connection', (socket) => {
    connections += 1;
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  server.listen(listen ?? { host: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    requests,
    connections: () => connections,
    open,
    stop: async () => {
      const closed = close(server);
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}

async function see(request: IncomingMessage): Promise<SeenRequest> {
  await text(request);
  return {
    path: request.url ?? '',
    headerNames: request.rawHeaders.filter((_, index) => index % 2 === 0),
    trailers: request.trailers,
    remoteAddress: request.socket.remoteAddress ?? '',
  };
}

const describe = (_: IncomingMessage, response: ServerResponse, seen: SeenRequest): void => {
  response.setHeader('content-type', 'application/json').end(JSON.stringify(seen));
};
