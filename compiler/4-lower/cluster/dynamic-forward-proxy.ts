/**
 * Upstreams whose host comes from the request: a cluster that connects to whatever its DNS cache has, and what requests
 * pass on the way there: who may not go there is refused, and then the host is resolved into the cache.
 *
 * Source: https://www.envoyproxy.io/docs/envoy/v1.40.0/configuration/http/http_filters/dynamic_forward_proxy_filter
 */
import { parseCidr } from '../../2-validate/formats/address.ts';
import type { DynamicForwardProxy, UpstreamSpec } from '../../2-validate/generated/types.ts';
import type { Valid } from '../../2-validate/model.ts';
import { perObject } from '../../per-object.ts';
import { any, type Messages } from '../../xds/index.ts';
import { DNS_FAMILIES, dnsResolver, failureRefreshRate } from './dns-cluster.ts';
import { duration } from '../quantities.ts';
import { shortHash } from '../short-hash.ts';
import { checksServerName } from './upstream-server-name.ts';

type DnsCache = Messages['envoy.extensions.common.dynamic_forward_proxy.v3.DnsCacheConfig'];
type Cluster = Messages['envoy.config.cluster.v3.Cluster'];

export const dynamicDiscovery = (
  { key, value }: Valid<'Upstream'>,
  proxy: DynamicForwardProxy,
): Pick<Cluster, 'cluster_type'> => ({
  cluster_type: {
    name: 'envoy.clusters.dynamic_forward_proxy',
    typed_config: any('envoy.extensions.clusters.dynamic_forward_proxy.v3.ClusterConfig', {
      dns_cache_config: dnsCache(key, proxy),
      // Envoy insists on checking the host's name, unless it is told that this is meant.
      ...(!checksServerName(value.spec) && { allow_insecure_cluster_options: true }),
    }),
  },
});

/** The cluster says itself where requests go. */
export const CLUSTER_PROVIDED: Messages['envoy.config.cluster.v3.LoadBalancingPolicy'] = {
  policies: [
    {
      typed_extension_config: {
        name: 'envoy.load_balancing_policies.cluster_provided',
        typed_config: any('envoy.extensions.load_balancing_policies.cluster_provided.v3.ClusterProvided', {}),
      },
    },
  ],
};

/** Caches of one name must be the same wherever they are spoken of, so a changed one has another name. */
export function dnsCache(key: string, proxy: DynamicForwardProxy): DnsCache {
  const settings = cacheSettings(proxy);
  return { name: `${key}@${shortHash(settings)}`, ...settings };
}

const cacheSettings = perObject((proxy: DynamicForwardProxy): Omit<DnsCache, 'name'> => ({
  dns_lookup_family: DNS_FAMILIES[proxy.family],
  dns_refresh_rate: duration(proxy.refreshInterval),
  host_ttl: duration(proxy.unusedHostLifetime),
  max_hosts: proxy.maximumHosts,
  ...(proxy.failureRefresh && { dns_failure_refresh_rate: failureRefreshRate(proxy.failureRefresh) }),
  dns_query_timeout: duration(proxy.queryTimeout),
  ...(proxy.resolver && { typed_dns_resolver_config: dnsResolver(proxy.resolver) }),
  dns_min_refresh_rate: duration(proxy.minimumRefreshInterval),
  ...(proxy.deniedAddresses.length > 0 && {
    resolved_address_filter: { ranges: proxy.deniedAddresses.map(addressRange) },
  }),
}));

function addressRange(range: string): Messages['xds.core.v3.CidrRange'] {
  const cidr = parseCidr(range);
  return { address_prefix: cidr?.address ?? '', prefix_len: cidr?.length ?? 0 };
}

/**
 * What connections of a TcpRoute pass on the way: it resolves the server name. Linking has seen to it that the route
 * takes no names but those that are allowed.
 */
export const serverNameProxy = (upstream: Valid<'Upstream'>): readonly NetworkFilter[] => {
  const { dynamicForwardProxy: proxy } = upstream.value.spec;
  if (!proxy) return [];
  return [
    {
      name: 'envoy.filters.network.sni_dynamic_forward_proxy',
      typed_config: any('envoy.extensions.filters.network.sni_dynamic_forward_proxy.v3.FilterConfig', {
        dns_cache_config: dnsCache(upstream.key, proxy),
        port_value: proxy.allowedPorts?.[0] ?? 443,
      }),
    },
  ];
};

type NetworkFilter = Messages['envoy.config.listener.v3.Filter'];

/**
 * Which requests may pass: those whose host is allowed. That is the one that they name, or the one in the header that a
 * route takes the host from, if the request has it.
 */
export function hostCheck(spec: UpstreamSpec, hostHeader: string | undefined): Messages['envoy.config.rbac.v3.RBAC'] {
  const regex = allowedAuthorities(spec);
  const isAllowed = (name: string): Permission => ({ header: { name, string_match: { safe_regex: { regex } } } });
  const permissions =
    hostHeader === undefined
      ? [isAllowed(':authority')]
      : [isAllowed(hostHeader), { and_rules: { rules: [absent(hostHeader), isAllowed(':authority')] } }];
  return { policies: { 'allowed-hosts': { permissions, principals: [{ any: true }] } } };
}

type Permission = Messages['envoy.config.rbac.v3.Permission'];

const absent = (name: string): Permission => ({ header: { name, present_match: false } });

/** Hosts and ports that may be named, as a regular expression for the whole text. */
function allowedAuthorities({ dynamicForwardProxy: proxy, tls }: UpstreamSpec): string {
  const usual = tls ? 443 : 80;
  const ports = proxy?.allowedPorts ?? [usual];
  const hosts = proxy?.allowedHosts ? `(${proxy.allowedHosts.map(hostPattern).join('|')})` : ANY_HOST;
  const named = `:(${ports.join('|')})`;
  return `(?i)${hosts}${ports.includes(usual) ? `(${named})?` : named}`;
}

/** An IPv6 address stands in brackets. */
const ANY_HOST = '([^:\\[\\]]+|\\[[^\\[\\]]+\\])';

const ANY_BELOW = '([a-z0-9_-]+\\.)+';

function hostPattern(host: string): string {
  const literal = host.replace(/^\*\./, '').replaceAll('.', '\\.');
  return host.startsWith('*.') ? ANY_BELOW + literal : literal;
}
