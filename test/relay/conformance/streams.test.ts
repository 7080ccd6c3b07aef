/** What a server owes its streams, over real gRPC: what the tests of other servers ask of theirs. */
import { once } from 'node:events';
import { connect, constants } from 'node:http2';
import { Client, credentials, status } from '@grpc/grpc-js';
import { describe, expect, onTestFinished, test } from 'vitest';
import { TypeUrl } from '../../../compiler/xds/resource-types.ts';
import { encodeSotwRequest, type TestResponse } from '../discovery.ts';
import { eventually } from '../eventually.ts';
import { connectDelta, connectSotw, connectStalled, frame } from '../probe/client.ts';
import { clusterName, createFixture } from '../probe/fixture.ts';
import { namesOf } from '../probe/probe.ts';
import { startServer } from '../probe/server.ts';

const NODE = { id: 'n1', cluster: 'g1' };
const CDS = TypeUrl.cluster;
const EDS = TypeUrl.endpoint;
const NAMED = [
  [EDS, clusterName(0)],
  [TypeUrl.route, 'rc-0'],
  [TypeUrl.runtime, 'barrier-0'],
] as const;

describe('a server that is closed', () => {
  test('ends streams of each type and variant in the same way', async () => {
    const server = await startServer();
    server.setBundle(createFixture()({ clusters: 1 }), []);
    const clients = [CDS, TypeUrl.listener, TypeUrl.secret, ...NAMED.map(([typeUrl]) => typeUrl)].flatMap((typeUrl) => {
      const name = NAMED.find(([named]) => named === typeUrl)?.[1];
      const [sotw, delta] = [connectSotw(server.address), connectDelta(server.address)];
      sotw.send({ node: NODE, typeUrl, names: name ? [name] : [] });
      delta.send({ node: NODE, typeUrl, subscribe: name ? [name] : [] });
      return [sotw, delta];
    });
    await eventually(() => expect(server.nodes()).toHaveLength(clients.length));
    await server.close(1_000);
    const endings = await Promise.all(clients.map(({ ended }) => ended));
    expect(new Set(endings.map(({ code }) => code))).toEqual(new Set(['UNAVAILABLE']));
  });
});

describe('a stream', () => {
  test('delta, whose request has no type is ended with INVALID_ARGUMENT', async () => {
    const server = await startServer();
    server.setBundle(createFixture()({ clusters: 1 }), []);
    const client = connectDelta(server.address);
    client.send({ node: NODE });
    expect(await client.ended).toMatchObject({ code: 'INVALID_ARGUMENT' });
  });

  test('has all its types answered, each once', async () => {
    const server = await startServer();
    server.setBundle(createFixture()({ clusters: 2 }), [{ name: 's', version: '1', value: Buffer.from([0x0a, 0, 0]) }]);
    const client = connectDelta(server.address);
    client.send({ node: NODE, typeUrl: CDS });
    client.send({ typeUrl: TypeUrl.listener });
    for (const [typeUrl, name] of NAMED) client.send({ typeUrl, subscribe: [name] });
    const types = [CDS, TypeUrl.listener, ...NAMED.map(([typeUrl]) => typeUrl)];
    const answers: TestResponse[] = [];
    while (answers.length < types.length) {
      const answer = await client.next();
      answers.push(answer);
      client.send({ typeUrl: answer.typeUrl, nonce: answer.nonce });
    }
    expect(answers.map(({ typeUrl }) => typeUrl).toSorted()).toEqual(types.toSorted());
    await server.until('push-completed');
    expect(client.pending()).toEqual([]);
  });

  test('that says that there is no more to come is ended without an error', async () => {
    const server = await startServer();
    server.setBundle(createFixture()({ clusters: 1 }), []);
    const session = connect(`http://${server.address}`);
    onTestFinished(() => session.destroy());
    const stream = session.request({
      ':method': 'POST',
      ':path': '/envoy.service.discovery.v3.AggregatedDiscoveryService/StreamAggregatedResources',
      'content-type': 'application/grpc',
      te: 'trailers',
    });
    stream.write(frame(encodeSotwRequest({ node: NODE, typeUrl: CDS })));
    await once(stream, 'data');
    stream.end();
    const [trailers] = await once(stream, 'trailers');
    expect(trailers['grpc-status']).toBe(String(status.OK));
  });

  test('keeps going when its gateway is removed and comes back', async () => {
    const server = await startServer();
    const fixture = createFixture();
    server.setBundle(fixture({ clusters: 1 }), []);
    const client = connectSotw(server.address);
    client.send({ node: NODE, typeUrl: CDS });
    const first = await client.next();
    client.send({ typeUrl: CDS, nonce: first.nonce, version: first.version });
    server.removeGateway('default/edge');
    server.setBundle(fixture({ clusters: 2 }), []);
    expect((await client.next()).resources).toHaveLength(2);
  });

  test('of a client that has gone before its answer costs the others nothing', async () => {
    const server = await startServer();
    const fixture = createFixture();
    server.setBundle(fixture({ clusters: 500 }), []);
    const staying = connectDelta(server.address);
    staying.send({ node: NODE, typeUrl: CDS });
    staying.send({ typeUrl: CDS, nonce: (await staying.next()).nonce });
    const gone = Array.from({ length: 20 }, () => connectSotw(server.address));
    for (const client of gone) {
      client.send({ node: { id: 'gone', cluster: 'g1' }, typeUrl: CDS });
      client.close();
    }
    connectStalled(server.address, [{ node: { id: 'stalled', cluster: 'g1' }, typeUrl: CDS }]);
    server.setBundle(fixture({ clusters: 500, generations: { cluster: 1 } }), []);
    expect(namesOf(await staying.next())).toEqual([clusterName(0), clusterName(1)]);
    await eventually(() => expect(server.nodes().filter(({ node }) => node.id === 'gone')).toEqual([]));
  });

  test('that pings often is not told to calm down', async () => {
    const server = await startServer();
    server.setBundle(createFixture()({ clusters: 1 }), []);
    const session = connect(`http://${server.address}`);
    onTestFinished(() => session.destroy());
    const goaways: number[] = [];
    session.on('goaway', (code: number) => goaways.push(code));
    await once(session, 'connect');
    for (let pings = 0; pings < 100; pings += 1) await new Promise((resolve) => session.ping(resolve));
    expect(goaways).not.toContain(constants.NGHTTP2_ENHANCE_YOUR_CALM);
    expect(session.closed).toBe(false);
  });
});

describe('bundles and streams at once', () => {
  test.each([
    ['State of the World', connectSotw],
    ['delta', connectDelta],
  ])('%s: each stream ends with the newest bundle, whenever it came', async (_, open) => {
    const server = await startServer();
    const fixture = createFixture();
    const last = 25;
    const streams: Promise<TestResponse>[] = [];
    for (let generation = 0; generation <= last; generation += 1) {
      for (const id of [`a${generation}`, `b${generation}`]) {
        const client = open(server.address);
        client.send({
          node: { id, cluster: 'g1' },
          typeUrl: EDS,
          names: [clusterName(0)],
          subscribe: [clusterName(0)],
        });
        streams.push(follow(client, (response) => portIn(response) === 8_000 + last));
      }
      server.setBundle(fixture({ clusters: 3, generations: { endpoint: generation } }), []);
      await new Promise(setImmediate);
    }
    const responses = await Promise.all(streams);
    expect(responses.map(portIn)).toEqual(responses.map(() => 8_000 + last));
  });
});

interface Follower {
  send(request: { typeUrl: string; nonce: string; version: string; names: readonly string[] }): void;
  next(): Promise<TestResponse>;
}

/** Accepts what comes until it is what is waited for. */
async function follow(client: Follower, isLast: (response: TestResponse) => boolean): Promise<TestResponse> {
  for (;;) {
    const response = await client.next();
    const { typeUrl, nonce, version } = response;
    client.send({ typeUrl, nonce, version, names: [clusterName(0)] });
    if (isLast(response)) return response;
  }
}

/** The last bytes of the fixture's load assignments are the port, two bytes of seven bits. */
function portIn({ resources }: TestResponse): number {
  const bytes = resources[0]?.value ?? Buffer.alloc(2);
  return ((bytes.at(-1) ?? 0) << 7) | ((bytes.at(-2) ?? 0) & 127);
}

describe('relays that serve the same bundle', () => {
  test('give it the same versions: a client that moves from one to another is sent no resource', async () => {
    const bundle = createFixture()({ clusters: 2 });
    const [first, second] = [await startServer(), await startServer({ identifier: 'relay-2' })];
    // Another one before, so that the second relay counts its pushes differently.
    second.setBundle(createFixture()({ clusters: 1 }), []);
    for (const server of [first, second]) server.setBundle(bundle, []);

    const sotw = connectSotw(first.address);
    sotw.send({ node: NODE, typeUrl: CDS });
    const { version, nonce } = await sotw.next();
    const moved = connectSotw(second.address);
    moved.send({ node: NODE, typeUrl: CDS, version, nonce });
    moved.send({ typeUrl: TypeUrl.runtime, names: ['barrier-0'] });
    expect((await moved.next()).typeUrl).toBe(TypeUrl.runtime);

    const delta = connectDelta(first.address);
    delta.send({ node: NODE, typeUrl: CDS });
    const { resources } = await delta.next();
    const initial = Object.fromEntries(resources.map((resource) => [resource.name, resource.version]));
    const movedDelta = connectDelta(second.address);
    movedDelta.send({ node: NODE, typeUrl: CDS, initial });
    movedDelta.send({ typeUrl: TypeUrl.runtime, subscribe: ['barrier-0'] });
    expect(await movedDelta.next()).toMatchObject({ typeUrl: CDS, resources: [], removed: [] });
    expect((await movedDelta.next()).typeUrl).toBe(TypeUrl.runtime);
  });
});

describe('services of single types', () => {
  test.each([
    'envoy.service.cluster.v3.ClusterDiscoveryService/StreamClusters',
    'envoy.service.listener.v3.ListenerDiscoveryService/DeltaListeners',
  ])('%s is not offered: on streams of their own no order between types could be kept', async (method) => {
    const server = await startServer();
    const client = new Client(server.address, credentials.createInsecure());
    onTestFinished(() => client.close());
    const identity = (bytes: Buffer): Buffer => bytes;
    const call = client.makeBidiStreamRequest(`/${method}`, identity, identity);
    call.on('error', () => undefined);
    const code = await new Promise((resolve) => void call.on('status', (ending) => resolve(ending.code)));
    expect(code).toBe(status.UNIMPLEMENTED);
  });
});
