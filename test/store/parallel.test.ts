import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { inParallel } from '../../store/parallel.ts';

const numbers = Array.from({ length: 20 }, (_, index) => index);

describe('work in parallel', () => {
  test('gives results in the order of the items, whichever is done first', async () => {
    const results = await inParallel(7, numbers, async (number) => {
      await sleep((number * 7) % 5);
      return number * 2;
    });
    expect(results).toEqual(numbers.map((number) => number * 2));
    expect(await inParallel(7, [], async () => 1)).toEqual([]);
  });

  test('is never done for more items at once than allowed', async () => {
    let running = 0;
    let most = 0;
    await inParallel(3, numbers, async () => {
      most = Math.max(most, ++running);
      await sleep(1);
      running--;
    });
    expect(most).toBe(3);
  });

  test('ends what is under way after a failure, and begins nothing more', async () => {
    const begun: number[] = [];
    const ended: number[] = [];
    const working = inParallel(3, numbers, async (number) => {
      begun.push(number);
      await sleep(number === 1 ? 1 : 10);
      if (number === 1) throw new Error('one failed');
      ended.push(number);
    });
    await expect(working).rejects.toThrow('one failed');
    expect(begun).toEqual([0, 1, 2]);
    expect(ended).toEqual([0, 2]);
  });
});
