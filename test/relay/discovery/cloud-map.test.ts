/** Endpoints from AWS Cloud Map, as moto plays it, over real Envoy. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  CreateHttpNamespaceCommand,
  CreateServiceCommand,
  DeregisterInstanceCommand,
  ListNamespacesCommand,
  RegisterInstanceCommand,
  ServiceDiscoveryClient,
} from '@aws-sdk/client-servicediscovery';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { useEnvoy } from '../../servers/envoy.ts';
import { temporaryFolder } from '../../servers/folder.ts';
import { INSTALLATION_MS } from '../../servers/installed.ts';
import { startMoto, type Moto } from '../../servers/moto.ts';
import { startUpstream } from '../../servers/upstream.ts';
import { eventually } from '../eventually.ts';
import { followChanges } from './follow-changes.ts';
import { openWorld, untilEndpoints } from './world.ts';

const envoys = useEnvoy();
const NAMESPACE = 'internal.example.com';

describe('endpoints from Cloud Map', () => {
  let moto: Moto;
  let client: ServiceDiscoveryClient;
  let namespaceId: string;
  beforeAll(async () => {
    moto = await startMoto();
    const { endpoint, region } = moto;
    const credentials = await moto.user(['servicediscovery:*', 'route53:*']);
    client = new ServiceDiscoveryClient({ endpoint, region, credentials });
    await client.send(new CreateHttpNamespaceCommand({ Name: NAMESPACE }));
    const { Namespaces = [] } = await client.send(new ListNamespacesCommand({}));
    namespaceId = Namespaces[0]?.Id ?? '';
  }, INSTALLATION_MS);
  afterAll(async () => {
    client?.destroy();
    await moto?.stop();
  });

  test('follow the instances, and stay while the relay may not ask', async () => {
    const red = await startUpstream({ name: 'red' });
    onTestFinished(red.stop);
    const { Service } = await client.send(new CreateServiceCommand({ Name: 'cart', NamespaceId: namespaceId }));
    const ServiceId = Service?.Id ?? '';
    const other = await client.send(new CreateServiceCommand({ Name: 'search', NamespaceId: namespaceId }));
    const register = (InstanceId: string, port: number, more: Record<string, string> = {}, id = ServiceId) =>
      client.send(
        new RegisterInstanceCommand({
          ServiceId: id,
          InstanceId,
          Attributes: { AWS_INSTANCE_IPV4: '127.0.0.1', AWS_INSTANCE_PORT: String(port), ...more },
        }),
      );
    await register('red', red.port, { AVAILABILITY_ZONE: 'eu-west-1a', stage: 'live' });
    await register('test', 1, { stage: 'test' });

    const { accessKeyId, secretAccessKey } = await moto.user(['servicediscovery:DiscoverInstances']);
    vi.stubEnv('AWS_ACCESS_KEY_ID', accessKeyId);
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', secretAccessKey);
    onTestFinished(() => void vi.unstubAllEnvs());
    const discoveryFile = join(await temporaryFolder(), 'discovery.json');
    const { endpoint, region } = moto;
    const settings = { endpoint, region, namespaces: [NAMESPACE] };
    await writeFile(discoveryFile, JSON.stringify({ cloudMap: settings }));
    const find = (service: string, namespace = NAMESPACE) => ({
      discovery: { cloudMap: { namespace, service, attributes: { stage: 'live' } } },
    });
    const world = await openWorld(envoys, {
      upstreams: {
        a: find('cart'),
        b: find('search'),
        unknown: find('nothing'),
        elsewhere: find('cart', 'other.example.com'),
      },
      relay: { discoveryFile },
    });
    const envoy = await world.startEnvoy();
    await untilEndpoints(envoy, 'a', [`127.0.0.1:${red.port} zone eu-west-1a`]);
    expect(await envoy.get('/a')).toBe('red');
    await register('second', 2, { stage: 'live' });
    await untilEndpoints(envoy, 'a', [`127.0.0.1:${red.port} zone eu-west-1a`, '127.0.0.1:2'].toSorted());
    await client.send(new DeregisterInstanceCommand({ ServiceId, InstanceId: 'second' }));
    await untilEndpoints(envoy, 'a', [`127.0.0.1:${red.port} zone eu-west-1a`]);

    // Nobody has said how often to look.
    const searchId = other.Service?.Id ?? '';
    const change = async (port: number): Promise<void> => {
      await register(`instance-${port}`, port, { stage: 'live' }, searchId);
      const InstanceId = `instance-${port - 1}`;
      if (port > 1) await client.send(new DeregisterInstanceCommand({ ServiceId: searchId, InstanceId }));
    };
    await followChanges(envoy, 'b', change);

    expect(world.status('unknown')).toMatchObject({ state: 'missing', problem: { reason: 'not-found' } });
    expect(world.status('elsewhere')).toMatchObject({ state: 'missing', problem: { reason: 'misconfigured' } });
    await moto.stop();
    await eventually(() => expect(world.status('a')).toMatchObject({ state: 'stale', endpoints: 1 }));
    expect(await envoy.get('/a')).toBe('red');
    expect(world.logged.join('')).not.toContain(secretAccessKey);
  }, 120_000);
});
