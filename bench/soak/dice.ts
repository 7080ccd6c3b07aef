/** Choices that a seed decides. */
import { createRandom } from './random.ts';

export interface Dice {
  /** At least 0, and less than the limit. */
  upTo(limit: number): number;
  /** @throws Error if there is nothing to choose from. */
  pick<T>(items: readonly T[]): T;
}

export function createDice(seed: number): Dice {
  const random = createRandom(seed);
  return {
    upTo: (limit) => random() * limit,
    pick(items) {
      const item = items[Math.floor(random() * items.length)];
      if (item === undefined) throw new Error('there is nothing to choose from');
      return item;
    },
  };
}
