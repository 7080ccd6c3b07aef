import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeFolder } from '../servers/folder.ts';
import { openConnection } from '../servers/http-client.ts';
import { close, listen } from '../servers/ports.ts';
import { startPlainServer, type SeenRequest } from '../servers/plain-server.ts';
import { document, GATEWAY, upstream, virtualHost, type Documents } from './documents.ts';
import { startGateway, type GatewayRequest } from './harness.ts';
import { shared } from './shared.ts';

const plain = shared(() => startPlainServer());
const kept = shared(() => startPlainServer());

/** It is well until a test says otherwise. */
let isWell = true;
const checked = shared(() =>
  startPlainServer({ respond: (_, response) => void response.writeHead(isWell ? 200 : 500).end() }),
);
const other = shared(() => startPlainServer());
const silent = shared(startSilentServer);
const sockets = shared(async () => {
  const folder = await makeFolder();
  const path = join(folder.path, 'cart.sock');
  const server = await startPlainServer({ listen: { path } });
  return { path, server, stop: () => server.stop().finally(folder.remove) };
});

const LISTENERS = { http: 'protocol: HTTP' };

const CHECKS = 'healthChecks: [{ http: { path: /healthz }, interval: 100ms, unhealthyThreshold: 1 }]';

const tcpRoute = (name: string): Documents =>
  document('TcpRoute', name, `gateways: [${GATEWAY}]`, `listener: ${name}`, `upstreams: [{ upstream: ${name} }]`);

/** Upstreams by name: where they lead, and what else is said of them. */
const upstreams = (): Readonly<Record<string, Documents>> => ({
  usual: upstream('usual', plain().port),
  keepalive: upstream('keepalive', kept().port, 'connection: { keepalive: { idle: 1h, interval: 30s, probes: 3 } }'),
  source: upstream('source', plain().port, 'connection: { sourceAddresses: ["::1", 127.0.0.77] }'),
  service: upstream('service', kept().port, 'connection: { typeOfService: 184 }'),
  eager: upstream('eager', kept().port, 'connection: { preconnect: { perEndpoint: 3 } }'),
  narrow: upstream('narrow', silent().port),
  wide: upstream('wide', silent().port, 'connection: { bufferLimit: 64MiB }'),
  apart: upstream('apart', plain().port, 'connection: { poolPerClientConnection: true }'),
  old: upstream('old', plain().port, 'connection: { maximumDuration: 100ms }'),
  unix: document('Upstream', 'unix', `endpoints: [{ unixSocket: ${sockets().path} }]`),
  either: document(
    'Upstream',
    'either',
    // Nobody listens on the first.
    `endpoints: [{ address: 127.0.0.66, port: ${plain().port}, additionalAddresses: [127.0.0.1] }]`,
  ),
  alone: document('Upstream', 'alone', `endpoints: [{ address: 127.0.0.66, port: ${plain().port} }]`),
});

const gateway = shared(() => {
  const names = Object.keys(upstreams());
  return startGateway({
    listeners: { ...LISTENERS, closing: 'protocol: TCP', staying: 'protocol: TCP' },
    documents: {
      ...upstream('closing', checked().port, `${CHECKS}\nconnection: { closeOnHealthFailure: true }`),
      ...upstream('staying', checked().port, CHECKS),
      ...tcpRoute('closing'),
      ...tcpRoute('staying'),
      ...Object.values(upstreams()).reduce((all, one) => ({ ...all, ...one })),
      ...virtualHost(
        'connections',
        [
          'routes:',
          ...names.map((name) => `- { match: { path: { prefix: /${name} } }, forward: { upstream: ${name} } }`),
        ].join('\n'),
      ),
    },
  });
});

const send = (path: string, rest: Partial<GatewayRequest> = {}) =>
  gateway().request({ host: 'connections.test', path, ...rest });

const seenBy = async (path: string): Promise<SeenRequest> => (await send(path)).json() as SeenRequest;

const PATIENCE = { timeout: 10_000 };

/** What Envoy keeps for a connection unless it is told otherwise, in bytes. */
const USUAL_BUFFER_LIMIT = 1024 ** 2;

describe('a connection', () => {
  test('is kept alive by TCP as the document says', async () => {
    const before = timersTo(kept().port);
    await send('/keepalive');
    // The kernel shows how long the timer still runs: that of no other connection is near an hour.
    expect(before.filter(isAboutAnHour)).toEqual([]);
    expect(timersTo(kept().port).filter(isAboutAnHour)).toHaveLength(1);
  });

  test('comes from the address that the document says', async () => {
    expect(await seenBy('/source')).toMatchObject({ remoteAddress: '127.0.0.77' });
    expect(await seenBy('/usual')).toMatchObject({ remoteAddress: '127.0.0.1' });
  });

  test.runIf(canShowServiceType())('has the type of service that the document says', async () => {
    await send('/service');
    expect(servicesTo(kept().port)).toContain('0xb8');
  });

  test('is made before it is needed if the document says so', async () => {
    const before = kept().connections();
    await send('/eager');
    await expect.poll(() => kept().connections() - before, PATIENCE).toBe(3);
  });

  test('keeps as much in memory as the document says', async () => {
    const body = Buffer.alloc(12 * 1024 ** 2);
    // Nobody reads it, and what the kernel takes is less.
    const upload = (path: string) => send(path, { method: 'POST', body, timeoutMs: 30_000 });
    const uploads = Promise.allSettled([upload('/narrow'), upload('/wide')]);
    const stat = (name: string, what: string) => gateway().stat(`cluster.default/${name}.upstream_${what}`);
    await expect.poll(() => stat('narrow', 'flow_control_backed_up_total'), PATIENCE).toBeGreaterThan(0);
    await expect.poll(() => stat('wide', 'cx_tx_bytes_buffered'), PATIENCE).toBeGreaterThan(2 * USUAL_BUFFER_LIMIT);
    expect(await stat('narrow', 'cx_tx_bytes_buffered')).toBeLessThan(2 * USUAL_BUFFER_LIMIT);
    silent().hangUp();
    await uploads;
  });

  test('is shared by clients, unless the document says otherwise', async () => {
    await send('/usual');
    const before = plain().connections();
    await send('/usual');
    await send('/usual');
    const shared = plain().connections() - before;
    for (let count = 0; count < 3; count += 1) await send('/apart');
    expect(shared).toBe(0);
    expect(plain().connections() - before - shared).toBe(3);
  });

  test('is replaced when it is old', async () => {
    await send('/old');
    await expect.poll(() => gateway().stat('cluster.default/old.upstream_cx_max_duration_reached'), PATIENCE).toBe(1);
    const before = plain().connections();
    await send('/old');
    expect(plain().connections()).toBe(before + 1);
  });
});

test('a connection of a TcpRoute is closed when its endpoint becomes unhealthy, if the document says so', async () => {
  const [closing, staying] = await Promise.all(
    ['closing', 'staying'].map((listener) => openConnection({ port: gateway().portOf(listener) })),
  );
  for (const upstream of ['closing', 'staying'])
    await expect.poll(() => gateway().stat(`cluster.default/${upstream}.upstream_cx_active`), PATIENCE).toBe(1);
  closing?.resume();
  staying?.resume();
  isWell = false;
  await expect.poll(() => closing?.closed, PATIENCE).toBe(true);
  await expect.poll(() => gateway().stat('cluster.default/staying.health_check.failure'), PATIENCE).toBeGreaterThan(0);
  expect(staying?.closed).toBe(false);
  staying?.destroy();
});

describe('an endpoint', () => {
  test('may be a Unix socket', async () => {
    expect(await seenBy('/unix')).toMatchObject({ path: '/unix' });
    expect(sockets().server.requests).toHaveLength(1);
  });

  test('is reached at the address that answers', async () => {
    expect((await send('/alone')).status).toBe(503);
    expect(await seenBy('/either')).toMatchObject({ path: '/either' });
  });
});

// These take the place of all else that is configured, so they come last.
describe('an endpoint that is removed', () => {
  test.each([
    ['gets requests until it fails its check', 'lingering', 2],
    ['gets none if the document says so', 'leaving', 1],
  ])('%s', async (_, name, servers) => {
    const settings = name === 'leaving' ? `${CHECKS}\nconnection: { ignoreHealthOnRemoval: true }` : CHECKS;
    const documents = (ports: readonly number[]): Documents => ({
      ...upstream(name, ports, settings),
      ...virtualHost('removal', `routes: [{ forward: { upstream: ${name} } }]`),
    });
    await gateway().apply({ listeners: LISTENERS, documents: documents([plain().port, other().port]) });
    await expect.poll(() => gateway().stat(`cluster.default/${name}.membership_healthy`), PATIENCE).toBe(2);
    await gateway().apply({ listeners: LISTENERS, documents: documents([other().port]) });
    expect(await gateway().stat(`cluster.default/${name}.membership_total`)).toBe(servers);
  });
});

/** It takes connections and reads nothing. */
async function startSilentServer() {
  const sockets = new Set<Socket>();
  const server = createServer(
    { pauseOnConnect: true },
    (socket) => void sockets.add(socket.on('error', () => undefined)),
  );
  const port = await listen(server);
  const hangUp = (): void => sockets.forEach((socket) => socket.destroy());
  return {
    port,
    hangUp,
    stop: async () => {
      const closed = close(server);
      hangUp();
      await closed;
    },
  };
}

/** What the kernel's timers of connections to a port still have to run, in seconds. Linux only. */
function timersTo(port: number): readonly number[] {
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  return readFileSync('/proc/net/tcp', 'utf8')
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , remote = '']) => remote.endsWith(suffix))
    .map(([, , , , , timer = '']) => parseInt(timer.slice(3), 16) / 100);
}

const isAboutAnHour = (seconds: number): boolean => seconds > 3500 && seconds <= 3600;

/** Whether there is a tool that shows it: `ss` of iproute2. */
function canShowServiceType(): boolean {
  try {
    return execFileSync('ss', ['--version'], { encoding: 'utf8' }).includes('iproute2');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}

const servicesTo = (port: number): readonly string[] =>
  [...execFileSync('ss', ['-tnH', '--tos', 'dport', '=', `:${port}`], { encoding: 'utf8' }).matchAll(/tos:(\S+)/g)].map(
    ([, service = '']) => service,
  );
