/** What gateways and their listeners may claim, and who is served on them. */
import { describe, expect, test } from 'vitest';
import { compile } from '../../../compiler/index.ts';

const gateway = (listeners: string, more = ''): string => `apiVersion: enroute.dev/v1
kind: Gateway
metadata: { name: edge }
spec: { listeners: ${listeners}${more} }
`;
const host = (spec: string, name = 'shop'): string => `apiVersion: enroute.dev/v1
kind: VirtualHost
metadata: { name: ${name} }
spec: { gateways: [edge], hostnames: [shop.example.com], ${spec} }
`;
const SECRET = `apiVersion: enroute.dev/v1
kind: Secret
metadata: { name: tls }
spec: { type: tls-certificate, file: { certificateChain: /a.crt, privateKey: /a.key } }
`;
const TLS = 'tls: { certificates: [tls] }';

const codesOf = (...documents: readonly string[]): readonly string[] =>
  compile([{ path: 'a.yaml', text: documents.join('---\n') }]).diagnostics.map(({ code }) => code);

describe('sockets', () => {
  const codes = (one: string, other: string) =>
    codesOf(
      gateway(
        `[{ name: a, port: 80, protocol: HTTP, address: '${one}' }, { name: b, port: 80, protocol: HTTP, address: '${other}' }]`,
      ),
    );
  test.each([
    ['0.0.0.0', '0.0.0.0'],
    ['0.0.0.0', '127.0.0.1'],
    ['::', '127.0.0.1'],
    ['::', '::1'],
    ['::', '0.0.0.0'],
    ['0:0::0', '::1'],
    ['2001:db8::1', '2001:0DB8:0:0::1'],
  ])('%s and %s are in conflict', (one, other) => {
    expect(codes(one, other)).toEqual(['listener-conflict']);
    expect(codes(other, one)).toEqual(['listener-conflict']);
  });
  test.each([
    ['127.0.0.1', '127.0.0.2'],
    ['0.0.0.0', '::1'],
    ['127.0.0.1', '::1'],
  ])('%s and %s are not', (one, other) => expect(codes(one, other)).toEqual([]));
});

describe('what a listener listens on', () => {
  const codes = (...listeners: readonly string[]) =>
    codesOf(
      gateway(`[${listeners.map((listener, at) => `{ name: l${at}, protocol: HTTP, ${listener} }`).join(', ')}]`),
    );
  const SIX = "address: '::', ipv6Only: true";
  test.each<[string, readonly string[], readonly string[]]>([
    ['leaves IPv4 to others if it says so', [`port: 80, ${SIX}`, 'port: 80'], []],
    ['leaves no IPv6 to others then', [`port: 80, ${SIX}`, "port: 80, address: '::1'"], ['listener-conflict']],
    [
      'counts with all its addresses',
      ['port: 80, additionalAddresses: [{ address: 127.0.0.1, port: 81 }]', 'port: 81'],
      ['listener-conflict'],
    ],
    [
      'has the same port at each of them if it says no other',
      ['port: 80, address: 10.0.0.1, additionalAddresses: [{ address: 10.0.0.2 }]', 'port: 80, address: 10.0.0.2'],
      ['listener-conflict'],
    ],
    ['is not the same twice', ['port: 80, additionalAddresses: [{ address: 10.0.0.2 }]'], ['listener-conflict']],
    [
      'may be both families by two addresses',
      ["port: 80, additionalAddresses: [{ address: '::', ipv6Only: true }]"],
      [],
    ],
    [
      'is a Unix socket that nobody else has',
      ['unixSocket: { path: /a }', 'unixSocket: { path: /a }'],
      ['listener-conflict'],
    ],
    ['is one of several Unix sockets', ['unixSocket: { path: /a }', "unixSocket: { path: '@a' }", 'port: 80'], []],
    [
      'is a port or a Unix socket',
      ['port: 80, unixSocket: { path: /a }', 'address: 10.0.0.1'],
      ['mutually-exclusive', 'missing-choice'],
    ],
    ['has no address beside a Unix socket', ['unixSocket: { path: /a }, address: 10.0.0.1'], ['needless-field']],
    ['has permissions only as a file', ["unixSocket: { path: '@a', mode: '0600' }"], ['needs-field']],
    [
      'has no options of TCP as a Unix socket',
      ['unixSocket: { path: /a }, connections: { keepalive: {}, typeOfService: 8 }'],
      ['needs-field', 'needs-field'],
    ],
    [
      'is without IPv4 only where it would have it',
      ['port: 80, ipv6Only: true', "port: 81, additionalAddresses: [{ address: '::1', ipv6Only: true }]"],
      ['needs-field', 'needs-field'],
    ],
    [
      'has values of the PROXY protocol only where it is spoken',
      ['port: 80, proxyProtocolValues: [{ type: 1, name: a }]'],
      ['needs-field'],
    ],
    [
      'has each of them once',
      ['port: 80, proxyProtocol: required, proxyProtocolValues: [{ type: 1, name: a }, { type: 2, name: a }]'],
      ['duplicate-item'],
    ],
    ['has a time that TCP can count', ['port: 80, connections: { keepalive: { idle: 10h } }'], ['invalid-format']],
  ])('%s', (_, listeners, expected) => expect(codes(...listeners)).toEqual(expected));
});

describe('the administration interface', () => {
  const codes = (admin: string, address = '0.0.0.0') =>
    codesOf(gateway(`[{ name: a, port: 9901, protocol: HTTP, address: '${address}' }]`, `, admin: ${admin}`));
  test.each<[string, readonly string[]]>([
    ['{}', ['listener-conflict']],
    ['{ port: 9902 }', []],
    ['{ port: 0 }', []],
    ["{ address: '::1' }", []],
  ])('%s', (admin, expected) => expect(codes(admin)).toEqual(expected));
  test('on another address', () => expect(codes('{}', '127.0.0.2')).toEqual([]));
});

describe('a host', () => {
  const HTTP = '{ name: http, port: 80, protocol: HTTP }';
  const HTTPS = '{ name: https, port: 443, protocol: HTTPS }';
  const TCP = '{ name: tcp, port: 5432, protocol: TCP }';
  const REDIRECT = '{ name: http, port: 80, protocol: HTTP, redirectToHttps: {} }';

  test.each<[string, string, string, readonly string[]]>([
    ['in plain text, on HTTP', `[${HTTP}]`, '', []],
    ['in plain text, on HTTPS only', `[${HTTPS}]`, '', ['no-http-listener']],
    ['in plain text, where all is redirected', `[${REDIRECT}, ${HTTPS}]`, '', ['no-http-listener']],
    ['with certificates, on both', `[${HTTP}, ${HTTPS}]`, TLS, []],
    ['with certificates, on HTTPS only', `[${HTTPS}]`, TLS, []],
    ['with certificates, on HTTP only', `[${HTTP}]`, TLS, ['no-https-listener']],
    [
      'with certificates, that names HTTP only',
      `[${HTTP}, ${HTTPS}]`,
      `${TLS}, listeners: [http]`,
      ['no-https-listener'],
    ],
    ['that names a listener wrongly', `[${HTTP}, ${HTTPS}]`, `${TLS}, listeners: [htps]`, ['unknown-listener']],
    ['that names a TCP listener', `[${HTTP}, ${TCP}]`, 'listeners: [tcp]', ['wrong-listener']],
    ['in plain text, that names HTTPS', `[${HTTP}, ${HTTPS}]`, 'listeners: [https]', ['needs-field']],
  ])('%s', (_, listeners, spec, codes) => {
    const found = codesOf(gateway(listeners), host(spec), SECRET);
    expect(found.filter((code) => code !== 'empty-listener')).toEqual(codes);
  });

  test('whose name is taken is told once, however many listeners and gateways there are', () => {
    const other = gateway(`[${HTTP}, ${HTTPS}]`).replace('name: edge', 'name: other');
    const claims = [host(TLS), host(TLS, 'sale').replace('shop.example', 'Shop.example')].map((text) =>
      text.replace('[edge]', '[edge, other]'),
    );
    expect(codesOf(gateway(`[${HTTP}, ${HTTPS}]`), other, SECRET, ...claims)).toEqual(['duplicate-hostname']);
  });
  test('on another listener may have the same name', () => {
    const listeners = `[${HTTP}, { name: other, port: 81, protocol: HTTP }]`;
    const [one, two] = ['listeners: [http]', 'listeners: [other]'];
    expect(codesOf(gateway(listeners), host(one ?? ''), host(two ?? '', 'sale'))).toEqual([]);
  });
});

describe('what has no effect is refused', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'TLS settings on HTTP',
      "[{ name: a, port: 80, protocol: HTTP, tls: { minimumVersion: '1.3' } }]",
      ['needs-field'],
    ],
    ['a redirect on HTTPS', '[{ name: a, port: 80, protocol: HTTPS, redirectToHttps: {} }]', ['needs-field']],
  ])('%s', (_, listeners, codes) => {
    expect(codesOf(gateway(listeners)).filter((code) => code !== 'empty-listener')).toEqual(codes);
  });
  test.each([
    ['{ format: text, fields: { a: b } }', ['needless-field']],
    ['{ template: "x" }', ['needless-field']],
    ['{ format: text, template: "x" }', []],
    ['{ fields: { a: b } }', []],
  ])('an access log %s', (log, codes) => {
    expect(codesOf(gateway('[{ name: a, port: 80, protocol: HTTP }]', `, accessLog: [${log}]`))).toEqual(codes);
  });
});

describe('nodes of two gateways', () => {
  const two = (one: string, other: string) =>
    codesOf(
      gateway('[{ name: a, port: 80, protocol: HTTP }]', `, nodes: ${one}`),
      gateway('[{ name: a, port: 80, protocol: HTTP }]', `, nodes: ${other}`).replace('name: edge', 'name: other'),
    );
  test.each<[string, string, readonly string[]]>([
    ['{}', '{}', []],
    ['{}', '{ clusters: [edge] }', ['overlapping-nodes']],
    ['{ clusters: [a] }', '{ clusters: [b, a] }', ['overlapping-nodes']],
    ['{ ids: [a] }', '{ ids: [a] }', ['overlapping-nodes']],
    ['{ ids: [a] }', '{ clusters: [a] }', []],
    ['{ labels: { a: x } }', '{ labels: { a: x } }', ['overlapping-nodes']],
    ['{ labels: { a: x } }', '{ labels: { b: y, a: x } }', ['overlapping-nodes']],
    ['{ labels: { b: y, a: x } }', '{ labels: { a: x } }', ['overlapping-nodes']],
    ['{ labels: { a: x } }', '{ labels: { a: y } }', []],
    ['{ labels: { a: x, b: y } }', '{ labels: { a: x, b: z } }', []],
  ])('%s and %s', (one, other, codes) => expect(two(one, other)).toEqual(codes));
});
