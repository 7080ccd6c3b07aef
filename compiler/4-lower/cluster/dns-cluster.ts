/** Host names that Envoy resolves. Source: envoy/extensions/clusters/dns/v3/dns_cluster.proto. */
import type {
  Dns,
  DnsFailureRefresh,
  DnsFamily,
  DnsHost,
  DnsResolver,
  LoadBalancing,
} from '../../2-validate/generated/types.ts';
import { any, type Messages } from '../../xds/index.ts';
import { socketAddress } from '../address.ts';
import { assignmentPolicy, groupEndpoints, groupSettings } from './locality.ts';
import { duration, wholeSeconds } from '../quantities.ts';

type Cluster = Messages['envoy.config.cluster.v3.Cluster'];

/** @param key what the load assignment is named after */
export const dnsDiscovery = (
  key: string,
  dns: Dns,
  loadBalancing: LoadBalancing,
): Pick<Cluster, 'cluster_type' | 'load_assignment'> => ({
  cluster_type: { name: 'envoy.clusters.dns', typed_config: dnsCluster(dns) },
  load_assignment: {
    cluster_name: key,
    endpoints: groupEndpoints(hostsOf(dns)).map((group) => ({
      ...groupSettings(group, loadBalancing),
      lb_endpoints: group.endpoints.map(lowerHost),
    })),
    ...assignmentPolicy(loadBalancing),
  },
});

interface Host extends Omit<DnsHost, 'port'> {
  readonly port: number;
}

const hostsOf = ({ hostname, port, weight, locality, additionalHosts = [] }: Dns): readonly Host[] => [
  { hostname, port, ...(weight !== undefined && { weight }), ...(locality && { locality }) },
  ...additionalHosts.map((host) => ({ port, ...host })),
];

const lowerHost = ({ hostname, port, weight }: Host) => ({
  endpoint: { address: socketAddress(hostname, port), hostname },
  ...(weight !== undefined && { load_balancing_weight: weight }),
});

export const DNS_FAMILIES = {
  automatic: 'AUTO',
  ipv4: 'V4_ONLY',
  ipv6: 'V6_ONLY',
  'ipv4-preferred': 'V4_PREFERRED',
  all: 'ALL',
} as const satisfies Readonly<Record<DnsFamily, string>>;

const dnsCluster = (dns: Dns) =>
  any('envoy.extensions.clusters.dns.v3.DnsCluster', {
    dns_refresh_rate: duration(dns.refreshInterval),
    ...(dns.failureRefresh && { dns_failure_refresh_rate: failureRefreshRate(dns.failureRefresh) }),
    ...(dns.respectTtl && { respect_dns_ttl: true }),
    ...(dns.refreshJitter !== undefined && { dns_jitter: duration(dns.refreshJitter) }),
    ...(dns.resolver && { typed_dns_resolver_config: dnsResolver(dns.resolver) }),
    dns_lookup_family: DNS_FAMILIES[dns.family],
    ...(dns.resolution === 'logical' && { all_addresses_in_single_endpoint: true }),
    ...(dns.minimumRefreshInterval !== undefined && { dns_min_refresh_rate: duration(dns.minimumRefreshInterval) }),
  });

export const failureRefreshRate = ({
  base,
  maximum,
}: DnsFailureRefresh): Messages['envoy.extensions.clusters.dns.v3.DnsCluster.RefreshRate'] => ({
  base_interval: duration(base),
  ...(maximum !== undefined && { max_interval: duration(maximum) }),
});

/** Source: envoy/extensions/network/dns_resolver/cares/v3/cares_dns_resolver.proto. */
export const dnsResolver = ({
  servers,
  tcp,
  searchDomains,
  timeout,
  attempts,
  rotate,
}: DnsResolver): Messages['envoy.config.core.v3.TypedExtensionConfig'] => ({
  name: 'envoy.network.dns_resolver.cares',
  typed_config: any('envoy.extensions.network.dns_resolver.cares.v3.CaresDnsResolverConfig', {
    ...(servers && { resolvers: servers.map(({ address, port }) => socketAddress(address, port)) }),
    dns_resolver_options: {
      ...(tcp && { use_tcp_for_dns_lookups: true }),
      ...(!searchDomains && { no_default_search_domain: true }),
    },
    ...(timeout !== undefined && { query_timeout_seconds: wholeSeconds(timeout) }),
    ...(attempts !== undefined && { query_tries: attempts }),
    ...(rotate && { rotate_nameservers: true }),
  }),
});
