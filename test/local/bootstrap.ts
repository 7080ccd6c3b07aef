/** A bootstrap, as a ProtoJSON object, of an Envoy with one listener `web` and one cluster `shop`. */
export function envoyBootstrap({
  upstreamPort = 80,
  dynamic = false,
}: {
  upstreamPort?: number;
  dynamic?: boolean;
}): object {
  const cluster = {
    name: 'shop',
    load_assignment: {
      cluster_name: 'shop',
      endpoints: [{ lb_endpoints: [{ endpoint: { address: address(upstreamPort) } }] }],
    },
  };
  return {
    admin: { address: address(0) },
    static_resources: { listeners: [listener], clusters: [cluster] },
    // A server that nobody runs: Envoy waits for its first answer.
    ...(dynamic && {
      dynamic_resources: { cds_config: { api_config_source: unreachable, resource_api_version: 'V3' } },
    }),
  };
}

const address = (port: number) => ({ socket_address: { address: '127.0.0.1', port_value: port } });

const unreachable = {
  api_type: 'GRPC',
  transport_api_version: 'V3',
  grpc_services: [{ envoy_grpc: { cluster_name: 'shop' } }],
};

const listener = {
  name: 'web',
  address: address(0),
  filter_chains: [
    {
      filters: [
        {
          name: 'http',
          typed_config: {
            '@type':
              'type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager',
            stat_prefix: 'web',
            http_filters: [
              {
                name: 'router',
                typed_config: { '@type': 'type.googleapis.com/envoy.extensions.filters.http.router.v3.Router' },
              },
            ],
            route_config: {
              virtual_hosts: [
                { name: 'all', domains: ['*'], routes: [{ match: { prefix: '/' }, route: { cluster: 'shop' } }] },
              ],
            },
          },
        },
      ],
    },
  ],
};
