/** What each role does in a bucket, done by what is deployed, each with credentials of its own. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { DEFAULT_ROLLOUT } from '../../compiler/5-pack/rollout-policy.ts';
import { createLog } from '../../relay/log.ts';
import type { RelayOptions } from '../../relay/options.ts';
import { startRelay, type Relay } from '../../relay/relay.ts';
import { readHead, readRevision } from '../../store/head.ts';
import { readRollout } from '../../store/rollout/read.ts';
import { createS3Store } from '../../store/s3.ts';
import { generateKeyPair } from '../../store/signing/keys.ts';
import type { Store } from '../../store/store.ts';
import { writeSettings } from '../../store/workspace/settings.ts';
import { openWorkspace } from '../../store/workspace/workspace.ts';
import { deployHandler, s3Variables } from '../functions/entry/deployed.ts';
import { publishBundle } from '../relay/bucket.ts';
import { eventually } from '../relay/eventually.ts';
import { editionOf, startNode } from '../relay/rollout/nodes.ts';
import { temporaryFolder } from '../servers/folder.ts';
import type { RunningLambda } from '../servers/lambda.ts';
import type { S3User } from '../servers/s3-users.ts';
import type { S3Server } from '../servers/versitygw.ts';

export type Role = 'api' | 'publish' | 'rollout' | 'relay';

export interface Place {
  readonly s3: S3Server;
  readonly bucket: string;
  readonly users: Readonly<Record<Role, S3User>>;
}

/** The store of a role. */
export const storeOf = ({ s3, bucket, users }: Place, role: Role): Store =>
  createS3Store({ ...s3.storeOptions(bucket), credentials: users[role] });

/** From nothing until an Envoy has what was published, and whatever the API can be asked meanwhile. */
export async function workOfAllRoles(place: Place): Promise<void> {
  const { privatePem, publicPem } = await generateKeyPair();
  const api = await startFunction(place, 'api', 'handler', { ENROUTE_SIGN_KEY: privatePem, ...CALLER });
  const publish = await startFunction(place, 'publish', 'onBucketEvent', { ENROUTE_SIGN_KEY: privatePem });
  const rollout = await startFunction(place, 'rollout', 'onSchedule', { ENROUTE_VERIFY_KEYS: publicPem });
  const ask = clientOf(api.url);

  await ask('POST', '/v1/apply', documents('/first'));
  await ask('POST', '/v1/publish', '{}');
  await ask('PUT', '/v1/upstreams/pushed/endpoints', '{"endpoints":[{"address":"10.0.0.1","port":1}]}');
  const verifyKey = join(await temporaryFolder(), 'production.pub');
  await writeFile(verifyKey, publicPem);
  const relay = await startRelayOf(place, { rolloutSteps: 'leave', verifyKeyFiles: [verifyKey] });
  startNode(relay.adsAddress, 'envoy-1');
  await untilGood(place, rollout, 1);

  await ask('PUT', '/v1/routes/a', routeTo('/second'));
  // Set where the API does not see it, which would publish what waits by itself.
  const workspace = openWorkspace(createS3Store(place.s3.storeOptions(place.bucket)), 'default');
  await writeSettings(workspace, { publish: 'automatic' });
  expect(await publish.invoke(COMMITTED)).toMatchObject({
    published: [{ status: 'done', published: ['default/edge'] }],
  });
  expect(await publish.invoke(COMMITTED)).toMatchObject({ published: [{ status: 'done', published: [] }] });
  await ask('PUT', '/v1/settings', '{"publish":"automatic"}');
  await untilGood(place, rollout, 2);

  // A process that has read nothing yet.
  const other = await startFunction(place, 'api', 'handler', { ENROUTE_SIGN_KEY: privatePem, ...CALLER });
  await askForEverything(clientOf(other.url));
  await relay.close();
}

/** A rollout from its beginning to its end, by a relay alone. */
export async function rolloutByRelay(place: Place): Promise<void> {
  const store = createS3Store(place.s3.storeOptions(place.bucket));
  await publishBundle(store, editionOf('shop', { ...DEFAULT_ROLLOUT, bakeSeconds: 0 }));
  const relay = await startRelayOf(place, { rolloutSteps: 'take' });
  startNode(relay.adsAddress, 'envoy-1');
  await eventually(async () => expect((await readRollout(store, 'default/edge'))?.state.phase).toBe('complete'));
  await relay.close();
}

/** What S3 tells of a commit. */
const COMMITTED = { Records: [{ eventSource: 'aws:s3', s3: { object: { key: 'workspaces/default/head.json' } } }] };

async function startFunction(
  { s3, bucket, users }: Place,
  role: Role,
  handler: Parameters<typeof deployHandler>[0],
  variables: Readonly<Record<string, string>>,
): Promise<RunningLambda> {
  const lambda = await deployHandler(handler, {
    ...s3Variables({ ...s3, credentials: users[role] }, bucket, ''),
    ...variables,
  });
  onTestFinished(lambda.stop);
  return lambda;
}

const startRelayOf = (place: Place, options: Partial<RelayOptions>): Promise<Relay> =>
  startRelay({
    store: storeOf(place, 'relay'),
    identifier: 'relay-1',
    listen: '127.0.0.1:0',
    adminListen: '127.0.0.1:0',
    pollIntervalMs: 50,
    fleetReport: 1_000,
    closeGraceMs: 0,
    log: createLog({ level: 'silent' }),
    ...options,
  });

/** Takes steps until a revision is good. */
async function untilGood({ s3, bucket }: Place, rollout: RunningLambda, number: number): Promise<void> {
  const store = createS3Store(s3.storeOptions(bucket));
  await eventually(async () => {
    expect(await rollout.invoke({})).toMatchObject({ status: 'done' });
    const head = await readHead(store, 'default/edge');
    expect(head && (await readRevision(store, head.pointer.revision))?.number).toBe(number);
    const state = (await readRollout(store, 'default/edge'))?.state;
    expect([state?.candidate.revision, state?.phase]).toEqual([head?.pointer.revision, 'complete']);
  });
}

const KEY = 'a-key-that-is-long-enough';
const CALLER = {
  ENROUTE_KEY: KEY,
  ENROUTE_ACCESS_POLICY: JSON.stringify({
    apiKeys: [{ name: 'ci', environment: 'ENROUTE_KEY' }],
    bindings: [{ role: 'admin', apiKeys: ['ci'] }],
  }),
};

type Ask = (method: string, path: string, body?: string) => Promise<void>;

const clientOf =
  (url: string): Ask =>
  async (method, path, body) => {
    const json = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
    const type = body?.startsWith('{') ? json : 'application/yaml';
    const headers = { 'x-api-key': KEY, ...(body !== undefined && { 'content-type': type }) };
    const answer = await fetch(`${url}${path}`, { method, headers, ...(body !== undefined && { body }) });
    expect(answer.ok, `${method} ${path}: ${answer.status} ${await answer.text()}`).toBe(true);
  };

async function askForEverything(ask: Ask): Promise<void> {
  for (const path of [
    ...['gateways', 'virtualhosts', 'routes', 'upstreams', 'revisions', 'rollouts', 'nodes', 'settings', 'export'],
    ...['diff?from=1&to=2&envoy=true', 'rollouts/edge', 'gateways/edge/publications', 'gateways/edge/bootstrap'],
    ...['upstreams/large', 'upstreams/pushed/endpoints'],
  ])
    await ask('GET', `/v1/${path}`);
  await ask('POST', '/graphql', '{"query":"{ route(name: \\"a\\") { spec { routes { forward { upstream } } } } }"}');
  await ask('POST', '/v1/publish?dryRun=true', '{"revision":"1"}');
  await ask('PATCH', '/v1/routes/a', JSON.stringify({ metadata: { labels: { team: 'a' } } }));
  await ask('POST', '/v1/rollback', '{"revision":"1"}'); // And with it a publication, since those are automatic by now.
  await ask('POST', '/v1/rollouts/edge/pause');
  await ask('POST', '/v1/rollouts/edge/resume');
  await ask('DELETE', '/v1/upstreams/pushed/endpoints');
  await ask('DELETE', '/v1/upstreams/large');
  // Whoever takes the name of an Upstream that is gone does not get its endpoints: they are deleted.
  const passing = { apiVersion: 'enroute.dev/v1', kind: 'Upstream', metadata: { name: 'passing' } };
  const document = JSON.stringify({ ...passing, spec: { discovery: { pushed: {} } } });
  await ask('PUT', '/v1/upstreams/passing', document);
  await ask('PUT', '/v1/upstreams/passing/endpoints', '{"endpoints":[{"address":"10.0.0.1","port":1}]}');
  await ask('DELETE', '/v1/upstreams/passing');
  await ask('PUT', '/v1/upstreams/passing', document);
}

const routeTo = (path: string): string => `
apiVersion: enroute.dev/v1
kind: Route
metadata: { name: a }
spec:
  virtualHosts: [shop]
  routes: [{ match: { path: { prefix: ${path} } }, forward: { upstream: pushed } }]
`;

/** One of them is too large to lie in a tree. */
const documents = (path: string): string => `
apiVersion: enroute.dev/v1
kind: Gateway
metadata: { name: edge }
spec:
  listeners: [{ name: http, port: 8080, protocol: HTTP }]
  rollout: { bakeTime: 0s }
---
apiVersion: enroute.dev/v1
kind: VirtualHost
metadata: { name: shop }
spec: { gateways: [edge], hostnames: [shop.example.com] }
---
apiVersion: enroute.dev/v1
kind: Upstream
metadata: { name: pushed }
spec: { discovery: { pushed: {} } }
---
apiVersion: enroute.dev/v1
kind: Upstream
metadata: { name: large }
spec: { endpoints: [${Array.from({ length: 200 }, (_, at) => `{ address: 10.0.0.1, port: ${at + 1} }`).join(', ')}] }
---${routeTo(path)}`;
