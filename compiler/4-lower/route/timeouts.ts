/** How long a forwarded request may take. Source: envoy/config/route/v3/route_components.proto, RouteAction. */
import type { Forward, GrpcTimeout } from '../../2-validate/generated/types.ts';
import type { Messages } from '../../xds/index.ts';
import { duration, milliseconds } from '../quantities.ts';

type RouteAction = Messages['envoy.config.route.v3.RouteAction'];

/** What holds where neither the route nor its host says how long an answer may take; Envoy's own, written out. */
export const DEFAULT_TIMEOUT = '15s';

export const lowerTimeouts = ({
  timeout,
  idleTimeout,
  flushTimeout,
  maximumDuration,
  grpcTimeout,
}: Forward): RouteAction => ({
  timeout: duration(timeout ?? DEFAULT_TIMEOUT),
  ...(idleTimeout !== undefined && { idle_timeout: duration(idleTimeout) }),
  ...(flushTimeout !== undefined && { flush_timeout: duration(flushTimeout) }),
  ...((maximumDuration !== undefined || grpcTimeout) && {
    max_stream_duration: {
      ...(maximumDuration !== undefined && { max_stream_duration: duration(maximumDuration) }),
      ...(grpcTimeout && deadline(grpcTimeout)),
    },
  }),
});

const deadline = ({
  maximum,
  offset,
}: GrpcTimeout): Messages['envoy.config.route.v3.RouteAction.MaxStreamDuration'] => ({
  grpc_timeout_header_max: duration(maximum),
  ...(milliseconds(offset) > 0 && { grpc_timeout_header_offset: duration(offset) }),
});
