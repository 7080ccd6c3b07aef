import type { BandwidthLimit } from '../2-validate/generated/types.ts';
import { bytes, duration, milliseconds } from '../4-lower/quantities.ts';
import { any } from '../xds/index.ts';
import { defineFilter, type FilterContext } from './filter-module.ts';

const BANDWIDTH_LIMIT = 'envoy.extensions.filters.http.bandwidth_limit.v3.BandwidthLimit';
const STAT_PREFIX = 'bandwidth_limit';

const KIB = 1024;

const MODES = { request: 'REQUEST', response: 'RESPONSE', both: 'REQUEST_AND_RESPONSE' } as const;

/** Source: envoy/extensions/filters/http/bandwidth_limit/v3/bandwidth_limit.proto */
export default defineFilter('bandwidth-limit', {
  phase: 'transfer',
  envoyFilter: 'envoy.filters.http.bandwidth_limit',
  resting: any(BANDWIDTH_LIMIT, { stat_prefix: STAT_PREFIX }),
  lower: (limit, { report }) => {
    check(limit, report);
    return {
      perRoute: any(BANDWIDTH_LIMIT, {
        stat_prefix: STAT_PREFIX,
        enable_mode: MODES[limit.direction],
        limit_kbps: String(Math.ceil(bytes(limit.perSecond) / KIB)),
        fill_interval: duration(limit.fillInterval),
        ...(limit.delayTrailers && { enable_response_trailers: true }),
      }),
    };
  },
});

function check({ perSecond, fillInterval }: BandwidthLimit, report: FilterContext['report']): void {
  const size = bytes(perSecond);
  if (size < KIB || size % KIB !== 0)
    report('invalid-format', '/perSecond', { value: perSecond, expected: 'whole KiB, at least 1KiB' });
  const interval = milliseconds(fillInterval);
  if (interval < 20 || interval > 1000)
    report('invalid-format', '/fillInterval', { value: fillInterval, expected: 'a time from 20ms to 1s' });
}
