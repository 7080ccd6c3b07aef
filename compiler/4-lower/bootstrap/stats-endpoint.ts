/**
 * A listener for those that watch Envoy. It stands in the bootstrap, so that it is there whatever the relay does, and
 * lets through to the administration interface what changes nothing.
 */
import type { Admin, StatsEndpoint } from '../../2-validate/generated/types.ts';
import { any, type Messages } from '../../xds/index.ts';
import { socketAddress } from '../address.ts';
import { staticCluster } from './static-cluster.ts';

export interface LoweredEndpoint {
  readonly listeners: readonly Messages['envoy.config.listener.v3.Listener'][];
  readonly clusters: readonly Messages['envoy.config.cluster.v3.Cluster'][];
}

export function statsEndpoint(endpoint: StatsEndpoint | undefined, admin: Admin): LoweredEndpoint {
  if (!endpoint) return { listeners: [], clusters: [] };
  return {
    listeners: [
      {
        name: LISTENER,
        address: socketAddress(endpoint.address, endpoint.port),
        filter_chains: [{ filters: [connectionManager] }],
        // Those that watch are let in when clients are no more.
        ignore_global_conn_limit: true,
      },
    ],
    clusters: [staticCluster(CLUSTER, reachable(admin.address), admin.port)],
  };
}

const LISTENER = 'enroute_stats';
const CLUSTER = 'enroute_admin';

/** What listens on all addresses is reached at the machine's own. */
const reachable = (address: string): string =>
  address === '0.0.0.0' ? '127.0.0.1' : address === '::' ? '::1' : address;

const METHODS = { name: ':method', string_match: { safe_regex: { regex: 'GET|HEAD' } } };

const route = (path: string): Messages['envoy.config.route.v3.Route'] => ({
  match: { path, headers: [METHODS] },
  route: { cluster: CLUSTER },
});

const connectionManager: Messages['envoy.config.listener.v3.Filter'] = {
  name: 'envoy.filters.network.http_connection_manager',
  typed_config: any('envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager', {
    stat_prefix: LISTENER,
    route_config: {
      name: LISTENER,
      virtual_hosts: [{ name: LISTENER, domains: ['*'], routes: [route('/stats/prometheus'), route('/ready')] }],
    },
    http_filters: [
      {
        name: 'envoy.filters.http.router',
        typed_config: any('envoy.extensions.filters.http.router.v3.Router', {}),
      },
    ],
    request_headers_timeout: '10s',
    common_http_protocol_options: { idle_timeout: '3600s' },
  }),
};
