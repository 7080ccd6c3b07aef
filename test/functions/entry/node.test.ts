/** The API as a server on Node: how it ends. */
import { EventEmitter, once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { serveApi } from '../../../functions/entry/node.ts';
import { createMemoryStore } from '../../../store/memory.ts';
import type { Store } from '../../../store/store.ts';

test('an API that is closed cuts off who follows events, after a while', async () => {
  const api = await serveApi({ host: '127.0.0.1', port: 0, store: createMemoryStore(), closeGraceMs: 100 });
  const following = await fetch(`${api.url}/v1/events`);
  onTestFinished(() => following.body?.cancel().catch(() => undefined));
  expect(following.status).toBe(200);
  const ended = expect(following.text()).rejects.toThrow('terminated');
  await api.close();
  await ended;
  await expect(fetch(`${api.url}/healthz`)).rejects.toThrow();
});

test('an API that is closed answers what it was asked before', async () => {
  const bucket = createMemoryStore();
  const steps = new EventEmitter();
  const get: Store['get'] = async (...args) => {
    const answered = once(steps, 'answer');
    steps.emit('asked');
    await answered;
    return bucket.get(...args);
  };
  const api = await serveApi({ host: '127.0.0.1', port: 0, store: { ...bucket, get } });
  const asked = once(steps, 'asked');
  const answer = fetch(`${api.url}/v1/revisions`);
  await asked;
  const closed = api.close();
  steps.on('asked', () => setImmediate(() => steps.emit('answer')));
  steps.emit('answer');
  expect((await answer).status).toBe(200);
  await closed;
});
