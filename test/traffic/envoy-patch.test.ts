import { once } from 'node:events';
import { expect, test } from 'vitest';
import { openConnection, request } from '../servers/http-client.ts';
import { startUpstream } from '../servers/upstream.ts';
import { document, GATEWAY, secret, upstream, virtualHost, type Documents } from './documents.ts';
import { makeAuthority } from '../servers/certificates.ts';
import { startGateway } from './harness.ts';
import { reservePort } from '../servers/ports.ts';
import { shared } from './shared.ts';

const a = shared(() => startUpstream());
const b = shared(() => startUpstream());
const ports = shared(async () => ({
  raw: await reservePort(),
  secured: await reservePort(),
  stop: async () => undefined,
}));
const certificates = shared(async () => {
  const authority = await makeAuthority();
  const leaf = await authority.issue({ commonName: 'raw', names: ['raw.test'] });
  return { authority: authority.certificate, leaf, stop: async () => undefined };
});

const patch = (name: string, ...specs: readonly string[]): Documents =>
  document('EnvoyPatch', name, `gateway: ${GATEWAY}`, ...specs);

const NAMED = "'@type': type.googleapis.com/envoy";

const listenerOf = (name: string, port: number, rest = '') => `
  - ${NAMED}.config.listener.v3.Listener
    name: ${name}
    address: { socket_address: { address: 127.0.0.1, port_value: ${port} } }
    filter_chains:
      - filters:
          - name: envoy.filters.network.http_connection_manager
            typed_config:
              ${NAMED}.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager
              stat_prefix: ${name}
              rds: { route_config_name: ${name}-routes, config_source: { ads: {}, resource_api_version: V3 } }
              http_filters:
                - name: envoy.filters.http.router
                  typed_config: { ${NAMED}.extensions.filters.http.router.v3.Router }
        ${rest}
  - ${NAMED}.config.route.v3.RouteConfiguration
    name: ${name}-routes
    virtual_hosts:
      - name: all
        domains: ['*']
        routes: [{ match: { prefix: / }, route: { cluster: '{cluster:b}' } }]
`;

const documents = (): Documents => ({
  ...upstream('a', a().port),
  ...upstream('b', b().port),
  ...secret('raw', 'tls-certificate'),
  ...virtualHost(
    'shop',
    `
      routes:
        - forward: { upstream: a }
        - { name: marked, match: { path: { prefix: /marked } }, forward: { upstream: a } }
        - { match: { path: { prefix: /b } }, forward: { upstream: b } }
    `,
  ),
});

/** A host with more routes than a list is good for, so that Envoy finds them by a tree. */
const many = (): Documents =>
  virtualHost(
    'many',
    `routes:\n${Array.from(
      { length: 100 },
      (_, index) => `  - { name: r${index}, match: { path: { prefix: /${index} } }, respond: { statusCode: 200 } }`,
    ).join('\n')}`,
  );

const patches = (): Documents => ({
  ...patch(
    'tuning',
    `
    patches:
      - type: HttpConnectionManager
        listener: http
        merge: { via: patched }
      - type: Route
        virtualHost: shop
        rule: marked
        merge: { request_headers_to_add: [{ header: { key: x-marked, value: 'yes' } }] }
      - type: VirtualHost
        virtualHost: shop
        operations:
          - { op: add, path: /response_headers_to_add, value: [{ header: { key: x-host, value: shop } }] }
      - type: Route
        virtualHost: many
        rule: r99
        merge: { match: { path_separated_prefix: null, prefix: /moved }, direct_response: { status: 202 } }
    `,
  ),
  ...patch(
    'added',
    `clusters: { b: b }\nsecrets: { certificate: raw }\nresources:\n${listenerOf('raw', ports().raw)}${listenerOf(
      'secured',
      ports().secured,
      `transport_socket:
          name: envoy.transport_sockets.tls
          typed_config:
            ${NAMED}.extensions.transport_sockets.tls.v3.DownstreamTlsContext
            common_tls_context: { tls_certificate_sds_secret_configs: ['{secret:certificate}'] }`,
    )}`,
  ),
});

const gateway = shared(() =>
  startGateway({
    secrets: { 'raw.crt': certificates().leaf.certificate, 'raw.key': certificates().leaf.privateKey },
    listeners: { http: 'protocol: HTTP', plain: 'protocol: HTTP' },
    documents: { ...documents(), ...many(), ...patches() },
  }),
);

const shop = { host: 'shop.test' };

test('a patched HTTP connection manager does what the model lacks, and that of another listener does not', async () => {
  expect((await gateway().echo(shop)).headers['via']).toBe('patched');
  expect((await gateway().echo({ ...shop, listener: 'plain' })).headers['via']).toBeUndefined();
});

test('a patched route does what the model lacks, and the others of its host do not', async () => {
  expect((await gateway().echo({ ...shop, path: '/marked' })).headers['x-marked']).toBe('yes');
  expect((await gateway().echo({ ...shop, path: '/' })).headers['x-marked']).toBeUndefined();
});

test('a patched virtual host does what the model lacks, and the others do not', async () => {
  expect((await gateway().request(shop)).headers.get('x-host')).toBe('shop');
  expect((await gateway().request({ host: 'many.test', path: '/1' })).headers.get('x-host')).toBeNull();
});

test('a patched route of a tree is found by its own match', async () => {
  const status = async (path: string) => (await gateway().request({ host: 'many.test', path })).status;
  expect(await status('/98')).toBe(200);
  expect(await status('/99')).toBe(404);
  expect(await status('/moved')).toBe(202);
});

test('an added listener serves its added routes', async () => {
  const response = await request({ port: ports().raw, host: 'anything.test' });
  expect({ status: response.status, via: response.headers.get('via') }).toEqual({ status: 200, via: null });
});

test('an added listener gets its certificate by reference', async () => {
  const tls = { serverName: 'raw.test', authority: certificates().authority };
  const socket = await openConnection({ port: ports().secured, tls });
  socket.write('GET / HTTP/1.1\r\nhost: raw.test\r\nconnection: close\r\n\r\n');
  const [answer] = await once(socket, 'data');
  expect(String(answer)).toMatch(/^HTTP\/1.1 200/);
  socket.destroy();
});

test('a patched cluster takes the place of the one before, and goes again, while requests are answered', async () => {
  const overloaded = patch(
    'overloaded',
    'patches: [{ type: Cluster, upstream: a, merge: { circuit_breakers: { thresholds: [{ max_pending_requests: 0 }] } } }]',
  );
  const status = async (path: string) => (await gateway().request({ ...shop, path })).status;
  await gateway().apply({
    listeners: { http: 'protocol: HTTP', plain: 'protocol: HTTP' },
    documents: { ...documents(), ...many(), ...patches(), ...overloaded },
  });
  expect([await status('/'), await status('/b')]).toEqual([503, 200]);
  await gateway().apply({
    listeners: { http: 'protocol: HTTP', plain: 'protocol: HTTP' },
    documents: { ...documents(), ...many(), ...patches() },
  });
  expect([await status('/'), await status('/b')]).toEqual([200, 200]);
});

test('what is wrong with a patch is said before anything is published', async () => {
  const wrong = patch('wrong', 'patches: [{ type: Cluster, upstream: a, merge: { connect_timeout: -1s } }]');
  const documentsWith = { ...documents(), ...many(), ...patches(), ...wrong };
  await expect(gateway().publish({ documents: documentsWith })).rejects.toThrow(
    /EnvoyPatch-wrong.yaml:6:\d+ error\[envoy-rule\]/,
  );
  expect((await gateway().request(shop)).status).toBe(200);
});
