/** Documents as an API gets them: each on its own. */

/** As many documents, as a `List`. */
export function apiDocuments(count: number): object {
  const pairs = Math.floor((count - 2) / 2);
  const items = Array.from({ length: pairs }, (_, index) => [routeOf(index, 10), upstreamOf(index)]).flat();
  return { apiVersion: 'v1', kind: 'List', items: [GATEWAY, HOST, ...items] };
}

export const routeOf = (index: number, timeoutSeconds: number) => ({
  apiVersion: 'enroute.dev/v1',
  kind: 'Route',
  metadata: { name: `r-${index}` },
  spec: {
    virtualHosts: ['shop'],
    routes: [
      {
        match: { path: { prefix: `/team/${index}` } },
        forward: { upstream: `u-${index}`, timeout: `${timeoutSeconds}s` },
      },
    ],
  },
});

const upstreamOf = (index: number): object => ({
  apiVersion: 'enroute.dev/v1',
  kind: 'Upstream',
  metadata: { name: `u-${index}` },
  spec: { endpoints: [{ address: `10.${index >> 16}.${(index >> 8) & 255}.${index & 255}`, port: 8080 }] },
});

const GATEWAY = {
  apiVersion: 'enroute.dev/v1',
  kind: 'Gateway',
  metadata: { name: 'edge' },
  spec: { listeners: [{ name: 'http', port: 8080, protocol: 'HTTP' }] },
};

const HOST = {
  apiVersion: 'enroute.dev/v1',
  kind: 'VirtualHost',
  metadata: { name: 'shop' },
  spec: { gateways: ['edge'], hostnames: ['shop.example.com'] },
};
