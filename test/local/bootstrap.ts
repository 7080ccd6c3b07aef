export interface BootstrapOptions {
  /** Where the cluster `shop` is. Default: 80. */
  readonly upstreamPort?: number;
  /** HTTP filters before the router. */
  readonly filters?: readonly object[];
  /** Clusters beside `shop`. */
  readonly clusters?: readonly object[];
  readonly dynamicResources?: object;
}

/** A bootstrap, as a ProtoJSON object, of an Envoy whose listener `web` routes everything to the cluster `shop`. */
export function envoyBootstrap(options: BootstrapOptions): object {
  const { upstreamPort = 80, filters = [], clusters = [], dynamicResources } = options;
  return {
    admin: { address: address(0) },
    static_resources: { listeners: [listener(filters)], clusters: [cluster('shop', upstreamPort), ...clusters] },
    ...(dynamicResources && { dynamic_resources: dynamicResources }),
  };
}

/** A cluster with one endpoint on 127.0.0.1. */
export function cluster(name: string, port: number, protocol: 'http1' | 'http2' = 'http1'): object {
  const options = { explicit_http_config: { http2_protocol_options: {} } };
  return {
    name,
    load_assignment: { cluster_name: name, endpoints: [{ lb_endpoints: [{ endpoint: { address: address(port) } }] }] },
    ...(protocol === 'http2' && {
      typed_extension_protocol_options: {
        'envoy.extensions.upstreams.http.v3.HttpProtocolOptions': any('upstreams.http.v3.HttpProtocolOptions', options),
      },
    }),
  };
}

/** An extension's configuration as an `Any`, the type named without its common beginning. */
export const any = (type: string, value: object): object => ({
  '@type': `type.googleapis.com/envoy.extensions.${type}`,
  ...value,
});

/** A control plane that does not answer: Envoy waits for its first configuration. */
export const unansweredCds: object = {
  cds_config: {
    api_config_source: {
      api_type: 'GRPC',
      transport_api_version: 'V3',
      grpc_services: [{ envoy_grpc: { cluster_name: 'shop' } }],
    },
    resource_api_version: 'V3',
  },
};

const address = (port: number): object => ({ socket_address: { address: '127.0.0.1', port_value: port } });

function listener(filters: readonly object[]): object {
  const router = { name: 'router', typed_config: any('filters.http.router.v3.Router', {}) };
  const manager = any('filters.network.http_connection_manager.v3.HttpConnectionManager', {
    stat_prefix: 'web',
    http_filters: [...filters, router],
    route_config: {
      virtual_hosts: [
        { name: 'all', domains: ['*'], routes: [{ match: { prefix: '/' }, route: { cluster: 'shop' } }] },
      ],
    },
  });
  return {
    name: 'web',
    address: address(0),
    filter_chains: [{ filters: [{ name: 'http', typed_config: manager }] }],
  };
}
