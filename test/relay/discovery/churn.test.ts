/** However fast endpoints change, they are gathered: by upstream, and by snapshot. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { DiscoveryReference } from '../../../compiler/discovered.ts';
import { pack } from '../../../compiler/5-pack/pack.ts';
import { decode } from '../../../compiler/xds/index.ts';
import type { Offer } from '../../../relay/ads-server.ts';
import { createDiscovery } from '../../../relay/discovery/discovery.ts';
import type { Answer, DiscoveryProvider } from '../../../relay/discovery/provider.ts';
import { createLog } from '../../../relay/log.ts';
import { createSecrets } from '../../../relay/secrets/secrets.ts';
import { createServing } from '../../../relay/serving.ts';
import { cluster, input, noise } from '../../pack/resources.ts';

const UPSTREAMS = 1_000;
const GATEWAY = 'default/edge';

const references: readonly DiscoveryReference[] = Array.from({ length: UPSTREAMS }, (_, index) => ({
  name: `default/u${index}`,
  source: { type: 'pushed' },
  emptyAfterSeconds: 60,
  assignment: { checksHostnames: false, overprovisioningFactor: 140 },
}));
const bundle = pack(input([cluster('shop', noise(100, 1))], { gateway: GATEWAY, discovery: references }));

describe('a thousand changes', () => {
  const tells = new Map<string, (answer: Answer) => void>();
  const offers: Offer[] = [];
  let serving: ReturnType<typeof createServing>;

  beforeEach(async () => {
    vi.useFakeTimers();
    offers.length = 0;
    const provider: DiscoveryProvider = {
      type: 'pushed',
      follow({ name }, tell) {
        tells.set(name, tell);
        tell(listen(80));
      },
    };
    const nothing = { report: () => undefined };
    const discovery = createDiscovery({
      ...nothing,
      providers: [provider],
      changed: (gateway) => serving.refresh(gateway),
    });
    const secrets = createSecrets({ ...nothing, providers: [], changed: () => undefined });
    const ads = { setOffer: (offer: Offer) => void offers.push(offer) };
    serving = createServing({
      ads,
      secrets,
      discovery,
      secretsAreServed: false,
      log: createLog({ write: () => undefined }),
    });
    const revision = { gateway: GATEWAY, bundle: bundle.id, revision: bundle.id, number: 1 };
    await serving.serve({
      pointer: revision,
      bundles: [bundle],
      rollout: undefined,
      signatures: new Map(),
      source: 'bucket',
    });
    offers.length = 0;
  });
  afterEach(() => {
    serving.close();
    vi.useRealTimers();
  });

  const listen = (port: number): Answer => ({ status: 'found', endpoints: [{ address: '10.0.0.1', port }] });
  const change = (upstream: number, port: number): void => tells.get(`default/u${upstream}`)?.(listen(port));
  const resources = (offer: Offer | undefined) => offer?.bundles[0]?.endpoints?.resources ?? [];

  test('at once are one offer, with the last of each upstream', () => {
    for (let port = 1; port <= 1_000; port += 1) change(port % 10, port);
    expect(offers).toEqual([]);
    vi.runOnlyPendingTimers();
    expect(offers.length).toBe(1);
    const named = new Map(resources(offers[0]).map((resource) => [resource.name, resource]));
    const assignment = decode(
      'envoy.config.endpoint.v3.ClusterLoadAssignment',
      Buffer.from(named.get('default/u7')?.value ?? []),
    );
    expect(JSON.stringify(assignment)).toContain('"port_value":997');
  });

  test('leave what has not changed the same object, so that nothing is made of it again', () => {
    change(0, 1);
    vi.runOnlyPendingTimers();
    const first = new Set(resources(offers[0]));
    vi.runOnlyPendingTimers();
    change(1, 1);
    vi.runOnlyPendingTimers();
    const second = resources(offers[1]);
    expect(second.length).toBe(UPSTREAMS);
    expect(second.filter((resource) => !first.has(resource)).map(({ name }) => name)).toEqual(['default/u1']);
  });

  test('while one offer is being made wait for the next, and the one after that is due only for something new', () => {
    change(0, 1);
    vi.runOnlyPendingTimers();
    for (let port = 1; port <= 1_000; port += 1) change(port, port);
    expect(offers.length).toBe(1);
    vi.runOnlyPendingTimers();
    expect(offers.length).toBe(2);
    vi.runAllTimers();
    expect(offers.length).toBe(2);
  });
});
