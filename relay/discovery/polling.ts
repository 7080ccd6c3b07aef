/** Asks again and again, for sources that do not tell of changes by themselves. */
import { failed, type Answer } from './provider.ts';

export interface PollOptions {
  readonly signal: AbortSignal;
  /** Hears of what goes wrong unexpectedly. */
  readonly tell: (answer: Answer) => void;
  /** Asks once, and tells by itself what there is. Gives after how many milliseconds to ask again. */
  readonly ask: () => Promise<number>;
}

/** The longest wait after failures, in milliseconds. */
const MOST_MS = 15_000;

/** Asks until the signal aborts, never twice at the same time. */
export function poll({ signal, tell, ask }: PollOptions): void {
  let timer: NodeJS.Timeout | undefined;
  const unexpected = (error: unknown): number => {
    // Its own words could quote what was sent.
    tell(failed('unavailable', `the source cannot be asked: ${error instanceof Error ? error.name : 'an error'}`));
    return MOST_MS;
  };
  const next = async (): Promise<void> => {
    const delayMs = await ask().catch(unexpected);
    if (!signal.aborted) timer = setTimeout(() => void next(), delayMs).unref();
  };
  signal.addEventListener('abort', () => clearTimeout(timer));
  void next();
}

/** How often all upstreams of one source are asked for together. */
export interface Pace {
  /** Another upstream is asked for, until the signal aborts. */
  join(signal: AbortSignal): void;
  /** How long one of them waits until it is asked for again, after so many failures in a row, in milliseconds. */
  delayMs(failures: number): number;
}

/**
 * @param refreshMs how long each upstream waits, as long as there are not too many of them
 * @param mostASecond how often the source is asked at most; the more upstreams, the less often each of them
 */
export function createPace(refreshMs: number, mostASecond: number): Pace {
  let upstreams = 0;
  return {
    join(signal) {
      upstreams += 1;
      signal.addEventListener('abort', () => (upstreams -= 1));
    },
    delayMs: (failures) =>
      Math.max(failures > 0 ? afterFailure(failures) : spread(refreshMs), (upstreams / mostASecond) * 1_000),
  };
}

/** Relays and upstreams that began together do not ask together for ever: up to a tenth sooner. */
export const spread = (delayMs: number): number => delayMs * (1 - Math.random() / 10);

/** How long to wait after so many failures in a row, in milliseconds. */
export const afterFailure = (failures: number): number => spread(Math.min(125 * 2 ** failures, MOST_MS));
