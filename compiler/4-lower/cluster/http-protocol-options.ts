/**
 * What is spoken to the endpoints of an upstream.
 *
 * Source: envoy/extensions/upstreams/http/v3/http_protocol_options.proto and envoy/config/core/v3/protocol.proto.
 */
import type { Http2Keepalive, UpstreamHttp, UpstreamHttp1, UpstreamSpec } from '../../2-validate/generated/types.ts';
import type { Valid } from '../../2-validate/model.ts';
import { any, type Messages } from '../../xds/index.ts';
import { alternateProtocolsCache, http3Options } from './http3-upstream.ts';
import { bytes, duration } from '../quantities.ts';
import { serverNameOptions } from './upstream-server-name.ts';

type Options = Messages['envoy.extensions.upstreams.http.v3.HttpProtocolOptions'];
type CommonOptions = Messages['envoy.config.core.v3.HttpProtocolOptions'];
type Http1Options = Messages['envoy.config.core.v3.Http1ProtocolOptions'];
type Http2Options = Messages['envoy.config.core.v3.Http2ProtocolOptions'];

export const httpProtocolOptions = (upstream: Valid<'Upstream'>) =>
  any('envoy.extensions.upstreams.http.v3.HttpProtocolOptions', {
    common_http_protocol_options: commonOptions(upstream.value.spec),
    ...serverNameOptions(upstream.value.spec),
    ...protocolOptions(upstream),
  });

function commonOptions({ connection, connectionIdleTimeout, http, ...spec }: UpstreamSpec): CommonOptions {
  const { maximumRequestsPerConnection: requests } = spec;
  return {
    idle_timeout: duration(connectionIdleTimeout),
    ...(http && answerLimits(http)),
    ...(connection?.maximumDuration !== undefined && { max_connection_duration: duration(connection.maximumDuration) }),
    ...(requests !== undefined && { max_requests_per_connection: requests }),
  };
}

const answerLimits = (http: UpstreamHttp): CommonOptions => ({
  ...(http.maximumResponseHeaders !== undefined && { max_headers_count: http.maximumResponseHeaders }),
  ...(http.maximumResponseHeadersSize !== undefined && {
    max_response_headers_kb: Math.ceil(bytes(http.maximumResponseHeadersSize) / 1024),
  }),
  ...(http.maximumStreamDuration !== undefined && { max_stream_duration: duration(http.maximumStreamDuration) }),
});

function protocolOptions(upstream: Valid<'Upstream'>): Options {
  const { protocol, http = {} } = upstream.value.spec;
  const http1 = http1Options(http.http1);
  const http2 = http2Options(http.http2);
  switch (protocol) {
    case 'http1':
      return { explicit_http_config: { http_protocol_options: http1 } };
    case 'http2':
      return { explicit_http_config: { http2_protocol_options: http2 } };
    case 'http3':
      return { explicit_http_config: { http3_protocol_options: http3Options(http.http3) } };
    case 'client':
      return { use_downstream_protocol_config: { http_protocol_options: http1, http2_protocol_options: http2 } };
    case 'automatic':
      return {
        auto_config: {
          http_protocol_options: http1,
          http2_protocol_options: http2,
          ...(http.http3 && {
            http3_protocol_options: http3Options(http.http3),
            alternate_protocols_cache_options: alternateProtocolsCache(upstream),
          }),
        },
      };
  }
}

export const HEADER_CASES = {
  lower: {},
  proper: { header_key_format: { proper_case_words: {} } },
  preserve: {
    header_key_format: {
      stateful_formatter: {
        name: 'envoy.http.stateful_header_formatters.preserve_case',
        typed_config: any('envoy.extensions.http.header_formatters.preserve_case.v3.PreserveCaseFormatterConfig', {}),
      },
    },
  },
} satisfies Readonly<Record<UpstreamHttp1['headerCase'], Http1Options>>;

const http1Options = (http1: UpstreamHttp1 | undefined): Http1Options =>
  http1 ? { ...HEADER_CASES[http1.headerCase], ...(http1.trailers && { enable_trailers: true }) } : {};

/** The windows are those that Envoy recommends for the edge, unless the document says others. */
const http2Options = (http2: UpstreamHttp['http2']): Http2Options => ({
  ...(http2?.maximumConcurrentStreams !== undefined && { max_concurrent_streams: http2.maximumConcurrentStreams }),
  initial_stream_window_size: http2 ? bytes(http2.streamWindow) : 65536,
  initial_connection_window_size: http2 ? bytes(http2.connectionWindow) : 1048576,
  ...(http2?.keepalive && { connection_keepalive: http2Keepalive(http2.keepalive) }),
});

export const http2Keepalive = ({
  interval,
  idle,
  timeout,
}: Http2Keepalive): Messages['envoy.config.core.v3.KeepaliveSettings'] => ({
  ...(interval !== undefined && { interval: duration(interval) }),
  timeout: duration(timeout),
  ...(idle !== undefined && { connection_idle_interval: duration(idle) }),
});
