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

const routeOf = async (options: GatewayRequest): Promise<string> => (await gateway().request(options)).body;

describe('of several routes that match', () => {
  test.each<[string, Omit<GatewayRequest, 'host'>]>([
    ['any', { path: '/' }],
    ['prefix', { path: '/a/x' }],
    ['longer-prefix', { path: '/a/b' }],
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
