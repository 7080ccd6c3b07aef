/** Whether the API runs, and whether it can do anything. */
import { expect, test } from 'vitest';
import { serveApi } from '../../../functions/entry/node.ts';
import { createMemoryStore } from '../../../store/memory.ts';
import { StoreError } from '../../../store/store.ts';
import { intercept } from '../../store/broken-store.ts';
import { createClient } from './client.ts';

test('it runs while its bucket is out of reach, and is not ready', async () => {
  let isAway = false;
  let reads = 0;
  let now = 0;
  const store = intercept(createMemoryStore(), () => {
    reads += 1;
    if (isAway) throw new StoreError('bucket.secret.internal is away', { retryable: true });
  });
  const logged: unknown[] = [];
  const { send } = createClient({ store, now: () => now, onError: (error) => logged.push(error) });
  const both = async () => [(await send('GET', '/healthz')).status, (await send('GET', '/readyz')).status];
  expect(await both()).toEqual([200, 200]);
  expect(await both()).toEqual([200, 200]);
  expect(reads).toBe(1); // Anybody may ask, and not have the bucket asked each time.
  isAway = true;
  now = 1001;
  expect(await both()).toEqual([200, 503]);
  const away = await send('GET', '/readyz');
  expect(away.headers.get('retry-after')).toBe('5');
  expect(JSON.stringify(away.body)).not.toContain('secret');
  expect(logged.length).toBeGreaterThan(0);
  isAway = false;
  expect(await both()).toEqual([200, 200]);
});

test('what the bucket refuses for good is no readiness, either', async () => {
  const store = intercept(createMemoryStore(), () => {
    throw new StoreError('access denied', { retryable: false });
  });
  expect((await createClient({ store, onError: () => undefined }).send('GET', '/readyz')).status).toBe(503);
});

test('on Node, who does not prove who it is is known by its address', async () => {
  const api = await serveApi({
    store: createMemoryStore(),
    host: '127.0.0.1',
    port: 0,
    rateLimit: { perSecond: 0.001, burst: 2 },
    authorizer: {
      schemes: {},
      identify: async ({ headers }) =>
        headers.has('x-name')
          ? { status: 'identified', principal: { kind: 'local', name: 'somebody', claims: {} } }
          : { status: 'anonymous' },
      decide: () => ({ allowed: true, role: 'admin' }),
      grants: () => [],
    },
  });
  try {
    const ask = async (headers = {}) => (await fetch(`${api.url}/v1/routes`, { headers })).status;
    expect([await ask(), await ask(), await ask()]).toEqual([401, 401, 429]);
    expect(await ask({ 'x-name': 'x' })).toBe(200);
  } finally {
    await api.close();
  }
});
