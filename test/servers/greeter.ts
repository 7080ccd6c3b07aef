/** A gRPC service to translate to. */
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import { Server, ServerCredentials, status } from '@grpc/grpc-js';
import type { sendUnaryData, ServerUnaryCall, ServiceDefinition } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';

export interface Greeter {
  /** On 127.0.0.1. */
  readonly port: number;
  readonly stop: () => Promise<void>;
}

interface GreetRequest {
  readonly name: string;
  readonly times: number;
}

interface GreetReply {
  readonly greeting: string;
  readonly metadata: Readonly<Record<string, string>>;
}

/** Serves greeter.proto: greets, or waves at, people by name as often as it is asked to, and knows nobody without a name. */
export async function startGreeter(): Promise<Greeter> {
  const server = new Server();
  server.addService(loadService(), { Greet: greet, Wave: greet });
  const bind = promisify(server.bindAsync.bind(server));
  const port = await bind('127.0.0.1:0', ServerCredentials.createInsecure());
  return { port, stop: async () => server.forceShutdown() };
}

function greet({ request, metadata }: ServerUnaryCall<GreetRequest, GreetReply>, reply: sendUnaryData<GreetReply>) {
  const { name, times } = request;
  if (name === '') return reply({ code: status.NOT_FOUND, details: 'nobody has no name' });
  const greeting = Array.from({ length: times + 1 }, () => `hello ${name}`).join(', ');
  const entries = Object.entries(metadata.getMap()).map(([key, value]) => [key, String(value)]);
  reply(null, { greeting, metadata: Object.fromEntries(entries) });
}

function loadService(): ServiceDefinition {
  const file = fileURLToPath(new URL('greeter.proto', import.meta.url));
  const service = loadSync(file, { defaults: true })['enroute.test.Greeter'];
  if (service === undefined || 'format' in service) throw new Error(`${file} declares no service Greeter`);
  return service;
}
