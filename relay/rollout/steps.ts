/**
 * Takes the steps of rollouts: looks at those that are under way, and writes what the reducer of store/rollout decides.
 *
 * Of all relays the one with the lease does so. A rejection by one of its own nodes a relay acts upon without the lease,
 * so that a bad release is taken back whoever has just died; each write is by compare-and-swap, so two do no harm. While
 * nothing is under way, nothing is read or written.
 */
import type { GatewayName } from '../../compiler/5-pack/bundle.ts';
import { inParallel } from '../../store/parallel.ts';
import { StoreError } from '../../store/store.ts';
import type { GatewayWatch } from '../sources/gateway-watch.ts';
import { createLeadership } from './leadership.ts';
import { createStepTaker, type StepOptions } from './take-step.ts';
import { isDue, isUnderWay, looked, pauseOfOthers, untilDue, woken, type Looks } from './under-way.ts';

export interface RolloutSteps {
  /** Says how a gateway is followed now. */
  watchChanged(gateway: GatewayName, watch: GatewayWatch | undefined): void;
  /** Says that the report of this relay's nodes has news; `rejection`: of the kind that is acted upon at once. */
  reported(gateway: GatewayName, weight: 'change' | 'rejection'): void;
  close(): Promise<void>;
}

export interface RolloutStepsOptions extends StepOptions {
  /** How often rollouts that are under way are looked at, in milliseconds. */
  readonly intervalMs: number;
}

/** How long to wait when the bucket refuses, in milliseconds. */
const REFUSED_MS = 300_000;
/** How long nodes are served what is new before anybody looks at how that goes, in milliseconds. */
const BEGIN_MS = 200;

export function createRolloutSteps(options: RolloutStepsOptions): RolloutSteps {
  const { intervalMs } = options;
  const rounds = createRounds(options);
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let isClosed = false;

  const plan = (delayMs: number): void => {
    if (isClosed || running) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = rounds.run().then(rest);
    }, delayMs);
  };

  const rest = (delayMs: number | undefined): void => {
    running = undefined;
    timer = undefined;
    if (delayMs !== undefined) plan(delayMs);
  };

  return {
    watchChanged(gateway, watch) {
      if (rounds.watchChanged(gateway, watch) && !timer) plan(BEGIN_MS);
    },
    reported(gateway, weight) {
      if (!rounds.wake(gateway, weight)) return;
      if (weight === 'rejection') plan(0);
      else if (!rounds.isRefused()) plan(intervalMs);
    },
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await running;
      await rounds.end();
    },
  };
}

/** How many gateways are looked at together, and how many between two renewals of the lease. */
const PARALLEL = 4;
const BUNCH = 50;

/** What is under way, and one look at all of it. */
function createRounds(options: RolloutStepsOptions) {
  const { store, intervalMs, log } = options;
  const leadership = createLeadership(store);
  const takeStep = createStepTaker(options, leadership);
  const underWay = new Map<GatewayName, GatewayWatch>();
  const rejected = new Set<GatewayName>();
  let looks: Looks = new Map();
  let trouble: StoreError | undefined;

  const look = async (gateway: GatewayName): Promise<void> => {
    const watch = underWay.get(gateway);
    if (!watch) return;
    const outcome = await takeStep(gateway, watch);
    looks = looked(looks, gateway, { outcome, now: performance.now(), intervalMs });
  };

  const lookAtAll = async (done: readonly GatewayName[]): Promise<void> => {
    const isWanted = (gateway: GatewayName) => !done.includes(gateway) && isDue(looks, gateway, performance.now());
    const due = [...underWay.keys()].filter(isWanted);
    for (let start = 0; start < due.length; start += BUNCH) {
      if (start > 0 && !(await leadership.claim())) return;
      await inParallel(PARALLEL, due.slice(start, start + BUNCH), look);
    }
  };

  /** @returns how long to rest, in milliseconds; nothing: until something is under way. */
  const round = async (): Promise<number | undefined> => {
    const urgent = [...rejected].filter((gateway) => underWay.has(gateway));
    rejected.clear();
    await inParallel(PARALLEL, urgent, look);
    const leads = underWay.size > 0 && (await leadership.claim());
    if (leads) await lookAtAll(urgent);
    if (underWay.size === 0) await leadership.release();
    if (rejected.size > 0) return 0;
    if (underWay.size === 0 && !leadership.isHeld()) return undefined;
    const pause = leads ? untilDue(looks, underWay, performance.now()) : pauseOfOthers(underWay, intervalMs);
    return Math.max(intervalMs, pause);
  };

  const tell = (error: StoreError | undefined): void => {
    const reason = error?.message;
    if (error) log[trouble ? 'debug' : 'warn']({ reason }, 'this relay cannot take the steps of rollouts');
    else if (trouble) log.info('this relay can take the steps of rollouts again');
    trouble = error;
  };

  return {
    isRefused: (): boolean => trouble?.retryable === false,
    async run(): Promise<number | undefined> {
      try {
        const delayMs = await round();
        tell(undefined);
        return delayMs;
      } catch (error) {
        if (!(error instanceof StoreError)) throw error;
        tell(error);
        return error.retryable ? 3 * intervalMs : REFUSED_MS;
      }
    },
    /** Says whether anything is under way. */
    watchChanged(gateway: GatewayName, watch: GatewayWatch | undefined): boolean {
      const before = underWay.get(gateway)?.pointer?.revision;
      if (watch && isUnderWay(watch)) underWay.set(gateway, watch);
      else underWay.delete(gateway);
      if (underWay.get(gateway)?.pointer?.revision !== before) looks = woken(looks, gateway);
      return underWay.size > 0;
    },
    /** Says whether the gateway's rollout is under way. */
    wake(gateway: GatewayName, weight: 'change' | 'rejection'): boolean {
      if (!underWay.has(gateway)) return false;
      looks = woken(looks, gateway);
      if (weight === 'rejection') rejected.add(gateway);
      return true;
    },
    async end(): Promise<void> {
      try {
        await leadership.release();
      } catch (error) {
        if (!(error instanceof StoreError)) throw error;
        log.debug({ reason: error.message }, 'the lease of rollouts is left to end by itself');
      }
    },
  };
}
