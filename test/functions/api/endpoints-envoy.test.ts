/** Everything through the API: documents, an Envoy's bootstrap, and endpoints, which a relay gives to a real Envoy. */
import { expect, onTestFinished, test } from 'vitest';
import { createLog } from '../../../relay/log.ts';
import { startRelay } from '../../../relay/relay.ts';
import { createDirectoryStore } from '../../../store/directory.ts';
import { readHead } from '../../../store/head.ts';
import { eventually } from '../../relay/eventually.ts';
import { useEnvoy } from '../../servers/envoy.ts';
import { temporaryFolder } from '../../servers/folder.ts';
import { reservePort } from '../../servers/ports.ts';
import { startUpstream } from '../../servers/upstream.ts';
import { createClient } from './client.ts';

const { start } = useEnvoy();

const kind = (of: string, name: string, spec: object) => ({
  apiVersion: 'enroute.dev/v1',
  kind: of,
  metadata: { name },
  spec,
});

const documentsFor = (relayPort: number, port: number) => [
  kind('Gateway', 'edge', {
    listeners: [{ name: 'http', port, protocol: 'HTTP' }],
    relay: { port: relayPort },
    admin: { port: 0 },
    accessLog: [],
  }),
  kind('Upstream', 'found', { discovery: { pushed: {}, emptyAfter: '0s' } }),
  kind('VirtualHost', 'all', {
    gateways: ['edge'],
    hostnames: ['*'],
    routes: [{ forward: { upstream: 'found' } }],
  }),
];

test('endpoints that are put into the API get the requests of Envoy, and nothing is published for it', async () => {
  // Another process would have another store of the same folder.
  const folder = await temporaryFolder();
  const client = createClient({ store: createDirectoryStore(folder) });
  const [relayPort, port] = [await reservePort(), await reservePort()];
  const items = documentsFor(relayPort, port);
  const applied = await client.send('POST', '/v1/apply', { apiVersion: 'v1', kind: 'List', items });
  expect(applied.status, JSON.stringify(applied.body)).toBe(200);
  expect((await client.send('POST', '/v1/publish', {})).status).toBe(200);
  const { pointer } = (await readHead(client.store, 'default/edge')) ?? {};
  const relay = await startRelay({
    store: createDirectoryStore(folder),
    identifier: 'relay-1',
    listen: `127.0.0.1:${relayPort}`,
    adminListen: '127.0.0.1:0',
    pollIntervalMs: 100,
    closeGraceMs: 0,
    log: createLog({ level: 'silent' }),
  });
  onTestFinished(relay.close);
  const { body: bootstrap } = await client.send('GET', '/v1/gateways/edge/bootstrap?node=envoy-1');
  await start({ bootstrap: bootstrap as object });

  const put = async (ports: readonly number[]): Promise<void> => {
    const endpoints = ports.map((each) => ({ address: '127.0.0.1', port: each }));
    expect((await client.send('PUT', '/v1/upstreams/found/endpoints', { endpoints })).status).toBe(200);
  };
  const answer = async (): Promise<string> => {
    const response = await fetch(`http://127.0.0.1:${port}/`);
    await response.text();
    return response.headers.get('x-upstream') ?? String(response.status);
  };
  expect(await answer()).toBe('503');
  const [red, blue] = await Promise.all(['red', 'blue'].map((name) => startUpstream({ name })));
  if (!red || !blue) throw new Error('there are no upstreams');
  onTestFinished(red.stop);
  onTestFinished(blue.stop);
  await put([red.port]);
  await eventually(async () => expect(await answer()).toBe('red'));
  await put([blue.port]);
  await eventually(async () => expect(await answer()).toBe('blue'));
  await put([red.port, blue.port]);
  await eventually(async () => expect([await answer(), await answer()].toSorted()).toEqual(['blue', 'red']));
  expect((await client.send('DELETE', '/v1/upstreams/found/endpoints')).status).toBe(204);
  await eventually(async () => expect(await answer()).toBe('503'));
  expect((await readHead(client.store, 'default/edge'))?.pointer).toEqual(pointer);
});
