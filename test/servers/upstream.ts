/** Echo servers to route to: HTTP/1.1 and HTTP/2, clear or over TLS, well-behaved or not. */
import { createServer as createHttp1Server } from 'node:http';
import { createSecureServer as createSecureHttp2Server, createServer as createHttp2Server } from 'node:http2';
import { createServer as createHttpsServer } from 'node:https';
import type { Server, Socket } from 'node:net';
import type { Certificate } from './certificates.ts';
import { behave } from './upstream-behaviour.ts';
import type { Behaviour, Request, Response } from './upstream-behaviour.ts';
import { describeRequest } from './upstream-echo.ts';
import type { EchoedRequest } from './upstream-echo.ts';
import { close, listen } from './ports.ts';

export interface UpstreamOptions {
  /** Appears in each echo and as the header `x-upstream`. Default: `upstream`. */
  readonly name?: string;
  /** `automatic` offers both by ALPN and so needs TLS. Default: `http1`. */
  readonly protocol?: 'http1' | 'http2' | 'automatic';
  readonly tls?: UpstreamTls;
  /** Default: a port that the kernel chooses. */
  readonly port?: number;
}

export interface UpstreamTls {
  readonly certificate: Certificate;
  /** PEM of the authority whose client certificates are required. Default: no client certificate is asked for. */
  readonly clientAuthority?: string;
}

export interface Upstream {
  readonly name: string;
  /** On 127.0.0.1. */
  readonly port: number;
  /** Every request that has arrived whole, in order. */
  readonly requests: readonly EchoedRequest[];
  /** How many requests have arrived for a path, the query left aside; without a path, how many in all. */
  readonly count: (path?: string) => number;
  /** How many connections have been opened to it, in all. */
  readonly connections: () => number;
  /**
   * Says how to treat the coming requests for a path: one behaviour each, the last one for all that follow.
   * The path `*` stands for all paths without a script of their own. Unscripted paths echo.
   */
  readonly script: (path: string, behaviours: readonly [Behaviour, ...Behaviour[]]) => void;
  /** Ends open connections too. May be called again. */
  readonly stop: () => Promise<void>;
}

export async function startUpstream(options: UpstreamOptions = {}): Promise<Upstream> {
  const { name = 'upstream' } = options;
  const requests: EchoedRequest[] = [];
  const scripts = new Map<string, Behaviour[]>();

  const handle = async (request: Request, response: Response): Promise<void> => {
    const echo = await describeRequest(name, request);
    requests.push(echo);
    await behave(nextBehaviour(scripts, pathOf(echo)), echo, response);
  };
  // A client that goes away while its request is read or answered is no failure of the upstream.
  const server = createServer(
    options,
    (request, response) => void handle(request, response).catch(() => response.destroy()),
  );
  const { sockets, connections } = trackSockets(server);
  const port = await listen(server, options.port);
  return {
    name,
    port,
    requests,
    count: (path) => (path === undefined ? requests.length : requests.filter((echo) => pathOf(echo) === path).length),
    connections,
    script: (path, behaviours) => void scripts.set(path, [...behaviours]),
    stop: async () => {
      if (!server.listening) return;
      const closed = close(server);
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

function createServer(
  { protocol = 'http1', tls }: UpstreamOptions,
  listener: (request: Request, response: Response) => void,
): Server {
  if (tls === undefined) {
    if (protocol === 'automatic') throw new Error('only TLS can negotiate the protocol');
    return protocol === 'http1' ? createHttp1Server(listener) : createHttp2Server(listener);
  }
  const secure = {
    cert: tls.certificate.certificate,
    key: tls.certificate.privateKey,
    ...(tls.clientAuthority !== undefined && { ca: tls.clientAuthority, requestCert: true, rejectUnauthorized: true }),
  };
  if (protocol === 'http1') return createHttpsServer(secure, listener);
  return createSecureHttp2Server({ ...secure, allowHTTP1: protocol === 'automatic' }, listener);
}

function trackSockets(server: Server): { readonly sockets: ReadonlySet<Socket>; readonly connections: () => number } {
  const sockets = new Set<Socket>();
  let connections = 0;
  server.on('connection', (socket) => {
    connections += 1;
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return { sockets, connections: () => connections };
}

function nextBehaviour(scripts: ReadonlyMap<string, Behaviour[]>, path: string): Behaviour {
  const script = scripts.get(path) ?? scripts.get('*') ?? [];
  const [next = 'echo'] = script;
  if (script.length > 1) script.shift();
  return next;
}

const pathOf = ({ path }: EchoedRequest): string => path.split('?', 1)[0] ?? '';
