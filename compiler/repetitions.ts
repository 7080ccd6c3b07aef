/** An item of a list that an earlier one is the same as: by what its key says, with the places of both. */
export interface Repetition<T> {
  readonly item: T;
  /** The place of the first of all that have the key. */
  readonly first: number;
  readonly second: number;
}

/** In the order of the list, in one pass. */
export function* repetitions<T>(items: readonly T[], keyOf: (item: T) => unknown): Iterable<Repetition<T>> {
  const places = new Map<unknown, number>();
  for (const [second, item] of items.entries()) {
    const key = keyOf(item);
    const first = places.get(key);
    if (first === undefined) places.set(key, second);
    else yield { item, first, second };
  }
}
