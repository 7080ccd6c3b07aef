import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { makeAuthority } from '../servers/certificates.ts';
import { openConnection, type ClientTls } from '../servers/http-client.ts';
import { startTcpUpstream } from '../servers/tcp-upstream.ts';
import { document, GATEWAY, secret, upstream } from './documents.ts';
import { startGateway } from './harness.ts';
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
