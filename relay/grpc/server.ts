/**
 * The gRPC server: calls of the relay's methods as transports, on Node's HTTP/2.
 *
 * Messages stay bytes on this side of gRPC: requests are read by hand, and responses lie ready as frames, which all
 * streams that are sent the same share down to the socket.
 */
import { once } from 'node:events';
import { createSecureServer, createServer, type Http2Server, type ServerHttp2Session } from 'node:http2';
import type { SecureContextOptions, TlsOptions } from 'node:tls';
import { formatAddress, parseAddress, type ListenAddress } from '../address.ts';
import type { AdsOptions } from '../ads-server.ts';
import { METHODS } from '../services.ts';
import type { TlsContent, TlsSource } from '../tls.ts';
import type { Accept } from '../transport.ts';
import { openConnection } from './connection.ts';
import { refusalOfHandshake } from './handshake.ts';

export interface GrpcServer {
  /** Where it listens, with the real port. */
  readonly address: string;
  /** Takes no new streams, asks clients to go elsewhere, and settles when all are gone or the time is up. */
  close(graceMs: number): Promise<void>;
}

/** @throws Error if the address cannot be bound. */
export async function serveGrpc(options: AdsOptions, accept: Accept): Promise<GrpcServer> {
  const { tls, keepaliveMs = 30_000, maxConnectionAgeMs = null } = options;
  const server = tls ? createTlsServer(tls, options.events) : createServer(LIMITS);
  const sessions = new Set<ServerHttp2Session>();
  const settings = {
    methods: METHODS_BY_PATH,
    windowBytes: WINDOW_BYTES,
    keepalive: { everyMs: keepaliveMs, ...PATIENCE },
    maxAgeMs: maxConnectionAgeMs,
  };
  server.on('session', (session) => {
    sessions.add(session);
    session.once('close', () => sessions.delete(session));
    openConnection(session, settings, accept);
  });
  // Whatever is wrong with a connection ends it, and its calls tell of that.
  server.on('sessionError', () => undefined);
  const address = await listen(server, options.listen);
  return { address: formatAddress(address), close: (graceMs) => close(server, sessions, graceMs) };
}

const METHODS_BY_PATH = new Map(METHODS.map((method) => [method.path, method]));

/** A SotW request that names 10,000 resources has 170 KB, and comes with each acknowledgement: in one go, if it may. */
const WINDOW_BYTES = 1024 * 1024;

/** An Envoy that takes in thousands of clusters answers nobody for some seconds; one behind a slow line may take minutes. */
const PATIENCE = { silenceMs: 20_000, silencesWhileSending: 15 };

const LIMITS = {
  settings: { initialWindowSize: WINDOW_BYTES, maxConcurrentStreams: 1_000, maxHeaderListSize: 16 * 1024 },
  // Megabytes; what waits to be sent counts, which is shared, and must not keep a client from opening another stream.
  maxSessionMemory: 4_096,
};

/** Connections that may wait to be taken in, when all Envoys come at once. */
const BACKLOG = 4_096;

async function listen(server: Http2Server, text: string): Promise<ListenAddress> {
  const wanted = parseAddress(text);
  if (!wanted) throw new Error(`"${text}" is not of the form host:port`);
  server.listen({ ...wanted, backlog: BACKLOG });
  await once(server, 'listening');
  const bound = server.address();
  return { ...wanted, port: typeof bound === 'object' && bound !== null ? bound.port : wanted.port };
}

function createTlsServer(tls: TlsSource, events: AdsOptions['events']): Http2Server {
  const server = createSecureServer({ ...LIMITS, ...tlsOptions(tls.current()) });
  const unfollow = tls.follow((content) => server.setSecureContext(tlsOptions(content)));
  server.once('close', unfollow);
  server.on('tlsClientError', (error, client) => {
    const refusal = refusalOfHandshake(error, client);
    if (refusal) events(refusal);
  });
  return server;
}

/** New connections see the certificates of now. Sessions of before are not resumed: each context has its own key for them. */
const tlsOptions = ({ certificate, privateKey, clientAuthorities }: TlsContent): SecureContextOptions & TlsOptions => ({
  cert: certificate,
  key: privateKey,
  minVersion: 'TLSv1.2',
  ...(clientAuthorities && { ca: clientAuthorities, requestCert: true, rejectUnauthorized: true }),
});

/** Connections that are left when the time is up are taken away. */
async function close(server: Http2Server, sessions: ReadonlySet<ServerHttp2Session>, graceMs: number): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  for (const session of sessions) session.close();
  const timer = setTimeout(() => {
    for (const session of sessions) session.destroy();
  }, graceMs);
  await closed;
  clearTimeout(timer);
}
