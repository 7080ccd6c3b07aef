/** What is left of streams that are gone: nothing. */
import { once } from 'node:events';
import { connect, constants, type ClientHttp2Session } from 'node:http2';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, onTestFinished, test } from 'vitest';
import { TypeUrl } from '../../../compiler/xds/resource-types.ts';
import { serveAds } from '../../../relay/ads.ts';
import { encodeDeltaRequest, encodeSotwRequest } from '../discovery.ts';
import { eventually } from '../eventually.ts';
import { frame } from '../probe/client.ts';
import { createFixture } from '../probe/fixture.ts';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

const NODE = { id: 'n', cluster: 'g1' };

/** How a client goes: before it has an answer, when it has one, or when it has said that there is no more to come. */
const WAYS = ['at once', 'answered', 'finished'] as const;

describe.each(['sotw', 'delta'] as const)('%s', (protocol) => {
  test('ten thousand streams that have come and gone leave no memory behind', { timeout: 180_000 }, async () => {
    const server = await serveAds({
      listen: '127.0.0.1:0',
      identifier: 'relay',
      secretsAllowed: 'always',
      events: () => undefined,
    });
    onTestFinished(() => server.close(0));
    server.setBundle(createFixture()({ clusters: 20 }), []);
    const come = (streams: number): Promise<void> => comeAndGo(server.address, protocol, streams);

    await come(2_000);
    const before = await heapAtRest(server);
    await come(10_000);
    const after = await heapAtRest(server);
    expect((after - before) / 10_000).toBeLessThan(100);
  });
});

/** Bytes, when no stream is left. */
async function heapAtRest(server: { nodes(): readonly unknown[] }): Promise<number> {
  await eventually(() => expect(server.nodes()).toEqual([]));
  for (let round = 0; round < 4; round += 1) {
    await new Promise(setImmediate);
    collectGarbage();
  }
  return process.memoryUsage().heapUsed;
}

/** So many streams, fifty at a time, each batch on a connection of its own. */
async function comeAndGo(address: string, protocol: 'sotw' | 'delta', streams: number): Promise<void> {
  for (let done = 0; done < streams; done += 50) {
    const session = connect(`http://${address}`);
    await Promise.all(Array.from({ length: 50 }, (_, index) => comeAndGoOnce(session, protocol, WAYS[index % 3])));
    session.close();
    await once(session, 'close');
  }
}

async function comeAndGoOnce(
  session: ClientHttp2Session,
  protocol: 'sotw' | 'delta',
  way: (typeof WAYS)[number] | undefined,
): Promise<void> {
  const method = protocol === 'sotw' ? 'StreamAggregatedResources' : 'DeltaAggregatedResources';
  const stream = session.request({
    ':method': 'POST',
    ':path': `/envoy.service.discovery.v3.AggregatedDiscoveryService/${method}`,
    'content-type': 'application/grpc',
    te: 'trailers',
  });
  const closed = once(stream, 'close');
  const encode = protocol === 'sotw' ? encodeSotwRequest : encodeDeltaRequest;
  stream.write(frame(encode({ node: NODE, typeUrl: TypeUrl.cluster })));
  if (way !== 'at once') await once(stream, 'data');
  stream.resume();
  if (way === 'finished') stream.end();
  else stream.close(constants.NGHTTP2_CANCEL);
  await closed;
}
