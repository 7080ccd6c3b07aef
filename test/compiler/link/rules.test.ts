/** What goes with what in a route: rules that a schema cannot say. */
import { describe, expect, test } from 'vitest';
import { compile } from '../../../compiler/index.ts';

/** The codes and pointers within the rule of what is wrong with it. */
function problemsOf(rule: string, policy = 'maglev'): readonly string[] {
  const text = `apiVersion: enroute.dev/v1
kind: Gateway
metadata: { name: edge }
spec: { listeners: [{ name: http, port: 8080, protocol: HTTP }] }
---
apiVersion: enroute.dev/v1
kind: Upstream
metadata: { name: cart }
spec: { endpoints: [], loadBalancing: { policy: ${policy} } }
---
apiVersion: enroute.dev/v1
kind: VirtualHost
metadata: { name: shop }
spec:
  gateways: [edge]
  hostnames: ['*']
  routes: [${rule}]
`;
  return compile([{ path: 'a.yaml', text }]).diagnostics.map(
    ({ code, pointer }) => `${code} ${pointer.replace('/spec/routes/0', '')}`,
  );
}

const forward = (more: string, path = '{ prefix: /a }') =>
  `{ match: { path: ${path} }, forward: { upstream: cart, ${more} } }`;

test.each<[string, string, readonly string[]]>([
  ['a prefix for a prefix', forward('rewrite: { path: { prefix: /b } }'), []],
  ['a prefix for an exact path', forward('rewrite: { path: { prefix: /b } }', '{ exact: /a }'), []],
  [
    'a prefix for a regex',
    forward('rewrite: { path: { prefix: /b } }', '{ regex: /a }'),
    ['needs-field /forward/rewrite/path/prefix'],
  ],
  [
    'a prefix of a redirect for a template',
    "{ match: { path: { template: '/{a}' } }, redirect: { path: { prefix: /b } } }",
    ['needs-field /redirect/path/prefix'],
  ],
  [
    'a template for a prefix',
    forward("rewrite: { path: { template: '/b' } }"),
    ['needs-field /forward/rewrite/path/template'],
  ],
  ['a template for a template', forward("rewrite: { path: { template: '/{b}/x' } }", "{ template: '/{b=**}' }"), []],
  [
    'an unknown variable',
    forward("rewrite: { path: { template: '/{c}' } }", "{ template: '/{b}' }"),
    ['unknown-variable /forward/rewrite/path/template'],
  ],
  [
    'a pattern in the new path',
    forward("rewrite: { path: { template: '/{b=*}' } }", "{ template: '/{b}' }"),
    ['invalid-format /forward/rewrite/path/template'],
  ],
  [
    'a star in the new path',
    forward("rewrite: { path: { template: '/x/*' } }", "{ template: '/{b}' }"),
    ['invalid-format /forward/rewrite/path/template'],
  ],
  ['a group', forward("rewrite: { path: { regex: { pattern: '(a)(b)', substitution: '\\2\\1\\0\\\\' } } }"), []],
  [
    'a group that is not there',
    forward("rewrite: { path: { regex: { pattern: '(a)', substitution: '\\2' } } }"),
    ['unknown-group /forward/rewrite/path/regex/substitution'],
  ],
  [
    'a backslash alone',
    forward("rewrite: { path: { regex: { pattern: '(a)', substitution: 'x\\' } } }"),
    ['unknown-group /forward/rewrite/path/regex/substitution'],
  ],
  ['a rewrite of nothing', forward('rewrite: {}'), ['too-few /forward/rewrite']],
  ['waits that grow', forward('retry: { backOff: { base: 1s, maximum: 1s } }'), []],
  [
    'waits that shrink',
    forward('retry: { backOff: { base: 2s, maximum: 1s } }'),
    ['reversed-range /forward/retry/backOff'],
  ],
  [
    'a first wait above the default maximum',
    forward('retry: { backOff: { base: 2s } }'),
    ['reversed-range /forward/retry/backOff'],
  ],
  ['a cookie that Envoy sets', forward('hashOn: [{ cookie: { name: a, ttl: 0s, path: / } }]'), []],
  [
    'the path of a cookie that it does not set',
    forward('hashOn: [{ cookie: { name: a, path: / } }]'),
    ['needs-field /forward/hashOn/0/cookie/path'],
  ],
])('%s', (_, rule, problems) => expect(problemsOf(rule)).toEqual(problems));

describe('hashing', () => {
  test.each(['ringHash', 'maglev'])('goes with %s', (policy) =>
    expect(problemsOf(forward('hashOn: [{ sourceAddress: true }]'), policy)).toEqual([]),
  );
  test.each(['leastRequest', 'roundRobin', 'random'])('does not go with %s', (policy) =>
    expect(problemsOf(forward('hashOn: [{ sourceAddress: true }]'), policy)).toEqual(['needs-field /forward/hashOn']),
  );
});

describe('weights', () => {
  test.each([
    ['[{ upstream: cart, weight: 0 }]', ['no-weight /forward/upstreams']],
    ['[{ upstream: cart, weight: 0 }, { upstream: cart, weight: 1 }]', []],
    ['[{ upstream: cart }]', []],
  ])('%s', (upstreams, problems) => expect(problemsOf(`{ forward: { upstreams: ${upstreams} } }`)).toEqual(problems));
});

describe('what means the same is found', () => {
  const two = (one: string, other: string) =>
    problemsOf(`{ match: ${one}, respond: { statusCode: 200 } }, { match: ${other}, respond: { statusCode: 204 } }`);
  test.each([
    ['{}', '{ path: { prefix: / } }'],
    ['{ path: { prefix: /a } }', '{ path: { prefix: /a/ } }'],
    ['{ path: { prefix: /a, ignoreCase: false } }', '{ path: { prefix: /a } }'],
    ['{ methods: [GET, HEAD] }', '{ methods: [HEAD, GET] }'],
    [
      '{ headers: [{ name: x-a, exact: b }, { name: x-c, present: true }] }',
      '{ headers: [{ name: X-C, present: true }, { name: X-A, exact: b }] }',
    ],
    [
      '{ queryParameters: [{ name: a, exact: b }, { name: c, exact: d }] }',
      '{ queryParameters: [{ name: c, exact: d }, { name: a, exact: b }] }',
    ],
  ])('%s and %s', (one, other) =>
    expect(two(one, other).map((problem) => problem.split(' ')[0])).toEqual(['duplicate-route']),
  );
  test.each([
    ['{ path: { exact: /a } }', '{ path: { exact: /a/ } }'],
    ['{ path: { prefix: /a } }', '{ path: { prefix: /a, ignoreCase: true } }'],
    ['{ methods: [GET] }', '{ methods: [HEAD] }'],
    ['{ queryParameters: [{ name: a, exact: b }] }', '{ queryParameters: [{ name: A, exact: b }] }'],
  ])('%s is not %s', (one, other) => expect(two(one, other)).toEqual([]));
});
