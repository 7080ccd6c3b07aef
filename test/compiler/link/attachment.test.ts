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
    ['a regex, which may match anything', '{ regex: /pay/.* }', OUTSIDE],
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
