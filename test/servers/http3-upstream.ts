/**
 * An upstream that speaks HTTP/3, and over TCP what TLS agrees on. It is an Envoy, since nothing else here can do that.
 * Answers tell in headers what was spoken: `x-protocol`, and `x-server-name` for the name that TLS was asked for.
 */
import { findEnvoy } from '../../cli/local/envoy.ts';
import { startEnvoy } from '../../cli/local/run-envoy.ts';
import { any } from '../../compiler/xds/index.ts';
import { reservePort } from './ports.ts';
import type { Certificate } from './certificates.ts';

export interface Http3UpstreamOptions {
  readonly certificate: Certificate;
  /** Over TCP, answers say that there is HTTP/3, be it so or not. Default: `quic-and-tcp`. */
  readonly listens?: 'quic-and-tcp' | 'tcp';
}

export interface Http3Upstream {
  /** Of 127.0.0.1, the same over UDP and TCP. */
  readonly port: number;
  readonly stop: () => Promise<void>;
}

export async function startHttp3Upstream({
  certificate,
  listens = 'quic-and-tcp',
}: Http3UpstreamOptions): Promise<Http3Upstream> {
  const port = await reservePort();
  const listeners = [tcpListener(port, certificate), ...(listens === 'tcp' ? [] : [quicListener(port, certificate)])];
  const admin = { address: { socket_address: { address: '127.0.0.1', port_value: 0 } } };
  const { stop } = await startEnvoy({
    binary: await findEnvoy(),
    bootstrap: { admin, static_resources: { listeners } },
    nodeId: 'http3-upstream',
    nodeCluster: 'upstream',
  });
  return { port, stop };
}

function tcpListener(port: number, certificate: Certificate) {
  const advertised = {
    append_action: 'OVERWRITE_IF_EXISTS_OR_ADD',
    header: { key: 'alt-svc', value: `h3=":${port}"` },
  };
  return {
    name: 'tcp',
    address: { socket_address: { address: '127.0.0.1', port_value: port } },
    filter_chains: [
      {
        filters: [connectionManager('AUTO', [advertised])],
        transport_socket: {
          name: 'envoy.transport_sockets.tls',
          typed_config: any('envoy.extensions.transport_sockets.tls.v3.DownstreamTlsContext', {
            common_tls_context: { tls_certificates: [own(certificate)], alpn_protocols: ['h2', 'http/1.1'] },
          }),
        },
      },
    ],
  };
}

const quicListener = (port: number, certificate: Certificate) => ({
  name: 'quic',
  address: { socket_address: { protocol: 'UDP', address: '127.0.0.1', port_value: port } },
  udp_listener_config: { quic_options: {} },
  filter_chains: [
    {
      filters: [connectionManager('HTTP3', [])],
      transport_socket: {
        name: 'envoy.transport_sockets.quic',
        typed_config: any('envoy.extensions.transport_sockets.quic.v3.QuicDownstreamTransport', {
          downstream_tls_context: { common_tls_context: { tls_certificates: [own(certificate)] } },
        }),
      },
    },
  ],
});

const own = ({ certificate, privateKey }: Certificate) => ({
  certificate_chain: { inline_string: certificate },
  private_key: { inline_string: privateKey },
});

const connectionManager = (codec: 'AUTO' | 'HTTP3', headers: readonly object[]) => ({
  name: 'envoy.filters.network.http_connection_manager',
  typed_config: {
    '@type': 'type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager',
    codec_type: codec,
    stat_prefix: codec,
    upgrade_configs: [{ upgrade_type: 'websocket' }],
    ...(codec === 'HTTP3' && { http3_protocol_options: { allow_extended_connect: true } }),
    route_config: {
      response_headers_to_add: [
        { header: { key: 'x-protocol', value: '%PROTOCOL%' } },
        { header: { key: 'x-server-name', value: '%REQUESTED_SERVER_NAME%' } },
        ...headers,
      ],
      virtual_hosts: [
        { name: 'all', domains: ['*'], routes: [{ match: { prefix: '/' }, direct_response: { status: 200 } }] },
      ],
    },
    http_filters: [
      { name: 'envoy.filters.http.router', typed_config: any('envoy.extensions.filters.http.router.v3.Router', {}) },
    ],
  },
});
