/** Connections that are forwarded as they are. Source: envoy/extensions/filters/network/tcp_proxy/v3/tcp_proxy.proto. */
import type { Valid } from '../2-validate/model.ts';
import type { LinkedGateway, WeightedTarget } from '../3-link/graph.ts';
import { any, type Messages } from '../xds/index.ts';
import { lowerAccessLog } from './access-log.ts';
import { duration } from './quantities.ts';

export interface TcpProxyContext {
  readonly gateway: LinkedGateway;
  readonly clusterOf: (upstream: Valid<'Upstream'>) => string;
}

export function tcpProxy(
  route: { readonly listener: string; readonly targets: readonly WeightedTarget[]; readonly idleTimeout: string },
  { gateway, clusterOf }: TcpProxyContext,
): Messages['envoy.config.listener.v3.Filter'] {
  const { listener, idleTimeout } = route;
  // Envoy refuses a share of nothing here, where it allows it for routes.
  const targets = route.targets.filter(({ weight }) => weight > 0);
  const [only] = targets;
  const { accessLog } = gateway.source.value.spec;
  return {
    name: 'envoy.filters.network.tcp_proxy',
    typed_config: any('envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy', {
      stat_prefix: listener,
      ...(only && targets.length === 1
        ? { cluster: clusterOf(only.upstream) }
        : {
            weighted_clusters: {
              clusters: targets.map(({ upstream, weight }) => ({ name: clusterOf(upstream), weight })),
            },
          }),
      idle_timeout: duration(idleTimeout),
      ...(accessLog.length > 0 && { access_log: accessLog.map(lowerAccessLog) }),
    }),
  };
}
