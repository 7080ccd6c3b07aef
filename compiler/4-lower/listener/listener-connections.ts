/** How a listener takes connections, and how many. */
import type { Listener } from '../../2-validate/generated/types.ts';
import { any, type Messages } from '../../xds/index.ts';
import { bytes, duration } from '../quantities.ts';

/** Source: envoy/config/listener/v3/listener.proto */
export const listenerConnections = ({ connections }: Listener): Messages['envoy.config.listener.v3.Listener'] => ({
  per_connection_buffer_limit_bytes: bytes(connections.bufferLimit),
  ...(connections.backlog !== undefined && { tcp_backlog_size: connections.backlog }),
  ...(connections.balance === 'exact' && { connection_balance_config: { exact_balance: {} } }),
  ...(connections.maximumAcceptsPerEvent !== undefined && {
    max_connections_to_accept_per_socket_event: connections.maximumAcceptsPerEvent,
  }),
  ...overloadSettings(connections),
});

/** Holds for TCP and QUIC alike. */
export const overloadSettings = ({
  ignoreOverload,
}: Listener['connections']): Messages['envoy.config.listener.v3.Listener'] =>
  ignoreOverload ? { ignore_global_conn_limit: true, bypass_overload_manager: true } : {};

/**
 * The filters that see a connection before its protocol does.
 *
 * Source: envoy/extensions/filters/network/connection_limit/v3/connection_limit.proto
 */
export function connectionFilters({
  name,
  connections: { limit },
}: Listener): readonly Messages['envoy.config.listener.v3.Filter'][] {
  if (!limit) return [];
  return [
    {
      name: 'envoy.filters.network.connection_limit',
      typed_config: any('envoy.extensions.filters.network.connection_limit.v3.ConnectionLimit', {
        stat_prefix: name,
        max_connections: limit.maximumConnections,
        ...(limit.closeDelay !== undefined && { delay: duration(limit.closeDelay) }),
      }),
    },
  ];
}
