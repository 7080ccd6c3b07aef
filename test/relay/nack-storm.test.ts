/** Clients that reject as fast as they can: what they get, what it costs, and that others notice nothing. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { Bundle } from '../../compiler/5-pack/bundle.ts';
import { DEFAULT_ROLLOUT, type RolloutPolicy } from '../../compiler/5-pack/rollout-policy.ts';
import { createLog } from '../../relay/log.ts';
import { startRelay, type Relay } from '../../relay/relay.ts';
import { createDirectoryStore } from '../../store/directory.ts';
import { fleetReportKey, rolloutKey } from '../../store/keys.ts';
import { createMemoryStore } from '../../store/memory.ts';
import { readRollout } from '../../store/rollout/read.ts';
import type { RolloutState } from '../../store/rollout/state.ts';
import type { Store } from '../../store/store.ts';
import { temporaryFolder } from '../servers/folder.ts';
import { counting, intercept } from '../store/broken-store.ts';
import { publishBundle } from './bucket.ts';
import { eventually } from './eventually.ts';
import { connectDelta, connectSotw } from './probe/client.ts';
import { CDS } from './probe/probe.ts';
import { trafficBundle } from './probe/envoy.ts';
import { EDGE, startNode, type TestNodeStream } from './rollout/nodes.ts';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

const NACKS = 10_000;
const editionOf = (name: string, rollout?: RolloutPolicy): Bundle =>
  trafficBundle({ clusters: { [name]: { port: 1 } }, routes: {}, listeners: {}, ...(rollout && { rollout }) });
const NODE = { id: 'angry', cluster: 'edge', metadata: {} };

const heap = (): number => {
  collectGarbage();
  return process.memoryUsage().heapUsed;
};

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
    const angry = askAgain(relay.adsAddress, (count) => count >= NACKS);
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

describe('rejections without end during a rollout whose steps the relay takes', { timeout: 120_000 }, () => {
  /** What is judged by those that reject, first; whoever is calm comes after them. */
  const CANARY: RolloutPolicy = {
    ...DEFAULT_ROLLOUT,
    steps: [{ nodes: { labels: { track: 'canary' } }, bakeSeconds: 60, approval: 'automatic' }],
  };
  const AT_ONCE: RolloutPolicy = { ...DEFAULT_ROLLOUT, bakeSeconds: 0 };
  const metadata = { track: 'canary' };

  test('take each release back, leave all others served, and let nothing grow', async () => {
    const logged: string[] = [];
    const operations: string[] = [];
    const store = createDirectoryStore(await temporaryFolder());
    const ofRelay = intercept(store, (operation, key) => void operations.push(`${operation} ${key}`));
    const publish = async (name: string, policy: RolloutPolicy): Promise<Bundle> => {
      const bundle = editionOf(name, policy);
      await publishBundle(store, bundle);
      return bundle;
    };
    const state = async (): Promise<RolloutState | undefined> => (await readRollout(store, EDGE))?.state;
    const reaches = ({ id }: Bundle, phase: RolloutState['phase']): Promise<void> =>
      eventually(async () => expect(await state()).toMatchObject({ phase, candidate: { bundle: id } }));

    const good = await publish('one', AT_ONCE);
    const log = createLog({ write: (line) => logged.push(line) });
    const addresses = { listen: '127.0.0.1:0', adminListen: '127.0.0.1:0' };
    const identifier = 'relay-1';
    const relay = await startRelay({
      store: ofRelay,
      identifier,
      ...addresses,
      closeGraceMs: 0,
      pollIntervalMs: 50,
      log,
    });
    onTestFinished(relay.close);
    const calm = startNode(relay.adsAddress, 'calm');
    await reaches(good, 'complete');

    const before = heap();
    let answers = 0;
    let isOver = false;
    const isEnough = (count: number): boolean => {
      answers++;
      return isOver && count >= NACKS;
    };
    const storm = Promise.all([
      askAgainDelta(relay.adsAddress, isEnough, { ...NODE, metadata }),
      askAgainSotw(relay.adsAddress, isEnough, { ...NODE, id: 'angrier', metadata }),
    ]);
    for (const name of ['two', 'three', 'four']) {
      const bad = await publish(name, CANARY);
      await reaches(bad, 'rolled-back');
      expect((await state())?.reason).toMatchObject({
        kind: 'rejected',
        node: expect.stringMatching(/^angr(y|ier)$/),
      });
      const late = startNode(relay.adsAddress, `late-${name}`);
      await eventually(() => expect(late.has()).toBe('one'));
    }
    expect(calm.sent()).toEqual(['one']);
    isOver = true;
    const closers = await storm;
    expect((heap() - before) / 1e6).toBeLessThan(20);
    // How many there are of either depends on how long it takes, as the answers do.
    expect(operations.length).toBeLessThan(answers / 10);
    expect(logged.length).toBeLessThan(answers / 100);
    expect(operations.filter((each) => each === `put ${rolloutKey(EDGE)}`).length).toBeLessThan(40);
    const held = await store.get(rolloutKey(EDGE));
    expect(held.status === 'found' ? held.bytes.length : Infinity).toBeLessThan(20_000);
    for (const close of closers) close();
    const best = await publish('best', AT_ONCE);
    await reaches(best, 'complete');
    await eventually(() => expect(calm.has()).toBe('best'));
  });
});

/** Rejects every other response, and asks for the same again, which must be answered. Gives what ends the stream. */
async function askAgainDelta(address: string, isEnough: (count: number) => boolean, node = NODE): Promise<() => void> {
  const client = connectDelta(address);
  client.send({ node, typeUrl: CDS, subscribe: ['one', '*'] });
  for (let count = 0; !isEnough(count); count++) {
    const { nonce } = await client.next();
    const answer = count % 2 === 0 ? { error: `no, for the ${count}th time` } : {};
    client.send({ typeUrl: CDS, nonce, ...answer, subscribe: ['one'] });
  }
  return client.close;
}

/** Rejects, and asks for another name each time. Gives what ends the stream. */
async function askAgainSotw(address: string, isEnough: (count: number) => boolean, node = NODE): Promise<() => void> {
  const client = connectSotw(address);
  client.send({ node, typeUrl: CDS, names: ['*'] });
  for (let count = 0; !isEnough(count); count++) {
    const { nonce } = await client.next();
    client.send({
      typeUrl: CDS,
      nonce,
      error: `no, for the ${count}th time`,
      names: ['*', count % 2 === 0 ? 'a' : 'b'],
    });
  }
  return client.close;
}
