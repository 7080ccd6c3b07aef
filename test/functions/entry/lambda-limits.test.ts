/** What Lambda lets through, and how the API gets by with it. */
import { beforeAll, afterAll, expect, test } from 'vitest';
import { gzipped } from '../../../functions/entry/gzip.ts';
import { INSTALLATION_MS } from '../../servers/installed.ts';
import type { RunningLambda } from '../../servers/lambda.ts';
import { startOidcProvider, type OidcProvider } from '../../servers/oidc.ts';
import { startS3Server, type S3Server } from '../../servers/versitygw.ts';
import { upstream } from '../../store/workspace/documents.ts';
import { deployToLambda, s3Variables } from './deployed.ts';

let provider: OidcProvider;
let s3: S3Server;
let lambda: RunningLambda;
beforeAll(async () => {
  [provider, s3] = await Promise.all([startOidcProvider(), startS3Server()]);
  lambda = await deployToLambda(provider, s3Variables(s3, await s3.createBucket()));
}, INSTALLATION_MS);
afterAll(async () => {
  await lambda.stop();
  await Promise.all([provider.stop(), s3.remove()]);
});

/** Some 20 kB. */
const long = (name: string) => ({
  ...upstream(name),
  spec: {
    endpoints: Array.from({ length: 500 }, (_, index) => ({
      address: `10.0.${index >> 8}.${index & 255}`,
      port: 8080,
    })),
  },
});

const set = (from: number, to: number) => ({
  apiVersion: 'v1',
  kind: 'List',
  items: Array.from({ length: to - from }, (_, index) => long(`u-${from + index}`)),
});

test(
  'answers that are longer than it passes on are compressed, for whoever understands that',
  { timeout: 60_000 },
  async () => {
    const authorization = `Bearer ${await provider.mintToken({ claims: { groups: 'operators' } })}`;
    const send = (path: string, body?: object, headers: Record<string, string> = {}) =>
      fetch(`${lambda.url}${path}`, {
        method: body ? 'POST' : 'GET',
        headers: { authorization, 'content-type': 'application/json', ...headers },
        ...(body && { body: JSON.stringify(body) }),
      });
    expect((await send('/v1/apply', set(0, 300))).status).toBe(413);
    for (const from of [0, 100, 200, 300]) expect((await send('/v1/apply', set(from, from + 100))).status).toBe(200);

    const whole = await send('/v1/export?format=json');
    expect([whole.status, whole.headers.get('content-encoding')]).toEqual([200, 'gzip']);
    const text = await whole.text();
    expect(text.length).toBeGreaterThan(6_291_556);
    expect(JSON.parse(text)).toMatchObject({ items: { length: 400 } });
    expect((await send('/v1/export?format=json', undefined, { 'accept-encoding': 'identity' })).status).toBe(502);
    expect((await send('/healthz')).headers.get('content-encoding')).toBeNull();
  },
);

test.each([
  ['gzip', 'gzip'],
  ['br, GZIP;q=0.5', 'gzip'],
  ['*', 'gzip'],
  ['gzip;q=0', null],
  ['identity', null],
  ['', null],
])('Accept-Encoding: %s', async (accepted, encoding) => {
  const request = new Request('http://api', { headers: { 'accept-encoding': accepted } });
  const answer = await gzipped(request, new Response('a'.repeat(20_000), { status: 201, headers: { etag: '"a"' } }));
  expect([answer.status, answer.headers.get('etag'), answer.headers.get('content-encoding')]).toEqual([
    201,
    '"a"',
    encoding,
  ]);
  expect((await gzipped(request, new Response('short'))).headers.get('content-encoding')).toBeNull();
  expect((await gzipped(request, new Response(null, { status: 304 }))).status).toBe(304);
});
