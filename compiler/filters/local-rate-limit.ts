import { always, duration, milliseconds } from '../4-lower/quantities.ts';
import { STATUS_NAMES } from '../4-lower/status-code.ts';
import { any } from '../xds/index.ts';
import { defineFilter } from './filter-module.ts';

const LOCAL_RATE_LIMIT = 'envoy.extensions.filters.http.local_ratelimit.v3.LocalRateLimit';
const STAT_PREFIX = 'http_local_rate_limiter';

/** The shortest time in which Envoy fills a bucket. */
const SHORTEST = 50;

/** Source: envoy/extensions/filters/http/local_ratelimit/v3/local_rate_limit.proto */
export default defineFilter('local-rate-limit', {
  phase: 'local-limit',
  envoyFilter: 'envoy.filters.http.local_ratelimit',
  resting: any(LOCAL_RATE_LIMIT, { stat_prefix: STAT_PREFIX }),
  lower: ({ requests, per, burst, statusCode, rateLimitHeaders }, { report }) => {
    if (milliseconds(per) < SHORTEST)
      report('invalid-format', '/per', { value: per, expected: `a time of at least ${SHORTEST}ms` });
    if (burst !== undefined && burst < requests)
      report('reversed-range', '/burst', { least: `"requests" ${requests}`, most: `"burst" ${burst}` });
    return {
      perRoute: any(LOCAL_RATE_LIMIT, {
        stat_prefix: STAT_PREFIX,
        status: { code: STATUS_NAMES[statusCode] },
        token_bucket: { max_tokens: burst ?? requests, tokens_per_fill: requests, fill_interval: duration(per) },
        filter_enabled: always,
        filter_enforced: always,
        ...(rateLimitHeaders === 'draft-03' && { enable_x_ratelimit_headers: 'DRAFT_VERSION_03' }),
      }),
    };
  },
});
