/** Source: envoy/config/core/v3/protocol.proto, Http2ProtocolOptions. */
import type { ClientHttp2, Http } from '../2-validate/generated/types.ts';
import type { Messages } from '../xds/index.ts';
import type { HttpSettings } from './listener/http-settings.ts';
import { http2Keepalive } from './cluster/http-protocol-options.ts';
import { bytes } from './quantities.ts';

type Options = Messages['envoy.config.core.v3.Http2ProtocolOptions'];

export const http2Options = ({ maximumConcurrentStreams, http2 }: Http): HttpSettings => ({
  http2_protocol_options: {
    ...(http2.headerTableSize !== undefined && { hpack_table_size: bytes(http2.headerTableSize) }),
    max_concurrent_streams: maximumConcurrentStreams,
    initial_stream_window_size: bytes(http2.streamWindow),
    initial_connection_window_size: bytes(http2.connectionWindow),
    ...(http2.extendedConnect && { allow_connect: true }),
    ...floodLimits(http2),
    ...(http2.keepalive && { connection_keepalive: http2Keepalive(http2.keepalive) }),
  },
});

/** Source: https://www.envoyproxy.io/docs/envoy/v1.40.0/configuration/best_practices/edge */
const floodLimits = (http2: ClientHttp2): Options => ({
  ...(http2.maximumOutboundFrames !== undefined && { max_outbound_frames: http2.maximumOutboundFrames }),
  ...(http2.maximumOutboundControlFrames !== undefined && {
    max_outbound_control_frames: http2.maximumOutboundControlFrames,
  }),
  ...(http2.maximumEmptyFrames !== undefined && {
    max_consecutive_inbound_frames_with_empty_payload: http2.maximumEmptyFrames,
  }),
  ...(http2.maximumPriorityFramesPerStream !== undefined && {
    max_inbound_priority_frames_per_stream: http2.maximumPriorityFramesPerStream,
  }),
  ...(http2.maximumWindowUpdatesPerDataFrame !== undefined && {
    max_inbound_window_update_frames_per_data_frame_sent: http2.maximumWindowUpdatesPerDataFrame,
  }),
  ...(http2.streamResets && {
    stream_reset_burst: http2.streamResets.burst,
    stream_reset_rate: http2.streamResets.perSecond,
  }),
});
