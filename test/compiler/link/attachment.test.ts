/** Which Route documents a virtual host lets attach, and below which path. */
import { describe, expect, test } from 'vitest';
import { compile } from '../../../compiler/index.ts';

interface Options {
  readonly allowed?: string;
  readonly namespace?: string;
  readonly labels?: string;
  readonly path?: string;
}

/** The codes of a host and a Route of one rule, by the code's name; none if the Route may attach. */
function codesOf({
  allowed,
  namespace = 'default',
  labels = '{}',
  path = '{ prefix: /pay }',
}: Options): readonly string[] {
  const text = `apiVersion: enroute.dev/v1
kind: Gateway
metadata: { name: edge }
spec: { listeners: [{ name: http, port: 8080, protocol: HTTP }] }
---
apiVersion: enroute.dev/v1
kind: VirtualHost
metadata: { name: shop }
spec:
  gateways: [edge]
  hostnames: ['*']
  ${allowed === undefined ? '' : `allowedRoutes: ${allowed}`}
---
apiVersion: enroute.dev/v1
kind: Route
metadata: { name: pay, namespace: ${namespace}, labels: ${labels} }
spec:
  virtualHosts: [default/shop]
  routes: [{ match: { path: ${path} }, respond: { statusCode: 200 } }]
`;
  return compile([{ path: 'a.yaml', text }]).diagnostics.map(({ code }) => code);
}

const REFUSED = ['route-not-allowed'];
const OUTSIDE = ['route-outside-prefix'];

describe('by namespace and labels', () => {
  test.each<[string, Options, readonly string[]]>([
    ['the same namespace, by default', {}, []],
    ['another namespace, by default', { namespace: 'other' }, REFUSED],
    ['an empty list', { allowed: '[]' }, REFUSED],
    ['an entry without conditions means the own namespace', { allowed: '[{}]', namespace: 'other' }, REFUSED],
    ['a namespace that is listed', { allowed: '[{ namespaces: [a, other] }]', namespace: 'other' }, []],
    ['the own namespace, when others are listed', { allowed: '[{ namespaces: [other] }]' }, REFUSED],
    ['any namespace', { allowed: "[{ namespaces: ['*'] }]", namespace: 'other' }, []],
    ['all labels', { allowed: '[{ labels: { a: x, b: y } }]', labels: '{ b: y, c: z, a: x }' }, []],
    ['one label of two', { allowed: '[{ labels: { a: x, b: y } }]', labels: '{ a: x }' }, REFUSED],
    ['another value', { allowed: '[{ labels: { a: x } }]', labels: '{ a: y }' }, REFUSED],
    ['a label that objects have', { allowed: '[{ labels: { constructor: x } }]' }, REFUSED],
    ['the second of two entries', { allowed: '[{ labels: { a: x } }, {}]' }, []],
  ])('%s', (_, options, codes) => expect(codesOf(options)).toEqual(codes));
});

describe('by path', () => {
  const below = (path: string, prefix = '/pay') => codesOf({ allowed: `[{ prefix: ${prefix} }]`, path });
  test.each([
    ['the prefix itself', '{ prefix: /pay }', []],
    ['the prefix with a slash', '{ prefix: /pay/ }', []],
    ['a longer one', '{ prefix: /pay/cards }', []],
    ['one that only begins alike', '{ prefix: /payments }', OUTSIDE],
    ['a shorter one', '{ prefix: / }', OUTSIDE],
    ['an exact path', '{ exact: /pay/status }', []],
    ['an exact path outside', '{ exact: /status }', OUTSIDE],
    ['a template', "{ template: '/pay/{method}' }", []],
    ['a template outside', "{ template: '/{any}' }", OUTSIDE],
    ['a regex that begins with it', '{ regex: "/pay/v[0-9]+/.*" }', []],
    ['a regex that begins with it and an anchor', '{ regex: ^/pay/.* }', []],
    ['a regex that only begins alike', '{ regex: /pay.* }', OUTSIDE],
    ['a regex that may leave it', '{ regex: /pay/.*|/cart }', OUTSIDE],
    ['a regex in any case', '{ regex: (?i)/pay/.* }', OUTSIDE],
    ['a regex that may match anything', '{ regex: .*/pay/.* }', OUTSIDE],
    ['any case, which is more than the prefix', '{ prefix: /pay, ignoreCase: true }', OUTSIDE],
  ])('%s', (_, path, codes) => expect(below(path)).toEqual(codes));

  test('everything lies below the root', () => {
    for (const path of ['{ regex: .* }', '{ prefix: /, ignoreCase: true }', "{ template: '/{a}' }"])
      expect(below(path, '/')).toEqual([]);
  });
  test('a slash at the end of what is allowed changes nothing', () => {
    expect(below('{ prefix: /pay }', '/pay/')).toEqual([]);
    expect(below('{ exact: /pay }', '/pay/')).toEqual([]);
    expect(below('{ prefix: /payments }', '/pay/')).toEqual(OUTSIDE);
  });
});

describe('what belongs to others', () => {
  interface Teams {
    /** The entries of the host. */
    readonly allowed?: string;
    /** A route of the host's own document: its match. */
    readonly own?: string;
    /** Where the Route that tries it lives. */
    readonly namespace?: string;
    readonly match: string;
  }

  /** A host that lets payments have `/pay`, and everybody all the rest. */
  function codesOfTeam({ allowed = SHARED, own, namespace = 'default', match }: Teams): readonly string[] {
    const text = `apiVersion: enroute.dev/v1
kind: Gateway
metadata: { name: edge }
spec: { listeners: [{ name: http, port: 8080, protocol: HTTP }] }
---
apiVersion: enroute.dev/v1
kind: VirtualHost
metadata: { name: shop }
spec:
  gateways: [edge]
  hostnames: ['*']
  allowedRoutes: ${allowed}
  routes: [${own === undefined ? '' : `{ match: ${own}, respond: { statusCode: 200 } }`}]
---
apiVersion: enroute.dev/v1
kind: Route
metadata: { name: pay, namespace: ${namespace} }
spec:
  virtualHosts: [default/shop]
  routes: [{ match: ${match}, respond: { statusCode: 200 } }]
`;
    return compile([{ path: 'a.yaml', text }]).diagnostics.map(({ code }) => code);
  }

  const SHARED = "[{ namespaces: ['*'] }, { namespaces: [payments], prefix: /pay }]";

  test.each<[string, string, readonly string[]]>([
    ['the same path', '{ path: { prefix: /pay } }', ['foreign-prefix']],
    ['the same path, for some requests', '{ path: { prefix: /pay }, methods: [GET] }', ['foreign-prefix']],
    ['a longer prefix', '{ path: { prefix: /pay/cards } }', ['foreign-prefix']],
    ['an exact path', '{ path: { exact: /pay/status } }', ['foreign-prefix']],
    ['an exact path in any case', '{ path: { exact: /PAY/status, ignoreCase: true } }', ['foreign-prefix']],
    ['a prefix in any case', '{ path: { prefix: /Pay, ignoreCase: true } }', ['foreign-prefix']],
    ['a template', "{ path: { template: '/{team}/status' } }", ['foreign-prefix']],
    ['a template that begins elsewhere', "{ path: { template: '/search/{rest=**}' } }", []],
    ['a template of one segment', "{ path: { template: '/{page}' } }", ['foreign-prefix']],
    ['a regex for everything', '{ path: { regex: .* } }', ['foreign-prefix']],
    ['a regex for the prefix', '{ path: { regex: "/pa[y]/.*" } }', ['foreign-prefix']],
    ['a regex that begins elsewhere', '{ path: { regex: "/payments/.*" } }', []],
    ['a shorter prefix, which comes after all', '{ path: { prefix: / } }', []],
    ['a shorter prefix in any case', '{ path: { prefix: /, ignoreCase: true } }', []],
    ['a prefix that only begins alike', '{ path: { prefix: /payments } }', []],
    ['another case, which is another path', '{ path: { prefix: /PAY } }', []],
    ['two slashes', '{ path: { exact: //pay } }', []],
  ])('by %s', (_, match, codes) => {
    expect(codesOfTeam({ match })).toEqual(codes);
    expect(codesOfTeam({ match, namespace: 'search' })).toEqual(codes);
    expect(codesOfTeam({ match, namespace: 'payments' })).toEqual([]);
  });

  test('is what the longest prefix says', () => {
    const allowed =
      '[{ namespaces: [a], prefix: /x }, { namespaces: [b], prefix: /x/y }, { namespaces: [a, b], prefix: /z }]';
    const below = (namespace: string, path: string) =>
      codesOfTeam({ allowed, namespace, match: `{ path: { prefix: ${path} } }` });
    expect(below('a', '/x')).toEqual([]);
    expect(below('a', '/x/y')).toEqual(['foreign-prefix']);
    expect(below('a', '/x/yy')).toEqual([]);
    expect(below('b', '/x/y/z')).toEqual([]);
    expect(below('b', '/x')).toEqual(['route-outside-prefix']);
    expect(below('a', '/z/1')).toEqual([]);
    expect(below('b', '/z/1')).toEqual([]);
  });

  describe('and what is the host’s own', () => {
    const allowed = '[{ namespaces: [payments], prefix: /pay }, {}]';
    test.each<[string, string, string, readonly string[]]>([
      [
        'below its prefix',
        '{ path: { prefix: /pay/admin } }',
        '{ path: { exact: /pay/admin/x } }',
        ['shadowing-route'],
      ],
      [
        'for some requests',
        '{ path: { prefix: /pay/admin } }',
        '{ path: { prefix: /pay/admin }, methods: [GET] }',
        ['shadowing-route'],
      ],
      [
        'by a template',
        '{ path: { prefix: /pay/admin } }',
        "{ path: { template: '/pay/{a}/x' } }",
        ['shadowing-route'],
      ],
      ['beside it', '{ path: { prefix: /pay/admin } }', '{ path: { exact: /pay/x } }', []],
      ['around it', '{ path: { prefix: /pay/admin } }', '{ path: { prefix: /pay } }', []],
      [
        'an exact path for some requests',
        '{ path: { exact: /pay/x } }',
        '{ path: { exact: /pay/x }, headers: [{ name: a, present: true }] }',
        ['shadowing-route'],
      ],
      ['an exact path, which comes first', '{ path: { exact: /pay/x } }', '{ path: { prefix: /pay/x } }', []],
      [
        'out of a template',
        "{ path: { template: '/pay/{a}/x' } }",
        '{ path: { exact: /pay/1/x } }',
        ['shadowing-route'],
      ],
      ['beside a template', "{ path: { template: '/pay/{a}/x' } }", '{ path: { exact: /pay/1/y } }', []],
      ['out of a regex', "{ path: { regex: '/pay/a+/x' } }", '{ path: { exact: /pay/aa/x } }', ['shadowing-route']],
      ['the prefix itself, which is handed over', '{ path: { prefix: /pay } }', '{ path: { exact: /pay/x } }', []],
      ['what lies around the prefix', '{ path: { prefix: / } }', '{ path: { prefix: /pay } }', []],
    ])('%s', (_, own, match, codes) => {
      expect(codesOfTeam({ allowed, own, match, namespace: 'payments' })).toEqual(codes);
    });

    test('is free for Routes of its namespace, which count as its own', () => {
      const own = '{ path: { prefix: /cart } }';
      const match = '{ path: { exact: /cart/x } }';
      expect(codesOfTeam({ allowed, own, match })).toEqual([]);
      expect(codesOfTeam({ allowed: "[{ namespaces: ['*'] }]", own, match, namespace: 'other' })).toEqual([
        'shadowing-route',
      ]);
    });
  });
});
