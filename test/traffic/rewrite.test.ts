import { describe, expect, test } from 'vitest';
import { startUpstream } from '../servers/upstream.ts';
import { document, upstream, virtualHost } from './documents.ts';
import { startGateway } from './harness.ts';
import { shared } from './shared.ts';

const echo = shared(() => startUpstream());

/** A route, a rewrite of its path, and what becomes of paths. */
const PATHS: readonly (readonly [match: string, rewrite: string, ...cases: readonly (readonly [string, string])[]])[] =
  [
    ['{ prefix: /cart }', '{ prefix: /basket }', ['/cart', '/basket'], ['/cart/2?x=1', '/basket/2?x=1']],
    ['{ prefix: /to-root }', '{ prefix: / }', ['/to-root', '/'], ['/to-root/2', '/2'], ['/to-root/?x=1', '/?x=1']],
    ['{ prefix: /to.root+ }', '{ prefix: / }', ['/to.root+/2?x=/to.root+/3', '/2?x=/to.root+/3']],
    ['{ prefix: /slash/ }', '{ prefix: /other/ }', ['/slash/2', '/other/2'], ['/slash', '/other']],
    ['{ prefix: /Case, ignoreCase: true }', '{ prefix: / }', ['/cASE/Two', '/Two'], ['/case', '/']],
    ['{ prefix: /Case2, ignoreCase: true }', '{ prefix: /new }', ['/cASE2/Two', '/new/Two']],
    ['{ exact: /exact }', '{ prefix: /precise }', ['/exact?x=1', '/precise?x=1']],
    ['{ exact: /exact-to-root }', '{ prefix: / }', ['/exact-to-root?x=1', '/?x=1']],
    ['{ prefix: /full }', '{ full: /whole }', ['/full/2', '/whole'], ['/full?x=1', '/whole?x=1']],
    ['{ prefix: /literal }', "{ full: '/a\\1b' }", ['/literal', '/a\\1b']],
    [
      '{ prefix: /regex }',
      "{ regex: { pattern: '/regex/(\\w+)/(\\w+)', substitution: '/\\2/\\1' } }",
      ['/regex/a/b?x=1', '/b/a?x=1'],
      ['/regex/a/b/c', '/b/a/c'],
      ['/regex/a', '/regex/a'],
    ],
    [
      '{ template: "/users/{id}/orders/{rest=**}" }',
      '{ template: "/orders/{id}/{rest}" }',
      ['/users/7/orders/8/9?x=1', '/orders/7/8/9?x=1'],
    ],
  ];

const gateway = shared(() =>
  startGateway({
    documents: {
      ...upstream('echo', echo().port),
      ...document(
        'Upstream',
        'named',
        `
        endpoints: [{ address: 127.0.0.1, port: ${echo().port}, hostname: named.internal }]
      `,
      ),
      ...document('Upstream', 'resolved', `dns: { hostname: localhost, port: ${echo().port}, family: ipv4 }`),
      ...virtualHost(
        'paths',
        [
          'routes:',
          ...PATHS.map(
            ([match, rewrite]) =>
              `- { match: { path: ${match} }, forward: { upstream: echo, rewrite: { path: ${rewrite} } } }`,
          ),
        ].join('\n'),
      ),
      ...document(
        'VirtualHost',
        'root',
        'gateways: [edge]',
        'hostnames: [root.test]',
        'routes: [{ forward: { upstream: echo, rewrite: { path: { prefix: /shop } } } }]',
      ),
      ...virtualHost(
        'hosts',
        `
        routes:
          - match: { path: { prefix: /literal } }
            forward: { upstream: echo, rewrite: { host: { literal: new.internal } } }
          - match: { path: { prefix: /header } }
            forward: { upstream: echo, rewrite: { host: { header: x-host } } }
          - match: { path: { prefix: /endpoint } }
            forward: { upstream: named, rewrite: { host: { fromUpstream: true } } }
          - match: { path: { prefix: /path } }
            forward:
              upstream: echo
              rewrite:
                host: { pathRegex: { pattern: '^/path/([a-z]+).*', substitution: '\\1.internal' } }
                forwardedHost: true
          - match: { path: { prefix: /dns } }
            forward: { upstream: resolved, rewrite: { host: { fromUpstream: true } } }
          - match: { path: { prefix: /both } }
            forward: { upstream: echo, rewrite: { path: { prefix: /new }, host: { literal: new.internal } } }
          - forward: { upstream: echo }
      `,
      ),
    },
  }),
);

describe.each(PATHS.map(([match, rewrite, ...cases]) => ({ match, rewrite, cases })))(
  '$match → $rewrite',
  ({ cases }) => {
    test.each(cases)('makes %s into %s', async (path, expected) => {
      expect((await gateway().echo({ host: 'paths.test', path })).path).toBe(expected);
    });
  },
);

test.each([
  ['/', '/shop/'],
  ['/2?x=1', '/shop/2?x=1'],
])('every path gets a prefix: %s becomes %s', async (path, expected) => {
  expect((await gateway().echo({ host: 'root.test', path })).path).toBe(expected);
});

describe('the Host header', () => {
  test.each([
    ['stays as it is', '/', 'hosts.test'],
    ['becomes what the document says', '/literal', 'new.internal'],
    ['becomes what another header says', '/header', 'from-header.test'],
    ['becomes what is found in the path', '/path/shop/2?x=/path/y', 'shop.internal'],
    ['becomes the endpoint’s name', '/endpoint', 'named.internal'],
    ['becomes the name that was resolved', '/dns', 'localhost'],
  ])('%s', async (_, path, expected) => {
    const headers = { 'x-host': 'from-header.test' };
    expect((await gateway().echo({ host: 'hosts.test', path, headers })).host).toBe(expected);
  });

  test('stays as it is, if the other header is not there', async () => {
    expect((await gateway().echo({ host: 'hosts.test', path: '/header' })).host).toBe('hosts.test');
  });

  test('is told to the upstream, if it wants to know', async () => {
    const forwardedHostOf = async (path: string, headers = {}) =>
      (await gateway().echo({ host: 'hosts.test', path, headers })).headers['x-forwarded-host'];
    expect(await forwardedHostOf('/path/shop')).toBe('hosts.test');
    expect(await forwardedHostOf('/path/shop', { 'x-forwarded-host': 'first.test' })).toMatch(
      /^first.test, ?hosts.test$/,
    );
    expect(await forwardedHostOf('/literal')).toBeUndefined();
  });

  test('changes together with the path', async () => {
    const { path, host } = await gateway().echo({ host: 'hosts.test', path: '/both/2' });
    expect([path, host]).toEqual(['/new/2', 'new.internal']);
  });
});
