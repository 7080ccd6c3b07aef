import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortAgain } from '../../compiler/sort-again.ts';

interface Item {
  readonly rank: number;
}

const byRank = (a: Item, b: Item): number => a.rank - b.rank;

/** Two selections of the same items, no two of which are equal. */
const twice = fc.uniqueArray(fc.integer(), { maxLength: 20 }).chain((ranks) => {
  const items = ranks.map((rank): Item => ({ rank }));
  return fc.tuple(fc.shuffledSubarray(items), fc.shuffledSubarray(items));
});

test('sorts, whatever was there before', () => {
  fc.assert(
    fc.property(twice, ([items, before]) => {
      expect(sortAgain(items, [], byRank)).toEqual(items.toSorted(byRank));
      expect(sortAgain(items, before.toSorted(byRank), byRank)).toEqual(items.toSorted(byRank));
    }),
  );
});

test('hands out what it was given if nothing has changed', () => {
  const items = [{ rank: 2 }, { rank: 1 }];
  const before = sortAgain(items, [], byRank);
  expect(sortAgain(items.toReversed(), before, byRank)).toBe(before);
});

test('compares once an item if little has changed', () => {
  const before = Array.from({ length: 1_000 }, (_, rank) => ({ rank }));
  let comparisons = 0;
  const items = [...before.slice(1), { rank: 500.5 }].reverse();
  sortAgain(items, before, (a, b) => (comparisons++, byRank(a, b)));
  expect(comparisons).toBeLessThan(1_100);
});
