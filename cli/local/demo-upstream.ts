/**
 * A small HTTP server to route to when no real one is at hand. It describes each request as JSON, so that a reader
 * of the quick start sees what Envoy made of it.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

export interface DemoUpstreamOptions {
  /** Appears in every answer, to tell several upstreams apart. Default: `demo`. */
  readonly name?: string;
  /** Default: 127.0.0.1. */
  readonly host?: string;
  /** Default: 0, a port that the kernel chooses. */
  readonly port?: number;
}

export interface DemoUpstream {
  readonly host: string;
  readonly port: number;
  /** Ends open connections too. May be called again. */
  readonly stop: () => Promise<void>;
}

/** What the upstream answers, as JSON. */
export interface RequestDescription {
  readonly upstream: string;
  readonly method: string;
  /** Path and query, as they arrived. */
  readonly path: string;
  readonly host: string;
  /** By lower-case name; repeated headers are joined by a comma and a space. */
  readonly headers: Readonly<Record<string, string>>;
  /** The request's body, read as UTF-8. */
  readonly body: string;
}

/**
 * Starts the upstream. Three paths do what they say, under any prefix, and may be combined, such as `/status/503/delay/200`;
 * every other path is only described:
 *
 * - `/status/<200 to 599>` answers with that status,
 * - `/delay/<milliseconds>` answers after that time, at most a minute,
 * - `/bytes/<count>` answers with so many bytes instead of the description, at most 100 million.
 */
export async function startDemoUpstream(options: DemoUpstreamOptions = {}): Promise<DemoUpstream> {
  const { name = 'demo', host = '127.0.0.1', port = 0 } = options;
  const server = createServer((request, response) => {
    answer(name, request, response).catch(() => response.destroy()); // The client has gone while its request was read.
  });
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the demo upstream has no TCP port');
  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    if (server.listening) await once(server.close(), 'close');
  };
  return { host, port: address.port, stop };
}

async function answer(upstream: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const description = await describe(upstream, request);
  const wish = readWish(description.path);
  await sleep(wish.delayMs);
  const isText = wish.bytes === undefined;
  response.statusCode = wish.status;
  response.setHeader('content-type', isText ? 'application/json' : 'application/octet-stream');
  response.setHeader('x-upstream', upstream);
  response.end(isText ? `${JSON.stringify(description, null, 2)}\n` : Buffer.alloc(wish.bytes, 'x'));
}

async function describe(upstream: string, request: IncomingMessage): Promise<RequestDescription> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return {
    upstream,
    method: request.method ?? '',
    path: request.url ?? '',
    host: request.headers.host ?? '',
    headers: Object.fromEntries(
      Object.entries(request.headersDistinct).map(([key, values = []]) => [key, values.join(', ')]),
    ),
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

interface Wish {
  readonly status: number;
  readonly delayMs: number;
  readonly bytes: number | undefined;
}

function readWish(path: string): Wish {
  const number = (name: string, atMost: number): number | undefined => {
    const digits = new RegExp(`/${name}/(\\d{1,9})(?=[/?]|$)`).exec(path)?.[1];
    return digits === undefined ? undefined : Math.min(Number(digits), atMost);
  };
  const status = number('status', 599) ?? 200;
  return {
    // Node refuses a status below 100, and one below 200 does not end a response.
    status: status < 200 ? 200 : status,
    delayMs: number('delay', 60_000) ?? 0,
    bytes: number('bytes', 100_000_000),
  };
}
