import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { startDemoUpstream } from '../../cli/local/demo-upstream.ts';
import { startProcess } from '../../cli/local/process.ts';

async function start(): Promise<string> {
  const { host, port, stop } = await startDemoUpstream({ name: 'shop' });
  onTestFinished(stop);
  return `http://${host}:${port}`;
}

test('describes the request', async () => {
  const url = await start();
  const headers = new Headers([
    ['x-colour', 'blue'],
    ['x-colour', 'green'],
  ]);
  const response = await fetch(`${url}/cart?item=1`, { method: 'POST', body: 'héllo', headers });

  expect(response.status).toBe(200);
  expect(response.headers.get('x-upstream')).toBe('shop');
  expect(await response.json()).toMatchObject({
    upstream: 'shop',
    method: 'POST',
    path: '/cart?item=1',
    host: new URL(url).host,
    headers: { 'x-colour': 'blue, green', 'content-length': '6' },
    body: 'héllo',
  });
});

test('answers with the status, the size and the delay that the path asks for', async () => {
  const url = await start();
  const before = performance.now();
  const response = await fetch(`${url}/api/status/503/bytes/1000/delay/50?really`);

  expect(response.status).toBe(503);
  expect((await response.arrayBuffer()).byteLength).toBe(1000);
  expect(performance.now() - before).toBeGreaterThanOrEqual(49);
});

test.each(['/status/99', '/status/', '/status/503x', '/my-status/503', '/?/statuses/503'])(
  'only describes %s',
  async (path) => {
    const response = await fetch(`${await start()}${path}`);

    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ path });
  },
);

test('stops in the middle of an answer, and twice', async () => {
  const { host, port, stop } = await startDemoUpstream();
  const answer = fetch(`http://${host}:${port}/delay/60000`);
  const failure = expect(answer).rejects.toThrow('fetch failed');
  await fetch(`http://${host}:${port}/`);
  await stop();
  await stop();
  await failure;
});

test('runs as a process of its own', async () => {
  const main = fileURLToPath(new URL('../../cli/local/demo-upstream-main.ts', import.meta.url));
  let url = '';
  const upstream = await startProcess({
    command: process.execPath,
    args: ['--import', 'tsx', main, 'own', '0'],
    ready: (line) => (url = /listens on (.*)$/.exec(line)?.[1] ?? '') !== '',
  });
  onTestFinished(() => upstream.stop());

  expect(await (await fetch(url)).json()).toMatchObject({ upstream: 'own' });
  await upstream.stop();
  expect(await upstream.exited).toBe(0);
});
