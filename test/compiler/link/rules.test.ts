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
  [
    'more time for a try than for all',
    forward('timeout: 1s, retry: { perTryTimeout: 1s }'),
    ['needs-field /forward/retry/perTryTimeout'],
  ],
  [
    'more time for a try than for all by default',
    forward('retry: { perTryTimeout: 15s }'),
    ['needs-field /forward/retry/perTryTimeout'],
  ],
  ['much time for a try, and no limit', forward('timeout: 0s, retry: { perTryTimeout: 1m }'), []],
  [
    'codes that are not named',
    forward('retry: { on: [5xx, retriable-status-codes] }'),
    ['needs-field /forward/retry/on/1'],
  ],
  ['a hedge', forward('retry: { hedge: true, perTryTimeout: 1s }'), []],
  ['a hedge at no time', forward('retry: { hedge: true }'), ['needs-field /forward/retry/hedge']],
  ['choices among labels', forward('retry: { hostSelectionAttempts: 2, avoidLabels: { a: b } }'), []],
  ['labels of nothing', forward('retry: { avoidLabels: {} }'), ['too-few /forward/retry/avoidLabels']],
  [
    'choices of nothing',
    forward('retry: { hostSelectionAttempts: 2, avoid: [priorities] }'),
    ['needs-field /forward/retry/hostSelectionAttempts'],
  ],
  [
    'an empty range',
    forward('retry: { responseHeaders: [{ name: a, range: { start: 2, end: 2 } }] }'),
    ['reversed-range /forward/retry/responseHeaders/0/range'],
  ],
  [
    'empty text that is no number',
    forward('retry: { requestHeaders: [{ name: a, range: { start: 2, end: 3 }, missingAsEmpty: true }] }'),
    ['needs-field /forward/retry/requestHeaders/0/missingAsEmpty'],
  ],
  [
    'the former host of none other',
    forward('rewrite: { path: { full: /b }, forwardedHost: true }'),
    ['needs-field /forward/rewrite/forwardedHost'],
  ],
  ['a host of a group', forward("rewrite: { host: { pathRegex: { pattern: '/(a)', substitution: '\\1.test' } } }"), []],
  [
    'a host of no group',
    forward("rewrite: { host: { pathRegex: { pattern: '/a', substitution: '\\1.test' } } }"),
    ['unknown-group /forward/rewrite/host/pathRegex/substitution'],
  ],
  ['a tunnel', '{ match: { connect: true }, forward: { upstream: cart, connect: pass-on } }', []],
  ['what becomes of a tunnel that nobody asks for', forward('connect: terminate'), ['needs-field /forward/connect']],
  ['a tunnel as an upgrade', forward('upgrades: [websocket, connect-udp]'), ['invalid-format /forward/upgrades/1']],
  [
    'a tunnel with a path',
    '{ match: { connect: true, path: { prefix: /a } }, forward: { upstream: cart } }',
    ['needless-field /match/path'],
  ],
  [
    'a tunnel that is redirected',
    '{ match: { connect: true }, redirect: { scheme: https } }',
    ['needless-field /redirect'],
  ],
  [
    'a tunnel that is answered',
    '{ match: { connect: true }, respond: { statusCode: 403 } }',
    ['needless-field /respond'],
  ],
  [
    'a tunnel to another path',
    '{ match: { connect: true }, forward: { upstream: cart, rewrite: { path: { full: /a } } } }',
    ['needless-field /forward/rewrite/path'],
  ],
  [
    'a client certificate that nobody asks for',
    '{ match: { clientCertificate: true }, forward: { upstream: cart } }',
    ['needs-field /match/clientCertificate'],
  ],
  [
    'a redirect to a route of this document',
    '{ name: a, forward: { upstream: cart, internalRedirect: { routes: [a] } } }',
    [],
  ],
  [
    'a redirect to no route',
    '{ name: a, forward: { upstream: cart, internalRedirect: { routes: [b] } } }',
    ['unknown-route /forward/internalRedirect/routes/0'],
  ],
  ['a cookie that Envoy sets', forward('hashOn: [{ cookie: { name: a, ttl: 0s, path: / } }]'), []],
  [
    'the path of a cookie that it does not set',
    forward('hashOn: [{ cookie: { name: a, path: / } }]'),
    ['needs-field /forward/hashOn/0/cookie/path'],
  ],
  [
    'attributes of a cookie that it does not set',
    forward('hashOn: [{ cookie: { name: a, attributes: [{ name: Secure }] } }]'),
    ['needs-field /forward/hashOn/0/cookie/attributes'],
  ],
  [
    'a group of a header that is not there',
    forward("hashOn: [{ header: x-a, headerRewrite: { pattern: a, substitution: '\\1' } }]"),
    ['unknown-group /forward/hashOn/0/headerRewrite/substitution'],
  ],
  [
    'a change of a header where another thing is hashed',
    forward('hashOn: [{ sourceAddress: true, headerRewrite: { pattern: a, substitution: b } }]'),
    ['needless-field /forward/hashOn/0/headerRewrite'],
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
    [
      `[${Array.from({ length: 4295 }, () => '{ upstream: cart, weight: 1000000 }')}]`,
      ['out-of-range /forward/upstreams'],
    ],
  ])('%s', (upstreams, problems) => expect(problemsOf(`{ forward: { upstreams: ${upstreams} } }`)).toEqual(problems));
});

describe('a hash that chooses among upstreams', () => {
  const both = 'upstreams: [{ upstream: cart }, { upstream: cart }]';
  test.each([
    [`{ ${both}, splitBy: hash, hashOn: [{ header: x-user }] }`, []],
    [`{ ${both}, splitBy: hash, hashOn: [{ cookie: { name: a } }] }`, []],
    [`{ ${both}, splitBy: hash, hashOn: [{ cookie: { name: a, ttl: 0s } }] }`, ['needs-field /forward/hashOn']],
    [`{ ${both}, splitBy: hash }`, ['needs-field /forward/splitBy']],
    ['{ upstream: cart, splitBy: hash, hashOn: [{ header: x-user }] }', ['needs-field /forward/splitBy']],
  ])('%s', (rule, problems) => expect(problemsOf(`{ forward: ${rule} }`, 'random')).toEqual(problems));
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
    [
      '{ cookies: [{ name: a, exact: b }, { name: c, exact: d }], percentage: 5 }',
      '{ percentage: 5, cookies: [{ name: c, exact: d }, { name: a, exact: b }] }',
    ],
    ['{ grpc: true }', '{ path: { prefix: / }, grpc: true }'],
  ])('%s and %s', (one, other) =>
    expect(two(one, other).map((problem) => problem.split(' ')[0])).toEqual(['duplicate-route']),
  );
  test.each([
    ['{ path: { exact: /a } }', '{ path: { exact: /a/ } }'],
    ['{ path: { prefix: /a } }', '{ path: { prefix: /a, ignoreCase: true } }'],
    ['{ methods: [GET] }', '{ methods: [HEAD] }'],
    ['{ percentage: 5 }', '{ percentage: 6 }'],
    ['{ cookies: [{ name: a, exact: b }] }', '{ cookies: [{ name: A, exact: b }] }'],
    ['{ grpc: true }', '{}'],
    ['{ queryParameters: [{ name: a, exact: b }] }', '{ queryParameters: [{ name: A, exact: b }] }'],
  ])('%s is not %s', (one, other) => expect(two(one, other)).toEqual([]));
});
