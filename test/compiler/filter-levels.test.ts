/** Filters at the gateway, a host and a route: the innermost of a name holds, though Envoy itself would merge some. */
import { expect, onTestFinished, test } from 'vitest';
import { readListenerPort } from '../../cli/local/envoy-admin.ts';
import { startDemoUpstream } from '../../cli/local/demo-upstream.ts';
import { compile } from '../../compiler/index.ts';
import { useEnvoy } from '../servers/envoy.ts';
import { request } from '../servers/http-client.ts';
import { reservePort } from '../servers/ports.ts';
import { assemble, type Material } from './static-assembly.ts';

const { start } = useEnvoy();

const NO_SECRETS: Material = { authority: '', certificate: '', privateKey: '', fingerprint: '' };

const documents = (port: number, upstreamPort: number): string => `
apiVersion: enroute.dev/v1
kind: Gateway
metadata: { name: edge }
spec:
  listeners: [{ name: http, address: 127.0.0.1, port: ${port}, protocol: HTTP }]
  admin: { port: 0 }
  accessLog: []
  filters:
    - { type: headers, response: { set: [{ name: x-gateway, value: 'yes' }] } }
    - { type: cors, allowOrigins: [{ exact: https://gateway.example }], allowHeaders: [x-gateway], maximumAge: 1h }
---
apiVersion: enroute.dev/v1
kind: VirtualHost
metadata: { name: shop }
spec:
  gateways: [edge]
  hostnames: [shop.example.com]
  filters:
    - { type: headers, response: { set: [{ name: x-host, value: 'yes' }] } }
    - { type: cors, allowOrigins: [{ exact: https://host.example }] }
  routes:
    - forward: { upstream: shop }
    - match: { path: { prefix: /route } }
      filters: [{ type: headers, response: { set: [{ name: x-route, value: 'yes' }] } }]
      forward: { upstream: shop }
    - match: { path: { prefix: /disabled } }
      disableFilters: [headers]
      forward: { upstream: shop }
---
apiVersion: enroute.dev/v1
kind: VirtualHost
metadata: { name: others }
spec:
  gateways: [edge]
  hostnames: ['*']
  routes: [{ forward: { upstream: shop } }]
---
apiVersion: enroute.dev/v1
kind: Upstream
metadata: { name: shop }
spec: { endpoints: [{ address: 127.0.0.1, port: ${upstreamPort} }] }
`;

async function startEdge(): Promise<number> {
  const upstream = await startDemoUpstream({ name: 'shop' });
  onTestFinished(upstream.stop);
  const text = documents(await reservePort(), upstream.port);
  const { bundles, diagnostics } = compile([{ path: 'edge.yaml', text }]);
  expect(diagnostics).toEqual([]);
  const [bundle] = bundles;
  if (!bundle) throw new Error('there is no bundle');
  const { adminPort } = await start({ bootstrap: assemble(bundle, NO_SECRETS) });
  return readListenerPort(adminPort, 'http');
}

test('an inner filter replaces the one of its name further out, or disables it', async () => {
  const port = await startEdge();
  const marks = async (host: string, path: string) => {
    const { headers } = await request({ port, host, path });
    return ['x-gateway', 'x-host', 'x-route'].filter((name) => headers.has(name));
  };
  expect(await marks('elsewhere.example.com', '/')).toEqual(['x-gateway']);
  expect(await marks('shop.example.com', '/')).toEqual(['x-host']);
  expect(await marks('shop.example.com', '/route')).toEqual(['x-route']);
  expect(await marks('shop.example.com', '/disabled')).toEqual([]);
});

test('an inner filter inherits no setting from the one that it replaces', async () => {
  const port = await startEdge();
  const preflight = async (host: string, origin: string) => {
    const asked = { origin, 'access-control-request-method': 'GET' };
    const { headers } = await request({ port, host, method: 'OPTIONS', headers: asked });
    return ['allow-origin', 'allow-headers', 'max-age'].map((name) => headers.get(`access-control-${name}`));
  };
  expect(await preflight('elsewhere.example.com', 'https://gateway.example')).toEqual([
    'https://gateway.example',
    'x-gateway',
    '3600',
  ]);
  expect(await preflight('shop.example.com', 'https://host.example')).toEqual(['https://host.example', null, null]);
  expect(await preflight('shop.example.com', 'https://gateway.example')).toEqual([null, null, null]);
});
