/** A server for Envoy's metrics service. It keeps the names of what it is sent. */
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import type { sendUnaryData, ServerReadableStream, ServiceDefinition } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';

export interface MetricsService {
  /** On 127.0.0.1. */
  readonly port: number;
  readonly names: ReadonlySet<string>;
  readonly stop: () => Promise<void>;
}

interface Message {
  readonly envoy_metrics: readonly { readonly name: string }[];
}

/** Serves `envoy.service.metrics.v3.MetricsService`. */
export async function startMetricsService(): Promise<MetricsService> {
  const names = new Set<string>();
  const server = new Server({ 'grpc.max_receive_message_length': -1 });
  server.addService(loadService(), {
    StreamMetrics: (stream: ServerReadableStream<Message, object>, callback: sendUnaryData<object>) => {
      stream.on('data', ({ envoy_metrics: metrics }: Message) => {
        for (const { name } of metrics) names.add(name);
      });
      stream.on('end', () => callback(null, {}));
      stream.on('error', () => stream.destroy());
    },
  });
  const bind = promisify(server.bindAsync.bind(server));
  const port = await bind('127.0.0.1:0', ServerCredentials.createInsecure());
  return { port, names, stop: async () => server.forceShutdown() };
}

function loadService(): ServiceDefinition {
  const file = fileURLToPath(new URL('metrics-service.proto', import.meta.url));
  const name = 'envoy.service.metrics.v3.MetricsService';
  const service = loadSync(file, { keepCase: true, defaults: true })[name];
  if (service === undefined || 'format' in service) throw new Error(`${file} declares no service ${name}`);
  return service;
}
