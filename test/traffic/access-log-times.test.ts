import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { startAccessLogService } from '../servers/access-log-service.ts';
import { makeAuthority } from '../servers/certificates.ts';
import { makeFolder } from '../servers/folder.ts';
import { openConnection } from '../servers/http-client.ts';
import { startTcpUpstream } from '../servers/tcp-upstream.ts';
import { startUpstream } from '../servers/upstream.ts';
import { document, GATEWAY, secret, upstream, virtualHost } from './documents.ts';
import { startGateway } from './harness.ts';
import { shared } from './shared.ts';

const echo = shared(() => startUpstream());
const tcp = shared(() => startTcpUpstream({ name: 'tcp' }));
const service = shared(startAccessLogService);
const folder = shared(async () => {
  const { path, remove } = await makeFolder();
  return { path, stop: remove };
});
const certificate = shared(async () => {
  const authority = await makeAuthority();
  const issued = await authority.issue({ commonName: 'secure', names: ['secure.test'] });
  return { authority: authority.certificate, ...issued, stop: async () => undefined };
});

const documents = () => ({
  ...upstream('echo', echo().port),
  ...upstream('tcp', tcp().port),
  ...secret('secure', 'tls-certificate'),
  ...document('TcpRoute', 'tcp', `gateways: [${GATEWAY}]`, 'listener: tcp', 'upstreams: [{ upstream: tcp }]'),
  ...virtualHost('shop', 'routes: [{ forward: { upstream: echo } }]'),
  ...virtualHost('secure', 'tls: { certificates: [secure] }\nroutes: [{ forward: { upstream: echo } }]'),
});

const gateway = shared(() =>
  startGateway({
    listeners: { http: 'protocol: HTTP', tcp: 'protocol: TCP', https: 'protocol: HTTPS' },
    secrets: { 'secure.crt': certificate().certificate, 'secure.key': certificate().privateKey },
    envoyArguments: ['--file-flush-interval-msec', '50'],
    gateway: `
      accessLog:
        - path: ${join(folder().path, 'all')}
          fields: { type: '%ACCESS_LOG_TYPE%', path: '%REQ(:PATH)%', received: '%BYTES_RECEIVED%' }
        - path: ${join(folder().path, 'periodic')}
          fields: { type: '%ACCESS_LOG_TYPE%', path: '%REQ(:PATH)%' }
          when: { types: [periodic] }
        - path: ${join(folder().path, 'others')}
          fields: { type: '%ACCESS_LOG_TYPE%', path: '%REQ(:PATH)%' }
          when: { not: { types: [periodic, connected] } }
      accessLogTimes: { interval: 100ms, atStart: true, whenConnected: true }
      connectionLog:
        - path: ${join(folder().path, 'refused')}
          fields: { name: '%REQUESTED_SERVER_NAME%', flags: '%RESPONSE_FLAGS%', failure: '%DOWNSTREAM_TRANSPORT_FAILURE_REASON%' }
          when: { responseFlags: [NR] }
        - path: ${join(folder().path, 'connections')}
    `,
    documents: documents(),
  }),
);

/** What has been written to a log, one object a line. */
async function lines(log: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const text = await readFile(join(folder().path, log), 'utf8');
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
}

const typesOf = async (log: string, path?: string) =>
  (await lines(log))
    .filter((line) => line['path'] === path || (path === undefined && line['path'] === null))
    .map(({ type }) => type);

const eventually = (what: () => Promise<unknown>) => expect.poll(what, { timeout: 10_000 });

describe('a long request', () => {
  test('is logged when it comes, now and then, and at its end', async () => {
    echo().script('/slow', [{ delayMs: 500 }]);
    await gateway().request({ host: 'shop.test', path: '/slow' });
    await eventually(() => typesOf('all', '/slow')).toContain('DownstreamEnd');
    const types = await typesOf('all', '/slow');
    expect(types[0]).toBe('DownstreamStart');
    expect(types.filter((type) => type === 'DownstreamPeriodic').length).toBeGreaterThan(1);
    expect(new Set(await typesOf('periodic', '/slow'))).toEqual(new Set(['DownstreamPeriodic']));
    await eventually(() => typesOf('others', '/slow')).toEqual(['DownstreamStart', 'DownstreamEnd']);
  });
});

describe('a connection', () => {
  test('is logged when it comes, when the upstream takes it, and at its end', async () => {
    const socket = await openConnection({ port: gateway().portOf('tcp') });
    socket.setEncoding('utf8');
    socket.write('hello');
    await once(socket, 'data');
    await eventually(() => typesOf('all')).toEqual(
      expect.arrayContaining(['TcpConnectionStart', 'TcpUpstreamConnected', 'TcpPeriodic']),
    );
    socket.destroy();
    await eventually(() => typesOf('all')).toContain('TcpConnectionEnd');
    await eventually(() => typesOf('others')).toEqual(['TcpConnectionStart', 'TcpConnectionEnd']);
  });

  test('that nobody serves is logged, and so is any other', async () => {
    const tls = { serverName: 'nobody.test', authority: certificate().authority };
    await expect(openConnection({ port: gateway().portOf('https'), tls })).rejects.toThrow();
    await eventually(() => lines('refused')).toEqual([{ name: 'nobody.test', flags: 'NR', failure: null }]);
    await eventually(() => lines('connections')).toEqual(
      expect.arrayContaining([expect.objectContaining({ server_name: 'nobody.test', flags: 'NR' })]),
    );
    const served = await lines('refused');
    await gateway().request({ listener: 'https', host: 'secure.test', tls: { ...tls, serverName: 'secure.test' } });
    await eventually(() => lines('connections')).toEqual(
      expect.arrayContaining([expect.objectContaining({ server_name: 'secure.test', chain: 'default/secure' })]),
    );
    expect(await lines('refused')).toEqual(served);
  });
});

describe('a change of a log’s service', () => {
  test('is taken in one step, its cluster first', async () => {
    await gateway().apply({
      listeners: { http: 'protocol: HTTP', tcp: 'protocol: TCP', https: 'protocol: HTTPS' },
      gateway: 'accessLog: [{ grpc: { upstream: service, bufferSize: 0 } }]',
      documents: { ...documents(), ...upstream('service', service().port, 'protocol: http2') },
    });
    await gateway().request({ host: 'shop.test', path: '/to-service' });
    await expect.poll(() => service().requests.map(({ path }) => path), { timeout: 10_000 }).toContain('/to-service');
    expect(await gateway().stat('listener_manager.lds.update_rejected')).toBe(0);
    await gateway().apply({
      listeners: { http: 'protocol: HTTP', tcp: 'protocol: TCP', https: 'protocol: HTTPS' },
      documents: documents(),
    });
    expect(await gateway().stat('listener_manager.lds.update_rejected')).toBe(0);
    expect((await gateway().request({ host: 'shop.test' })).status).toBe(200);
  });
});
