/**
 * Documents of somebody who means harm: each is read within bounds of time and memory, and answered with a diagnostic or
 * compiled. The limit of time is that of the test; that of memory is the heap of a process of its own.
 */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { compile, hasErrors } from '../../compiler/index.ts';
import { temporaryFolder } from '../servers/folder.ts';

const GATEWAY = `apiVersion: enroute.dev/v1
kind: Gateway
metadata: { name: edge }
spec: { listeners: [{ name: http, port: 8080, protocol: HTTP }] }
---
`;

const host = (routes: string, hostnames = "'*'"): string => `${GATEWAY}apiVersion: enroute.dev/v1
kind: VirtualHost
metadata: { name: shop }
spec:
  gateways: [edge]
  hostnames: [${hostnames}]
  routes:
${routes}`;

const routeOn = (match: string): string => host(`    - { match: ${match}, respond: { statusCode: 200 } }\n`);

const MEGABYTE = 'a'.repeat(2 ** 20);
const many = (count: number, item: (place: number) => string, separator = ','): string =>
  Array.from({ length: count }, (_, place) => item(place)).join(separator);

const codesOf = (text: string, path = 'a.yaml'): readonly string[] => {
  const { bundles, diagnostics } = compile([{ path, text }]);
  if (hasErrors(diagnostics)) expect(bundles).toEqual([]);
  return [...new Set(diagnostics.map(({ code }) => code))];
};

describe('texts that are mistakes', () => {
  test.each<[string, string, string, string?]>([
    ['lists in lists', '['.repeat(200_000), 'too-deep'],
    ['objects in objects', '{"a":'.repeat(200_000), 'too-deep', 'a.json'],
    ['blocks in blocks', many(3_000, (depth) => `${' '.repeat(depth)}a:`, '\n'), 'too-deep'],
    ['lists in lists by dashes', '- '.repeat(2 ** 17), 'too-deep'],
    [
      'aliases of aliases',
      `a: &a [x,x,x,x,x,x,x,x,x]\n${many(30, (n) => `b${n}: &b${n} [${many(9, () => (n > 0 ? `*b${n - 1}` : '*a'))}]`, '\n')}`,
      'alias-bomb',
    ],
    ['an alias of itself', 'a: &a [*a]', 'alias-cycle'],
    ['one key many times', many(20_000, () => 'a: 1', '\n'), 'duplicate-key'],
    ['commas', `[${','.repeat(2 ** 16)}`, 'invalid-yaml'],
    ['quotes', '"'.repeat(2 ** 17), 'invalid-yaml'],
    ['anchors', '&a '.repeat(2 ** 15), 'invalid-yaml'],
    ['a key of a megabyte', `${MEGABYTE}: 1`, 'invalid-yaml'],
    ['a name of a megabyte', GATEWAY.replace('edge', MEGABYTE), 'invalid-format'],
    ['null characters', GATEWAY.replace('edge', 'ed\u0000ge'), 'invalid-character'],
    ['half of a character', GATEWAY.replace('edge', '"\\uD800"'), 'invalid-format'],
    ['UTF-16 read as UTF-8', '\u0000a\u0000:\u0000', 'invalid-character'],
    ['what no bytes of UTF-8 gave', 'kind: \uFFFD', 'invalid-character'],
    ['numbers that no computer holds', GATEWAY.replace('8080', '1e400'), 'inexact-number'],
  ])('%s', (_, text, code, path) => {
    expect(codesOf(text, path)).toEqual([code]);
  });

  test.each([
    ['a megabyte', `/${MEGABYTE}`],
    ['repetitions of repetitions', '/((a{1,100}){1,100}){1,100}'],
    ['groups in groups', `/${'('.repeat(50_000)}a${')'.repeat(50_000)}`],
  ])('an expression of %s', (_, regex) => {
    expect(codesOf(routeOn(`{ path: { regex: '${regex}' } }`))).toEqual(['invalid-regex']);
  });

  test('scripts of open brackets, and operators of open ones', () => {
    const filter = (text: string) => GATEWAY.replace('spec: {', `spec: { filters: [${text}],`);
    expect(codesOf(filter(`{ type: lua, code: '${'x = ('.repeat(20_000)}' }`))).toEqual(['invalid-lua']);
    const header = `{ name: x-a, value: '${'%REQ('.repeat(20_000)}' }`;
    expect(codesOf(filter(`{ type: headers, request: { set: [${header}] } }`))).toEqual(['invalid-operator']);
  });
});

describe('texts that are large, and right', () => {
  test.each([
    ['a path', `{ path: { prefix: /${MEGABYTE} } }`],
    ["a header's value", `{ headers: [{ name: x-a, exact: ${MEGABYTE} }] }`],
    ['an expression that backtracking would never end on', "{ path: { regex: '/(a+)+(b*)*(c|c)*' } }"],
    ['an expression of many words', `{ path: { regex: '/(${many(10_000, (n) => `w${n}`, '|')})' } }`],
  ])('%s', (_, match) => {
    expect(codesOf(routeOn(match))).toEqual([]);
  });

  test('lists of many items', () => {
    const addresses = many(50_000, (n) => `10.${n >> 16}.${(n >> 8) & 255}.${n & 255}`);
    expect(
      codesOf(GATEWAY.replace('spec: {', `spec: { filters: [{ type: ip-access, allow: [${addresses}] }],`)),
    ).toEqual([]);
    const route = '    - respond: { statusCode: 200 }\n';
    expect(
      codesOf(
        host(
          route,
          many(20_000, (n) => `h${n}.test`),
        ),
      ),
    ).toEqual([]);
    expect(
      codesOf(
        host(
          route,
          many(20_000, (n) => `'*.h${n}.test'`),
        ),
      ),
    ).toEqual([]);
  });

  test('many routes that each could be meant', () => {
    const regex = (n: number) =>
      `    - { match: { path: { regex: '.*(x|y)${n}[a-z]{1,50}' } }, respond: { statusCode: 200 } }`;
    expect(codesOf(host(many(2_000, regex, '\n')))).toEqual([]);
  });
});

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('%s is a name like others', (name) => {
  const text = host(`    - match: { queryParameters: [{ name: ${name}, exact: a }] }
      filters: [{ type: set-metadata, entries: [{ namespace: ${name}, values: { ${name}: 1 } }] }]
      respond: { statusCode: 200 }
`).replace('metadata: { name: shop }', `metadata: { name: shop, labels: { ${name}: a }, annotations: { ${name}: a } }`);
  const { bundles, diagnostics } = compile([{ path: `${name}.yaml`, text }]);
  expect(diagnostics).toEqual([]);
  const route = bundles[0]?.resources.find(({ type }) => type === 'envoy.config.route.v3.RouteConfiguration');
  expect(JSON.stringify(route?.message)).toContain(`"${name}":1`);
});

const LIMIT_MS = 300_000;

test('100,000 documents are compiled in a heap of 1 GB', { timeout: LIMIT_MS }, async () => {
  const script = join(await temporaryFolder(), 'compile.mjs');
  await build({
    stdin: { contents: MANY_DOCUMENTS, resolveDir: join(import.meta.dirname, '../..'), loader: 'ts' },
    outfile: script,
    bundle: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'warning',
    banner: { js: REQUIRE },
  });
  const { stdout } = await promisify(execFile)(process.execPath, ['--max-old-space-size=1024', script], {
    timeout: LIMIT_MS,
  });
  expect(JSON.parse(stdout)).toEqual({ upstreams: 50_000, routes: 50_000, mistakes: 0 });
});

/** Packages that are CommonJS ask for what Node has. */
const REQUIRE = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";

const MANY_DOCUMENTS = `
import { compile } from './compiler/index.ts';
const document = (kind, name, spec) => JSON.stringify({ apiVersion: 'enroute.dev/v1', kind, metadata: { name }, spec });
const files = [
  document('Gateway', 'edge', { listeners: [{ name: 'http', port: 8080, protocol: 'HTTP' }] }),
  document('VirtualHost', 'shop', { gateways: ['edge'], hostnames: ['*'] }),
  ...Array.from({ length: 50_000 }, (_, n) => document('Upstream', 'u' + n, { endpoints: [{ address: '10.0.0.1', port: 80 }] })),
  ...Array.from({ length: 50_000 }, (_, n) =>
    document('Route', 'r' + n, {
      virtualHosts: ['shop'],
      routes: [{ match: { path: { prefix: '/r' + n } }, forward: { upstream: 'u' + n } }],
    }),
  ),
].map((text, n) => ({ path: n + '.json', text }));
const { bundles, diagnostics } = compile(files);
const count = (type) => bundles[0]?.resources.filter((resource) => resource.type.endsWith(type)).length;
const [routes] = bundles[0]?.resources.filter(({ type }) => type.endsWith('RouteConfiguration')) ?? [];
const keys = Object.keys(routes?.message.virtual_hosts?.[0]?.matcher?.matcher_tree?.prefix_match_map?.map ?? {});
console.log(JSON.stringify({ upstreams: count('.Cluster'), routes: keys.length, mistakes: diagnostics.length }));
`;
