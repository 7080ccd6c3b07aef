/**
 * A client of HTTP/3: another Envoy, which takes requests over HTTP/1.1 and sends them on over QUIC. Neither Node nor
 * Debian's curl speaks it.
 */
import { readStat } from '../../cli/local/envoy-admin.ts';
import { findEnvoy } from '../../cli/local/envoy.ts';
import { startEnvoy } from '../../cli/local/run-envoy.ts';
import { reservePort } from './ports.ts';
import type { Certificate } from './certificates.ts';
import { request, type ClientResponse, type RequestOptions } from './http-client.ts';

export interface Http3ClientOptions {
  /** The server's UDP port, on 127.0.0.1. */
  readonly port: number;
  /** PEM of the authority to trust; the certificate must have the server name. Default: any certificate is accepted. */
  readonly authority?: string;
  /** The certificate to show. */
  readonly certificate?: Certificate;
}

export interface Http3Request extends Omit<RequestOptions, 'port' | 'protocol' | 'tls'> {
  readonly host: string;
  /** Server name indication. Default: the host. */
  readonly serverName?: string;
}

export interface Http3Client {
  /**
   * The answer, with two more headers: `x-protocol`, and `x-server-certificate`, the subject of the server's
   * certificate. A connection that fails is an answer with the status 503.
   */
  readonly request: (options: Http3Request) => Promise<ClientResponse>;
  /** The same request for those who send it themselves. */
  readonly target: (options: Http3Request) => RequestOptions;
  /** How many requests have been sent within a handshake. */
  readonly earlyRequests: () => Promise<number>;
  readonly stop: () => Promise<void>;
}

const SERVER_NAME = 'x-server-name';

export async function startHttp3Client(options: Http3ClientOptions): Promise<Http3Client> {
  const port = await reservePort();
  const envoy = await startEnvoy({ binary: await findEnvoy(), bootstrap: bootstrap(port, options) });
  const target = ({ serverName, headers, ...rest }: Http3Request): RequestOptions => ({
    ...rest,
    port,
    headers: { ...headers, [SERVER_NAME]: serverName ?? rest.host },
  });
  return {
    request: (options) => request(target(options)),
    target,
    earlyRequests: () => readStat(envoy.adminPort, 'cluster.server.upstream_rq_0rtt'),
    stop: envoy.stop,
  };
}

const address = (port: number, protocol: 'TCP' | 'UDP' = 'TCP') => ({
  socket_address: { address: '127.0.0.1', port_value: port, protocol },
});

const type = (name: string) => ({ '@type': `type.googleapis.com/envoy.${name}` });

const bootstrap = (port: number, options: Http3ClientOptions) => ({
  admin: { address: address(0) },
  node: { id: 'http3-client', cluster: 'http3-client' },
  static_resources: {
    listeners: [
      {
        name: 'requests',
        address: address(port),
        filter_chains: [{ filters: [{ name: 'http', typed_config: manager }] }],
      },
    ],
    clusters: [cluster(options)],
  },
});

const header = (key: string, value: string) => ({ header: { key, value } });

const manager = {
  ...type('extensions.filters.network.http_connection_manager.v3.HttpConnectionManager'),
  stat_prefix: 'requests',
  http_filters: [{ name: 'router', typed_config: type('extensions.filters.http.router.v3.Router') }],
  route_config: {
    request_headers_to_remove: ['x-forwarded-proto'],
    response_headers_to_add: [
      header('x-protocol', '%UPSTREAM_PROTOCOL%'),
      header('x-server-certificate', '%UPSTREAM_PEER_SUBJECT%'),
    ],
    virtual_hosts: [
      {
        name: 'all',
        domains: ['*'],
        routes: [{ match: { prefix: '/' }, route: { cluster: 'server', timeout: '0s' } }],
      },
    ],
  },
};

const cluster = ({ port, authority, certificate }: Http3ClientOptions) => ({
  name: 'server',
  load_assignment: {
    cluster_name: 'server',
    endpoints: [{ lb_endpoints: [{ endpoint: { address: address(port, 'UDP') } }] }],
  },
  typed_extension_protocol_options: {
    'envoy.extensions.upstreams.http.v3.HttpProtocolOptions': {
      ...type('extensions.upstreams.http.v3.HttpProtocolOptions'),
      // Each request gets a connection of its own, so that it meets what the server is by then.
      common_http_protocol_options: { max_requests_per_connection: 1 },
      upstream_http_protocol_options: {
        auto_sni: true,
        override_auto_sni_header: SERVER_NAME,
        ...(authority !== undefined && { auto_san_validation: true }),
      },
      explicit_http_config: { http3_protocol_options: {} },
    },
  },
  transport_socket: {
    name: 'envoy.transport_sockets.quic',
    typed_config: {
      ...type('extensions.transport_sockets.quic.v3.QuicUpstreamTransport'),
      upstream_tls_context: {
        common_tls_context: {
          ...(certificate && {
            tls_certificates: [
              {
                certificate_chain: { inline_string: certificate.certificate },
                private_key: { inline_string: certificate.privateKey },
              },
            ],
          }),
          validation_context:
            authority === undefined
              ? { trust_chain_verification: 'ACCEPT_UNTRUSTED' }
              : { trusted_ca: { inline_string: authority } },
        },
      },
    },
  },
});
