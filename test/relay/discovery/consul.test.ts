/** Endpoints from a real Consul, over real Envoy. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { CONSUL_INSTALLATION_MS, startConsul, type Consul } from '../../servers/consul.ts';
import { useEnvoy } from '../../servers/envoy.ts';
import { temporaryFolder } from '../../servers/folder.ts';
import { startUpstream } from '../../servers/upstream.ts';
import { eventually } from '../eventually.ts';
import { openWorld, untilEndpoints } from './world.ts';

const envoys = useEnvoy();

describe('endpoints from a real Consul', { timeout: 120_000 }, () => {
  let consul: Consul;
  beforeAll(async () => {
    consul = await startConsul();
    return consul.remove;
  }, CONSUL_INSTALLATION_MS);

  const register = (id: string, port: number, more: object = {}) =>
    consul.put('/v1/agent/service/register', {
      ...{ ID: id, Name: 'cart', Address: '127.0.0.1', Port: port, Tags: ['live'] },
      ...{ Check: { CheckID: id, TTL: '1h', Status: 'passing' } },
      ...more,
    });
  const check = (id: string, status: string) => consul.put(`/v1/agent/check/update/${id}`, { Status: status });

  test('follow what is registered and how it fares, and stay while it is away, or has lost all that it knew', async () => {
    const [red, blue] = [await startUpstream({ name: 'red' }), await startUpstream({ name: 'blue' })];
    for (const { stop } of [red, blue]) onTestFinished(stop);
    const folder = await temporaryFolder();
    const tokenFile = join(folder, 'token');
    const discoveryFile = join(folder, 'discovery.yaml');
    await writeFile(tokenFile, await consul.tokenFor('other'));
    const settings = { address: consul.address, tokenFile, services: ['cart'] };
    await writeFile(discoveryFile, JSON.stringify({ consul: settings }));
    await register('red', red.port);
    await register('dull', 1, { Tags: [] });
    const world = await openWorld(envoys, {
      upstreams: { a: { discovery: { consul: { service: 'cart', tags: ['live'] } } } },
      relay: { discoveryFile },
    });
    // Who may not read the service is answered, with nothing, and whom Consul does not know is refused.
    const isRefused = () =>
      eventually(() => expect(world.status('a')?.problem?.message).toContain('does not let the relay read'));
    await isRefused();
    await writeFile(tokenFile, await consul.tokenFor('cart'));
    await eventually(() => expect(world.status('a')).toMatchObject({ state: 'served', endpoints: 1 }));
    const envoy = await world.startEnvoy();
    expect(await envoy.get('/a')).toBe('red');

    await register('blue', blue.port, { Weights: { Passing: 5, Warning: 1 } });
    await check('red', 'warning');
    const both = [`127.0.0.1:${blue.port} weight 5 region dc1`, `127.0.0.1:${red.port} DEGRADED region dc1`];
    await untilEndpoints(envoy, 'a', both.toSorted());
    await check('red', 'critical');
    await untilEndpoints(envoy, 'a', [`127.0.0.1:${blue.port} weight 5 region dc1`]);

    await consul.stop();
    await eventually(() => expect(world.status('a')).toMatchObject({ state: 'stale', endpoints: 1 }));
    expect(await envoy.get('/a')).toBe('blue');
    await consul.start();
    // It knows neither tokens nor services any more.
    await isRefused();
    await writeFile(tokenFile, await consul.tokenFor('cart'));
    await eventually(() => expect(world.status('a')).toMatchObject({ state: 'guarded', endpoints: 1, doubted: 0 }));
    await register('red', red.port);
    await untilEndpoints(envoy, 'a', [`127.0.0.1:${red.port} region dc1`]);
    expect(await envoy.get('/a')).toBe('red');
  });
});
