import type { LocalLimit, LocalRateLimit } from '../2-validate/generated/types.ts';
import { always, duration, milliseconds, never } from '../4-lower/quantities.ts';
import { checkEntries, keyOf, lowerEntry, readsOf } from '../4-lower/http-filters/request-entries.ts';
import { STATUS_NAMES } from '../4-lower/status-code.ts';
import { pointerSegment } from '../diagnostics/location.ts';
import { repetitions } from '../repetitions.ts';
import { any, type Messages } from '../xds/index.ts';
import { defineFilter, type FilterContext } from './filter-module.ts';

const LOCAL_RATE_LIMIT = 'envoy.extensions.filters.http.local_ratelimit.v3.LocalRateLimit';
const STAT_PREFIX = 'http_local_rate_limiter';

type Descriptor = Messages['envoy.extensions.common.ratelimit.v3.LocalRateLimitDescriptor'];
type TokenBucket = Messages['envoy.type.v3.TokenBucket'];

/** The shortest time in which Envoy fills a bucket. */
const SHORTEST = 50;

/** Source: envoy/extensions/filters/http/local_ratelimit/v3/local_rate_limit.proto */
export default defineFilter('local-rate-limit', {
  phase: 'local-limit',
  envoyFilter: 'envoy.filters.http.local_ratelimit',
  resting: any(LOCAL_RATE_LIMIT, { stat_prefix: STAT_PREFIX }),
  reads: ({ limits = [] }) => limits.flatMap(({ entries }, place) => readsOf(entries, `/limits/${place}/entries`)),
  lower: (configuration, { report }) => {
    const { statusCode, rateLimitHeaders, retryAfter, shadow, limits, mostValues } = configuration;
    check(configuration, report);
    return {
      perRoute: any(LOCAL_RATE_LIMIT, {
        stat_prefix: STAT_PREFIX,
        status: { code: STATUS_NAMES[statusCode] },
        token_bucket: bucketOfAll(configuration),
        filter_enabled: always,
        filter_enforced: shadow ? never : always,
        ...(rateLimitHeaders === 'draft-03' && { enable_x_ratelimit_headers: 'DRAFT_VERSION_03' }),
        ...(retryAfter && { enable_retry_after_header: true }),
        ...(limits && {
          // Limits that count the same share what the request is asked for.
          rate_limits: distinct(limits).map(({ entries }) => ({ actions: entries.map(lowerEntry) })),
          descriptors: limits.map(lowerLimit),
          max_dynamic_descriptors: mostValues,
        }),
      }),
    };
  },
});

type Bucket = Pick<LocalLimit, 'requests' | 'per' | 'burst'>;

const bucketOf = ({ requests, per, burst }: Bucket): TokenBucket => ({
  max_tokens: burst ?? requests,
  tokens_per_fill: requests,
  fill_interval: duration(per),
});

/** Envoy wants a bucket of all requests; one that is never empty limits none. */
const bucketOfAll = ({ requests, per, burst }: LocalRateLimit): TokenBucket =>
  requests === undefined || per === undefined
    ? { max_tokens: MOST, tokens_per_fill: MOST, fill_interval: '0.05s' }
    : bucketOf({ requests, per, ...(burst !== undefined && { burst }) });

const MOST = 4_294_967_295;

const lowerLimit = (limit: LocalLimit): Descriptor => ({
  entries: entriesOf(limit),
  token_bucket: bucketOf(limit),
  ...(limit.shadow && { shadow_mode: true }),
});

const entriesOf = (limit: LocalLimit) =>
  limit.entries.map((entry) => {
    const key = keyOf(entry);
    const value = valueOf(limit, key) ?? entry.value;
    return { key, ...(value !== undefined && { value }) };
  });

const valueOf = ({ values = {} }: LocalLimit, key: string): string | undefined =>
  Object.hasOwn(values, key) ? values[key] : undefined;

function distinct(limits: readonly LocalLimit[]): readonly LocalLimit[] {
  const known = new Map(limits.toReversed().map((limit) => [JSON.stringify(limit.entries.map(lowerEntry)), limit]));
  return limits.filter((limit) => [...known.values()].includes(limit));
}

function check(configuration: LocalRateLimit, report: FilterContext['report']): void {
  const { requests, per, burst, limits = [] } = configuration;
  if (requests !== undefined && per === undefined) report('missing-field', '', { field: 'per' });
  if (requests === undefined) {
    for (const field of ['per', 'burst'] as const) {
      if (configuration[field] !== undefined)
        report('needs-field', `/${field}`, { what: `"${field}"`, needs: '"requests"' });
    }
  } else if (per !== undefined) {
    checkBucket({ requests, per, ...(burst !== undefined && { burst }) }, '', report);
  }
  for (const [place, limit] of limits.entries()) checkLimit(limit, `/limits/${place}`, report);
  checkDuplicates(limits, report);
}

/** Envoy tells limits apart by their keys and values, and refuses two that have the same. */
function checkDuplicates(limits: readonly LocalLimit[], report: FilterContext['report']): void {
  const repeated = repetitions(limits.map(describeEntries), (entries) => JSON.stringify(entries));
  for (const { item, first, second } of repeated)
    report('duplicate-item', `/limits/${second}`, { value: item.join(', '), first, second });
}

const describeEntries = (limit: LocalLimit): readonly string[] =>
  entriesOf(limit).map(({ key, value }) => (value === undefined ? key : `${key}=${value}`));

function checkBucket({ requests, per, burst }: Bucket, pointer: string, report: FilterContext['report']): void {
  if (milliseconds(per) < SHORTEST)
    report('invalid-format', `${pointer}/per`, { value: per, expected: `a time of at least ${SHORTEST}ms` });
  if (burst !== undefined && burst < requests)
    report('reversed-range', `${pointer}/burst`, { least: `"requests" ${requests}`, most: `"burst" ${burst}` });
}

function checkLimit(limit: LocalLimit, pointer: string, report: FilterContext['report']): void {
  checkBucket(limit, pointer, report);
  checkEntries(limit.entries, `${pointer}/entries`, report);
  const known = limit.entries.map(keyOf);
  for (const name of Object.keys(limit.values ?? {})) {
    if (!known.includes(name))
      report('unknown-field', pointer + '/values' + pointerSegment(name), { field: name, known });
  }
}
