import { once } from 'node:events';
import { get } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { startUpstream } from '../../servers/upstream.ts';
import { document, upstream, virtualHost } from '../documents.ts';
import { startGateway } from '../harness.ts';
import { shared } from '../shared.ts';

const echo = shared(() => startUpstream());

const gateway = shared(() =>
  startGateway({
    gateway: `
      accessLog: []
      filters: [{ type: compression }]
    `,
    documents: {
      ...upstream('echo', echo().port),
      ...document('Filter', 'small', 'type: compression', 'minimumLength: 1KiB'),
      ...virtualHost('plain', 'routes: [{ forward: { upstream: echo } }]'),
      ...virtualHost(
        'brotli',
        `
        filters: [{ type: compression, algorithm: brotli }]
        routes:
          - forward: { upstream: echo }
          - match: { path: { prefix: /zstd } }
            filters: [{ type: compression, algorithm: zstd }]
            forward: { upstream: echo }
          - match: { path: { prefix: /disabled } }
            disableFilters: [compression]
            forward: { upstream: echo }
      `,
      ),
      ...virtualHost(
        'several',
        `
        filters:
          - { type: compression, name: br, algorithm: brotli }
          - { type: compression, name: zstd, algorithm: zstd }
        routes: [{ forward: { upstream: echo } }]
      `,
      ),
      ...virtualHost(
        'picky',
        `
        filters: [{ type: compression, contentTypes: [application/x-own] }]
        routes: [{ forward: { upstream: echo } }]
      `,
      ),
      ...virtualHost(
        'long',
        `
        filters: [{ type: reference, filter: small }]
        routes: [{ forward: { upstream: echo } }]
      `,
      ),
    },
  }),
);

const LONG = 'again and '.repeat(500);

/** How an answer of a type and length arrives. */
async function encodingOf(
  host: string,
  accepted: string,
  options: Partial<Record<'path' | 'type' | 'body', string>> = {},
) {
  const { path = '/', type = 'text/plain', body = LONG } = options;
  echo().script('*', [{ headers: { 'content-type': type, 'content-length': String(body.length) }, body }]);
  const headers = accepted === '' ? {} : { 'accept-encoding': accepted };
  return (await gateway().request({ host, path, headers })).headers.get('content-encoding');
}

describe('an answer', () => {
  test.each([
    ['plain.test', 'gzip', 'gzip'],
    ['plain.test', 'gzip, br', 'gzip'],
    ['plain.test', 'br', null],
    ['plain.test', 'gzip;q=0', null],
    ['plain.test', '', null],
    ['brotli.test', 'br', 'br'],
    ['brotli.test', 'gzip', null],
    ['several.test', 'br', 'br'],
    ['several.test', 'zstd', 'zstd'],
    ['several.test', 'gzip', 'gzip'],
    ['several.test', 'zstd;q=0.5, br', 'br'],
    ['several.test', 'br;q=0.5, zstd', 'zstd'],
    ['several.test', 'gzip, br;q=0.5, zstd;q=0.5', 'gzip'],
    ['several.test', 'identity', null],
  ])('from %s to a client that accepts "%s" comes as %s', async (host, accepted, encoding) => {
    expect(await encodingOf(host, accepted)).toBe(encoding);
  });

  test('of a type that is not worth it stays as it is', async () => {
    expect(await encodingOf('plain.test', 'gzip', { type: 'image/png' })).toBeNull();
    expect(await encodingOf('plain.test', 'gzip', { type: 'application/json; charset=utf-8' })).toBe('gzip');
  });

  test('is compressed if the document names its type', async () => {
    expect(await encodingOf('picky.test', 'gzip', { type: 'application/x-own' })).toBe('gzip');
    expect(await encodingOf('picky.test', 'gzip', { type: 'text/plain' })).toBeNull();
  });

  test('that is short stays as it is', async () => {
    expect(await encodingOf('plain.test', 'gzip', { body: 'x'.repeat(29) })).toBeNull();
    expect(await encodingOf('plain.test', 'gzip', { body: 'x'.repeat(30) })).toBe('gzip');
    expect(await encodingOf('long.test', 'gzip', { body: 'x'.repeat(1023) })).toBeNull();
    expect(await encodingOf('long.test', 'gzip', { body: 'x'.repeat(1024) })).toBe('gzip');
  });

  test.each([
    ['gzip', 'plain.test', gunzipSync],
    ['br', 'brotli.test', brotliDecompressSync],
  ])('can be read (%s)', async (encoding, host, decompress) => {
    expect(await encodingOf(host, encoding)).toBe(encoding);
    const headers = { host, 'accept-encoding': encoding };
    const [response] = await once(get({ port: gateway().portOf('http'), headers }), 'response');
    const compressed = await buffer(response);
    expect(compressed.length).toBeLessThan(LONG.length / 10);
    expect(decompress(compressed).toString()).toBe(LONG);
  });
});

describe('what is nearer counts', () => {
  test('a route may have another algorithm, or none', async () => {
    expect(await encodingOf('brotli.test', 'br, zstd', { path: '/zstd' })).toBe('zstd');
    expect(await encodingOf('brotli.test', 'gzip, br, zstd', { path: '/disabled' })).toBeNull();
  });
});
