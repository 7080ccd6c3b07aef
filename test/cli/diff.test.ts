import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { edit, enroutectl, enroutectlJson, quickStart, save, succeed } from './enroutectl.ts';

const changed = async (): Promise<string> => {
  const cwd = await quickStart();
  await succeed(['publish', 'gateways', '--store', 'bucket', '--message', 'First'], { cwd });
  await succeed(['compile', 'gateways', '--out', 'compiled'], { cwd });
  const shop = join(cwd, 'gateways/shop.yaml');
  await edit(shop, 'forward: { upstream: demo }', 'forward: { upstream: demo, timeout: 3s }');
  await edit(shop, 'port: 8081 }', 'port: 8082 }');
  return cwd;
};

const WHAT_CHANGED = {
  equal: false,
  gateways: [
    {
      gateway: 'default/edge',
      added: 0,
      changed: 2,
      removed: 0,
      resources: [
        {
          change: 'changed',
          kind: 'endpoint',
          name: 'default/demo',
          fields: [
            {
              path: 'endpoints[0].lb_endpoints[0].endpoint.address.socket_address.port_value',
              change: 'changed',
              before: 8081,
              after: 8082,
            },
          ],
        },
        {
          change: 'changed',
          kind: 'route',
          name: 'http',
          fields: [
            {
              path: 'virtual_hosts[default/shop].routes[2].route.timeout',
              change: 'changed',
              before: '15s',
              after: '3s',
            },
          ],
        },
      ],
    },
  ],
};

describe('diff', () => {
  test('shows each resource as a person reads it', async () => {
    const cwd = await changed();
    const { exit, out, err } = await enroutectl(['diff', 'bucket', 'gateways'], { cwd });
    expect({ exit, err }).toEqual({ exit: 1, err: '' });
    expect(out.replaceAll(/@[0-9a-f]{8}/g, '@HASH')).toMatchInlineSnapshot(`
      "default/edge: 0 added, 2 changed, 0 removed, 3 unchanged
      ~ endpoint default/demo
          endpoints[0].lb_endpoints[0].endpoint.address.socket_address.port_value: 8081 → 8082
          @@ -9,5 +9,5 @@
                         "socket_address": {
                           "address": "127.0.0.1",
          -                "port_value": 8081
          +                "port_value": 8082
                         }
                       }
      ~ route http
          virtual_hosts[default/shop].routes[2].route.timeout: "15s" → "3s"
          @@ -70,5 +70,5 @@
                     "route": {
                       "cluster": "default/demo@HASH",
          -            "timeout": "15s"
          +            "timeout": "3s"
                     },
                     "name": "default/shop"
      "
    `);
  });

  test.each([
    ['a bucket and documents', ['bucket', 'gateways']],
    ['the head of a bucket and documents', ['@head', 'gateways', '--store', 'bucket']],
    ['the head, if only one side is named', ['gateways', '--store', 'bucket']],
    ['a revision', ['@1', 'gateways', '--store', 'bucket']],
    ['a compiled folder', ['compiled', 'gateways']],
    ['a gateway by its name', ['bucket', 'gateways', '--gateway', 'edge']],
  ])('compares %s', async (_, args) => {
    const cwd = await changed();
    const { exit, json } = await enroutectlJson(['diff', ...args], { cwd });
    expect(exit).toBe(1);
    expect(json).toMatchObject(WHAT_CHANGED);
  });

  test('finds no difference where there is none, the bootstrap included', async () => {
    const cwd = await quickStart();
    await succeed(['compile', 'gateways', '--out', 'compiled'], { cwd });
    expect(await enroutectl(['diff', 'compiled', 'gateways'], { cwd })).toEqual({
      exit: 0,
      out: 'default/edge: 0 added, 0 changed, 0 removed, 6 unchanged\n',
      err: '',
    });
    await save(join(cwd, 'gateways/gateway.yaml'), GATEWAY_WITH_ADMIN);
    const { json } = await enroutectlJson(['diff', 'compiled', 'gateways'], { cwd });
    expect(json.gateways[0].resources).toMatchObject([
      { kind: 'bootstrap', fields: [{ path: 'admin.address.socket_address.port_value', before: 9901, after: 9902 }] },
    ]);
  });

  test('shows a cluster that has other settings, and so another name, as one that changes', async () => {
    const cwd = await quickStart();
    await succeed(['compile', 'gateways', '--out', 'compiled'], { cwd });
    await edit(join(cwd, 'gateways/shop.yaml'), /^spec:\n {2}endpoints:/m, 'spec:\n  connectTimeout: 1s\n  endpoints:');
    const { json } = await enroutectlJson(['diff', 'compiled', 'gateways'], { cwd });
    const [cluster] = json.gateways[0].resources;
    expect(cluster).toMatchObject({
      change: 'changed',
      kind: 'cluster',
      name: expect.stringMatching(/^default\/demo@/),
    });
    expect(cluster.previousName).not.toBe(cluster.name);
    expect(cluster.fields).toContainEqual({ path: 'connect_timeout', change: 'changed', before: '5s', after: '1s' });
  });

  test('says of a new gateway that all of it is added, and nothing of what only the bucket has', async () => {
    const cwd = await changed();
    await save(join(cwd, 'other/gateway.yaml'), GATEWAY_WITH_ADMIN.replace('name: edge', 'name: other'));
    const { exit, json } = await enroutectlJson(['diff', 'bucket', 'other'], { cwd });
    expect(exit).toBe(1);
    expect(json.gateways).toMatchObject([{ gateway: 'default/other', changed: 0, removed: 0 }]);
    expect(json.gateways[0].added).toBeGreaterThan(1);
    expect((await enroutectlJson(['diff', 'gateways', 'other'], { cwd })).json.gateways).toMatchObject([
      { gateway: 'default/edge', added: 0, unchanged: 0 },
      { gateway: 'default/other', removed: 0, unchanged: 0 },
    ]);
  });

  test('shows the mistakes of documents that do not compile', async () => {
    const cwd = await changed();
    await edit(join(cwd, 'gateways/shop.yaml'), 'upstream: demo', 'upstream: demi');
    const { exit, out, err } = await enroutectl(['diff', 'compiled', 'gateways'], { cwd });
    expect({ exit, out }).toEqual({ exit: 1, out: '' });
    expect(err).toContain('error[unknown-reference]');
    const { json } = await enroutectlJson(['diff', 'compiled', 'gateways'], { cwd });
    expect(json.error).toMatchObject({ exitCode: 1, diagnostics: [{ code: 'unknown-reference' }] });
  });

  test.each([
    [['@7', 'gateways', '--store', 'bucket'], 'default/edge has no revision 7'],
    [['@head', 'gateways'], 'no bucket is named'],
    [['bucket', 'gateways', '--gateway', 'nobody'], 'neither side has such a gateway'],
    [['nowhere', 'gateways'], 'nowhere: there is no such file'],
  ])('of %j fails with a sentence', async (args, words) => {
    const cwd = await changed();
    const { exit, err } = await enroutectl(['diff', ...args], { cwd });
    expect(exit).toBe(2);
    expect(err).toContain(words);
  });
});

const GATEWAY_WITH_ADMIN = `apiVersion: enroute.dev/v1
kind: Gateway
metadata:
  name: edge
spec:
  listeners:
    - name: http
      port: 8080
      protocol: HTTP
  admin: { port: 9902 }
`;

describe('a host with so many routes that Envoy looks them up in a tree', () => {
  const routes = (count: number, status = 200) =>
    Array.from(
      { length: count },
      (_, place) =>
        `    - { match: { path: { prefix: /r/${place} } }, respond: { statusCode: ${place === 5 ? status : 200} } }\n`,
    ).join('');
  const documents = (all: string) => `apiVersion: enroute.dev/v1
kind: Gateway
metadata: { name: edge }
spec: { listeners: [{ name: http, port: 8080, protocol: HTTP }] }
---
apiVersion: enroute.dev/v1
kind: VirtualHost
metadata: { name: shop }
spec:
  gateways: [edge]
  hostnames: ['*']
  routes:
    - { respond: { statusCode: 404 } }
${all}`;
  const fieldsBetween = async (before: string, after: string) => {
    const cwd = await quickStart();
    await save(join(cwd, 'before.yaml'), documents(before));
    await save(join(cwd, 'after.yaml'), documents(after));
    const { json } = await enroutectlJson(['diff', 'before.yaml', 'after.yaml'], { cwd });
    return (json as typeof WHAT_CHANGED).gateways[0]?.resources[0]?.fields;
  };

  test('has a changed route once, at its place', async () => {
    const [field, ...others] = (await fieldsBetween(routes(80), routes(80, 204))) ?? [];
    expect(others).toEqual([]);
    expect(field).toMatchObject({ change: 'changed', before: 200, after: 204 });
    expect(field?.path).toMatch(/^virtual_hosts\[default\/shop\]\.routes\[\d+\]\.direct_response\.status$/);
  });

  test('says that it has become a tree', async () => {
    const fields = (await fieldsBetween(routes(62), routes(63))) ?? [];
    const matcher = fields.find(({ path }) => path === 'virtual_hosts[default/shop].matcher');
    expect(matcher).toEqual({ ...matcher, change: 'added', after: 'a tree over these routes' });
  });
});

describe('patches', () => {
  test('are named with what they have changed, from documents, a compiled folder and a bucket alike', async () => {
    const cwd = await quickStart();
    await succeed(['publish', 'gateways', '--store', 'bucket', '--message', 'First'], { cwd });
    await save(join(cwd, 'gateways/patch.yaml'), PATCH);
    await succeed(['compile', 'gateways', '--out', 'compiled'], { cwd });
    const heads = async (from: string, to: string) =>
      (await enroutectl(['diff', from, to], { cwd })).out.split('\n').filter((line) => /^[+~-] /.test(line));
    const patched = ['~ listener http (patched by default/via)', '+ route extra (patched by default/via)'];
    expect(await heads('bucket', 'gateways')).toEqual(patched);
    expect(await heads('bucket', 'compiled')).toEqual(patched);
    await succeed(['publish', 'gateways', '--store', 'bucket', '--message', 'Patched'], { cwd });
    expect(await heads('compiled', 'bucket')).toEqual([]);
    await save(
      join(cwd, 'gateways/patch.yaml'),
      PATCH.replace('name: via', 'name: other').replace('via: edge', 'via: envoy'),
    );
    expect(await heads('bucket', 'gateways')).toEqual([
      '~ listener http (patched by default/other; no longer patched by default/via)',
    ]);
    await save(join(cwd, 'gateways/patch.yaml'), '');
    expect(await heads('bucket', 'gateways')).toEqual([
      '~ listener http (no longer patched by default/via)',
      '- route extra (patched by default/via)',
    ]);
    const { json } = await enroutectlJson(['diff', 'bucket', 'gateways'], { cwd });
    expect(json.gateways[0].resources[0]).toMatchObject({ name: 'http', patchedBefore: ['default/via'] });
  });
});

const PATCH = `apiVersion: enroute.dev/v1
kind: EnvoyPatch
metadata: { name: via }
spec:
  gateway: edge
  patches: [{ type: HttpConnectionManager, merge: { via: edge } }]
  resources: [{ '@type': type.googleapis.com/envoy.config.route.v3.RouteConfiguration, name: extra }]
`;
