import { describe, expect, test } from 'vitest';
import { startMetricsService } from '../servers/metrics-service.ts';
import { startCollector } from '../servers/open-telemetry-collector.ts';
import { startStatsd } from '../servers/statsd.ts';
import { startUpstream } from '../servers/upstream.ts';
import { upstream, virtualHost } from './documents.ts';
import { startGateway } from './harness.ts';
import { reservePort } from '../servers/ports.ts';
import { shared } from './shared.ts';

const echo = shared(() => startUpstream());
const collector = shared(startCollector);
const metrics = shared(startMetricsService);
const statsd = shared(startStatsd);
const dogstatsd = shared(startStatsd);
const graphite = shared(startStatsd);
const ports = shared(async () => ({
  admin: await reservePort(),
  endpoint: await reservePort(),
  stop: async () => undefined,
}));

const gateway = shared(() =>
  startGateway({
    adminPort: ports().admin,
    gateway: `
      accessLog: []
      stats:
        endpoint: { address: 127.0.0.1, port: ${ports().endpoint} }
        flushInterval: 200ms
        tags:
          - { name: region, value: eu }
          - { name: backend, regex: '^cluster\\.((.*?)\\.)' }
        except: [{ contains: circuit_breakers }]
        histogramBuckets: [{ match: { contains: rq_time }, buckets: [7, 77] }]
        sinks:
          - statsd: { address: 127.0.0.1, port: ${statsd().ports.udp}, prefix: edge }
          - statsd: { address: 127.0.0.1, port: ${statsd().ports.tcp}, prefix: over-tcp, protocol: tcp }
          - dogstatsd: { address: 127.0.0.1, port: ${dogstatsd().ports.udp}, maximumDatagram: 1KiB }
          - graphite: { address: 127.0.0.1, port: ${graphite().ports.udp} }
          - openTelemetry: { address: 127.0.0.1, port: ${collector().ports.grpc}, prefix: otlp }
          - metricsService: { address: 127.0.0.1, port: ${metrics().port} }
    `,
    documents: {
      ...upstream('echo', echo().port),
      ...virtualHost('shop', 'routes: [{ forward: { upstream: echo } }]'),
    },
  }),
);

const watch = (path: string, method = 'GET') => fetch(`http://127.0.0.1:${ports().endpoint}${path}`, { method });

describe('the endpoint', () => {
  test('has the figures, with the tags and buckets that it was told of, and without those left out', async () => {
    await gateway().request({ host: 'shop.test' });
    const text = async () => (await watch('/stats/prometheus')).text();
    await expect.poll(text, { timeout: 10_000 }).toContain('upstream_rq_time_bucket');
    const lines = (await text()).split('\n');
    const count = lines.find((line) => /^envoy_http_downstream_rq_xx\{.*="2".*_prefix="http"/.test(line));
    expect(count).toContain('region="eu"');
    expect(lines.some((line) => line.includes('backend="default/echo"'))).toBe(true);
    const times = lines.filter((line) => line.startsWith('envoy_cluster_upstream_rq_time_bucket'));
    expect(times.map((line) => /le="([^"]+)"/.exec(line)?.[1])).toEqual(expect.arrayContaining(['7', '77', '+Inf']));
    expect(times.some((line) => line.includes('le="10"'))).toBe(false);
    expect(lines.some((line) => line.includes('circuit_breakers'))).toBe(false);
  });

  test('tells whether Envoy is ready', async () => {
    const answer = await watch('/ready');
    expect([answer.status, await answer.text()]).toEqual([200, 'LIVE\n']);
  });

  test.each(['/', '/config_dump', '/stats', '/ready/x', '/stats/prometheus/'])('does not have %s', async (path) => {
    expect((await watch(path)).status).toBe(404);
  });

  test.each(['/ready', '/quitquitquit', '/stats/prometheus'])('takes no POST to %s', async (path) => {
    expect((await watch(path, 'POST')).status).toBe(404);
  });
});

describe('figures are sent', () => {
  const sent = (what: () => unknown) => expect.poll(what, { timeout: 10_000 }).toBe(true);
  const name = 'http.http.downstream_rq_total';

  test('to statsd, over UDP and TCP', async () => {
    await gateway().request({ host: 'shop.test' });
    await sent(() => statsd().datagrams.some((line) => line.startsWith(`edge.${name}:`)));
    await sent(() => statsd().text().includes(`over-tcp.${name}:`));
  });

  test('to Datadog’s statsd and Graphite’s, with tags', async () => {
    await gateway().request({ host: 'shop.test' });
    await sent(() =>
      dogstatsd().datagrams.some((lines) => /^envoy\.http\.downstream_rq_total:.*\|#.*region:eu/m.test(lines)),
    );
    await sent(() => graphite().datagrams.some((line) => /^envoy\.http\.downstream_rq_total;.*region=eu/.test(line)));
  });

  test('to OpenTelemetry', async () => {
    await gateway().request({ host: 'shop.test' });
    await sent(() => collector().metrics.includes('otlp.http.downstream_rq_total'));
  });

  test('to a metrics service', async () => {
    await gateway().request({ host: 'shop.test' });
    await sent(() => metrics().names.has(name));
  });
});

describe('requests are counted for themselves', () => {
  test('by route, and by group', async () => {
    await gateway().apply({
      adminPort: ports().admin,
      documents: {
        ...upstream('echo', echo().port),
        ...virtualHost(
          'shop',
          `
          virtualClusters: [{ name: writes, headers: [{ name: ':method', regex: POST|PUT }] }]
          routes:
            - { forward: { upstream: echo } }
            - { match: { path: { prefix: /pay } }, forward: { upstream: echo }, statPrefix: pay }`,
        ),
      },
    });
    await gateway().request({ host: 'shop.test', path: '/pay' });
    await gateway().request({ host: 'shop.test', path: '/other', method: 'POST', body: 'x' });
    await gateway().request({ host: 'shop.test', path: '/other' });
    const counted = (name: string) => gateway().stat(`vhost.default/shop.${name}.upstream_rq_total`);
    await expect.poll(() => counted('route.pay')).toBe(1);
    await expect.poll(() => counted('vcluster.writes')).toBe(1);
  });
});
