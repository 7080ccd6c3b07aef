/** One mistake, one diagnostic: what follows from a mistake is not reported as well. */
import { describe, expect, test } from 'vitest';
import { compile, createCompileMemo } from '../../compiler/index.ts';

const GATEWAY = `apiVersion: enroute.dev/v1
kind: Gateway
metadata: { name: edge }
spec:
  listeners: [{ name: http, port: 8080, protocol: HTTP }, { name: https, port: 8443, protocol: HTTPS }]
  filters: [{ type: reference, filter: office }]
`;
const HOST = `apiVersion: enroute.dev/v1
kind: VirtualHost
metadata: { name: shop }
spec:
  gateways: [edge]
  hostnames: [shop.example.com]
  tls: { certificates: [shop-tls] }
  disableFilters: [ip-access]
  routes:
    - forward: { upstreams: [{ upstream: cart }, { upstream: other/search, weight: 0 }] }
`;
const ROUTE = `apiVersion: enroute.dev/v1
kind: Route
metadata: { name: pay }
spec:
  virtualHosts: [shop]
  routes: [{ match: { path: { prefix: /pay } }, forward: { upstream: cart } }]
`;
const CART = `apiVersion: enroute.dev/v1
kind: Upstream
metadata: { name: cart }
spec: { endpoints: [{ address: 10.0.0.1, port: 80 }] }
`;
const SEARCH = `apiVersion: enroute.dev/v1
kind: Upstream
metadata: { name: search, namespace: other }
spec: { endpoints: [{ address: 10.0.0.2, port: 80 }] }
`;
const SECRET = `apiVersion: enroute.dev/v1
kind: Secret
metadata: { name: shop-tls }
spec: { type: tls-certificate, file: { certificateChain: /shop.crt, privateKey: /shop.key } }
`;
const FILTER = `apiVersion: enroute.dev/v1
kind: Filter
metadata: { name: office }
spec: { type: ip-access, allow: [10.0.0.0/8] }
`;
const TCP = `apiVersion: enroute.dev/v1
kind: TcpRoute
metadata: { name: db }
spec: { gateways: [tcp], listener: db, upstreams: [{ upstream: cart }] }
---
apiVersion: enroute.dev/v1
kind: Gateway
metadata: { name: tcp }
spec: { listeners: [{ name: db, port: 5432, protocol: TCP }] }
`;

const DOCUMENTS = { GATEWAY, HOST, ROUTE, CART, SEARCH, SECRET, FILTER, TCP };

const filesOf = (documents: Readonly<Record<string, string>>) =>
  Object.entries(documents).map(([name, text]) => ({ path: `${name.toLowerCase()}.yaml`, text }));

const problemsOf = (changed: Partial<typeof DOCUMENTS>): readonly string[] =>
  compile(filesOf({ ...DOCUMENTS, ...changed })).diagnostics.map(({ code, file, line }) => `${file}:${line} ${code}`);

test('without a mistake there is nothing to say', () => expect(problemsOf({})).toEqual([]));

describe('a document with a mistake is still there for those that name it', () => {
  test.each([
    ['GATEWAY', GATEWAY.replace('port: 8080', 'port: 0'), 'gateway.yaml:5 out-of-range'],
    ['HOST', HOST.replace('hostnames', 'hostname'), 'host.yaml:6 unknown-field'],
    ['CART', CART.replace('10.0.0.1', '10.0.1'), 'cart.yaml:4 invalid-format'],
    ['SEARCH', SEARCH.replace('endpoints', 'endpoint'), 'search.yaml:4 unknown-field'],
    ['SECRET', SECRET.replace('tls-certificate', 'tls'), 'secret.yaml:4 invalid-value'],
    ['FILTER', FILTER.replace('10.0.0.0/8', '10.0.0.0/88'), 'filter.yaml:4 invalid-format'],
    ['the kind of CART', CART.replace('Upstream', 'Upstrem'), 'cart.yaml:2 unknown-kind'],
    ['the kind of CART', CART.replace('kind: Upstream\n', ''), 'cart.yaml:1 missing-field'],
    ['the version of CART', CART.replace('v1', 'v2'), 'cart.yaml:1 unknown-api-version'],
    ['the version of CART', CART.replace('apiVersion: enroute.dev/v1\n', ''), 'cart.yaml:1 not-a-gateway-document'],
    ['the name of CART', CART.replace('name: cart', ''), 'cart.yaml:3 missing-field'],
    ['the namespace of SEARCH', SEARCH.replace('namespace: other', 'namespace: [other]'), 'search.yaml:3 wrong-type'],
  ])('%s', (where, text, expected) => {
    expect(problemsOf({ [where.split(' ').at(-1) ?? '']: text })).toEqual([expected]);
  });
});

test('a text that cannot be read may declare anything', () => {
  expect(problemsOf({ CART: 'kind: [', HOST: HOST.replace('cart', 'chekout') })).toEqual(['cart.yaml:1 invalid-yaml']);
  expect(problemsOf({ CART: 'kind: UpstreamList\nitems: 1\n' })).toEqual(['cart.yaml:2 wrong-type']);
});

test('a document of another system declares nothing that we could name', () => {
  const deployment = 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: cart }\n';
  expect(problemsOf({ CART: deployment })).toEqual([
    'cart.yaml:1 not-a-gateway-document',
    'host.yaml:10 unknown-reference',
    'route.yaml:6 unknown-reference',
    'tcp.yaml:4 unknown-reference',
  ]);
});

test('a broken document hides no other missing one', () => {
  const broken = CART.replace('10.0.0.1', '10.0.1');
  expect(problemsOf({ CART: broken, HOST: HOST.replace('other/search', 'other/serch') })).toEqual([
    'cart.yaml:4 invalid-format',
    'host.yaml:10 unknown-reference',
  ]);
});

test('a filter document that is missing makes no unknown filter of its name', () => {
  expect(problemsOf({ FILTER: '' })).toEqual(['gateway.yaml:6 unknown-reference']);
});

test('a memo does not take what was held back for sound', () => {
  const memo = createCompileMemo();
  const compiled = (cart: string) =>
    compile(filesOf({ ...DOCUMENTS, CART: cart }), memo).diagnostics.map(({ code }) => code);
  expect(compiled(CART.replace('10.0.0.1', '10.0.1'))).toEqual(['invalid-format']);
  expect(compiled('')).toEqual(['unknown-reference', 'unknown-reference', 'unknown-reference']);
  expect(compiled('[')).toEqual(['invalid-yaml']);
  expect(compiled('')).toEqual(['unknown-reference', 'unknown-reference', 'unknown-reference']);
  expect(compiled(CART)).toEqual([]);
});

test('an object where a word should stand is one mistake too, whatever it calls its own', () => {
  const odd = CART.replace('spec: {', 'spec: { protocol: { toString: "" }, ');
  expect(problemsOf({ CART: odd })).toEqual(['cart.yaml:4 invalid-value']);
  expect(problemsOf({ CART: CART.replace('kind: Upstream', 'kind: { toString: "" }') })).toEqual([
    'cart.yaml:2 unknown-kind',
  ]);
});
