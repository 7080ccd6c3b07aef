/** Which rollouts there is something to decide about, and how often to look. Pure. */
import type { GatewayName } from '../../compiler/5-pack/bundle.ts';
import { isHeld } from '../../store/rollout/assign.ts';
import { isSettled } from '../../store/rollout/step.ts';
import { headOf } from '../sources/releases.ts';
import type { GatewayWatch } from '../sources/gateway-watch.ts';

/** Nothing is to be decided about a gateway whose rollout is over, whichever way, or whose head a person holds. */
export function isUnderWay({ pointer, rollout, checkTrouble }: GatewayWatch): boolean {
  if (!pointer) return false;
  if (isLost(checkTrouble)) return true;
  if (rollout && isHeld(rollout, headOf(pointer))) return false;
  return !rollout || rollout.candidate.revision !== pointer.revision || !isSettled(rollout);
}

/** Whether the bucket has lost the rollout that this relay still knows. */
export const isLost = (trouble: GatewayWatch['checkTrouble']): boolean => trouble?.problem.kind === 'rollout-missing';

/** How often each gateway has been looked at in vain, and when it is to be looked at next. */
export type Looks = ReadonlyMap<GatewayName, Look>;

interface Look {
  readonly inVain: number;
  /** Milliseconds, by any clock that does not jump. */
  readonly next: number;
}

export const isDue = (looks: Looks, gateway: GatewayName, now: number): boolean =>
  (looks.get(gateway)?.next ?? now) <= now;

/** Where nothing happens, as with a gateway without nodes, looks become rare. */
const LONGEST_MS = 30_000;

export interface Looked {
  readonly outcome: 'changed' | 'in-vain';
  readonly now: number;
  readonly intervalMs: number;
}

export function looked(looks: Looks, gateway: GatewayName, { outcome, now, intervalMs }: Looked): Looks {
  const inVain = outcome === 'changed' ? 0 : (looks.get(gateway)?.inVain ?? 0) + 1;
  // The first look in vain is as good as none: nodes take their time to answer.
  const delay = Math.min(intervalMs * 2 ** Math.max(0, Math.min(inVain, 16) - 1), Math.max(LONGEST_MS, intervalMs));
  return new Map(looks).set(gateway, { inVain, next: now + delay });
}

/** How long nothing is due, in milliseconds. */
export const untilDue = (looks: Looks, gateways: ReadonlyMap<GatewayName, unknown>, now: number): number =>
  [...gateways.keys()].reduce((least, gateway) => Math.min(least, (looks.get(gateway)?.next ?? now) - now), LONGEST_MS);

/**
 * How often a relay without the lease asks for it, in milliseconds: rarely if no relay reports nodes, for then there is
 * nothing to decide.
 */
export const pauseOfOthers = (gateways: ReadonlyMap<GatewayName, GatewayWatch>, intervalMs: number): number =>
  [...gateways.values()].every(({ rollout }) => rollout?.bake.waitsFor === 'fleet') ? LONGEST_MS : 3 * intervalMs;

/** Something has happened: the gateway is looked at as often as at first. */
export function woken(looks: Looks, gateway: GatewayName): Looks {
  if (!looks.has(gateway)) return looks;
  const next = new Map(looks);
  next.delete(gateway);
  return next;
}
