import { describe, expect, test } from 'vitest';
import { makeAuthority } from '../servers/certificates.ts';
import { document, GATEWAY, secret, virtualHost } from './documents.ts';
import { startGateway, type GatewayRequest } from './harness.ts';
import { shared } from './shared.ts';

/** A route that answers with its name, as one line of YAML. */
const answering = (name: string, match: string): string =>
  `    - { match: { ${match} }, respond: { statusCode: 200, body: ${name} } }`;

const host = (name: string, routes: readonly string[]) =>
  virtualHost(name, ['  routes:', ...routes, answering('none', '')].join('\n'));

const cookie = (name: string, condition: string): string =>
  answering(name, `path: { exact: /${name} }, cookies: [{ name: c, ${condition} }]`);

const COOKIES = [
  cookie('exact', 'exact: yes'),
  cookie('prefix', 'prefix: v2-'),
  cookie('suffix', 'suffix: -beta'),
  cookie('contains', 'contains: et'),
  cookie('regex', 'regex: "[0-9]+"'),
  cookie('present', 'present: true'),
  cookie('absent', 'present: false'),
  cookie('any-case', 'exact: Yes, ignoreCase: true'),
  cookie('inverted', 'exact: yes, invert: true'),
  cookie('inverted-present', 'present: true, invert: true'),
  cookie('inverted-absent', 'present: false, invert: true'),
];

const header = (name: string, condition: string): string =>
  answering(name, `path: { exact: /${name} }, headers: [{ name: x-n, ${condition} }]`);

const HEADERS = [
  header('range', 'range: { start: -5, end: 10 }'),
  header('out-of-range', 'range: { start: -5, end: 10 }, invert: true'),
  header('present-and-out-of-range', 'range: { start: -5, end: 10 }, invert: true, missingAsEmpty: false'),
  header('present-and-not-exact', 'exact: yes, invert: true, missingAsEmpty: false'),
  header('present-and-without', 'contains: fox, invert: true, missingAsEmpty: false'),
  header('empty-or-missing', 'regex: "a?", missingAsEmpty: true'),
  header('empty', 'regex: "a?"'),
];

const SHARES = [
  answering('tenth', 'path: { prefix: /shares }, percentage: 10'),
  answering('fifth-more', 'path: { prefix: /shares }, percentage: 30'),
  answering('nobody', 'path: { prefix: /nobody }, percentage: 0'),
  answering('everybody', 'path: { prefix: /everybody }, percentage: 100'),
];

const authorities = shared(async () => {
  const site = await makeAuthority('Site CA');
  const clients = await makeAuthority('Client CA');
  return {
    site: await site.issue({ commonName: 'site', names: ['*.test'] }),
    clients: clients.certificate,
    client: await clients.issue({ commonName: 'client', usage: 'client' }),
    stop: async () => undefined,
  };
});

const gateway = shared(() => {
  const { site, clients } = authorities();
  return startGateway({
    listeners: { http: 'protocol: HTTP', https: 'protocol: HTTPS' },
    secrets: { 'site.crt': site.certificate, 'site.key': site.privateKey, 'clients.pem': clients },
    documents: {
      ...secret('site', 'tls-certificate'),
      ...secret('clients', 'certificate-authority'),
      ...host('cookies', COOKIES),
      ...host('headers', HEADERS),
      ...host('shares', SHARES),
      ...host('grpc', [answering('grpc', 'grpc: true')]),
      ...document(
        'VirtualHost',
        'certificates',
        `gateways: [${GATEWAY}]`,
        'hostnames: [certificates.test]',
        'tls: { certificates: [site], clientValidation: { secret: clients, mode: optional } }',
        'routes:',
        answering('shown', 'clientCertificate: true'),
        answering('not-shown', 'path: { prefix: /not-shown }, clientCertificate: false'),
        answering('none', ''),
      ),
    },
  });
});

const routeOf = async (options: GatewayRequest): Promise<string> => (await gateway().request(options)).body;

describe('a cookie', () => {
  test.each([
    ['exact', ['c=yes', 'a=b; c=yes; d=e', 'c="yes"'], ['c=no', 'C=yes', 'cc=yes', 'a=c=yes', undefined]],
    ['prefix', ['c=v2-x'], ['c=v1-v2-', undefined]],
    ['suffix', ['c=a-beta'], ['c=beta', undefined]],
    ['contains', ['c=beta'], ['c=bat', undefined]],
    ['regex', ['c=12'], ['c=12a', undefined]],
    ['present', ['c=x', 'c=', 'a=b; c=\xff'], ['d=x', undefined]],
    ['absent', ['d=x', undefined], ['c=x', 'c=']],
    ['any-case', ['c=yES'], ['c=no']],
    ['inverted', ['c=no', 'd=yes', undefined], ['c=yes']],
    ['inverted-present', [undefined, 'd=x'], ['c=x']],
    ['inverted-absent', ['c=x'], [undefined]],
  ])('%s: %j match, %j do not', async (route, matching, others) => {
    const send = (value: string | undefined) =>
      routeOf({ host: 'cookies.test', path: `/${route}`, headers: value === undefined ? {} : { cookie: value } });
    for (const value of matching) expect(await send(value), String(value)).toBe(route);
    for (const value of others) expect(await send(value), String(value)).toBe('none');
  });
});

describe('a header', () => {
  test.each([
    ['range', ['-5', '9', '0'], ['10', '-6', '', '1.5', 'x', undefined]],
    ['out-of-range', ['10', 'x', '', undefined], ['9']],
    ['present-and-out-of-range', ['10', 'x', ''], ['9', undefined]],
    ['present-and-not-exact', ['no', ''], ['yes', undefined]],
    ['present-and-without', ['a hen'], ['a fox', undefined]],
    ['empty-or-missing', ['a', '', undefined], ['aa']],
    ['empty', ['a', ''], ['aa', undefined]],
  ])('%s: %j match, %j do not', async (route, matching, others) => {
    const send = (value: string | undefined) =>
      routeOf({ host: 'headers.test', path: `/${route}`, headers: value === undefined ? {} : { 'x-n': value } });
    for (const value of matching) expect(await send(value), String(value)).toBe(route);
    for (const value of others) expect(await send(value), String(value)).toBe('none');
  });
});

test.each([
  ['application/grpc', 'grpc'],
  ['application/grpc+proto', 'grpc'],
  ['application/grpc-web', 'none'],
  ['application/json', 'none'],
])('a request of type %s takes the route %s', async (type, route) => {
  const { headers, body } = await gateway().request({ host: 'grpc.test', headers: { 'content-type': type } });
  // An answer of Envoy's own to a gRPC request has its text in a header.
  expect(headers.get('grpc-message') ?? body).toBe(route);
});

describe('a share', () => {
  const MANY = 400;
  /** How many of many requests take each route. */
  async function sharesOf(path: string): Promise<ReadonlyMap<string, number>> {
    const shares = new Map<string, number>();
    for (let count = 0; count < MANY; count += 1) {
      const route = await routeOf({ host: 'shares.test', path });
      shares.set(route, (shares.get(route) ?? 0) + 1);
    }
    return shares;
  }

  test('takes about so many requests, one after a smaller takes what that leaves of it', async () => {
    const shares = await sharesOf('/shares');
    // Four standard deviations about the expected 40, 80 and 280.
    expect(Math.abs((shares.get('tenth') ?? 0) - 40)).toBeLessThan(24);
    expect(Math.abs((shares.get('fifth-more') ?? 0) - 80)).toBeLessThan(32);
    expect(Math.abs((shares.get('none') ?? 0) - 280)).toBeLessThan(37);
  });

  test('of nothing or of all leaves nothing to chance', async () => {
    expect(await sharesOf('/nobody')).toEqual(new Map([['none', MANY]]));
    expect(await sharesOf('/everybody')).toEqual(new Map([['everybody', MANY]]));
  });
});

test('a client certificate decides the route, whether or not the client has one', async () => {
  const send = (path: string, isShown: boolean) =>
    routeOf({
      listener: 'https',
      host: 'certificates.test',
      path,
      tls: { serverName: 'certificates.test', ...(isShown && { certificate: authorities().client }) },
    });
  expect(await send('/', true)).toBe('shown');
  expect(await send('/', false)).toBe('none');
  expect(await send('/not-shown', true)).toBe('shown');
  expect(await send('/not-shown', false)).toBe('not-shown');
});
