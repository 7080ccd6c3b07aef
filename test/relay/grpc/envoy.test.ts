/** The real Envoy on connections that do not last. */
import { expect, onTestFinished, test } from 'vitest';
import { startDemoUpstream } from '../../../cli/local/demo-upstream.ts';
import { readListenerPort, readStat } from '../../../cli/local/envoy-admin.ts';
import { startLoad } from '../../servers/load.ts';
import { useEnvoy } from '../../servers/envoy.ts';
import { eventually } from '../eventually.ts';
import { adsBootstrap, trafficBundle } from '../probe/envoy.ts';
import { startServer } from '../probe/server.ts';

const { start } = useEnvoy();

test.each(['sotw', 'delta'] as const)(
  'an Envoy whose connections grow old comes back each time, loses no request, and follows changes (%s)',
  async (protocol) => {
    const upstream = await startDemoUpstream({ name: 'shop' });
    onTestFinished(upstream.stop);
    const content = { clusters: { shop: { port: upstream.port } }, routes: { '/': 'shop' }, listeners: { web: 0 } };
    const server = await startServer({ maxConnectionAgeMs: 300 });
    server.setBundle(trafficBundle(content), []);
    const { adminPort } = await start({ bootstrap: adsBootstrap(server.address, protocol) });
    const connections = () => server.told.filter(({ kind }) => kind === 'connected').length;

    const load = startLoad({ port: await readListenerPort(adminPort, 'web'), requestsPerSecond: 50 });
    await eventually(() => expect(connections()).toBeGreaterThan(3));
    const next = trafficBundle({ ...content, routes: { '/next': 'shop', '/': 'shop' } });
    server.setBundle(next, []);
    await server.until('push-completed', ({ bundle }) => bundle === next.id);
    const { failures } = await load.stop();
    expect(failures).toEqual([]);
    expect(server.told.filter(({ kind }) => kind === 'nacked')).toEqual([]);
    expect(await readStat(adminPort, 'cluster_manager.cluster_removed')).toBe(0);
  },
);
