import { vi } from 'vitest';

/** Repeats a check until it passes; the time that it is given is for a machine that is busy with other tests. */
export const eventually = <T>(check: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(check, { timeout: 20_000, interval: 20 });
