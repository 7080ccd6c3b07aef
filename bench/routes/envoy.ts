/** An Envoy that answers by itself, with one virtual host for each way to find a route. */
import { any, type Messages } from '../../compiler/xds/index.ts';

type Lookup = Pick<Messages['envoy.config.route.v3.VirtualHost'], 'routes' | 'matcher'>;

/** @param hosts by host name, how its routes are found */
export const bootstrapOf = (port: number, hosts: Readonly<Record<string, Lookup>>): object => ({
  admin: { address: { socket_address: { address: '127.0.0.1', port_value: 0 } } },
  static_resources: {
    listeners: [
      {
        name: 'http',
        address: { socket_address: { address: '127.0.0.1', port_value: port } },
        filter_chains: [{ filters: [{ name: 'http', typed_config: connectionManager(hosts) }] }],
      },
    ],
  },
});

const connectionManager = (hosts: Readonly<Record<string, Lookup>>) =>
  any('envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager', {
    stat_prefix: 'http',
    normalize_path: true,
    merge_slashes: true,
    route_config: {
      name: 'all',
      virtual_hosts: Object.entries(hosts).map(([host, lookup]) => ({ name: host, domains: [host], ...lookup })),
    },
    http_filters: [{ name: 'router', typed_config: any('envoy.extensions.filters.http.router.v3.Router', {}) }],
  });
