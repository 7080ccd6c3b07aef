import { expect, test } from 'vitest';
import { startUpstream } from '../../servers/upstream.ts';
import { upstream, virtualHost } from '../documents.ts';
import { startGateway } from '../harness.ts';
import { shared } from '../shared.ts';

const a = shared(() => startUpstream());

const gateway = shared(() =>
  startGateway({
    documents: {
      ...upstream('a', a().port),
      ...upstream('nobody', []),
      ...virtualHost(
        'shop',
        `
        filters: [{ type: health-check, path: /healthz }]
        routes:
          - forward: { upstream: a }
          - match: { path: { exact: /ready } }
            forward: { upstream: a }
            filters:
              - { type: health-check, path: /ready, minimumHealthy: [{ upstream: a, percentage: 100 }, { upstream: nobody, percentage: 1 }] }
          - match: { path: { exact: /alive } }
            forward: { upstream: a }
            filters: [{ type: health-check, path: /alive, minimumHealthy: [{ upstream: a, percentage: 100 }] }]
          - match: { path: { exact: /forwarded } }
            forward: { upstream: a }
            filters: [{ type: health-check, path: /forwarded, mode: forward, cacheTime: 1h }]
          - match: { path: { prefix: /off } }
            forward: { upstream: a }
            disableFilters: [health-check]
          - match: { path: { exact: /healthz }, headers: [{ name: x-forward, exact: 'yes' }] }
            forward: { upstream: a }
            disableFilters: [health-check]
      `,
      ),
      ...virtualHost('open', 'routes: [{ forward: { upstream: a } }]'),
    },
  }),
);

const send = (path: string, host = 'shop.test', headers: Readonly<Record<string, string>> = {}) =>
  gateway().request({ host, path, headers });

/** Whether the upstream has answered. */
const cameThrough = async (path: string, host?: string, headers?: Readonly<Record<string, string>>) => {
  const { status, headers: answered } = await send(path, host, headers);
  return [status, answered.has('x-upstream')];
};

test('a probe is answered by Envoy, and other requests by the upstream', async () => {
  expect(await cameThrough('/healthz')).toEqual([200, false]);
  expect(await cameThrough('/healthz/more')).toEqual([200, true]);
});

test('no probe is answered where the filter is disabled, nor on another host', async () => {
  expect(await cameThrough('/healthz', 'shop.test', { 'x-forward': 'yes' })).toEqual([200, true]);
  expect(await cameThrough('/healthz', 'open.test')).toEqual([200, true]);
});

test('a probe fails while too few endpoints are healthy', async () => {
  expect(await cameThrough('/alive')).toEqual([200, false]);
  expect(await cameThrough('/ready')).toEqual([503, false]);
});

test('a probe may be forwarded, and its answer kept', async () => {
  expect(await cameThrough('/forwarded')).toEqual([200, true]);
  expect(await cameThrough('/forwarded')).toEqual([200, false]);
  expect(a().count('/forwarded')).toBe(1);
});

test('probes fail when the administrator wants it, and then only probes', async () => {
  const admin = (path: string) => fetch(`http://127.0.0.1:${gateway().envoy.adminPort}${path}`, { method: 'POST' });
  await admin('/healthcheck/fail');
  try {
    expect((await send('/healthz')).status).toBe(503);
    expect((await send('/')).status).toBe(200);
  } finally {
    await admin('/healthcheck/ok');
  }
  expect((await send('/healthz')).status).toBe(200);
});
