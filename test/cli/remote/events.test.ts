/** What happens, followed for as long as somebody wants to know. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { createRemote } from '../../../cli/remote/client.ts';
import { follow } from '../../../cli/remote/events.ts';
import { startWorld } from './world.ts';

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect !== 'function') throw new Error('garbage cannot be collected here');
  collect();
}

test('following ends with its signal, also long after it has begun', async () => {
  const { url } = await startWorld();
  const end = new AbortController();
  const remote = createRemote({ url, authenticate: async () => ({}) });
  const onFollowing = async (): Promise<void> => {
    for (let round = 0; round < 5; round += 1) {
      collectGarbage();
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    end.abort();
  };
  const seen: unknown[] = [];
  for await (const event of follow(remote, { signal: end.signal, onFollowing: () => void onFollowing() }))
    seen.push(event);
  expect(seen).toEqual([]);
});
