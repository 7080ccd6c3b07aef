/** A bucket that changes all the time. */
import { expect, onTestFinished, test, vi } from 'vitest';
import { pushedProvider } from '../../../relay/discovery/providers/pushed.ts';
import { pushEndpoints } from '../../../store/endpoints.ts';
import { createMemoryStore } from '../../../store/memory.ts';

test('is looked at nevertheless, however soon one change follows the other', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const store = createMemoryStore();
  const ended = new AbortController();
  onTestFinished(() => ended.abort());
  const told: (number | undefined)[] = [];
  const reference = {
    name: 'default/a',
    source: { type: 'pushed' as const },
    emptyAfterSeconds: 60,
    assignment: { checksHostnames: false, overprovisioningFactor: 140 },
  };
  pushedProvider({ store }).follow(
    reference,
    (answer) => void told.push(answer.status === 'found' ? answer.endpoints[0]?.port : 0),
    ended.signal,
  );
  for (let port = 1; port <= 300; port += 1) {
    await pushEndpoints(store, 'default/a', [{ address: '10.0.0.1', port }], { now: 0 });
    await vi.advanceTimersByTimeAsync(5);
  }
  expect(told.length).toBeGreaterThan(20);
  expect(told.length).toBeLessThan(100);
});
