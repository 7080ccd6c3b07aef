/** Small sets of documents that are edited again and again: each document in one of several variants, or absent. */
import type { SourceFile } from '../../../compiler/1-parse/document.ts';

/** Kind and name → the `spec`s that the document may have; some of them are mistakes. */
export const VARIANTS: ReadonlyMap<string, readonly object[]> = new Map<string, readonly object[]>([
  ['Secret tls', [secret('/a'), secret('/b'), { type: 'generic', file: { value: '/v' } }]],
  ['Upstream a', [upstream(1), upstream(2), { ...upstream(1), tls: { sni: 'a.test', validation: { system: true } } }]],
  ['Upstream b', [upstream(1), { ...upstream(1), tls: tlsOf('tls') }, { dns: { hostname: 'b.test', port: 80 } }]],
  ['Upstream auth', [{ ...upstream(3), protocol: 'http2' }, { ...upstream(4), protocol: 'http2' }, upstream(3)]],
  ['Filter authorize', [{ type: 'external-authorization', grpc: { upstream: 'auth' } }, headers('1')]],
  ['Filter mark', [headers('1'), headers('2'), { ...headers('3'), name: 'other' }, headers('4', 'host')]],
  [
    'Gateway edge',
    [gateway([]), gateway([reference('authorize')]), gateway([reference('mark'), reference('mark')], 8081)],
  ],
  ['Gateway inner', [inner('TCP'), inner('TLS')]],
  [
    'VirtualHost shop',
    [
      host([rule('/', 'a'), rule('/b', 'b')]),
      { ...host([rule('/', 'b')]), filters: [reference('mark')], allowedRoutes: [] },
      { ...host([]), gateways: ['edge', 'inner'], disableFilters: ['external-authorization'] },
      { ...host([rule('/', 'a')]), tls: { certificates: ['tls'] } },
    ],
  ],
  [
    'VirtualHost blog',
    [
      { ...host([rule('/', 'a')]), hostnames: ['blog.test'], tls: { certificates: ['tls'] } },
      { ...host([rule('/', 'missing')]), hostnames: ['blog.test'] },
      host([rule('/', 'a')]),
    ],
  ],
  [
    'Route pay',
    [
      { ...route([rule('/pay', 'a')]), filters: [reference('mark')] },
      route([rule('/pay', 'b'), rule('/pay/card', 'a')]),
    ],
  ],
  [
    'Route track',
    [
      { ...route([rule('/track', 'a'), rule('/track/pay', 'a')]), filters: [reference('authorize')] },
      { ...route([{ ...rule('/track', 'b'), filters: [headers('9')], disableFilters: ['headers'] }]) },
      { ...route([rule('/t', 'b')]), virtualHosts: ['shop', 'blog'] },
    ],
  ],
  ['TcpRoute data', [{ gateways: ['inner'], listener: 'tcp', upstreams: [{ upstream: 'a' }] }]],
  [
    'EnvoyPatch tune',
    [
      patch([cluster('a', '7s')]),
      patch([cluster('a', '8s'), { type: 'HttpConnectionManager', listener: 'http', merge: { via: 'edge' } }], 'b'),
      patch([
        {
          type: 'Route',
          virtualHost: 'shop',
          merge: { route: { request_mirror_policies: [{ cluster: '{cluster:x}' }] } },
        },
      ]),
      patch([{ type: 'VirtualHost', virtualHost: 'shop', merge: { include_request_attempt_count: true } }], 'auth'),
      patch([cluster('a', 'long')]),
    ],
  ],
  ['EnvoyPatch more', [{ ...patch([cluster('a', '9s')]), order: -1 }, patch([cluster('b', '9s')])]],
  ['RateLimit limits', [{ gateways: ['edge'], domain: 'shop', descriptors: [{ key: 'remote_address' }] }]],
]);

function upstream(host: number): object {
  return { endpoints: [{ address: `10.0.0.${host}`, port: 80 }] };
}

function tlsOf(name: string): object {
  return { sni: 'b.test', validation: { system: true }, clientCertificate: name };
}

function patch(patches: readonly object[], mirror = 'a'): object {
  return { gateway: 'edge', patches, clusters: { x: mirror } };
}

function cluster(name: string, timeout: string): object {
  return { type: 'Cluster', upstream: name, merge: { connect_timeout: timeout } };
}

function secret(path: string): object {
  return { type: 'tls-certificate', file: { certificateChain: `${path}.crt`, privateKey: `${path}.key` } };
}

function headers(value: string, name = 'x-mark'): object {
  return { type: 'headers', request: { set: [{ name, value }] } };
}

function reference(filter: string): object {
  return { type: 'reference', filter };
}

function gateway(filters: readonly object[], port = 8080): object {
  const https = { name: 'https', port: port + 1000, protocol: 'HTTPS' };
  return { listeners: [{ name: 'http', port, protocol: 'HTTP' }, https], filters };
}

function inner(protocol: string): object {
  const http = { name: 'http', port: 8090, protocol: 'HTTP' };
  return { listeners: [http, { name: 'tcp', port: 9000, protocol }] };
}

function host(routes: readonly object[]): object {
  return { gateways: ['edge'], hostnames: ['shop.test'], routes };
}

function route(routes: readonly object[]): object {
  return { virtualHosts: ['shop'], routes };
}

function rule(prefix: string, name: string): object {
  return { match: { path: { prefix } }, forward: { upstream: name } };
}

/** The number of the variant of each document; one that is not there has none. */
export type Choice = ReadonlyMap<string, number>;

/** Everything in its first variant. */
export const FIRST: Choice = new Map([...VARIANTS.keys()].map((document) => [document, 0]));

/** How documents lie in files: each in one of its own, or all of a kind in one, where none lies where it lay before. */
export type Layout = 'apart' | 'together';

export function filesOf(choice: Choice, layout: Layout): readonly SourceFile[] {
  const texts = new Map<string, string>();
  for (const [document, variant] of choice) {
    const [kind = '', name = ''] = document.split(' ');
    const spec = VARIANTS.get(document)?.[variant];
    if (!spec) continue;
    const file = layout === 'apart' ? `${kind}-${name}` : kind;
    const text = JSON.stringify({ apiVersion: 'enroute.dev/v1', kind, metadata: { name }, spec });
    texts.set(file, `${texts.get(file) ?? (layout === 'apart' ? '' : '# Together\n')}---\n${text}\n`);
  }
  return [...texts].map(([file, text]) => ({ path: `${file}.yaml`, text }));
}
