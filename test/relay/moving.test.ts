/** An Envoy that moves between relays, one of which has yet to learn of a publication. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Bundle } from '../../compiler/5-pack/bundle.ts';
import { createLog } from '../../relay/log.ts';
import type { RelayOptions } from '../../relay/options.ts';
import { startRelay, type Relay } from '../../relay/relay.ts';
import { pointerKey } from '../../store/keys.ts';
import { createMemoryStore } from '../../store/memory.ts';
import { readRollout } from '../../store/rollout/read.ts';
import type { Store } from '../../store/store.ts';
import { useEnvoy } from '../servers/envoy.ts';
import { request } from '../servers/http-client.ts';
import { startTcpProxy, type TcpProxy } from '../servers/tcp-proxy.ts';
import { replicaOf } from '../store/broken-store.ts';
import { createConfigurationCompiler } from '../traffic/configuration.ts';
import { virtualHost } from '../traffic/documents.ts';
import { firstOf, publishBundle } from '../traffic/publish.ts';
import { breakable, type Breakage } from './bucket.ts';
import { eventually } from './eventually.ts';

const shop = (body: string) => virtualHost('shop', `routes: [{ respond: { statusCode: 200, body: "${body}" } }]`);

describe.each(['state-of-the-world', 'delta'] as const)('an Envoy that moves between two relays (%s)', (protocol) => {
  const envoys = useEnvoy();
  const relays = new Set<Relay>();
  let store: Store;
  let balancer: TcpProxy;

  beforeEach(async () => {
    store = createMemoryStore();
    balancer = await startTcpProxy();
  });
  afterEach(async () => {
    await balancer.close();
    await Promise.all([...relays].map((relay) => relay.close()));
    relays.clear();
  });

  /** One that looks at the bucket only when it must. */
  const start = async (
    identifier: string,
    through = store,
    more: Partial<RelayOptions> = {},
  ): Promise<{ readonly relay: Relay; readonly bucket: Breakage }> => {
    const bucket = breakable(through);
    const relay = await startRelay({
      store: bucket.store,
      listen: '127.0.0.1:0',
      adminListen: '127.0.0.1:0',
      identifier,
      pollIntervalMs: 3_600_000,
      fleetReport: 'off',
      rolloutSteps: 'leave',
      closeGraceMs: 0,
      log: createLog({ level: 'silent' }),
      ...more,
    });
    relays.add(relay);
    return { relay, bucket };
  };

  test('never goes back to what was before, and goes on from there', async () => {
    const compiler = createConfigurationCompiler({ port: balancer.port, protocol });
    const edition = async (body: string) => firstOf(await compiler.compile({ documents: shop(body) }));
    const served = async () => (await request({ port: compiler.portOf('http'), host: 'shop.test' })).body;
    const bundleOf = (relay: Relay) => relay.status().gateways[0]?.bundle;
    const node = (relay: Relay) => relay.status().nodes.find(({ gateway }) => gateway !== null);

    const one = await edition('one');
    await publishBundle(store, one);
    const [first, second] = [await start('first'), await start('second')];
    await eventually(() => expect(bundleOf(second.relay)).toBe(one.id));

    balancer.forwardTo(first.relay.adsAddress);
    await envoys.start({ bootstrap: one.bootstrap, nodeId: 'envoy-1' });
    await eventually(async () => expect(await served()).toBe('one'));
    const two = await edition('two');
    await publishBundle(store, two);
    first.relay.notify();
    await eventually(async () => expect(await served()).toBe('two'));
    expect(bundleOf(second.relay)).toBe(one.id);

    // The other relay has not seen the second edition, and cannot ask.
    second.bucket.down = 'away';
    balancer.forwardTo(second.relay.adsAddress);
    balancer.cut();
    await eventually(() => expect(node(second.relay)).toMatchObject({ state: 'waiting' }));
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(await served()).toBe('two');
    expect(bundleOf(second.relay)).toBe(one.id);

    second.bucket.down = 'no';
    second.relay.notify();
    await eventually(() => expect(node(second.relay)).toMatchObject({ state: 'complete', bundle: two.id }));
    expect(await served()).toBe('two');

    // What it has to say from now on counts; and going back is for the bucket to say.
    await publishBundle(store, await edition('three'));
    second.relay.notify();
    await eventually(async () => expect(await served()).toBe('three'));
    await publishBundle(store, one);
    second.relay.notify();
    await eventually(async () => expect(await served()).toBe('one'));
  });

  /** Two relays that have both served these editions, one after the other. */
  const startBoth = async (editions: readonly Bundle[]) => {
    const [first, second] = [await start('first'), await start('second')];
    for (const edition of editions) {
      await publishBundle(store, edition);
      for (const { relay } of [first, second]) {
        relay.notify();
        await eventually(() => expect(relay.status().gateways[0]?.bundle).toBe(edition.id));
      }
    }
    return [first, second] as const;
  };

  test.each([
    ['which asks', 'no'],
    ['which asks in vain at first', 'away'],
  ] as const)('never goes back to what was before and is again at a relay that is behind, %s', async (_, down) => {
    const compiler = createConfigurationCompiler({ port: balancer.port, protocol });
    const edition = async (body: string) => firstOf(await compiler.compile({ documents: shop(body) }));
    const served = async () => (await request({ port: compiler.portOf('http'), host: 'shop.test' })).body;
    const [one, two] = [await edition('one'), await edition('two')];
    const [first, second] = await startBoth([one, two, one]);
    balancer.forwardTo(first.relay.adsAddress);
    await envoys.start({ bootstrap: one.bootstrap, nodeId: 'envoy-1' });
    await eventually(async () => expect(await served()).toBe('one'));
    await publishBundle(store, two);
    first.relay.notify();
    await eventually(async () => expect(await served()).toBe('two'));
    expect(second.relay.status().gateways[0]?.bundle).toBe(one.id);

    second.bucket.down = down;
    balancer.forwardTo(second.relay.adsAddress);
    balancer.cut();
    const failures = down === 'no' ? 0 : 1;
    await eventually(() => expect(second.relay.status().gateways[0]?.problems).toHaveLength(failures));
    second.bucket.down = 'no';
    const bodies = new Set<string>();
    await eventually(async () => {
      bodies.add(await served());
      expect(second.relay.status().nodes).toMatchObject([{ state: 'complete', bundle: two.id }]);
    });
    bodies.add(await served());
    expect([...bodies]).toEqual(['two']);
  });

  test('is brought up to date by a relay that is ahead, though the bucket is away', async () => {
    const compiler = createConfigurationCompiler({ port: balancer.port, protocol });
    const edition = async (body: string) => firstOf(await compiler.compile({ documents: shop(body) }));
    const served = async () => (await request({ port: compiler.portOf('http'), host: 'shop.test' })).body;
    const one = await edition('one');
    const [first, second] = await startBoth([one]);
    balancer.forwardTo(first.relay.adsAddress);
    await envoys.start({ bootstrap: one.bootstrap, nodeId: 'envoy-1' });
    await eventually(async () => expect(await served()).toBe('one'));
    const two = await edition('two');
    await publishBundle(store, two);
    second.relay.notify();
    await eventually(() => expect(second.relay.status().gateways[0]?.bundle).toBe(two.id));

    second.bucket.down = 'away';
    balancer.forwardTo(second.relay.adsAddress);
    balancer.cut();
    await eventually(async () => expect(await served()).toBe('two'));
  });

  test.each(['has seen', 'has not seen'] as const)(
    'never goes back while the bucket gives a relay that %s more what was there before',
    async (what) => {
      const compiler = createConfigurationCompiler({ port: balancer.port, protocol });
      const edition = async (body: string) => firstOf(await compiler.compile({ documents: shop(body) }));
      const served = async () => (await request({ port: compiler.portOf('http'), host: 'shop.test' })).body;
      const bundleOf = (relay: Relay) => relay.status().gateways[0]?.bundle;

      const one = await edition('one');
      await publishBundle(store, one);
      const replica = replicaOf(store);
      await replica.remember(pointerKey(one.manifest.gateway));
      const leads = { rolloutSteps: 'take', fleetReport: 20_000 } as const;
      const [first, second] = [await start('first', store, leads), await start('second', replica.store)];
      await eventually(() => expect(bundleOf(second.relay)).toBe(one.id));
      balancer.forwardTo(first.relay.adsAddress);
      await envoys.start({ bootstrap: one.bootstrap, nodeId: 'envoy-1' });
      await eventually(async () => expect(await served()).toBe('one'));

      const two = await edition('two');
      if (what === 'has not seen') replica.lag();
      await publishBundle(store, two);
      for (const { relay } of [first, second]) relay.notify();
      await eventually(async () => expect(await served()).toBe('two'));
      // Whoever knows the rollout of what came after the pointer knows that the pointer is old.
      const candidate = async () => (await readRollout(store, two.manifest.gateway))?.state.candidate.bundle;
      await eventually(async () => expect(await candidate()).toBe(two.id));
      if (what === 'has seen') await eventually(() => expect(bundleOf(second.relay)).toBe(two.id));
      replica.lag();
      second.relay.notify();

      balancer.forwardTo(second.relay.adsAddress);
      balancer.cut();
      await eventually(() => expect(second.relay.status().nodes).not.toEqual([]));
      for (let looks = 0; looks < 10; looks++) {
        second.relay.notify();
        await new Promise((resolve) => setTimeout(resolve, 200));
        expect(await served()).toBe('two');
      }
      replica.catchUp();
      await publishBundle(store, await edition('three'));
      second.relay.notify();
      await eventually(async () => expect(await served()).toBe('three'));
    },
  );

  test('is served at once by a relay that has what it has, though the bucket is away', async () => {
    const compiler = createConfigurationCompiler({ port: balancer.port, protocol });
    const one = firstOf(await compiler.compile({ documents: shop('one') }));
    await publishBundle(store, one);
    const [first, second] = [await start('first'), await start('second')];
    await eventually(() => expect(second.relay.status().gateways[0]?.bundle).toBe(one.id));
    balancer.forwardTo(first.relay.adsAddress);
    await envoys.start({ bootstrap: one.bootstrap, nodeId: 'envoy-1' });
    const complete = ({ relay }: { readonly relay: Relay }) =>
      eventually(() => expect(relay.status().nodes).toMatchObject([{ state: 'complete' }]));
    await complete(first);
    second.bucket.down = 'away';
    balancer.forwardTo(second.relay.adsAddress);
    balancer.cut();
    await complete(second);
  });
});
