/** Puts questions together that a store answers many of at once. */

export interface BatchOptions<V> {
  /** How many keys one request may have. */
  readonly most: number;
  /** How many requests are under way at once. */
  readonly parallel: number;
  /** How long a first key waits for others, in milliseconds. */
  readonly gatherMs: number;
  /** Gives the answers in the order of the keys. It never throws. */
  readonly load: (keys: readonly string[]) => Promise<readonly V[]>;
}

/** @returns asks for one key; whoever asks for the same while it is asked for gets the same answer */
export function createBatching<V>({ most, parallel, gatherMs, load }: BatchOptions<V>): (key: string) => Promise<V> {
  const answers = new Map<string, Promise<V>>();
  const waiting = new Map<string, (answer: V) => void>();
  let running = 0;
  let timer: NodeJS.Timeout | undefined;

  const start = (): void => {
    timer = undefined;
    while (running < parallel && waiting.size > 0) void run([...waiting].slice(0, most));
  };
  const run = async (batch: readonly (readonly [string, (answer: V) => void])[]): Promise<void> => {
    running++;
    for (const [key] of batch) waiting.delete(key);
    const loaded = await load(batch.map(([key]) => key));
    running--;
    batch.forEach(([key, settle], place) => {
      answers.delete(key);
      const answer = loaded[place];
      if (answer === undefined) throw new Error(`a batch of ${batch.length} keys has ${loaded.length} answers`);
      settle(answer);
    });
    start();
  };
  return (key) => {
    const known = answers.get(key);
    if (known) return known;
    const answer = new Promise<V>((settle) => waiting.set(key, settle));
    answers.set(key, answer);
    timer ??= setTimeout(start, gatherMs);
    return answer;
  };
}
