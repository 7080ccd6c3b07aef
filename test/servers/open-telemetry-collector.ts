/** A collector for OpenTelemetry, over gRPC and HTTP. It keeps what it is sent. */
import { createServer, type IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import type { MethodDefinition, sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import { close, listen } from './ports.ts';

export interface Collector {
  /** Ports on 127.0.0.1. */
  readonly ports: { readonly grpc: number; readonly http: number };
  readonly logs: readonly CollectedLog[];
  readonly spans: readonly CollectedSpan[];
  /** Names of metrics, each as often as it has been sent. */
  readonly metrics: readonly string[];
  readonly stop: () => Promise<void>;
}

export interface CollectedLog {
  readonly resource: Attributes;
  readonly body: string;
  readonly attributes: Attributes;
}

export interface CollectedSpan {
  readonly resource: Attributes;
  /** Ids are hexadecimal. */
  readonly traceId: string;
  readonly spanId: string;
  /** Empty for a span that begins a trace. */
  readonly parentId: string;
  readonly name: string;
  readonly kind: 'server' | 'client' | 'other';
  readonly attributes: Attributes;
}

type Attributes = ReadonlyMap<string, string>;

export async function startCollector(): Promise<Collector> {
  const kept = { logs: new Array<CollectedLog>(), spans: new Array<CollectedSpan>(), metrics: new Array<string>() };
  const take: Record<Signal, (request: ExportRequest) => void> = {
    Logs: ({ resource_logs: all = [] }) => kept.logs.push(...all.flatMap(toLogs)),
    Traces: ({ resource_spans: all = [] }) => kept.spans.push(...all.flatMap(toSpans)),
    Metrics: ({ resource_metrics: all = [] }) => kept.metrics.push(...all.flatMap(toMetrics)),
  };
  const grpc = startGrpc(take);
  const http = startHttp(take);
  const ports = { grpc: await grpc.listen(), http: await listen(http) };
  const stop = async () => {
    grpc.stop();
    http.closeAllConnections();
    await close(http);
  };
  return { ports, ...kept, stop };
}

type Signal = 'Logs' | 'Traces' | 'Metrics';
type Take = Readonly<Record<Signal, (request: ExportRequest) => void>>;

/** The paths that OTLP has for what the file declares in one package. */
const PATHS = {
  Logs: { grpc: '/opentelemetry.proto.collector.logs.v1.LogsService/Export', http: '/v1/logs' },
  Traces: { grpc: '/opentelemetry.proto.collector.trace.v1.TraceService/Export', http: '/v1/traces' },
  Metrics: { grpc: '/opentelemetry.proto.collector.metrics.v1.MetricsService/Export', http: '/v1/metrics' },
} as const;

const SIGNALS = ['Logs', 'Traces', 'Metrics'] as const;

function startGrpc(take: Take) {
  const server = new Server();
  for (const signal of SIGNALS) {
    const method = { ...methodOf(signal), path: PATHS[signal].grpc };
    server.addService(
      { Export: method },
      {
        Export: (call: ServerUnaryCall<ExportRequest, object>, callback: sendUnaryData<object>) => {
          take[signal](call.request);
          callback(null, {});
        },
      },
    );
  }
  const bind = promisify(server.bindAsync.bind(server));
  return {
    listen: () => bind('127.0.0.1:0', ServerCredentials.createInsecure()),
    stop: () => server.forceShutdown(),
  };
}

function startHttp(take: Take) {
  return createServer(async (request, response) => {
    const signal = SIGNALS.find((one) => PATHS[one].http === request.url);
    const body = await readBody(request);
    if (signal) take[signal](methodOf(signal).requestDeserialize(body));
    response.writeHead(signal ? 200 : 404).end();
  });
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** The messages of open-telemetry-collector.proto, as proto-loader gives them. */
interface ExportRequest {
  readonly resource_logs?: readonly ResourceLogs[];
  readonly resource_spans?: readonly ResourceSpans[];
  readonly resource_metrics?: readonly ResourceMetrics[];
}

interface KeyValue {
  readonly key: string;
  readonly value: Readonly<Record<string, unknown>> | null;
}

interface WithResource {
  readonly resource: { readonly attributes: readonly KeyValue[] } | null;
}

interface ResourceLogs extends WithResource {
  readonly scope_logs: readonly {
    readonly log_records: readonly { readonly body: KeyValue['value']; readonly attributes: readonly KeyValue[] }[];
  }[];
}

interface ResourceSpans extends WithResource {
  readonly scope_spans: readonly { readonly spans: readonly OtlpSpan[] }[];
}

interface OtlpSpan {
  readonly trace_id: Buffer;
  readonly span_id: Buffer;
  readonly parent_span_id: Buffer;
  readonly name: string;
  readonly kind: number;
  readonly attributes: readonly KeyValue[];
}

interface ResourceMetrics extends WithResource {
  readonly scope_metrics: readonly { readonly metrics: readonly { readonly name: string }[] }[];
}

const toLogs = ({ resource, scope_logs: scopes }: ResourceLogs): readonly CollectedLog[] =>
  scopes
    .flatMap(({ log_records: records }) => records)
    .map(({ body, attributes }) => ({
      resource: toMap(resource?.attributes),
      body: toText(body),
      attributes: toMap(attributes),
    }));

const toSpans = ({ resource, scope_spans: scopes }: ResourceSpans): readonly CollectedSpan[] =>
  scopes
    .flatMap(({ spans }) => spans)
    .map((span) => ({
      resource: toMap(resource?.attributes),
      traceId: span.trace_id.toString('hex'),
      spanId: span.span_id.toString('hex'),
      parentId: span.parent_span_id.toString('hex'),
      name: span.name,
      kind: KINDS.get(span.kind) ?? 'other',
      attributes: toMap(span.attributes),
    }));

const KINDS = new Map<number, CollectedSpan['kind']>([
  [2, 'server'],
  [3, 'client'],
]);

const toMetrics = ({ scope_metrics: scopes }: ResourceMetrics): readonly string[] =>
  scopes.flatMap(({ metrics }) => metrics.map(({ name }) => name));

const toMap = (attributes: readonly KeyValue[] = []): Attributes =>
  new Map(attributes.map(({ key, value }) => [key, toText(value)]));

const toText = (value: KeyValue['value']): string => String(Object.values(value ?? {})[0] ?? '');

function methodOf(signal: Signal): MethodDefinition<ExportRequest, object> {
  const file = fileURLToPath(new URL('open-telemetry-collector.proto', import.meta.url));
  const service = loadSync(file, { keepCase: true, longs: String, defaults: true })[`collected.${signal}`];
  if (service === undefined || 'format' in service || !service['Export'])
    throw new Error(`${file} declares no service ${signal}`);
  return service['Export'];
}
