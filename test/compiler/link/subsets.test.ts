/** Which parts of an upstream can be declared and chosen. */
import { describe, expect, test } from 'vitest';
import { compile } from '../../../compiler/index.ts';

const ENDPOINTS = `endpoints:
    - { address: 10.0.0.1, port: 80, labels: { version: v1, constructor: x } }
    - { address: 10.0.0.2, port: 80, labels: { version: v2, stage: canary } }`;

interface Options {
  readonly subsets?: string;
  readonly forward?: string;
  readonly endpoints?: string;
}

/** Codes and pointers of an Upstream with these parts, and of a route. */
function problemsOf({ subsets, forward = '{ upstream: cart }', endpoints = ENDPOINTS }: Options): readonly string[] {
  const text = `apiVersion: enroute.dev/v1
kind: Gateway
metadata: { name: edge }
spec: { listeners: [{ name: http, port: 8080, protocol: HTTP }] }
---
apiVersion: enroute.dev/v1
kind: Upstream
metadata: { name: cart }
spec:
  ${endpoints}
  ${subsets === undefined ? '' : `loadBalancing: { subsets: ${subsets} }`}
---
apiVersion: enroute.dev/v1
kind: VirtualHost
metadata: { name: shop }
spec: { gateways: [edge], hostnames: ['*'], routes: [{ forward: ${forward} }] }
`;
  return compile([{ path: 'a.yaml', text }]).diagnostics.map(({ code, pointer }) => `${code} ${pointer}`);
}

const SUBSETS = '/spec/loadBalancing/subsets';

describe('an upstream', () => {
  test.each([
    ['{ selectors: [{ keys: [version] }, { keys: [version, stage], fallbackKeys: [version] }] }', undefined],
    ['{ selectors: [{ keys: [vers] }] }', `unknown-label ${SUBSETS}/selectors/0/keys/0`],
    ['{ selectors: [{ keys: [toString] }] }', `unknown-label ${SUBSETS}/selectors/0/keys/0`],
    ['{ selectors: [{ keys: [constructor] }] }', undefined],
    [
      '{ selectors: [{ keys: [version, stage] }, { keys: [stage, version] }] }',
      `duplicate-item ${SUBSETS}/selectors/1/keys`,
    ],
    ['{ selectors: [{ keys: [version] }], fallback: default }', `needs-field ${SUBSETS}/fallback`],
    ['{ selectors: [{ keys: [version], fallback: default }] }', `needs-field ${SUBSETS}/selectors/0/fallback`],
    ['{ selectors: [{ keys: [version] }], defaultSubset: { version: v1 } }', `needs-field ${SUBSETS}/defaultSubset`],
    [
      '{ selectors: [{ keys: [version] }], fallback: default, defaultSubset: { version: v3 } }',
      `empty-subset ${SUBSETS}/defaultSubset`,
    ],
    ['{ selectors: [{ keys: [version], fallback: default }], defaultSubset: { version: v1 } }', undefined],
    [
      '{ selectors: [{ keys: [version, stage], fallbackKeys: [version] }] }',
      `unknown-subset ${SUBSETS}/selectors/0/fallbackKeys`,
    ],
    [
      '{ selectors: [{ keys: [version], fallbackKeys: [version] }] }',
      `needs-field ${SUBSETS}/selectors/0/fallbackKeys`,
    ],
    [
      '{ selectors: [{ keys: [version], fallbackKeys: [stage] }] }',
      `unknown-label ${SUBSETS}/selectors/0/fallbackKeys`,
    ],
    ['{ selectors: [{ keys: [version] }], scaleLocalityWeights: true }', `needs-field ${SUBSETS}/scaleLocalityWeights`],
  ])('%s', (subsets, problem) => expect(problemsOf({ subsets })).toEqual(problem === undefined ? [] : [problem]));

  test('that is found by DNS has no parts', () => {
    const endpoints = 'dns: { hostname: cart.test, port: 80 }';
    expect(problemsOf({ subsets: '{ selectors: [{ keys: [version] }] }', endpoints })).toEqual([
      `needs-field ${SUBSETS}`,
    ]);
  });
});

describe('a route', () => {
  const subsets = '{ selectors: [{ keys: [version] }, { keys: [version, stage] }] }';
  const at = '/spec/routes/0/forward';
  test.each([
    ['{ upstream: cart, subset: { version: v2 } }', undefined],
    ['{ upstream: cart, subset: { stage: canary, version: v2 } }', undefined],
    ['{ upstream: cart, subset: { stage: canary } }', `unknown-subset ${at}/subset`],
    ['{ upstream: cart, subset: {} }', `unknown-subset ${at}/subset`],
    ['{ upstream: cart, subset: { version: v3 } }', `empty-subset ${at}/subset`],
    ['{ upstream: cart, subset: { version: v1, stage: canary } }', `empty-subset ${at}/subset`],
    [
      '{ upstreams: [{ upstream: cart }, { upstream: cart, subset: { version: v3 } }] }',
      `empty-subset ${at}/upstreams/1/subset`,
    ],
    ['{ upstreams: [{ upstream: cart }], subset: { version: v1 } }', `needless-field ${at}/subset`],
  ])('%s', (forward, problem) =>
    expect(problemsOf({ subsets, forward })).toEqual(problem === undefined ? [] : [problem]),
  );

  test('cannot choose where nothing is declared', () => {
    expect(problemsOf({ forward: '{ upstream: cart, subset: { version: v1 } }' })).toEqual([
      `needs-field ${at}/subset`,
    ]);
  });

  test('may choose while the upstream has no endpoints at all', () => {
    expect(
      problemsOf({ subsets, forward: '{ upstream: cart, subset: { version: v3 } }', endpoints: 'endpoints: []' }),
    ).toEqual([]);
  });
});
