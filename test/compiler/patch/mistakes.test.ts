/** What is wrong with EnvoyPatch documents is said at their own fields. */
import { expect, test } from 'vitest';
import { compile } from '../../../compiler/index.ts';
import { parse as parseYaml } from 'yaml';

const OTHERS = `
apiVersion: enroute.dev/v1
kind: Gateway
metadata: { name: edge }
spec:
  listeners: [{ name: http, port: 8080, protocol: HTTP }, { name: tcp, port: 5432, protocol: TCP }]
---
apiVersion: enroute.dev/v1
kind: VirtualHost
metadata: { name: shop }
spec:
  gateways: [edge]
  hostnames: [shop.example.com]
  routes: [{ name: cart, match: { path: { prefix: /cart } }, forward: { upstream: cart } }, { respond: { statusCode: 200 } }]
---
apiVersion: enroute.dev/v1
kind: VirtualHost
metadata: { name: blog }
spec: { gateways: [edge], hostnames: [blog.example.com] }
---
apiVersion: enroute.dev/v1
kind: TcpRoute
metadata: { name: data }
spec: { gateways: [edge], listener: tcp, upstreams: [{ upstream: cart }] }
---
apiVersion: enroute.dev/v1
kind: Upstream
metadata: { name: cart }
spec: { endpoints: [{ address: 10.0.0.1, port: 80 }] }
---
apiVersion: enroute.dev/v1
kind: Upstream
metadata: { name: unused }
spec: { endpoints: [{ address: 10.0.0.2, port: 80 }] }
---
apiVersion: enroute.dev/v1
kind: Secret
metadata: { name: keys }
spec: { type: api-keys, file: { value: /keys } }
`;

const specOf = (text: string): object => ({ gateway: 'edge', ...parseYaml(text) });

function compiled(spec: object, namespace = 'default') {
  const patch = { apiVersion: 'enroute.dev/v1', kind: 'EnvoyPatch', metadata: { name: 'patch', namespace }, spec };
  return compile([
    { path: 'others.yaml', text: OTHERS },
    { path: 'patch.json', text: JSON.stringify(patch) },
  ]);
}

const mistakes = (spec: object, namespace?: string) =>
  compiled(spec, namespace).diagnostics.map(({ code, pointer }) => `${code} ${pointer}`);

const change = (text: string, rest = '') => specOf(`patches: [{ ${text} }]\n${rest}`);
const cluster = (text: string, rest = '') => change(`type: Cluster, upstream: cart, ${text}`, rest);
const manager = (text: string) => change(`type: HttpConnectionManager, ${text}`);
const added = (text: string, rest = '') =>
  specOf(`resources: [{ '@type': type.googleapis.com/envoy.config.${text} }]\n${rest}`);

test.each([
  ['nothing of a merge', cluster('merge: { connect_timeout: 1s }'), []],
  [
    'nothing of what is replaced',
    cluster('merge: { load_assignment: null, type: LOGICAL_DNS, eds_cluster_config: null }'),
    [],
  ],
  ['a field that does not exist', cluster('merge: { connect_timeouts: 1s }'), ['envoy-rule /merge/connect_timeouts']],
  ['a value of another type', cluster('merge: { connect_timeout: 1 }'), ['envoy-rule /merge/connect_timeout']],
  ['a broken rule', cluster('merge: { connect_timeout: 0s }'), ['envoy-rule /merge/connect_timeout']],
  [
    'a rule that is broken within',
    manager('merge: { access_log: [{ name: a }, { filter: { status_code_filter: {} } }] }'),
    ['envoy-rule /merge/access_log/1/filter/status_code_filter'],
  ],
  ['a field that must be there', manager('merge: { stat_prefix: null }'), ['envoy-rule /merge/stat_prefix']],
  ['one of two', manager('merge: { route_config: { name: a } }'), ['envoy-rule /merge']],
  [
    'a field that does not exist, in an Any',
    cluster(
      'merge: { transport_socket: { name: a, typed_config: { "@type": type.googleapis.com/envoy.extensions.transport_sockets.raw_buffer.v3.RawBuffer, a: 1 } } }',
    ),
    ['envoy-rule /merge/transport_socket/typed_config/a'],
  ],
  [
    'an unknown type',
    cluster('merge: { transport_socket: { name: a, typed_config: { "@type": type.googleapis.com/a.B } } }'),
    ['envoy-rule /merge/transport_socket/typed_config/@type'],
  ],
  ['an operation without a value', cluster('operations: [{ op: add, path: /name }]'), ['needs-field /operations/0/op']],
  ['an operation without a source', cluster('operations: [{ op: copy, path: /a }]'), ['needs-field /operations/0/op']],
  [
    'an operation with too much',
    cluster('operations: [{ op: remove, path: /alt_stat_name, value: 1, from: /a }]'),
    ['needless-field /operations/0/value', 'needless-field /operations/0/from'],
  ],
  [
    'a path that is none',
    cluster('operations: [{ op: remove, path: alt_stat_name }]'),
    ['invalid-format /operations/0/path'],
  ],
  ['a path that leads nowhere', cluster('operations: [{ op: remove, path: /a }]'), ['no-such-path /operations/0/path']],
  [
    'a source that leads nowhere',
    cluster('operations: [{ op: copy, from: /a, path: /b }]'),
    ['no-such-path /operations/0/from'],
  ],
  [
    'a broken rule of an operation',
    cluster('operations: [{ op: remove, path: /alt_stat_name }, { op: replace, path: /connect_timeout, value: 0s }]'),
    ['envoy-rule /operations/1/value'],
  ],
  [
    'a broken rule within the value of an operation',
    manager('operations: [{ op: add, path: /access_log/-, value: { name: a, filter: { status_code_filter: {} } } }]'),
    ['envoy-rule /operations/0/value/filter/status_code_filter'],
  ],
  [
    'what an operation takes away',
    manager('operations: [{ op: remove, path: /stat_prefix }]'),
    ['envoy-rule /operations/0/path'],
  ],
  [
    'what is no message any more',
    cluster('operations: [{ op: replace, path: "", value: 1 }]'),
    ['envoy-rule /operations/0/value'],
  ],
  ['a name of another', cluster('merge: { name: other }'), ['renamed-resource /merge/name']],
  ['a name of none', cluster('merge: { name: null }'), ['envoy-rule /merge/name']],
  [
    'a name by an operation',
    change('type: VirtualHost, virtualHost: shop, operations: [{ op: replace, path: /name, value: a }]'),
    ['renamed-resource /operations/0/path'],
  ],
  ['no change', cluster('merge: null'), ['wrong-type /merge']],
  ['neither', change('type: Bootstrap'), ['missing-choice ']],
  ['a listener that is not there', change('type: Listener, listener: htp, merge: {}'), ['unknown-listener /listener']],
  [
    'a host that is not there',
    change('type: VirtualHost, virtualHost: sho, merge: {}'),
    ['unknown-reference /virtualHost'],
  ],
  [
    'a host on a listener without hosts',
    change('type: VirtualHost, virtualHost: shop, listener: tcp, merge: {}'),
    ['selects-nothing '],
  ],
  [
    'a chain of a host that has none',
    change('type: FilterChain, virtualHost: shop, listener: http, merge: {}'),
    ['selects-nothing '],
  ],
  ['HTTP on a TCP listener', manager('listener: tcp, merge: {}'), ['selects-nothing ']],
  ['a rule that is not there', change('type: Route, virtualHost: shop, rule: card, merge: {}'), ['selects-nothing ']],
  ['an Upstream that nothing uses', change('type: Cluster, upstream: unused, merge: {}'), ['selects-nothing ']],
  ['two origins', change('type: Route, virtualHost: shop, route: shop, merge: {}'), ['mutually-exclusive /route']],
  ['a type that there is not', change('type: Secret, merge: {}'), ['invalid-value /type']],
  [
    'a private key',
    cluster('merge: { alt_stat_name: "-----BEGIN PRIVATE KEY-----" }'),
    ['secret-in-document /merge/alt_stat_name'],
  ],
  [
    'a private key in base64',
    cluster(`merge: { metadata: { filter_metadata: { a: { key: ${btoa('-----BEGIN PRIVATE KEY-----\n')} } } } }`),
    ['secret-in-document /merge/metadata/filter_metadata/a/key'],
  ],
  [
    'a private key in an operation',
    cluster('operations: [{ op: add, path: /alt_stat_name, value: "-----BEGIN RSA PRIVATE KEY-----" }]'),
    ['secret-in-document /operations/0/value'],
  ],
  [
    'a cluster that is not declared',
    cluster('merge: { alt_stat_name: "{cluster:a}" }'),
    ['invalid-value /merge/alt_stat_name'],
  ],
  ['a bootstrap without its relay', change('type: Bootstrap, merge: { static_resources: null }'), ['envoy-rule ']],
  [
    'a bootstrap without sources',
    change('type: Bootstrap, merge: { dynamic_resources: { lds_config: null } }'),
    ['envoy-rule '],
  ],
  [
    'a domain of another host',
    change('type: VirtualHost, virtualHost: shop, merge: { domains: [BLOG.example.com] }'),
    ['envoy-rule '],
  ],
  [
    'a socket of another listener',
    change('type: Listener, listener: http, merge: { address: { socket_address: { port_value: 5432 } } }'),
    ['listener-conflict '],
  ],
])('reports %s', (_, spec, expected) => {
  expect(mistakes(spec)).toEqual(
    expected.map((one) => one.replace(/ (.*)$/, (__, pointer: string) => ` /spec/patches/0${pointer}`)),
  );
});

const LISTENER = 'listener.v3.Listener';
const CLUSTER = 'cluster.v3.Cluster';

test.each([
  ['nothing of a cluster', added('cluster.v3.Cluster, name: raw'), []],
  ['a type that cannot be added', added('bootstrap.v3.Bootstrap'), ['invalid-value /spec/resources/0/@type']],
  [
    'a secret',
    specOf("resources: [{ '@type': type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.Secret, name: a }]"),
    ['invalid-value /spec/resources/0/@type'],
  ],
  [
    'a broken rule',
    added('cluster.v3.Cluster, name: raw, connect_timeout: 0s'),
    ['envoy-rule /spec/resources/0/connect_timeout'],
  ],
  ['a cluster without a name', added('cluster.v3.Cluster'), ['envoy-rule /spec/resources/0/name']],
  ['a listener without a name', added(LISTENER), ['missing-field /spec/resources/0']],
  ['a name that is taken', added(`${LISTENER}, name: http`), ['duplicate-resource /spec/resources/0/name']],
  [
    'a name that is taken by endpoints',
    added('endpoint.v3.ClusterLoadAssignment, cluster_name: default/cart'),
    ['duplicate-resource /spec/resources/0/cluster_name'],
  ],
  [
    'an endpoint that is nowhere',
    added(
      `${CLUSTER}, name: a, load_assignment: { cluster_name: a, endpoints: [{ lb_endpoints: [{ endpoint: {} }] }] }`,
    ),
    ['envoy-rule /spec/resources/0'],
  ],
  [
    'a socket that is taken',
    added(`${LISTENER}, name: a, address: { socket_address: { address: 127.0.0.1, port_value: 8080 } }`),
    ['listener-conflict /spec/resources/0'],
  ],
  [
    'nothing of a socket for UDP',
    added(`${LISTENER}, name: a, address: { socket_address: { protocol: UDP, address: 127.0.0.1, port_value: 8080 } }`),
    [],
  ],
  ['API keys', added('cluster.v3.Cluster, name: raw', 'secrets: { a: keys }'), ['wrong-secret-type /spec/secrets/a']],
  ['nothing at all', specOf('{}'), ['missing-choice /spec']],
])('reports %s', (_, spec, expected) => expect(mistakes(spec)).toEqual(expected));

test('a patch is for a Gateway of its namespace', () => {
  expect(mistakes(cluster('merge: {}'), 'elsewhere')).toContain('unknown-reference /spec/gateway');
  expect(mistakes({ ...cluster('merge: {}'), gateway: 'default/edge' })).toEqual(['invalid-format /spec/gateway']);
});
