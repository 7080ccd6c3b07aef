/** One story of the API on each runtime: nothing but the address differs. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createR2Store } from '../../../store/r2.ts';
import { createS3Store } from '../../../store/s3.ts';
import { loadBundle } from '../../../store/load.ts';
import { readHead } from '../../../store/head.ts';
import type { Store } from '../../../store/store.ts';
import { INSTALLATION_MS } from '../../servers/installed.ts';
import { startOidcProvider, type OidcProvider } from '../../servers/oidc.ts';
import { startS3Server, type S3Server } from '../../servers/versitygw.ts';
import { SHOP, upstream } from '../../store/workspace/documents.ts';
import { CI_KEY, deployProgram, deployToLambda, deployToWorkers, s3Variables } from './deployed.ts';

interface Deployment {
  readonly url: string;
  /** The same bucket, seen from here. */
  readonly store: Store;
  readonly stop: () => Promise<void>;
}

let provider: OidcProvider;
let s3: S3Server;

beforeAll(async () => {
  [provider, s3] = await Promise.all([startOidcProvider(), startS3Server()]);
}, INSTALLATION_MS);
afterAll(async () => {
  await Promise.all([provider.stop(), s3.remove()]);
});

const openS3 = (bucket: string): Store => createS3Store({ ...s3.storeOptions(bucket), prefix: 'enroute' });

async function onNode(): Promise<Deployment> {
  const bucket = await s3.createBucket();
  const { url, stop, exited } = await deployProgram(provider, s3Variables(s3, bucket));
  return {
    url,
    store: openS3(bucket),
    async stop() {
      await stop();
      expect(await exited).toBe(0); // It has ended by itself, as it was told.
    },
  };
}

async function onLambda(): Promise<Deployment> {
  const bucket = await s3.createBucket();
  const { url, stop } = await deployToLambda(provider, s3Variables(s3, bucket));
  return { url, stop, store: openS3(bucket) };
}

async function onWorkersWithR2(): Promise<Deployment> {
  const worker = await deployToWorkers(provider);
  return { ...worker, store: createR2Store(await worker.bucket('BUCKET'), { name: 'BUCKET' }) };
}

async function onWorkersWithS3(): Promise<Deployment> {
  const bucket = await s3.createBucket();
  const { url, stop } = await deployToWorkers(provider, s3Variables(s3, bucket));
  return { url, stop, store: openS3(bucket) };
}

describe.each([
  ['Node', onNode],
  ['Lambda', onLambda],
  ['Workers with R2', onWorkersWithR2],
  ['Workers with S3', onWorkersWithS3],
])('on %s', (_, deploy) => {
  let api: Deployment;
  beforeAll(async () => {
    api = await deploy();
  }, INSTALLATION_MS);
  afterAll(() => api.stop());

  const send = (method: string, path: string, headers: Readonly<Record<string, string>>, body?: unknown) =>
    fetch(`${api.url}${path}`, {
      method,
      // A Worker that answers before it has read all of a body hangs up, and another request may be under way by then.
      headers: { connection: 'close', ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const as = async (group: string) => ({
    authorization: `Bearer ${await provider.mintToken({ subject: `a-${group}`, claims: { groups: [group] } })}`,
  });

  test('callers are told apart, and nobody gets in who should not', async () => {
    expect((await send('GET', '/healthz', {})).status).toBe(200);
    expect((await send('GET', '/readyz', {})).status).toBe(200);
    const anonymous = await send('GET', '/v1/routes', {});
    expect(anonymous.status).toBe(401);
    expect(anonymous.headers.get('content-type')).toContain('application/problem+json');
    expect((await send('GET', '/v1/routes', { authorization: 'Bearer nonsense' })).status).toBe(401);
    const stranger = await provider.mintToken({ key: 'stranger', claims: { groups: ['operators'] } });
    expect((await send('GET', '/v1/routes', { authorization: `Bearer ${stranger}` })).status).toBe(401);
    expect((await send('GET', '/v1/routes', await as('nobody'))).status).toBe(403);
    expect((await send('GET', '/v1/routes', await as('viewers'))).status).toBe(200);
    expect((await send('PUT', '/v1/upstreams/demo', await as('viewers'), upstream('demo'))).status).toBe(403);
  });

  test('an editor commits, a key publishes, and the bundle is whole', async () => {
    const list = { apiVersion: 'v1', kind: 'List', items: SHOP };
    const applied = await send('POST', '/v1/apply?message=first', await as('editors'), list);
    expect(await applied.json()).toMatchObject({ status: 'committed', revision: { number: 1, author: 'a-editors' } });
    expect((await send('POST', '/v1/publish', await as('editors'), {})).status).toBe(403);
    const published = await send('POST', '/v1/publish', { 'x-api-key': CI_KEY }, {});
    expect(published.status, await published.clone().text()).toBe(200);

    const head = await readHead(api.store, 'default/edge');
    expect(await loadBundle(api.store, head?.pointer.bundle ?? '')).toMatchObject({ status: 'loaded' });
  });

  test('GraphQL answers from the same documents', async () => {
    const query = '{ route(name: "a") { spec { routes { forward { upstreamDocument { spec { protocol } } } } } } }';
    const answer = await send('POST', '/graphql', await as('viewers'), { query });
    expect(await answer.json()).toEqual({
      data: { route: { spec: { routes: [{ forward: { upstreamDocument: { spec: { protocol: 'http1' } } } }] } } },
    });
  });

  test('a stale etag is refused, and a mistake is told with its place', async () => {
    const read = await send('GET', '/v1/upstreams/demo', await as('viewers'));
    const headers = { ...(await as('editors')), 'if-match': read.headers.get('etag') ?? '' };
    expect((await send('PUT', '/v1/upstreams/demo', headers, upstream('demo', 9090))).status).toBe(200);
    expect((await send('PUT', '/v1/upstreams/demo', headers, upstream('demo', 9091))).status).toBe(412);
    const broken = { ...upstream('demo'), spec: { endpoint: [] } };
    const refused = await send('PUT', '/v1/upstreams/demo', await as('editors'), broken);
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({
      diagnostics: [{ code: 'unknown-field', help: 'did you mean "endpoints"?' }],
    });
  });
});

describe('on Lambda', () => {
  test(
    'an answer that tells what happens ends with the first news',
    async () => {
      const bucket = await s3.createBucket();
      const lambda = await deployToLambda(provider, s3Variables(s3, bucket));
      try {
        const token = await provider.mintToken({ claims: { groups: ['editors'] } });
        const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
        const commit = async (name: string): Promise<string> => {
          const body = JSON.stringify(upstream(name));
          const answer = await fetch(`${lambda.url}/v1/upstreams/${name}`, { method: 'PUT', headers, body });
          const { revision }: { readonly revision: { readonly digest: string } } = await answer.json();
          return revision.digest;
        };
        const [first, second] = [await commit('one'), await commit('two')];
        const events = await fetch(`${lambda.url}/v1/events`, { headers: { ...headers, 'last-event-id': first } });
        expect(await events.text()).toMatch(new RegExp(`\nevent: commit\ndata: \\{.*"digest":"${second}"`));
      } finally {
        await lambda.stop();
      }
    },
    INSTALLATION_MS,
  );

  test(
    'a caller whose signature AWS has verified is known by it, and by nothing that it says itself',
    async () => {
      const bucket = await s3.createBucket();
      const lambda = await deployToLambda(provider, s3Variables(s3, bucket));
      try {
        const caller = { accountId: '123456789012', userArn: 'arn:aws:iam::123456789012:user/ada', userId: 'AIDA' };
        const read = async () => (await fetch(`${lambda.url}/v1/routes`)).status;
        lambda.setCaller(caller);
        expect(await read()).toBe(200);
        lambda.setCaller({ ...caller, accountId: '210987654321' });
        expect(await read()).toBe(401);
        lambda.setCaller({ ...caller, userArn: 'arn:aws:iam::123456789012:role/other' });
        expect(await read()).toBe(403);
      } finally {
        await lambda.stop();
      }
    },
    INSTALLATION_MS,
  );
});
