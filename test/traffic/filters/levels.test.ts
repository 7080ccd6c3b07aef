import { describe, expect, test } from 'vitest';
import { makeAuthority } from '../../servers/certificates.ts';
import { startUpstream } from '../../servers/upstream.ts';
import { document, secret, upstream, virtualHost, type Documents } from '../documents.ts';
import { startGateway, type GatewayRequest } from '../harness.ts';
import { shared } from '../shared.ts';

const echo = shared(() => startUpstream());
const certificate = shared(async () => {
  const issued = await (await makeAuthority()).issue({ commonName: 'hosts', names: ['*.test'] });
  return { ...issued, stop: async () => undefined };
});

/** A filter that says on answers where it was attached. */
const mark = (name: string, value: string): string =>
  `{ type: headers, name: ${name}, response: { set: [{ name: x-${name}, value: ${value} }] } }`;

const limit = '{ type: local-rate-limit, requests: 2, per: 1h }';

/** A host over TLS and in plain text alike. */
const host = (name: string, spec: string): Documents => ({
  ...virtualHost(name, `tls: { certificates: [hosts], plainText: serve }\n${spec}`),
});

const gateway = shared(() =>
  startGateway({
    protocol: 'state-of-the-world',
    listeners: { http: 'protocol: HTTP', https: 'protocol: HTTPS' },
    secrets: { 'hosts.crt': certificate().certificate, 'hosts.key': certificate().privateKey },
    gateway: `
      accessLog: []
      filters: [${mark('a', 'gateway')}, ${mark('b', 'gateway')}, ${mark('c', 'gateway')}]
    `,
    documents: {
      ...upstream('echo', echo().port),
      ...secret('hosts', 'tls-certificate'),
      ...host('plain', 'routes: [{ forward: { upstream: echo } }]'),
      ...host(
        'shop',
        `filters: [${mark('a', 'host')}, ${mark('d', 'host')}]
disableFilters: [b]
routes:
  - forward: { upstream: echo }
  - match: { path: { prefix: /route } }
    filters: [${mark('a', 'route')}, ${mark('b', 'route')}]
    disableFilters: [c, d]
    forward: { upstream: echo }`,
      ),
      ...document(
        'Route',
        'attached',
        'virtualHosts: [shop]',
        `filters: [${mark('a', 'document')}, ${mark('e', 'document')}]`,
        'disableFilters: [c]',
        `routes:
           - match: { path: { prefix: /attached } }
             forward: { upstream: echo }
           - match: { path: { prefix: /attached/rule } }
             filters: [${mark('a', 'rule')}]
             disableFilters: [d, e]
             forward: { upstream: echo }`,
      ),
    },
  }),
);

/** Where a request's filters were attached, by their names. */
async function marksOf(options: GatewayRequest): Promise<string> {
  const { headers } = await gateway().request(options);
  return ['a', 'b', 'c', 'd', 'e'].map((name) => `${name}:${headers.get(`x-${name}`) ?? '-'}`).join(' ');
}

describe.each(['http', 'https'])('on the listener %s', (listener) => {
  test.each([
    ['plain', '/', 'a:gateway b:gateway c:gateway d:- e:-'],
    ['shop', '/', 'a:host b:- c:gateway d:host e:-'],
    ['shop', '/route', 'a:route b:route c:- d:- e:-'],
    ['shop', '/attached', 'a:document b:- c:- d:host e:document'],
    ['shop', '/attached/rule', 'a:rule b:- c:- d:- e:-'],
  ])('%s%s has the filters %s', async (name, path, marks) => {
    const tls = listener === 'https' ? { tls: { serverName: `${name}.test` } } : {};
    expect(await marksOf({ listener, host: `${name}.test`, path, ...tls })).toBe(marks);
  });
});

describe('a limit of the gateway', () => {
  const limited = shared(() =>
    startGateway({
      listeners: { http: 'protocol: HTTP', https: 'protocol: HTTPS' },
      secrets: { 'hosts.crt': certificate().certificate, 'hosts.key': certificate().privateKey },
      gateway: `accessLog: []\nfilters: [${limit}]`,
      documents: {
        ...secret('hosts', 'tls-certificate'),
        ...host('one', 'routes: [{ respond: { statusCode: 200 } }]'),
        ...host('two', 'routes: [{ respond: { statusCode: 200 } }]'),
      },
    }),
  );

  const statuses = async (listener: string, ...names: readonly string[]): Promise<readonly number[]> => {
    const all: number[] = [];
    for (const name of names) {
      const tls = listener === 'https' ? { tls: { serverName: `${name}.test` } } : {};
      all.push((await limited().request({ listener, host: `${name}.test`, ...tls })).status);
    }
    return all;
  };

  test('counts all hosts of a listener together in plain text, and each apart over TLS', async () => {
    expect(await statuses('http', 'one', 'two', 'one')).toEqual([200, 200, 429]);
    expect(await statuses('https', 'one', 'two', 'one', 'two', 'one', 'two')).toEqual([200, 200, 200, 200, 429, 429]);
  });
});
