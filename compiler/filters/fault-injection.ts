import type { AbortFault, DelayFault, ResponseRateFault } from '../2-validate/generated/types.ts';
import { bytes, duration, fraction } from '../4-lower/quantities.ts';
import { any, type Messages } from '../xds/index.ts';
import { defineFilter, type FilterContext } from './filter-module.ts';

const FAULT = 'envoy.extensions.filters.http.fault.v3.HTTPFault';

type Fault = Messages[typeof FAULT];

/** Source: envoy/extensions/filters/http/fault/v3/fault.proto */
export default defineFilter('fault-injection', {
  phase: 'fault',
  envoyFilter: 'envoy.filters.http.fault',
  resting: any(FAULT, {}),
  lower: ({ delay, abort, responseRate, maximumActive }, context) => ({
    perRoute: any(FAULT, {
      ...(delay && { delay: lowerDelay(delay) }),
      ...(abort && { abort: lowerAbort(abort) }),
      ...(responseRate && { response_rate_limit: lowerRate(responseRate, context) }),
      ...(maximumActive !== undefined && { max_active_faults: maximumActive }),
    }),
  }),
});

const lowerDelay = ({ duration: time, percentage }: DelayFault): NonNullable<Fault['delay']> => ({
  ...(time === undefined ? { header_delay: {} } : { fixed_delay: duration(time) }),
  percentage: fraction(percentage),
});

const lowerAbort = ({ statusCode, grpcStatus, percentage, body }: AbortFault): NonNullable<Fault['abort']> => ({
  ...(statusCode !== undefined && { http_status: statusCode }),
  ...(grpcStatus !== undefined && { grpc_status: grpcStatus }),
  ...(statusCode === undefined && grpcStatus === undefined && { header_abort: {} }),
  percentage: fraction(percentage),
  ...(body !== undefined && { response_body: body }),
});

const KIB = 1024;

function lowerRate(
  { perSecond, percentage }: ResponseRateFault,
  { report }: FilterContext,
): NonNullable<Fault['response_rate_limit']> {
  if (perSecond === undefined) return { header_limit: {}, percentage: fraction(percentage) };
  const size = bytes(perSecond);
  if (size === 0 || size % KIB !== 0)
    report('invalid-format', '/responseRate/perSecond', { value: perSecond, expected: 'whole KiB, and at least one' });
  return { fixed_limit: { limit_kbps: Math.max(1, Math.ceil(size / KIB)) }, percentage: fraction(percentage) };
}
