/** Takes the next step of one gateway's rollout. */
import type { GatewayName } from '../../compiler/5-pack/bundle.ts';
import { advanceRollout, type Advance, type AdvanceOptions } from '../../store/rollout/advance.ts';
import type { MetricAnswer } from '../../store/rollout/judge.ts';
import { createRolloutCache } from '../../store/rollout/look.ts';
import { writeRollout } from '../../store/rollout/read.ts';
import type { RolloutState } from '../../store/rollout/state.ts';
import { StoreError, type Store } from '../../store/store.ts';
import type { Log } from '../log.ts';
import type { Admission } from '../sources/admission.ts';
import type { GatewayWatch } from '../sources/gateway-watch.ts';
import type { Leadership } from './leadership.ts';
import { isLost, type Looked } from './under-way.ts';

export interface StepOptions {
  readonly store: Store;
  readonly admission: Admission | undefined;
  /** Asks what a query gives that one of a gateway's releases has in its policy; absent: there is nobody to ask. */
  readonly query: ((gateway: GatewayName, promql: string) => Promise<MetricAnswer>) | undefined;
  readonly log: Log;
  /** A step has been taken. */
  readonly stepped: (advance: Extract<Advance, { status: 'changed' }>) => void;
}

/** Says whether that has changed anything. What is wrong with one gateway is told, and keeps no other from going on. */
export type TakeStep = (gateway: GatewayName, watch: GatewayWatch) => Promise<Looked['outcome']>;

export function createStepTaker(options: StepOptions, { now }: Pick<Leadership, 'now'>): TakeStep {
  const { store, admission, query, log } = options;
  const cache = createRolloutCache();

  const advanceOptions = async (gateway: GatewayName): Promise<AdvanceOptions> => ({
    now: await now(),
    cache,
    ...(query && { query: (promql) => query(gateway, promql) }),
    ...(admission && { believes: async ({ pointer, bytes }) => !(await admission.judge(pointer, bytes)) }),
  });

  /** The relay has seen a state that is gone: without it, nodes could only be given whatever the pointer names. */
  const restore = async (gateway: GatewayName, state: RolloutState): Promise<void> => {
    if (await writeRollout(store, state, undefined)) log.warn({ gateway }, 'the rollout had vanished, and is put back');
  };

  return async (gateway, { rollout, checkTrouble }) => {
    try {
      if (rollout && isLost(checkTrouble)) {
        await restore(gateway, rollout);
        return 'in-vain';
      }
      const advance = await advanceRollout(store, gateway, await advanceOptions(gateway));
      if (advance.status !== 'changed') return 'in-vain';
      options.stepped(advance);
      return 'changed';
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      log.debug({ gateway, reason: error.message }, 'the next step of a rollout cannot be decided');
      return 'in-vain';
    }
  };
}
