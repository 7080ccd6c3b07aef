/** Relays that are told of a publication serve it without polling; what becomes of telling them changes no answer. */
import { createServer } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import type { AuditEntry } from '../../functions/api/audit.ts';
import { serveApi } from '../../functions/entry/node.ts';
import { createNotifier, type Notifier, type NotifyFailure } from '../../functions/notify.ts';
import { publishStep } from '../../functions/publish-step.ts';
import { createLog } from '../../relay/log.ts';
import { startRelay } from '../../relay/relay.ts';
import { openWorkspace, writeSettings } from '../../store/index.ts';
import { createMemoryStore } from '../../store/memory.ts';
import { readWebhookSecrets } from '../../store/webhooks.ts';
import { eventually } from '../relay/eventually.ts';
import { listen, reservePort } from '../servers/ports.ts';
import { useEnvoy } from '../servers/envoy.ts';
import { request } from '../servers/http-client.ts';
import { intercept } from '../store/broken-store.ts';
import { SHOP, gateway, upstream } from '../store/workspace/documents.ts';

const secrets = readWebhookSecrets(`whsec_${btoa('a'.repeat(32))}`);
const HOUR_MS = 3_600_000;
const envoys = useEnvoy();

async function startWorld(notifierOf: (relay: string) => Notifier) {
  const store = intercept(createMemoryStore(), () => undefined); // As on S3: nobody is told of changes.
  const relay = await startRelay({
    store,
    listen: '127.0.0.1:0',
    adminListen: '127.0.0.1:0',
    notifySecrets: secrets,
    pollIntervalMs: HOUR_MS,
    closeGraceMs: 0,
    log: createLog({ level: 'silent' }),
  });
  onTestFinished(() => relay.close());
  const audit: AuditEntry[] = [];
  const notifier = notifierOf(`http://${relay.adminAddress}`);
  const api = await serveApi({ host: '127.0.0.1', port: 0, store, notifier, audit: (entry) => audit.push(entry) });
  onTestFinished(api.close);
  const send = (method: string, path: string, body: unknown): Promise<Response> =>
    fetch(`${api.url}${path}`, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const metrics = async (): Promise<string> => (await fetch(`${api.url}/metrics`)).text();
  return { store, relay, audit, notifier, send, metrics };
}

const list = (...items: readonly unknown[]) => ({ apiVersion: 'v1', kind: 'List', items });

const signing = (relay: string): Notifier => createNotifier({ urls: [relay], secrets });

test('a publication reaches an Envoy whose relay polls once an hour', async () => {
  const { relay, audit, send, metrics } = await startWorld(signing);
  const port = await reservePort();
  const edge = {
    ...gateway(),
    spec: {
      listeners: [{ name: 'http', port, protocol: 'HTTP' }],
      accessLog: [],
      admin: { port: 0 },
      relay: { port: Number(relay.adsAddress.split(':').at(-1)) },
    },
  };
  const answering = (status: number) => ({
    apiVersion: 'enroute.dev/v1',
    kind: 'VirtualHost',
    metadata: { name: 'shop' },
    spec: {
      gateways: ['edge'],
      hostnames: ['shop.test'],
      routes: [{ match: { path: { prefix: '/' } }, respond: { statusCode: status } }],
    },
  });
  const serves = (status: number) =>
    eventually(async () => expect(await request({ port, host: 'shop.test' })).toMatchObject({ status }));

  const applied = await send('POST', '/v1/apply', list(edge, answering(201)));
  expect(applied.status, await applied.text()).toBe(200);
  expect((await send('POST', '/v1/publish', {})).status).toBe(200);
  const bootstrap = await send('GET', '/v1/gateways/edge/bootstrap?node=edge-1', undefined);
  expect(bootstrap.status, await bootstrap.clone().text()).toBe(200);
  await envoys.start({ bootstrap: await bootstrap.json(), nodeId: 'edge-1' });
  await serves(201);
  await send('PUT', '/v1/virtualhosts/shop', answering(202));
  await send('POST', '/v1/publish', {});
  await serves(202);

  expect((await send('PUT', '/v1/settings', { publish: 'automatic' })).status).toBe(200);
  await send('PUT', '/v1/virtualhosts/shop', answering(203));
  await serves(203);
  // The relay acts upon a notification before its answer has come back.
  await eventually(async () => {
    expect(await metrics()).toContain('enroute_api_notifications_total{outcome="accepted"} 3');
  });
  const told = audit.filter(({ details }) => details?.['notified']);
  expect(told.map(({ operation }) => operation)).toEqual(['publish', 'publish', 'putVirtualHost']);

  // A Gateway that is deleted serves on until it is withdrawn, and then nobody listens any more.
  expect((await send('DELETE', '/v1/gateways/edge?cascade=true', undefined)).status).toBe(200);
  await serves(203);
  expect((await send('POST', '/v1/gateways/edge/withdraw', undefined)).status).toBe(200);
  await eventually(() => expect(request({ port, host: 'shop.test' })).rejects.toThrow('ECONNREFUSED'));
});

test('the step that publishes what the bucket has new tells of it, and of nothing else', async () => {
  const { store, relay, send, notifier } = await startWorld(signing);
  await send('POST', '/v1/apply', list(...SHOP));
  await writeSettings(openWorkspace(store, 'default'), { publish: 'automatic' });
  const served = async (): Promise<string> => (await fetch(`http://${relay.adminAddress}/status`)).text();
  expect(await served()).not.toContain('default/edge');
  await publishStep({ store, workspaces: ['default'], author: 'enroute', notifier, now: Date.now() });
  await eventually(async () => expect(await served()).toContain('default/edge'));
});

test('a relay that refuses, sends elsewhere, or is silent changes no answer, and is counted', async () => {
  const seen: string[] = [];
  const elsewhere = createServer((request_, response) => {
    seen.push(request_.url ?? '');
    response.writeHead(307, { location: '/elsewhere' }).end();
  });
  const silent = createServer(() => undefined);
  const ports = [await listen(elsewhere), await listen(silent)];
  onTestFinished(() => {
    for (const server of [elsewhere, silent]) {
      server.closeAllConnections();
      server.close();
    }
  });
  const urls = ports.map((port) => `http://127.0.0.1:${port}/`);
  const failures: NotifyFailure[] = [];
  const { send, metrics } = await startWorld((relay) =>
    createNotifier({ urls: [relay, ...urls], onFailure: (failure) => failures.push(failure) }),
  );
  await send('POST', '/v1/apply', list(...SHOP, upstream('other')));
  expect((await send('POST', '/v1/publish', {})).status).toBe(200);
  await eventually(async () => {
    const text = await metrics();
    expect(text).toContain('enroute_api_notifications_total{outcome="refused"} 2');
    expect(text).toContain('enroute_api_notifications_total{outcome="unreachable"} 1');
  });
  expect(seen).toEqual(['/notify']);
  const [there, slow] = ports.map((port) => `http://127.0.0.1:${port}`);
  expect(failures.toSorted((a, b) => a.reason.localeCompare(b.reason))).toEqual([
    { outcome: 'refused', reason: '307', relay: there },
    { outcome: 'refused', reason: '401', relay: expect.any(String) },
    { outcome: 'unreachable', reason: expect.stringContaining('timeout'), relay: slow },
  ]);
});

test('a URL that is none of HTTP, or holds a password, is refused without being repeated', () => {
  for (const url of ['ftp://relay', 'relay:18001', 'http://user:hunter2@relay'])
    expect(() => createNotifier({ urls: [url] })).toThrow(/^(?!.*hunter2).*a relay to notify/);
});
