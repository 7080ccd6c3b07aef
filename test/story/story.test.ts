/**
 * What somebody goes through who starts with nothing: an empty bucket, an identity provider, the API on each of its
 * runtimes, a relay, and an Envoy for each of two gateways. Each answer is held against what the API says of itself.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deployToLambda, deployToNode, deployToWorkers, s3Variables } from '../functions/entry/deployed.ts';
import { useEnvoy } from '../servers/envoy.ts';
import { INSTALLATION_MS } from '../servers/installed.ts';
import { startOidcProvider, type OidcProvider } from '../servers/oidc.ts';
import { startUpstream, type Upstream } from '../servers/upstream.ts';
import { startS3Server, type S3Server } from '../servers/versitygw.ts';
import { GATEWAYS, gatewaysOf, SLOW, startStory, type Answer, type Deploy, type StoryWorld } from './world.ts';

let provider: OidcProvider;
let s3: S3Server;
let backend: Upstream;

beforeAll(async () => {
  [provider, s3, backend] = await Promise.all([startOidcProvider(), startS3Server(), startUpstream()]);
}, INSTALLATION_MS);
afterAll(async () => {
  await Promise.all([provider.stop(), s3.remove(), backend.stop()]);
});

const RUNTIMES: readonly (readonly [name: string, deploy: Deploy])[] = [
  ['Node', (_, store) => deployToNode(provider, store)],
  ['Lambda', (bucket) => deployToLambda(provider, s3Variables(s3, bucket))],
  ['Workers', (bucket) => deployToWorkers(provider, s3Variables(s3, bucket))],
];

describe.each(RUNTIMES)('with the API on %s', (_, deploy) => {
  const envoys = useEnvoy();

  test('an operator gets from an empty bucket to two gateways that serve, and back', async () => {
    const world = await startStory({ s3, provider, deploy, envoys });
    expect((await world.call('viewers', 'GET', '/v1/revisions')).body).toEqual({ items: [] });
    await makeGateways(world);
    await importDescription(world);
    const host = await applyLimitAndTokens(world);
    await refuseWhoMayNot(world, host);
    await refuseMistake(world, host);
    await publishFirst(world);
    await serve(world);
    await raceForOneDocument(world);
    await raceForTwoDocuments(world);
    await rollOut(world, host);
    await goBack(world, host);
  }, 300_000);
});

const MERGE = { 'content-type': 'application/merge-patch+json' };

async function makeGateways(world: StoryWorld): Promise<void> {
  const { call } = world;
  const items = gatewaysOf(world);
  const list = { apiVersion: 'v1', kind: 'List', items };
  expect(await call('editors', 'POST', '/v1/apply?message=gateways&base=none', list)).toMatchObject({
    status: 200,
    body: { revision: { number: 1, author: 'editors' } },
  });
}

/** An API description becomes documents. */
async function importDescription({ call }: StoryWorld): Promise<void> {
  const description = {
    openapi: '3.1.0',
    info: { title: 'Shop', version: '1' },
    servers: [{ url: `http://127.0.0.1:${backend.port}` }],
    paths: {
      '/items': { get: { operationId: 'listItems', responses: { 200: { description: 'ok' } } } },
      '/orders': { post: { operationId: 'order', responses: { 200: { description: 'ok' } } } },
    },
  };
  const query = 'gateway=edge&name=shop&hostnames=shop.test';
  const imported = await call('editors', 'POST', `/v1/import/openapi?${query}`, description);
  expect(imported).toMatchObject({ status: 200, body: { revision: { number: 2 } } });
}

/** What the host is to be, and what it was when somebody looked. */
interface Host {
  readonly before: Answer;
  readonly document: Readonly<Record<string, unknown>> & { readonly spec: Readonly<Record<string, unknown>> };
  readonly revision: number;
}

/** How many orders pass; so few that no request of the story is needed to wait. */
const ORDERS = 2;

/** Both gateways serve it; orders are limited, and everything needs a token. It is tried first, and then done. */
async function applyLimitAndTokens({ call }: StoryWorld): Promise<Host> {
  const before = await call('viewers', 'GET', '/v1/virtualhosts/shop');
  const jwt = {
    type: 'jwt',
    providers: [
      {
        name: 'staff',
        issuer: provider.issuer,
        audiences: [provider.audience],
        jwks: { inline: JSON.stringify(provider.jwks) },
      },
    ],
  };
  const limit = { type: 'local-rate-limit', requests: ORDERS, per: '1h' };
  const routes = before.body.spec.routes.map((route: { name: string }) =>
    route.name === 'order' ? { ...route, filters: [limit] } : route,
  );
  expect(routes).not.toEqual(before.body.spec.routes);
  const document = { ...before.body, spec: { ...before.body.spec, routes, gateways: GATEWAYS, filters: [jwt] } };
  const ifMatch = { 'if-match': before.etag };
  const tried = await call('editors', 'PUT', '/v1/virtualhosts/shop?dryRun=true', document, ifMatch);
  expect(tried).toMatchObject({
    status: 200,
    body: { status: 'planned', revision: { number: 2 }, gateways: ['default/edge', 'default/internal'] },
  });
  expect(tried.body.envoy.map(({ gateway }: { gateway: string }) => gateway)).toEqual(tried.body.gateways);
  expect((await call('viewers', 'GET', '/v1/virtualhosts/shop')).etag).toBe(before.etag);
  const put = await call('editors', 'PUT', '/v1/virtualhosts/shop', document, ifMatch);
  expect(put).toMatchObject({ status: 200, body: { status: 'committed', revision: { number: 3 } } });
  return { before, document, revision: 3 };
}

async function refuseWhoMayNot({ call }: StoryWorld, { before, document }: Host): Promise<void> {
  expect((await call('nobody', 'GET', '/v1/routes')).status).toBe(401);
  expect((await call('viewers', 'PUT', '/v1/virtualhosts/shop', document)).status).toBe(403);
  expect((await call('editors', 'POST', '/v1/publish', {})).status).toBe(403);
  const stale = { 'if-match': before.etag };
  expect((await call('editors', 'PUT', '/v1/virtualhosts/shop', document, stale)).status).toBe(412);
}

/** With its place, and it changes nothing. */
async function refuseMistake({ call }: StoryWorld, { document }: Host): Promise<void> {
  const broken = { ...document, spec: { ...document.spec, hostname: ['shop.test'] } };
  expect(await call('editors', 'PUT', '/v1/virtualhosts/shop', broken)).toMatchObject({
    status: 422,
    body: { diagnostics: [{ code: 'unknown-field', pointer: '/spec/hostname' }] },
  });
  const forward = { ...document, spec: { ...document.spec, routes: [{ forward: { upstream: 'nowhere' } }] } };
  expect(await call('editors', 'PUT', '/v1/virtualhosts/shop', forward)).toMatchObject({
    status: 422,
    body: { diagnostics: [{ code: 'unknown-reference', pointer: '/spec/routes/0/forward/upstream' }] },
  });
  expect((await call('viewers', 'GET', '/v1/revisions?limit=1')).body.items).toMatchObject([{ number: 3 }]);
}

/** Envoys start with what the API gives them, and get the rest from the relay. */
async function publishFirst({ call, startEnvoy }: StoryWorld): Promise<void> {
  const published = await call('operators', 'POST', '/v1/publish', {});
  expect(published.body.gateways).toMatchObject([
    { gateway: 'default/edge', status: 'published' },
    { gateway: 'default/internal', status: 'published' },
  ]);
  for (const name of GATEWAYS) await startEnvoy(name);
}

/** What the documents say is what each Envoy does: tokens are verified, and the limit is kept. */
async function serve({ shop }: StoryWorld): Promise<void> {
  const token = await provider.mintToken();
  const order = { method: 'POST', path: '/orders', token };
  for (const name of GATEWAYS) {
    await expect.poll(async () => (await shop(name, { token }).catch(() => undefined))?.status, SLOW).toBe(200);
    expect((await shop(name)).status).toBe(401);
    expect((await shop(name, { token: await provider.mintToken({ key: 'stranger' }) })).status).toBe(401);
    expect((await shop(name, { token: await provider.mintToken({ expiresIn: -600 }) })).status).toBe(401);
    expect((await shop(name, { path: '/elsewhere', token })).status).toBe(404);
    const orders = [];
    for (let count = 0; count <= ORDERS; count += 1) orders.push((await shop(name, order)).status);
    expect(orders).toEqual([...Array.from({ length: ORDERS }, () => 200), 429]);
    expect((await shop(name, { token })).status).toBe(200);
  }
}

/** Both have read the same version and add something to it; the second is told, reads again, and nothing is lost. */
async function raceForOneDocument({ call }: StoryWorld): Promise<void> {
  const path = '/v1/virtualhosts/shop';
  const addLabel = async (label: string, seen: Answer): Promise<number> => {
    const labels = { ...seen.body.metadata.labels, [label]: 'yes' };
    const document = { ...seen.body, metadata: { ...seen.body.metadata, labels } };
    return (await call('editors', 'PUT', path, document, { 'if-match': seen.etag })).status;
  };
  const seen = await call('viewers', 'GET', path);
  const racing = await Promise.all([addLabel('ann', seen), addLabel('bob', seen)]);
  expect(racing.filter((status) => status === 200)).toHaveLength(1);
  expect(racing.filter((status) => status === 409 || status === 412)).toHaveLength(1);
  const loser = racing[0] === 200 ? 'bob' : 'ann';
  expect(await addLabel(loser, await call('viewers', 'GET', path))).toBe(200);
  expect((await call('viewers', 'GET', path)).body.metadata.labels).toEqual({ ann: 'yes', bob: 'yes' });
}

/** Each changes what the other does not: both succeed at once. */
async function raceForTwoDocuments({ call }: StoryWorld): Promise<void> {
  const { body } = await call('viewers', 'GET', '/v1/upstreams');
  const upstream = `/v1/upstreams/${body.items[0].document.metadata.name}`;
  const racing = await Promise.all([
    call('editors', 'PATCH', upstream, { spec: { connectTimeout: '1s' } }, MERGE),
    call('operators', 'PATCH', '/v1/gateways/internal', { metadata: { labels: { team: 'ops' } } }, MERGE),
  ]);
  expect(racing.map(({ status }) => status)).toEqual([200, 200]);
  expect((await call('viewers', 'GET', '/v1/gateways/internal')).body.metadata.labels).toEqual({ team: 'ops' });
  expect((await call('viewers', 'GET', upstream)).body.spec.connectTimeout).toBe('1s');
}

/** A change goes out step by step, until every node of both gateways has it. */
async function rollOut({ call, shop }: StoryWorld, { document }: Host): Promise<void> {
  const closed = {
    ...document,
    spec: { ...document.spec, routes: [{ match: { path: { prefix: '/' } }, respond: { statusCode: 503 } }] },
  };
  expect((await call('editors', 'PUT', '/v1/virtualhosts/shop?message=closed', closed)).status).toBe(200);
  // So little is left of the shop that it could be a mistake.
  const refused = await call('operators', 'POST', '/v1/publish', {});
  expect(refused).toMatchObject({
    status: 409,
    body: { losses: GATEWAYS.map((name) => ({ gateway: `default/${name}` })) },
  });
  const published = await call('operators', 'POST', '/v1/publish', { losses: 'allow' });
  expect(published.body.gateways).toMatchObject(GATEWAYS.map(() => ({ status: 'published', revision: { number: 2 } })));
  const token = await provider.mintToken();
  for (const name of GATEWAYS) {
    await expect
      .poll(() => rolloutOf(name, { call }), SLOW)
      .toMatchObject({ phase: 'complete', candidate: { number: 2 } });
    await expect.poll(async () => (await shop(name, { token })).status, SLOW).toBe(503);
    const { events } = await rolloutOf(name, { call });
    expect(events.map(({ message }: { message: string }) => message).join('\n')).toContain('revision 2');
  }
  const nodes = await call('viewers', 'GET', '/v1/nodes');
  expect(nodes.body.items).toMatchObject(
    GATEWAYS.map((name) => ({ gateway: `default/${name}`, nodes: [{ id: `${name}-1` }] })),
  );
}

const rolloutOf = async (name: string, { call }: Pick<StoryWorld, 'call'>): Promise<Answer['body']> =>
  (await call('viewers', 'GET', `/v1/rollouts/${name}`)).body;

/** The documents go back, and the Envoys with them. */
async function goBack({ call, shop }: StoryWorld, { document, revision }: Host): Promise<void> {
  const back = await call('editors', 'POST', '/v1/rollback', { revision: String(revision) });
  expect(back).toMatchObject({ status: 200, body: { status: 'committed' } });
  expect((await call('viewers', 'GET', '/v1/virtualhosts/shop')).body).toEqual(document);
  await call('operators', 'POST', '/v1/publish', {});
  const token = await provider.mintToken();
  for (const name of GATEWAYS) {
    await expect.poll(async () => (await shop(name, { token })).status, SLOW).toBe(200);
    expect((await shop(name)).status).toBe(401);
  }
}
