/** How often one caller may ask: a bucket of tokens for each, in this process. */

export interface RateLimit {
  /** How many requests a caller may make each second on average. */
  readonly perSecond: number;
  /** How many at once, if it has made none for a while. */
  readonly burst: number;
}

/** What callers that are known may do unless somebody says otherwise: more than people and pipelines need. */
export const USUAL_RATE = 100;

/** So that a page or a script may ask for several things at once. */
export const rateLimitOf = (perSecond: number): RateLimit => ({ perSecond, burst: 2 * perSecond });

export interface RateLimiter {
  /**
   * Takes one token of a caller's.
   * @param now milliseconds since the epoch
   * @returns 0, or how many seconds the caller has to wait for one
   */
  readonly take: (caller: string, now: number) => number;
}

interface Bucket {
  readonly tokens: number;
  readonly at: number;
}

/** Callers that have asked last; whoever is forgotten begins with a full bucket. */
const MOST_CALLERS = 10_000;

export function createRateLimiter({ perSecond, burst }: RateLimit): RateLimiter {
  const buckets = new Map<string, Bucket>();
  return {
    take(caller, now) {
      const { tokens: left, at } = buckets.get(caller) ?? { tokens: burst, at: now };
      const tokens = Math.min(burst, left + (Math.max(0, now - at) / 1000) * perSecond);
      buckets.delete(caller);
      buckets.set(caller, { tokens: tokens >= 1 ? tokens - 1 : tokens, at: now });
      for (const oldest of buckets.keys()) if (buckets.size > MOST_CALLERS) buckets.delete(oldest);
      return tokens >= 1 ? 0 : (1 - tokens) / perSecond;
    },
  };
}
