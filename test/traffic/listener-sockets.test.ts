import { once } from 'node:events';
import { chmod, readFile, stat } from 'node:fs/promises';
import { request as requestHttp } from 'node:http';
import type { Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeFolder } from '../servers/folder.ts';
import { openConnection } from '../servers/http-client.ts';
import { virtualHost } from './documents.ts';
import { startGateway } from './harness.ts';
import { reservePort } from '../servers/ports.ts';
import { shared } from './shared.ts';

/** A machine without IPv6 cannot bind the address. */
const HAS_IPV6 = Object.values(networkInterfaces()).some((all) => all?.some(({ family }) => family === 'IPv6'));

const documents = virtualHost('sockets', 'routes: [{ respond: { statusCode: 200, body: here } }]');

const folder = shared(async () => {
  const { path, remove } = await makeFolder();
  // Envoy may run as another user than the one that made the folder.
  await chmod(path, 0o755);
  return { path, second: await reservePort(), stop: remove };
});
const socketPath = () => join(folder().path, 'http.sock');

const gateway = shared(() =>
  startGateway({
    listeners: {
      http: `protocol: HTTP, additionalAddresses: [{ address: 127.0.0.1, port: ${folder().second} }]`,
      local: `protocol: HTTP, unixSocket: { path: ${socketPath()}, mode: '0600' }`,
      limited: 'protocol: HTTP, connections: { limit: { maximumConnections: 2 } }',
      alive: 'protocol: HTTP, connections: { keepalive: { idle: 1h } }',
      spared: 'protocol: HTTP, connections: { ignoreOverload: true }',
      tuned:
        'protocol: HTTP, connections: { balance: exact, backlog: 16, maximumAcceptsPerEvent: 1, bufferLimit: 64KiB, typeOfService: 184 }',
      ...(HAS_IPV6 && {
        six: 'protocol: HTTP, address: "::", ipv6Only: true',
        both: 'protocol: HTTP, additionalAddresses: [{ address: "::", ipv6Only: true }]',
      }),
    },
    gateway: `
      accessLog: []
      overload: { maximumConnections: 6 }
    `,
    documents,
  }),
);

/** The status of an answer over a socket that is no port of 127.0.0.1. */
async function statusOver(place: { readonly socketPath: string } | { readonly host: string; readonly port: number }) {
  const sent = requestHttp({ ...place, headers: { host: 'sockets.test' }, agent: false });
  sent.end();
  const [response] = await once(sent, 'response');
  response.resume();
  return response.statusCode;
}

describe('a listener', () => {
  test('serves the same on each of its addresses', async () => {
    expect(await statusOver({ host: '127.0.0.1', port: gateway().portOf('http') })).toBe(200);
    expect(await statusOver({ host: '127.0.0.1', port: folder().second })).toBe(200);
  });

  test('takes one more address, and gives it back', async () => {
    const configuration = (more: string) => ({ listeners: { http: `protocol: HTTP${more}` }, documents });
    const third = await reservePort();
    const other = await startGateway(configuration(''));
    try {
      await expect(statusOver({ host: '127.0.0.1', port: third })).rejects.toThrow();
      await other.apply(configuration(`, additionalAddresses: [{ address: 127.0.0.1, port: ${third} }]`));
      expect(await statusOver({ host: '127.0.0.1', port: third })).toBe(200);
      await other.apply(configuration(''));
      await expect(statusOver({ host: '127.0.0.1', port: third })).rejects.toThrow();
      expect((await other.request({ host: 'sockets.test' })).status).toBe(200);
    } finally {
      await other.stop();
    }
  });

  test('is a Unix socket, which only those may use who are let', async () => {
    expect(await statusOver({ socketPath: socketPath() })).toBe(200);
    expect(((await stat(socketPath())).mode & 0o777).toString(8)).toBe('600');
  });

  test.skipIf(!HAS_IPV6)('may leave IPv4 to others, or take it apart', async () => {
    expect(await statusOver({ host: '::1', port: gateway().portOf('six') })).toBe(200);
    await expect(statusOver({ host: '127.0.0.1', port: gateway().portOf('six') })).rejects.toThrow();
    for (const host of ['::1', '127.0.0.1'])
      expect(await statusOver({ host, port: gateway().portOf('both') })).toBe(200);
  });

  test('serves however its sockets are tuned', async () => {
    expect((await gateway().request({ listener: 'tuned', host: 'sockets.test' })).status).toBe(200);
  });
});

/** Opens connections to a listener that stay until the test is over. */
async function withConnections(listener: string, count: number, use: () => Promise<void>): Promise<void> {
  const open: Socket[] = [];
  try {
    for (let at = 0; at < count; at++) open.push(await openConnection({ port: gateway().portOf(listener) }));
    await use();
  } finally {
    for (const socket of open) socket.destroy();
  }
}

describe('connections', () => {
  const status = async (listener: string) =>
    (await gateway().request({ listener, host: 'sockets.test' }).catch(String)) instanceof Object ? 'served' : 'closed';
  const eventually = (listener: string, expected: string) =>
    expect.poll(() => status(listener), { timeout: 10_000 }).toBe(expected);

  test('beyond the limit of a listener are closed', async () => {
    await withConnections('limited', 2, () => eventually('limited', 'closed'));
    await eventually('limited', 'served');
  });

  test('of a listener that ignores overload are taken when there are too many', async () => {
    await withConnections('http', 6, async () => {
      await eventually('http', 'closed');
      expect(await status('spared')).toBe('served');
    });
    await eventually('http', 'served');
  });

  test('of a listener with keepalive have the timer of TCP', async () => {
    const timers = async (listener: string): Promise<readonly string[]> => {
      const found: string[] = [];
      await withConnections(listener, 1, async () => {
        found.push(...(await timersOf(gateway().portOf(listener))));
      });
      return found;
    };
    expect(await timers('alive')).toContain(KEEPALIVE);
    expect(await timers('http')).not.toContain(KEEPALIVE);
  });
});

/** Linux's name of the timer in /proc/net/tcp. */
const KEEPALIVE = '02';
const ESTABLISHED = '01';

/** The timers of the connections that somebody accepted on a port. */
async function timersOf(port: number): Promise<readonly string[]> {
  const hexadecimal = port.toString(16).toUpperCase().padStart(4, '0');
  const lines = (await readFile('/proc/net/tcp', 'utf8')).split('\n').map((line) => line.trim().split(/\s+/));
  return lines
    .filter(([, local, , state]) => local?.endsWith(`:${hexadecimal}`) && state === ESTABLISHED)
    .map(([, , , , , timer = '']) => timer.slice(0, 2));
}
