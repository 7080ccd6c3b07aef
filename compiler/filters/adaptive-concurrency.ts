import type { AdaptiveConcurrency } from '../2-validate/generated/types.ts';
import { duration } from '../4-lower/quantities.ts';
import { STATUS_NAMES } from '../4-lower/status-code.ts';
import { any, type Messages } from '../xds/index.ts';
import { defineFilter } from './filter-module.ts';

type Gradient = Messages['envoy.extensions.filters.http.adaptive_concurrency.v3.GradientControllerConfig'];

/**
 * Envoy has no per-route configuration for it.
 *
 * Source: envoy/extensions/filters/http/adaptive_concurrency/v3/adaptive_concurrency.proto
 */
export default defineFilter('adaptive-concurrency', {
  phase: 'load',
  envoyFilter: 'envoy.filters.http.adaptive_concurrency',
  keepsState: true,
  lower: (settings, { report }) => {
    const { minimumConcurrency: least, maximumConcurrency: most } = settings;
    if (least > most) report('reversed-range', '/minimumConcurrency', { least, most });
    return {
      chain: any('envoy.extensions.filters.http.adaptive_concurrency.v3.AdaptiveConcurrency', {
        gradient_controller_config: {
          sample_aggregate_percentile: { value: settings.percentile },
          concurrency_limit_params: {
            max_concurrency_limit: most,
            min_concurrency_limit: least,
            concurrency_update_interval: duration(settings.updateInterval),
          },
          min_rtt_calc_params: { ...idleTime(settings), buffer: { value: settings.tolerance } },
        },
        concurrency_limit_exceeded_status: { code: STATUS_NAMES[settings.statusCode] },
      }),
    };
  },
});

function idleTime({ idleTime: { measured, fixed = '0s' } }: AdaptiveConcurrency): Gradient['min_rtt_calc_params'] {
  if (!measured) return { fixed_value: duration(fixed) };
  const { interval, jitter, requests, concurrency } = measured;
  return {
    interval: duration(interval),
    request_count: requests,
    jitter: { value: jitter },
    min_concurrency: concurrency,
  };
}
