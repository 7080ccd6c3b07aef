/** Connections to endpoints, whatever is spoken there. Source: envoy/config/cluster/v3/cluster.proto. */
import type { Preconnect, TcpKeepalive, UpstreamConnection, UpstreamSpec } from '../2-validate/generated/types.ts';
import type { Messages } from '../xds/index.ts';
import { bytes, duration, wholeSeconds } from './quantities.ts';

type Settings = Omit<Messages['envoy.config.cluster.v3.Cluster'], 'name'>;
type BindConfig = Messages['envoy.config.core.v3.BindConfig'];
type SocketOption = Messages['envoy.config.core.v3.SocketOption'];

/** Bytes that are buffered for one connection; Envoy's recommendation for the edge. */
export const CONNECTION_BUFFER = 32768;

export const connectionSettings = ({ connectTimeout, connection }: UpstreamSpec): Settings => ({
  connect_timeout: duration(connectTimeout),
  per_connection_buffer_limit_bytes: connection ? bytes(connection.bufferLimit) : CONNECTION_BUFFER,
  ...(connection && furtherSettings(connection)),
});

function furtherSettings(connection: UpstreamConnection): Settings {
  const { keepalive, preconnect, sourceAddresses, typeOfService } = connection;
  return {
    ...((sourceAddresses ?? typeOfService) !== undefined && { upstream_bind_config: bindConfig(connection) }),
    ...(keepalive && { upstream_connection_options: { tcp_keepalive: tcpKeepalive(keepalive) } }),
    ...(connection.closeOnHealthFailure && { close_connections_on_host_health_failure: true }),
    ...(connection.ignoreHealthOnRemoval && { ignore_health_on_host_removal: true }),
    ...(preconnect && { preconnect_policy: preconnectPolicy(preconnect) }),
    ...(connection.poolPerClientConnection && { connection_pool_per_downstream_connection: true }),
  };
}

/** Source: envoy/config/core/v3/address.proto. Envoy takes the address whose family is that of the endpoint. */
function bindConfig({ sourceAddresses: [first, second] = [], typeOfService }: UpstreamConnection): BindConfig {
  return {
    ...(first !== undefined && { source_address: anyPort(first) }),
    ...(typeOfService !== undefined && { socket_options: serviceType(typeOfService) }),
    ...(second !== undefined && { extra_source_addresses: [{ address: anyPort(second) }] }),
  };
}

const anyPort = (address: string) => ({ address, port_value: 0 });

/** `IPPROTO_IP` with `IP_TOS`, and `IPPROTO_IPV6` with `IPV6_TCLASS`, as Linux numbers them. */
const serviceType = (value: number): readonly SocketOption[] => [
  { level: 0, name: 1, int_value: value, ip_version: 'SOCKET_IP_VERSION_IPV4' },
  { level: 41, name: 67, int_value: value, ip_version: 'SOCKET_IP_VERSION_IPV6' },
];

export const tcpKeepalive = ({
  idle,
  interval,
  probes,
}: TcpKeepalive): Messages['envoy.config.core.v3.TcpKeepalive'] => ({
  ...(probes !== undefined && { keepalive_probes: probes }),
  ...(idle !== undefined && { keepalive_time: wholeSeconds(idle) }),
  ...(interval !== undefined && { keepalive_interval: wholeSeconds(interval) }),
});

const preconnectPolicy = ({
  perEndpoint,
  predictive,
}: Preconnect): Messages['envoy.config.cluster.v3.Cluster.PreconnectPolicy'] => ({
  ...(perEndpoint !== undefined && { per_upstream_preconnect_ratio: perEndpoint }),
  ...(predictive !== undefined && { predictive_preconnect_ratio: predictive }),
});
