/** Clusters → Upstreams, as far as these have words for them; what else a cluster says, a patch carries. */
import { isIpAddress } from '../../2-validate/formats/address.ts';
import { isAnyOf, type Any, type Messages } from '../../xds/index.ts';
import type { Written, WrittenSpec } from '../draft.ts';
import type { FoundCluster, FoundEndpoints } from './config.ts';
import type { Secrets } from './secrets.ts';

type Cluster = Messages['envoy.config.cluster.v3.Cluster'];
type Assignment = Messages['envoy.config.endpoint.v3.ClusterLoadAssignment'];
type Spec = WrittenSpec<'Upstream'>;

/** An Upstream, or nothing for a cluster that only Envoy itself has words for. */
export function toUpstream(
  { message, source }: FoundCluster,
  endpoints: ReadonlyMap<string, FoundEndpoints>,
  secrets: Secrets,
): Spec | undefined {
  const found = whereabouts(message, endpoints);
  const protocol = protocolOf(message);
  const tls = tlsOf(message, (context) => upstreamTls(context, message.name, { secrets, source }));
  if (!found || protocol === 'unknown' || tls === 'unknown') return undefined;
  return {
    ...found,
    ...(protocol && { protocol }),
    ...(tls && { tls }),
    ...(message.connect_timeout !== undefined && { connectTimeout: message.connect_timeout }),
    loadBalancing: { policy: POLICIES[message.lb_policy ?? 'ROUND_ROBIN'] },
    ...circuitBreakers(message),
    ...healthChecks(message),
  };
}

const POLICIES: Readonly<Record<string, NonNullable<Spec['loadBalancing']>['policy']>> = {
  ROUND_ROBIN: 'roundRobin',
  LEAST_REQUEST: 'leastRequest',
  RANDOM: 'random',
  RING_HASH: 'ringHash',
  MAGLEV: 'maglev',
};

/** Where the endpoints are. */
function whereabouts(
  cluster: Cluster,
  endpoints: ReadonlyMap<string, FoundEndpoints>,
): Pick<Spec, 'endpoints' | 'dns'> | undefined {
  if (cluster.cluster_type || POLICIES[cluster.lb_policy ?? 'ROUND_ROBIN'] === undefined) return undefined;
  switch (cluster.type ?? 'STATIC') {
    case 'STATIC':
      return listed(cluster.load_assignment);
    case 'EDS':
      return listed(endpoints.get(cluster.eds_cluster_config?.service_name || cluster.name)?.message);
    case 'STRICT_DNS':
    case 'LOGICAL_DNS':
      return listed(cluster.load_assignment) ?? resolved(cluster);
    default:
      return undefined;
  }
}

function listed(assignment: Assignment | undefined): Pick<Spec, 'endpoints'> | undefined {
  const found = (assignment?.endpoints ?? []).flatMap(({ lb_endpoints = [], priority, locality }) =>
    lb_endpoints.map(({ endpoint, load_balancing_weight: weight }) => {
      const { address = '', port_value: port } = endpoint?.address?.socket_address ?? {};
      const path = endpoint?.address?.pipe?.path;
      const place =
        path === undefined ? (isIpAddress(address) && port ? { address, port } : undefined) : { unixSocket: path };
      if (!place || Object.keys(locality ?? {}).length > 0) return undefined;
      return { ...place, ...(weight !== undefined && { weight }), ...(priority && { priority }) };
    }),
  );
  const sound = found.filter((one) => one !== undefined);
  return sound.length === found.length && sound.length > 0 ? { endpoints: sound } : undefined;
}

const FAMILIES: Readonly<Record<string, NonNullable<Spec['dns']>['family']>> = {
  AUTO: 'automatic',
  V4_ONLY: 'ipv4',
  V6_ONLY: 'ipv6',
  ALL: 'all',
};

function resolved(cluster: Cluster): Pick<Spec, 'dns'> | undefined {
  const all = (cluster.load_assignment?.endpoints ?? []).flatMap(({ lb_endpoints = [] }) => lb_endpoints);
  const { address = '', port_value: port } = all[0]?.endpoint?.address?.socket_address ?? {};
  const family = FAMILIES[cluster.dns_lookup_family ?? 'AUTO'];
  if (all.length !== 1 || !port || !HOSTNAME.test(address) || !family) return undefined;
  return {
    dns: {
      hostname: address,
      port,
      family,
      ...(cluster.type === 'LOGICAL_DNS' && { resolution: 'logical' as const }),
    },
  };
}

const HOSTNAME = /^[a-z0-9]([a-z0-9_.-]{0,251}[a-z0-9])?$/i;

const OPTIONS = 'envoy.extensions.upstreams.http.v3.HttpProtocolOptions';

const optionsOf = (cluster: Cluster): Any | undefined => cluster.typed_extension_protocol_options?.[OPTIONS];

function protocolOf(cluster: Cluster): Spec['protocol'] | 'unknown' {
  const options = optionsOf(cluster);
  if (!options) return undefined;
  if (!isAnyOf(OPTIONS, options)) return 'unknown';
  const { explicit_http_config: explicit, auto_config, use_downstream_protocol_config } = options;
  if (explicit?.http2_protocol_options) return 'http2';
  if (auto_config && cluster.transport_socket) return 'automatic';
  if (use_downstream_protocol_config) return 'unknown';
  return explicit?.http_protocol_options ? undefined : 'unknown';
}

const TLS = 'envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext';
type TlsContext = Messages[typeof TLS];

const tlsOf = <T>(cluster: Cluster, make: (context: TlsContext) => T): T | 'unknown' | undefined => {
  if (cluster.transport_socket_matches?.length) return 'unknown';
  const { transport_socket: socket } = cluster;
  if (!socket) return undefined;
  return isAnyOf(TLS, socket.typed_config) ? make(socket.typed_config) : 'unknown';
};

/** Debian's, Red Hat's and Alpine's place for the authorities that a machine trusts. */
const SYSTEM = /^\/etc\/(ssl\/certs\/ca-certificates\.crt|pki\/tls\/certs\/ca-bundle\.crt|ssl\/cert\.pem)$/;

function upstreamTls(
  context: TlsContext,
  name: string,
  { secrets, source }: { readonly secrets: Secrets; readonly source: FoundCluster['source'] },
): Written<NonNullable<WrittenSpec<'Upstream'>['tls']>> | 'unknown' {
  const { sni, common_tls_context: common = {}, ...others } = context;
  const { validation_context: validation, tls_certificates = [], ...rest } = common;
  const [certificate, ...more] = tls_certificates;
  const known = [...Object.keys(others), ...Object.keys(rest)].filter((key) => key !== '@type');
  if (known.length > 0 || more.length > 0) return 'unknown';
  const client = certificate && secrets.certificate(certificate, `${name}-client`, source);
  const trust = trustOf(validation, name, { secrets, source });
  if (!trust) return 'unknown';
  return { ...(sni && { sni }), validation: trust, ...(client !== undefined && { clientCertificate: client }) };
}

function trustOf(
  validation: Messages['envoy.extensions.transport_sockets.tls.v3.CertificateValidationContext'] | undefined,
  name: string,
  { secrets, source }: { readonly secrets: Secrets; readonly source: FoundCluster['source'] },
) {
  if (!validation) return { insecureSkipVerify: true as const };
  const { trusted_ca, match_typed_subject_alt_names: names = [], ...others } = validation;
  const exact = names.flatMap(({ san_type, matcher }) => (san_type === 'DNS' ? (matcher?.exact ?? []) : []));
  // Without names any certificate of the authority will do, which an Upstream does not allow.
  if (Object.keys(others).length > 0 || exact.length !== names.length || exact.length === 0) return undefined;
  const { filename, inline_string: inline } = trusted_ca ?? {};
  if (filename !== undefined && SYSTEM.test(filename)) return { system: true as const, subjectAltNames: exact };
  if (filename !== undefined)
    return { secret: secrets.authority(filename, `${name}-authority`, source), subjectAltNames: exact };
  return inline === undefined ? undefined : { inline, subjectAltNames: exact };
}

function circuitBreakers({ circuit_breakers }: Cluster): Pick<Spec, 'circuitBreakers'> {
  const [usual, ...others] = circuit_breakers?.thresholds ?? [];
  if (!usual || others.length > 0 || (usual.priority ?? 'DEFAULT') !== 'DEFAULT') return {};
  const { max_connections, max_pending_requests, max_requests, max_retries } = usual;
  return {
    circuitBreakers: {
      ...(max_connections !== undefined && { maximumConnections: max_connections }),
      ...(max_pending_requests !== undefined && { maximumPendingRequests: max_pending_requests }),
      ...(max_requests !== undefined && { maximumRequests: max_requests }),
      ...(max_retries !== undefined && { maximumRetries: max_retries }),
    },
  };
}

/** Checks that say no more than an Upstream can; others are patched in. */
export function healthChecks({ health_checks = [] }: Cluster): Pick<Spec, 'healthChecks'> {
  const checks = health_checks.map((check) => {
    const {
      timeout,
      interval,
      unhealthy_threshold,
      healthy_threshold,
      http_health_check: http,
      tcp_health_check: tcp,
    } = check;
    const isPlain = Object.keys(check).every((key) => PLAIN.has(key));
    const { path = '', host, ...rest } = http ?? {};
    if (!isPlain || Object.keys(rest).length > 0 || (tcp && Object.keys(tcp).length > 0)) return undefined;
    if (http ? !/^\/[^?#\s]*$/.test(path) : !tcp) return undefined;
    return {
      ...(http ? { http: { path, ...(host !== undefined && { hostname: host }) } } : { tcp: {} }),
      ...(interval !== undefined && { interval }),
      ...(timeout !== undefined && { timeout }),
      ...(unhealthy_threshold !== undefined && { unhealthyThreshold: unhealthy_threshold }),
      ...(healthy_threshold !== undefined && { healthyThreshold: healthy_threshold }),
    };
  });
  const sound = checks.filter((check) => check !== undefined);
  return sound.length === checks.length && sound.length > 0 ? { healthChecks: sound } : {};
}

const PLAIN = new Set([
  'timeout',
  'interval',
  'unhealthy_threshold',
  'healthy_threshold',
  'http_health_check',
  'tcp_health_check',
]);
