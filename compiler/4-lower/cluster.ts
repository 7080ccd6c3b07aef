/** Upstream → cluster. Source: envoy/config/cluster/v3/cluster.proto. */
import type { CircuitBreakers, Dns, OutlierDetection, UpstreamSpec } from '../2-validate/generated/types.ts';
import type { Valid } from '../2-validate/model.ts';
import type { Graph } from '../3-link/graph.ts';
import type { Requirement } from '../5-pack/bundle.ts';
import { any, TypeUrl, type Messages } from '../xds/index.ts';
import { socketAddress } from './address.ts';
import { ads } from './config-source.ts';
import { shortHash } from './filter-chain.ts';
import { lowerHealthChecks } from './health-check.ts';
import { loadBalancingPolicy } from './load-balancing.ts';
import { duration } from './quantities.ts';
import { secretsOfTls, upstreamTransportSocket } from './upstream-tls.ts';

type Cluster = Messages['envoy.config.cluster.v3.Cluster'];
/** A cluster without its name, which its settings decide. */
type Settings = Omit<Cluster, 'name'>;

export interface LoweredCluster {
  readonly name: string;
  readonly cluster: Cluster;
  readonly requires: readonly Requirement[];
}

/** Bytes that are buffered for one connection; Envoy's recommendation for the edge. */
export const CONNECTION_BUFFER = 32768;

/**
 * The cluster of an upstream.
 *
 * Its name has a hash over all of its settings: a changed upstream is a new cluster, and routes move over when it is
 * ready, together with whatever else changed. Statistics keep the upstream's name.
 */
export function lowerCluster(upstream: Valid<'Upstream'>, resolve: Graph['resolve']): LoweredCluster {
  const { spec } = upstream.value;
  const secrets = secretsOfTls(upstream, resolve);
  const settings: Settings = {
    alt_stat_name: upstream.key,
    ...discovery(upstream),
    connect_timeout: duration(spec.connectTimeout),
    per_connection_buffer_limit_bytes: CONNECTION_BUFFER,
    load_balancing_policy: loadBalancingPolicy(spec.loadBalancing),
    common_lb_config: { healthy_panic_threshold: { value: spec.loadBalancing.panicThreshold } },
    circuit_breakers: { thresholds: [circuitBreakers(spec.circuitBreakers)] },
    typed_extension_protocol_options: {
      'envoy.extensions.upstreams.http.v3.HttpProtocolOptions': httpProtocolOptions(spec),
    },
    ...(spec.healthChecks.length > 0 && { health_checks: lowerHealthChecks(upstream) }),
    ...(spec.outlierDetection && { outlier_detection: outlierDetection(spec.outlierDetection) }),
    ...(spec.tls && { transport_socket: upstreamTransportSocket(upstream, spec.tls, resolve) }),
  };
  const name = `${upstream.key}@${shortHash(settings)}`;
  return {
    name,
    cluster: { name, ...settings },
    requires: [
      ...(spec.endpoints ? [{ typeUrl: TypeUrl.endpoint, name: upstream.key }] : []),
      ...secrets.map(({ key }) => ({ typeUrl: TypeUrl.secret, name: key })),
    ],
  };
}

function discovery({ key, value }: Valid<'Upstream'>): Settings {
  const { dns } = value.spec;
  if (!dns) return { type: 'EDS', eds_cluster_config: { eds_config: ads, service_name: key } };
  const { hostname, port } = dns;
  return {
    cluster_type: { name: 'envoy.clusters.dns', typed_config: dnsCluster(dns) },
    load_assignment: {
      cluster_name: key,
      endpoints: [{ lb_endpoints: [{ endpoint: { address: socketAddress(hostname, port), hostname } }] }],
    },
  };
}

const FAMILIES = { automatic: 'AUTO', ipv4: 'V4_ONLY', ipv6: 'V6_ONLY', all: 'ALL' } as const;

const dnsCluster = ({ family, refreshInterval, resolution }: Dns) =>
  any('envoy.extensions.clusters.dns.v3.DnsCluster', {
    dns_refresh_rate: duration(refreshInterval),
    dns_lookup_family: FAMILIES[family],
    respect_dns_ttl: true,
    ...(resolution === 'logical' && { all_addresses_in_single_endpoint: true }),
  });

function httpProtocolOptions(spec: UpstreamSpec) {
  const { protocol, tls, connectionIdleTimeout, maximumRequestsPerConnection } = spec;
  return any('envoy.extensions.upstreams.http.v3.HttpProtocolOptions', {
    common_http_protocol_options: {
      idle_timeout: duration(connectionIdleTimeout),
      ...(maximumRequestsPerConnection !== undefined && { max_requests_per_connection: maximumRequestsPerConnection }),
    },
    ...(protocol === 'automatic' &&
      tls && { auto_config: { http_protocol_options: {}, http2_protocol_options: HTTP2 } }),
    ...(protocol === 'http1' && { explicit_http_config: { http_protocol_options: {} } }),
    ...(protocol === 'http2' && { explicit_http_config: { http2_protocol_options: HTTP2 } }),
  });
}

/** The window sizes that Envoy recommends for the edge. */
const HTTP2 = { initial_stream_window_size: 65536, initial_connection_window_size: 1048576 } as const;

const circuitBreakers = (limits: CircuitBreakers): Messages['envoy.config.cluster.v3.CircuitBreakers.Thresholds'] => ({
  max_connections: limits.maximumConnections,
  max_pending_requests: limits.maximumPendingRequests,
  max_requests: limits.maximumRequests,
  max_retries: limits.maximumRetries,
});

function outlierDetection(detection: OutlierDetection): Messages['envoy.config.cluster.v3.OutlierDetection'] {
  const { consecutive5xx, consecutiveGatewayErrors, interval, baseEjectionTime, maximumEjectionPercentage } = detection;
  return {
    consecutive_5xx: consecutive5xx,
    ...(consecutiveGatewayErrors !== undefined && {
      consecutive_gateway_failure: consecutiveGatewayErrors,
      enforcing_consecutive_gateway_failure: 100,
    }),
    interval: duration(interval),
    base_ejection_time: duration(baseEjectionTime),
    max_ejection_percent: maximumEjectionPercentage,
  };
}
