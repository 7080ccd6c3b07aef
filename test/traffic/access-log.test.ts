import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { startAccessLogService } from '../servers/access-log-service.ts';
import { makeFolder } from '../servers/folder.ts';
import { openConnection } from '../servers/http-client.ts';
import { startCollector } from '../servers/open-telemetry-collector.ts';
import { startTcpUpstream } from '../servers/tcp-upstream.ts';
import { startUpstream } from '../servers/upstream.ts';
import { document, GATEWAY, upstream, virtualHost } from './documents.ts';
import { startGateway } from './harness.ts';
import { shared } from './shared.ts';

const echo = shared(() => startUpstream());
const tcp = shared(() => startTcpUpstream({ name: 'tcp' }));
const service = shared(startAccessLogService);
const collector = shared(startCollector);
const folder = shared(async () => {
  const { path, remove } = await makeFolder();
  return { path, stop: remove };
});

/** Logs of the same service, each with a condition and a name. The last one gets everything, after all others. */
const CONDITIONS: Readonly<Record<string, string>> = {
  failed: '{ statusCode: { atLeast: 500 } }',
  redirected: '{ statusCode: { atLeast: 300, atMost: 399 } }',
  'not-redirected': '{ not: { statusCode: { atLeast: 300, atMost: 399 } } }',
  slow: '{ duration: { atLeast: 10s } }',
  fast: '{ duration: { atMost: 10s } }',
  tenant: '{ header: { name: x-tenant, exact: a } }',
  'no-tenant': '{ not: { header: { name: x-tenant, exact: a } } }',
  unreachable: '{ responseFlags: [UF, UH] }',
  'grpc-fault': '{ grpcStatus: [UNAVAILABLE] }',
  never: '{ percentage: 0 }',
  always: '{ percentage: 100 }',
  'no-probe': '{ healthCheck: false }',
  'tenant-or-failed': '{ any: [{ header: { name: x-tenant, exact: a } }, { statusCode: { atLeast: 500 } }] }',
  'tenant-and-failed': '{ all: [{ header: { name: x-tenant, exact: a } }, { statusCode: { atLeast: 500 } }] }',
  neither: '{ not: { any: [{ header: { name: x-tenant, exact: a } }, { statusCode: { atLeast: 500 } }] } }',
  said: '{ expression: "request.path.startsWith(\'/of-\') && response.code == 200" }',
  unsaid: '{ not: { expression: "request.path.startsWith(\'/of-\')" } }',
  marked: '{ metadata: { filter: marks, path: [colour], value: { exact: red }, whenAbsent: skip } }',
  'not-blue': '{ metadata: { filter: marks, path: [colour], value: { regex: "[^b].*" } } }',
};

const UNIVERSAL = ['not-redirected', 'fast', 'no-tenant', 'always', 'no-probe', 'neither', 'not-blue', 'unsaid'];

const conditional = () =>
  Object.entries(CONDITIONS).map(
    ([name, when]) => `  - { grpc: { upstream: service, name: ${name}, bufferSize: 0 }, when: ${when} }`,
  );

const gateway = shared(() =>
  startGateway({
    listeners: { http: 'protocol: HTTP', tcp: 'protocol: TCP' },
    gateway: [
      'accessLog:',
      `  - path: ${join(folder().path, 'lines')}`,
      '    fields: { path: "%REQ(:PATH)%", status: "%RESPONSE_CODE%", text: "is %RESPONSE_CODE%", absent: "%REQ(X-ABSENT)%" }',
      '    omitEmpty: true',
      '  - openTelemetry:',
      '      upstream: collector',
      '      name: over-grpc',
      '      bufferSize: 0',
      '      body: "%REQ(:METHOD)% %REQ(:PATH)%"',
      '      attributes: { status: "%RESPONSE_CODE%" }',
      '      resourceAttributes: { place: here }',
      '  - openTelemetry:',
      '      { upstream: collector-http, protocol: http, name: over-http, bufferSize: 0, nodeAttributes: false }',
      ...conditional(),
      '  - grpc:',
      '      upstream: service',
      '      name: all',
      '      bufferSize: 0',
      '      requestHeaders: [x-tenant]',
      '      responseHeaders: [x-upstream]',
      '      tags: [{ name: agent, header: { name: user-agent, default: none } }, { name: fixed, literal: yes-it-is }]',
    ].join('\n'),
    envoyArguments: ['--file-flush-interval-msec', '50'],
    documents: {
      ...upstream('echo', echo().port),
      ...upstream('tcp', tcp().port),
      ...upstream('gone', 1),
      ...upstream('service', service().port, 'protocol: http2'),
      ...upstream('collector', collector().ports.grpc, 'protocol: http2'),
      ...upstream('collector-http', collector().ports.http),
      ...document('TcpRoute', 'tcp', `gateways: [${GATEWAY}]`, 'listener: tcp', 'upstreams: [{ upstream: tcp }]'),
      ...virtualHost(
        'shop',
        `
        filters: [{ type: health-check, path: /healthz }]
        routes:
          - { name: rest, forward: { upstream: echo } }
          - { match: { path: { prefix: /gone } }, forward: { upstream: gone } }
          - { match: { path: { prefix: /moved } }, redirect: { scheme: https } }
          - match: { path: { prefix: /red } }
            forward: { upstream: echo }
            filters: [{ type: set-metadata, entries: [{ namespace: marks, values: { colour: red } }] }]
        `,
      ),
    },
  }),
);

const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  gateway().request({ host: 'shop.test', path, headers });

/** What each path was expected to be in. */
const expected = new Map<string, ReadonlySet<string>>();

const logsOf = (path: string): ReadonlySet<string> =>
  new Set(service().requests.flatMap((entry) => (entry.path === path ? [entry.log] : [])));

/** Returns once the logs of the service that are named have a request; no others may ever have it. */
async function expectLogged(path: string, names: ReadonlySet<string>): Promise<void> {
  expected.set(path, names);
  await expect.poll(() => logsOf(path), { timeout: 10_000 }).toEqual(names);
}

const usually = (...others: readonly string[]) => new Set([...UNIVERSAL, ...others, 'all']);
const without = (names: ReadonlySet<string>, ...left: readonly string[]) =>
  new Set([...names].filter((name) => !left.includes(name)));

describe('conditions', () => {
  test('choose among requests', async () => {
    await get('/usual');
    await expectLogged('/usual', usually());
  });

  test('of status codes, and flags', async () => {
    await get('/gone');
    await expectLogged('/gone', without(usually('failed', 'unreachable', 'grpc-fault', 'tenant-or-failed'), 'neither'));
    await get('/moved');
    await expectLogged('/moved', without(usually('redirected'), 'not-redirected'));
  });

  test('of headers, and joined ones', async () => {
    await get('/of-a', { 'x-tenant': 'a' });
    await expectLogged(
      '/of-a',
      without(usually('tenant', 'tenant-or-failed', 'said'), 'no-tenant', 'neither', 'unsaid'),
    );
    await get('/gone/of-a', { 'x-tenant': 'a' });
    await expect.poll(() => logsOf('/gone/of-a'), { timeout: 10_000 }).toContain('tenant-and-failed');
  });

  test('of health checks', async () => {
    await get('/healthz');
    await expectLogged('/healthz', without(usually(), 'no-probe'));
  });

  test('of metadata', async () => {
    await get('/red');
    await expectLogged('/red', usually('marked'));
  });
});

describe('a log', () => {
  test('in JSON has numbers, and no fields of what is not there if told so', async () => {
    await get('/lines');
    const line = async () =>
      (await readFile(join(folder().path, 'lines'), 'utf8')).split('\n').find((one) => one.includes('/lines'));
    await expect.poll(line, { timeout: 10_000 }).toBeDefined();
    expect(JSON.parse((await line()) ?? '')).toEqual({ path: '/lines', status: 200, text: 'is 200' });
  });

  test('of a gRPC service has the headers and tags that it asks for', async () => {
    await get('/entry', { 'x-tenant': 'b', 'user-agent': 'tester' });
    await expectLogged('/entry', usually());
    const [entry] = service().requests.filter(({ path, log }) => path === '/entry' && log === 'all');
    expect(entry).toMatchObject({ host: 'shop.test', status: 200, route: 'default/shop/rest' });
    expect(entry?.requestHeaders.get('x-tenant')).toBe('b');
    expect(entry?.responseHeaders.get('x-upstream')).toBe('upstream');
    expect(entry?.tags).toEqual(
      new Map([
        ['agent', 'tester'],
        ['fixed', 'yes-it-is'],
      ]),
    );
    const [other] = service().requests.filter(({ path, log }) => path === '/entry' && log === 'always');
    expect(other?.requestHeaders.get('x-tenant')).toBeUndefined();
    expect(other?.tags).toEqual(new Map());
  });

  test('of a gRPC service has connections of TcpRoutes', async () => {
    const socket = await openConnection({ port: gateway().portOf('tcp') });
    socket.setEncoding('utf8');
    socket.write('hello');
    await once(socket, 'data');
    socket.destroy();
    const entries = () => service().connections.filter(({ log }) => log === 'all');
    await expect.poll(entries, { timeout: 10_000 }).toHaveLength(1);
    expect(entries()[0]).toMatchObject({ receivedBytes: 5, cluster: expect.stringMatching(/^default\/tcp@/) });
  });

  test('of OpenTelemetry has a body and attributes', async () => {
    await get('/otlp');
    const found = () => collector().logs.find(({ body }) => body === 'GET /otlp');
    await expect.poll(found, { timeout: 10_000 }).toBeDefined();
    expect(found()?.attributes).toEqual(new Map([['status', '200']]));
    expect(found()?.resource.get('place')).toBe('here');
    expect(found()?.resource.get('node_name')).toBe('envoy-1');
    expect(found()?.resource.get('log_name')).toBe('over-grpc');
  });

  test('of OpenTelemetry over HTTP has what a JSON line has', async () => {
    await get('/otlp-http');
    const found = () =>
      collector().logs.find(({ body, attributes }) => body === '' && attributes.get('path') === '/otlp-http');
    await expect.poll(found, { timeout: 10_000 }).toBeDefined();
    expect(found()?.attributes.get('status')).toBe('200');
    expect(found()?.resource.get('node_name')).toBeUndefined();
  });
});

test('no log has got what its condition leaves out', () => {
  for (const [path, names] of expected) expect(logsOf(path)).toEqual(names);
});
