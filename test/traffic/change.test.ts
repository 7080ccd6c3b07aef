import { describe, expect, test } from 'vitest';
import { startLoad, type Load } from '../servers/load.ts';
import { startUpstream } from '../servers/upstream.ts';
import type { Configuration } from './configuration.ts';
import { document, upstream, virtualHost } from './documents.ts';
import { startGateway, type RunningGateway } from './harness.ts';
import { shared } from './shared.ts';

const a = shared(() => startUpstream({ name: 'a' }));
const b = shared(() => startUpstream({ name: 'b' }));

/** Answers `/slow` late, so that changes meet requests under way. */
const SLOW_MS = 250;

const shop = (route: string, more = '') => virtualHost('shop', `${more}\nroutes: [{ ${route} }]`);

const start = (): Configuration => ({
  documents: { ...upstream('backend', a().port), ...shop('forward: { upstream: backend }') },
});

/** What is done to the gateway, one step after the other; each begins where the one before has left it. */
const steps = (): readonly (readonly [what: string, configuration: Configuration])[] => {
  const { documents } = start();
  const edited = { ...documents, ...upstream('backend', a().port, 'connectTimeout: 1s') };
  const both = { ...documents, ...upstream('backend', [a().port, b().port]) };
  const onlyB = { ...documents, ...upstream('backend', b().port) };
  const replaced = { ...upstream('other', b().port, 'connectTimeout: 2s'), ...shop('forward: { upstream: other }') };
  const weighted = {
    ...replaced,
    ...upstream('third', a().port),
    ...shop('forward: { upstreams: [{ upstream: other }, { upstream: third }] }'),
  };
  const moved = {
    ...replaced,
    ...shop('name: elsewhere, match: { path: { prefix: / }, methods: [GET] }, forward: { upstream: other }'),
  };
  const attached = {
    ...replaced,
    ...virtualHost('shop', ''),
    ...document('Route', 'late', 'virtualHosts: [shop]', 'routes: [{ forward: { upstream: other } }]'),
  };
  const guarded = shop('forward: { upstream: other }', 'filters: [{ type: compression }]');
  const twoListeners = { http: 'protocol: HTTP', second: 'protocol: HTTP' };
  return [
    ['an upstream is edited, so that its cluster is another', { documents: edited }],
    ['an endpoint is added', { documents: both }],
    ['an endpoint is removed', { documents: onlyB }],
    ['an upstream is replaced', { documents: replaced }],
    ['a route gets a second upstream', { documents: weighted }],
    ['a route loses an upstream, and has another match and name', { documents: moved }],
    ['a route moves to another document', { documents: attached }],
    [
      'a host is added',
      { documents: { ...replaced, ...virtualHost('new', 'routes: [{ forward: { upstream: other } }]') } },
    ],
    ['a host is removed', { documents: replaced }],
    ['a filter is attached that changes the listener', { documents: { ...replaced, ...guarded } }],
    [
      'a listener is set otherwise',
      { documents: replaced, gateway: 'accessLog: []\nhttp: { serverHeader: pass-through }' },
    ],
    ['a listener is added', { documents: replaced, listeners: twoListeners }],
    ['a listener is removed', { documents: replaced }],
    ['all is as it was', start()],
  ];
};

describe.each(['delta', 'state-of-the-world'] as const)('over %s', (protocol) => {
  const gateway = shared(() => startGateway({ protocol, ...start() }));

  test('no change loses a request', async () => {
    for (const server of [a(), b()]) server.script('/slow', [{ delayMs: SLOW_MS }]);
    const loads = startLoads(gateway());
    try {
      for (const [what, configuration] of steps()) {
        await loads.whileRunning(() => gateway().apply(configuration));
        expect(loads.failures(), `when ${what}`).toEqual([]);
      }
      expect(await rejections(gateway())).toEqual([0, 0, 0]);
    } finally {
      const [quick] = await loads.stop();
      expect(quick?.requestsPerSecond).toBeGreaterThan(200);
      expect(quick?.byUpstream.get('a')).toBeGreaterThan(0);
      expect(quick?.byUpstream.get('b')).toBeGreaterThan(0);
    }
    expect(loads.failures()).toEqual([]);
  });

  test('endpoints come and go, and connections to the others stay', async () => {
    const withEndpoints = (...ports: readonly number[]): Configuration => ({
      documents: { ...upstream('stable', ports), ...shop('forward: { upstream: stable }') },
    });
    const answeredBy = async () => (await gateway().request({ host: 'shop.test' })).headers.get('x-upstream');
    await gateway().apply(withEndpoints(a().port));
    await answeredBy();
    const before = a().connections();
    await gateway().apply(withEndpoints(a().port, b().port));
    await expect.poll(answeredBy).toBe('b');
    await gateway().apply(withEndpoints(a().port));
    for (let count = 0; count < 10; count += 1) expect(await answeredBy()).toBe('a');
    expect(a().connections()).toBe(before);
  });
});

/** Many quick requests, and a few slow ones. */
function startLoads(gateway: RunningGateway) {
  const target = { port: gateway.portOf('http'), host: 'shop.test' };
  const quick = startLoad({ ...target, requestsPerSecond: 250 });
  const slow = startLoad({ ...target, path: '/slow', requestsPerSecond: 20, connections: 40 });
  const all: readonly Load[] = [quick, slow];
  return {
    failures: () => all.flatMap((load) => load.report().failures),
    whileRunning: async (change: () => Promise<void>) => {
      await quick.more(25);
      await change();
      await quick.more(100);
    },
    stop: () => Promise.all(all.map((load) => load.stop())),
  };
}

/** How often Envoy has refused something. */
const rejections = (gateway: RunningGateway): Promise<readonly number[]> =>
  Promise.all(
    [
      'cluster_manager.cds.update_rejected',
      'listener_manager.lds.update_rejected',
      'http.http.rds.http.update_rejected',
    ].map(gateway.stat),
  );
