/** What a step of the watch has shown of what the bucket wants. Pure. */
import type { GatewayName } from '../../compiler/5-pack/bundle.ts';
import type { BucketAnswer } from '../ads-server.ts';
import type { GatewayWatch } from './gateway-watch.ts';
import { isSameChoice } from './releases.ts';
import type { WatchEffect, WatchState } from './watch.ts';

export interface ConcludedLook {
  readonly gateway: GatewayName;
  readonly answer: BucketAnswer;
}

/** A look that ends in a pause has seen all that was asked for before it. */
export const concludedLooks = (effects: readonly WatchEffect[], { gateways }: WatchState): readonly ConcludedLook[] =>
  effects.flatMap((each) => {
    if (each.kind !== 'gateway' || each.effect.kind !== 'wait') return [];
    const watch = gateways.get(each.gateway);
    const isConfirmed = watch !== undefined && each.effect.failures === 0 && isUpToDate(watch);
    return [{ gateway: each.gateway, answer: isConfirmed ? 'confirmed' : 'unanswered' }];
  });

function isUpToDate({ served, pointer, rollout, checkTrouble, loadTrouble }: GatewayWatch): boolean {
  if (!served || !pointer || served.source !== 'bucket' || checkTrouble || loadTrouble) return false;
  return isSameChoice(served, { pointer, rollout });
}
