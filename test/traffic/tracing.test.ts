import { describe, expect, test } from 'vitest';
import { startCollector } from '../servers/open-telemetry-collector.ts';
import { startSpanCollector } from '../servers/span-collector.ts';
import { startUpstream } from '../servers/upstream.ts';
import { upstream, virtualHost } from './documents.ts';
import { startGateway, type RunningGateway } from './harness.ts';
import { shared } from './shared.ts';

const echo = shared(() => startUpstream());
const collector = shared(startCollector);
const zipkin = shared(startSpanCollector);

const documents = (routes = '') => ({
  ...upstream('echo', echo().port),
  ...upstream('otel', collector().ports.grpc, 'protocol: http2'),
  ...upstream('otel-http', collector().ports.http),
  ...upstream('zipkin', zipkin().port),
  ...virtualHost(
    'shop',
    `
    routes:
      - { forward: { upstream: echo } }
      - match: { path: { prefix: /never } }
        forward: { upstream: echo }
        tracing: { sampling: { overall: 0 } }
      - match: { path: { prefix: /own } }
        forward: { upstream: echo }
        tracing:
          operation: 'own %REQ(:METHOD)%'
          tags: [{ name: place, literal: route }, { name: extra, header: { name: x-extra, default: none } }]
      - match: { path: { prefix: /always } }
        forward: { upstream: echo }
        tracing: { sampling: { random: 100 } }
      ${routes}
    `,
  ),
});

const otel = (rest: string) => `accessLog: []\ntracing: { openTelemetry: { upstream: otel }, ${rest} }`;

const gateway = shared(() =>
  startGateway({
    gateway: `
      accessLog: []
      tracing:
        openTelemetry:
          upstream: otel
          serviceName: front
          resourceAttributes: { deployment: test }
        operation: 'in %REQ(:PATH)%'
        maximumPathLength: 20
        tags:
          - { name: place, literal: gateway }
          - { name: tenant, header: { name: x-tenant } }
          - { name: home, environment: { name: NO_SUCH_VARIABLE, default: nowhere } }
          - { name: status, value: '%RESPONSE_CODE%' }
          - { name: noted, metadata: { filter: no.such, path: [a, b], default: nothing } }
    `,
    documents: documents(
      "- { match: { path: { prefix: /way } }, forward: { upstream: echo }, tracing: { upstreamOperation: 'way %ROUTE_NAME%' } }",
    ),
  }),
);

/** Sends a request that nobody else sends, and returns what the upstream saw of it. */
const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  gateway().echo({ host: 'shop.test', path, headers });

/** The spans of a request: only the outer one names the path. */
const spansOf = (path: string) => {
  const { spans } = collector();
  const traces = spans
    .filter(({ attributes }) => attributes.get('http.url')?.endsWith(path))
    .map((span) => span.traceId);
  return spans.filter(({ traceId }) => traces.includes(traceId));
};

/** Returns once all spans of earlier requests have come: they are sent in order. */
async function settled(running: RunningGateway = gateway()): Promise<void> {
  const path = `/always/${collector().spans.length}`;
  await running.request({ host: 'shop.test', path });
  await expect.poll(() => spansOf(path).length, { timeout: 15_000 }).toBeGreaterThan(0);
}

describe('OpenTelemetry', () => {
  test('gets a span of the request and one of its way to the upstream, which is told of them', async () => {
    const seen = await get('/a', { 'x-tenant': 'acme' });
    await expect.poll(() => spansOf('/a').length, { timeout: 15_000 }).toBe(2);
    const server = spansOf('/a').find(({ kind }) => kind === 'server');
    const client = spansOf('/a').find(({ kind }) => kind === 'client');
    expect(server).toMatchObject({ name: 'in /a', parentId: '' });
    expect(client).toMatchObject({ parentId: server?.spanId, traceId: server?.traceId });
    expect(seen.headers['traceparent']).toBe(`00-${server?.traceId}-${client?.spanId}-01`);
    expect(server?.resource.get('service.name')).toBe('front');
    expect(server?.resource.get('deployment')).toBe('test');
    expect(Object.fromEntries(server?.attributes ?? [])).toMatchObject({
      place: 'gateway',
      tenant: 'acme',
      home: 'nowhere',
      noted: 'nothing',
      status: '200',
    });
  });

  test('goes on with the trace of a client', async () => {
    const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
    const seen = await get('/b', { traceparent: `00-${trace}-00f067aa0ba902b7-01` });
    await expect.poll(() => spansOf('/b').length, { timeout: 15_000 }).toBe(2);
    expect(spansOf('/b').find(({ kind }) => kind === 'server')).toMatchObject({
      traceId: trace,
      parentId: '00f067aa0ba902b7',
    });
    expect(seen.headers['traceparent']).toMatch(new RegExp(`^00-${trace}-`));
  });

  test('gets nothing of a route that is not sampled, and other names and tags where a route has its own', async () => {
    await get('/never');
    await get('/own', { 'x-tenant': 'acme' });
    await get('/way');
    await settled();
    expect(spansOf('/way').find(({ kind }) => kind === 'client')?.name).toBe('way default/shop');
    expect(spansOf('/never')).toEqual([]);
    const server = spansOf('/own').find(({ kind }) => kind === 'server');
    expect(server?.name).toBe('own GET');
    expect(server?.attributes.get('place')).toBe('route');
    expect(server?.attributes.get('extra')).toBe('none');
    expect(server?.attributes.get('tenant')).toBe('acme');
  });

  test('gets no more of a path than it should', async () => {
    await get(`/long/${'x'.repeat(40)}`);
    await settled();
    expect(
      collector().spans.some(({ attributes }) => attributes.get('http.url')?.endsWith('/long/xxxxxxxxxxxxxx')),
    ).toBe(true);
  });
});

describe('other settings', () => {
  const other = shared(() => startGateway({ gateway: otel('sampling: { random: 0 }'), documents: documents() }));

  test('sample nothing, but for routes that say so, and clients that ask', async () => {
    const send = (path: string, headers: Readonly<Record<string, string>> = {}) =>
      other().echo({ host: 'shop.test', path, headers });
    expect((await send('/unsampled')).headers['traceparent']).toMatch(/-00$/);
    await send('/asked', { 'x-client-trace-id': 'please' });
    await settled(other());
    expect(spansOf('/unsampled')).toEqual([]);
    expect(spansOf('/asked')).not.toEqual([]);
  });

  test('go over HTTP, without spans of upstreams, and leave upstreams untold', async () => {
    await other().apply({
      gateway: `
        accessLog: []
        tracing: { openTelemetry: { upstream: otel-http, protocol: http }, upstreamSpans: false, propagate: false }`,
      documents: documents(),
    });
    const seen = await other().echo({ host: 'shop.test', path: '/over-http' });
    await expect.poll(() => spansOf('/over-http').length, { timeout: 15_000 }).toBe(1);
    expect(spansOf('/over-http')[0]?.resource.get('service.name')).toBe('edge');
    expect(seen.headers['traceparent']).toBeUndefined();
  });

  test('follow what the sender has decided, and trace none of the others', async () => {
    await other().apply({
      gateway: 'accessLog: []\ntracing: { openTelemetry: { upstream: otel, sampler: { percentage: 0 } } }',
      documents: documents(),
    });
    const traced = { traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4737-00f067aa0ba902b7-01' };
    await other().echo({ host: 'shop.test', path: '/undecided' });
    await other().echo({ host: 'shop.test', path: '/decided', headers: traced });
    await expect.poll(() => spansOf('/decided').length, { timeout: 15_000 }).toBe(2);
    expect(spansOf('/undecided')).toEqual([]);
  });

  test('send spans to Zipkin', async () => {
    await other().apply({
      gateway: `
        accessLog: []
        tracing:
          zipkin: { upstream: zipkin, path: /spans }
          tags: [{ name: place, literal: gateway }]`,
      documents: documents(),
    });
    const trace = {
      'x-b3-traceid': '463ac35c9f6413ad48485a3953bb6124',
      'x-b3-spanid': 'a2fb4a1d1a96d312',
      'x-b3-sampled': '1',
    };
    const seen = await other().echo({ host: 'shop.test', path: '/zipkin', headers: trace });
    const found = () => zipkin().spans.filter(({ traceId }) => traceId === trace['x-b3-traceid']);
    await expect.poll(() => found().length, { timeout: 15_000 }).toBe(2);
    expect(zipkin().posts.at(-1)).toEqual({ path: '/spans', host: 'zipkin', type: 'application/json' });
    const server = found().find(({ kind }) => kind === 'SERVER');
    expect(server).toMatchObject({ traceId: trace['x-b3-traceid'], id: trace['x-b3-spanid'], shared: true });
    expect(server?.tags['place']).toBe('gateway');
    expect(seen.headers).toMatchObject({ 'x-b3-traceid': trace['x-b3-traceid'], 'x-b3-sampled': '1' });
    expect(seen.headers['traceparent']).toBeUndefined();
    const fresh = await other().echo({ host: 'shop.test', path: '/fresh' });
    expect(fresh.headers['x-b3-traceid']).toMatch(/^[0-9a-f]{32}$/);
  });

  test('send spans to a Datadog agent', async () => {
    await other().apply({
      gateway: 'accessLog: []\ntracing: { datadog: { upstream: zipkin } }',
      documents: documents(),
    });
    const seen = await other().echo({ host: 'shop.test', path: '/datadog' });
    expect(seen.headers['x-datadog-trace-id']).toMatch(/^\d+$/);
    await expect.poll(() => zipkin().posts.map(({ path }) => path), { timeout: 15_000 }).toContain('/v0.4/traces');
  });
});
