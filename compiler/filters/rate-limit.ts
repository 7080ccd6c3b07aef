import type { GlobalRateLimit, RequestDescriptor, RequestEntry } from '../2-validate/generated/types.ts';
import { checkHeaderMatches } from '../3-link/match-rules.ts';
import { CLAIMS_FROM, claimKeys, claimPath } from '../4-lower/claim.ts';
import { grpcService } from '../4-lower/grpc-service.ts';
import { headerMatch } from '../4-lower/match.ts';
import { always, duration, never } from '../4-lower/quantities.ts';
import { STATUS_NAMES } from '../4-lower/status-code.ts';
import { any, type Messages } from '../xds/index.ts';
import { defineFilter, type FilterContext } from './filter-module.ts';

type RateLimit = Messages['envoy.config.route.v3.RateLimit'];
type Action = Messages['envoy.config.route.v3.RateLimit.Action'];

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
    descriptors.flatMap(({ entries }, descriptor) =>
      entries.flatMap(({ claim }, entry) =>
        claim
          ? [{ provider: claim.provider, pointer: `/descriptors/${descriptor}/entries/${entry}/claim/provider` }]
          : [],
      ),
    ),
  lower: (configuration, context) => {
    checkEntries(configuration, context);
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

const lowerDescriptor = ({ entries, hits }: RequestDescriptor): RateLimit => ({
  actions: entries.map(lowerEntry),
  ...(hits !== 1 && { hits_addend: { number: String(hits) } }),
});

function lowerEntry(entry: RequestEntry): Action {
  const { key, value, when, header, queryParameter, path, method, remoteAddress } = entry;
  const skip = entry.whenAbsent === 'skip-entry' ? { skip_if_absent: true } : {};
  if (header !== undefined)
    return { request_headers: { header_name: header, descriptor_key: key ?? header.toLowerCase(), ...skip } };
  if (queryParameter !== undefined)
    return {
      query_parameters: { query_parameter_name: queryParameter, descriptor_key: key ?? queryParameter, ...skip },
    };
  if (path) return pathAction(key ?? 'path');
  if (method) return { request_headers: { header_name: ':method', descriptor_key: key ?? 'method' } };
  if (remoteAddress) return addressAction(remoteAddress);
  if (value === undefined) return { metadata: { ...metadataSource(entry), ...skip } };
  const generic = { descriptor_key: key ?? 'generic_key', descriptor_value: value };
  return when ? { header_value_match: { ...generic, headers: when.map(headerMatch) } } : { generic_key: generic };
}

/** Envoy's header `:path` has the query in it, by which clients could have as many counts as they like. */
const pathAction = (key: string): Action => ({
  extension: {
    name: 'envoy.rate_limit_descriptors.expr',
    typed_config: any('envoy.extensions.rate_limit_descriptors.expr.v3.Descriptor', {
      descriptor_key: key,
      text: 'request.url_path',
    }),
  },
});

const addressAction = ({ ipv4Prefix, ipv6Prefix }: NonNullable<RequestEntry['remoteAddress']>): Action =>
  ipv4Prefix === 32 && ipv6Prefix === 128
    ? { remote_address: {} }
    : { masked_remote_address: { v4_prefix_mask_len: ipv4Prefix, v6_prefix_mask_len: ipv6Prefix } };

function metadataSource({ key, claim, metadata, default: fallback }: RequestEntry): NonNullable<Action['metadata']> {
  const names = claim ? claimPath(claim.claim) : (metadata?.path ?? []);
  const path = claim ? claimKeys(claim.provider, claim.claim) : names.map((name) => ({ key: name }));
  return {
    descriptor_key: key ?? names.at(-1) ?? '',
    metadata_key: { key: claim ? CLAIMS_FROM : (metadata?.filter ?? ''), path },
    ...(fallback !== undefined && { default_value: fallback }),
  };
}

const SOURCES = ['value', 'header', 'queryParameter', 'path', 'method', 'remoteAddress', 'claim', 'metadata'] as const;

/** Fields that only some sources have a use for. */
const USES: ReadonlyMap<string, readonly string[]> = new Map([
  ['key', SOURCES.filter((source) => source !== 'remoteAddress')],
  ['when', ['value']],
  ['default', ['claim', 'metadata']],
]);

function checkEntries({ descriptors }: GlobalRateLimit, { report }: FilterContext): void {
  for (const [outer, { entries }] of descriptors.entries()) {
    for (const [inner, entry] of entries.entries()) {
      const source = SOURCES.find((name) => Object.hasOwn(entry, name)) ?? '';
      checkHeaderMatches(entry.when ?? [], `/descriptors/${outer}/entries/${inner}/when`, report);
      for (const [field, sources] of USES) {
        if (Object.hasOwn(entry, field) && !sources.includes(source))
          report('needless-field', `/descriptors/${outer}/entries/${inner}/${field}`, { field, beside: source });
      }
      if (entry.whenAbsent === 'skip-entry' && !MAY_BE_ABSENT.includes(source))
        report('needless-field', `/descriptors/${outer}/entries/${inner}/whenAbsent`, {
          field: 'whenAbsent',
          beside: source,
        });
    }
  }
}

/** Sources that a request may lack. */
const MAY_BE_ABSENT = ['header', 'queryParameter', 'claim', 'metadata'];
