/** What carries bytes to endpoints: TCP, TLS, QUIC, and the PROXY protocol before it. */
import type { Valid } from '../../2-validate/model.ts';
import type { Graph } from '../../3-link/graph.ts';
import { any, type Messages } from '../../xds/index.ts';
import { hasAlternateProtocols } from './http3-upstream.ts';
import { upstreamTlsContext } from './upstream-tls.ts';

type TransportSocket = Messages['envoy.config.core.v3.TransportSocket'];

/** Nothing, if it is TCP alone. */
export function upstreamTransport(
  upstream: Valid<'Upstream'>,
  resolve: Graph['resolve'],
): { readonly transport_socket?: TransportSocket } {
  const { proxyProtocol } = upstream.value.spec;
  const secure = secureSocket(upstream, resolve);
  if (!proxyProtocol) return secure ? { transport_socket: secure } : {};
  return {
    transport_socket: {
      name: 'envoy.transport_sockets.upstream_proxy_protocol',
      typed_config: any('envoy.extensions.transport_sockets.proxy_protocol.v3.ProxyProtocolUpstreamTransport', {
        config: proxyProtocol.version === 2 ? { version: 'V2' } : {},
        transport_socket: secure ?? RAW,
      }),
    },
  };
}

const RAW: TransportSocket = {
  name: 'envoy.transport_sockets.raw_buffer',
  typed_config: any('envoy.extensions.transport_sockets.raw_buffer.v3.RawBuffer', {}),
};

/** QUIC's socket speaks TLS over TCP as well, for upstreams where TLS decides. */
function secureSocket(upstream: Valid<'Upstream'>, resolve: Graph['resolve']): TransportSocket | undefined {
  const { spec } = upstream.value;
  const { tls, protocol } = spec;
  if (!tls) return undefined;
  const context = upstreamTlsContext(upstream, tls, resolve);
  if (protocol === 'http3' || hasAlternateProtocols(spec))
    return {
      name: 'envoy.transport_sockets.quic',
      typed_config: any('envoy.extensions.transport_sockets.quic.v3.QuicUpstreamTransport', {
        upstream_tls_context: context,
      }),
    };
  return {
    name: 'envoy.transport_sockets.tls',
    typed_config: any('envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext', context),
  };
}
