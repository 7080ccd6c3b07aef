/** What a relay does when the bucket has not what a rollout needs, or takes nothing. */
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { DEFAULT_ROLLOUT, type RolloutPolicy } from '../../../compiler/5-pack/rollout-policy.ts';
import { fleetReportKey, rolloutKey } from '../../../store/keys.ts';
import { createMemoryStore } from '../../../store/memory.ts';
import { readHead } from '../../../store/head.ts';
import { ROLLOUT_STEPS, takeLease } from '../../../store/lease.ts';
import { readRollout } from '../../../store/rollout/read.ts';
import type { Release } from '../../../store/rollout/state.ts';
import { StoreError, type Store } from '../../../store/store.ts';
import { temporaryFolder } from '../../servers/folder.ts';
import { listen } from '../../servers/ports.ts';
import { breakable, publishBundle } from '../bucket.ts';
import { eventually } from '../eventually.ts';
import { EDGE, editionOf, startNode, stepsOf } from './nodes.ts';
import { stateOf, statusOf, useRelays, writeState } from './relays.ts';

const CANARY: RolloutPolicy = {
  ...DEFAULT_ROLLOUT,
  steps: [{ nodes: { labels: { track: 'canary' } }, bakeSeconds: 600, approval: 'automatic' }],
};

describe('a relay in a rollout', () => {
  const relays = useRelays();
  const good = editionOf('good', CANARY);
  const better = editionOf('better', CANARY);
  let store: Store;
  let stable: Release;
  let candidate: Release;

  beforeEach(async () => {
    store = createMemoryStore();
    const number = 1;
    stable = { revision: await publishBundle(store, good), bundle: good.id, number };
    candidate = { revision: await publishBundle(store, better), bundle: better.id, number: 2 };
  });
  const startNodes = (address: string) => ({
    canary: startNode(address, 'node-1', { track: 'canary' }),
    rest: startNode(address, 'node-2'),
  });

  test('that starts anew while the bucket is away gives each node what it had', async () => {
    await writeState(store, stateOf(candidate, 'progressing', stable, { policy: CANARY }));
    const broken = breakable(store);
    const options = {
      cacheFolder: await temporaryFolder(),
      rolloutSteps: 'leave' as const,
      fleetReport: 'off' as const,
    };
    const relay = await relays.start(broken.store, 'relay-1', options);
    await eventually(() => expect(statusOf(relay)?.bundle).toBe(good.id));
    await relays.stop(relay);
    broken.down = 'away';
    const again = await relays.start(broken.store, 'relay-1', options);
    const nodes = startNodes(again.adsAddress);
    await eventually(() => expect([nodes.canary.has(), nodes.rest.has()]).toEqual(['better', 'good']));
    expect(statusOf(again)).toMatchObject({ source: 'disk', rollout: { phase: 'progressing', steps: 1 } });
  });

  test.each([
    ['is missing', 'rollout-missing', () => store.delete(rolloutKey(EDGE))],
    ['is none', 'rollout-invalid', () => store.put(rolloutKey(EDGE), new TextEncoder().encode('{}'))],
    [
      'names a bundle that is not there',
      'manifest-missing',
      async () => {
        const gone = { ...stable, revision: 'e'.repeat(64), bundle: 'f'.repeat(64) };
        await writeState(store, stateOf(candidate, 'rolled-back', gone));
      },
    ],
  ])('whose state %s serves what it has, and gives nobody the head', async (_, kind, harm) => {
    await writeState(store, stateOf(candidate, 'progressing', stable, { policy: CANARY }));
    const relay = await relays.start(store, 'relay-1', { rolloutSteps: 'leave' });
    const nodes = startNodes(relay.adsAddress);
    await eventually(() => expect([nodes.canary.has(), nodes.rest.has()]).toEqual(['better', 'good']));
    await harm();
    await eventually(() => expect(statusOf(relay)?.problems).toMatchObject([{ kind }]));
    const late = startNode(relay.adsAddress, 'node-3');
    await eventually(() => expect(late.has()).toBe('good'));
    expect([nodes.canary.has(), nodes.rest.has()]).toEqual(['better', 'good']);
    await writeState(store, stateOf(candidate, 'complete', candidate));
    await eventually(() => expect([nodes.canary.has(), nodes.rest.has()]).toEqual(['better', 'better']));
    expect(statusOf(relay)?.problems).toEqual([]);
  });

  test('that takes steps puts a state back which has vanished', async () => {
    const state = stateOf(candidate, 'rolled-back', stable);
    await writeState(store, state);
    const relay = await relays.start(store, 'relay-1');
    await eventually(() => expect(statusOf(relay)?.bundle).toBe(good.id));
    await store.delete(rolloutKey(EDGE));
    await eventually(async () => expect((await readRollout(store, EDGE))?.state).toEqual({ ...state, serial: 2 }));
    await eventually(() => expect(statusOf(relay)).toMatchObject({ bundle: good.id, problems: [] }));
    expect(relays.logged().join('')).toContain('had vanished');
  });

  test('serves a bucket that takes nothing from it, and tells that once', async () => {
    const put = async (): Promise<never> => {
      throw new StoreError('access denied', { retryable: false });
    };
    const relay = await relays.start({ ...store, put }, 'relay-1');
    const node = startNode(relay.adsAddress, 'node-1');
    // Nobody can begin the rollout of the head, whose steps therefore wait.
    await eventually(() => expect(node.has()).toBe('good'));
    await eventually(() => expect(relay.status().bucket.reportProblem).toBe('access denied'));
    const worse = editionOf('bad');
    await publishBundle(store, worse);
    await eventually(() => expect(node.sent()).toHaveLength(2));
    const metrics = await (await fetch(`http://${relay.adminAddress}/metrics`)).text();
    expect(metrics).toMatch(/enroute_relay_fleet_report_failures_total [1-9]/);
    const told = relays.logged().filter((line) => line.includes('access denied'));
    expect(told.filter((line) => line.includes('report of what nodes run'))).toHaveLength(1);
    expect(told.filter((line) => line.includes('steps of rollouts'))).toHaveLength(1);
  });

  test('reports nothing if it is not to, and takes its report away when it closes', async () => {
    const silent = await relays.start(store, 'silent', { fleetReport: 'off' });
    const relay = await relays.start(store, 'relay/1', { fleetReport: 200 });
    const nodes = [startNode(silent.adsAddress, 'node-1'), startNode(relay.adsAddress, 'node-2')];
    const reports = async () => {
      const keys: string[] = [];
      for await (const { key } of store.list('fleet/')) keys.push(key);
      return keys;
    };
    await eventually(async () => expect(await reports()).toEqual([fleetReportKey(EDGE, 'relay/1')]));
    expect(nodes).toHaveLength(2);
    await relays.stop(relay);
    expect(await reports()).toEqual([]);
  });

  test('looks for nothing while nothing is under way', async () => {
    const state = stateOf(candidate, 'complete', candidate);
    await writeState(store, state);
    const broken = breakable(store);
    const relay = await relays.start(broken.store, 'relay-1', { pollIntervalMs: 3_600_000 });
    await eventually(() => expect(statusOf(relay)?.bundle).toBe(better.id));
    broken.reads.length = 0;
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(broken.reads).toEqual([]);
    expect(await readHead(store, EDGE)).toBeDefined();
  });

  test('takes a bad release back though who held the lease has just died, and takes its place when that is sure', async () => {
    await writeState(store, stateOf(candidate, 'complete', candidate));
    const relay = await relays.start(store, 'relay-1');
    const node = startNode(relay.adsAddress, 'node-1');
    await eventually(() => expect(node.has()).toBe('better'));
    const lease = await takeLease(store, ROLLOUT_STEPS, Date.now());
    expect(lease).toBeDefined();
    await publishBundle(store, editionOf('bad'));
    await eventually(async () => expect((await readRollout(store, EDGE))?.state.phase).toBe('rolled-back'));
    await eventually(() => expect(node.has()).toBe('better'));
    expect(await lease?.renew()).toBe(true);
    await publishBundle(store, editionOf('best', stepsOf([], 0)));
    await vi.waitFor(async () => expect((await readRollout(store, EDGE))?.state.phase).toBe('complete'), {
      timeout: 60_000,
      interval: 200,
    });
    expect(await lease?.renew()).toBe(false);
  }, 90_000);

  test('takes no step of a release that asks a metric for which there is no Prometheus', async () => {
    const health = { ...DEFAULT_ROLLOUT.health, metrics: [{ name: 'errors', query: 'errors', atMost: 1 }] };
    await writeState(store, stateOf(candidate, 'complete', candidate));
    const relay = await relays.start(store, 'relay-1');
    const node = startNode(relay.adsAddress, 'node-1');
    await eventually(() => expect(node.has()).toBe('better'));
    await publishBundle(store, editionOf('measured', stepsOf([], 0.1, { health })));
    await eventually(async () =>
      expect((await readRollout(store, EDGE))?.state).toMatchObject({
        phase: 'progressing',
        bake: { waitsFor: 'metrics', message: expect.stringContaining('errors') },
      }),
    );
    expect(node.has()).toBe('measured');
  });

  test('asks its Prometheus what the release says, and nothing else, and puts nodes back if the number is bad', async () => {
    const asked: string[] = [];
    const prometheus = await startPrometheus((query, authorization) => {
      asked.push(`${authorization} ${query}`);
      return query === 'errors' ? '7' : '0';
    });
    const health = { ...DEFAULT_ROLLOUT.health, metrics: [{ name: 'errors', query: 'errors', atMost: 1 }] };
    await writeState(store, stateOf(candidate, 'complete', candidate));
    const metricsTokenFile = join(await temporaryFolder(), 'token');
    await writeFile(metricsTokenFile, 'before-it-was-rotated\n');
    const relay = await relays.start(store, 'relay-1', { metricsUrl: prometheus, metricsTokenFile });
    await writeFile(metricsTokenFile, 'token-of-tests\n');
    const node = startNode(relay.adsAddress, 'node-1');
    await eventually(() => expect(node.has()).toBe('better'));
    await publishBundle(store, editionOf('measured', stepsOf([], 60, { health })));
    await eventually(async () =>
      expect((await readRollout(store, EDGE))?.state).toMatchObject({
        phase: 'rolled-back',
        reason: { kind: 'metric', message: 'errors is 7, must be at most 1' },
      }),
    );
    await eventually(() => expect(node.has()).toBe('better'));
    expect(new Set(asked)).toEqual(new Set(['Bearer token-of-tests errors']));
    expect(relays.logged().join('')).not.toContain('token-of-tests');
  });

  test('does not ask its Prometheus what only the bucket says', async () => {
    const asked: string[] = [];
    const prometheus = await startPrometheus((query) => {
      asked.push(query);
      return '0';
    });
    const health = { ...DEFAULT_ROLLOUT.health, metrics: [{ name: 'salaries', query: 'salaries', atMost: 1 }] };
    await writeState(store, stateOf(candidate, 'progressing', stable, { policy: { ...DEFAULT_ROLLOUT, health } }));
    const relay = await relays.start(store, 'relay-1', { metricsUrl: prometheus });
    const node = startNode(relay.adsAddress, 'node-1');
    await eventually(() => expect(node.has()).toBe('better'));
    await eventually(async () =>
      expect((await readRollout(store, EDGE))?.state.bake).toMatchObject({ waitsFor: 'metrics' }),
    );
    expect(asked).toEqual([]);
  });
});

/** Answers instant queries as Prometheus does. */
async function startPrometheus(answer: (query: string, authorization: string | undefined) => string): Promise<string> {
  const server = createServer(async (request, response) => {
    const query = new URLSearchParams(await text(request)).get('query') ?? '';
    const value = [0, answer(query, request.headers.authorization)];
    response.end(
      JSON.stringify({ status: 'success', data: { resultType: 'vector', result: [{ metric: {}, value }] } }),
    );
  });
  const port = await listen(server);
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${port}`;
}
