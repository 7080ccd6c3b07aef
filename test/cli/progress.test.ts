import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { during } from '../../cli/progress.ts';
import type { Host } from '../../cli/host.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const host = (status: Host['status']): Host => ({
  cwd: '/',
  env: {},
  readInput: async () => '',
  ask: async () => undefined,
  out: () => {},
  err: () => {},
  status,
  colour: { out: 'never', err: 'never' },
  interrupted: new AbortController().signal,
});

test('what is done is told at once, then for how long, and no more when it has ended', async () => {
  const told: (string | undefined)[] = [];
  const work = during(
    host((line) => void told.push(line)),
    'reading\u0007',
    () => new Promise<string>((resolve) => void setTimeout(() => resolve('done'), 2_900)),
  );
  expect(told).toEqual(['reading␇ …']);
  await vi.advanceTimersByTimeAsync(2_900);
  expect(await work).toBe('done');
  vi.advanceTimersByTime(10_000);
  expect(told).toEqual([
    'reading␇ …',
    'reading␇ … 1 s',
    'reading␇ … 1 s',
    'reading␇ … 2 s',
    'reading␇ … 3 s',
    undefined,
  ]);
});

test('it goes when the work fails, too', async () => {
  const told: (string | undefined)[] = [];
  const failing = during(
    host((line) => void told.push(line)),
    'reading',
    () => Promise.reject(new Error('no')),
  );
  await expect(failing).rejects.toThrow('no');
  expect(told.at(-1)).toBeUndefined();
});
