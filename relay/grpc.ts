/**
 * The gRPC server: streams of `envoy.service.discovery.v3.AggregatedDiscoveryService` as {@link Transport}s.
 *
 * Messages stay bytes on this side of gRPC: requests are read by hand, and responses lie ready.
 */
import {
  Metadata,
  Server,
  ServerCredentials,
  status,
  type ServerDuplexStream,
  type ServerOptions,
  type ServiceDefinition,
} from '@grpc/grpc-js';
import type { AdsOptions } from './ads-server.ts';
import { readClientCertificate, type ClientCertificate } from './identity/certificate.ts';
import { METHODS, type Method } from './services.ts';
import type { Accept, Transport } from './transport.ts';

export interface GrpcServer {
  /** Where it listens, with the real port. */
  readonly address: string;
  /** Takes no new streams, asks clients to go elsewhere, and settles when all are gone or the time is up. */
  close(graceMs: number): Promise<void>;
}

/** @throws Error if the address cannot be bound. */
export async function serveGrpc(options: AdsOptions, accept: Accept): Promise<GrpcServer> {
  const server = new Server(serverOptions(options));
  for (const method of METHODS)
    server.addService(definition(method), { call: (call: Call) => open(call, method, accept) });
  const port = await bind(server, options.listen, options.credentials ?? ServerCredentials.createInsecure());
  const address = options.listen.replace(/:\d+$/, `:${port}`);
  return { address, close: (graceMs) => close(server, address, graceMs) };
}

type Call = ServerDuplexStream<Buffer, Buffer>;

const identity = (bytes: Buffer): Buffer => bytes;

const definition = ({ path }: Method): ServiceDefinition => ({
  call: {
    path,
    requestStream: true,
    responseStream: true,
    requestSerialize: identity,
    requestDeserialize: identity,
    responseSerialize: identity,
    responseDeserialize: identity,
  },
});

/** A SotW request that names 250,000 resources has 4 MB, which is gRPC's own limit. */
const MAX_REQUEST_BYTES = 64 * 1024 * 1024;

function serverOptions({ keepaliveMs = 30_000, maxConnectionAgeMs }: AdsOptions): ServerOptions {
  return {
    'grpc.max_receive_message_length': MAX_REQUEST_BYTES,
    'grpc.max_send_message_length': -1,
    'grpc.enable_channelz': 0,
    'grpc.keepalive_time_ms': keepaliveMs,
    // Under load a ping may wait behind megabytes of configuration.
    'grpc.keepalive_timeout_ms': 20_000,
    'grpc.keepalive_permit_without_calls': 1,
    ...(maxConnectionAgeMs !== undefined && {
      'grpc.max_connection_age_ms': maxConnectionAgeMs,
      'grpc.max_connection_age_grace_ms': 30_000,
    }),
  };
}

function bind(server: Server, listen: string, credentials: ServerCredentials): Promise<number> {
  return new Promise((resolve, reject) => {
    server.bindAsync(listen, credentials, (error, port) => (error ? reject(error) : resolve(port)));
  });
}

function open(call: Call, { protocol, typeUrl }: Method, accept: Accept): void {
  const certificate = certificateOf(call);
  if (certificate === 'unreadable') {
    call.emit('error', { code: status.UNAUTHENTICATED, details: 'the client certificate cannot be read' });
    return;
  }
  let isEnded = false;
  let isClosed = false;
  const transport: Transport = {
    protocol,
    typeUrl,
    peer: call.getPeer(),
    certificate,
    write(message, taken) {
      if (!isEnded && !isClosed) call.write(message, (error?: Error | null) => error ?? taken());
    },
    end(refusal) {
      if (isEnded || isClosed) return;
      isEnded = true;
      if (refusal)
        call.emit('error', { code: status[refusal.code], details: refusal.message, metadata: new Metadata() });
      else call.end();
    },
  };
  const listener = accept(transport);
  const closed = (): void => {
    if (isClosed) return;
    isClosed = true;
    listener.closed();
  };
  call.on('data', (message: Buffer) => {
    if (!isEnded && !isClosed) listener.received(message);
  });
  call.on('end', () => {
    closed();
    call.end();
  });
  call.on('cancelled', closed);
  call.on('close', closed);
  // Whatever is wrong with a stream ends it; gRPC answers with the error's status itself.
  call.on('error', closed);
}

/** gRPC has none unless it asks for one, and then only one that its authorities vouch for. */
function certificateOf(call: Call): ClientCertificate | null | 'unreadable' {
  const raw = call.getAuthContext().sslPeerCertificate?.raw;
  try {
    return raw ? readClientCertificate(raw) : null;
  } catch {
    // TLS takes certificates whose names are no names; nobody can be told by them.
    return 'unreadable';
  }
}

/**
 * `drain` sends GOAWAY, and takes away the connections that are left when the time is up. It has to come first: it does
 * not wait for connections that are closing already.
 */
async function close(server: Server, address: string, graceMs: number): Promise<void> {
  server.drain(address, graceMs);
  await new Promise<void>((resolve) => server.tryShutdown(() => resolve()));
}
