import { describe, expect, test } from 'vitest';
import { virtualHost } from './documents.ts';
import { startGateway, type GatewayRequest } from './harness.ts';
import { shared } from './shared.ts';

/** A route that answers with its name, as one line of YAML. */
const answering = (name: string, match: string): string =>
  `    - { match: { ${match} }, respond: { statusCode: 200, body: ${name} } }`;

const PATHS = [
  answering('exact', 'path: { exact: /exact }'),
  answering('exact-any-case', 'path: { exact: /Any/Exact, ignoreCase: true }'),
  answering('prefix', 'path: { prefix: /cart }'),
  answering('prefix-slash', 'path: { prefix: /slash/ }'),
  answering('prefix-any-case', 'path: { prefix: /Any/Prefix, ignoreCase: true }'),
  answering('regex', 'path: { regex: "/v[0-9]+/.*" }'),
  answering('template', 'path: { template: "/users/{id}/orders/{rest=**}" }'),
  answering('template-star', 'path: { template: "/files/*/meta" }'),
];

const METHODS = [
  answering('one', 'path: { exact: /one }, methods: [PUT]'),
  answering('two', 'path: { exact: /two }, methods: [GET, POST]'),
];

const header = (name: string, condition: string): string =>
  answering(name, `path: { exact: /${name} }, headers: [{ name: X-Test, ${condition} }]`);

const HEADERS = [
  header('exact', 'exact: yes'),
  header('prefix', 'prefix: Bearer'),
  header('suffix', 'suffix: .example'),
  header('contains', 'contains: fox'),
  header('regex', 'regex: "a+b"'),
  header('present', 'present: true'),
  header('absent', 'present: false'),
  header('any-case', 'exact: Yes, ignoreCase: true'),
  header('inverted', 'exact: yes, invert: true'),
  header('inverted-prefix', 'prefix: Bearer, invert: true'),
  header('inverted-regex', 'regex: "a+b", invert: true'),
  header('inverted-present', 'present: true, invert: true'),
  header('inverted-absent', 'present: false, invert: true'),
  answering('authority', 'path: { exact: /authority }, headers: [{ name: ":authority", prefix: headers }]'),
  answering('both', 'path: { exact: /both }, headers: [{ name: x-a, exact: a }, { name: x-b, exact: b }]'),
];

const parameter = (name: string, condition: string): string =>
  answering(name, `path: { exact: /${name} }, queryParameters: [{ name: v, ${condition} }]`);

const PARAMETERS = [
  parameter('exact', 'exact: "2"'),
  parameter('empty', 'exact: ""'),
  parameter('prefix', 'prefix: "2."'),
  parameter('suffix', 'suffix: -beta'),
  parameter('contains', 'contains: et'),
  parameter('regex', 'regex: "[0-9]+"'),
  parameter('present', 'present: true'),
  parameter('absent', 'present: false'),
  parameter('any-case', 'exact: Beta, ignoreCase: true'),
];

const host = (name: string, routes: readonly string[]) =>
  virtualHost(name, ['  routes:', ...routes, answering('none', '')].join('\n'));

const gateway = shared(() =>
  startGateway({
    documents: {
      ...host('paths', PATHS),
      ...host('methods', METHODS),
      ...host('headers', HEADERS),
      ...host('parameters', PARAMETERS),
    },
  }),
);

const routeOf = async (options: GatewayRequest): Promise<string> => (await gateway().request(options)).body;

describe('a path', () => {
  test.each([
    ['/exact', 'exact'],
    ['/exact?x=1', 'exact'],
    ['/exact/', 'none'],
    ['/EXACT', 'none'],
    ['/any/EXACT', 'exact-any-case'],
    ['/cart', 'prefix'],
    ['/cart/', 'prefix'],
    ['/cart/2', 'prefix'],
    ['/cart?x=1', 'prefix'],
    ['/cartoon', 'none'],
    ['/Cart', 'none'],
    ['/slash', 'prefix-slash'],
    ['/slash/2', 'prefix-slash'],
    ['/slashed', 'none'],
    ['/any/PREFIX/2', 'prefix-any-case'],
    ['/any/PREFIXED', 'none'],
    ['/v12/x', 'regex'],
    ['/v12/x?y=1', 'regex'],
    ['/v12', 'none'],
    ['/a/v12/x', 'none'],
    ['/users/7/orders/8/9', 'template'],
    ['/users/7/orders/8?x=1', 'template'],
    ['/users/7/6/orders/8', 'none'],
    ['/files/a/meta', 'template-star'],
    ['/files/a/b/meta', 'none'],
    ['/files//meta', 'none'],
  ])('%s takes the route %s', async (path, route) => {
    expect(await routeOf({ host: 'paths.test', path })).toBe(route);
  });
});

test.each([
  ['PUT', '/one', 'one'],
  ['GET', '/one', 'none'],
  ['GET', '/two', 'two'],
  ['POST', '/two', 'two'],
  ['PUT', '/two', 'none'],
])('%s %s takes the route %s', async (method, path, route) => {
  expect(await routeOf({ host: 'methods.test', method, path })).toBe(route);
});

describe('a header', () => {
  test.each([
    ['exact', ['yes'], ['no', 'yes, yes', 'Yes', undefined]],
    ['prefix', ['Bearer x'], ['bearer x', 'x Bearer', undefined]],
    ['suffix', ['shop.example'], ['example', undefined]],
    ['contains', ['a fox!'], ['a hen', undefined]],
    ['regex', ['aab'], ['aabb', 'caab', undefined]],
    ['present', ['', 'x'], [undefined]],
    ['absent', [undefined], ['', 'x']],
    ['any-case', ['yES'], ['no', undefined]],
    ['inverted', ['no', undefined], ['yes']],
    ['inverted-prefix', ['x', undefined], ['Bearer x']],
    ['inverted-regex', ['x', undefined], ['aab']],
    ['inverted-present', [undefined], ['x']],
    ['inverted-absent', ['x'], [undefined]],
  ])('%s: %j match, %j do not', async (route, matching, others) => {
    const send = (value: string | undefined) =>
      routeOf({ host: 'headers.test', path: `/${route}`, headers: value === undefined ? {} : { 'x-test': value } });
    for (const value of matching) expect(await send(value), String(value)).toBe(route);
    for (const value of others) expect(await send(value), String(value)).toBe('none');
  });

  test('may be a pseudo header', async () => {
    expect(await routeOf({ host: 'headers.test', path: '/authority' })).toBe('authority');
    expect(await routeOf({ host: 'headers.test:80', path: '/authority' })).toBe('authority');
  });

  test('must match together with the others', async () => {
    const send = (headers: Record<string, string>) => routeOf({ host: 'headers.test', path: '/both', headers });
    expect(await send({ 'x-a': 'a', 'x-b': 'b' })).toBe('both');
    expect(await send({ 'x-a': 'a' })).toBe('none');
    expect(await send({ 'x-b': 'b' })).toBe('none');
  });
});

describe('a query parameter', () => {
  test.each([
    ['exact', ['v=2', 'a=1&v=2'], ['v=22', 'V=2', '', 'v']],
    ['empty', ['v=', 'v'], ['v=1', '']],
    ['prefix', ['v=2.1'], ['v=2', '']],
    ['suffix', ['v=3-beta'], ['v=beta', '']],
    ['contains', ['v=beta'], ['v=bat', '']],
    ['regex', ['v=12'], ['v=12a', '']],
    ['present', ['v=1', 'v'], ['', 'w=v']],
    ['absent', ['', 'w=v'], ['v=1', 'v']],
    ['any-case', ['v=bETA'], ['v=3', '']],
  ])('%s: %j match, %j do not', async (route, matching, others) => {
    const send = (query: string) => routeOf({ host: 'parameters.test', path: `/${route}?${query}` });
    for (const query of matching) expect(await send(query), query).toBe(route);
    for (const query of others) expect(await send(query), query).toBe('none');
  });
});
