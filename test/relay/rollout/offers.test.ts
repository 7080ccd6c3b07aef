/** Several releases of one gateway at once, on the wire. */
import { expect, test } from 'vitest';
import type { Bundle } from '../../../compiler/5-pack/bundle.ts';
import type { Offer } from '../../../relay/ads-server.ts';
import { connectDelta } from '../probe/client.ts';
import { CDS, namesOf } from '../probe/probe.ts';
import { startServer } from '../probe/server.ts';
import { EDGE, editionOf } from './nodes.ts';

const [stable, candidate] = [editionOf('stable'), editionOf('candidate')];

/** The last of the bundles for the nodes that are named, the first for all others. */
const offerOf = (bundles: readonly Bundle[], nodes: readonly string[] = []): Offer => ({
  gateway: EDGE,
  bundles: bundles.map((bundle) => ({ bundle, secrets: [], revision: bundle.id, attempt: 1 })),
  choose: ({ id }) => (nodes.includes(id) ? bundles.at(-1) : bundles[0])?.id ?? '',
  position: null,
});

test('a stream that goes back to a release sees no nonce twice', async () => {
  const server = await startServer();
  server.setOffer(offerOf([stable]));
  const client = connectDelta(server.address);
  client.send({ node: { id: 'n1', cluster: 'edge' }, typeUrl: CDS });
  const nonces: string[] = [];
  const next = async (): Promise<readonly string[]> => {
    const response = await client.next();
    nonces.push(response.nonce);
    client.send({ typeUrl: CDS, nonce: response.nonce });
    return namesOf(response);
  };
  expect(await next()).toEqual(['stable']);
  for (const wanted of [candidate, stable, candidate, stable]) {
    server.setOffer(offerOf([stable, candidate], wanted === candidate ? ['n1'] : []));
    expect(await next()).toEqual([wanted === candidate ? 'candidate' : 'stable']);
  }
  expect(new Set(nonces).size).toBe(nonces.length);
  await server.until('push-completed', ({ bundle }) => bundle === stable.id);
});

test('a stream whose release stays is not touched, whatever else is offered', async () => {
  const server = await startServer();
  server.setOffer(offerOf([stable]));
  const [moved, stays] = [connectDelta(server.address), connectDelta(server.address)];
  for (const [id, client] of Object.entries({ moved, stays })) {
    client.send({ node: { id, cluster: 'edge' }, typeUrl: CDS });
    client.send({ typeUrl: CDS, nonce: (await client.next()).nonce });
  }
  await server.until('push-completed', ({ node }) => node.id === 'stays');
  const before = server.told.length;
  server.setOffer(offerOf([stable, candidate], ['moved']));
  const response = await moved.next();
  expect(namesOf(response)).toEqual(['candidate']);
  moved.send({ typeUrl: CDS, nonce: response.nonce });
  server.setOffer(offerOf([stable]));
  expect(namesOf(await moved.next())).toEqual(['stable']);
  const about = server.told.slice(before).flatMap((event) => ('stream' in event ? [event.node.id] : []));
  expect(new Set(about)).toEqual(new Set(['moved']));
});
