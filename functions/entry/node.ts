/** The API as a server of its own, on Node. */
import { promisify } from 'node:util';
import { serve, type ServerType } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import { createApi, type ApiOptions } from '../api/api.ts';

export interface ServeOptions extends ApiOptions {
  /** Without an authorizer, only an address of this machine. */
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  /** How long answers that are under way may take once the API is closed, in milliseconds; default 5,000. */
  readonly closeGraceMs?: number;
}

export interface RunningApi {
  /** Such as `http://127.0.0.1:8080`. */
  readonly url: string;
  /** Answers what was asked, and ends; what is not answered after a while, such as a stream of events, is cut off. */
  readonly close: () => Promise<void>;
}

/** @throws Error if nobody has to prove who it is, and others than this machine could call; or if the address is taken. */
export async function serveApi({ host, port, closeGraceMs = 5_000, ...options }: ServeOptions): Promise<RunningApi> {
  if (!options.authorizer && !LOOPBACK.has(host))
    throw new Error(`whoever reaches ${host} could do all: listen on 127.0.0.1, or say who may do what`);
  const { fetch } = createApi({ addressOf: (context) => getConnInfo(context).remote.address, ...options });
  const server = await new Promise<ServerType>((resolve, reject) => {
    const starting = serve({ fetch, hostname: host, port, serverOptions: { maxHeaderSize: MAX_HEADERS } }, () =>
      resolve(starting),
    );
    starting.once('error', reject);
  });
  const address = server.address();
  const actual = typeof address === 'object' && address ? address.port : port;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${actual}`,
    close: () => close(server, closeGraceMs),
  };
}

async function close(server: ServerType, graceMs: number): Promise<void> {
  const closed = promisify(server.close.bind(server))();
  if (!('closeAllConnections' in server)) return closed;
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed.finally(() => clearTimeout(cut));
}

/** Of all headers and the address, in bytes; a longer address than any of ours is told so by the API, not by Node. */
const MAX_HEADERS = 65_536;

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '::1', 'localhost']);
