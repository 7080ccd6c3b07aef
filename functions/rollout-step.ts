/** Takes the steps of rollouts that are due, where no relay does: to be called on a schedule, once a minute say. */
import type { GatewayName } from '../compiler/index.ts';
import {
  advanceRollouts,
  bucketTime,
  ROLLOUT_STEPS,
  takeLease,
  verifyPointer,
  type Advance,
  type AdvanceOptions,
  type RolloutPhase,
  type Store,
  type VerifyKey,
} from '../store/index.ts';
import type { Notifier } from './notify.ts';

export interface RolloutStepOptions {
  readonly store: Store;
  /** Asks what a PromQL query gives, for example by `prometheusQuery`. Absent: metrics have no answer. */
  readonly query?: AdvanceOptions['query'];
  /** One of these must have signed a head for it to be rolled out, as relays that are given them want it. Absent: none need be signed. */
  readonly verifyKeys?: readonly VerifyKey[];
  /** Tells relays of rollouts that went on; absent: they find out by polling. */
  readonly notifier?: Notifier;
}

export type RolloutStepResult =
  | { readonly status: 'done'; readonly gateways: readonly GatewayStep[] }
  /** Somebody else takes the steps just now, a relay perhaps. */
  | { readonly status: 'busy' };

export interface GatewayStep {
  readonly gateway: GatewayName;
  /** `failed`: its part of the bucket is broken or out of reach, and `message` says why. */
  readonly status: Advance['status'];
  readonly phase?: RolloutPhase;
  readonly message?: string;
}

/**
 * Takes one step for each gateway of a bucket.
 * @throws StoreError if the bucket cannot be reached.
 */
export async function rolloutStep({
  store,
  query,
  verifyKeys,
  notifier,
}: RolloutStepOptions): Promise<RolloutStepResult> {
  const now = await bucketTime(store);
  const lease = await takeLease(store, ROLLOUT_STEPS, now);
  if (!lease) return { status: 'busy' };
  try {
    const advances = await advanceRollouts(store, {
      now,
      ...(query && { query }),
      ...(verifyKeys && {
        believes: async ({ pointer, bytes }) => (await verifyPointer(pointer, bytes, verifyKeys)).status === 'trusted',
      }),
    });
    await notifier?.tell(advances.filter(({ status }) => status === 'changed').map(({ gateway }) => gateway));
    return { status: 'done', gateways: advances.map(gatewayStep) };
  } finally {
    await lease.release();
  }
}

function gatewayStep(advance: Advance): GatewayStep {
  const { gateway, status } = advance;
  if (advance.status === 'failed') return { gateway, status, message: advance.error.message };
  const phase = advance.after && { phase: advance.after.phase };
  const event = advance.status === 'changed' ? advance.after.events[0] : undefined;
  const isNews = event && advance.status === 'changed' && event !== advance.before?.events[0];
  return { gateway, status, ...phase, ...(isNews && { message: event.message }) };
}
