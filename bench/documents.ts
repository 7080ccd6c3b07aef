/** Documents of a large gateway: routes, each to an upstream of its own, ten of each in a file. */
import type { SourceFile } from '../compiler/1-parse/document.ts';

/** How many routes and upstreams stand in one file, as one team would keep them. */
const PER_FILE = 10;

/** A gateway with one virtual host, to which Route documents attach that many routes on as many upstreams. */
export function documents(routes: number): readonly SourceFile[] {
  const teams = Array.from({ length: Math.ceil(routes / PER_FILE) }, (_, team) => teamFile(team, routes));
  return [{ path: 'gateway.yaml', text: GATEWAY }, ...teams];
}

export type Change = 'route' | 'upstream';

/**
 * The same documents with one route or one upstream of one file changed.
 *
 * @param generation another number gives another change
 */
export function changed(files: readonly SourceFile[], change: Change, generation: number): readonly SourceFile[] {
  const place = 1 + (generation % (files.length - 1));
  const [from, to] =
    change === 'route'
      ? [/timeout: \d+s/, `timeout: ${100 + generation}s`]
      : [/connectTimeout: \d+s/, `connectTimeout: ${100 + generation}s`];
  return files.map((file, index) => (index === place ? { ...file, text: file.text.replace(from, to) } : file));
}

const GATEWAY = `apiVersion: enroute.dev/v1
kind: Gateway
metadata: { name: edge }
spec:
  listeners:
    - { name: http, port: 8080, protocol: HTTP }
---
apiVersion: enroute.dev/v1
kind: VirtualHost
metadata: { name: shop }
spec:
  gateways: [edge]
  hostnames: [shop.example.com]
`;

function teamFile(team: number, routes: number): SourceFile {
  const services = Array.from(
    { length: Math.min(PER_FILE, routes - team * PER_FILE) },
    (_, at) => team * PER_FILE + at,
  );
  const rules = services.map((service) => routeRule(team, service)).join('');
  const route = `apiVersion: enroute.dev/v1
kind: Route
metadata: { name: team-${team} }
spec:
  virtualHosts: [shop]
  routes:
${rules}`;
  return { path: `team-${team}.yaml`, text: [route, ...services.map(upstream)].join('---\n') };
}

const routeRule = (
  team: number,
  service: number,
): string => `    - match: { path: { prefix: /team-${team}/${service} } }
      forward:
        upstream: service-${service}
        timeout: 10s
`;

const upstream = (service: number): string => `apiVersion: enroute.dev/v1
kind: Upstream
metadata: { name: service-${service} }
spec:
  connectTimeout: 2s
  endpoints:
    - { address: 10.${service >> 16}.${(service >> 8) & 255}.${service & 255}, port: 8080 }
`;
