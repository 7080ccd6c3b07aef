/**
 * Limits for the global rate-limit service, which asks the relay for them as Envoy asks for its own.
 *
 * Source: ratelimit/config/ratelimit/v3/rls_conf.proto
 */
import type { RateLimitDescriptor } from '../2-validate/generated/types.ts';
import type { Valid } from '../2-validate/model.ts';
import type { Messages } from '../xds/index.ts';

type Config = Messages['ratelimit.config.ratelimit.v3.RateLimitConfig'];
type Descriptor = Messages['ratelimit.config.ratelimit.v3.RateLimitDescriptor'];

export const lowerRateLimit = ({ key, value }: Valid<'RateLimit'>): Config => ({
  name: key,
  domain: value.spec.domain,
  descriptors: value.spec.descriptors.map(lowerDescriptor),
});

const UNITS = { second: 'SECOND', minute: 'MINUTE', hour: 'HOUR', day: 'DAY' } as const;

const lowerDescriptor = ({ key, value, limit, shadow, descriptors }: RateLimitDescriptor): Descriptor => ({
  key,
  ...(value !== undefined && { value }),
  ...(limit && { rate_limit: { unit: UNITS[limit.unit], requests_per_unit: limit.requests } }),
  ...(descriptors.length > 0 && { descriptors: descriptors.map(lowerDescriptor) }),
  ...(shadow && { shadow_mode: true }),
});
