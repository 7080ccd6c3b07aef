/** Asks again and again, for sources that do not tell of changes by themselves. */

export interface PollOptions {
  readonly signal: AbortSignal;
  /**
   * Asks once, and tells by itself what there is. Gives after how many milliseconds to ask again; what it throws is a bug.
   */
  readonly ask: () => Promise<number>;
}

/** Asks until the signal aborts, never twice at the same time. */
export function poll({ signal, ask }: PollOptions): void {
  let timer: NodeJS.Timeout | undefined;
  const next = async (): Promise<void> => {
    const delayMs = await ask();
    if (!signal.aborted) timer = setTimeout(() => void next(), delayMs).unref();
  };
  signal.addEventListener('abort', () => clearTimeout(timer));
  void next();
}

/** Relays and upstreams that began together do not ask together for ever: up to a tenth sooner. */
export const spread = (delayMs: number): number => delayMs * (1 - Math.random() / 10);

/** How long to wait after so many failures in a row, in milliseconds. */
export const afterFailure = (failures: number): number => spread(Math.min(125 * 2 ** failures, 15_000));
