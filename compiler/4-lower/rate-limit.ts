/**
 * Limits for the global rate-limit service, which asks the relay for them as Envoy asks for its own.
 *
 * Source: ratelimit/config/ratelimit/v3/rls_conf.proto
 */
import type { RateLimitDescriptor, RateLimitPolicy } from '../2-validate/generated/types.ts';
import type { Valid } from '../2-validate/model.ts';
import type { Messages } from '../xds/index.ts';

type Config = Messages['ratelimit.config.ratelimit.v3.RateLimitConfig'];
type Descriptor = Messages['ratelimit.config.ratelimit.v3.RateLimitDescriptor'];
type Policy = Messages['ratelimit.config.ratelimit.v3.RateLimitPolicy'];

export const lowerRateLimit = ({ key, value }: Valid<'RateLimit'>): Config => ({
  name: key,
  domain: value.spec.domain,
  descriptors: value.spec.descriptors.map(lowerDescriptor),
});

const UNITS = { second: 'SECOND', minute: 'MINUTE', hour: 'HOUR', day: 'DAY' } as const;

const lowerDescriptor = (descriptor: RateLimitDescriptor): Descriptor => {
  const { key, value, limit, shadow, detailedMetric, descriptors } = descriptor;
  return {
    key,
    ...(value !== undefined && { value }),
    ...(limit && { rate_limit: lowerLimit(limit) }),
    ...(descriptors.length > 0 && { descriptors: descriptors.map(lowerDescriptor) }),
    ...(shadow && { shadow_mode: true }),
    ...(detailedMetric && { detailed_metric: true }),
  };
};

const lowerLimit = ({ requests, unit, unlimited, name, replaces }: RateLimitPolicy): Policy => ({
  ...(unlimited && { unlimited }),
  ...(requests !== undefined && unit !== undefined && { unit: UNITS[unit], requests_per_unit: requests }),
  ...(name !== undefined && { name }),
  ...(replaces && { replaces: replaces.map((replaced) => ({ name: replaced })) }),
});
