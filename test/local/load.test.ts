import { expect, onTestFinished, test } from 'vitest';
import { startLoad } from '../servers/load.ts';
import { startUpstream } from '../servers/upstream.ts';

const start = async () => {
  const upstream = await startUpstream({ name: 'shop' });
  onTestFinished(upstream.stop);
  return upstream;
};

test('counts what it sends, as the upstream does', async () => {
  const upstream = await start();
  const load = startLoad({ port: upstream.port, path: '/cart', host: 'shop.example', headers: { 'x-a': 'b' } });
  await load.more(300);
  const report = await load.stop();

  expect(report.sent).toBeGreaterThanOrEqual(300);
  expect(report).toMatchObject({ succeeded: report.sent, failures: [], byUpstream: new Map([['shop', report.sent]]) });
  expect(upstream.count('/cart')).toBe(report.sent);
  expect(upstream.requests[0]).toMatchObject({
    host: 'shop.example',
    headers: { 'x-a': 'b', connection: 'keep-alive' },
  });
});

test('records every failure', async () => {
  const upstream = await start();
  upstream.script('/', ['echo', { status: 503, body: 'tired' }, 'reset', { status: 302 }, 'truncate', 'echo']);
  const load = startLoad({ port: upstream.port, connections: 1 });
  await load.more(50);
  const { sent, succeeded, failures } = await load.stop();

  expect(failures.map(({ kind }) => kind)).toEqual(['status', 'broken', 'status', 'broken']);
  expect(failures[0]?.message).toBe('503: tired');
  expect(failures[1]?.message).toMatch(/^ECONNRESET: /);
  expect(failures[3]?.message).toMatch(/^ECONNRESET: /);
  expect(succeeded).toBe(sent - 4);
});

test('records that nobody answers in time, and that nobody listens', async () => {
  const upstream = await start();
  upstream.script('/', ['hang', 'echo']);
  const load = startLoad({ port: upstream.port, timeoutMs: 300 });
  await load.more(10);
  const report = await load.stop();
  expect(report.failures).toMatchObject([{ kind: 'broken', message: 'ABORT_ERR: The operation was aborted' }]);

  await upstream.stop();
  const refused = startLoad({ port: upstream.port });
  await refused.more(10);
  const { sent, failures } = await refused.stop();
  expect(failures).toHaveLength(sent);
  expect(failures[0]?.message).toMatch(/^ECONNREFUSED: /);
});

test('uses no more connections than it is told, and keeps them', async () => {
  const upstream = await start();
  const load = startLoad({ port: upstream.port, connections: 3 });
  await load.more(100);
  await load.stop();

  expect(upstream.connections()).toBeLessThanOrEqual(3);
});
