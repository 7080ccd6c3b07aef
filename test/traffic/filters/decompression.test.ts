import { brotliCompressSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { startUpstream } from '../../servers/upstream.ts';
import { upstream, virtualHost } from '../documents.ts';
import { startGateway } from '../harness.ts';
import { shared } from '../shared.ts';

const a = shared(() => startUpstream());

const gateway = shared(() =>
  startGateway({
    documents: {
      ...upstream('a', a().port),
      ...virtualHost(
        'requests',
        `
        filters:
          - { type: decompression }
          - { type: decompression, name: brotli, algorithm: brotli }
          - { type: decompression, name: zstd, algorithm: zstd, noTransform: ignore }
        routes:
          - forward: { upstream: a }
          - match: { path: { prefix: /cautious } }
            forward: { upstream: a }
            filters: [{ type: decompression, maximumRatio: 2 }]
          - match: { path: { prefix: /off } }
            forward: { upstream: a }
            disableFilters: [decompression]
      `,
      ),
      ...virtualHost(
        'responses',
        `
        filters:
          - { type: decompression, directions: [requests, responses] }
          - { type: decompression, name: brotli, algorithm: brotli, directions: [responses] }
        routes:
          - forward: { upstream: a }
          - match: { path: { prefix: /off } }
            forward: { upstream: a }
            disableFilters: [decompression]
          - match: { path: { prefix: /script } }
            forward: { upstream: a }
            filters:
              - type: lua
                code: |
                  function envoy_on_response(handle)
                    local length = handle:body():length()
                    handle:headers():add('x-length', length)
                  end
      `,
      ),
    },
  }),
);

const TEXT = 'hello, hello, hello';
const gzip = gzipSync(TEXT);
const brotli = brotliCompressSync(TEXT);

/** A frame with one block that is not compressed (RFC 8878, section 3.1.1). */
const zstd = Buffer.concat([
  Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x20, TEXT.length]),
  Buffer.from([(TEXT.length << 3) | 1, 0, 0]),
  Buffer.from(TEXT),
]);

/** What the upstream gets. */
const sent = async (path: string, body: Uint8Array, headers: Readonly<Record<string, string>>) => {
  const echo = await gateway().echo({ host: 'requests.test', method: 'POST', path, headers, body });
  return [echo.body, echo.headers['content-encoding']];
};

test.each([
  ['gzip', gzip],
  ['br', brotli],
  ['zstd', zstd],
])('a request in %s reaches the upstream as it was meant', async (encoding, body) => {
  expect(await sent('/', body, { 'content-encoding': encoding })).toEqual([TEXT, undefined]);
});

test.each([
  ['is not compressed', '/', Buffer.from(TEXT), {}, undefined],
  ['goes where the filter is disabled', '/off', gzip, { 'content-encoding': 'gzip' }, 'gzip'],
  ['wants to stay as it is', '/', gzip, { 'content-encoding': 'gzip', 'cache-control': 'no-transform' }, 'gzip'],
])('a request passes as it is if it %s', async (_, path, body, headers: Readonly<Record<string, string>>, encoding) => {
  expect(await sent(path, body, headers)).toEqual([body.toString('utf8'), encoding]);
});

test('a request may be decompressed even if it wants to stay as it is', async () => {
  const headers = { 'content-encoding': 'zstd', 'cache-control': 'no-transform' };
  expect(await sent('/', zstd, headers)).toEqual([TEXT, undefined]);
});

test('a body that grows too much ends where it does', async () => {
  const bomb = gzipSync('x'.repeat(1_000_000));
  const [body] = await sent('/cautious', bomb, { 'content-encoding': 'gzip' });
  expect(body).toMatch(/^x+$/);
  expect(body?.length).toBeLessThan(10 * bomb.length);
});

const got = async (path: string, body: Uint8Array, encoding: string) => {
  a().script(path, [{ headers: { 'content-encoding': encoding }, body }]);
  const { body: text, headers } = await gateway().request({ host: 'responses.test', path });
  return [text, headers.get('content-encoding')];
};

test.each([
  ['gzip', '/gzip', gzip],
  ['br', '/brotli', brotli],
])('an answer in %s reaches the client as it was meant', async (encoding, path, body) => {
  expect(await got(path, body, encoding)).toEqual([TEXT, null]);
});

test('an answer passes as it is where the filter is disabled', async () => {
  expect((await got('/off', gzip, 'gzip'))[1]).toBe('gzip');
});

test('an answer of which a script has read the body reaches the client as it was meant', async () => {
  a().script('/script', [{ headers: { 'content-encoding': 'gzip' }, body: gzip }]);
  const { body, headers } = await gateway().request({ host: 'responses.test', path: '/script' });
  expect([body, headers.get('x-length')]).toEqual([TEXT, String(gzip.length)]);
});

test('a filter for both directions decompresses requests too', async () => {
  const headers = { 'content-encoding': 'gzip' };
  const echo = await gateway().echo({ host: 'responses.test', method: 'POST', headers, body: gzip });
  expect(echo.body).toBe(TEXT);
  const brotlied = await gateway().echo({
    host: 'responses.test',
    method: 'POST',
    headers: { 'content-encoding': 'br' },
    body: brotli,
  });
  expect(brotlied.headers['content-encoding']).toBe('br');
});

test('the upstream is told that it may compress', async () => {
  const { headers } = await gateway().echo({ host: 'responses.test' });
  expect(headers['accept-encoding']?.split(',').toSorted()).toEqual(['br', 'gzip']);
});
