/**
 * HTTP for clients, with the settings that Envoy recommends for proxies at the edge.
 *
 * Source: https://www.envoyproxy.io/docs/envoy/v1.40.0/configuration/best_practices/edge
 */
import type { Http, VirtualHostTls } from '../2-validate/generated/types.ts';
import type { LinkedGateway, LinkedVirtualHost } from '../3-link/graph.ts';
import { perObject } from '../per-object.ts';
import { any, type Messages } from '../xds/index.ts';
import { ads } from './config-source.ts';
import type { FilterChain } from './filter-chain.ts';
import type { Observability } from './observability.ts';
import { bytes, duration } from './quantities.ts';

export interface HttpConnectionManagerContext {
  readonly gateway: LinkedGateway;
  readonly chain: FilterChain;
  readonly observability: Observability;
}

type Settings = Omit<
  Messages['envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager'],
  'stat_prefix'
>;

/** What differs between connections of a gateway. */
export interface Connections {
  /** The name of the listener, for statistics. */
  readonly listener: string;
  readonly routeName: string;
  /** The hosts that they carry. */
  readonly hosts: readonly LinkedVirtualHost[];
  readonly forwardClientCertificate?: ForwardedParts | undefined;
  /** Absent: HTTP/1.1 or HTTP/2. */
  readonly codec?: 'HTTP3';
}

export function httpConnectionManager(
  { listener, routeName, hosts, forwardClientCertificate, codec }: Connections,
  { gateway, chain, observability }: HttpConnectionManagerContext,
): Messages['envoy.config.listener.v3.Filter'] {
  const { http } = gateway.source.value.spec;
  return {
    name: 'envoy.filters.network.http_connection_manager',
    typed_config: any('envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager', {
      ...(codec && { codec_type: codec }),
      stat_prefix: listener,
      rds: { route_config_name: routeName, config_source: ads },
      http_filters: chain.httpFilters(hosts),
      ...observability.http,
      ...connectionSettings(http),
      ...(codec && { http3_protocol_options: {} }),
      ...requestSettings(http),
      ...(forwardClientCertificate && forwarding(forwardClientCertificate)),
      upgrade_configs: [{ upgrade_type: 'websocket' }],
    }),
  };
}

type ForwardedParts = NonNullable<VirtualHostTls['forwardClientCertificate']>;

/** What clients send in the header never goes on: without these settings Envoy removes it. */
const forwarding = (parts: ForwardedParts): Settings => ({
  forward_client_cert_details: 'SANITIZE_SET',
  set_current_client_cert_details: {
    ...(parts.includes('subject') && { subject: true }),
    ...(parts.includes('certificate') && { cert: true }),
    ...(parts.includes('chain') && { chain: true }),
    ...(parts.includes('dns') && { dns: true }),
    ...(parts.includes('uri') && { uri: true }),
  },
});

const UNDERSCORES = { reject: 'REJECT_REQUEST', drop: 'DROP_HEADER', allow: 'ALLOW' } as const;

const connectionSettings = perObject((http: Http): Settings => ({
  common_http_protocol_options: {
    idle_timeout: duration(http.connectionIdleTimeout),
    headers_with_underscores_action: UNDERSCORES[http.headersWithUnderscores],
  },
  http2_protocol_options: {
    max_concurrent_streams: http.maximumConcurrentStreams,
    initial_stream_window_size: 65536,
    initial_connection_window_size: 1048576,
  },
  stream_idle_timeout: duration(http.streamIdleTimeout),
  request_timeout: duration(http.requestTimeout),
  request_headers_timeout: duration(http.requestHeadersTimeout),
  drain_timeout: duration(http.drainTimeout),
  max_request_headers_kb: Math.ceil(bytes(http.maximumRequestHeadersSize) / 1024),
}));

const ESCAPED_SLASHES = {
  redirect: 'UNESCAPE_AND_REDIRECT',
  reject: 'REJECT_REQUEST',
  unescape: 'UNESCAPE_AND_FORWARD',
  keep: 'KEEP_UNCHANGED',
} as const;

const SERVER_HEADERS = {
  overwrite: 'OVERWRITE',
  'append-if-absent': 'APPEND_IF_ABSENT',
  'pass-through': 'PASS_THROUGH',
} as const;

const requestSettings = (http: Http): Settings => ({
  server_header_transformation: SERVER_HEADERS[http.serverHeader],
  use_remote_address: true,
  ...(http.trustedHops > 0 && { xff_num_trusted_hops: http.trustedHops }),
  normalize_path: true,
  merge_slashes: http.mergeSlashes,
  path_with_escaped_slashes_action: ESCAPED_SLASHES[http.escapedSlashes],
});
