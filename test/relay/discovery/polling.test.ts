import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPace, poll } from '../../../relay/discovery/polling.ts';
import type { Answer } from '../../../relay/discovery/provider.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a source that is asked in a way that fails unexpectedly is a failure, and is asked again', async () => {
  const told: Answer[] = [];
  const ended = new AbortController();
  let asked = 0;
  const ask = (): Promise<number> => {
    asked += 1;
    return asked === 1 ? Promise.reject(new RangeError('a token')) : Promise.resolve(10);
  };
  poll({ signal: ended.signal, tell: (answer) => told.push(answer), ask });
  await vi.advanceTimersByTimeAsync(20_000);
  expect(told).toEqual([
    { status: 'failed', reason: 'unavailable', message: 'the source cannot be asked: RangeError' },
  ]);
  expect(asked).toBeGreaterThan(2);
  ended.abort();
  const before = asked;
  await vi.advanceTimersByTimeAsync(20_000);
  expect(asked).toBe(before);
});

test('however many upstreams a source has, and whether or not it fails, it is asked only so often', () => {
  const pace = createPace(800, 1_000);
  const ended = new AbortController();
  const join = (count: number): void => Array.from({ length: count }).forEach(() => pace.join(ended.signal));
  join(500);
  expect(pace.delayMs(0)).toBeLessThanOrEqual(800);
  expect(pace.delayMs(0)).toBeGreaterThan(700);
  expect(pace.delayMs(1)).toBe(500);
  join(4_500);
  expect([pace.delayMs(0), pace.delayMs(1)]).toEqual([5_000, 5_000]);
  expect(pace.delayMs(9)).toBeGreaterThan(10_000);
  ended.abort();
  expect(pace.delayMs(0)).toBeLessThanOrEqual(800);
});
