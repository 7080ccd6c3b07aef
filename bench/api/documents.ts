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

/** The name of the route that changes, and its path. */
export const PROBE = 'probe';

/** A route that answers with 400 and so many more. */
export const probe = (generation: number): object => ({
  apiVersion: 'enroute.dev/v1',
  kind: 'Route',
  metadata: { name: PROBE },
  spec: {
    virtualHosts: ['shop'],
    routes: [{ match: { path: { prefix: `/${PROBE}` } }, respond: { statusCode: 400 + generation } }],
  },
});

/** The gateway, on a port that is free, with its relay on another. */
export const gatewayAt = (port: number, relay: number): object => ({
  ...GATEWAY,
  spec: {
    listeners: [{ name: 'http', port, protocol: 'HTTP' }],
    accessLog: [],
    admin: { port: 0 },
    relay: { port: relay },
  },
});
