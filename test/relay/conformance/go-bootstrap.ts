/** The bootstraps of go-control-plane's integration test, with other ports. */
import type { SnapshotOptions } from '../../servers/go-control-plane.ts';

export interface GoBootstrap {
  readonly mode: SnapshotOptions['mode'];
  /** Address and port. */
  readonly relay: string;
  readonly accessLogPort: number;
}

export function goBootstrap({ mode, relay, accessLogPort }: GoBootstrap) {
  return {
    admin: { address: socket(0) },
    node: { id: 'test-id', cluster: 'test-cluster' },
    dynamic_resources: {
      ads_config: {
        api_type: mode === 'ads' ? 'GRPC' : 'DELTA_GRPC',
        transport_api_version: 'V3',
        set_node_on_first_message_only: true,
        grpc_services: [{ envoy_grpc: { cluster_name: 'xds_cluster' } }],
      },
      cds_config: ADS,
      lds_config: ADS,
    },
    static_resources: {
      clusters: [
        grpcCluster('xds_cluster', Number(relay.split(':').at(-1))),
        grpcCluster('als_cluster', accessLogPort),
      ],
    },
    layered_runtime: { layers: [{ name: 'runtime-0', rtds_layer: { name: 'runtime-0', rtds_config: ADS } }] },
  };
}

const ADS = { ads: {}, resource_api_version: 'V3' };

const socket = (port: number) => ({ socket_address: { address: '127.0.0.1', port_value: port } });

const grpcCluster = (name: string, port: number) => ({
  name,
  connect_timeout: '1s',
  typed_extension_protocol_options: {
    'envoy.extensions.upstreams.http.v3.HttpProtocolOptions': {
      '@type': 'type.googleapis.com/envoy.extensions.upstreams.http.v3.HttpProtocolOptions',
      explicit_http_config: { http2_protocol_options: {} },
    },
  },
  load_assignment: {
    cluster_name: name,
    endpoints: [{ lb_endpoints: [{ endpoint: { address: socket(port) } }] }],
  },
});
