/**
 * Answers as the documented HTTP API of Consul does, as far as the relay asks, and fails when it is told to; `consul.ts` has
 * the real one. Source: https://developer.hashicorp.com/consul/api-docs/health and /features/blocking
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { close, listen } from './ports.ts';

export interface ConsulInstance {
  readonly id: string;
  readonly address: string;
  readonly port: number;
  /** Default `passing`. */
  readonly status?: 'passing' | 'warning' | 'critical';
  readonly tags?: readonly string[];
  readonly weights?: { readonly Passing: number; readonly Warning: number };
  readonly meta?: Readonly<Record<string, string>>;
}

export interface ConsulContract {
  readonly address: string;
  /** The token that is asked for. */
  readonly token: string;
  /** What a service has from now on; who waits for it is answered. */
  readonly set: (service: string, instances: readonly ConsulInstance[]) => void;
  /** From now on each question is answered by this status; 200 is as usual. */
  readonly fail: (status: number) => void;
  /** The index goes back, as after a snapshot was restored. */
  readonly resetIndex: () => void;
  /** Each question: path and query. */
  readonly asked: readonly string[];
  readonly stop: () => Promise<void>;
}

export async function startConsulContract(): Promise<ConsulContract> {
  const token = 'a consul token';
  const services = new Map<string, { readonly index: number; readonly instances: readonly ConsulInstance[] }>();
  const waiting = new Set<() => void>();
  const asked: string[] = [];
  let index = 10;
  let status = 200;

  const wake = (): void => {
    for (const answer of waiting) answer();
    waiting.clear();
  };
  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    asked.push(request.url ?? '');
    const url = new URL(request.url ?? '/', 'http://consul');
    if (status !== 200) return void response.writeHead(status).end('rpc error');
    if (request.headers['x-consul-token'] !== token) return void response.writeHead(403).end('Permission denied');
    const service = decodeURIComponent(/^\/v1\/health\/service\/([^/]+)$/.exec(url.pathname)?.[1] ?? '');
    const answer = (): void => {
      if (status !== 200) return void response.writeHead(status).end('rpc error');
      const { instances = [], index: own = index } = services.get(service) ?? {};
      const tags = url.searchParams.getAll('tag');
      const fitting = instances.filter((instance) => tags.every((tag) => instance.tags?.includes(tag)));
      response.writeHead(200, { 'content-type': 'application/json', 'x-consul-index': String(own) });
      response.end(JSON.stringify(fitting.map((instance) => describe(service, instance))));
    };
    const known = Number(url.searchParams.get('index') ?? 0);
    if (known > 0 && known === (services.get(service)?.index ?? index)) waiting.add(answer);
    else answer();
  };
  const server = createServer(handle);
  const port = await listen(server);
  return {
    address: `http://127.0.0.1:${port}`,
    token,
    asked,
    set(service, instances) {
      index += 1;
      services.set(service, { index, instances });
      wake();
    },
    fail(next) {
      status = next;
      wake();
    },
    resetIndex() {
      index = 1;
      services.clear();
      wake();
    },
    stop: async () => {
      server.closeAllConnections();
      await close(server);
    },
  };
}

const describe = (service: string, { id, address, port, status = 'passing', ...more }: ConsulInstance) => ({
  Node: { ID: 'n1', Node: 'node-1', Address: '127.0.0.1', Datacenter: 'dc1', Meta: { 'consul-network-segment': '' } },
  Service: {
    ID: id,
    Service: service,
    Tags: more.tags ?? [],
    Address: address,
    Port: port,
    Meta: more.meta ?? {},
    Weights: more.weights ?? { Passing: 1, Warning: 1 },
  },
  Checks: [
    { Node: 'node-1', CheckID: 'serfHealth', Status: 'passing' },
    { Node: 'node-1', CheckID: `service:${id}`, Status: status },
  ],
});
