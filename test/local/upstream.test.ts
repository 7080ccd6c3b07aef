import { once } from 'node:events';
import { describe, expect, onTestFinished, test } from 'vitest';
import { makeAuthority } from '../servers/certificates.ts';
import { openConnection, request } from '../servers/http-client.ts';
import { reservePort } from '../servers/ports.ts';
import { startTcpUpstream } from '../servers/tcp-upstream.ts';
import { startUpstream } from '../servers/upstream.ts';
import type { UpstreamOptions } from '../servers/upstream.ts';

const start = async (options: UpstreamOptions = {}) => {
  const upstream = await startUpstream(options);
  onTestFinished(upstream.stop);
  return upstream;
};

const secured = async () => {
  const authority = await makeAuthority();
  const server = await authority.issue({ commonName: 'shop', names: ['shop.example'], usage: 'server' });
  const client = await authority.issue({ commonName: 'edge', names: ['spiffe://example/edge'], usage: 'client' });
  return { authority: authority.certificate, server, client };
};

describe.each(['http1', 'http2'] as const)('%s', (protocol) => {
  test('echoes the request', async () => {
    const { port, requests } = await start({ name: 'shop', protocol });
    const headers = { 'x-colour': ['blue', 'green'] };
    const answer = await request({
      port,
      protocol,
      method: 'POST',
      path: '/a?b',
      host: 'shop.example',
      headers,
      body: 'hi',
    });

    expect(answer.status).toBe(200);
    expect(answer.headers.get('x-upstream')).toBe('shop');
    expect(answer.json()).toEqual(requests[0]);
    expect(answer.json()).toMatchObject({
      upstream: 'shop',
      protocol: protocol === 'http1' ? 'HTTP/1.1' : 'HTTP/2.0',
      method: 'POST',
      path: '/a?b',
      host: 'shop.example',
      headers: { 'x-colour': 'blue, green' },
      body: 'hi',
    });
  });

  test('follows a script, path by path', async () => {
    const upstream = await start({ protocol });
    upstream.script('/flaky', [{ status: 503 }, { status: 500, headers: { 'x-why': 'tired' }, body: 'no' }, 'echo']);
    upstream.script('*', [{ status: 404 }]);
    const get = (path: string) => request({ port: upstream.port, protocol, path });

    expect((await get('/flaky?1')).status).toBe(503);
    const second = await get('/flaky?2');
    expect([second.status, second.headers.get('x-why'), second.body]).toEqual([500, 'tired', 'no']);
    expect([(await get('/flaky')).status, (await get('/flaky')).status, (await get('/')).status]).toEqual([
      200, 200, 404,
    ]);
    expect([upstream.count('/flaky'), upstream.count('/'), upstream.count('/other'), upstream.count()]).toEqual([
      4, 1, 0, 5,
    ]);
  });

  test('breaks off before an answer and within one, and never answers', async () => {
    const upstream = await start({ protocol });
    upstream.script('/reset', ['reset']);
    upstream.script('/truncate', ['truncate']);
    upstream.script('/hang', ['hang']);
    const get = (path: string) => request({ port: upstream.port, protocol, path, timeoutMs: 500 });

    await expect(get('/reset')).rejects.toThrow(/ECONNRESET|NGHTTP2_INTERNAL_ERROR/);
    await expect(get('/truncate')).rejects.toThrow(/aborted|NGHTTP2_INTERNAL_ERROR/);
    await expect(get('/hang')).rejects.toThrow('no answer after 500 ms');
    expect(upstream.count()).toBe(3);
    expect((await get('/')).status).toBe(200);
  });

  test('shows the client certificate that it asks for', async () => {
    const { authority, server, client } = await secured();
    const { port } = await start({ protocol, tls: { certificate: server, clientAuthority: authority } });
    const tls = { authority, serverName: 'shop.example', certificate: client };
    const answer = await request({ port, protocol, tls });

    const alpn = protocol === 'http1' ? 'http/1.1' : 'h2';
    expect(answer.tls).toEqual({ alpn, commonName: 'shop', fingerprint: server.fingerprint });
    expect(answer.json()).toMatchObject({
      tls: {
        serverName: 'shop.example',
        alpn,
        clientCertificate: { commonName: 'edge', names: 'URI:spiffe://example/edge', fingerprint: client.fingerprint },
      },
    });
    await expect(request({ port, protocol, tls: { authority, serverName: 'shop.example' } })).rejects.toThrow();
  });

  test('is refused by a client that trusts another authority or expects another name', async () => {
    const { authority, server } = await secured();
    const { port } = await start({ protocol, tls: { certificate: server } });
    const stranger = (await makeAuthority()).certificate;
    const ask = (trusted: string, serverName: string) =>
      request({ port, protocol, tls: { authority: trusted, serverName } });

    expect((await ask(authority, 'shop.example')).status).toBe(200);
    await expect(ask(stranger, 'shop.example')).rejects.toThrow(/certificate/);
    await expect(ask(authority, 'cart.example')).rejects.toThrow('cart.example');
  });

  test('fails plainly over TLS too: nobody listens, nobody answers, the other side breaks off', async () => {
    const { server } = await secured();
    const upstream = await start({ protocol, tls: { certificate: server } });
    upstream.script('/hang', ['hang']);
    upstream.script('/reset', ['reset']);
    const get = (path: string) => request({ port: upstream.port, protocol, path, tls: {}, timeoutMs: 500 });

    await expect(get('/hang')).rejects.toThrow('no answer after 500 ms');
    await expect(get('/reset')).rejects.toThrow(/ECONNRESET|hang up|NGHTTP2_INTERNAL_ERROR/);
    await upstream.stop();
    await expect(get('/')).rejects.toThrow('ECONNREFUSED');
  });

  test('stops in the middle of a request and starts again on the same port', async () => {
    const upstream = await start({ protocol, port: await reservePort() });
    upstream.script('/', ['hang']);
    const waiting = expect(request({ port: upstream.port, protocol })).rejects.toThrow();
    while (upstream.count() === 0) await new Promise(setImmediate);
    await upstream.stop();
    await upstream.stop();
    await waiting;

    const again = await start({ protocol, port: upstream.port });
    expect((await request({ port: again.port, protocol })).status).toBe(200);
  });
});

test('the protocol may be negotiated', async () => {
  const { server } = await secured();
  const { port } = await start({ protocol: 'automatic', tls: { certificate: server } });
  const ask = (protocol: 'http1' | 'http2') => request({ port, protocol, tls: {} });

  expect((await ask('http1')).json()).toMatchObject({ protocol: 'HTTP/1.1' });
  expect((await ask('http2')).json()).toMatchObject({ protocol: 'HTTP/2.0' });
});

test('a client may come from another address, after a preface', async () => {
  const { port } = await startTcp({ name: 'tcp' });
  const socket = await openConnection({ port, localAddress: '127.0.0.2', preface: 'PROXY TCP4 …\r\n' });
  onTestFinished(() => void socket.destroy());

  expect(socket.localAddress).toBe('127.0.0.2');
  expect(await readUntil(socket, '…\r\n')).toBe('tcp\nPROXY TCP4 …\r\n');
});

test('a TCP upstream may speak TLS', async () => {
  const { authority, server } = await secured();
  const { port, count } = await startTcp({ name: 'tls', certificate: server });
  const socket = await openConnection({ port, tls: { authority, serverName: 'shop.example' } });
  onTestFinished(() => void socket.destroy());
  socket.write('hi');

  expect(await readUntil(socket, 'hi')).toBe('tls\nhi');
  expect(count()).toBe(1);
});

const startTcp = async (options: Parameters<typeof startTcpUpstream>[0]) => {
  const upstream = await startTcpUpstream(options);
  onTestFinished(upstream.stop);
  return upstream;
};

async function readUntil(socket: NodeJS.ReadableStream, end: string): Promise<string> {
  let text = '';
  while (!text.endsWith(end)) text += String((await once(socket, 'data'))[0]);
  return text;
}
