import { expect, test } from 'vitest';
import { repetitions } from '../../compiler/repetitions.ts';

test('each item that an earlier one is the same as has the place of the very first', () => {
  const found = [...repetitions(['a', 'b', 'A', 'c', 'a', 'b'], (text) => text.toLowerCase())];
  expect(found).toEqual([
    { item: 'A', first: 0, second: 2 },
    { item: 'a', first: 0, second: 4 },
    { item: 'b', first: 1, second: 5 },
  ]);
  expect([...repetitions(['__proto__', 'constructor'], (text) => text)]).toEqual([]);
});
