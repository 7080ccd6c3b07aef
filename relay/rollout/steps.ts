/**
 * Takes the steps of rollouts: looks at those that are under way, and writes what the reducer of store/rollout decides.
 *
 * Of all relays the one with the lease does so. A rejection by one of its own nodes a relay acts upon without the lease,
 * so that a bad release is taken back whoever has just died; each write is by compare-and-swap, so two do no harm. While
 * nothing is under way, nothing is read or written.
 */
import type { GatewayName } from '../../compiler/5-pack/bundle.ts';
import { inParallel } from '../../store/parallel.ts';
import { advanceRollout, type Advance, type AdvanceOptions } from '../../store/rollout/advance.ts';
import { createRolloutCache } from '../../store/rollout/look.ts';
import { writeRollout } from '../../store/rollout/read.ts';
import { StoreError, type Store } from '../../store/store.ts';
import type { Log } from '../log.ts';
import type { Admission } from '../sources/admission.ts';
import type { GatewayWatch } from '../sources/gateway-watch.ts';
import { createLeadership } from './leadership.ts';
import { isDue, isLost, isUnderWay, looked, pauseOfOthers, untilDue, woken, type Looks } from './under-way.ts';

export interface RolloutSteps {
  /** Says how a gateway is followed now. */
  watchChanged(gateway: GatewayName, watch: GatewayWatch | undefined): void;
  /** Says that the report of this relay's nodes has news; `rejection`: of the kind that is acted upon at once. */
  reported(gateway: GatewayName, weight: 'change' | 'rejection'): void;
  close(): Promise<void>;
}

export interface StepOptions {
  readonly store: Store;
  /** How often rollouts that are under way are looked at, in milliseconds. */
  readonly intervalMs: number;
  readonly admission: Admission | undefined;
  /** Asks what a query gives that one of a gateway's releases has in its policy; absent: there is nobody to ask. */
  readonly query: ((gateway: GatewayName, promql: string) => Promise<number | null>) | undefined;
  readonly log: Log;
  /** A step has been taken. */
  readonly stepped: (advance: Extract<Advance, { status: 'changed' }>) => void;
}

/** How many gateways are looked at together, and how long to wait, in milliseconds, when the bucket refuses. */
const PARALLEL = 4;
const REFUSED_MS = 300_000;

export function createRolloutSteps(options: StepOptions): RolloutSteps {
  const { store, intervalMs, log } = options;
  const leadership = createLeadership(store);
  const cache = createRolloutCache();
  const underWay = new Map<GatewayName, GatewayWatch>();
  const rejected = new Set<GatewayName>();
  let looks: Looks = new Map();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let trouble: string | undefined;
  let isClosed = false;

  const plan = (delayMs: number): void => {
    if (isClosed || running) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = round().then(rest);
    }, delayMs);
  };

  const rest = (delayMs: number): void => {
    running = undefined;
    timer = undefined;
    if (rejected.size > 0) plan(0);
    else if (underWay.size > 0) plan(delayMs);
  };

  /** @returns how long to rest, in milliseconds, if anything is under way. */
  const round = async (): Promise<number> => {
    const urgent = [...rejected].filter((gateway) => underWay.has(gateway));
    rejected.clear();
    try {
      await inParallel(PARALLEL, urgent, look);
      const leads = underWay.size > 0 && (await leadership.claim());
      if (leads) await lookAtAll(urgent);
      if (underWay.size === 0) await leadership.release();
      recovered();
      const pause = leads ? untilDue(looks, underWay, performance.now()) : pauseOfOthers(underWay, intervalMs);
      return Math.max(intervalMs, pause);
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      troubled(error);
      return error.retryable ? 3 * intervalMs : REFUSED_MS;
    }
  };

  const lookAtAll = async (done: readonly GatewayName[]): Promise<void> => {
    const due = [...underWay.keys()].filter(
      (gateway) => !done.includes(gateway) && isDue(looks, gateway, performance.now()),
    );
    for (let start = 0; start < due.length && !isClosed; start += BUNCH) {
      if (start > 0 && !(await leadership.claim())) return;
      await inParallel(PARALLEL, due.slice(start, start + BUNCH), look);
    }
  };

  /** What is wrong with one gateway keeps no other from going on. */
  const look = async (gateway: GatewayName): Promise<void> => {
    const watch = underWay.get(gateway);
    if (!watch) return;
    let outcome: 'changed' | 'in-vain' = 'in-vain';
    try {
      if (watch.rollout && isLost(watch.checkTrouble)) await restore(gateway, watch.rollout);
      else outcome = await step(gateway);
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      log.debug({ gateway, reason: error.message }, 'the next step of a rollout cannot be decided');
    }
    looks = looked(looks, gateway, { outcome, now: performance.now(), intervalMs });
  };

  const step = async (gateway: GatewayName): Promise<'changed' | 'in-vain'> => {
    const advance = await advanceRollout(store, gateway, await advanceOptions(gateway));
    if (advance.status !== 'changed') return 'in-vain';
    options.stepped(advance);
    return 'changed';
  };

  const advanceOptions = async (gateway: GatewayName): Promise<AdvanceOptions> => {
    const { admission, query } = options;
    return {
      now: await leadership.now(),
      cache,
      ...(query && { query: (promql) => query(gateway, promql) }),
      ...(admission && { believes: async ({ pointer, bytes }) => !(await admission.judge(pointer, bytes)) }),
    };
  };

  const restore = async (gateway: GatewayName, state: NonNullable<GatewayWatch['rollout']>): Promise<void> => {
    if (await writeRollout(store, state, undefined)) log.warn({ gateway }, 'the rollout had vanished, and is put back');
  };

  const troubled = (error: StoreError): void => {
    const level = trouble === undefined ? 'warn' : 'debug';
    log[level]({ reason: error.message }, 'this relay cannot take the steps of rollouts');
    trouble = error.message;
  };

  const recovered = (): void => {
    if (trouble !== undefined) log.info('this relay can take the steps of rollouts again');
    trouble = undefined;
  };

  return {
    watchChanged(gateway, watch) {
      const before = underWay.get(gateway);
      if (watch && isUnderWay(watch)) {
        underWay.set(gateway, watch);
        if (before?.pointer?.revision !== watch.pointer?.revision) looks = woken(looks, gateway);
      } else if (underWay.delete(gateway)) looks = woken(looks, gateway);
      if (underWay.size > 0 && !timer) plan(0);
    },
    reported(gateway, weight) {
      if (!underWay.has(gateway)) return;
      looks = woken(looks, gateway);
      if (weight === 'rejection') rejected.add(gateway);
      if (weight === 'rejection' || trouble === undefined) plan(weight === 'rejection' ? 0 : intervalMs);
    },
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await running;
      try {
        await leadership.release();
      } catch (error) {
        if (!(error instanceof StoreError)) throw error;
        log.debug({ reason: error.message }, 'the lease of rollouts is left to end by itself');
      }
    },
  };
}

/** Gateways between two renewals of the lease. */
const BUNCH = 50;
