/** How a person reaches a gateway that runs on this machine. */
import type { CompiledBundle } from '../../compiler/index.ts';
import { apartRouteName } from '../../compiler/4-lower/listener/connections.ts';
import { listedRoutes } from '../../compiler/4-lower/route/listed-routes.ts';
import type { LoweredResource } from '../../compiler/4-lower/resource.ts';
import type { Messages } from '../../compiler/xds/index.ts';

export interface Trial {
  readonly listener: string;
  /** For example `http://127.0.0.1:8080`. */
  readonly url: string;
  /** A command line that gets an answer; absent where nothing simple would. */
  readonly curl?: string;
}

export interface BoundAddress {
  readonly listener: string;
  readonly host: string;
  readonly port: number;
  readonly protocol: 'TCP' | 'UDP';
}

type Listener = Messages['envoy.config.listener.v3.Listener'];
type RouteConfiguration = Messages['envoy.config.route.v3.RouteConfiguration'];
type VirtualHost = Messages['envoy.config.route.v3.VirtualHost'];
type Route = Messages['envoy.config.route.v3.Route'];

/** Where the Envoys of a bundle listen. */
export const addressesOf = ({ resources }: CompiledBundle): readonly BoundAddress[] =>
  listenersIn(resources).flatMap(({ name = '', address, additional_addresses: more = [] }) =>
    [address, ...more.map((one) => one.address)].flatMap((one) => {
      const { address: host = '', port_value: port, protocol } = one?.socket_address ?? {};
      return port === undefined ? [] : [{ listener: name, host, port, protocol: protocol === 'UDP' ? 'UDP' : 'TCP' }];
    }),
  );

/** One for each TCP address of a listener, in the order of their names. */
export function trialsOf(bundle: CompiledBundle): readonly Trial[] {
  const routes = new Map(routesIn(bundle.resources).map((configuration) => [configuration.name, configuration]));
  const encrypted = new Set(
    listenersIn(bundle.resources)
      .filter(isEncrypted)
      .map(({ name }) => name),
  );
  return addressesOf(bundle)
    .filter(({ protocol }) => protocol === 'TCP')
    .map(({ listener, host, port }) => {
      const configuration = routes.get(listener) ?? routes.get(apartRouteName({ name: listener }));
      if (encrypted.has(listener)) return { listener, url: `https://${reachable(host)}:${port}` };
      if (!configuration) return { listener, url: `tcp://${reachable(host)}:${port}` };
      const url = `http://${reachable(host)}:${port}`;
      const curl = curlFor(url, hostsIn(bundle.resources, configuration));
      return { listener, url, ...(curl !== undefined && { curl }) };
    });
}

const listenersIn = (resources: readonly LoweredResource[]): readonly Listener[] =>
  resources.flatMap((resource) => (resource.type === 'envoy.config.listener.v3.Listener' ? [resource.message] : []));

const routesIn = (resources: readonly LoweredResource[]): readonly RouteConfiguration[] =>
  resources.flatMap((resource) =>
    resource.type === 'envoy.config.route.v3.RouteConfiguration' ? [resource.message] : [],
  );

/** Those that stand in a route configuration, and those that stand apart. */
const hostsIn = (
  resources: readonly LoweredResource[],
  { name = '', virtual_hosts: within = [] }: RouteConfiguration,
) => [
  ...within,
  ...resources.flatMap((resource) =>
    resource.type === 'envoy.config.route.v3.VirtualHost' && resource.name.startsWith(`${name}/`)
      ? [resource.message]
      : [],
  ),
];

const isEncrypted = ({ filter_chains: chains = [] }: Listener): boolean =>
  chains.some(({ transport_socket: socket }) => socket !== undefined);

/** All addresses are reached by this one; IPv6 stands in brackets. */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

/** An answer that Envoy gives itself is best, since no upstream can be away. */
function curlFor(url: string, hosts: readonly VirtualHost[]): string | undefined {
  const candidates = hosts.flatMap((host) => listedRoutes(host).map((route) => ({ host, route })));
  const simple = candidates.filter(({ route }) => pathOf(route) !== undefined);
  const best =
    simple.find(({ route }) => route.direct_response) ?? simple.find(({ route }) => route.route) ?? simple[0];
  if (!best) return undefined;
  const header = hostHeader(best.host);
  return ['curl', ...(header === undefined ? [] : [`-H 'host: ${header}'`]), `${url}${pathOf(best.route)}`].join(' ');
}

/** A path that takes the route with nothing but the path; nothing if it asks for more. */
function pathOf({ match = {} }: Route): string | undefined {
  const { headers = [], query_parameters: parameters = [], path, prefix, path_separated_prefix: separated } = match;
  const found = path ?? prefix ?? separated;
  const needsMore = headers.length > 0 || parameters.length > 0;
  return needsMore || found === undefined || !/^[\w/.~-]+$/.test(found) ? undefined : found;
}

const hostHeader = ({ domains = [] }: VirtualHost): string | undefined =>
  domains.includes('*') ? undefined : domains[0]?.replace(/^\*/, 'www').replace(/\*$/, 'test');
