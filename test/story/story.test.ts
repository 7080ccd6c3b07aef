/**
 * What somebody goes through who starts with nothing: an empty bucket, an identity provider, the API on each of its
 * runtimes, a relay, and an Envoy for each of two gateways.
 */
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { createLog } from '../../relay/log.ts';
import { startRelay } from '../../relay/relay.ts';
import { createS3Store } from '../../store/s3.ts';
import type { Store } from '../../store/store.ts';
import {
  deployToLambda,
  deployToNode,
  deployToWorkers,
  s3Variables,
  type RunningDeployment,
} from '../functions/entry/deployed.ts';
import { useEnvoy } from '../servers/envoy.ts';
import { request } from '../servers/http-client.ts';
import { INSTALLATION_MS } from '../servers/installed.ts';
import { startOidcProvider, type OidcProvider } from '../servers/oidc.ts';
import { freePort } from '../servers/ports.ts';
import { startUpstream, type Upstream } from '../servers/upstream.ts';
import { startS3Server, type S3Server } from '../servers/versitygw.ts';

let provider: OidcProvider;
let s3: S3Server;
let backend: Upstream;

beforeAll(async () => {
  [provider, s3, backend] = await Promise.all([startOidcProvider(), startS3Server(), startUpstream()]);
}, INSTALLATION_MS);
afterAll(async () => {
  await Promise.all([provider.stop(), s3.remove(), backend.stop()]);
});

type Deploy = (bucket: string, store: Store) => Promise<RunningDeployment>;

const RUNTIMES: readonly (readonly [name: string, deploy: Deploy])[] = [
  ['Node', (_, store) => deployToNode(provider, store)],
  ['Lambda', (bucket) => deployToLambda(provider, s3Variables(s3, bucket))],
  ['Workers', (bucket) => deployToWorkers(provider, s3Variables(s3, bucket))],
];

/** What is to be served: two operations, of which one needs a token. */
const DESCRIPTION = (port: number) => ({
  openapi: '3.1.0',
  info: { title: 'Shop', version: '1' },
  servers: [{ url: `http://127.0.0.1:${port}` }],
  paths: {
    '/items': { get: { operationId: 'listItems', responses: { 200: { description: 'ok' } } } },
    '/orders': { post: { operationId: 'order', responses: { 200: { description: 'ok' } } } },
  },
});

describe.each(RUNTIMES)('with the API on %s', (_, deploy) => {
  const envoys = useEnvoy();

  test('an operator gets from an empty bucket to two gateways that serve, and back', async () => {
    const bucket = await s3.createBucket();
    const store = createS3Store({ ...s3.storeOptions(bucket), prefix: 'enroute' });
    const api = await deploy(bucket, store);
    onTestFinished(api.stop);
    const relay = await startRelay({
      store,
      listen: '127.0.0.1:0',
      adminListen: '127.0.0.1:0',
      pollIntervalMs: 100,
      fleetReport: 500,
      closeGraceMs: 0,
      log: createLog({ level: 'silent' }),
    });
    onTestFinished(() => relay.close());
    const relayPort = Number(relay.adsAddress.split(':').at(-1));
    const ports = { edge: await freePort(), internal: await freePort() };

    const as = async (group: string): Promise<Readonly<Record<string, string>>> => ({
      authorization: `Bearer ${await provider.mintToken({ subject: group, claims: { groups: [group] } })}`,
    });
    const call = async (group: string, method: string, path: string, body?: unknown, headers = {}) => {
      const response = await fetch(`${api.url}${path}`, {
        method,
        headers: {
          ...(await as(group)),
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return {
        status: response.status,
        etag: response.headers.get('etag') ?? '',
        body: text === '' ? {} : JSON.parse(text),
      };
    };
    const shop = (name: keyof typeof ports, method = 'GET', path = '/items', headers = {}) =>
      request({ port: ports[name], host: 'shop.test', method, path, headers });

    // Gateways, which change over in a step and then all at once.
    const gateway = (name: keyof typeof ports) => ({
      apiVersion: 'enroute.dev/v1',
      kind: 'Gateway',
      metadata: { name },
      spec: {
        listeners: [{ name: 'http', port: ports[name], protocol: 'HTTP' }],
        accessLog: [],
        admin: { port: 0 },
        relay: { port: relayPort },
        rollout: { steps: [{ nodes: { percentage: 50 }, bakeTime: '1s' }], bakeTime: '1s' },
      },
    });
    const items = [gateway('edge'), gateway('internal')];
    expect(
      await call('editors', 'POST', '/v1/apply?message=gateways', { apiVersion: 'v1', kind: 'List', items }),
    ).toMatchObject({
      status: 200,
      body: { revision: { number: 1, author: 'editors' } },
    });

    // An API description becomes documents.
    const query = 'gateway=edge&name=shop&hostnames=shop.test';
    const imported = await call('editors', 'POST', `/v1/import/openapi?${query}`, DESCRIPTION(backend.port));
    expect(imported).toMatchObject({ status: 200, body: { revision: { number: 2 } } });

    // Both gateways serve it, with a limit and tokens; tried first, and then done.
    const host = await call('viewers', 'GET', '/v1/virtualhosts/shop');
    const changed = {
      ...host.body,
      spec: {
        ...host.body.spec,
        gateways: ['edge', 'internal'],
        filters: [
          { type: 'local-rate-limit', requests: 1000, per: '1s' },
          {
            type: 'jwt',
            providers: [
              {
                name: 'staff',
                issuer: provider.issuer,
                audiences: [provider.audience],
                jwks: { inline: JSON.stringify(provider.jwks) },
              },
            ],
          },
        ],
      },
    };
    const tried = await call('editors', 'PUT', '/v1/virtualhosts/shop?dryRun=true', changed, { 'if-match': host.etag });
    expect(tried).toMatchObject({
      status: 200,
      body: { status: 'planned', gateways: ['default/edge', 'default/internal'] },
    });
    expect(tried.body.envoy.length).toBe(2);
    const put = await call('editors', 'PUT', '/v1/virtualhosts/shop', changed, { 'if-match': host.etag });
    expect(put).toMatchObject({ status: 200, body: { status: 'committed', revision: { number: 3 } } });

    // Who may not, may not.
    expect((await call('viewers', 'PUT', '/v1/virtualhosts/shop', changed)).status).toBe(403);
    expect((await call('editors', 'POST', '/v1/publish', {})).status).toBe(403);
    expect((await fetch(`${api.url}/v1/routes`, { headers: { authorization: 'Bearer wrong' } })).status).toBe(401);
    expect((await call('editors', 'PUT', '/v1/virtualhosts/shop', changed, { 'if-match': host.etag })).status).toBe(
      412,
    );

    // A mistake is refused, with its place, and changes nothing.
    const broken = { ...changed, spec: { ...changed.spec, hostname: ['shop.test'] } };
    const refused = await call('editors', 'PUT', '/v1/virtualhosts/shop', broken);
    expect(refused).toMatchObject({
      status: 422,
      body: { diagnostics: [{ code: 'unknown-field', pointer: '/spec/hostname' }] },
    });

    // Publishing starts the Envoys' first configuration.
    const published = await call('operators', 'POST', '/v1/publish', {});
    expect(published.body.gateways).toMatchObject([{ status: 'published' }, { status: 'published' }]);
    for (const name of ['edge', 'internal'] as const) {
      const bootstrap = await call('viewers', 'GET', `/v1/gateways/${name}/bootstrap?node=${name}-1`);
      await envoys.start({ bootstrap: bootstrap.body, nodeId: `${name}-1` });
    }
    const token = { authorization: `Bearer ${await provider.mintToken()}` };
    for (const name of ['edge', 'internal'] as const) {
      await expect
        .poll(async () => (await shop(name, 'GET', '/items', token).catch(() => undefined))?.status, SLOW)
        .toBe(200);
      expect((await shop(name)).status).toBe(401);
      expect((await shop(name, 'GET', '/elsewhere', token)).status).toBe(404);
    }

    // Two editors at once: each changes what the other does not, and nothing is lost.
    const upstreams = await call('viewers', 'GET', '/v1/upstreams');
    const [upstream] = upstreams.body.items;
    const racing = await Promise.all([
      call(
        'editors',
        'PATCH',
        `/v1/upstreams/${upstream.document.metadata.name}`,
        { spec: { connectTimeout: '1s' } },
        MERGE,
      ),
      call('operators', 'PATCH', '/v1/gateways/internal', { metadata: { labels: { team: 'ops' } } }, MERGE),
    ]);
    expect(racing.map(({ status }) => status)).toEqual([200, 200]);
    expect((await call('viewers', 'GET', '/v1/gateways/internal')).body.metadata.labels).toEqual({ team: 'ops' });
    expect(
      (await call('viewers', 'GET', `/v1/upstreams/${upstream.document.metadata.name}`)).body.spec.connectTimeout,
    ).toBe('1s');

    // A change goes out step by step, until every node has it.
    const closed = {
      ...changed,
      spec: { ...changed.spec, routes: [{ match: { path: { prefix: '/' } }, respond: { statusCode: 503 } }] },
    };
    expect((await call('editors', 'PUT', '/v1/virtualhosts/shop?message=closed', closed)).status).toBe(200);
    await call('operators', 'POST', '/v1/publish', {});
    const phase = async (name: string) => (await call('viewers', 'GET', `/v1/rollouts/${name}`)).body.phase;
    for (const name of ['edge', 'internal'] as const) {
      await expect.poll(() => phase(name), SLOW).toBe('complete');
      await expect.poll(async () => (await shop(name, 'GET', '/items', token)).status, SLOW).toBe(503);
    }

    // And back.
    const before = String(put.body.revision.number);
    const back = await call('editors', 'POST', '/v1/rollback', { revision: before });
    expect(back).toMatchObject({ status: 200, body: { status: 'committed' } });
    await call('operators', 'POST', '/v1/publish', {});
    for (const name of ['edge', 'internal'] as const) {
      await expect.poll(async () => (await shop(name, 'GET', '/items', token)).status, SLOW).toBe(200);
    }
    const nodes = await call('viewers', 'GET', '/v1/nodes');
    expect(nodes.body.items.map(({ gateway: name }: { gateway: string }) => name)).toEqual([
      'default/edge',
      'default/internal',
    ]);
  }, 300_000);
});

/** A rollout bakes, and machines may be busy. */
const SLOW = { timeout: 60_000, interval: 200 };
const MERGE = { 'content-type': 'application/merge-patch+json' };
