/** Datagrams that are forwarded as they are. Source: envoy/extensions/filters/udp/udp_proxy/v3/udp_proxy.proto. */
import type { Valid } from '../../2-validate/model.ts';
import type { LinkedListener, LinkedUdpRoute } from '../../3-link/graph.ts';
import { any, type Messages } from '../../xds/index.ts';
import { udpAddresses } from './listener-address.ts';
import { duration } from '../quantities.ts';

type EnvoyListener = Messages['envoy.config.listener.v3.Listener'];
type ClusterOf = (upstream: Valid<'Upstream'>) => string;

/** Nothing, if no UdpRoute uses the listener. Linking has seen to it that there is one at most. */
export function lowerUdpListener(
  { listener, udpRoutes: [route] }: LinkedListener,
  clusterOf: ClusterOf,
): EnvoyListener | undefined {
  if (!route) return undefined;
  return {
    name: listener.name,
    ...udpAddresses(listener),
    // Envoy's workers share no session: each has a socket of its own.
    enable_reuse_port: true,
    udp_listener_config: {},
    listener_filters: [udpProxy(listener.name, route, clusterOf)],
  };
}

const udpProxy = (name: string, { source, upstream }: LinkedUdpRoute, clusterOf: ClusterOf) => {
  const { idleTimeout, balance, hashOn } = source.value.spec;
  return {
    name: 'envoy.filters.udp_listener.udp_proxy',
    typed_config: any('envoy.extensions.filters.udp.udp_proxy.v3.UdpProxyConfig', {
      stat_prefix: name,
      matcher: {
        on_no_match: {
          action: {
            name: 'route',
            typed_config: any('envoy.extensions.filters.udp.udp_proxy.v3.Route', { cluster: clusterOf(upstream) }),
          },
        },
      },
      idle_timeout: duration(idleTimeout),
      ...(balance === 'datagrams' && { use_per_packet_load_balancing: true }),
      ...(hashOn && { hash_policies: [{ source_ip: true }] }),
    }),
  };
};
