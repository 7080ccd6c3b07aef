/**
 * HTTP for clients, with the settings that Envoy recommends for proxies at the edge.
 *
 * Source: https://www.envoyproxy.io/docs/envoy/v1.40.0/configuration/best_practices/edge
 */
import type { VirtualHostTls } from '../../2-validate/generated/types.ts';
import type { LinkedGateway, LinkedVirtualHost } from '../../3-link/graph.ts';
import { any, type Messages } from '../../xds/index.ts';
import { ads } from '../config-source.ts';
import type { FilterChain } from '../http-filters/filter-chain.ts';
import { httpSettings, type HttpSettings } from './http-settings.ts';
import type { Observability } from '../observability/observability.ts';

export interface HttpConnectionManagerContext {
  readonly gateway: LinkedGateway;
  readonly chain: FilterChain;
  readonly observability: Observability;
}

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
      ...httpSettings(http),
      ...(codec && { http3_protocol_options: {} }),
      ...(forwardClientCertificate && forwarding(forwardClientCertificate)),
      upgrade_configs: [{ upgrade_type: 'websocket' }],
    }),
  };
}

type ForwardedParts = NonNullable<VirtualHostTls['forwardClientCertificate']>;

/** What clients send in the header never goes on: without these settings Envoy removes it. */
const forwarding = (parts: ForwardedParts): HttpSettings => ({
  forward_client_cert_details: 'SANITIZE_SET',
  set_current_client_cert_details: {
    ...(parts.includes('subject') && { subject: true }),
    ...(parts.includes('certificate') && { cert: true }),
    ...(parts.includes('chain') && { chain: true }),
    ...(parts.includes('dns') && { dns: true }),
    ...(parts.includes('uri') && { uri: true }),
  },
});
