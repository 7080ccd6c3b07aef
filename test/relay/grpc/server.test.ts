/** The gRPC server on the wire: what opens a call, how calls and connections end, and what hostile clients get. */
import { once } from 'node:events';
import { constants } from 'node:http2';
import { connect as connectTcp } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { TypeUrl } from '../../../compiler/xds/resource-types.ts';
import { frame } from '../../../relay/grpc/frames.ts';
import { serveGrpc, type GrpcServer } from '../../../relay/grpc/server.ts';
import { makeAuthority } from '../../servers/certificates.ts';
import { encodeSotwRequest } from '../discovery.ts';
import { eventually } from '../eventually.ts';
import { connectSotw } from '../probe/client.ts';
import { createFixture } from '../probe/fixture.ts';
import { fixedTls, startServer } from '../probe/server.ts';
import { openAndReset, openSession, request } from './http2.ts';

const NODE = { id: 'n1', cluster: 'g1' };
const CLUSTERS = frame([encodeSotwRequest({ node: NODE, typeUrl: TypeUrl.cluster })]);

const startWithClusters = async (clusters = 1, options: Parameters<typeof startServer>[0] = {}) => {
  const server = await startServer(options);
  server.setBundle(createFixture()({ clusters }), []);
  return server;
};

const SILENT = {
  listen: '127.0.0.1:0',
  identifier: 'relay-1',
  secretsAllowed: 'always',
  events: () => undefined,
} as const;

describe('a request', () => {
  test.each([
    [
      'of a method that there is not',
      { ':path': '/a.Service/Method' },
      200,
      '12',
      'there is no method /a.Service/Method',
    ],
    ['in an encoding', { 'grpc-encoding': 'gzip' }, 200, '12', 'messages in the encoding "gzip" are not read'],
    ['that is no POST', { ':method': 'GET' }, 405, undefined, undefined],
    ['that is no gRPC', { 'content-type': 'application/json' }, 415, undefined, undefined],
    ['that is nearly gRPC', { 'content-type': 'application/grpc-web' }, 415, undefined, undefined],
  ])('%s is refused', async (_, headers, status, code, message) => {
    const server = await startServer();
    const { answer } = request(openSession(server.address), headers);
    expect(await answer).toMatchObject({ status, code: constants.NGHTTP2_NO_ERROR });
    expect((await answer).trailers['grpc-status']).toBe(code);
    expect((await answer).trailers['grpc-message']).toBe(message);
    if (code !== undefined) expect((await answer).headers['grpc-accept-encoding']).toBe('identity');
    expect(server.told).toEqual([]);
  });

  test.each(['application/grpc', 'application/grpc+proto', 'application/grpc;charset=utf-8'])(
    'of type %s is answered',
    async (contentType) => {
      const server = await startWithClusters();
      const { stream, answer } = request(openSession(server.address), { 'content-type': contentType });
      stream.end(CLUSTERS);
      const { status, headers, trailers, length } = await answer;
      expect([status, headers['content-type'], trailers['grpc-status']]).toEqual([200, 'application/grpc', '0']);
      expect(length).toBeGreaterThan(5);
    },
  );

  test('is read however its bytes come', async () => {
    const server = await startWithClusters();
    const { stream } = request(openSession(server.address));
    for (const byte of CLUSTERS) {
      stream.write(Buffer.from([byte]));
      await new Promise(setImmediate);
    }
    await server.until('sent');
  });
});

describe('a message', () => {
  test('that is longer than may be is refused before it is sent', async () => {
    const server = await startServer();
    const { stream, answer } = request(openSession(server.address));
    stream.write(Buffer.from([0, 0xff, 0xff, 0xff, 0xff, 1]));
    expect((await answer).trailers).toMatchObject({
      'grpc-status': '8',
      'grpc-message': 'a message of 4294967295 bytes is longer than 67108864',
    });
  });

  test('that is compressed is refused', async () => {
    const server = await startServer();
    const { stream, answer } = request(openSession(server.address));
    const compressed = frame([gzipSync(CLUSTERS)]);
    compressed[0] = 1;
    stream.write(compressed);
    expect((await answer).trailers).toMatchObject({ 'grpc-status': '13' });
  });

  test('of 170 KB needs no leave in between', async () => {
    const server = await startServer();
    const session = openSession(server.address);
    await once(session, 'remoteSettings');
    expect(session.remoteSettings.initialWindowSize).toBeGreaterThan(170_000);
    await eventually(() => expect(session.state.remoteWindowSize).toBeGreaterThan(170_000));
  });
});

describe('a call ends', () => {
  test('after the message that is on its way, with why', async () => {
    const large = frame([Buffer.alloc(3_000_000, 'large')]);
    const refusal = { code: 'PERMISSION_DENIED', message: 'not any more' } as const;
    const server = await serveGrpc(SILENT, (transport) => {
      transport.write(large, () => expect.unreachable('the end comes first'));
      transport.end(refusal);
      return { received: () => undefined, closed: () => undefined };
    });
    onTestFinished(() => server.close(0));
    const { stream, answer } = request(openSession(server.address));
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    expect((await answer).trailers).toMatchObject({ 'grpc-status': '7', 'grpc-message': 'not any more' });
    expect(Buffer.concat(chunks).equals(large)).toBe(true);
  });

  test('when its client has said all, and what was sent comes first', async () => {
    const server = await startWithClusters(2_000);
    const { stream, answer } = request(openSession(server.address));
    stream.end(CLUSTERS);
    const { length, trailers } = await answer;
    expect(length).toBeGreaterThan(100_000);
    expect(trailers['grpc-status']).toBe('0');
    await server.until('disconnected');
  });

  test('when the time is up that its client gives it', async () => {
    const server = await startWithClusters();
    const { stream, answer } = request(openSession(server.address), { 'grpc-timeout': '50m' });
    stream.write(CLUSTERS);
    expect((await answer).trailers).toMatchObject({ 'grpc-status': '4', 'grpc-message': 'the time is up' });
    await server.until('disconnected');
  });

  test.each(['', '1', '123456789S', '1X', '99999999H', '-1S'])('not for a time such as "%s"', async (timeout) => {
    const server = await startWithClusters();
    const { stream } = request(openSession(server.address), { 'grpc-timeout': timeout });
    stream.write(CLUSTERS);
    await server.until('sent');
    expect(server.nodes()).toHaveLength(1);
  });

  test('with a message that its client can read, whatever is in it', async () => {
    const server = await startWithClusters();
    const client = connectSotw(server.address);
    client.send({ node: { id: '100 % größer\n', cluster: 'other' }, typeUrl: TypeUrl.cluster });
    expect((await client.ended).message).toContain('node "100 % größer');
  });

  test('when its client resets it', async () => {
    const server = await startWithClusters();
    const { stream } = request(openSession(server.address));
    stream.write(CLUSTERS);
    await server.until('sent');
    stream.close(constants.NGHTTP2_CANCEL);
    await server.until('disconnected');
    expect(server.nodes()).toEqual([]);
  });
});

describe('a connection', () => {
  test('carries many calls', async () => {
    const server = await startWithClusters();
    const session = openSession(server.address);
    for (let index = 0; index < 300; index++) {
      request(session).stream.write(
        frame([encodeSotwRequest({ node: { ...NODE, id: `n${index}` }, typeUrl: TypeUrl.cluster })]),
      );
    }
    await server.until('sent', ({ node }) => node.id === 'n299');
    expect(new Set(server.nodes().map(({ peer }) => peer)).size).toBe(1);
  });

  test('that is old is asked to come anew, and its calls end', async () => {
    const server = await startWithClusters(1, { maxConnectionAgeMs: 100 });
    const session = openSession(server.address);
    const goneAway = once(session, 'goaway');
    const { stream, answer } = request(session);
    stream.write(CLUSTERS);
    expect((await goneAway)[0]).toBe(constants.NGHTTP2_NO_ERROR);
    expect((await answer).trailers).toMatchObject({
      'grpc-status': '14',
      'grpc-message': 'the connection is old: connect anew',
    });
    await once(session, 'close');
  });

  test('that speaks no HTTP/2 is closed', async () => {
    const server = await startServer();
    const [host = '', port = ''] = server.address.split(':');
    const socket = connectTcp(Number(port), host);
    socket.on('error', () => undefined).resume();
    socket.write('GET / HTTP/1.1\r\nhost: relay\r\n\r\n');
    await once(socket, 'close');
  });

  test('over which calls are opened and reset without end is closed', async () => {
    const server = await startWithClusters();
    const session = openSession(server.address);
    await once(session, 'remoteSettings');
    let isOpen = true;
    session.on('close', () => (isOpen = false));
    while (isOpen) {
      for (let index = 0; index < 200 && !session.destroyed; index++) {
        request(session).stream.close(constants.NGHTTP2_CANCEL);
      }
      await new Promise(setImmediate);
    }
    // Others do not notice.
    const client = connectSotw(server.address);
    client.send({ node: NODE, typeUrl: TypeUrl.cluster });
    expect((await client.next()).resources).toHaveLength(1);
  });

  test('over which a call is reset before anybody has seen it harms nobody', async () => {
    const server = await startWithClusters();
    const socket = openAndReset(server.address);
    await once(socket, 'data');
    const client = connectSotw(server.address);
    client.send({ node: NODE, typeUrl: TypeUrl.cluster });
    await client.next();
    await eventually(() => expect(server.nodes()).toHaveLength(1));
    expect(socket.closed).toBe(false);
  });

  test('whose headers are too long is refused', async () => {
    const server = await startWithClusters();
    const session = openSession(server.address);
    await once(session, 'remoteSettings');
    const { answer } = request(session, { 'x-long': 'x'.repeat(30_000) });
    expect((await answer).code).toBe(constants.NGHTTP2_ENHANCE_YOUR_CALM);
    expect(server.nodes()).toEqual([]);
  });
});

describe('TLS', () => {
  test('is for HTTP/2, agreed on by ALPN, and for nothing else', async () => {
    const authority = await makeAuthority();
    const tls = fixedTls(await authority.issue({ commonName: 'relay', names: ['localhost'] }));
    const server = await startWithClusters(1, { listen: 'localhost:0', tls });
    const { stream } = request(openSession(server.address, { ca: authority.certificate }));
    stream.write(CLUSTERS);
    await server.until('sent');

    const port = Number(server.address.split(':')[1]);
    const other = connectTls({ port, ca: authority.certificate, servername: 'localhost', ALPNProtocols: ['http/1.1'] });
    const refused = new Promise<Error>((resolve) => other.on('error', resolve));
    expect((await refused).message).toContain('no application protocol');
  });
});

describe('a server that closes', () => {
  const startQuiet = (): Promise<GrpcServer> =>
    serveGrpc(SILENT, () => ({
      received: () => undefined,
      closed: () => undefined,
    }));

  test('says so, takes no connection any more, and waits for calls as long as it may', async () => {
    const server = await startQuiet();
    const session = openSession(server.address);
    const { stream, answer } = request(session);
    await once(stream, 'response');
    const goneAway = once(session, 'goaway');
    const closed = server.close(60_000);
    await goneAway;
    await expect(once(openSession(server.address), 'connect')).rejects.toThrow('ECONNREFUSED');
    stream.end();
    expect((await answer).trailers['grpc-status']).toBe('0');
    await closed;
  });

  test('takes away what is left when the time is up', async () => {
    const server = await startQuiet();
    const { stream, answer } = request(openSession(server.address));
    await once(stream, 'response');
    await server.close(20);
    expect((await answer).trailers['grpc-status']).toBeUndefined();
  });
});
