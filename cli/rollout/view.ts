/** What a bucket knows of a gateway's nodes and their rollout. */
import type { GatewayName } from '../../compiler/index.ts';
import {
  bucketTime,
  isHeld,
  lookAtFleet,
  lookAtHead,
  readRollout,
  StoreError,
  type FleetView,
  type HeadRelease,
  type RolloutState,
  type Store,
} from '../../store/index.ts';
import { EXIT } from '../exit-codes.ts';
import { Failure } from '../failure.ts';

export interface RolloutView extends HeadRelease {
  readonly gateway: GatewayName;
  /** Absent: nobody has taken a step yet. It may be about a revision before the head, for a moment. */
  readonly state: RolloutState | undefined;
  readonly fleet: FleetView;
}

/** What people are shown of it. */
export interface ShownRollout extends Pick<RolloutView, 'gateway' | 'head' | 'policy' | 'state'> {
  readonly fleet: ShownFleet;
}

export interface ShownFleet extends Pick<FleetView, 'relays' | 'connected' | 'bundles'> {
  readonly rejections: readonly Pick<FleetView['rejections'][number], 'node' | 'bundle' | 'message' | 'time'>[];
}

/**
 * Looks at one gateway.
 * @param now by the bucket's clock: {@link timeOf}
 * @throws Failure if it was never published.
 */
export async function viewOf(store: Store, gateway: GatewayName, now: number): Promise<RolloutView> {
  const release = await lookAtHead(store, gateway);
  if (!release) throw new Failure(`${store.location} has no gateway ${gateway}`, { exit: EXIT.usage });
  const [held, fleet] = [await readRollout(store, gateway), await lookAtFleet(store, gateway, now)];
  return { gateway, ...release, state: held?.state, fleet };
}

/** The time by the bucket's clock; by ours for those who may only read. */
export async function timeOf(store: Store): Promise<number> {
  try {
    return await bucketTime(store);
  } catch (error) {
    if (error instanceof StoreError && !error.retryable) return Date.now();
    throw error;
  }
}

/** The state, if it is about the head. */
export const currentState = ({ state, head }: Pick<RolloutView, 'state' | 'head'>): RolloutState | undefined =>
  state?.candidate.revision === head.revision ? state : undefined;

/** Why nobody gets the head for now: the rollout before it is paused by a person. */
export const holdOn = ({ state, head }: Pick<RolloutView, 'state' | 'head'>): RolloutState | undefined =>
  state && isHeld(state, head) ? state : undefined;

/** As it is printed with `--output json`. */
export const viewJson = ({ gateway, head, policy, state, fleet }: RolloutView) => ({
  gateway,
  head,
  policy,
  rollout: state ?? null,
  fleet: fleetJson(fleet),
});

export const fleetJson = ({ relays, connected, bundles, rejections }: FleetView) => ({
  relays,
  connected,
  bundles: [...bundles.values()],
  rejections,
});
