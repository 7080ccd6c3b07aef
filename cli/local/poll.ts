import { setTimeout as sleep } from 'node:timers/promises';

export interface PollOptions {
  /** What is waited for, as the subject of "… is not so after 5000 ms". */
  readonly what: string;
  /** Default: 10 seconds. */
  readonly timeoutMs?: number;
  /** Pause between two attempts. Default: 20 ms. */
  readonly everyMs?: number;
}

/**
 * Repeats an attempt until it gives something else than `undefined`, and returns that.
 *
 * @throws Error when the time is up, with the last attempt's error as its cause when it threw one.
 */
export async function poll<T>(options: PollOptions, attempt: () => Promise<T | undefined>): Promise<T> {
  const { what, timeoutMs = 10_000, everyMs = 20 } = options;
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    let cause: unknown;
    try {
      const result = await attempt();
      if (result !== undefined) return result;
    } catch (error) {
      cause = error;
    }
    if (performance.now() > deadline) {
      const reason = cause instanceof Error ? `: ${cause.message}` : '';
      throw new Error(`${what} is not so after ${timeoutMs} ms${reason}`, { cause });
    }
    await sleep(everyMs);
  }
}
