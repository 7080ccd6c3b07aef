import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  readClusters,
  readConfigDump,
  readListenerPort,
  readListeners,
  readStat,
  readState,
  readStats,
} from '../../cli/local/envoy-admin.ts';
import { validate } from '../../cli/local/run-envoy.ts';
import { startDemoUpstream } from '../../cli/local/demo-upstream.ts';
import { useEnvoy } from '../servers/envoy.ts';
import { temporaryFolder } from '../servers/folder.ts';
import { envoyBootstrap, unansweredCds } from './bootstrap.ts';

const { binary, start } = useEnvoy();

test('Envoy routes a request to the demo upstream and tells about it', async () => {
  const upstream = await startDemoUpstream({ name: 'shop' });
  onTestFinished(upstream.stop);
  const { adminPort } = await start({
    bootstrap: envoyBootstrap({ upstreamPort: upstream.port }),
    nodeId: 'n1',
    nodeCluster: 'c1',
  });
  const port = await readListenerPort(adminPort, 'web');
  const response = await fetch(`http://127.0.0.1:${port}/cart`);

  expect([...(await readListeners(adminPort))]).toEqual([['web', port]]);
  await expect(readListenerPort(adminPort, 'wed')).rejects.toThrow('Envoy has no listener "wed"; it has: web');
  expect(await response.json()).toMatchObject({ upstream: 'shop', path: '/cart' });
  expect(await readState(adminPort)).toBe('LIVE');
  expect(await readStat(adminPort, 'http.web.downstream_rq_2xx')).toBe(1);
  expect([...(await readStats(adminPort, '^cluster\\.shop\\.upstream_rq_')).keys()]).toContain(
    'cluster.shop.upstream_rq_200',
  );
  expect((await readClusters(adminPort)).map(({ name }) => name)).toEqual(['shop']);
  const clusters = await readConfigDump(adminPort, { resource: 'static_clusters', nameRegex: '^shop$' });
  expect(clusters).toMatchObject([{ cluster: { name: 'shop' } }]);
  const whole = await readConfigDump(adminPort);
  expect(whole[0]).toMatchObject({ bootstrap: { admin: {} } });
  const info = await fetch(`http://127.0.0.1:${adminPort}/server_info`);
  expect(await info.json()).toMatchObject({ node: { id: 'n1', cluster: 'c1' } });
});

test('several Envoys run side by side, and end', async () => {
  const envoys = await Promise.all([1, 2, 3].map(() => start({ bootstrap: envoyBootstrap({}) })));

  expect(new Set(envoys.map(({ adminPort }) => adminPort)).size).toBe(3);
  await Promise.all(envoys.map((envoy) => envoy.stop()));
  expect(await Promise.all(envoys.map((envoy) => envoy.exited))).toEqual([0, 0, 0]);
});

test('a bootstrap may be a file', async () => {
  const file = join(await temporaryFolder(), 'bootstrap.yaml');
  await writeFile(file, 'admin: { address: { socket_address: { address: 127.0.0.1, port_value: 0 } } }');
  const { adminPort } = await start({ bootstrap: file });

  expect(await readState(adminPort)).toBe('LIVE');
});

test('Envoy that waits for its first configuration is up, and not live', async () => {
  const bootstrap = envoyBootstrap({ dynamicResources: unansweredCds });
  const { adminPort } = await start({ bootstrap, until: 'admin', nodeId: 'n', nodeCluster: 'c' });

  expect(await readState(adminPort)).not.toBe('LIVE');
});

test('Envoy that is not live in time is an error', async () => {
  const bootstrap = envoyBootstrap({ dynamicResources: unansweredCds });
  const waiting = start({ bootstrap, timeoutMs: 1000, nodeId: 'n', nodeCluster: 'c' });

  await expect(waiting).rejects.toThrow('that Envoy is live is not so after 1000 ms');
});

test('Envoy that refuses its bootstrap is an error with its reason', async () => {
  const refused = start({ bootstrap: envoyBootstrap({ upstreamPort: 99_999 }) });

  await expect(refused).rejects.toThrow(/Envoy exited with code 1\n.*PortValue/s);
});

describe('validate', () => {
  test('accepts', async () => {
    expect(await validate(binary(), envoyBootstrap({ upstreamPort: 80 }))).toMatchObject({ ok: true });
  });

  test('refuses with a reason', async () => {
    const { ok, output } = await validate(binary(), envoyBootstrap({ upstreamPort: 99_999 }));

    expect(ok).toBe(false);
    expect(output).toContain('PortValue');
  });
});
