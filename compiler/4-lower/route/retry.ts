/** When to try again, and where. Source: envoy/config/route/v3/route_components.proto, RetryPolicy and HedgePolicy. */
import type { Labels, Retry } from '../../2-validate/generated/types.ts';
import { any, type Messages } from '../../xds/index.ts';
import { loadBalancingMetadata } from '../labels.ts';
import { headerMatch } from './match.ts';
import { duration } from '../quantities.ts';

type HostPredicate = Messages['envoy.config.route.v3.RetryPolicy.RetryHostPredicate'];
type RetryPolicy = Messages['envoy.config.route.v3.RetryPolicy'];

/** The part of a route's action that is about trying again; nothing for a policy of no attempts. */
export function lowerRetry(
  retry: Retry,
): Pick<Messages['envoy.config.route.v3.RouteAction'], 'retry_policy' | 'hedge_policy'> {
  if (retry.attempts === 0) return {};
  return {
    retry_policy: {
      ...conditions(retry),
      num_retries: retry.attempts,
      ...times(retry),
      ...waits(retry),
      ...places(retry),
    },
    ...(retry.hedge && { hedge_policy: { hedge_on_per_try_timeout: true } }),
  };
}

function conditions({ on, statusCodes, responseHeaders, requestHeaders }: Retry): RetryPolicy {
  const all = new Set<string>(on);
  if (statusCodes.length > 0) all.add('retriable-status-codes');
  if (responseHeaders.length > 0) all.add('retriable-headers');
  return {
    retry_on: [...all].join(','),
    ...(statusCodes.length > 0 && { retriable_status_codes: statusCodes }),
    ...(responseHeaders.length > 0 && { retriable_headers: responseHeaders.map(headerMatch) }),
    ...(requestHeaders.length > 0 && { retriable_request_headers: requestHeaders.map(headerMatch) }),
  };
}

const times = ({ perTryTimeout, perTryIdleTimeout }: Retry): RetryPolicy => ({
  ...(perTryTimeout !== undefined && { per_try_timeout: duration(perTryTimeout) }),
  ...(perTryIdleTimeout !== undefined && { per_try_idle_timeout: duration(perTryIdleTimeout) }),
});

const FORMATS = { seconds: 'SECONDS', 'unix-timestamp': 'UNIX_TIMESTAMP' } as const;

const waits = ({ backOff, rateLimitedBackOff }: Retry): RetryPolicy => ({
  ...(backOff && {
    retry_back_off: { base_interval: duration(backOff.base), max_interval: duration(backOff.maximum) },
  }),
  ...(rateLimitedBackOff && {
    rate_limited_retry_back_off: {
      reset_headers: rateLimitedBackOff.headers.map(({ name, format }) => ({ name, format: FORMATS[format] })),
      max_interval: duration(rateLimitedBackOff.maximum),
    },
  }),
});

const DEFAULT_SELECTIONS = 3;

function places({ avoid = [], avoidLabels, hostSelectionAttempts = DEFAULT_SELECTIONS }: Retry): RetryPolicy {
  const predicates = [
    ...(avoid.includes('endpoints') ? [PREVIOUS_HOSTS] : []),
    ...(avoidLabels ? [omitLabels(avoidLabels)] : []),
  ];
  return {
    ...(predicates.length > 0 && {
      retry_host_predicate: predicates,
      host_selection_retry_max_attempts: String(hostSelectionAttempts),
    }),
    ...(avoid.includes('priorities') && { retry_priority: PREVIOUS_PRIORITIES }),
  };
}

const omitLabels = (labels: Labels): HostPredicate => ({
  name: 'envoy.retry_host_predicates.omit_host_metadata',
  typed_config: any('envoy.extensions.retry.host.omit_host_metadata.v3.OmitHostMetadataConfig', {
    metadata_match: loadBalancingMetadata(labels),
  }),
});

const PREVIOUS_HOSTS: HostPredicate = {
  name: 'envoy.retry_host_predicates.previous_hosts',
  typed_config: any('envoy.extensions.retry.host.previous_hosts.v3.PreviousHostsPredicate', {}),
};

const PREVIOUS_PRIORITIES = {
  name: 'envoy.retry_priorities.previous_priorities',
  typed_config: any('envoy.extensions.retry.priority.previous_priorities.v3.PreviousPrioritiesConfig', {
    // Each attempt that has failed counts at once.
    update_frequency: 1,
  }),
};
