/** Who is told of statistics. Those that need a cluster have one in the bootstrap, from their own address. */
import type {
  MetricsServiceSink,
  OpenTelemetrySink,
  StatsdSink,
  StatsSink,
  TaggedStatsdSink,
} from '../../2-validate/generated/types.ts';
import { any, type Messages } from '../../xds/index.ts';
import { bytes } from '../quantities.ts';
import { resourceOf } from '../observability/resource-attributes.ts';
import { grpcCluster, staticCluster } from './static-cluster.ts';

export interface LoweredSink {
  readonly sink: Messages['envoy.config.metrics.v3.StatsSink'];
  readonly clusters: readonly Messages['envoy.config.cluster.v3.Cluster'][];
}

/** @param place the sink's place among all, which its cluster is named after */
export function statsSink(sink: StatsSink, place: number): LoweredSink {
  const cluster = `enroute_stats_${place}`;
  const { statsd, dogstatsd, graphite, openTelemetry, metricsService } = sink;
  if (statsd) return statsdSink(statsd, cluster);
  if (dogstatsd)
    return {
      sink: {
        name: 'envoy.stat_sinks.dog_statsd',
        typed_config: any('envoy.config.metrics.v3.DogStatsdSink', taggedSink(dogstatsd)),
      },
      clusters: [],
    };
  if (graphite)
    return {
      sink: {
        name: 'envoy.stat_sinks.graphite_statsd',
        typed_config: any('envoy.extensions.stat_sinks.graphite_statsd.v3.GraphiteStatsdSink', taggedSink(graphite)),
      },
      clusters: [],
    };
  if (openTelemetry) return openTelemetrySink(openTelemetry, cluster);
  if (metricsService) return metricsServiceSink(metricsService, cluster);
  throw new Error('a sink is of no kind, which validation let pass');
}

function statsdSink({ address, port, protocol, prefix }: StatsdSink, cluster: string): LoweredSink {
  const target = protocol === 'udp' ? { address: udpAddress(address, port) } : { tcp_cluster_name: cluster };
  return {
    sink: {
      name: 'envoy.stat_sinks.statsd',
      typed_config: any('envoy.config.metrics.v3.StatsdSink', { ...target, prefix }),
    },
    clusters: protocol === 'udp' ? [] : [staticCluster(cluster, address, port)],
  };
}

const taggedSink = ({ address, port, prefix, maximumDatagram }: TaggedStatsdSink) => ({
  address: udpAddress(address, port),
  prefix,
  ...(maximumDatagram !== undefined && { max_bytes_per_datagram: bytes(maximumDatagram) }),
});

const udpAddress = (address: string, port: number): Messages['envoy.config.core.v3.Address'] => ({
  socket_address: { protocol: 'UDP', address, port_value: port },
});

function openTelemetrySink(sink: OpenTelemetrySink, cluster: string): LoweredSink {
  const { address, port, counters, histograms, prefix, resourceAttributes } = sink;
  const resource = resourceOf(resourceAttributes);
  return {
    sink: {
      name: 'envoy.stat_sinks.open_telemetry',
      typed_config: any('envoy.extensions.stat_sinks.open_telemetry.v3.SinkConfig', {
        grpc_service: { envoy_grpc: { cluster_name: cluster, authority: address } },
        ...(counters === 'delta' && { report_counters_as_deltas: true }),
        ...(histograms === 'delta' && { report_histograms_as_deltas: true }),
        ...(prefix !== undefined && { prefix }),
        ...(resource.length > 0 && { resource_detectors: resource }),
      }),
    },
    clusters: [grpcCluster(cluster, address, port)],
  };
}

const metricsServiceSink = ({ address, port, counters, labels }: MetricsServiceSink, cluster: string): LoweredSink => ({
  sink: {
    name: 'envoy.stat_sinks.metrics_service',
    typed_config: any('envoy.config.metrics.v3.MetricsServiceConfig', {
      grpc_service: { envoy_grpc: { cluster_name: cluster, authority: address } },
      transport_api_version: 'V3',
      ...(counters === 'delta' && { report_counters_as_deltas: true }),
      ...(labels && { emit_tags_as_labels: true }),
    }),
  },
  clusters: [grpcCluster(cluster, address, port)],
});
