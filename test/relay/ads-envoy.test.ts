/** The real Envoy at the other end: what the protocol's text leaves open. */
import { describe, expect, onTestFinished, test } from 'vitest';
import { startDemoUpstream } from '../../cli/local/demo-upstream.ts';
import { readListenerPort, readStat, readStats } from '../../cli/local/envoy-admin.ts';
import { poll } from '../../cli/local/poll.ts';
import { TypeUrl } from '../../compiler/xds/resource-types.ts';
import type { AdsEvent, Protocol } from '../../relay/ads-server.ts';
import { useEnvoy } from '../servers/envoy.ts';
import { startLoad } from '../servers/load.ts';
import { reservePort } from '../servers/ports.ts';
import { adsBootstrap, trafficBundle, type TrafficBundle } from './probe/envoy.ts';
import { startServer, type TestServer } from './probe/server.ts';

const { start } = useEnvoy();

interface Setting {
  readonly server: TestServer;
  readonly adminPort: number;
  readonly content: TrafficBundle;
  /** Serves another bundle, and waits until Envoy has accepted all of it. */
  serve(content: TrafficBundle): Promise<void>;
  get(path: string): Promise<string>;
}

/** @param drainMs How long clusters stay that are gone; no request here takes long unless it is held up. */
async function startSetting(protocol: Protocol, drainMs = 100): Promise<Setting> {
  const upstream = await startDemoUpstream({ name: 'shop' });
  onTestFinished(upstream.stop);
  const content: TrafficBundle = {
    clusters: { shop: { port: upstream.port } },
    routes: { '/': 'shop' },
    listeners: { web: 0 },
  };
  const server = await startServer({ drainMs, listen: `127.0.0.1:${await reservePort()}` });
  server.setBundle(trafficBundle(content), []);
  const { adminPort } = await start({ bootstrap: adsBootstrap(server.address, protocol) });
  return {
    server,
    adminPort,
    content,
    async serve(next) {
      const bundle = trafficBundle(next);
      server.setBundle(bundle, []);
      await server.until('push-completed', (event) => event.bundle === bundle.id);
    },
    async get(path) {
      const response = await fetch(`http://127.0.0.1:${await readListenerPort(adminPort, 'web')}${path}`);
      return `${response.status} ${await response.text()}`;
    },
  };
}

/** What was sent and accepted of which type, in order. */
const exchange = (told: readonly AdsEvent[]): string[] =>
  told.flatMap((event) =>
    event.kind === 'sent' || event.kind === 'acked' || event.kind === 'nacked'
      ? [`${event.kind} ${kindOf(event.typeUrl)}`]
      : [],
  );

const kindOf = (typeUrl: string): string => Object.entries(TypeUrl).find(([, url]) => url === typeUrl)?.[0] ?? typeUrl;

/** How often Envoy has waited in vain for something, 15 seconds each time. */
async function timeouts(adminPort: number): Promise<number> {
  const stats = await readStats(adminPort, 'init_fetch_timeout$');
  return [...stats.values()].reduce((sum, count) => sum + count, 0);
}

const untilClusterRemoved = (adminPort: number): Promise<true> =>
  poll({ what: 'that a cluster is removed', timeoutMs: 30_000 }, async () =>
    (await readStat(adminPort, 'cluster_manager.cluster_removed')) === 1 ? true : undefined,
  );

describe.each(['sotw', 'delta'] as const)('Envoy, %s', (protocol) => {
  test('gets clusters, endpoints, listeners and routes, and knows from whom', async () => {
    const { server, adminPort, get } = await startSetting(protocol);
    await server.until('acked', ({ typeUrl }) => typeUrl === TypeUrl.route);
    expect(await get('/cart')).toMatch(/^200 .*"path": ?"\/cart"/s);
    expect(exchange(server.told).filter((each) => each.startsWith('sent'))).toEqual([
      'sent cluster',
      'sent endpoint',
      'sent listener',
      'sent route',
    ]);
    const stats = await fetch(`http://127.0.0.1:${adminPort}/stats?filter=control_plane.identifier`);
    expect(await stats.text()).toMatch(/"relay-1\/[0-9a-f]{12}"/);
    expect(server.nodes()).toMatchObject([
      { gateway: 'default/edge', protocol, state: 'complete', node: { id: 'envoy-1', version: '1.40.0' } },
    ]);
  });

  test('does not wait for endpoints that are the same as before when a cluster changes', async () => {
    const { server, adminPort, content, serve, get } = await startSetting(protocol);
    await server.until('acked', ({ typeUrl }) => typeUrl === TypeUrl.route);
    const before = server.told.length;
    const shop = { port: content.clusters['shop']?.port ?? 0, timeoutMs: 2_000 };
    await serve({ ...content, clusters: { shop } });
    // Envoy accepts the cluster when it is warm, and it is warm when its endpoints have come.
    const steps = exchange(server.told.slice(before));
    expect(steps.slice(0, 2)).toEqual(['sent cluster', 'sent endpoint']);
    expect(steps.slice(2).toSorted()).toEqual(['acked cluster', 'acked endpoint']);
    expect(await timeouts(adminPort)).toBe(0);
    expect(await readStat(adminPort, 'cluster_manager.warming_clusters')).toBe(0);
    expect(await get('/')).toMatch(/^200 /);
  });

  test('does not wait for the endpoints of a cluster that is gone before it was warm', async () => {
    const { server, adminPort, content, serve } = await startSetting(protocol);
    await server.until('acked', ({ typeUrl }) => typeUrl === TypeUrl.route);
    const before = server.told.length;
    const clusters = { ...content.clusters, brief: { port: 1 } };
    server.setBundle(trafficBundle({ ...content, clusters }), []);
    await server.until('sent', (event) => server.told.indexOf(event) >= before);
    await serve({ ...content, routes: { '/': 'shop', '/more': 'shop' } });
    await untilClusterRemoved(adminPort);
    expect(await timeouts(adminPort)).toBe(0);
  });

  test('loses no request while a route moves from one cluster to another, and loses the old one last', async () => {
    const { server, adminPort, content, serve } = await startSetting(protocol);
    await server.until('acked', ({ typeUrl }) => typeUrl === TypeUrl.route);
    const other = await startDemoUpstream({ name: 'other' });
    onTestFinished(other.stop);
    const load = startLoad({ port: await readListenerPort(adminPort, 'web') });
    await load.more(50);
    const before = server.told.length;
    await serve({ ...content, clusters: { other: { port: other.port } }, routes: { '/': 'other' } });
    await untilClusterRemoved(adminPort);
    await load.more(50);
    expect((await load.stop()).failures).toEqual([]);

    const steps = exchange(server.told.slice(before));
    const order = ['sent cluster', 'sent endpoint', 'acked cluster', 'sent route', 'acked route'].map((each) =>
      steps.indexOf(each),
    );
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(steps.lastIndexOf('sent cluster')).toBeGreaterThan(steps.indexOf('acked route'));
    expect(await timeouts(adminPort)).toBe(0);
  });

  test('loses no request that a filter holds up while its cluster goes', async () => {
    const { server, adminPort, content, serve } = await startSetting(protocol, 5_000);
    await server.until('acked', ({ typeUrl }) => typeUrl === TypeUrl.route);
    const held = { ...content, heldMs: 500 };
    await serve(held);
    const other = await startDemoUpstream({ name: 'other' });
    onTestFinished(other.stop);
    const load = startLoad({ port: await readListenerPort(adminPort, 'web'), connections: 200 });
    await load.more(50);
    await serve({ ...held, clusters: { other: { port: other.port } }, routes: { '/': 'other' } });
    await load.more(200);
    await untilClusterRemoved(adminPort);
    expect((await load.stop()).failures).toEqual([]);
  });

  test('refuses a listener in its own words, keeps what it had, and is not sent it again', async () => {
    const { server, adminPort, content, get } = await startSetting(protocol);
    await server.until('acked', ({ typeUrl }) => typeUrl === TypeUrl.route);
    const bad = { ...content, badListener: true };
    server.setBundle(trafficBundle(bad), []);
    const { message } = await server.until('nacked');
    expect(message).toContain('Only unique values for domains are permitted. Duplicate entry of domain same.test');
    expect(server.nodes()).toMatchObject([{ state: 'rejected' }]);

    const before = server.told.length;
    const moved = await startDemoUpstream({ name: 'moved' });
    onTestFinished(moved.stop);
    server.setBundle(trafficBundle({ ...bad, clusters: { shop: { port: moved.port } } }), []);
    await server.until('acked', (event) => server.told.indexOf(event) >= before);
    expect(exchange(server.told.slice(before))).toEqual(['sent endpoint', 'acked endpoint']);
    expect(await get('/')).toMatch(/^200 .*"upstream": ?"moved"/s);
    expect(await readStat(adminPort, 'listener_manager.lds.update_rejected')).toBe(1);
  });

  test('connects anew to a relay that has started again, and is sent what it lacks', async () => {
    const { server, content, adminPort, get } = await startSetting(protocol);
    await server.until('acked', ({ typeUrl }) => typeUrl === TypeUrl.route);
    await server.close(0);
    const again = await startServer({ listen: server.address });
    const other = await startDemoUpstream({ name: 'other' });
    onTestFinished(other.stop);
    again.setBundle(
      trafficBundle({ ...content, clusters: { other: { port: other.port } }, routes: { '/': 'other' } }),
      [],
    );
    await again.until('acked', ({ typeUrl }) => typeUrl === TypeUrl.route);
    expect(await get('/')).toMatch(/^200 .*"upstream": ?"other"/s);
    expect(await timeouts(adminPort)).toBe(0);
  });

  test('may have a listener renamed that keeps its port', async () => {
    const { server, content, serve } = await startSetting(protocol);
    await server.until('acked', ({ typeUrl }) => typeUrl === TypeUrl.route);
    const port = await reservePort();
    await serve({ ...content, listeners: { first: port } });
    await serve({ ...content, listeners: { second: port } });
    const response = await fetch(`http://127.0.0.1:${port}/`);
    expect(response.status).toBe(200);
  });
});

/** In State of the World a relay that has not served what an Envoy has cannot know it, and so cannot let it be. */
test('Envoy, delta, loses no request when it connects anew to a relay that has something else', async () => {
  const { server, content, adminPort, serve, get } = await startSetting('delta');
  const { shop = { port: 0 } } = content.clusters;
  // A filter holds requests up, so that there are some on their way to a cluster at any time.
  const held = { ...content, clusters: { shop, kept: shop }, heldMs: 500 };
  await serve(held);
  const load = startLoad({ port: await readListenerPort(adminPort, 'web'), connections: 200 });
  await load.more(50);
  await server.close(0);

  const again = await startServer({ listen: server.address });
  const other = await startDemoUpstream({ name: 'other' });
  onTestFinished(other.stop);
  const clusters = { other: { port: other.port }, kept: { ...shop, timeoutMs: 2_000 } };
  again.setBundle(trafficBundle({ ...held, clusters, routes: { '/': 'other' } }), []);
  await again.until('acked', ({ typeUrl }) => typeUrl === TypeUrl.route);
  expect(await get('/')).toMatch(/^200 .*"upstream": ?"other"/s);
  await untilClusterRemoved(adminPort);
  await load.more(200);
  expect((await load.stop()).failures).toEqual([]);
  // The cluster that has changed has got its endpoints, though it had them.
  expect(await timeouts(adminPort)).toBe(0);
});
