import { afterAll, beforeAll, vi } from 'vitest';

/**
 * Starts something before the tests of a file or `describe` block, and stops it after them. What it returns gives it to
 * the tests, and to whatever is started after it.
 */
export function shared<T extends { readonly stop: () => Promise<void> }>(start: () => Promise<T>): () => T {
  let running: T | undefined;
  vi.setConfig({ testTimeout: TEST_MS });
  beforeAll(async () => {
    running = await start();
  }, START_MS);
  afterAll(() => running?.stop());
  return () => {
    if (running === undefined) throw new Error('it runs only within tests');
    return running;
  };
}

const TEST_MS = 30_000;
/** A first run on a machine downloads Envoy. */
const START_MS = 300_000;
