/** Endpoints from the EndpointSlices of a real Kubernetes API, over real Envoy. */
import { createServer } from 'node:http';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { useEnvoy } from '../../servers/envoy.ts';
import { temporaryFolder } from '../../servers/folder.ts';
import {
  KUBERNETES_INSTALLATION_MS,
  machineAddress,
  startKubernetes,
  type Kubernetes,
} from '../../servers/kubernetes.ts';
import { close } from '../../servers/ports.ts';
import { eventually } from '../eventually.ts';
import { openWorld, untilEndpoints } from './world.ts';

const envoys = useEnvoy();
/** Kubernetes takes no loopback addresses. Where a machine has no other, nobody answers at this one. */
const ADDRESS = machineAddress() ?? '192.0.2.1';
const SLICES = '/apis/discovery.k8s.io/v1/namespaces';

interface Pod {
  readonly address: string;
  readonly conditions?: object;
  readonly zone?: string;
}

/** Answers with its name on the address that Envoy is given. */
const startPod = async (name: string): Promise<number> => {
  const server = createServer((_, response) => void response.writeHead(200, { 'x-upstream': name }).end());
  server.listen(0);
  await once(server, 'listening');
  onTestFinished(async () => {
    server.closeAllConnections();
    await close(server);
  });
  const address: AddressInfo | string | null = server.address();
  return address === null || typeof address === 'string' ? 0 : address.port;
};

describe('endpoints from Kubernetes', () => {
  let kubernetes: Kubernetes;
  beforeAll(async () => {
    kubernetes = await startKubernetes();
  }, KUBERNETES_INSTALLATION_MS);
  afterAll(() => kubernetes?.remove());

  const namespace = async (name: string): Promise<void> => {
    await kubernetes.send('POST', '/api/v1/namespaces', { metadata: { name } });
  };
  const apply = async (place: string, service: string, port: number, pods: readonly Pod[]): Promise<void> => {
    const [inNamespace = '', name = ''] = place.split('/');
    const answer = await kubernetes.send(
      'PATCH',
      `${SLICES}/${inNamespace}/endpointslices/${name}?fieldManager=test&force=true`,
      {
        apiVersion: 'discovery.k8s.io/v1',
        kind: 'EndpointSlice',
        metadata: { name, labels: { 'kubernetes.io/service-name': service } },
        addressType: 'IPv4',
        ports: [{ name: 'http', port, protocol: 'TCP' }],
        endpoints: pods.map(({ address, ...more }) => ({ addresses: [address], conditions: { ready: true }, ...more })),
      },
    );
    expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
  };
  const discoveryFile = async (settings: object): Promise<string> => {
    const path = join(await temporaryFolder(), 'discovery.json');
    await writeFile(path, JSON.stringify({ kubernetes: { kubeconfig: kubernetes.kubeconfig, ...settings } }));
    return path;
  };
  const find = (service: string, more: object = {}) => ({
    discovery: { kubernetes: { service, port: 'http', ...more } },
  });

  test('follow slices, several of one Service, and send nothing else', async () => {
    const [red, blue] = [await startPod('red'), await startPod('blue')];
    await apply('default/cart-1', 'cart', red, [{ address: ADDRESS, zone: 'eu-1' }]);
    await apply('default/search-1', 'search', blue, [{ address: ADDRESS }]);
    const world = await openWorld(envoys, {
      upstreams: { cart: find('cart'), search: find('search') },
      relay: { discoveryFile: await discoveryFile({}) },
    });
    const envoy = await world.startEnvoy();
    await untilEndpoints(envoy, 'cart', [`${ADDRESS}:${red} zone eu-1`]);
    if (machineAddress()) expect([await envoy.get('/cart'), await envoy.get('/search')]).toEqual(['red', 'blue']);

    const before = await envoy.updates('search');
    await apply('default/cart-2', 'cart', blue, [
      { address: ADDRESS, zone: 'eu-2' },
      { address: '192.0.2.7', conditions: { ready: false, serving: true, terminating: true } },
      { address: '192.0.2.8', conditions: { ready: false } },
    ]);
    await untilEndpoints(
      envoy,
      'cart',
      [`${ADDRESS}:${red} zone eu-1`, `${ADDRESS}:${blue} zone eu-2`, `192.0.2.7:${blue} DRAINING`].toSorted(),
    );
    expect(await envoy.updates('search')).toBe(before);

    // A Service that is deleted by mistake has no slices.
    for (const name of ['cart-1', 'cart-2'])
      await kubernetes.send('DELETE', `${SLICES}/default/endpointslices/${name}`);
    await eventually(() => expect(world.status('cart')).toMatchObject({ state: 'guarded', doubted: 0 }));
    if (machineAddress()) await eventually(async () => expect(await envoy.get('/cart')).not.toBe('503'));
    await apply('default/cart-1', 'cart', red, [{ address: ADDRESS }]);
    await untilEndpoints(envoy, 'cart', [`${ADDRESS}:${red}`]);
  }, 120_000);

  test('are found in the namespaces that the operator allows', async () => {
    await namespace('shop');
    await apply('shop/cart-1', 'cart', 8080, [{ address: '192.0.2.1' }]);
    await apply('default/own-1', 'own', 8080, [{ address: '192.0.2.2' }]);
    const upstreams = {
      own: find('own'),
      shop: find('cart', { namespace: 'shop', port: '8080' }),
      system: find('cart', { namespace: 'kube-system' }),
    };
    const relay = { discoveryFile: await discoveryFile({ namespaces: ['{namespace}', 'shop'] }) };
    const world = await openWorld(envoys, { upstreams, relay });
    await eventually(() => expect(world.status('own')).toMatchObject({ state: 'served', endpoints: 1 }));
    await eventually(() => expect(world.status('shop')).toMatchObject({ state: 'served', endpoints: 1 }));
    expect(world.status('system')).toMatchObject({ state: 'missing', problem: { reason: 'misconfigured' } });
  }, 120_000);

  test('stay while the API is away, and are followed again after', async () => {
    await apply('default/steady-1', 'steady', 8080, [{ address: '192.0.2.1' }]);
    const world = await openWorld(envoys, {
      upstreams: { steady: find('steady') },
      relay: { discoveryFile: await discoveryFile({}) },
    });
    const envoy = await world.startEnvoy();
    await untilEndpoints(envoy, 'steady', ['192.0.2.1:8080']);
    await kubernetes.stop();
    await eventually(() => expect(world.status('steady')).toMatchObject({ state: 'stale', endpoints: 1 }));
    expect(await envoy.endpoints('steady')).toEqual(['192.0.2.1:8080']);
    await kubernetes.start();
    await apply('default/steady-1', 'steady', 8080, [{ address: '192.0.2.1' }, { address: '192.0.2.2' }]);
    await untilEndpoints(envoy, 'steady', ['192.0.2.1:8080', '192.0.2.2:8080']);
    await eventually(() => expect(world.status('steady')).toMatchObject({ state: 'served' }));
    expect(world.logged.join('')).not.toContain(kubernetes.token);
  }, 180_000);
});
