/** Changes reach Envoy where nobody has said how often sources are looked at. Cloud Map: cloud-map.test.ts. */
import { readFile, rename, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { milliseconds } from '../../../compiler/2-validate/formats/quantity.ts';
import { pushEndpoints } from '../../../store/endpoints.ts';
import { createMemoryStore } from '../../../store/memory.ts';
import { startConsulContract } from '../../servers/consul-contract.ts';
import { useEnvoy } from '../../servers/envoy.ts';
import { temporaryFolder } from '../../servers/folder.ts';
import { close, listen } from '../../servers/ports.ts';
import { followChanges } from './follow-changes.ts';
import { openWorld } from './world.ts';

const envoys = useEnvoy();
const endpointAt = (port: number) => ({ address: '127.0.0.1', port });

async function operatorsFile(content: object): Promise<string> {
  const path = join(await temporaryFolder(), 'discovery.json');
  await writeFile(path, JSON.stringify(content));
  return path;
}

test('of a file', async () => {
  const folder = await temporaryFolder();
  const path = join(folder, 'cart.json');
  const set = async (port: number): Promise<void> => {
    await writeFile(`${path}.new`, JSON.stringify({ endpoints: [endpointAt(port)] }));
    await rename(`${path}.new`, path);
  };
  await set(9);
  const discoveryFile = await operatorsFile({ file: { folders: [folder] } });
  const world = await openWorld(envoys, {
    upstreams: { a: { discovery: { file: { path } } } },
    relay: { discoveryFile },
  });
  await followChanges(await world.startEnvoy(), 'a', set);
});

test('of an HTTP server that does not wait', async () => {
  let port = 9;
  const server = createServer((_, response) => void response.end(JSON.stringify({ endpoints: [endpointAt(port)] })));
  const url = `http://127.0.0.1:${await listen(server)}/`;
  onTestFinished(async () => {
    server.closeAllConnections();
    await close(server);
  });
  const discoveryFile = await operatorsFile({ http: { servers: [{ urlPrefix: url }] } });
  const upstreams = { a: { discovery: { http: { url: `${url}cart` } } } };
  const world = await openWorld(envoys, { upstreams, relay: { discoveryFile } });
  const set = (next: number): void => void (port = next);
  await followChanges(await world.startEnvoy(), 'a', set);
});

test('of Consul', async () => {
  const consul = await startConsulContract();
  onTestFinished(consul.stop);
  const tokenFile = join(await temporaryFolder(), 'token');
  await writeFile(tokenFile, consul.token);
  const set = (port: number): void => consul.set('cart', [{ id: 'one', ...endpointAt(port) }]);
  set(9);
  const discoveryFile = await operatorsFile({ consul: { address: consul.address, tokenFile } });
  const upstreams = { a: { discovery: { consul: { service: 'cart' } } } };
  const world = await openWorld(envoys, { upstreams, relay: { discoveryFile } });
  await followChanges(await world.startEnvoy(), 'a', set);
});

test('of a bucket that does not tell of changes', async () => {
  const { watch: _watch, ...store } = createMemoryStore();
  const set = (port: number) => pushEndpoints(store, 'default/a', [endpointAt(port)], { now: Date.now() });
  await set(9);
  const world = await openWorld(envoys, { upstreams: { a: { discovery: { pushed: {} } } }, store });
  await followChanges(await world.startEnvoy(), 'a', set);
});

test('sources that have to be asked are, by default, more often than once a second', async () => {
  const path = join(import.meta.dirname, '../../../schemas/settings/discovery.schema.json');
  const intervals = [...(await readFile(path, 'utf8')).matchAll(/"refreshEvery": \{[^}]*"default": "(\w+)"/g)];
  expect(intervals.length).toBeGreaterThan(0);
  for (const [, interval = ''] of intervals) expect(milliseconds(interval)).toBeLessThan(1_000);
});
