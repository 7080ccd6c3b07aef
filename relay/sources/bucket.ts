/**
 * Follows a bucket: carries out what {@link step} decides.
 *
 * Reads are bounded in time, so that a bucket which accepts a request and never answers is as good as one that is away.
 */
import type { Bundle, GatewayName } from '../../compiler/5-pack/bundle.ts';
import { POINTERS, ROLLOUTS } from '../../store/keys.ts';
import type { Pointer } from '../../store/revision.ts';
import type { ETag, Store } from '../../store/store.ts';
import type { CheckEvent, GatewayEffect, GatewayEvent, Problem, Restored, Served } from './gateway-watch.ts';
import type { Admission } from './admission.ts';
import { checkGateway, listGateways, loadReleases } from './read.ts';
import { opened, step, type ListEvent, type WatchEffect, type WatchEvent, type WatchState } from './watch.ts';

export interface BucketOptions {
  readonly store: Store;
  /** The gateways to follow; nothing: all that the bucket has. */
  readonly gateways: readonly GatewayName[] | undefined;
  /** What an earlier run left on the disk, for when the bucket is away. */
  readonly restored: readonly Restored[];
  /** How often each pointer and rollout are looked at, in milliseconds, give or take a tenth. */
  readonly pollIntervalMs: number;
  /** How long the bucket may take after the start before what the disk has is served, in milliseconds. */
  readonly startDeadlineMs: number;
  /** How long the bucket may take for one answer, in milliseconds; a bundle may take ten times that. */
  readonly timeoutMs: number;
  /** Which pointers are believed; absent: all. */
  readonly admission?: Admission | undefined;
  /** Serves bundles, or says why they cannot be. Called for one gateway's at a time. */
  readonly serve: (served: Served) => Promise<Problem | undefined>;
  /** Told of each step, for logs, metrics and the disk. */
  readonly report: (event: WatchEvent, effects: readonly WatchEffect[], state: WatchState) => void;
}

export interface BucketSource {
  state(): WatchState;
  /** Looks at the bucket now: at one gateway, or at all. */
  notify(gateway?: GatewayName): void;
  close(): void;
}

export function followBucket(options: BucketOptions): BucketSource {
  const { store, pollIntervalMs, timeoutMs, admission } = options;
  const stopped = new AbortController();
  const timers = new Map<string, NodeJS.Timeout>();
  const queues = new Map<GatewayName, Promise<void>>();
  /** The keys that each gateway's pointer was judged by. When they change, it is read and judged again. */
  const judgedBy = new Map<GatewayName, ReturnType<Admission['keys']> | undefined>();
  /** What the last list showed of rollouts, less what may have changed since. */
  let listed: Listed | undefined;
  let state = opened(options.gateways, options.restored);

  const dispatch = (event: WatchEvent): void => {
    if (stopped.signal.aborted) return;
    const [next, effects] = step(state, event);
    state = next;
    options.report(event, effects, state);
    for (const effect of effects) run(effect);
  };
  const later = (timer: string, delayMs: number, event: WatchEvent): void => {
    clearTimeout(timers.get(timer));
    const jittered = delayMs * (0.9 + Math.random() * 0.2);
    timers.set(timer, setTimeout(dispatch, jittered, event));
  };
  const run = (effect: WatchEffect): void => {
    if (effect.kind === 'list') void list().then(dispatch);
    if (effect.kind === 'list-wait') {
      later('list', listDelay(effect.failures, pollIntervalMs, state.gateways.size), { kind: 'list-due' });
    }
    if (effect.kind === 'gateway') runForGateway(effect.gateway, effect.effect);
  };
  const runForGateway = (gateway: GatewayName, effect: GatewayEffect): void => {
    const tell = (event: GatewayEvent): void => dispatch({ kind: 'gateway', gateway, event });
    if (effect.kind === 'check') void check(gateway, effect).then(tell);
    if (effect.kind === 'load') {
      const held = known(gateway);
      const judge = admission?.judgeRelease;
      void loadReleases(store, effect.wanted, { held, judge, timeoutMs: timeoutMs * 10 }).then(tell);
    }
    if (effect.kind === 'serve') queue(gateway, async () => tell(await serveOne(options, effect.served)));
    if (effect.kind === 'wait') {
      later(`gateway ${gateway}`, pollDelay(effect.failures, pollIntervalMs), {
        kind: 'gateway',
        gateway,
        event: { kind: 'due' },
      });
    }
  };
  const list = async (): Promise<ListEvent> => {
    const event = await listGateways(store, timeoutMs);
    listed =
      event.kind === 'listed' ? { at: performance.now(), rollouts: event.rollouts, stale: new Set() } : undefined;
    return event;
  };
  const listedRollout = (gateway: GatewayName) => {
    if (!listed || state.gateways.size <= MANY || listed.stale.has(gateway)) return undefined;
    const isFresh = performance.now() - listed.at < pollIntervalMs * 1.5;
    return isFresh ? { etag: listed.rollouts.get(gateway) } : undefined;
  };
  const check = async (gateway: GatewayName, { unlessMatch, unlessRolloutMatch }: Check): Promise<CheckEvent> => {
    const keys = admission?.keys();
    const before = judgedBy.get(gateway);
    const etags = before === keys ? { unlessMatch, unlessRolloutMatch } : { unlessRolloutMatch };
    const event = await checkGateway(store, gateway, {
      ...etags,
      listedRollout: listedRollout(gateway),
      timeoutMs,
      judge: admission?.judge,
      known: pointerOf(gateway),
    });
    if (event.kind !== 'found') return event;
    judgedBy.set(gateway, keys);
    return before && before !== keys ? { ...event, trust: 'changed' } : event;
  };
  const pointerOf = (gateway: GatewayName): Pointer | undefined => {
    const { pointer, served, spare } = state.gateways.get(gateway) ?? {};
    return pointer ?? served?.pointer ?? spare?.pointer;
  };
  const known = (gateway: GatewayName): readonly Bundle[] => {
    const { served, spare } = state.gateways.get(gateway) ?? {};
    return [served, spare].flatMap((held) => held?.bundles ?? []);
  };
  const queue = (gateway: GatewayName, task: () => Promise<void>): void => {
    queues.set(gateway, (queues.get(gateway) ?? Promise.resolve()).then(task));
  };

  for (const prefix of [POINTERS, ROLLOUTS]) {
    store.watch?.(prefix, () => dispatch({ kind: 'notified' }), stopped.signal);
  }
  later('deadline', options.startDeadlineMs, { kind: 'deadline' });
  dispatch({ kind: 'start' });
  return {
    state: () => state,
    notify(gateway) {
      if (gateway !== undefined) listed?.stale.add(gateway);
      dispatch({ kind: 'notified', ...(gateway !== undefined && { gateway }) });
    },
    close() {
      stopped.abort();
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}

interface Listed {
  /** By the process's clock, in milliseconds. */
  readonly at: number;
  readonly rollouts: ReadonlyMap<GatewayName, ETag>;
  readonly stale: Set<GatewayName>;
}

type Check = Extract<GatewayEffect, { kind: 'check' }>;

async function serveOne({ serve, admission }: BucketOptions, served: Served): Promise<GatewayEvent> {
  const problem = await serve(served);
  if (problem) return { kind: 'serve-failed', served, problem };
  admission?.served(served);
  return { kind: 'served', served };
}

/**
 * After a failure a second, doubled with each one more in a row, up to half a minute: Envoys may wait for an answer, also
 * where a relay is told of changes and seldom looks by itself.
 */
const pollDelay = (failures: number, intervalMs: number): number =>
  failures > 0 ? Math.min(Math.min(intervalMs, 500) * 2 ** failures, 30_000) : intervalMs;

/** A list costs as much as a dozen looks: with more gateways than that, it spares a look at the rollout of each. */
const MANY = 12;

const listDelay = (failures: number, intervalMs: number, gateways: number): number =>
  failures > 0 ? pollDelay(failures, intervalMs) : intervalMs * (gateways > MANY ? 1 : 5);
