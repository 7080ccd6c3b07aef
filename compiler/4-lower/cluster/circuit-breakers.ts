/** How much is asked of an upstream at once. Source: envoy/config/cluster/v3/circuit_breaker.proto */
import type { CircuitBreakerLimits, CircuitBreakers, RetryBudget } from '../../2-validate/generated/types.ts';
import { perObject } from '../../per-object.ts';
import type { Messages } from '../../xds/index.ts';
import { duration } from '../quantities.ts';

type Thresholds = Messages['envoy.config.cluster.v3.CircuitBreakers.Thresholds'];

/** Most upstreams share the one object that missing `circuitBreakers` stand for. */
export const lowerCircuitBreakers = perObject(
  (limits: CircuitBreakers): Messages['envoy.config.cluster.v3.CircuitBreakers'] => {
    const { high, perEndpoint } = limits;
    return {
      thresholds: [thresholds(limits), ...(high ? [{ priority: 'HIGH' as const, ...thresholds(high) }] : [])],
      ...(perEndpoint && { per_host_thresholds: [{ max_connections: perEndpoint.maximumConnections }] }),
    };
  },
);

const thresholds = (limits: CircuitBreakerLimits): Thresholds => ({
  max_connections: limits.maximumConnections,
  max_pending_requests: limits.maximumPendingRequests,
  max_requests: limits.maximumRequests,
  ...(limits.retryBudget ? { retry_budget: retryBudget(limits.retryBudget) } : { max_retries: limits.maximumRetries }),
  ...(limits.trackRemaining && { track_remaining: true }),
  ...(limits.maximumConnectionPools !== undefined && { max_connection_pools: limits.maximumConnectionPools }),
});

const retryBudget = ({ percentage, minimumConcurrency, interval }: RetryBudget): Thresholds['retry_budget'] => ({
  budget_percent: { value: percentage },
  min_retry_concurrency: minimumConcurrency,
  ...(interval !== undefined && { budget_interval: duration(interval) }),
});
