/**
 * HTTP/3 on a listener of its own, since it comes over UDP. Its filter chains, certificates and routes are those of the
 * HTTPS listener beside it.
 *
 * Source: https://www.envoyproxy.io/docs/envoy/v1.40.0/intro/arch_overview/http/http3 and
 * envoy/config/listener/v3/quic_config.proto
 */
import type { Http3, Listener } from '../../2-validate/generated/types.ts';
import type { LinkedListener, LinkedTls, LinkedVirtualHost } from '../../3-link/graph.ts';
import { isServedOverHttp3, tlsSettings } from '../../3-link/gateway/tls-settings.ts';
import { any, type Messages } from '../../xds/index.ts';
import { downstreamTlsContext } from './downstream-tls.ts';
import { FALLBACK, fallbackConnections, hostConnections } from './connections.ts';
import { serverNames } from './filter-chains.ts';
import {
  httpConnectionManager,
  type Connections,
  type HttpConnectionManagerContext,
} from './http-connection-manager.ts';
import { udpAddresses } from './listener-address.ts';
import { connectionFilters, overloadSettings } from './listener-connections.ts';
import { bytes, duration, wholeSeconds } from '../quantities.ts';

type EnvoyListener = Messages['envoy.config.listener.v3.Listener'];
type EnvoyFilterChain = Messages['envoy.config.listener.v3.FilterChain'];

/** No user's listener is named like it. */
export const http3ListenerName = ({ name }: Listener): string => `${name}/http3`;

/** Nothing, if the listener does not speak HTTP/3 or has no host that does. */
export function lowerHttp3Listener(
  linked: LinkedListener,
  context: HttpConnectionManagerContext,
): EnvoyListener | undefined {
  const { listener } = linked;
  const { http3 } = listener;
  if (!http3) return undefined;
  const chains = http3Chains(linked, http3, context);
  if (chains.length === 0) return undefined;
  return {
    name: http3ListenerName(listener),
    // The statistics of TCP are named after the same address.
    stat_prefix: http3ListenerName(listener),
    ...udpAddresses(listener),
    filter_chains: chains,
    ...overloadSettings(listener.connections),
    udp_listener_config: {
      quic_options: {
        quic_protocol_options: {
          max_concurrent_streams: http3.maximumConcurrentStreams,
          initial_stream_window_size: bytes(http3.streamWindow),
          initial_connection_window_size: bytes(http3.connectionWindow),
        },
        idle_timeout: duration(http3.idleTimeout),
        crypto_handshake_timeout: duration(http3.handshakeTimeout),
      },
    },
  };
}

/** Whether a host is reached over HTTP/3, and so advertises it. */
export const advertises = ({ tls, http3 }: Listener, host: LinkedVirtualHost | undefined): boolean =>
  http3 !== undefined && isServedOverHttp3(tlsSettings(tls, host?.source.value.spec.tls));

/** The header that tells clients where to find HTTP/3. Source: RFC 7838, section 3. */
export function alternativeService({ port, http3 }: Listener): Messages['envoy.config.core.v3.HeaderValueOption'] {
  const { advertisedPort = port, advertisedFor = '24h' } = http3 ?? {};
  return {
    header: { key: 'alt-svc', value: `h3=":${advertisedPort}"; ma=${wholeSeconds(advertisedFor)}` },
    append_action: 'OVERWRITE_IF_EXISTS_OR_ADD',
  };
}

function http3Chains(
  linked: LinkedListener,
  http3: Http3,
  context: HttpConnectionManagerContext,
): readonly EnvoyFilterChain[] {
  const { listener, virtualHosts, tls } = linked;
  const chain = (connections: Connections, own: LinkedTls): EnvoyFilterChain => ({
    filters: [...connectionFilters(listener), httpConnectionManager({ ...connections, codec: 'HTTP3' }, context)],
    transport_socket: quicTransport(own, listener, http3),
  });
  const hosts = virtualHosts.filter((host) => advertises(listener, host));
  return [
    ...hosts.map((host) => ({
      name: host.source.key,
      ...serverNames(host.source.value.spec.hostnames),
      ...chain(hostConnections(linked, host), host.tls ?? { certificates: [] }),
    })),
    ...(tls.fallback && advertises(listener, undefined)
      ? [{ name: FALLBACK, ...chain(fallbackConnections(linked, context.gateway), { certificates: tls.fallback }) }]
      : []),
  ];
}

/** QUIC speaks TLS 1.3 with settings of its own: only certificates, names and resumption are left to choose. */
function quicTransport(
  own: LinkedTls,
  { tls: { sessionResumption } }: Listener,
  { earlyData }: Http3,
): Messages['envoy.config.core.v3.TransportSocket'] {
  // A resumed session is not asked for its certificate again, and the one that it had may have been revoked since.
  const resumes = sessionResumption.tickets && !own.clientValidation;
  return {
    name: 'envoy.transport_sockets.quic',
    typed_config: any('envoy.extensions.transport_sockets.quic.v3.QuicDownstreamTransport', {
      downstream_tls_context: downstreamTlsContext({ ...own, alpn: ['h3'] }),
      enable_early_data: earlyData && resumes,
      enable_resumption: resumes,
    }),
  };
}
