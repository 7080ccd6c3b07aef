import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { makeAuthority } from '../servers/certificates.ts';
import { openConnection, type ClientTls } from '../servers/http-client.ts';
import { startTcpUpstream } from '../servers/tcp-upstream.ts';
import { document, GATEWAY, secret, upstream } from './documents.ts';
import { startGateway } from './harness.ts';
import { reservePort } from '../servers/ports.ts';
import { shared } from './shared.ts';

const certificates = shared(async () => {
  const authority = await makeAuthority();
  const inner = await authority.issue({ commonName: 'inner', names: ['passed.test', 'a.passed.test'] });
  const outer = await authority.issue({ commonName: 'outer', names: ['ended.test'] });
  return { authority: authority.certificate, inner, outer, stop: async () => undefined };
});

const a = shared(() => startTcpUpstream({ name: 'a' }));
const b = shared(() => startTcpUpstream({ name: 'b' }));
const secured = shared(() => startTcpUpstream({ name: 'secured', certificate: certificates().inner }));

/** A port that nobody listens on. */
const vacant = shared(async () => ({ port: await reservePort(), stop: async () => undefined }));
const closed = () => vacant().port;

const tcpRoute = (name: string, listener: string, upstreams: string, ...rest: readonly string[]) =>
  document('TcpRoute', name, `gateways: [${GATEWAY}]`, `listener: ${listener}`, `upstreams: ${upstreams}`, ...rest);

const gateway = shared(() =>
  startGateway({
    secrets: { 'outer.crt': certificates().outer.certificate, 'outer.key': certificates().outer.privateKey },
    listeners: {
      tcp: 'protocol: TCP',
      shared: 'protocol: TCP',
      idle: 'protocol: TCP',
      proxied: 'protocol: TCP, proxyProtocol: required',
      tls: 'protocol: TLS',
      precise: 'protocol: TLS',
      halves: 'protocol: TCP',
      brief: 'protocol: TCP',
      patient: 'protocol: TCP',
      hasty: 'protocol: TCP',
      hashed: 'protocol: TCP, proxyProtocol: required',
      https: 'protocol: HTTPS',
      guarded: 'protocol: TCP, proxyProtocol: required',
      'peers-only': 'protocol: TCP, proxyProtocol: required',
      'no-peers': 'protocol: TCP, proxyProtocol: required',
      'tls-guarded': 'protocol: TLS',
    },
    documents: {
      ...upstream('a', a().port),
      ...upstream('b', b().port),
      ...upstream('secured', secured().port),
      ...secret('outer', 'tls-certificate'),
      ...tcpRoute('plain', 'tcp', '[{ upstream: a }]'),
      ...tcpRoute(
        'shared',
        'shared',
        '[{ upstream: a, weight: 0 }, { upstream: b, weight: 1 }, { upstream: secured, weight: 0 }]',
      ),
      ...tcpRoute('idle', 'idle', '[{ upstream: a }]', 'idleTimeout: 200ms'),
      ...tcpRoute('proxied', 'proxied', '[{ upstream: a }]'),
      ...tcpRoute('passed', 'tls', '[{ upstream: secured }]', 'hostnames: [passed.test, "*.passed.test"]'),
      ...tcpRoute('ended', 'tls', '[{ upstream: a }]', 'hostnames: [ended.test]', 'tls: { certificates: [outer] }'),
      ...tcpRoute('others', 'tls', '[{ upstream: b }]', 'tls: { certificates: [outer] }'),
      ...tcpRoute('halves', 'halves', '[{ upstream: a }, { upstream: b }]'),
      ...tcpRoute('brief', 'brief', '[{ upstream: a }]', 'maximumConnectionDuration: 200ms'),
      ...upstream('half-dead', [closed(), a().port], 'loadBalancing: { policy: roundRobin }'),
      ...tcpRoute('patient', 'patient', '[{ upstream: half-dead }]', 'connectAttempts: 4'),
      ...tcpRoute('hasty', 'hasty', '[{ upstream: half-dead }]'),
      ...upstream('ring', [a().port, b().port], 'loadBalancing: { policy: ringHash }'),
      ...tcpRoute('hashed', 'hashed', '[{ upstream: ring }]', 'hashOn: sourceAddress'),
      ...document(
        'VirtualHost',
        'web',
        `gateways: [${GATEWAY}]`,
        'hostnames: ["*.shared.test"]',
        'tls: { certificates: [outer] }',
        'routes: [{ respond: { statusCode: 200, body: web } }]',
      ),
      ...tcpRoute(
        'beside',
        'https',
        '[{ upstream: a }]',
        'hostnames: [ended.test, db.shared.test]',
        'tls: { certificates: [outer] }',
      ),
      ...tcpRoute('passing', 'https', '[{ upstream: secured }]', 'hostnames: [passed.test, "*.passed.test"]'),
      ...tcpRoute(
        'guarded',
        'guarded',
        '[{ upstream: a }]',
        'access: { allow: [10.0.0.0/8, 192.0.2.9/16, 192.0.3.1/16, 10.6.6.6], deny: [10.6.0.0/16, 10.7.7.7] }',
      ),
      ...tcpRoute('peers-only', 'peers-only', '[{ upstream: a }]', 'access: { allow: [127.0.0.1], address: peer }'),
      ...tcpRoute('no-peers', 'no-peers', '[{ upstream: a }]', 'access: { deny: [127.0.0.0/8], address: peer }'),
      ...tcpRoute(
        'nobody',
        'tls-guarded',
        '[{ upstream: a }]',
        'hostnames: [passed.test]',
        'access: { allow: [127.0.0.1], deny: [127.0.0.0/8] }',
      ),
      ...tcpRoute('everybody', 'tls-guarded', '[{ upstream: secured }]', 'access: { deny: [10.0.0.0/8] }'),
      ...tcpRoute('precise', 'precise', '[{ upstream: secured }]', 'hostnames: [passed.test]'),
    },
  }),
);

/** Connects, says something, and returns what has come back by then, and the peer's certificate. */
async function converse(listener: string, options: { readonly tls?: ClientTls; readonly preface?: string } = {}) {
  const socket = await openConnection({ port: gateway().portOf(listener), ...options });
  try {
    socket.setEncoding('utf8');
    socket.write('hello');
    let heard = '';
    for await (const text of socket) {
      heard += String(text);
      if (heard.includes('hello')) break;
    }
    return heard;
  } finally {
    socket.destroy();
  }
}

const named = (serverName: string): { readonly tls: ClientTls } => ({
  tls: { serverName, authority: certificates().authority },
});

describe('TCP', () => {
  test('goes through as it is', async () => {
    expect(await converse('tcp')).toBe('a\nhello');
  });

  test('is shared by weight', async () => {
    const heard = await Promise.all(Array.from({ length: 10 }, () => converse('shared')));
    expect(new Set(heard)).toEqual(new Set(['b\nhello']));
  });

  test('is cut off when nobody says anything for too long', async () => {
    const socket = await openConnection({ port: gateway().portOf('idle') });
    socket.resume();
    await once(socket, 'end');
    socket.destroy();
  });

  test('may begin with a PROXY protocol header, and must if the listener says so', async () => {
    expect(await converse('proxied', { preface: 'PROXY TCP4 203.0.113.7 127.0.0.1 5000 80\r\n' })).toBe('a\nhello');
    // Envoy ends the connection; how much a client notices depends on what it was sending.
    const refused = await converse('proxied', { preface: 'no such header\r\n' }).catch(() => '');
    expect(refused).toBe('');
  });
});

describe('TCP routes', () => {
  test('share connections among upstreams', async () => {
    const heard = await Promise.all(Array.from({ length: 40 }, () => converse('halves')));
    expect(new Set(heard)).toEqual(new Set(['a\nhello', 'b\nhello']));
  });

  test('may end connections after a while, whatever goes over them', async () => {
    const socket = await openConnection({ port: gateway().portOf('brief') });
    const talking = setInterval(() => socket.write('hello'), 20);
    try {
      socket.resume();
      await once(socket, 'end');
    } finally {
      clearInterval(talking);
      socket.destroy();
    }
  });

  test('try other endpoints, if they may', async () => {
    // One after the other, since whoever tries meanwhile moves the choice on as well.
    const many = async (listener: string) => {
      const heard: string[] = [];
      for (let count = 0; count < 8; count += 1) heard.push(await converse(listener).catch(() => ''));
      return new Set(heard);
    };
    expect(await many('patient')).toEqual(new Set(['a\nhello']));
    expect(await many('hasty')).toEqual(new Set(['a\nhello', '']));
  });

  /** What somebody hears who says nothing but an address. */
  const heardBy = (listener: string, address: string) =>
    converse(listener, { preface: `PROXY TCP4 ${address} 127.0.0.1 5000 80\r\n` }).catch(() => '');

  test.each([
    ['guarded', '10.1.2.3', 'a\nhello'],
    ['guarded', '192.0.200.200', 'a\nhello'],
    ['guarded', '203.0.113.7', ''],
    ['guarded', '10.6.1.1', ''],
    ['guarded', '10.6.6.6', ''],
    ['guarded', '10.7.7.7', ''],
    ['guarded', '10.7.7.8', 'a\nhello'],
    ['peers-only', '203.0.113.7', 'a\nhello'],
    ['no-peers', '203.0.113.7', ''],
  ])('let in whom they allow, and say nothing to others (%s, %s)', async (listener, address, heard) => {
    expect(await heardBy(listener, address)).toBe(heard);
  });

  test('let nobody in at a server name because another allows it', async () => {
    expect(await converse('tls-guarded', named('a.passed.test'))).toBe('secured\nhello');
    await expect(converse('tls-guarded', named('passed.test'))).rejects.toThrow();
  });

  test('keep a client at one endpoint', async () => {
    const from = async (address: string) =>
      new Set(
        await Promise.all(
          Array.from({ length: 8 }, () =>
            converse('hashed', { preface: `PROXY TCP4 ${address} 127.0.0.1 5000 80\r\n` }),
          ),
        ),
      );
    const all = await Promise.all(Array.from({ length: 16 }, (_, last) => from(`203.0.113.${last}`)));
    expect(all.map(({ size }) => size)).toEqual(all.map(() => 1));
    expect(new Set(all.flatMap((heard) => [...heard])).size).toBe(2);
  });
});

describe('on a port with virtual hosts', () => {
  test('server names tell them apart', async () => {
    expect(await converse('https', named('ended.test'))).toBe('a\nhello');
    expect(await converse('https', { tls: { serverName: 'db.shared.test' } })).toBe('a\nhello');
    expect(await converse('https', named('a.passed.test'))).toBe('secured\nhello');
    const web = (host: string) =>
      gateway().request({ listener: 'https', host, tls: { serverName: 'www.shared.test' } });
    expect((await web('www.shared.test')).body).toBe('web');
    expect((await web('db.shared.test')).status).toBe(421);
    expect((await web('ended.test')).status).toBe(421);
  });
});

describe('TLS', () => {
  test.each(['passed.test', 'a.passed.test'])('for %s is passed through, and the upstream ends it', async (name) => {
    expect(await converse('tls', named(name))).toBe('secured\nhello');
  });

  test('for a host with certificates ends here', async () => {
    expect(await converse('tls', named('ended.test'))).toBe('a\nhello');
  });

  test('for any other host goes where the route without host names says', async () => {
    expect(await converse('tls', { tls: { serverName: 'nobody.test' } })).toBe('b\nhello');
    expect(await converse('tls', { tls: {} })).toBe('b\nhello');
  });

  test('for a host that no route has is refused', async () => {
    await expect(converse('precise', { tls: { serverName: 'nobody.test' } })).rejects.toThrow();
    expect(await converse('precise', named('passed.test'))).toBe('secured\nhello');
  });

  test('is expected: plain text is refused', async () => {
    expect(await converse('precise').catch(() => '')).toBe('');
  });
});
