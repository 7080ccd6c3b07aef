/** One request over one connection, with control of what a browser or `fetch` decides itself. */
import { once } from 'node:events';
import { request as requestHttp1 } from 'node:http';
import { connect as connectHttp2 } from 'node:http2';
import { connect as connectTcp } from 'node:net';
import type { Socket } from 'node:net';
import { connect as connectTls, TLSSocket } from 'node:tls';
import type { Certificate } from './certificates.ts';

export interface RequestOptions {
  /** Port of the server, on 127.0.0.1. */
  readonly port: number;
  /** Path and query. Default: `/`. */
  readonly path?: string;
  /** Default: `GET`. */
  readonly method?: string;
  /** The header `Host` or `:authority`. Default: `127.0.0.1:<port>`. */
  readonly host?: string;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Uint8Array;
  /** Default: `http1`. Over clear text HTTP/2 starts with prior knowledge. */
  readonly protocol?: 'http1' | 'http2';
  readonly tls?: ClientTls;
  /** The address to come from, such as `127.0.0.2`. */
  readonly localAddress?: string;
  /** Bytes to send before all others, such as a PROXY protocol header. */
  readonly preface?: string | Uint8Array;
  /** Default: 10 seconds. */
  readonly timeoutMs?: number;
}

export interface ClientTls {
  /** PEM of the authority to trust. Default: any certificate is accepted. */
  readonly authority?: string;
  /** Server name indication, and the name that a verified certificate must have. Default: none, and `localhost`. */
  readonly serverName?: string;
  /** The certificate to show. */
  readonly certificate?: Certificate;
}

export interface ClientResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
  /** Parses the body; the caller says what it expects by its assertions. */
  readonly json: () => unknown;
  readonly tls?: ServerTls;
}

export interface ServerTls {
  /** `h2`, `http/1.1`, or absent when nothing was negotiated. */
  readonly alpn?: string;
  /** Of the server's certificate. */
  readonly commonName: string;
  /** Of the server's certificate: SHA-256 in lower-case hexadecimal, as in `Certificate`. */
  readonly fingerprint: string;
}

/**
 * Sends a request and reads the whole answer. Redirects are not followed; every status is an answer.
 *
 * @throws Error when the connection, the TLS handshake or the request breaks, or the time is up.
 */
export async function request(options: RequestOptions): Promise<ClientResponse> {
  const { timeoutMs = 10_000 } = options;
  const socket = openSocket(options);
  const timer = setTimeout(() => socket.destroy(new Error(`no answer after ${timeoutMs} ms`)), timeoutMs);
  try {
    return await exchange(options, socket);
  } finally {
    clearTimeout(timer);
    socket.destroy();
  }
}

/** Opens a connection as `request` does, for tests that speak for themselves; the caller destroys it. */
export async function openConnection(options: RequestOptions): Promise<Socket> {
  return secure(openSocket(options), options);
}

function openSocket({ port, localAddress, preface }: RequestOptions): Socket {
  const socket = connectTcp({ host: '127.0.0.1', port, ...(localAddress !== undefined && { localAddress }) });
  if (preface !== undefined) socket.write(preface);
  return socket;
}

async function secure(socket: Socket, { tls, protocol }: RequestOptions): Promise<Socket> {
  if (tls === undefined) {
    await once(socket, 'connect');
    return socket;
  }
  const { authority, serverName, certificate } = tls;
  const secured = connectTls({
    socket,
    ALPNProtocols: [protocol === 'http2' ? 'h2' : 'http/1.1'],
    rejectUnauthorized: authority !== undefined,
    ...(authority !== undefined && { ca: authority }),
    ...(serverName !== undefined && { servername: serverName }),
    ...(certificate && { cert: certificate.certificate, key: certificate.privateKey }),
  });
  await once(secured, 'secureConnect');
  return secured;
}

type Message = Pick<ClientResponse, 'status' | 'headers' | 'body'>;

async function exchange(options: RequestOptions, raw: Socket): Promise<ClientResponse> {
  const socket = await secure(raw, options);
  const message = await (options.protocol === 'http2' ? overHttp2 : overHttp1)(options, socket);
  const tls = socket instanceof TLSSocket ? { tls: describeTls(socket) } : {};
  return { ...message, json: () => JSON.parse(message.body), ...tls };
}

function overHttp1(options: RequestOptions, socket: Socket): Promise<Message> {
  const { path = '/', method = 'GET', body } = options;
  return new Promise((resolve, reject) => {
    const headers = { host: hostOf(options), ...mutable(options.headers) };
    const sent = requestHttp1({ createConnection: () => socket, path, method, headers }, (response) => {
      const { statusCode: status = 0, headersDistinct } = response;
      readText(response).then((text) => resolve({ status, headers: toHeaders(headersDistinct), body: text }), reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

function overHttp2(options: RequestOptions, socket: Socket): Promise<Message> {
  const { path = '/', method = 'GET', body, tls } = options;
  const scheme = tls === undefined ? 'http' : 'https';
  return new Promise((resolve, reject) => {
    const session = connectHttp2(`${scheme}://${hostOf(options)}`, { createConnection: () => socket });
    session.on('error', reject);
    const pseudo = { ':method': method, ':path': path, ':authority': hostOf(options), ':scheme': scheme };
    const stream = session.request({ ...pseudo, ...mutable(options.headers) });
    stream.on('error', reject);
    // A connection that closes between frames ends the stream without an error.
    const closed = (): void => reject(new Error('the connection was closed before an answer'));
    stream.once('close', closed);
    stream.once('response', (received) => {
      stream.off('close', closed);
      const status = Number(received[':status']);
      readText(stream).then((text) => resolve({ status, headers: toHeaders(received), body: text }), reject);
    });
    stream.end(body);
  });
}

function toHeaders(received: Readonly<Record<string, string | string[] | number | undefined>>): Headers {
  const headers = new Headers();
  for (const [name, values = []] of Object.entries(received)) {
    if (!name.startsWith(':')) for (const value of [values].flat()) headers.append(name, String(value));
  }
  return headers;
}

const hostOf = ({ host, port }: RequestOptions): string => host ?? `127.0.0.1:${port}`;

const mutable = (headers: RequestOptions['headers'] = {}): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, typeof value === 'string' ? value : [...value]]),
  );

async function readText(stream: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function describeTls(socket: TLSSocket): ServerTls {
  const certificate = socket.getPeerCertificate();
  return {
    ...(socket.alpnProtocol && { alpn: socket.alpnProtocol }),
    commonName: String(certificate.subject.CN),
    fingerprint: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
  };
}
