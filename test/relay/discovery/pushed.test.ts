/** Endpoints that are put into the bucket, and what holds of all sources: over real Envoy. */
import { describe, expect, onTestFinished, test } from 'vitest';
import { createDirectoryStore } from '../../../store/directory.ts';
import { createMemoryStore } from '../../../store/memory.ts';
import { pushEndpoints, withdrawEndpoints } from '../../../store/endpoints.ts';
import { endpointsKey } from '../../../store/keys.ts';
import { useEnvoy } from '../../servers/envoy.ts';
import { temporaryFolder } from '../../servers/folder.ts';
import { startUpstream } from '../../servers/upstream.ts';
import { breakable } from '../bucket.ts';
import { eventually } from '../eventually.ts';
import { openWorld, untilEndpoints } from './world.ts';

const envoys = useEnvoy();
const pushed = { discovery: { pushed: {} } };
const now = Date.now;

const upstream = async (name: string) => {
  const server = await startUpstream({ name });
  onTestFinished(server.stop);
  return { ...server, endpoint: { address: '127.0.0.1', port: server.port }, place: `127.0.0.1:${server.port}` };
};

describe('pushed endpoints', () => {
  test.each(['delta', 'state-of-the-world'] as const)(
    'get requests at once, and alone when they change, over %s',
    async (protocol) => {
      const [red, blue] = [await upstream('red'), await upstream('blue')];
      const store = createMemoryStore();
      await pushEndpoints(store, 'default/a', [red.endpoint], { now: now() });
      await pushEndpoints(store, 'default/b', [blue.endpoint], { now: now() });
      const world = await openWorld(envoys, { store, protocol, upstreams: { a: pushed, b: pushed } });
      const envoy = await world.startEnvoy();
      expect([await envoy.get('/a'), await envoy.get('/b')]).toEqual(['red', 'blue']);
      const before = await envoy.updates('b');
      const { bundle } = world.relay.status().gateways[0] ?? {};

      await pushEndpoints(store, 'default/a', [blue.endpoint], { now: now() });
      await eventually(async () => expect(await envoy.get('/a')).toBe('blue'));
      await pushEndpoints(store, 'default/a', [red.endpoint, blue.endpoint], { now: now() });
      await untilEndpoints(envoy, 'a', [red.place, blue.place].toSorted());
      expect(await envoy.updates('b')).toBe(before);
      expect(world.relay.status().gateways[0]?.bundle).toBe(bundle);
      expect(world.status('a')).toEqual({
        upstream: 'default/a',
        source: 'pushed',
        gateways: ['default/edge'],
        state: 'served',
        endpoints: 2,
      });
    },
  );

  test('carry weight, locality, priority and status', async () => {
    const store = createMemoryStore();
    const place = { address: '127.0.0.1', port: 1 };
    await pushEndpoints(
      store,
      'default/a',
      [
        { ...place, port: 1, weight: 3, locality: { region: 'eu', zone: 'eu-1' } },
        { ...place, port: 2, priority: 1 },
        { ...place, port: 3, status: 'draining' },
        { ...place, port: 4, status: 'degraded' },
      ],
      { now: now() },
    );
    const world = await openWorld(envoys, { store, upstreams: { a: pushed } });
    const envoy = await world.startEnvoy();
    await untilEndpoints(envoy, 'a', [
      '127.0.0.1:1 weight 3 region eu zone eu-1',
      '127.0.0.1:2 priority 1',
      '127.0.0.1:3 DRAINING',
      '127.0.0.1:4 DEGRADED',
    ]);
  });

  test('that are gone stay for a while, and then go; those that are broken stay', async () => {
    const red = await upstream('red');
    const store = createMemoryStore();
    const guarded = { discovery: { pushed: {}, emptyAfter: '1h' } };
    const trusting = { discovery: { pushed: {}, emptyAfter: '0s' } };
    for (const name of ['a', 'b', 'c']) await pushEndpoints(store, `default/${name}`, [red.endpoint], { now: now() });
    const world = await openWorld(envoys, { store, upstreams: { a: guarded, b: trusting, c: pushed } });
    const envoy = await world.startEnvoy();
    expect(await envoy.get('/a')).toBe('red');

    await withdrawEndpoints(store, 'default/a');
    await withdrawEndpoints(store, 'default/b');
    await store.put(endpointsKey('default/c'), new TextEncoder().encode('{"endpoints": [{}]}'));
    await untilEndpoints(envoy, 'b', []);
    await eventually(() => expect(world.status('a')).toMatchObject({ state: 'guarded', endpoints: 1, doubted: 0 }));
    await eventually(() => expect(world.status('c')).toMatchObject({ state: 'stale', endpoints: 1 }));
    expect([await envoy.get('/a'), await envoy.get('/b'), await envoy.get('/c')]).toEqual(['red', '503', 'red']);
    const metrics = await (await fetch(`http://${world.relay.adminAddress}/metrics`)).text();
    expect(metrics).toContain('enroute_relay_discovered_upstreams{source="pushed",state="guarded"} 1');
    expect(metrics).toContain('enroute_relay_endpoint_failures_total{source="pushed",reason="invalid"} 1');
    expect(metrics).toContain('enroute_relay_endpoint_losses_doubted_total{source="pushed"} 1');
    expect(world.status('c')?.problem?.message).toContain('endpoints/default/c.json:1:16');
    expect(world.logged.filter((line) => line.includes('a source of endpoints fails')).length).toBe(1);

    await pushEndpoints(store, 'default/a', [red.endpoint], { now: now() });
    await eventually(() => expect(world.status('a')).toMatchObject({ state: 'served', endpoints: 1 }));
  });

  test('that were given a time to live end with it', async () => {
    const red = await upstream('red');
    const store = createMemoryStore();
    await pushEndpoints(store, 'default/a', [red.endpoint], { now: now(), timeToLiveSeconds: 3 });
    const world = await openWorld(envoys, { store, upstreams: { a: { discovery: { pushed: {}, emptyAfter: '0s' } } } });
    const envoy = await world.startEnvoy();
    await untilEndpoints(envoy, 'a', []);
    expect(world.status('a')).toMatchObject({ state: 'served', endpoints: 0 });
  });

  test('of a bucket that is away stay, after a restart of the relay too', async () => {
    const red = await upstream('red');
    const bucket = breakable(createMemoryStore());
    const cacheFolder = await temporaryFolder();
    await pushEndpoints(bucket.store, 'default/a', [red.endpoint], { now: now() });
    const world = await openWorld(envoys, {
      store: bucket.store,
      upstreams: { a: pushed },
      relay: { cacheFolder, startDeadlineMs: 200 },
    });
    const envoy = await world.startEnvoy();
    expect(await envoy.get('/a')).toBe('red');
    bucket.down = 'away';
    await eventually(() => expect(world.status('a')).toMatchObject({ state: 'stale', endpoints: 1 }));
    await world.restartRelay();
    await eventually(() => expect(world.relay.status().gateways[0]?.source).toBe('disk'));
    await eventually(() => expect(world.relay.status().nodes[0]?.state).toBe('complete'));
    expect(world.status('a')).toMatchObject({ state: 'stale', endpoints: 1 });
    expect(await envoy.get('/a')).toBe('red');
    await envoy.stop();
    const again = await world.startEnvoy();
    expect(await again.get('/a')).toBe('red');
  });

  test('of a directory are followed too', async () => {
    const store = createDirectoryStore(await temporaryFolder());
    const world = await openWorld(envoys, { store, upstreams: { a: pushed } });
    const red = await upstream('red');
    await pushEndpoints(store, 'default/a', [red.endpoint], { now: now() });
    const envoy = await world.startEnvoy();
    await eventually(async () => expect(await envoy.get('/a')).toBe('red'));
  });
});

describe('a source that is silent', () => {
  test('takes nothing from Envoys that connect to a relay that knows nothing', async () => {
    const red = await upstream('red');
    const store = createMemoryStore();
    await pushEndpoints(store, 'default/a', [red.endpoint], { now: now() });
    const world = await openWorld(envoys, { store, upstreams: { a: pushed } });
    const envoy = await world.startEnvoy();
    expect(await envoy.get('/a')).toBe('red');
    const silent = { type: 'pushed', follow: () => undefined } as const;
    await world.restartRelay({ discoveryProviders: [silent] });
    await eventually(() => expect(world.relay.status().nodes[0]?.state).toBe('complete'));
    expect(world.status('a')).toMatchObject({ state: 'missing', endpoints: null });
    expect(await envoy.get('/a')).toBe('red');
    await world.restartRelay();
    await eventually(() => expect(world.status('a')).toMatchObject({ state: 'served', endpoints: 1 }));
    expect(await envoy.get('/a')).toBe('red');
  });
});
