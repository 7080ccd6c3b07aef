/** HTTP/3 to endpoints. Source: https://www.envoyproxy.io/docs/envoy/v1.40.0/intro/arch_overview/http/http3 */
import type { UpstreamHttp3, UpstreamSpec } from '../../2-validate/generated/types.ts';
import type { Valid } from '../../2-validate/model.ts';
import type { Messages } from '../../xds/index.ts';
import { bytes, duration } from '../quantities.ts';

export const http3Options = (
  http3: UpstreamHttp3 | undefined,
): Messages['envoy.config.core.v3.Http3ProtocolOptions'] => ({
  quic_protocol_options: {
    ...(http3?.maximumConcurrentStreams !== undefined && { max_concurrent_streams: http3.maximumConcurrentStreams }),
    initial_stream_window_size: http3 ? bytes(http3.streamWindow) : 65536,
    initial_connection_window_size: http3 ? bytes(http3.connectionWindow) : 1048576,
    ...(http3?.keepalive !== undefined && { connection_keepalive: { max_interval: duration(http3.keepalive) } }),
  },
  // WebSockets, which routes let through, are a CONNECT of this kind (RFC 9220).
  allow_extended_connect: true,
});

/** Whether answers may say that there is HTTP/3 as well. */
export const hasAlternateProtocols = ({ protocol, http }: UpstreamSpec): boolean =>
  protocol === 'automatic' && http?.http3 !== undefined;

/** What answers said in `alt-svc`. Upstreams have caches of their own, since what is said holds for one of them only. */
export const alternateProtocolsCache = ({
  key,
}: Valid<'Upstream'>): Messages['envoy.config.core.v3.AlternateProtocolsCacheOptions'] => ({ name: key });
