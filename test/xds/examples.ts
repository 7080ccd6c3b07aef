/** A listener and its routes, as a gateway would have them. */
import { any, type Messages } from '../../compiler/xds/index.ts';

const routes: Messages['envoy.config.route.v3.Route'][] = ['a', 'b', 'c'].map((name) => ({
  name,
  match: { prefix: `/${name}/`, headers: [{ name: ':method', string_match: { exact: 'GET' } }] },
  route: {
    cluster: `cluster-${name}`,
    timeout: '15s',
    retry_policy: { retry_on: '5xx,reset', num_retries: 3, per_try_timeout: '0.250s' },
  },
  metadata: { filter_metadata: { gateway: { tier: 1, tags: ['x', 'é'], on: true, none: null } } },
  typed_per_filter_config: {
    'envoy.filters.http.buffer': any('envoy.extensions.filters.http.buffer.v3.BufferPerRoute', { disabled: true }),
    'envoy.filters.http.local_ratelimit': any('envoy.extensions.filters.http.local_ratelimit.v3.LocalRateLimit', {
      stat_prefix: name,
      token_bucket: { max_tokens: 10, fill_interval: '1s' },
    }),
  },
}));

export const ROUTES: Messages['envoy.config.route.v3.RouteConfiguration'] = {
  name: 'routes',
  virtual_hosts: [{ name: 'host', domains: ['example.com', '*.example.com'], routes }],
};

const http = any('envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager', {
  stat_prefix: 'http',
  rds: { route_config_name: 'routes', config_source: { ads: {}, resource_api_version: 'V3' } },
  http_filters: [
    {
      name: 'envoy.filters.http.buffer',
      typed_config: any('envoy.extensions.filters.http.buffer.v3.Buffer', { max_request_bytes: 4096 }),
    },
    { name: 'envoy.filters.http.router', typed_config: any('envoy.extensions.filters.http.router.v3.Router', {}) },
  ],
  use_remote_address: true,
  stream_idle_timeout: '300s',
});

export const LISTENER: Messages['envoy.config.listener.v3.Listener'] = {
  name: 'http',
  address: { socket_address: { address: '0.0.0.0', port_value: 8080 } },
  filter_chains: [{ filters: [{ name: 'http', typed_config: http }] }],
};
