/** Which nodes have got the candidate, and are there to tell how it does. */
import type { FleetView } from './fleet.ts';
import type { RolloutState } from './state.ts';

export interface Presence {
  /** The most nodes that have been seen to have got it in this step. */
  readonly reached: number;
  /** Those that are connected, and have not just left. */
  readonly steady: number;
  readonly accepted: number;
  readonly rejected: number;
  /** Those that have not answered. */
  readonly pending: number;
}

/**
 * Counts the nodes that have the candidate, and those that got it and are gone. A node may be gone before anybody has seen
 * what it got: so of the nodes that the fleet has lost in this step, those that left with the candidate count as well; and
 * all, if all were to have it.
 */
export function presenceOf(state: RolloutState, fleet: FleetView): Presence {
  const { candidate, attempt, step, policy, connectedAtStart, bake } = state;
  const { accepted = 0, pending = 0, rejected = 0 } = fleet.bundles.get(candidate.bundle) ?? {};
  const held = accepted + pending + rejected;
  const missing = Math.max(0, connectedAtStart - fleet.connected);
  const { gone, back } = departedOf(fleet, { bundle: candidate.bundle, attempt });
  const lost = step >= policy.steps.length ? missing : Math.min(gone, missing);
  const reached = Math.max(bake.reached ?? 0, held + lost);
  return { reached, steady: Math.max(0, held - back), accepted, rejected, pending };
}

/** How many nodes have just left with a bundle, and how many of them are back. */
export function departedOf(
  { departures }: Pick<FleetView, 'departures'>,
  { bundle, attempt }: { readonly bundle: string; readonly attempt: number },
): { readonly gone: number; readonly back: number } {
  const ours = departures.filter((departure) => departure.bundle === bundle && departure.attempt === attempt);
  const back = ours.filter(({ isBack }) => isBack).length;
  return { gone: ours.length - back, back };
}
