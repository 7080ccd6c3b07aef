/** A processing server for the `ext_proc` filter. */
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import { Server, ServerCredentials, status } from '@grpc/grpc-js';
import type { ServerDuplexStream, ServiceDefinition } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';

export interface Processor {
  /** On 127.0.0.1. */
  readonly port: number;
  /** What it has been shown, in order. */
  readonly shown: readonly Shown[];
  readonly stop: () => Promise<void>;
}

/** A part of a request or answer. */
export interface Shown {
  readonly part: 'request_headers' | 'response_headers' | 'request_body' | 'response_body';
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
  /** Names of Envoy's attributes that came along. */
  readonly attributes: readonly string[];
}

/**
 * Serves `envoy.service.ext_proc.v3.ExternalProcessor`: adds `x-processed` to the headers of requests and answers, and
 * writes bodies in capitals. A request's header `x-process` may tell it to `deny` the request, or to `fail` or `hang`.
 */
export async function startProcessor(): Promise<Processor> {
  const shown: Shown[] = [];
  const server = new Server();
  server.addService(loadService(), { Process: (stream: Stream) => process(stream, shown) });
  const bind = promisify(server.bindAsync.bind(server));
  const port = await bind('127.0.0.1:0', ServerCredentials.createInsecure());
  return { port, shown, stop: async () => server.forceShutdown() };
}

type Stream = ServerDuplexStream<ProcessingRequest, ProcessingResponse>;

/** The messages of external-processor.proto, as proto-loader gives and takes them. */
interface ProcessingRequest {
  readonly request: Shown['part'];
  readonly request_headers?: HttpHeaders;
  readonly response_headers?: HttpHeaders;
  readonly request_body?: HttpBody;
  readonly response_body?: HttpBody;
  readonly attributes?: Readonly<Record<string, { readonly fields: object }>>;
}

interface HttpHeaders {
  readonly headers: { readonly headers: readonly HeaderValue[] };
}

interface HeaderValue {
  readonly key: string;
  readonly raw_value: Buffer;
}

interface HttpBody {
  readonly body: Buffer;
}

type ProcessingResponse = { readonly [part in Shown['part']]?: { readonly response: object } } & {
  readonly immediate_response?: { readonly status: { readonly code: number }; readonly body: Buffer };
};

function process(stream: Stream, shown: Shown[]): void {
  stream.on('data', (request: ProcessingRequest) => {
    const message = toShown(request);
    shown.push(message);
    answer(message, stream);
  });
  stream.on('end', () => stream.end());
  stream.on('error', () => stream.destroy());
}

function toShown(message: ProcessingRequest): Shown {
  const { request: part, attributes = {} } = message;
  const { headers } = message.request_headers ?? message.response_headers ?? { headers: { headers: [] } };
  const { body } = message.request_body ?? message.response_body ?? { body: Buffer.alloc(0) };
  return {
    part,
    headers: new Map(headers.headers.map(({ key, raw_value: value }) => [key, value.toString('utf8')])),
    body: body.toString('utf8'),
    attributes: Object.values(attributes).flatMap(({ fields }) => Object.keys(fields)),
  };
}

function answer({ part, headers, body }: Shown, stream: Stream): void {
  switch (headers.get('x-process')) {
    case 'hang':
      return;
    case 'fail':
      stream.emit('error', { code: status.UNAVAILABLE, details: 'failing as told' });
      return;
    case 'deny':
      stream.write({ immediate_response: { status: { code: 403 }, body: Buffer.from('not you') } });
      return;
  }
  const response = part.endsWith('_body')
    ? { body_mutation: { body: Buffer.from(body.toUpperCase()) } }
    : { header_mutation: { set_headers: SET.map((header) => ({ header })) } };
  stream.write({ [part]: { response } });
}

const SET = [
  { key: 'x-processed', raw_value: Buffer.from('yes') },
  { key: ':authority', raw_value: Buffer.from('elsewhere.test') },
];

function loadService(): ServiceDefinition {
  const file = fileURLToPath(new URL('external-processor.proto', import.meta.url));
  const service = loadSync(file, { keepCase: true, oneofs: true })['envoy.service.ext_proc.v3.ExternalProcessor'];
  if (service === undefined || 'format' in service) throw new Error(`${file} declares no service ExternalProcessor`);
  return service;
}
