/** Connections that are forwarded as they are. Source: envoy/extensions/filters/network/tcp_proxy/v3/tcp_proxy.proto. */
import type { Valid } from '../../2-validate/model.ts';
import type { LinkedTcpRoute } from '../../3-link/graph.ts';
import { any, type Messages } from '../../xds/index.ts';
import type { Observability } from '../observability/observability.ts';
import { duration } from '../quantities.ts';
import { subsetMatch } from '../cluster/subsets.ts';

export interface TcpProxyContext {
  readonly observability: Observability;
  readonly clusterOf: (upstream: Valid<'Upstream'>) => string;
}

export function tcpProxy(
  listener: string,
  { source, targets: all }: LinkedTcpRoute,
  { observability, clusterOf }: TcpProxyContext,
): Messages['envoy.config.listener.v3.Filter'] {
  const { idleTimeout, maximumConnectionDuration, connectAttempts, hashOn } = source.value.spec;
  // Envoy refuses a share of nothing here, where it allows it for routes.
  const targets = all.filter(({ weight }) => weight > 0);
  const [only] = targets;
  return {
    name: 'envoy.filters.network.tcp_proxy',
    typed_config: any('envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy', {
      stat_prefix: listener,
      ...(only && targets.length === 1
        ? { cluster: clusterOf(only.upstream), ...subsetMatch(only.subset?.labels) }
        : {
            weighted_clusters: {
              clusters: targets.map(({ upstream, weight, subset }) => ({
                name: clusterOf(upstream),
                weight,
                ...subsetMatch(subset?.labels),
              })),
            },
          }),
      idle_timeout: duration(idleTimeout),
      ...(maximumConnectionDuration !== undefined && {
        max_downstream_connection_duration: duration(maximumConnectionDuration),
      }),
      ...(connectAttempts > 1 && { max_connect_attempts: connectAttempts }),
      ...(hashOn && { hash_policy: [{ source_ip: {} }] }),
      ...observability.tcp,
    }),
  };
}
