/** Follows a bucket as a relay does, impatiently, and remembers what it would have served. */
import { followBucket, type BucketOptions, type BucketSource } from '../../relay/sources/bucket.ts';
import type { Served } from '../../relay/sources/gateway-watch.ts';
import type { Store } from '../../store/store.ts';

/** @param served takes what is to be served, in order */
export const followInto = (served: Served[], store: Store, options: Partial<BucketOptions> = {}): BucketSource =>
  followBucket({
    store,
    gateways: undefined,
    restored: [],
    pollIntervalMs: 10,
    startDeadlineMs: 60_000,
    timeoutMs: 5_000,
    async serve(candidate) {
      served.push(candidate);
      return undefined;
    },
    report: () => undefined,
    ...options,
  });

export const bundlesOf = (served: readonly Served[]): readonly string[] =>
  served.flatMap(({ bundles }) => bundles.map(({ id }) => id));
