/** Clusters of the bootstrap: what Envoy must know before it has asked its relay for anything. */
import { isIpAddress } from '../../2-validate/formats/address.ts';
import { any, type Messages } from '../../xds/index.ts';
import { socketAddress } from '../address.ts';

type Cluster = Messages['envoy.config.cluster.v3.Cluster'];

/** A server by its address or host name, spoken to in plain text over TCP. */
export const staticCluster = (name: string, address: string, port: number): Cluster => ({
  name,
  type: isIpAddress(address) ? 'STATIC' : 'STRICT_DNS',
  connect_timeout: '5s',
  load_assignment: {
    cluster_name: name,
    endpoints: [{ lb_endpoints: [{ endpoint: { address: socketAddress(address, port) } }] }],
  },
});

/** The same, for gRPC; the server is asked for a sign of life when nothing has been heard for a while. */
export const grpcCluster = (name: string, address: string, port: number): Cluster => ({
  ...staticCluster(name, address, port),
  typed_extension_protocol_options: {
    'envoy.extensions.upstreams.http.v3.HttpProtocolOptions': any(
      'envoy.extensions.upstreams.http.v3.HttpProtocolOptions',
      {
        explicit_http_config: {
          http2_protocol_options: { connection_keepalive: { interval: '30s', timeout: '20s' } },
        },
      },
    ),
  },
});
