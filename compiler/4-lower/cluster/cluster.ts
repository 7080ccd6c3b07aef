/** Upstream → cluster. Source: envoy/config/cluster/v3/cluster.proto. */
import type { Valid } from '../../2-validate/model.ts';
import type { Graph } from '../../3-link/graph.ts';
import type { Requirement } from '../../5-pack/bundle.ts';
import { TypeUrl, type Messages } from '../../xds/index.ts';
import { lowerCircuitBreakers } from './circuit-breakers.ts';
import { ads } from '../config-source.ts';
import { connectionSettings } from '../connection.ts';
import { dnsDiscovery } from './dns-cluster.ts';
import { CLUSTER_PROVIDED, dynamicDiscovery } from './dynamic-forward-proxy.ts';
import { lowerHealthChecks } from './health-check.ts';
import { httpProtocolOptions } from './http-protocol-options.ts';
import { commonLoadBalancing, loadBalancingPolicy } from './load-balancing.ts';
import { lowerOutlierDetection } from './outlier-detection.ts';
import { shortHash } from '../short-hash.ts';
import { secretsOfTls } from './upstream-tls.ts';
import { upstreamTransport } from './upstream-transport.ts';

type Cluster = Messages['envoy.config.cluster.v3.Cluster'];
/** A cluster without its name, which its settings decide. */
type Settings = Omit<Cluster, 'name'>;

export interface LoweredCluster {
  readonly name: string;
  readonly cluster: Cluster;
  readonly requires: readonly Requirement[];
}

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
    ...connectionSettings(spec),
    load_balancing_policy: spec.dynamicForwardProxy ? CLUSTER_PROVIDED : loadBalancingPolicy(spec.loadBalancing),
    common_lb_config: commonLoadBalancing(spec.loadBalancing),
    circuit_breakers: lowerCircuitBreakers(spec.circuitBreakers),
    typed_extension_protocol_options: {
      'envoy.extensions.upstreams.http.v3.HttpProtocolOptions': httpProtocolOptions(upstream),
    },
    ...(spec.healthChecks.length > 0 && { health_checks: lowerHealthChecks(upstream) }),
    ...(spec.outlierDetection && { outlier_detection: lowerOutlierDetection(spec.outlierDetection) }),
    ...upstreamTransport(upstream, resolve),
  };
  const name = nameCluster(upstream.key, settings);
  return {
    name,
    cluster: { name, ...settings },
    requires: [
      ...(spec.endpoints || spec.discovery ? [{ typeUrl: TypeUrl.endpoint, name: upstream.key }] : []),
      ...secrets.map(({ key }) => ({ typeUrl: TypeUrl.secret, name: key })),
    ],
  };
}

/** `default/cart@3f9a2c1b`. */
export const nameCluster = (key: string, settings: Settings): string => `${key}@${shortHash(settings)}`;

function discovery(upstream: Valid<'Upstream'>): Settings {
  const { key, value } = upstream;
  const { dns, dynamicForwardProxy } = value.spec;
  if (dns) return dnsDiscovery(key, dns, value.spec.loadBalancing);
  if (dynamicForwardProxy) return dynamicDiscovery(upstream, dynamicForwardProxy);
  return { type: 'EDS', eds_cluster_config: { eds_config: ads, service_name: key } };
}
