/** Real Envoys in a rollout: what is rejected is taken back from those that had it, and no request is lost. */
import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import { startDemoUpstream } from '../../../cli/local/demo-upstream.ts';
import { readListenerPort } from '../../../cli/local/envoy-admin.ts';
import { DEFAULT_ROLLOUT, type RolloutPolicy } from '../../../compiler/5-pack/rollout-policy.ts';
import type { Protocol } from '../../../relay/ads-server.ts';
import { createLog } from '../../../relay/log.ts';
import { startRelay, type Relay } from '../../../relay/relay.ts';
import { createMemoryStore } from '../../../store/memory.ts';
import { readRollout } from '../../../store/rollout/read.ts';
import { publishBundle } from '../bucket.ts';
import { eventually } from '../eventually.ts';
import { adsBootstrap, trafficBundle, type TrafficBundle } from '../probe/envoy.ts';
import { useEnvoy } from '../../servers/envoy.ts';
import { startLoad } from '../../servers/load.ts';

const { start } = useEnvoy();

const AT_ONCE: RolloutPolicy = { ...DEFAULT_ROLLOUT, bakeSeconds: 0 };
const CANARY_FIRST: RolloutPolicy = {
  ...DEFAULT_ROLLOUT,
  steps: [{ nodes: { labels: { track: 'canary' } }, bakeSeconds: 60, approval: 'automatic' }],
};

describe.each(['sotw', 'delta'] as const)('Envoys, %s', (protocol) => {
  let relay: Relay | undefined;
  afterEach(() => relay?.close());

  const startNode = async (address: string, id: string, metadata: Record<string, string>, by: Protocol) => {
    const bootstrap = { ...adsBootstrap(address, by), node: { id, cluster: 'edge', metadata } };
    const { adminPort } = await start({ bootstrap });
    return { id, adminPort };
  };

  test('of the first step reject a release, are put back, and lose no request meanwhile', async () => {
    const store = createMemoryStore();
    relay = await startRelay({
      store,
      listen: '127.0.0.1:0',
      adminListen: '127.0.0.1:0',
      identifier: 'relay-1',
      pollIntervalMs: 50,
      closeGraceMs: 0,
      log: createLog({ level: 'silent' }),
    });
    const [shop, other] = [await startDemoUpstream({ name: 'shop' }), await startDemoUpstream({ name: 'other' })];
    onTestFinished(shop.stop);
    onTestFinished(other.stop);
    const content: TrafficBundle = {
      clusters: { shop: { port: shop.port } },
      routes: { '/': 'shop' },
      listeners: { web: 0 },
      rollout: AT_ONCE,
    };
    const good = trafficBundle(content);
    await publishBundle(store, good);
    const { adsAddress, status } = relay;
    const canary = await startNode(adsAddress, 'envoy-canary', { track: 'canary' }, protocol);
    const rest = await startNode(adsAddress, 'envoy-rest', {}, protocol);
    const allHave = (bundle: string) =>
      eventually(() => {
        expect(status().nodes.map((node) => [node.bundle, node.state])).toEqual([
          [bundle, 'complete'],
          [bundle, 'complete'],
        ]);
      });
    await allHave(good.id);
    await eventually(async () => expect((await readRollout(store, 'default/edge'))?.state.phase).toBe('complete'));
    const before = [await configuration(canary.adminPort), await configuration(rest.adminPort)];
    const loads = [canary, rest].map(async ({ adminPort }) =>
      startLoad({ port: await readListenerPort(adminPort, 'web') }),
    );
    const [onCanary, onRest] = await Promise.all(loads);
    await onCanary?.more(20);

    const bad = trafficBundle({
      clusters: { shop: { port: shop.port, timeoutMs: 2_000 }, other: { port: other.port } },
      routes: { '/': 'other' },
      listeners: { web: 0 },
      badListener: true,
      rollout: CANARY_FIRST,
    });
    await publishBundle(store, bad);
    await eventually(async () => expect((await readRollout(store, 'default/edge'))?.state.phase).toBe('rolled-back'));
    expect((await readRollout(store, 'default/edge'))?.state.reason).toMatchObject({
      kind: 'rejected',
      node: 'envoy-canary',
      message: expect.stringContaining('same.test'),
    });
    await allHave(good.id);
    await onCanary?.more(20);
    expect((await onCanary?.stop())?.failures).toEqual([]);
    expect((await onRest?.stop())?.failures).toEqual([]);
    await eventually(async () =>
      expect([await configuration(canary.adminPort), await configuration(rest.adminPort)]).toEqual(before),
    );
    expect(status().gateways[0]).toMatchObject({ bundle: good.id, rollout: { phase: 'rolled-back' } });
  });
});

/** What an Envoy has from its relay, without the times at which it came and what it said of it. */
async function configuration(adminPort: number): Promise<unknown> {
  const response = await fetch(`http://127.0.0.1:${adminPort}/config_dump?include_eds`);
  const text = JSON.stringify(await response.json(), (key, value: unknown) =>
    ['last_updated', 'bootstrap', 'version_info', 'error_state', 'client_status'].includes(key) ? undefined : value,
  );
  return JSON.parse(text);
}
