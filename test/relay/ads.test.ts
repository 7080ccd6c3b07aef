/** The ADS server as a whole, over real gRPC on loopback. */
import { credentials } from '@grpc/grpc-js';
import { describe, expect, test } from 'vitest';
import { TypeUrl } from '../../compiler/xds/resource-types.ts';
import { makeAuthority } from '../servers/certificates.ts';
import { connectDelta, connectSotw, connectStalled } from './probe/client.ts';
import { clusterName, createFixture } from './probe/fixture.ts';
import { namesOf } from './probe/probe.ts';
import { fixedTls, startServer } from './probe/server.ts';

const NODE = { id: 'n1', cluster: 'g1', version: [1, 40, 0] as const };
const CDS = TypeUrl.cluster;
const SECRETS = [{ name: 's', version: '1', value: Buffer.from([0x0a, 0x01, 0x73]) }];

describe('a stream', () => {
  test('waits for the first bundle of all', async () => {
    const server = await startServer();
    const client = connectSotw(server.address);
    client.send({ node: NODE, typeUrl: CDS });
    while (server.nodes().length === 0) await new Promise(setImmediate);
    expect(server.nodes()).toMatchObject([{ gateway: null, bundle: null, state: 'waiting' }]);
    server.setBundle(createFixture()({ clusters: 2 }), []);
    expect((await client.next()).resources).toHaveLength(2);
  });

  test('of an unknown node is refused, and told what would match', async () => {
    const server = await startServer();
    server.setBundle(createFixture()({ clusters: 1 }), []);
    const client = connectSotw(server.address);
    client.send({ node: { id: 'n1', cluster: 'other' }, typeUrl: CDS });
    expect(await client.ended).toEqual({
      code: 'NOT_FOUND',
      message: 'node "n1" of cluster "other" belongs to no gateway; default/edge takes node.cluster "g1"',
    });
    expect(server.told.filter(({ kind }) => kind === 'refused')).toMatchObject([
      { kind: 'refused', node: { cluster: 'other' }, refusal: { code: 'NOT_FOUND' } },
    ]);
    expect(server.nodes()).toEqual([]);
  });

  test('that does not say which node it is, or no request at all, is refused', async () => {
    const server = await startServer();
    const [nameless, garbled] = [connectSotw(server.address), connectDelta(server.address)];
    nameless.send({ typeUrl: CDS });
    garbled.sendBytes(Buffer.from([0x0a, 0xff]));
    expect(await nameless.ended).toEqual({
      code: 'INVALID_ARGUMENT',
      message: 'the first request of a stream must have a node',
    });
    expect(await garbled.ended).toEqual({
      code: 'INVALID_ARGUMENT',
      message: 'the request cannot be read: a number does not end',
    });
  });

  test('keeps the gateway of its first request, whatever it says later', async () => {
    const server = await startServer();
    server.setBundle(createFixture()({ clusters: 1 }), []);
    server.setBundle(createFixture()({ clusters: 2, gateway: 'default/two', nodeCluster: 'g2' }), []);
    const client = connectSotw(server.address);
    client.send({ node: NODE, typeUrl: CDS });
    const first = await client.next();
    client.send({ typeUrl: CDS, nonce: first.nonce, version: first.version });
    client.send({ node: { id: 'n1', cluster: 'g2' }, typeUrl: TypeUrl.listener });
    expect([namesOf(first), namesOf(await client.next())]).toEqual([[clusterName(0)], ['listener-0']]);
    expect(server.nodes()).toMatchObject([{ gateway: 'default/edge', node: { cluster: 'g1' } }]);
  });

  test('keeps what it has when its gateway is removed, and new ones are refused', async () => {
    const server = await startServer();
    server.setBundle(createFixture()({ clusters: 1 }), []);
    server.setBundle(createFixture()({ clusters: 2, gateway: 'default/two', nodeCluster: 'g2' }), []);
    const client = connectSotw(server.address);
    client.send({ node: NODE, typeUrl: CDS });
    await client.next();
    server.removeGateway('default/edge');
    const late = connectSotw(server.address);
    late.send({ node: NODE, typeUrl: CDS });
    expect(await late.ended).toMatchObject({ code: 'NOT_FOUND' });
    expect(client.pending()).toEqual([]);
    expect(server.nodes()).toMatchObject([{ gateway: 'default/edge' }]);
  });
});

describe('the status of a node', () => {
  test('says what it was sent, accepted and refused, in its own words', async () => {
    const server = await startServer();
    const fixture = createFixture();
    server.setBundle(fixture({ clusters: 1 }), []);
    const client = connectDelta(server.address);
    client.send({ node: NODE, typeUrl: CDS });
    const first = await client.next();
    client.send({ typeUrl: CDS, nonce: first.nonce });
    await server.until('push-completed');
    expect(server.nodes()).toMatchObject([
      {
        protocol: 'delta',
        peer: expect.stringMatching(/^127\.0\.0\.1:\d+$/),
        node: { id: 'n1', cluster: 'g1', version: '1.40.0' },
        state: 'complete',
        types: [{ typeUrl: CDS, wildcard: true, sent: first.version, acked: first.version, nacked: null, nacks: 0 }],
      },
    ]);

    const bundle = fixture({ clusters: 1, generations: { cluster: 1 } });
    server.setBundle(bundle, []);
    const second = await client.next();
    client.send({ typeUrl: CDS, nonce: second.nonce, error: 'connect_timeout is too long' });
    await server.until('nacked');
    const nacked = { version: second.version, message: 'connect_timeout is too long' };
    expect(server.nodes()).toMatchObject([
      {
        bundle: bundle.id,
        state: 'rejected',
        types: [{ sent: second.version, acked: first.version, nacked, nacks: 1 }],
      },
    ]);
    expect(server.told).toContainEqual(expect.objectContaining({ kind: 'nacked', typeUrl: CDS, ...nacked }));
  });

  test('is gone with its stream', async () => {
    const server = await startServer();
    server.setBundle(createFixture()({ clusters: 1 }), []);
    const client = connectDelta(server.address);
    client.send({ node: NODE, typeUrl: CDS });
    await client.next();
    client.close();
    await server.until('disconnected');
    expect(server.nodes()).toEqual([]);
    expect(server.told.map(({ kind }) => kind)).toEqual([
      'offered',
      'offer-told',
      'connected',
      'assigned',
      'sent',
      'disconnected',
    ]);
  });
});

describe('secrets', () => {
  test('go to a stream with a client certificate only', async () => {
    const [authority, clients] = await Promise.all([makeAuthority(), makeAuthority('Clients')]);
    const relay = await authority.issue({ commonName: 'relay', names: ['localhost'] });
    const server = await startServer({
      listen: 'localhost:0',
      secretsAllowed: 'mutual-tls',
      tls: fixedTls({ ...relay, clientAuthorities: clients.certificate }),
    });
    server.setBundle(createFixture()({ clusters: 1 }), SECRETS);

    const envoy = await clients.issue({ commonName: 'envoy', usage: 'client' });
    const channel = credentials.createSsl(
      Buffer.from(authority.certificate),
      Buffer.from(envoy.privateKey),
      Buffer.from(envoy.certificate),
    );
    const client = connectSotw(server.address, channel);
    client.send({ node: NODE, typeUrl: TypeUrl.secret, names: ['s'] });
    expect(namesOf(await client.next())).toEqual(['s']);

    const stranger = connectSotw(server.address, credentials.createSsl(Buffer.from(authority.certificate)));
    stranger.send({ node: NODE, typeUrl: TypeUrl.secret, names: ['s'] });
    expect(await stranger.ended).toMatchObject({ code: 'UNAVAILABLE' });
  });

  test('do not go over plain text, and that is told', async () => {
    const server = await startServer({ secretsAllowed: 'mutual-tls' });
    server.setBundle(createFixture()({ clusters: 1 }), SECRETS);
    const client = connectDelta(server.address);
    client.send({ node: NODE, typeUrl: TypeUrl.secret, subscribe: ['s', '*'] });
    client.send({ typeUrl: TypeUrl.listener });
    const answers = [await client.next()];
    if (answers[0]?.typeUrl === TypeUrl.secret) answers.push(await client.next());
    expect(answers.flatMap(namesOf)).toEqual(['listener-0']);
    expect(server.told.filter(({ kind }) => kind === 'secrets-withheld')).toHaveLength(1);
  });

  test('that have a new value are sent, and nothing else is', async () => {
    const server = await startServer();
    const bundle = createFixture()({ clusters: 1 });
    server.setBundle(bundle, SECRETS);
    const client = connectSotw(server.address);
    client.send({ node: NODE, typeUrl: TypeUrl.secret, names: ['s'] });
    const first = await client.next();
    client.send({ typeUrl: TypeUrl.secret, names: ['s'], nonce: first.nonce, version: first.version });
    await server.until('acked');
    server.setBundle(bundle, [{ name: 's', version: '2', value: Buffer.from([0x0a, 0x01, 0x73, 0x12, 0x00]) }]);
    const second = await client.next();
    expect(second.version).not.toBe(first.version);
    expect(second.resources[0]?.value).toHaveLength(5);
  });
});

describe('a client that does not read', () => {
  test('costs the others nothing, and has one message handed out', async () => {
    const server = await startServer({ maxBytesInFlight: 200_000 });
    const fixture = createFixture();
    server.setBundle(fixture({ clusters: 5_000 }), []);
    connectStalled(server.address, [
      { node: { id: 'stalled', cluster: 'g1' }, typeUrl: CDS },
      { typeUrl: TypeUrl.endpoint, names: [clusterName(0)] },
    ]);
    await server.until('sent');
    server.setBundle(fixture({ clusters: 5_000, generations: { cluster: 1 } }), []);
    server.setBundle(fixture({ clusters: 5_000, generations: { cluster: 2 } }), []);

    const reading = connectSotw(server.address);
    reading.send({ node: { id: 'reading', cluster: 'g1' }, typeUrl: CDS });
    expect((await reading.next()).resources).toHaveLength(5_000);
    const sent = server.told.filter((event) => event.kind === 'sent' && event.node.id === 'stalled');
    expect(sent).toHaveLength(1);
  });
});

describe('a server that is closed', () => {
  test('ends its streams, so that their clients connect elsewhere', async () => {
    const server = await startServer();
    server.setBundle(createFixture()({ clusters: 1 }), []);
    const clients = [connectSotw(server.address), connectSotw(server.address)];
    for (const client of clients) client.send({ node: NODE, typeUrl: CDS });
    await Promise.all(clients.map((client) => client.next()));
    await server.close(50);
    expect(await Promise.all(clients.map(({ ended }) => ended))).toMatchObject([
      { code: 'UNAVAILABLE' },
      { code: 'UNAVAILABLE' },
    ]);
    expect(server.nodes()).toEqual([]);
  });

  test('does not wait for clients that do not read', async () => {
    const server = await startServer();
    server.setBundle(createFixture()({ clusters: 5_000 }), []);
    connectStalled(server.address, [{ node: NODE, typeUrl: CDS }]);
    await server.until('sent');
    await server.close(50);
    expect(server.nodes()).toEqual([]);
  });

  test('cannot be opened on an address that is taken', async () => {
    const server = await startServer();
    await expect(startServer({ listen: server.address })).rejects.toThrow();
  });
});

describe('many streams of a gateway', () => {
  test('get a change each, and what is sent to one of them is the same for all', async () => {
    const server = await startServer();
    const fixture = createFixture();
    server.setBundle(fixture({ clusters: 50 }), []);
    const clients = Array.from({ length: 40 }, () => connectDelta(server.address));
    const names = Array.from({ length: 50 }, (_, index) => clusterName(index));
    for (const [index, client] of clients.entries()) {
      client.send({ node: { id: `n${index}`, cluster: 'g1' }, typeUrl: TypeUrl.endpoint, subscribe: names });
    }
    for (const client of clients) {
      const { nonce } = await client.next();
      client.send({ typeUrl: TypeUrl.endpoint, nonce });
    }
    await server.until('acked', ({ node }) => node.id === 'n39');
    server.setBundle(fixture({ clusters: 50, generations: { endpoint: 1 } }), []);
    const updates = await Promise.all(clients.map((client) => client.next()));
    expect(new Set(updates.map((update) => JSON.stringify(update))).size).toBe(1);
    expect(updates[0] && namesOf(updates[0])).toEqual([clusterName(0), clusterName(1)]);
  });
});
