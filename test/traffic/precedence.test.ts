import { describe, expect, test } from 'vitest';
import { document, GATEWAY, virtualHost } from './documents.ts';
import { startGateway, type GatewayRequest } from './harness.ts';
import { shared } from './shared.ts';

const answering = (name: string, match: string): string =>
  `    - { match: { ${match} }, respond: { statusCode: 200, body: ${name} } }`;

/** Each route after those that must come before it, from the end of the table to its beginning. */
const ROUTES = [
  answering('any', ''),
  answering('prefix', 'path: { prefix: /a }'),
  answering('longer-prefix', 'path: { prefix: /a/b }'),
  answering('any-case', 'path: { prefix: /a/c, ignoreCase: true }'),
  answering('exact-case', 'path: { prefix: /a/c }'),
  answering('two-methods', 'path: { prefix: /a/b }, methods: [PUT, POST]'),
  answering('one-method', 'path: { prefix: /a/b }, methods: [PUT]'),
  answering('one-header', 'path: { prefix: /a/b }, headers: [{ name: x-a, present: true }]'),
  answering(
    'two-headers',
    'path: { prefix: /a/b }, headers: [{ name: x-a, present: true }, { name: x-b, present: true }]',
  ),
  answering('parameter', 'path: { prefix: /a/b }, queryParameters: [{ name: q, present: true }]'),
  answering(
    'two-parameters',
    'path: { prefix: /a/b }, queryParameters: [{ name: q, present: true }, { name: r, present: true }]',
  ),
  answering('cookie', 'path: { prefix: /a/b }, cookies: [{ name: c, present: true }]'),
  answering('two-cookies', 'path: { prefix: /a/b }, cookies: [{ name: c, present: true }, { name: d, present: true }]'),
  answering('grpc', 'path: { prefix: /a/b }, grpc: true'),
  answering('any-of-e', 'path: { prefix: /a/e }'),
  answering('all-of-some', 'path: { prefix: /a/e }, percentage: 100'),
  answering('some', 'path: { prefix: /a/e }, percentage: 0'),
  answering('regex', 'path: { regex: /a/b/.* }'),
  answering('longer-regex', 'path: { regex: "/a/b/c?c.*" }'),
  answering('template', 'path: { template: "/a/b/c/{rest}" }'),
  answering('exact', 'path: { exact: /a/b/c/d }'),
];

const hostAnswering = (name: string, hostnames: readonly string[]) =>
  document(
    'VirtualHost',
    name,
    `gateways: [${GATEWAY}]`,
    `hostnames: ${JSON.stringify(hostnames)}`,
    `routes: [{ respond: { statusCode: 200, body: ${name} } }]`,
  );

const gateway = shared(() =>
  startGateway({
    documents: {
      ...virtualHost('routes', ['  routes:', ...ROUTES].join('\n')),
      ...virtualHost(
        'attached',
        `routes: [{ match: { path: { prefix: /a } }, respond: { statusCode: 200, body: own } }]`,
      ),
      ...document(
        'Route',
        'attached',
        'virtualHosts: [attached]',
        'routes: [{ match: { path: { prefix: /a/b } }, respond: { statusCode: 200, body: attached } }]',
      ),
      ...hostAnswering('precise', ['shop.example.com', 'Other.Example.com']),
      ...hostAnswering('wildcard', ['*.example.com']),
      ...hostAnswering('longer-wildcard', ['*.eu.example.com']),
      ...hostAnswering('every', ['*']),
    },
  }),
);

/** An answer of Envoy's own to a gRPC request has its text in a header. */
async function routeOf(options: GatewayRequest): Promise<string> {
  const { headers, body } = await gateway().request(options);
  return headers.get('grpc-message') ?? body;
}

describe('of several routes that match', () => {
  test.each<[string, Omit<GatewayRequest, 'host'>]>([
    ['any', { path: '/' }],
    ['prefix', { path: '/a/x' }],
    ['longer-prefix', { path: '/a/b' }],
    ['all-of-some', { path: '/a/e' }],
    ['cookie', { path: '/a/b', headers: { cookie: 'c=1' } }],
    ['two-cookies', { path: '/a/b', headers: { cookie: 'c=1; d=2', 'content-type': 'application/grpc' } }],
    ['grpc', { path: '/a/b', headers: { 'content-type': 'application/grpc' } }],
    ['parameter', { path: '/a/b?q=1', headers: { cookie: 'c=1; d=2' } }],
    ['two-parameters', { path: '/a/b?q=1&r=2', headers: { cookie: 'c=1; d=2' } }],
    ['one-header', { path: '/a/b?q=1&r=2', headers: { 'x-a': '', cookie: 'c=1; d=2' } }],
    ['any-case', { path: '/A/c' }],
    ['exact-case', { path: '/a/c' }],
    ['two-methods', { path: '/a/b', method: 'POST' }],
    ['one-method', { path: '/a/b', method: 'PUT' }],
    ['one-method', { path: '/a/b?q=1', method: 'PUT', headers: { 'x-a': '', 'x-b': '' } }],
    ['two-methods', { path: '/a/b?q=1', method: 'POST', headers: { 'x-a': '', 'x-b': '' } }],
    ['one-header', { path: '/a/b?q=1', headers: { 'x-a': '' } }],
    ['two-headers', { path: '/a/b?q=1', headers: { 'x-a': '', 'x-b': '' } }],
    ['parameter', { path: '/a/b?q=1' }],
    ['regex', { path: '/a/b/x', method: 'PUT' }],
    ['longer-regex', { path: '/a/b/cc' }],
    ['template', { path: '/a/b/c/x', method: 'PUT' }],
    ['exact', { path: '/a/b/c/d', method: 'PUT' }],
  ])('%s gets %o', async (route, options) => {
    expect(await routeOf({ host: 'routes.test', ...options })).toBe(route);
  });

  test('one from another document counts as the host’s own', async () => {
    expect(await routeOf({ host: 'attached.test', path: '/a/b' })).toBe('attached');
    expect(await routeOf({ host: 'attached.test', path: '/a' })).toBe('own');
  });
});

test.each([
  ['shop.example.com', 'precise'],
  ['SHOP.example.com', 'precise'],
  ['shop.example.com:8443', 'precise'],
  ['other.example.com', 'precise'],
  ['a.example.com', 'wildcard'],
  ['a.b.example.com', 'wildcard'],
  ['a.example.com:81', 'wildcard'],
  ['a.eu.example.com', 'longer-wildcard'],
  ['eu.example.com', 'wildcard'],
  ['example.com', 'every'],
  ['127.0.0.1', 'every'],
])('the host %s is served by %s', async (host, name) => {
  expect(await routeOf({ host })).toBe(name);
});
