/** What health checks send, what they take for an answer, and when they are made. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { Server, ServerCredentials, type ServerUnaryCall } from '@grpc/grpc-js';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { makeFolder } from '../servers/folder.ts';
import { close, listen } from '../servers/ports.ts';
import { startUpstream } from '../servers/upstream.ts';
import { upstream, virtualHost } from './documents.ts';
import { startGateway } from './harness.ts';
import { shared } from './shared.ts';
import { answering } from './shares.ts';

const a = shared(() => startUpstream({ name: 'a' }));
const b = shared(() => startUpstream({ name: 'b' }));
const h2 = shared(() => startUpstream({ name: 'h2', protocol: 'http2' }));
/** Each is for one upstream, so that connections can be counted. */
const kept = shared(() => startUpstream({ name: 'kept' }));
const renewed = shared(() => startUpstream({ name: 'renewed' }));
const ping = shared(() => startTcp('PONG'));
const dumb = shared(() => startTcp('what?'));
const grpc = shared(startHealth);
const folder = shared(async () => {
  const { path, remove } = await makeFolder();
  return { path, stop: remove };
});

/** Answers all that comes with `+` and a text. */
async function startTcp(text: string) {
  const heard: string[] = [];
  const server = createServer((socket) => {
    socket.on('data', (data) => {
      heard.push(data.toString('latin1'));
      socket.write(`+${text}`);
    });
    socket.on('error', () => {});
  });
  return { port: await listen(server), heard, stop: () => close(server) };
}

/** Says SERVING, and keeps what it was asked with. */
async function startHealth() {
  const asked: { readonly host: string; readonly probe: unknown }[] = [];
  const asIs = (bytes: Buffer) => bytes;
  const check = {
    path: '/grpc.health.v1.Health/Check',
    requestStream: false,
    responseStream: false,
    requestSerialize: asIs,
    requestDeserialize: asIs,
    responseSerialize: asIs,
    responseDeserialize: asIs,
  };
  const server = new Server();
  server.addService(
    { check },
    {
      check: (call: ServerUnaryCall<Buffer, Buffer>, reply: (error: null, answer: Buffer) => void) => {
        asked.push({ host: call.getHost(), probe: call.metadata.get('x-probe')[0] });
        reply(null, Buffer.from([0x08, 1])); // Field 1: SERVING.
      },
    },
  );
  const port = await promisify(server.bindAsync.bind(server))('127.0.0.1:0', ServerCredentials.createInsecure());
  return { port, asked, stop: async () => server.forceShutdown() };
}

const OFTEN = 'interval: 100ms, timeout: 1s, unhealthyThreshold: 1, healthyThreshold: 1';

const gateway = shared(() => {
  a().script('/range', [{ status: 250 }]);
  a().script('/logged', [{ status: 500 }]);
  for (const path of ['/eager', '/lazy']) a().script(path, [{ status: 500 }]);
  b().script('/probe', [{ body: 'nothing of the kind' }]);
  const checks = (port: number, check: string) => [port, `healthChecks: [{ ${check} }]`] as const;
  const upstreams = {
    flaky: checks(
      a().port,
      `http: { path: /flaky, retriableStatuses: [500-599] }, interval: 100ms, unhealthyThreshold: 1000`,
    ),
    failing: checks(a().port, `http: { path: /flaky }, interval: 100ms, unhealthyThreshold: 1000`),
    range: checks(a().port, `http: { path: /range, expectedStatuses: [200-299] }, ${OFTEN}`),
    'no-range': checks(a().port, `http: { path: /range, expectedStatuses: [200-249, 251] }, ${OFTEN}`),
    h2: checks(h2().port, `http: { path: /h2-check, protocol: http2 }, ${OFTEN}`),
    ping: checks(
      ping().port,
      `tcp: { send: { hex: '50494e47' }, receive: [{ text: + }, { hex: '504f4e47' }] }, ${OFTEN}`,
    ),
    dumb: checks(dumb().port, `tcp: { send: { text: PING }, receive: [{ text: PONG }] }, ${OFTEN}`),
    kept: checks(kept().port, `http: { path: / }, ${OFTEN}`),
    renewed: checks(renewed().port, `http: { path: / }, reuseConnection: false, ${OFTEN}`),
    idle: checks(b().port, 'http: { path: /idle }, interval: 100ms, noTrafficInterval: 1h'),
    eager: checks(a().port, 'http: { path: /eager }, interval: 1h, noTrafficInterval: 100ms, unhealthyInterval: 100ms'),
    lazy: checks(a().port, 'http: { path: /lazy }, interval: 1h, noTrafficInterval: 100ms'),
    logged: checks(
      a().port,
      `http: { path: /logged }, ${OFTEN}, eventLog: { path: ${join(folder().path, 'health.log')}, everyFailure: true }`,
    ),
  };
  return startGateway({
    documents: {
      ...upstream(
        'grpc',
        grpc().port,
        `
        protocol: http2
        healthChecks: [{ grpc: { hostname: health.test, headers: [{ name: x-probe, value: edge }] }, ${OFTEN} }]
        `,
      ),
      ...upstream(
        'posted',
        [a().port, b().port],
        `
        healthChecks:
          - http:
              path: /probe
              method: POST
              headers: [{ name: x-probe, value: edge }]
              removeHeaders: [user-agent]
              body: '{"probe":true}'
              expectedBody: [{ text: upstream }, { hex: '70726f6265' }]
              searchedSize: 8KiB
            ${OFTEN.replaceAll(', ', '\n            ')}
        `,
      ),
      ...Object.entries(upstreams)
        .map(([name, [port, spec]]) => upstream(name, port, spec))
        .reduce((all, one) => ({ ...all, ...one })),
      ...virtualHost(
        'checks',
        [
          'routes:',
          ...['posted', 'grpc', ...Object.keys(upstreams)].map(
            (name) => `- { match: { path: { prefix: /to/${name} } }, forward: { upstream: ${name} } }`,
          ),
        ].join('\n'),
      ),
    },
  });
});

const PATIENCE = { timeout: 20_000 };
const healthy = (name: string) => gateway().stat(`cluster.default/${name}.membership_healthy`);

describe('an HTTP check', () => {
  test('sends what the document says', async () => {
    await expect.poll(() => a().count('/probe'), PATIENCE).toBeGreaterThan(0);
    const seen = a().requests.find(({ path }) => path === '/probe');
    expect(seen).toMatchObject({ method: 'POST', body: '{"probe":true}', headers: { 'x-probe': 'edge' } });
    expect(Object.keys(seen?.headers ?? {})).not.toContain('user-agent');
  });

  test('wants the body that the document says', async () => {
    const all = () => answering(gateway(), 12, () => ({ host: 'checks.test', path: '/to/posted' }));
    await expect.poll(all, PATIENCE).toEqual(['a']);
    b().script('/probe', ['echo']);
    await expect.poll(all, PATIENCE).toEqual(['a', 'b']);
  });

  test('takes a range of status codes', async () => {
    await expect.poll(() => healthy('range'), PATIENCE).toBe(1);
    await expect.poll(() => healthy('no-range'), PATIENCE).toBe(0);
  });

  test('counts a status that is retriable, and acts on any other at once', async () => {
    for (const name of ['flaky', 'failing']) await expect.poll(() => healthy(name), PATIENCE).toBe(1);
    a().script('/flaky', [{ status: 500 }]);
    await expect.poll(() => healthy('failing'), PATIENCE).toBe(0);
    await expect.poll(() => gateway().stat('cluster.default/flaky.health_check.failure'), PATIENCE).toBeGreaterThan(5);
    expect(await healthy('flaky')).toBe(1);
  });

  test('speaks another protocol than requests if the document says so', async () => {
    await expect.poll(() => healthy('h2'), PATIENCE).toBe(1);
    expect(h2().requests.find(({ path }) => path === '/h2-check')).toMatchObject({ protocol: 'HTTP/2.0' });
  });
});

test('a gRPC check names the host and sends the headers that the document says', async () => {
  await expect.poll(() => healthy('grpc'), PATIENCE).toBe(1);
  expect(grpc().asked[0]).toEqual({ host: 'health.test', probe: 'edge' });
});

test('a TCP check sends bytes, and wants bytes', async () => {
  await expect.poll(() => healthy('ping'), PATIENCE).toBe(1);
  await expect.poll(() => dumb().heard.length, PATIENCE).toBeGreaterThan(0);
  expect([await healthy('dumb'), ping().heard[0], dumb().heard[0]]).toEqual([0, 'PING', 'PING']);
});

test('a check keeps its connection unless the document says otherwise', async () => {
  await expect.poll(() => renewed().count('/'), PATIENCE).toBeGreaterThan(5);
  await expect.poll(() => kept().count('/'), PATIENCE).toBeGreaterThan(5);
  expect(kept().connections()).toBe(1);
  expect(renewed().connections()).toBeGreaterThan(5);
});

describe('checks are made', () => {
  test('seldom while nobody uses the upstream, if the document says so', async () => {
    const others = a().count('/flaky');
    await expect.poll(() => a().count('/flaky'), PATIENCE).toBeGreaterThan(others + 10);
    expect(b().count('/idle')).toBe(1);
  });

  test('at another interval while an endpoint is unhealthy', async () => {
    for (const name of ['eager', 'lazy']) {
      await expect.poll(() => healthy(name), PATIENCE).toBe(0);
      await gateway().request({ host: 'checks.test', path: `/to/${name}` });
    }
    const before = [a().count('/eager'), a().count('/lazy')] as const;
    await expect.poll(() => a().count('/eager'), PATIENCE).toBeGreaterThan(before[0] + 10);
    expect(a().count('/lazy')).toBeLessThan(before[1] + 3);
  });
});

test('failures are logged', async () => {
  const events = async () => {
    const text = await readFile(join(folder().path, 'health.log'), 'utf8');
    return text.split('\n').filter((line) => line.includes('health_check_failure_event'));
  };
  await expect.poll(async () => (await events()).length, PATIENCE).toBeGreaterThan(2);
});
