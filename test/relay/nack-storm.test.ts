/** Clients that reject as fast as they can: what they get, what it costs, and that others notice nothing. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { createLog } from '../../relay/log.ts';
import { startRelay, type Relay } from '../../relay/relay.ts';
import { fleetReportKey } from '../../store/keys.ts';
import { createMemoryStore } from '../../store/memory.ts';
import type { Store } from '../../store/store.ts';
import { counting } from '../store/broken-store.ts';
import { publishBundle } from './bucket.ts';
import { eventually } from './eventually.ts';
import { connectDelta, connectSotw } from './probe/client.ts';
import { CDS } from './probe/probe.ts';
import { trafficBundle } from './probe/envoy.ts';
import { EDGE, startNode, type TestNodeStream } from './rollout/nodes.ts';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

const NACKS = 10_000;
const editionOf = (name: string) => trafficBundle({ clusters: { [name]: { port: 1 } }, routes: {}, listeners: {} });
const NODE = { id: 'angry', cluster: 'edge' };

describe('ten thousand rejections', { timeout: 120_000 }, () => {
  let store: Store;
  let puts: readonly string[];
  let relay: Relay;
  let logged: string[];
  let other: TestNodeStream;

  beforeEach(async () => {
    ({ store, puts } = counting(createMemoryStore()));
    logged = [];
    await publishBundle(store, editionOf('one'));
    relay = await startRelay({
      store,
      identifier: 'relay-1',
      listen: '127.0.0.1:0',
      adminListen: '127.0.0.1:0',
      closeGraceMs: 0,
      pollIntervalMs: 50,
      rolloutSteps: 'leave',
      log: createLog({ write: (line) => logged.push(line) }),
    });
    onTestFinished(relay.close);
    other = startNode(relay.adsAddress, 'calm');
    await eventually(() => expect(other.has()).toBe('one'));
  });

  /** Publishes, and says how long the other node waits for it, in milliseconds. */
  const othersWaitMs = async (name: string): Promise<number> => {
    const start = performance.now();
    await publishBundle(store, editionOf(name));
    relay.notify();
    await eventually(() => expect(other.has()).toBe(name));
    return performance.now() - start;
  };
  const status = () => relay.status().nodes.find(({ id }) => id === NODE.id);
  const reports = () => puts.filter((key) => key === fleetReportKey(EDGE, 'relay-1')).length;
  const heap = (): number => {
    collectGarbage();
    return process.memoryUsage().heapUsed;
  };

  test('of one response lead to no other, and are told once', async () => {
    const delta = connectDelta(relay.adsAddress);
    delta.send({ node: NODE, typeUrl: CDS });
    const sotw = connectSotw(relay.adsAddress);
    sotw.send({ node: { ...NODE, id: 'angrier' }, typeUrl: CDS });
    for (const client of [delta, sotw]) {
      const { nonce } = await client.next();
      for (let count = 0; count < NACKS; count++)
        client.send({ typeUrl: CDS, nonce, error: `no, for the ${count}th time` });
    }
    expect(await othersWaitMs('two')).toBeLessThan(10_000);
    // What is new they get once, and nothing of what they refused again.
    for (const client of [delta, sotw])
      expect((await client.next()).resources.map(({ name }) => name)).toEqual(['two']);
    expect([delta.pending(), sotw.pending()]).toEqual([[], []]);
    expect(logged.filter((line) => line.includes('rejected a response'))).toHaveLength(2);
  });

  test.each([
    ['delta', askAgainDelta],
    ['State of the World', askAgainSotw],
  ] as const)('that ask for more each time cost little, and are told now and then (%s)', async (_, askAgain) => {
    const before = heap();
    const written = reports();
    const angry = askAgain(relay.adsAddress, NACKS);
    const waits: number[] = [];
    for (const name of ['two', 'three', 'four']) waits.push(await othersWaitMs(name));
    await angry;
    expect(Math.max(...waits)).toBeLessThan(10_000);
    expect(status()?.types).toMatchObject([{ nacks: expect.any(Number) }]);
    const told = logged.filter((line) => line.includes('rejected a response'));
    expect(told.length).toBeGreaterThan(0);
    expect(told.length).toBeLessThan(50);
    // One in a tenth of a second at most.
    expect(reports() - written).toBeLessThan(200);
    expect((heap() - before) / 1e6).toBeLessThan(20);
  });

  test('are nothing to those that make up types, either', async () => {
    const client = connectDelta(relay.adsAddress);
    client.send({ node: NODE, typeUrl: CDS });
    for (let count = 0; count < NACKS; count++)
      client.send({ typeUrl: `made/up.Type${count >> 1}`, nonce: 'x', error: 'no' });
    expect(await client.ended).toMatchObject({
      code: 'INVALID_ARGUMENT',
      message: expect.stringContaining('64 types'),
    });
    const metrics = await (await fetch(`http://${relay.adminAddress}/metrics`)).text();
    expect(metrics).toMatch(/enroute_relay_stale_requests_total{gateway="default\/edge",type="other"} \d/);
    expect(metrics).not.toContain('Type1');
  });

  test('with reasons of a megabyte each are cut short wherever they are kept', async () => {
    const delta = connectDelta(relay.adsAddress);
    delta.send({ node: NODE, typeUrl: CDS });
    const { nonce } = await delta.next();
    delta.send({ typeUrl: CDS, nonce, error: `it is too long ${'.'.repeat(1e6)}` });
    await eventually(() => expect(status()?.state).toBe('rejected'));
    const { message = '' } = status()?.types[0]?.nacked ?? {};
    expect(message).toMatch(/^it is too long/);
    expect(message.length).toBeLessThan(20_000);
    expect(logged.join('').length).toBeLessThan(100_000);
  });
});

/** Rejects every other response, and asks for the same again, which must be answered. */
async function askAgainDelta(address: string, times: number): Promise<void> {
  const client = connectDelta(address);
  client.send({ node: NODE, typeUrl: CDS, subscribe: ['one', '*'] });
  for (let count = 0; count < times; count++) {
    const { nonce } = await client.next();
    const answer = count % 2 === 0 ? { error: `no, for the ${count}th time` } : {};
    client.send({ typeUrl: CDS, nonce, ...answer, subscribe: ['one'] });
  }
}

/** Rejects, and asks for another name each time. */
async function askAgainSotw(address: string, times: number): Promise<void> {
  const client = connectSotw(address);
  client.send({ node: NODE, typeUrl: CDS, names: ['*'] });
  for (let count = 0; count < times; count++) {
    const { nonce } = await client.next();
    client.send({
      typeUrl: CDS,
      nonce,
      error: `no, for the ${count}th time`,
      names: ['*', count % 2 === 0 ? 'a' : 'b'],
    });
  }
}
