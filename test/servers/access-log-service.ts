/** A server for Envoy's access log service. It keeps what it is sent. */
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import type { sendUnaryData, ServerReadableStream, ServiceDefinition } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';

export interface AccessLogService {
  /** On 127.0.0.1. */
  readonly port: number;
  readonly requests: readonly LoggedRequest[];
  readonly connections: readonly LoggedConnection[];
  readonly stop: () => Promise<void>;
}

interface Logged {
  /** The name of the log that it came from. */
  readonly log: string;
  readonly tags: ReadonlyMap<string, string>;
}

export interface LoggedRequest extends Logged {
  readonly host: string;
  readonly path: string;
  readonly status: number;
  readonly route: string;
  readonly requestHeaders: ReadonlyMap<string, string>;
  readonly responseHeaders: ReadonlyMap<string, string>;
  readonly responseTrailers: ReadonlyMap<string, string>;
}

export interface LoggedConnection extends Logged {
  readonly cluster: string;
  readonly receivedBytes: number;
}

/** Serves `envoy.service.accesslog.v3.AccessLogService`. */
export async function startAccessLogService(): Promise<AccessLogService> {
  const requests: LoggedRequest[] = [];
  const connections: LoggedConnection[] = [];
  const server = new Server();
  server.addService(loadService(), {
    StreamAccessLogs: (stream: ServerReadableStream<Message, object>, callback: sendUnaryData<object>) => {
      // Only the first message of a stream tells whose it is.
      let log = '';
      stream.on('data', ({ identifier, http_logs: http, tcp_logs: tcp }: Message) => {
        log = identifier?.log_name ?? log;
        requests.push(...(http?.log_entry ?? []).map((entry) => toRequest(entry, log)));
        connections.push(...(tcp?.log_entry ?? []).map((entry) => toConnection(entry, log)));
      });
      stream.on('end', () => callback(null, {}));
      stream.on('error', () => stream.destroy());
    },
  });
  const bind = promisify(server.bindAsync.bind(server));
  const port = await bind('127.0.0.1:0', ServerCredentials.createInsecure());
  return { port, requests, connections, stop: async () => server.forceShutdown() };
}

/** The messages of access-log-service.proto, as proto-loader gives them. */
interface Message {
  readonly identifier?: { readonly log_name: string };
  readonly http_logs?: { readonly log_entry: readonly HttpEntry[] };
  readonly tcp_logs?: { readonly log_entry: readonly TcpEntry[] };
}

type Texts = Readonly<Record<string, string>>;

interface Entry {
  readonly common_properties?: {
    readonly upstream_cluster: string;
    readonly route_name: string;
    readonly custom_tags: Texts;
  };
}

interface HttpEntry extends Entry {
  readonly request?: { readonly authority: string; readonly path: string; readonly request_headers: Texts };
  readonly response?: {
    readonly response_code?: { readonly value: number };
    readonly response_headers: Texts;
    readonly response_trailers: Texts;
  };
}

interface TcpEntry extends Entry {
  readonly connection_properties?: { readonly received_bytes: string };
}

const toRequest = ({ common_properties: common, request, response }: HttpEntry, log: string): LoggedRequest => ({
  log,
  tags: toMap(common?.custom_tags),
  host: request?.authority ?? '',
  path: request?.path ?? '',
  status: response?.response_code?.value ?? 0,
  route: common?.route_name ?? '',
  requestHeaders: toMap(request?.request_headers),
  responseHeaders: toMap(response?.response_headers),
  responseTrailers: toMap(response?.response_trailers),
});

const toConnection = (
  { common_properties: common, connection_properties: connection }: TcpEntry,
  log: string,
): LoggedConnection => ({
  log,
  tags: toMap(common?.custom_tags),
  cluster: common?.upstream_cluster ?? '',
  receivedBytes: Number(connection?.received_bytes ?? 0),
});

const toMap = (texts: Texts = {}): ReadonlyMap<string, string> => new Map(Object.entries(texts));

function loadService(): ServiceDefinition {
  const file = fileURLToPath(new URL('access-log-service.proto', import.meta.url));
  const name = 'envoy.service.accesslog.v3.AccessLogService';
  const service = loadSync(file, { keepCase: true, longs: String })[name];
  if (service === undefined || 'format' in service) throw new Error(`${file} declares no service ${name}`);
  return service;
}
