import type { GlobalRateLimit, RequestDescriptor } from '../2-validate/generated/types.ts';
import { grpcService } from '../4-lower/grpc-service.ts';
import { always, duration, never } from '../4-lower/quantities.ts';
import { checkEntries, lowerEntry, readsOf } from '../4-lower/http-filters/request-entries.ts';
import { STATUS_NAMES } from '../4-lower/status-code.ts';
import { any, type Messages } from '../xds/index.ts';
import { defineFilter, type FilterContext } from './filter-module.ts';

type RateLimit = Messages['envoy.config.route.v3.RateLimit'];

/**
 * Descriptors and their domain are set per route; the entry in the chain is the same for all who ask one service in one
 * way.
 *
 * Source: envoy/extensions/filters/http/ratelimit/v3/rate_limit.proto
 */
export default defineFilter('rate-limit', {
  phase: 'global-limit',
  envoyFilter: 'envoy.filters.http.ratelimit',
  reads: ({ descriptors }) =>
    descriptors.flatMap(({ entries }, place) => readsOf(entries, `/descriptors/${place}/entries`)),
  lower: (configuration, context) => {
    for (const [place, { entries }] of configuration.descriptors.entries())
      checkEntries(entries, `/descriptors/${place}/entries`, context.report);
    return {
      chain: any('envoy.extensions.filters.http.ratelimit.v3.RateLimit', serviceOf(configuration, context)),
      perRoute: any('envoy.extensions.filters.http.ratelimit.v3.RateLimitPerRoute', {
        domain: configuration.domain,
        rate_limits: configuration.descriptors.map(lowerDescriptor),
      }),
    };
  },
});

/** Envoy wants a domain here too, which the one that is set per route replaces. */
const UNUSED_DOMAIN = 'unused';

const serviceOf = (
  { upstream, timeout, whenUnavailable, statusWhenUnavailable, ...answer }: GlobalRateLimit,
  context: FilterContext,
): Messages['envoy.extensions.filters.http.ratelimit.v3.RateLimit'] => ({
  domain: UNUSED_DOMAIN,
  timeout: duration(timeout),
  rate_limit_service: {
    transport_api_version: 'V3',
    grpc_service: grpcService(upstream, '/upstream', context),
  },
  failure_mode_deny: whenUnavailable === 'deny',
  status_on_error: { code: STATUS_NAMES[statusWhenUnavailable] },
  rate_limited_status: { code: STATUS_NAMES[answer.statusCode] },
  rate_limited_as_resource_exhausted: true,
  ...(answer.rateLimitHeaders === 'draft-03' && { enable_x_ratelimit_headers: 'DRAFT_VERSION_03' }),
  ...(answer.retryAfter && { enable_retry_after_header: true }),
  filter_enabled: always,
  filter_enforced: answer.shadow ? never : always,
});

const lowerDescriptor = ({ entries, hits, hitsHeader }: RequestDescriptor): RateLimit => ({
  actions: entries.map(lowerEntry),
  ...(hits !== 1 && { hits_addend: { number: String(hits) } }),
  ...(hitsHeader !== undefined && { hits_addend: { format: `%RESP(${hitsHeader})%` }, apply_on_stream_done: true }),
});
