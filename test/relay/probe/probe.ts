/**
 * What the checks of the protocol have in common: a server with the fixture bundle, a stream, and ways to say that
 * nothing came.
 *
 * Silence is told without waiting: a server answers in order, so if the next response is the answer to a request for a
 * type that waits for nothing, there was none before it.
 */
import { expect } from 'vitest';
import { TypeUrl } from '../../../compiler/xds/resource-types.ts';
import type { TestDeltaRequest, TestResponse, TestSotwRequest } from '../discovery.ts';
import { connectDelta, connectSotw, type AdsClient } from './client.ts';
import { BARRIERS, clusterName, createFixture } from './fixture.ts';
import { startServer, type TestServer } from './server.ts';

export const CDS = TypeUrl.cluster;
export const EDS = TypeUrl.endpoint;
export const LDS = TypeUrl.listener;
export const SDS = TypeUrl.secret;

/** How many clusters the fixture has. */
export const COUNT = 20;
export const NODE = { id: 'probe', cluster: 'g1' };
export const ALL = Array.from({ length: COUNT }, (_, index) => clusterName(index));
/** The two whose endpoints change. */
export const [A = '', B = ''] = ALL;

export interface ProbeServer extends TestServer {
  /** Changes the endpoints of the first two clusters. */
  changeEndpoints(): void;
}

export async function startProbeServer(): Promise<ProbeServer> {
  const server = await startServer();
  const fixture = createFixture();
  let generation = 0;
  const serve = (): void => server.setBundle(fixture({ clusters: COUNT, generations: { endpoint: generation } }), []);
  serve();
  return {
    ...server,
    changeEndpoints() {
      generation++;
      serve();
    },
  };
}

export interface SotwProbe extends AdsClient<TestSotwRequest> {
  readonly server: ProbeServer;
  /** Sends the first request of the stream, and gives the answer. */
  open(typeUrl: string, names?: readonly string[]): Promise<TestResponse>;
  /** Accepts a response, and asks for these names. */
  ack(response: TestResponse, names?: readonly string[]): void;
  nack(response: TestResponse, names?: readonly string[]): void;
  /** Fails if anything has come, or comes before what is asked for now. */
  expectSilence(): Promise<void>;
}

export async function probeSotw(): Promise<SotwProbe> {
  const server = await startProbeServer();
  const client = connectSotw(server.address);
  const barrier = createBarrier();
  return {
    ...client,
    server,
    open(typeUrl, names = []) {
      client.send({ node: NODE, typeUrl, names });
      return client.next();
    },
    ack: ({ typeUrl, nonce, version }, names = []) => client.send({ typeUrl, nonce, version, names }),
    nack: ({ typeUrl, nonce }, names = []) => client.send({ typeUrl, nonce, names, error: 'no' }),
    async expectSilence() {
      const { names, nonce } = barrier.next();
      client.send({ typeUrl: TypeUrl.runtime, names, nonce });
      barrier.passed(await client.next());
    },
  };
}

export interface DeltaProbe extends AdsClient<TestDeltaRequest> {
  readonly server: ProbeServer;
  /** Sends the first request of the stream, and gives the answer. */
  open(typeUrl: string, subscribe?: readonly string[]): Promise<TestResponse>;
  ack(response: TestResponse): void;
  nack(response: TestResponse): void;
  expectSilence(): Promise<void>;
}

export async function probeDelta(): Promise<DeltaProbe> {
  const server = await startProbeServer();
  const client = connectDelta(server.address);
  const barrier = createBarrier();
  return {
    ...client,
    server,
    open(typeUrl, subscribe = []) {
      client.send({ node: NODE, typeUrl, subscribe });
      return client.next();
    },
    ack: ({ typeUrl, nonce }) => client.send({ typeUrl, nonce }),
    nack: ({ typeUrl, nonce }) => client.send({ typeUrl, nonce, error: 'no' }),
    async expectSilence() {
      const { names, nonce } = barrier.next();
      client.send({ typeUrl: TypeUrl.runtime, subscribe: names.slice(-1), nonce });
      barrier.passed(await client.next());
    },
  };
}

/** One more name each time, so that each request has something to be answered with. */
function createBarrier() {
  let count = 0;
  let nonce = '';
  return {
    next: () => ({ names: BARRIERS.slice(0, ++count), nonce }),
    passed(response: TestResponse) {
      expect(namesOf(response), response.typeUrl).toEqual([BARRIERS[count - 1]]);
      nonce = response.nonce;
    },
  };
}

export const namesOf = ({ resources }: TestResponse): string[] => resources.map(({ name }) => name).toSorted();
