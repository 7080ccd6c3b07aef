/** Of which gateways a step of the watch has shown that what is served is what the bucket wants. Pure. */
import type { GatewayName } from '../../compiler/5-pack/bundle.ts';
import type { GatewayWatch } from './gateway-watch.ts';
import { isSameChoice } from './releases.ts';
import type { WatchEffect, WatchState } from './watch.ts';

/** A look that ends in a pause has seen all that was asked for before it. */
export const shownUpToDate = (effects: readonly WatchEffect[], { gateways }: WatchState): readonly GatewayName[] =>
  effects.flatMap((each) => {
    if (each.kind !== 'gateway' || each.effect.kind !== 'wait' || each.effect.failures > 0) return [];
    const watch = gateways.get(each.gateway);
    return watch && isUpToDate(watch) ? [each.gateway] : [];
  });

function isUpToDate({ served, pointer, rollout, checkTrouble, loadTrouble }: GatewayWatch): boolean {
  if (!served || !pointer || served.source !== 'bucket' || checkTrouble || loadTrouble) return false;
  return isSameChoice(served, { pointer, rollout });
}
