import { ServerCredentials, Server, type ServiceDefinition } from '@grpc/grpc-js';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { readClusters } from '../../cli/local/envoy-admin.ts';
import { startUpstream } from '../servers/upstream.ts';
import { document, upstream, virtualHost } from './documents.ts';
import { startGateway } from './harness.ts';
import { shared } from './shared.ts';

const a = shared(() => startUpstream({ name: 'a' }));
const b = shared(() => startUpstream({ name: 'b' }));
/** Closed in a test. */
const c = shared(() => startUpstream({ name: 'c' }));
const grpc = shared(startHealthService);

const CHECK = 'interval: 100ms, timeout: 1s, unhealthyThreshold: 1, healthyThreshold: 1';

const gateway = shared(() => {
  const both = [a().port, b().port];
  return startGateway({
    documents: {
      ...upstream('http', both, `healthChecks: [{ http: { path: /healthz, hostname: checks.test }, ${CHECK} }]`),
      ...upstream(
        'statuses',
        a().port,
        `healthChecks: [{ http: { path: /teapot, expectedStatuses: [418] }, ${CHECK} }]`,
      ),
      ...upstream('tcp', [b().port, c().port], `healthChecks: [{ tcp: {}, ${CHECK} }]`),
      ...upstream('grpc', grpc().port, `protocol: http2\nhealthChecks: [{ grpc: { service: shop.Cart }, ${CHECK} }]`),
      ...document(
        'Upstream',
        'named',
        `
        endpoints:
          - { address: 127.0.0.1, port: ${a().port}, hostname: a.internal }
          - { address: 127.0.0.1, port: ${b().port} }
        healthChecks: [{ http: { path: /named }, ${CHECK} }, { tcp: {}, ${CHECK} }]
      `,
      ),
      ...upstream('calm', a().port, `healthChecks: [{ http: { path: /ill }, ${CHECK} }]`),
      ...upstream(
        'strict',
        a().port,
        `loadBalancing: { panicThreshold: 0 }\nhealthChecks: [{ http: { path: /ill }, ${CHECK} }]`,
      ),
      ...upstream(
        'outlier',
        both,
        `
        loadBalancing: { policy: roundRobin }
        outlierDetection: { consecutive5xx: 2, interval: 100ms, maximumEjectionPercentage: 50 }
      `,
      ),
      ...upstream(
        'gateway-errors',
        both,
        `
        loadBalancing: { policy: roundRobin }
        outlierDetection: { consecutive5xx: 100, consecutiveGatewayErrors: 2, interval: 100ms, maximumEjectionPercentage: 50 }
      `,
      ),
      ...virtualHost(
        'health',
        [
          'routes:',
          ...['http', 'statuses', 'tcp', 'grpc', 'named', 'calm', 'strict', 'outlier', 'gateway-errors'].map(
            (name) => `- { match: { path: { prefix: /${name} } }, forward: { upstream: ${name} } }`,
          ),
        ].join('\n'),
      ),
    },
  });
});

const PATIENCE = { timeout: 10_000 };

const upstreamsOf = async (path: string): Promise<readonly string[]> => {
  const names = new Set<string>();
  for (let index = 0; index < 12; index += 1) {
    const { status, headers } = await gateway().request({ host: 'health.test', path });
    names.add(headers.get('x-upstream') ?? String(status));
  }
  return [...names].toSorted();
};

describe('a health check', () => {
  test('takes an endpoint out that answers badly, and back in when it is well again', async () => {
    expect(await upstreamsOf('/http')).toEqual(['a', 'b']);
    a().script('/healthz', [{ status: 503 }]);
    await expect.poll(() => upstreamsOf('/http'), PATIENCE).toEqual(['b']);
    a().script('/healthz', ['echo']);
    await expect.poll(() => upstreamsOf('/http'), PATIENCE).toEqual(['a', 'b']);
    expect(a().requests.find(({ path }) => path === '/healthz')).toMatchObject({ method: 'GET', host: 'checks.test' });
  });

  test('takes only the status codes that are expected', async () => {
    // Envoy’s panic, in which all endpoints get requests when too few are healthy, hides it from clients.
    await expect.poll(() => isHealthy('statuses'), PATIENCE).toBe(false);
    a().script('/teapot', [{ status: 418 }]);
    await expect.poll(() => isHealthy('statuses'), PATIENCE).toBe(true);
  });

  test('names the endpoint as its host, or else the upstream', async () => {
    await expect.poll(() => a().requests.find(({ path }) => path === '/named')?.host, PATIENCE).toBe('a.internal');
    await expect.poll(() => b().requests.find(({ path }) => path === '/named')?.host, PATIENCE).toBe('named');
  });

  test('must be passed as well as the others', async () => {
    expect(await upstreamsOf('/named/x')).toEqual(['a', 'b']);
    a().script('/named', [{ status: 503 }]);
    await expect.poll(() => upstreamsOf('/named/x'), PATIENCE).toEqual(['b']);
  });

  test('is not heeded when too few endpoints are well, unless the document says so', async () => {
    a().script('/ill', [{ status: 503 }]);
    await expect.poll(() => isHealthy('calm'), PATIENCE).toBe(false);
    await expect.poll(() => isHealthy('strict'), PATIENCE).toBe(false);
    expect([await upstreamsOf('/calm'), await upstreamsOf('/strict')]).toEqual([['a'], ['503']]);
  });

  test('by TCP takes an endpoint out that nobody listens at', async () => {
    await c().stop();
    await expect.poll(() => upstreamsOf('/tcp'), PATIENCE).toEqual(['b']);
    await expect.poll(() => gateway().stat('cluster.default/tcp.membership_healthy'), PATIENCE).toBe(1);
  });

  test('by gRPC takes an endpoint out that does not serve', async () => {
    await expect.poll(() => isHealthy('grpc'), PATIENCE).toBe(true);
    expect(grpc().services()).toEqual(new Set(['shop.Cart']));
    grpc().setServing('no');
    await expect.poll(() => isHealthy('grpc'), PATIENCE).toBe(false);
  });
});

describe('outlier detection', () => {
  test('leaves an endpoint out that fails several times in a row', async () => {
    a().script('/outlier', [{ status: 500 }]);
    await expect.poll(() => upstreamsOf('/outlier'), PATIENCE).toEqual(['b']);
    expect(await gateway().stat('cluster.default/outlier.outlier_detection.ejections_active')).toBe(1);
  });

  test('counts gateway errors apart', async () => {
    a().script('/gateway-errors', [{ status: 503 }]);
    await expect.poll(() => upstreamsOf('/gateway-errors'), PATIENCE).toEqual(['b']);
  });
});

async function isHealthy(name: string): Promise<boolean> {
  const clusters = await readClusters(gateway().envoy.adminPort);
  const [host] = clusters.find((cluster) => cluster.name.startsWith(`default/${name}@`))?.host_statuses ?? [];
  if (!host) throw new Error(`no endpoint of ${name}`);
  return host.health_status?.['failed_active_health_check'] !== true;
}

/** A server for `grpc.health.v1.Health`, whose messages are short enough to write by hand. */
async function startHealthService() {
  const services = new Set<string>();
  let serving: 'yes' | 'no' = 'yes';
  const asIs = (bytes: Buffer) => bytes;
  const definition: ServiceDefinition = {
    check: {
      path: '/grpc.health.v1.Health/Check',
      requestStream: false,
      responseStream: false,
      requestSerialize: asIs,
      requestDeserialize: asIs,
      responseSerialize: asIs,
      responseDeserialize: asIs,
    },
  };
  const server = new Server();
  server.addService(definition, {
    check: (call: { readonly request: Buffer }, reply: (error: null, answer: Buffer) => void) => {
      services.add(call.request.subarray(2).toString('utf8')); // Field 1, after its tag and length.
      reply(null, Buffer.from([0x08, serving === 'yes' ? 1 : 2])); // Field 1: SERVING or NOT_SERVING.
    },
  });
  const port = await promisify(server.bindAsync.bind(server))('127.0.0.1:0', ServerCredentials.createInsecure());
  return {
    port,
    services: () => services,
    setServing: (answer: 'yes' | 'no') => void (serving = answer),
    stop: async () => server.forceShutdown(),
  };
}
