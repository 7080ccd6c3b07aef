/** Hosts that stand apart from their route configuration, from a number of them on. */
import { describe, expect, test } from 'vitest';
import { TREE_RULE } from '../../compiler/4-lower/route/route-tree.ts';
import { FEWEST_HOSTS_APART } from '../../compiler/4-lower/route/shared-routes.ts';
import { diffBundles } from '../../compiler/5-pack/diff.ts';
import { readable } from '../../compiler/diff/readable.ts';
import {
  bundleFiles,
  compile,
  createCompileMemo,
  type CompiledBundle,
  type Diagnostic,
  type SourceFile,
} from '../../compiler/index.ts';

interface Documents {
  readonly hosts?: number;
  readonly protocol?: string;
  readonly listener?: string;
  readonly filters?: string;
  readonly more?: string;
  /** The rest of a host's spec, by its number. */
  readonly spec?: (place: number) => string;
}

const SERVING = (): string => 'routes: [{ respond: { statusCode: 204 } }]';

const files = (documents: Documents): readonly SourceFile[] => {
  const { hosts = FEWEST_HOSTS_APART, protocol = 'delta', filters = '[]', more = '', spec = SERVING } = documents;
  const { listener = '{ name: http, port: 8080, protocol: HTTP }' } = documents;
  return [
    {
      path: 'edge.yaml',
      text: `apiVersion: enroute.dev/v1
kind: Gateway
metadata: { name: edge }
spec:
  listeners: [${listener}]
  filters: ${filters}
  relay: { protocol: ${protocol} }
${more}`,
    },
    ...Array.from({ length: hosts }, (_, place) => ({
      path: `h${place}.yaml`,
      text: `apiVersion: enroute.dev/v1
kind: VirtualHost
metadata: { name: h${place}.shop }
spec:
  gateways: [edge]
  hostnames: [h${place}.example.com]
  ${spec(place)}
`,
    })),
  ];
};

function compiled(documents: Documents, memo = createCompileMemo()): CompiledBundle {
  const { bundles, diagnostics } = compile(files(documents), memo);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const [bundle] = bundles;
  if (!bundle) throw new Error('there is no bundle');
  return bundle;
}

const namesOf = ({ resources }: CompiledBundle, type: string): readonly string[] =>
  resources.filter((resource) => resource.type.endsWith(`.${type}`)).map(({ name }) => name);

const message = ({ resources }: CompiledBundle, wanted: string): unknown =>
  resources.find(({ name }) => name === wanted)?.message;

const changes = (before: CompiledBundle, after: CompiledBundle): readonly string[] =>
  diffBundles(before, after).types.flatMap(({ added, changed, removed }) => [
    ...added.map((name) => `+${name}`),
    ...changed.map((name) => `~${name}`),
    ...removed.map((name) => `-${name}`),
  ]);

describe('many hosts in plain text', () => {
  test('are resources of their own, under the name of their route configuration', () => {
    const bundle = compiled({});
    expect(namesOf(bundle, 'RouteConfiguration')).toEqual(['http/hosts']);
    expect(namesOf(bundle, 'VirtualHost')).toHaveLength(FEWEST_HOSTS_APART);
    expect(message(bundle, 'http/hosts')).toEqual({
      name: 'http/hosts',
      vhds: { config_source: { ads: {}, resource_api_version: 'V3' } },
      ignore_port_in_host_matching: true,
      max_direct_response_body_size_bytes: 3 * 1024 * 1024,
    });
    expect(message(bundle, 'http/hosts/default.h7.shop')).toEqual({
      name: 'http/hosts/default.h7.shop',
      domains: ['h7.example.com'],
      routes: [{ name: 'default/h7.shop', match: { prefix: '/' }, direct_response: { status: 204 } }],
    });
    expect(JSON.stringify(message(bundle, 'http'))).toContain('"route_config_name":"http/hosts"');
    expect([...bundleFiles(bundle).keys()]).toContain('default.edge/virtual-hosts.json');
  });

  test.each<[string, Documents]>([
    ['one less', { hosts: FEWEST_HOSTS_APART - 1 }],
    ['State of the World', { protocol: 'state-of-the-world' }],
  ])('stand in their route configuration: %s', (_, documents) => {
    const bundle = compiled(documents);
    expect(namesOf(bundle, 'RouteConfiguration')).toEqual(['http']);
    expect(namesOf(bundle, 'VirtualHost')).toEqual([]);
  });

  test('change one by one', () => {
    const memo = createCompileMemo();
    const other = (place: number): string =>
      place === 7 ? `routes: [{ respond: { statusCode: 200, body: ${'x'.repeat(5_000)} } }]` : SERVING();
    const [before, after] = [compiled({}, memo), compiled({ spec: other }, memo)];
    expect(changes(before, after)).toEqual(['~http/hosts/default.h7.shop']);
    expect(changes(before, compiled({ hosts: FEWEST_HOSTS_APART + 1 }, memo))).toEqual([
      `+http/hosts/default.h${FEWEST_HOSTS_APART}.shop`,
    ]);
    expect(after.id).toBe(compiled({ spec: other }).id);
  });

  test('are told each what filters of the gateway are told, so that these change in one step with theirs', () => {
    const own = (place: number): string =>
      place === 7 ? `filters: [{ type: buffer, maximumSize: 8MiB }]\n  ${SERVING()}` : SERVING();
    const [before, after] = [
      compiled({ spec: own }),
      compiled({ spec: own, filters: '[{ type: buffer, maximumSize: 64KiB }]' }),
    ];
    const size = (bytes: number) => ({ typed_per_filter_config: { buffer: { buffer: { max_request_bytes: bytes } } } });
    expect(message(after, 'http/hosts/default.h7.shop')).toMatchObject(size(8 * 1024 * 1024));
    expect(message(after, 'http/hosts/default.h8.shop')).toMatchObject(size(64 * 1024));
    expect(message(after, 'http/hosts')).toEqual(message(before, 'http/hosts'));
  });
});

test('a host apart is compared by its routes, however Envoy finds them', () => {
  const routes = Array.from(
    { length: TREE_RULE.fewestRoutes },
    (_, place) => `{ name: r${place}, match: { path: { exact: /${place} } }, respond: { statusCode: 204 } }`,
  );
  const bundle = compiled({ spec: (place) => (place === 7 ? `routes: [${routes.join()}]` : SERVING()) });
  const host = message(bundle, 'http/hosts/default.h7.shop');
  expect(host).not.toHaveProperty('routes');
  expect(readable({ kind: 'virtual-host' }, host)).toMatchObject({
    matcher: 'a tree over these routes',
    routes: expect.arrayContaining([expect.objectContaining({ name: 'default/h7.shop/r0' })]),
  });
});

describe('many hosts for clients that name no server', () => {
  const secure: Documents = {
    listener: '{ name: https, port: 8443, protocol: HTTPS, tls: { fallback: { certificates: [shop] } } }',
    more: `---
apiVersion: enroute.dev/v1
kind: Secret
metadata: { name: shop }
spec:
  type: tls-certificate
  file: { certificateChain: /etc/shop.crt, privateKey: /etc/shop.key }
`,
    hosts: FEWEST_HOSTS_APART + 1,
    spec: (place) => `tls: { certificates: [shop], fallback: ${place > 0} }\n  ${SERVING()}`,
  };

  test('stand apart too, with those that are not served there', () => {
    const bundle = compiled(secure);
    expect(namesOf(bundle, 'RouteConfiguration')).toHaveLength(FEWEST_HOSTS_APART + 2);
    expect(namesOf(bundle, 'VirtualHost')).toHaveLength(FEWEST_HOSTS_APART + 1);
    expect(message(bundle, 'https/hosts/misdirected')).toMatchObject({ domains: ['h0.example.com'] });
    expect(message(bundle, 'https/hosts/default.h1.shop')).toMatchObject({ domains: ['h1.example.com'] });
  });

  test('a changed host changes its own two resources', () => {
    const other = (place: number): string => secure.spec?.(place).replace('204', place === 7 ? '200' : '204') ?? '';
    expect(changes(compiled(secure), compiled({ ...secure, spec: other }))).toEqual([
      '~https/default/h7.shop',
      '~https/hosts/default.h7.shop',
    ]);
  });
});

describe('a patch', () => {
  const patch = (rest: string): string => `---
apiVersion: enroute.dev/v1
kind: EnvoyPatch
metadata: { name: tuning }
spec:
  gateway: edge
  ${rest}
`;

  test.each([
    [`patches: [{ type: VirtualHost, virtualHost: h7.shop, merge: { request_body_buffer_limit: 1000 } }]`],
    [`patches: [{ type: Route, virtualHost: h7.shop, merge: { metadata: { filter_metadata: { a: { b: 1 } } } } }]`],
  ])('of a host or its routes reaches that host alone: %s', (rest) => {
    const [before, after] = [compiled({}), compiled({ more: patch(rest) })];
    expect(changes(before, after)).toEqual(['~http/hosts/default.h7.shop']);
    expect(after.manifest.patches).toEqual([
      {
        name: 'default/tuning',
        resources: [
          { typeUrl: 'type.googleapis.com/envoy.config.route.v3.VirtualHost', name: 'http/hosts/default.h7.shop' },
        ],
      },
    ]);
  });

  test('that gives a host the domain of another is a mistake', () => {
    const rest = `patches: [{ type: VirtualHost, virtualHost: h7.shop, merge: { domains: [H8.example.com] } }]`;
    const { diagnostics } = compile(files({ more: patch(rest) }));
    expect(diagnostics.map(({ code, message: text }: Diagnostic) => [code, text])).toEqual([
      ['envoy-rule', expect.stringContaining('must not have the domain "h8.example.com" twice')],
    ]);
  });
});
