/** A bootstrap with filters of many kinds, which the real Envoy is to accept. */
import { any, type Any, type Messages } from '../../compiler/xds/index.ts';

type HttpFilter = Messages['envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter'];
type Bootstrap = Messages['envoy.config.bootstrap.v3.Bootstrap'];

const grpc_service = { envoy_grpc: { cluster_name: 'backend' } };

/** In the order in which requests pass them. */
export const HTTP_FILTERS: readonly HttpFilter[] = [
  { name: 'cors', typed_config: any('envoy.extensions.filters.http.cors.v3.Cors', {}) },
  {
    name: 'lua',
    typed_config: any('envoy.extensions.filters.http.lua.v3.Lua', {
      default_source_code: { inline_string: 'function envoy_on_request(handle) end' },
    }),
  },
  {
    name: 'jwt',
    typed_config: any('envoy.extensions.filters.http.jwt_authn.v3.JwtAuthentication', {
      providers: {
        issuer: {
          issuer: 'https://issuer.example',
          remote_jwks: { http_uri: { uri: 'https://issuer.example/keys', cluster: 'backend', timeout: '1s' } },
        },
      },
      rules: [{ match: { prefix: '/' }, requires: { provider_name: 'issuer' } }],
    }),
  },
  {
    name: 'ext_authz',
    typed_config: any('envoy.extensions.filters.http.ext_authz.v3.ExtAuthz', {
      grpc_service,
      transport_api_version: 'V3',
    }),
  },
  {
    name: 'rbac',
    typed_config: any('envoy.extensions.filters.http.rbac.v3.RBAC', {
      rules: {
        action: 'ALLOW',
        policies: {
          b: { permissions: [{ any: true }], principals: [{ any: true }] },
          a: { permissions: [{ header: { name: 'x', string_match: { exact: 'é' } } }], principals: [{ any: true }] },
        },
      },
    }),
  },
  {
    name: 'ratelimit',
    typed_config: any('envoy.extensions.filters.http.ratelimit.v3.RateLimit', {
      domain: 'gateway',
      rate_limit_service: { grpc_service, transport_api_version: 'V3' },
    }),
  },
  {
    name: 'local_ratelimit',
    typed_config: any('envoy.extensions.filters.http.local_ratelimit.v3.LocalRateLimit', {
      stat_prefix: 'local',
      token_bucket: { max_tokens: 10, fill_interval: '1s' },
    }),
  },
  {
    name: 'set_metadata',
    typed_config: any('envoy.extensions.filters.http.set_metadata.v3.Config', {
      metadata: [{ metadata_namespace: 'gateway', value: { tier: 1, none: null, tags: ['a', { b: true }] } }],
    }),
  },
  {
    name: 'bandwidth',
    typed_config: any('envoy.extensions.filters.http.bandwidth_limit.v3.BandwidthLimit', {
      stat_prefix: 'bandwidth',
      enable_mode: 'REQUEST_AND_RESPONSE',
      limit_kbps: '500',
    }),
  },
  {
    name: 'header_mutation',
    typed_config: any('envoy.extensions.filters.http.header_mutation.v3.HeaderMutation', {
      mutations: { request_mutations: [{ append: { header: { key: 'x-a', value: 'b' } } }, { remove: 'x-c' }] },
    }),
  },
  {
    name: 'router',
    typed_config: any('envoy.extensions.filters.http.router.v3.Router', { suppress_envoy_headers: true }),
  },
];

/** A bootstrap whose one listener has these filters. */
export const bootstrapWith = (http_filters: readonly HttpFilter[]): Bootstrap => ({
  node: { id: 'test', cluster: 'test' },
  static_resources: { listeners: [listener(http_filters)], clusters: [BACKEND] },
});

const listener = (http_filters: readonly HttpFilter[]): Messages['envoy.config.listener.v3.Listener'] => ({
  name: 'http',
  address: { socket_address: { address: '127.0.0.1', port_value: 0 } },
  listener_filters: [
    { name: 'tls', typed_config: any('envoy.extensions.filters.listener.tls_inspector.v3.TlsInspector', {}) },
  ],
  filter_chains: [{ filters: [{ name: 'http', typed_config: connectionManager(http_filters) }] }],
});

const connectionManager = (http_filters: readonly HttpFilter[]): Any =>
  any('envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager', {
    stat_prefix: 'http',
    access_log: [
      {
        name: 'file',
        typed_config: any('envoy.extensions.access_loggers.file.v3.FileAccessLog', {
          path: '/dev/null',
          log_format: { json_format: { status: '%RESPONSE_CODE%', duration: '%DURATION%' } },
        }),
      },
    ],
    route_config: {
      name: 'routes',
      virtual_hosts: [
        {
          name: 'all',
          domains: ['*'],
          routes: [{ match: { prefix: '/' }, route: { cluster: 'backend', timeout: '15s' } }],
        },
      ],
    },
    http_filters,
  });

const BACKEND: Messages['envoy.config.cluster.v3.Cluster'] = {
  name: 'backend',
  type: 'STATIC',
  connect_timeout: '0.250s',
  load_assignment: {
    cluster_name: 'backend',
    endpoints: [
      { lb_endpoints: [{ endpoint: { address: { socket_address: { address: '127.0.0.1', port_value: 9 } } } }] },
    ],
  },
  typed_extension_protocol_options: {
    'envoy.extensions.upstreams.http.v3.HttpProtocolOptions': any(
      'envoy.extensions.upstreams.http.v3.HttpProtocolOptions',
      {
        explicit_http_config: { http2_protocol_options: { max_concurrent_streams: 100 } },
      },
    ),
  },
};
