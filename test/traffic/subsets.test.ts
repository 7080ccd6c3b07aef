/** Routes that choose a part of an upstream's endpoints. */
import { describe, expect, test } from 'vitest';
import { request } from '../servers/http-client.ts';
import { startUpstream } from '../servers/upstream.ts';
import { document, virtualHost, type Documents } from './documents.ts';
import { startGateway } from './harness.ts';
import { shared } from './shared.ts';
import { answering, sharesOf } from './shares.ts';

const a = shared(() => startUpstream({ name: 'a' }));
const b = shared(() => startUpstream({ name: 'b' }));
const c = shared(() => startUpstream({ name: 'c' }));

/** `a` and `b` have version v1, `c` has v2; `a` has a stage. */
const cart = (name: string, subsets: string, labelsOfC = '{ version: v2 }'): Documents =>
  document(
    'Upstream',
    name,
    `
    endpoints:
      - { address: 127.0.0.1, port: ${a().port}, labels: { version: v1, stage: old } }
      - { address: 127.0.0.1, port: ${b().port}, labels: { version: v1 } }
      - { address: 127.0.0.1, port: ${c().port}, labels: ${labelsOfC} }
    loadBalancing: { policy: roundRobin, subsets: { ${subsets} } }
    `,
  );

const CHOICES = 'selectors: [{ keys: [version] }, { keys: [version, stage], fallbackKeys: [version] }]';

const DEFAULTS = 'selectors: [{ keys: [version], fallback: default }, { keys: [version, stage] }]';

const gateway = shared(() =>
  startGateway({
    listeners: { http: 'protocol: HTTP', tcp: 'protocol: TCP' },
    documents: {
      ...cart('cart', CHOICES),
      ...cart('strict', `${CHOICES}, fallback: none`),
      ...cart('default', `${DEFAULTS}, fallback: default, defaultSubset: { version: v2 }`),
      ...cart('any', 'selectors: [{ keys: [version], fallback: any }]'),
      ...virtualHost(
        'parts',
        `
        routes:
          - match: { path: { prefix: /v1 } }
            forward: { upstream: cart, subset: { version: v1 } }
          - match: { path: { prefix: /v2 } }
            forward: { upstream: cart, subset: { version: v2 } }
          - match: { path: { prefix: /old } }
            forward: { upstream: cart, subset: { version: v1, stage: old } }
          - match: { path: { prefix: /all } }
            forward: { upstream: cart }
          - match: { path: { prefix: /strict } }
            forward: { upstream: strict }
          - match: { path: { prefix: /default } }
            forward: { upstream: default }
          - match: { path: { prefix: /canary } }
            forward:
              upstreams:
                - { upstream: cart, subset: { version: v1, stage: old }, weight: 3 }
                - { upstream: cart, subset: { version: v2 }, weight: 1 }
        `,
      ),
      // What is found in a header chooses as well.
      ...virtualHost(
        'asked',
        `
        filters:
          - type: header-to-metadata
            request:
              - { header: x-version, onPresent: { namespace: envoy.lb, key: version } }
              - { header: x-stage, onPresent: { namespace: envoy.lb, key: stage } }
        routes:
          - match: { path: { prefix: /cart } }
            forward: { upstream: cart }
          - match: { path: { prefix: /any } }
            forward: { upstream: any }
          - match: { path: { prefix: /default } }
            forward: { upstream: default }
          - match: { path: { prefix: /strict } }
            forward: { upstream: strict }
        `,
      ),
      ...document(
        'TcpRoute',
        'tcp',
        'gateways: [edge]\nlistener: tcp\nupstreams: [{ upstream: cart, subset: { version: v2 } }]',
      ),
    },
  }),
);

const to = (path: string) => ({ host: 'parts.test', path });
const all = (path: string) => answering(gateway(), 20, () => to(path));

describe('a route', () => {
  test.each([
    ['/v1', ['a', 'b']],
    ['/v2', ['c']],
    ['/old', ['a']],
    ['/all', ['a', 'b', 'c']],
    ['/strict', ['503']],
    ['/default', ['c']],
  ])('to %s reaches the part that it chooses', async (path, names) => {
    expect(await all(path)).toEqual(names);
  });

  test('spreads requests over parts by weight', async () => {
    const shares = await sharesOf(gateway(), 100, () => to('/canary'));
    expect([...shares.keys()].toSorted()).toEqual(['a', 'c']);
    expect(shares.get('a')).toBeGreaterThan(75 - 20);
    expect(shares.get('a')).toBeLessThan(75 + 20);
  });
});

test('a connection reaches the part that its route chooses', async () => {
  const names = new Set<string | null>();
  for (let index = 0; index < 8; index += 1)
    names.add((await request({ port: gateway().portOf('tcp') })).headers.get('x-upstream'));
  expect([...names]).toEqual(['c']);
});

describe('a part without endpoints falls back as its selector says:', () => {
  const send = (upstream: string, headers: Readonly<Record<string, string>>) =>
    answering(gateway(), 20, () => ({ host: 'asked.test', path: `/${upstream}`, headers }));

  test.each([
    ['cart', { 'x-version': 'v1' }, ['a', 'b']],
    ['cart', { 'x-version': 'v9' }, ['503']],
    ['any', { 'x-version': 'v9' }, ['a', 'b', 'c']],
    ['default', { 'x-version': 'v9' }, ['c']],
    ['cart', { 'x-version': 'v1', 'x-stage': 'new' }, ['a', 'b']],
    ['default', { 'x-version': 'v1', 'x-stage': 'old' }, ['a']],
    ['strict', { 'x-version': 'v1' }, ['a', 'b']],
  ])('%s, asked for %o', async (upstream, headers, names) => {
    expect(await send(upstream, headers)).toEqual(names);
  });
});
