/** The soaks' judges; and a quarter of a minute of faults, to see that nothing is lost in it. */
import { describe, expect, test } from 'vitest';
import { benchmarkStreams } from '../../bench/soak/streams.ts';
import { growthIn, trendOf } from '../../bench/soak/trend.ts';
import { follow, wished, type Wish } from '../../bench/soak/wishes.ts';

describe('a trend', () => {
  const points = (values: readonly number[]) => values.map((value, index) => ({ minute: index / 4, value }));

  test('is what memory grows by in a minute', () => {
    expect(trendOf(points([10, 11, 12, 13]))).toEqual({ slope: 4, margin: 0 });
  });

  test('is not sure where memory goes up and down', () => {
    const { slope, margin } = trendOf(points([10, 12, 10, 12, 10, 12, 10]));
    expect(Math.abs(slope)).toBeLessThan(margin);
  });
});

describe('memory', () => {
  const grows = (minutes: number, mbAMinute: number) =>
    growthIn(
      Array.from({ length: minutes * 4 + 1 }, (_, index) => {
        const minute = index / 4;
        return { minute, heapMb: 20 + minute * mbAMinute + (index % 2) / 10, rssMb: 100 };
      }),
    );

  test('that grows is told, of a run that is long enough', () => {
    expect(grows(10, 0.5)).toEqual([expect.stringContaining('the heap grows')]);
    expect(grows(9, 0.5)).toEqual([]);
    expect(grows(10, 0.1)).toEqual([]);
  });
});

describe('wishes', () => {
  const wishes = [['one'], ['two', 'one'], ['two'], ['three']].reduce<readonly Wish[]>(
    (known, editions) => wished(known, new Set(editions)),
    [],
  );

  test('are followed forwards, and over some of them', () => {
    expect(follow(wishes, 0, 'one')).toBe(0);
    expect(follow(wishes, 0, 'two')).toBe(1);
    expect(follow(wishes, 1, 'three')).toBe(3);
  });

  test('are not followed back', () => {
    expect(follow(wishes, 2, 'one')).toBeUndefined();
    expect(follow(wished(wishes, new Set(['one'])), 2, 'one')).toBe(4);
  });

  test('count once while they are the same', () => {
    expect(wished(wishes, new Set(['three']))).toBe(wishes);
  });
});

test('streams between two relays', { timeout: 180_000 }, async () => {
  const section = await benchmarkStreams({ minutes: 0.25, streams: 12, seed: 3 });
  expect(section).toContain('No client lost what it had');
});
