/** What a gateway's `http` becomes in Envoy's HTTP connection manager. */
import type { Http } from '../../2-validate/generated/types.ts';
import { perObject } from '../../per-object.ts';
import type { Messages } from '../../xds/index.ts';
import { clientAddress } from './client-address.ts';
import { earlyHeaders } from './early-headers.ts';
import { http1Options } from '../http1-options.ts';
import { http2Options } from '../http2-options.ts';
import { localReplies } from './local-replies.ts';
import { bytes, duration } from '../quantities.ts';
import { requestId } from './request-id.ts';
import { requestNormalization } from './request-normalization.ts';

/** Fields of the HTTP connection manager, none of which it must have. */
export type HttpSettings = Omit<
  Messages['envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager'],
  'stat_prefix'
>;

export const httpSettings = perObject((http: Http): HttpSettings => ({
  ...connectionSettings(http),
  ...http1Options(http),
  ...http2Options(http),
  ...clientAddress(http),
  ...requestNormalization(http),
  ...requestId(http),
  ...earlyHeaders(http),
  ...localReplies(http),
  ...serverSettings(http),
}));

const UNDERSCORES = { reject: 'REJECT_REQUEST', drop: 'DROP_HEADER', allow: 'ALLOW' } as const;

const connectionSettings = (http: Http): HttpSettings => ({
  common_http_protocol_options: {
    idle_timeout: duration(http.connectionIdleTimeout),
    ...(http.maximumConnectionDuration !== undefined && {
      max_connection_duration: duration(http.maximumConnectionDuration),
    }),
    ...(http.maximumStreamDuration !== undefined && { max_stream_duration: duration(http.maximumStreamDuration) }),
    ...(http.maximumRequestHeaders !== undefined && { max_headers_count: http.maximumRequestHeaders }),
    ...(http.maximumRequestsPerConnection !== undefined && {
      max_requests_per_connection: http.maximumRequestsPerConnection,
    }),
    headers_with_underscores_action: UNDERSCORES[http.headersWithUnderscores],
  },
  stream_idle_timeout: duration(http.streamIdleTimeout),
  request_timeout: duration(http.requestTimeout),
  request_headers_timeout: duration(http.requestHeadersTimeout),
  drain_timeout: duration(http.drainTimeout),
  ...(http.delayedCloseTimeout !== undefined && { delayed_close_timeout: duration(http.delayedCloseTimeout) }),
  max_request_headers_kb: Math.ceil(bytes(http.maximumRequestHeadersSize) / 1024),
  ...(http.invalidRequests === 'close-stream' && { stream_error_on_invalid_http_message: true }),
});

const SERVER_HEADERS = {
  overwrite: 'OVERWRITE',
  'append-if-absent': 'APPEND_IF_ABSENT',
  'pass-through': 'PASS_THROUGH',
} as const;

const serverSettings = ({ serverHeader, serverName, via }: Http): HttpSettings => ({
  server_header_transformation: SERVER_HEADERS[serverHeader],
  ...(serverName !== undefined && { server_name: serverName }),
  ...(via !== undefined && { via }),
});
