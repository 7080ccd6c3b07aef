/** What is hashed of a request, beyond the plain. */
import { describe, expect, test } from 'vitest';
import { startUpstream } from '../servers/upstream.ts';
import { upstream, virtualHost } from './documents.ts';
import { startGateway } from './harness.ts';
import { shared } from './shared.ts';
import { answering } from './shares.ts';

const a = shared(() => startUpstream({ name: 'a' }));
const b = shared(() => startUpstream({ name: 'b' }));
const c = shared(() => startUpstream({ name: 'c' }));

const gateway = shared(() =>
  startGateway({
    documents: {
      ...upstream('ring', [a().port, b().port, c().port], 'loadBalancing: { policy: ringHash }'),
      ...virtualHost(
        'hashes',
        `
        routes:
          - match: { path: { prefix: /whole } }
            forward: { upstream: ring, hashOn: [{ header: x-trace }] }
          - match: { path: { prefix: /part } }
            forward:
              upstream: ring
              hashOn: [{ header: x-trace, headerRewrite: { pattern: '^([a-z]+)-.*$', substitution: '\\1' } }]
          - match: { path: { prefix: /cookie } }
            forward:
              upstream: ring
              hashOn:
                - cookie: { name: s, ttl: 1h, attributes: [{ name: SameSite, value: Lax }, { name: Secure }] }
          - match: { path: { prefix: /state } }
            filters:
              - type: envoy
                name: customer
                phase: script
                typedConfig:
                  '@type': type.googleapis.com/envoy.extensions.filters.http.set_filter_state.v3.Config
                  on_request_headers:
                    - object_key: shop.customer
                      factory_key: envoy.hashable_string
                      format_string: { text_format_source: { inline_string: '%REQ(x-customer)%' } }
            forward: { upstream: ring, hashOn: [{ filterState: shop.customer }] }
        `,
      ),
    },
  }),
);

const NAMES = Array.from({ length: 40 }, (_, index) => String(index));

const all = (path: string, headers: (index: number) => Readonly<Record<string, string>>) =>
  answering(gateway(), NAMES.length, (index) => ({ host: 'hashes.test', path, headers: headers(index) }));

describe('a hash', () => {
  test('is of that part of a header that the document says', async () => {
    expect(await all('/whole', (index) => ({ 'x-trace': `user-${index}` }))).toEqual(['a', 'b', 'c']);
    expect(await all('/part', (index) => ({ 'x-trace': `user-${index}` }))).toHaveLength(1);
  });

  test('is of what a filter has left', async () => {
    expect(await all('/state', (index) => ({ 'x-customer': String(index) }))).toEqual(['a', 'b', 'c']);
    expect(await all('/state', () => ({ 'x-customer': 'same' }))).toHaveLength(1);
  });

  test('is of a cookie that has the attributes of the document', async () => {
    const { headers } = await gateway().request({ host: 'hashes.test', path: '/cookie' });
    expect(headers.get('set-cookie')).toMatch(/^s="[0-9a-f]+"; Max-Age=3600; SameSite=Lax; Secure; HttpOnly$/);
  });
});
