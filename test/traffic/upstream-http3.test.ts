import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { makeAuthority } from '../servers/certificates.ts';
import { openConnection } from '../servers/http-client.ts';
import { startHttp3Upstream } from '../servers/http3-upstream.ts';
import { upstream, virtualHost } from './documents.ts';
import { startGateway } from './harness.ts';
import { shared } from './shared.ts';

const certificates = shared(async () => {
  const authority = await makeAuthority();
  const server = await authority.issue({ commonName: 'backend', names: ['backend.internal'] });
  const stranger = (await makeAuthority('Strangers')).certificate;
  return { authority: authority.certificate, stranger, server, stop: async () => undefined };
});
const backend = shared(() => startHttp3Upstream({ certificate: certificates().server }));
/** It says that it has HTTP/3, and has not. */
const boaster = shared(() => startHttp3Upstream({ certificate: certificates().server, listens: 'tcp' }));

const NAMES = ['checked', 'explicit', 'settings', 'stranger', 'advertised', 'agreed', 'broken'];

const gateway = shared(() => {
  const tls = (authority = certificates().authority) =>
    `tls: ${JSON.stringify({ sni: 'backend.internal', validation: { inline: authority } })}`;
  const { port } = backend();
  const settings = 'maximumConcurrentStreams: 10, streamWindow: 256KiB, connectionWindow: 2MiB, keepalive: 15s';
  return startGateway({
    documents: {
      ...upstream(
        'checked',
        port,
        [
          'protocol: http3',
          tls(),
          'loadBalancing: { panicThreshold: 0 }',
          'healthChecks: [{ http: { path: /healthz }, interval: 100ms }]',
        ].join('\n'),
      ),
      ...upstream('explicit', port, `protocol: http3\n${tls()}`),
      ...upstream('settings', port, `protocol: http3\n${tls()}\nhttp: { http3: { ${settings} } }`),
      ...upstream('stranger', port, `protocol: http3\n${tls(certificates().stranger)}`),
      ...upstream('advertised', port, `protocol: automatic\n${tls()}\nhttp: { http3: {} }`),
      ...upstream('agreed', port, `protocol: automatic\n${tls()}`),
      ...upstream('broken', boaster().port, `protocol: automatic\n${tls()}\nhttp: { http3: {} }`),
      ...virtualHost(
        'http3',
        [
          'routes:',
          ...NAMES.map((name) => `- { match: { path: { prefix: /${name} } }, forward: { upstream: ${name} } }`),
        ].join('\n'),
      ),
    },
  });
});

const send = (name: string) => gateway().request({ host: 'http3.test', path: `/${name}` });
const protocolOf = async (name: string): Promise<string | null> => (await send(name)).headers.get('x-protocol');

describe('HTTP/3', () => {
  test.each(['explicit', 'settings'])('is spoken where the document says so (%s)', async (name) => {
    const { status, headers } = await send(name);
    expect([status, headers.get('x-protocol'), headers.get('x-server-name')]).toEqual([
      200,
      'HTTP/3',
      'backend.internal',
    ]);
  });

  test('carries WebSockets', async () => {
    const socket = await openConnection({ port: gateway().portOf('http') });
    const upgrade = 'connection: upgrade\r\nupgrade: websocket\r\nsec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==';
    socket.write(`GET /explicit HTTP/1.1\r\nhost: http3.test\r\n${upgrade}\r\n\r\n`);
    const [answer] = await once(socket.setEncoding('utf8'), 'data');
    socket.destroy();
    expect(String(answer)).toMatch(/^HTTP\/1\.1 101 .*\r\nx-protocol: HTTP\/3\r\n/s);
  });

  test('is checked over TCP', async () => {
    const healthy = () => gateway().stat('cluster.default/checked.health_check.success');
    await expect.poll(healthy, { timeout: 10_000 }).toBeGreaterThan(1);
    expect(await protocolOf('checked')).toBe('HTTP/3');
  });

  test('is spoken with nobody whose certificate is not trusted', async () => {
    expect((await send('stranger')).status).toBe(503);
  });

  test('is used when the upstream has said that it has it', async () => {
    expect(await protocolOf('advertised')).toBe('HTTP/2');
    await expect.poll(() => protocolOf('advertised'), { timeout: 10_000 }).toBe('HTTP/3');
  });

  test('of an upstream is not advertised to clients', async () => {
    expect((await send('advertised')).headers.get('alt-svc')).toBeNull();
  });

  test('is not used unless the document allows it', async () => {
    for (let count = 0; count < 5; count += 1) expect(await protocolOf('agreed')).toBe('HTTP/2');
  });

  test('that does not work leaves requests to TCP', async () => {
    for (let count = 0; count < 5; count += 1) expect(await protocolOf('broken')).toBe('HTTP/2');
  });
});
