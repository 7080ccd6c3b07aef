import { once } from 'node:events';
import { connect as connectHttp2 } from 'node:http2';
import { describe, expect, test } from 'vitest';
import { startTcpUpstream } from '../servers/tcp-upstream.ts';
import { openTunnel } from '../servers/tunnel.ts';
import { startUpgradeUpstream } from '../servers/upgrade-upstream.ts';
import { upstream, virtualHost } from './documents.ts';
import { startGateway } from './harness.ts';
import { shared } from './shared.ts';

const http = shared(startUpgradeUpstream);
const tcp = shared(() => startTcpUpstream({ name: 'tcp' }));

const gateway = shared(() =>
  startGateway({
    documents: {
      ...upstream('http', http().port),
      ...upstream('tcp', tcp().port),
      ...virtualHost(
        'upgrades',
        `
        routes:
          - forward: { upstream: http }
          - match: { path: { prefix: /none } }
            forward: { upstream: http, upgrades: [] }
          - match: { path: { prefix: /long } }
            forward: { upstream: http, timeout: 100ms }
          - match: { path: { prefix: /idle } }
            forward: { upstream: http, idleTimeout: 100ms }
          - match: { path: { prefix: /short } }
            forward: { upstream: http, maximumDuration: 100ms }
          - match: { path: { prefix: /exec } }
            forward: { upstream: http, upgrades: [spdy/3.1] }
      `,
      ),
      ...virtualHost(
        'tunnels',
        `
        routes:
          - forward: { upstream: http }
          - match: { connect: true }
            forward: { upstream: tcp }
          - match: { connect: true, headers: [{ name: x-pass-on, present: true }] }
            forward: { upstream: http, connect: pass-on }
      `,
      ),
      ...virtualHost('closed', 'routes: [{ forward: { upstream: http } }]'),
    },
  }),
);

const upgrade = (path: string, protocol: string) =>
  openTunnel({
    port: gateway().portOf('http'),
    request: `GET ${path}`,
    host: 'upgrades.test',
    headers: { connection: 'upgrade', upgrade: protocol },
  });

describe('an upgrade', () => {
  test.each([
    ['/', 'websocket', 101],
    ['/', 'WebSocket', 101],
    ['/', 'spdy/3.1', 403],
    ['/none', 'websocket', 403],
    ['/exec', 'spdy/3.1', 101],
    ['/exec', 'websocket', 403],
  ])('of %s to %s is answered with %d', async (path, protocol, status) => {
    const tunnel = await upgrade(path, protocol);
    expect(tunnel.status).toBe(status);
    tunnel.close();
  });

  test('carries bytes both ways', async () => {
    const tunnel = await upgrade('/', 'websocket');
    expect(tunnel.headers.get('upgrade')).toBe('websocket');
    expect(await tunnel.exchange('hello')).toBe('hello');
    expect(await tunnel.exchange('again')).toBe('again');
    tunnel.close();
  });

  test('outlives the timeout of answers, and ends when nothing is sent, or at the longest duration', async () => {
    const tunnels = await Promise.all(['/long', '/idle', '/short'].map((path) => upgrade(path, 'websocket')));
    const [long, idle, short] = tunnels;
    await Promise.all([idle, short].map((tunnel) => expect(tunnel?.exchange('', 1)).rejects.toThrow('closed')));
    expect(await long?.exchange('hello')).toBe('hello');
    for (const tunnel of tunnels) tunnel.close();
  });

  test('that is not wanted leaves plain requests alone', async () => {
    expect((await gateway().request({ host: 'upgrades.test', path: '/none' })).body).toBe('plain');
  });
});

describe('a tunnel', () => {
  const connect = (host: string, headers: Readonly<Record<string, string>> = {}) =>
    openTunnel({
      port: gateway().portOf('http'),
      request: `CONNECT ${host}.test:443`,
      host: `${host}.test:443`,
      headers,
    });

  test('ends here, and the upstream gets what is sent through it', async () => {
    const tunnel = await connect('tunnels');
    expect(tunnel.status).toBe(200);
    expect(await tunnel.exchange('hello', 'tcp\nhello'.length)).toBe('tcp\nhello');
    tunnel.close();
  });

  test('is opened over HTTP/2 too', async () => {
    const session = connectHttp2(`http://127.0.0.1:${gateway().portOf('http')}`);
    const stream = session.request({ ':method': 'CONNECT', ':authority': 'tunnels.test:443' }, { endStream: false });
    const [headers] = await once(stream, 'response');
    expect(headers[':status']).toBe(200);
    const [greeting] = await once(stream.setEncoding('utf8'), 'data');
    expect(greeting).toBe('tcp\n');
    session.destroy();
  });

  test('is asked of the upstream in its turn', async () => {
    const tunnel = await connect('tunnels', { 'x-pass-on': '' });
    expect(tunnel.status).toBe(200);
    expect(await tunnel.exchange('hello')).toBe('hello');
    expect(http().asked).toContain('CONNECT tunnels.test:443');
    tunnel.close();
  });

  test('is opened on no other route, and its route takes no other request', async () => {
    const tunnel = await connect('closed');
    expect(tunnel.status).toBe(404);
    tunnel.close();
    expect((await gateway().request({ host: 'tunnels.test', path: '/' })).body).toBe('plain');
  });
});
