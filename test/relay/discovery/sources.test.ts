/** Endpoints from a file, an HTTP server and Consul: over real Envoy, by an operator's discovery file. */
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startConsulContract } from '../../servers/consul-contract.ts';
import { useEnvoy } from '../../servers/envoy.ts';
import { temporaryFolder } from '../../servers/folder.ts';
import { close, listen } from '../../servers/ports.ts';
import { startUpstream } from '../../servers/upstream.ts';
import { eventually } from '../eventually.ts';
import { openWorld, untilEndpoints } from './world.ts';

const envoys = useEnvoy();

const upstream = async (name: string) => {
  const server = await startUpstream({ name });
  onTestFinished(server.stop);
  return { ...server, endpoint: { address: '127.0.0.1', port: server.port } };
};
const listing = (...endpoints: readonly object[]): string => JSON.stringify({ endpoints });

describe('endpoints from files', () => {
  test('follow the file, and stay while it is away or broken', async () => {
    const [red, blue] = [await upstream('red'), await upstream('blue')];
    const folder = await temporaryFolder();
    const path = join(folder, 'cart.yaml');
    const discoveryFile = join(folder, 'discovery.yaml');
    await writeFile(discoveryFile, `file: { folders: ['${folder}'] }`);
    await writeFile(path, listing(red.endpoint));
    const world = await openWorld(envoys, {
      upstreams: {
        a: { discovery: { file: { path } } },
        outside: { discovery: { file: { path: '/etc/passwd' } } },
        climbing: { discovery: { file: { path: `${folder}/../passwd` } } },
      },
      relay: { discoveryFile },
    });
    const envoy = await world.startEnvoy();
    expect(await envoy.get('/a')).toBe('red');
    await writeFile(`${path}.new`, listing(blue.endpoint));
    await rename(`${path}.new`, path);
    await eventually(async () => expect(await envoy.get('/a')).toBe('blue'));
    await writeFile(path, '{"endpoints": [');
    await eventually(() => expect(world.status('a')).toMatchObject({ state: 'stale', problem: { reason: 'invalid' } }));
    await rm(path);
    await eventually(() =>
      expect(world.status('a')).toMatchObject({ state: 'stale', problem: { reason: 'not-found' } }),
    );
    expect(await envoy.get('/a')).toBe('blue');
    await writeFile(path, listing(red.endpoint));
    await eventually(async () => expect(await envoy.get('/a')).toBe('red'));
    for (const name of ['outside', 'climbing'])
      expect(world.status(name)).toMatchObject({ state: 'missing', problem: { reason: 'misconfigured' } });
  });
});

describe("the operator's file", () => {
  test('is followed while the relay runs; what it allows no longer keeps its endpoints', async () => {
    const [red, blue] = [await upstream('red'), await upstream('blue')];
    const folder = await temporaryFolder();
    const path = (name: string): string => join(folder, name, 'cart.yaml');
    for (const [name, { endpoint }] of [['one', red] as const, ['two', blue] as const]) {
      await mkdir(join(folder, name));
      await writeFile(path(name), listing(endpoint));
    }
    const discoveryFile = join(folder, 'discovery.yaml');
    const allow = (...names: readonly string[]): Promise<void> =>
      writeFile(discoveryFile, JSON.stringify({ file: { folders: names.map((name) => join(folder, name)) } }));
    await allow('one');
    const world = await openWorld(envoys, {
      upstreams: {
        a: { discovery: { file: { path: path('one') } } },
        b: { discovery: { file: { path: path('two') } } },
      },
      relay: { discoveryFile, reloadIntervalMs: 20 },
    });
    const envoy = await world.startEnvoy();
    expect(await envoy.get('/a')).toBe('red');
    expect(world.status('b')).toMatchObject({ state: 'missing', problem: { reason: 'misconfigured' } });
    await writeFile(discoveryFile, 'file: { folder: /etc }');
    await eventually(() => expect(world.logged.join('')).toContain('cannot be read anew; the last one stays'));
    expect(world.status('a')).toMatchObject({ state: 'served' });
    await allow('two');
    await eventually(async () => expect(await envoy.get('/b')).toBe('blue'));
    await eventually(() =>
      expect(world.status('a')).toMatchObject({ state: 'stale', endpoints: 1, problem: { reason: 'misconfigured' } }),
    );
    expect(await envoy.get('/a')).toBe('red');
    // Nobody follows by the file of before.
    await writeFile(path('one'), listing(blue.endpoint));
    await allow('one', 'two');
    await eventually(async () => expect(await envoy.get('/a')).toBe('blue'));
    const metrics = await (await fetch(`http://${world.relay.adminAddress}/metrics`)).text();
    expect(metrics).toContain('enroute_relay_discovery_file_reload_failures_total 1');
  });
});

describe('endpoints from an HTTP server', () => {
  /** Answers as docs/discovery.md has it; with `waits` it holds requests until there is news. */
  const startRegistry = async (waits: boolean) => {
    let text = listing();
    let status = 200;
    const waiting = new Set<() => void>();
    const asked: IncomingMessage[] = [];
    const handle = (request: IncomingMessage, response: ServerResponse): void => {
      asked.push(request);
      const answer = (): void => {
        if (status !== 200) return void response.writeHead(status).end();
        const etag = `"${text.length}-${Buffer.from(text).toString('base64url').slice(-32)}"`;
        const applied = waits && request.headers.prefer !== undefined ? { 'preference-applied': 'wait' } : {};
        if (request.headers['if-none-match'] === etag) return void response.writeHead(304, { etag, ...applied }).end();
        response.writeHead(200, { etag, ...applied }).end(text);
      };
      if (waits && request.headers['if-none-match'] !== undefined && status === 200) waiting.add(answer);
      else answer();
    };
    const server = createServer(handle);
    const port = await listen(server);
    onTestFinished(async () => {
      server.closeAllConnections();
      await close(server);
    });
    const wake = (): void => {
      for (const answer of waiting) answer();
      waiting.clear();
    };
    return {
      url: `http://127.0.0.1:${port}`,
      asked,
      set: (next: string) => {
        text = next;
        wake();
      },
      fail: (next: number) => {
        status = next;
        wake();
      },
    };
  };

  test.each([
    ['is asked again and again', false],
    ['is asked again at once', true],
  ])('that %s', async (_, waits) => {
    const [red, blue] = [await upstream('red'), await upstream('blue')];
    const registry = await startRegistry(waits);
    const folder = await temporaryFolder();
    const discoveryFile = join(folder, 'discovery.json');
    await writeFile(join(folder, 'token'), 'a registry token\n');
    const server = { urlPrefix: `${registry.url}/{namespace}/`, tokenFile: join(folder, 'token') };
    // A server that waits tells at once, however seldom others are asked.
    const refreshEvery = waits ? '1h' : '100ms';
    await writeFile(discoveryFile, JSON.stringify({ http: { servers: [server], refreshEvery } }));
    registry.set(listing(red.endpoint));
    const world = await openWorld(envoys, {
      upstreams: {
        a: { discovery: { http: { url: `${registry.url}/default/a` } } },
        elsewhere: { discovery: { http: { url: `${registry.url}/default/../other/a` } } },
        climbing: { discovery: { http: { url: `${registry.url}/default/..%2fother%2fa?token=hunter2` } } },
      },
      relay: { discoveryFile },
    });
    const envoy = await world.startEnvoy();
    expect(await envoy.get('/a')).toBe('red');
    // One that waits tells by its second answer that it does.
    if (waits) await eventually(() => expect(registry.asked.length).toBeGreaterThan(1));
    registry.set(listing(blue.endpoint));
    await eventually(async () => expect(await envoy.get('/a')).toBe('blue'));
    registry.fail(500);
    await eventually(() => expect(world.status('a')).toMatchObject({ state: 'stale', endpoints: 1 }));
    expect(await envoy.get('/a')).toBe('blue');
    registry.set(listing(red.endpoint));
    registry.fail(200);
    await eventually(async () => expect(await envoy.get('/a')).toBe('red'));
    expect(new Set(registry.asked.map(({ headers }) => headers.authorization))).toEqual(
      new Set(['Bearer a registry token']),
    );
    expect(registry.asked.filter(({ url }) => url !== '/default/a')).toEqual([]);
    for (const name of ['elsewhere', 'climbing'])
      expect(world.status(name)).toMatchObject({ state: 'missing', problem: { reason: 'misconfigured' } });
    expect(JSON.stringify([world.status('climbing'), world.logged])).not.toMatch(/registry token|hunter2/);
  });
});

describe('endpoints from Consul', () => {
  test('come by blocking queries, with weight, health and labels, and stay while it is away', async () => {
    const [red, blue] = [await upstream('red'), await upstream('blue')];
    const consul = await startConsulContract();
    onTestFinished(consul.stop);
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'token'), consul.token);
    const discoveryFile = join(folder, 'discovery.yaml');
    const settings = { address: consul.address, tokenFile: join(folder, 'token'), services: ['cart*'] };
    await writeFile(discoveryFile, JSON.stringify({ consul: settings }));
    const instance = (id: string, port: number, more: object = {}) => ({ id, address: '127.0.0.1', port, ...more });
    consul.set('cart', [instance('red', red.port, { tags: ['live', 'v1'] }), instance('old', 1, { tags: ['v0'] })]);
    const world = await openWorld(envoys, {
      upstreams: {
        a: { discovery: { consul: { service: 'cart', tags: ['live', 'v1'], datacenter: 'dc2' } } },
        b: { discovery: { consul: { service: 'cart-admin' }, emptyAfter: '0s' } },
        other: { discovery: { consul: { service: 'vault' } } },
      },
      relay: { discoveryFile },
    });
    const envoy = await world.startEnvoy();
    expect(await envoy.get('/a')).toBe('red');
    expect(consul.asked).toContain('/v1/health/service/cart?tag=live&tag=v1&dc=dc2');

    const tags = ['live', 'v1'];
    consul.set('cart', [
      instance('red', red.port, { tags, status: 'critical' }),
      instance('blue', blue.port, { tags, weights: { Passing: 5, Warning: 1 } }),
      instance('warned', 2, { tags, status: 'warning' }),
    ]);
    await untilEndpoints(
      envoy,
      'a',
      [`127.0.0.1:${blue.port} weight 5 region dc1`, '127.0.0.1:2 DEGRADED region dc1'].toSorted(),
    );
    consul.fail(500);
    await eventually(() => expect(world.status('a')).toMatchObject({ state: 'stale', endpoints: 2 }));
    consul.fail(200);
    await eventually(() => expect(world.status('a')).toMatchObject({ state: 'served' }));
    // A server that has lost its data answers, with nothing.
    consul.resetIndex();
    await eventually(() => expect(world.status('a')).toMatchObject({ state: 'guarded', endpoints: 2, doubted: 0 }));
    await eventually(async () => expect(await envoy.get('/a')).toBe('blue'));
    expect(world.status('b')).toMatchObject({ state: 'served', endpoints: 0 });
    expect(world.status('other')).toMatchObject({ state: 'missing', problem: { reason: 'misconfigured' } });
    // Most of the time nothing is asked: the agent waits.
    expect(consul.asked.length).toBeLessThan(60);
  });
});
