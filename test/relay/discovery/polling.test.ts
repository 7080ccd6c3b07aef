import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { poll } from '../../../relay/discovery/polling.ts';
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
