/** Who of the relays takes the steps of rollouts: whoever holds the lease in the bucket. */
import { bucketTime, ROLLOUT_STEPS, takeLease, type Lease } from '../../store/lease.ts';
import type { Store } from '../../store/store.ts';

export interface Leadership {
  /**
   * Takes or renews the lease, and says whether this relay has it.
   * @throws StoreError if the bucket cannot be read or written.
   */
  claim(): Promise<boolean>;
  /** Whether this relay had the lease when it asked last. */
  isHeld(): boolean;
  /** What time it is by the bucket's clock, in milliseconds since the epoch. */
  now(): Promise<number>;
  /** Lets another relay have the lease. */
  release(): Promise<void>;
}

/** How long the bucket's time is told by our own clock, in milliseconds. */
const MEASURED_FOR_MS = 60_000;

export function createLeadership(store: Store): Leadership {
  let lease: Lease | undefined;
  let measured: { readonly bucket: number; readonly at: number } | undefined;

  const now = async (): Promise<number> => {
    if (!measured || performance.now() - measured.at > MEASURED_FOR_MS) {
      measured = { bucket: await bucketTime(store), at: performance.now() };
    }
    return measured.bucket + performance.now() - measured.at;
  };

  return {
    now,
    isHeld: () => lease !== undefined,
    async claim() {
      const held = lease;
      // If it cannot be renewed, it is lost, or it is not known whether it is.
      lease = undefined;
      if (held && (await held.renew())) lease = held;
      else lease = await takeLease(store, ROLLOUT_STEPS, await now());
      return lease !== undefined;
    },
    async release() {
      const held = lease;
      lease = undefined;
      await held?.release();
    },
  };
}
