/** A bundle as files that people review: one a resource type, in canonical ProtoJSON. */
import type { SdsFile } from '../4-lower/bootstrap/relay-tls.ts';
import type { LoweredResource } from '../4-lower/resource.ts';
import { compare } from '../compare.ts';
import { canonical, print, RESOURCE_TYPES } from '../xds/index.ts';
import type { GatewayName } from './bundle.ts';
import type { CompiledBundle } from './gateway.ts';

const FILE_NAMES: ReadonlyMap<string, string> = new Map([
  ['envoy.config.cluster.v3.Cluster', 'clusters'],
  ['envoy.config.endpoint.v3.ClusterLoadAssignment', 'endpoints'],
  ['envoy.config.listener.v3.Listener', 'listeners'],
  ['envoy.config.route.v3.RouteConfiguration', 'routes'],
  ['envoy.config.route.v3.VirtualHost', 'virtual-hosts'],
  ['ratelimit.config.ratelimit.v3.RateLimitConfig', 'rate-limits'],
]);

/** `namespace.name`, since a gateway's name has no other place for a slash in a path. */
export const folderOf = (gateway: GatewayName): string => gateway.replace('/', '.');

/** Path → text: `default.edge/clusters.json`, … Resources are sorted by name. */
export function bundleFiles({ manifest, bootstrap, sdsFiles, resources }: CompiledBundle): ReadonlyMap<string, string> {
  const folder = folderOf(manifest.gateway);
  const files = new Map([[`${folder}/bootstrap.json`, print('envoy.config.bootstrap.v3.Bootstrap', bootstrap)]]);
  for (const { name, message } of sdsFiles) files.set(`${folder}/${name}`, printSdsFile(message));
  for (const type of RESOURCE_TYPES) {
    const ofType = resources.filter((resource) => resource.type === type).toSorted((a, b) => compare(a.name, b.name));
    if (ofType.length > 0) files.set(`${folder}/${FILE_NAMES.get(type) ?? type}.json`, printAll(ofType));
  }
  const { gateway, nodes, secrets, discovery, rollout, patches } = manifest;
  files.set(
    `${folder}/gateway.json`,
    `${JSON.stringify({ gateway, nodes, secrets, ...(discovery && { discovery }), ...(rollout && { rollout }), ...(patches && { patches }) }, null, 2)}\n`,
  );
  return files;
}

/** A file of SDS, as Envoy reads it. */
export const printSdsFile = (message: SdsFile['message']): string =>
  print('envoy.service.discovery.v3.DiscoveryResponse', message);

const printAll = (resources: readonly LoweredResource[]): string =>
  `${JSON.stringify(resources.map(canonicalResource), null, 2)}\n`;

const canonicalResource = ({ type, message }: LoweredResource): object => canonical(type, message);
