import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createAdminApp, type AdminView } from '../../relay/admin/app.ts';
import { startAdminServer, type AdminServer } from '../../relay/admin/server.ts';
import { redact } from '../../store/redacted.ts';
import type { RelayStatus } from '../../relay/status.ts';

const TOKEN = 'a token of some length';

describe('the admin interface', () => {
  let notified: (string | undefined)[];
  let isReady: boolean;

  const status: RelayStatus = {
    relay: { identifier: 'relay-1', version: '0.1.0', started: '', uptimeSeconds: 1, state: 'ready' },
    bucket: { location: 'memory:' },
    gateways: [],
    secrets: [],
    endpoints: [],
    nodes: [],
    refusals: [],
  };
  const view: AdminView = {
    status: () => status,
    readiness: () => ({ ready: isReady, reason: isReady ? 'ready' : 'starting' }),
    metrics: { contentType: 'text/plain; version=0.0.4', text: async () => 'up 1\n' },
    notify: (gateway) => void notified.push(gateway),
  };
  const app = createAdminApp(view, { notifyToken: undefined });
  const guarded = createAdminApp(view, { notifyToken: redact(TOKEN) });
  const post = (body: string) => app.request('/notify', { method: 'POST', body });

  beforeEach(() => {
    notified = [];
    isReady = true;
  });

  test('/healthz tells that the process is alive', async () => {
    expect((await app.request('/healthz')).status).toBe(200);
  });

  test('/readyz tells whether Envoys should come, and if not why', async () => {
    expect((await app.request('/readyz')).status).toBe(200);
    isReady = false;
    const response = await app.request('/readyz');
    expect([response.status, await response.text()]).toEqual([503, 'starting\n']);
  });

  test('/status is JSON', async () => {
    const response = await app.request('/status');
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(await response.json()).toEqual(status);
  });

  test('/metrics is what Prometheus reads', async () => {
    const response = await app.request('/metrics');
    expect(response.headers.get('content-type')).toBe(view.metrics.contentType);
    expect(await response.text()).toBe('up 1\n');
  });

  test.each([
    ['', undefined],
    ['{}', undefined],
    ['{"gateway":"default/edge"}', 'default/edge'],
    ['{"gateway":"__proto__/constructor"}', '__proto__/constructor'],
  ])('a notification %s looks at %s', async (body, gateway) => {
    expect((await post(body)).status).toBe(202);
    expect(notified).toEqual([gateway]);
  });

  test.each([
    ['what is not JSON', 'gateway', /JSON object/],
    ['a list', '[]', /JSON object/],
    ['null', 'null', /JSON object/],
    ['an unknown field', '{"gatewey":"default/edge"}', /"gatewey"/],
    ['a gateway that is none', '{"gateway":"edge"}', /namespace\/name/],
    ['a gateway that is no text', '{"gateway":1}', /namespace\/name/],
  ])('a notification with %s is refused', async (_, body, detail) => {
    const response = await post(body);
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toEqual({ status: 400, detail: expect.stringMatching(detail) });
    expect(notified).toEqual([]);
  });

  test('a notification that is too long is refused', async () => {
    expect((await post(' '.repeat(5_000))).status).toBe(413);
    expect(notified).toEqual([]);
  });

  test.each([
    ['none', {}],
    ['another', { authorization: 'Bearer another token' }],
    ['the beginning', { authorization: `Bearer ${TOKEN.slice(0, -1)}` }],
    ['an empty one', { authorization: 'Bearer ' }],
    ['another scheme', { authorization: `Basic ${TOKEN}` }],
  ])('with a token, a notification that carries %s is refused', async (_, headers) => {
    const response = await guarded.request('/notify', { method: 'POST', headers });
    expect(response.status).toBe(401);
    expect(await response.text()).not.toContain(TOKEN);
    expect(notified).toEqual([]);
  });

  test('with a token, a notification that carries it is taken', async () => {
    const headers = { authorization: `Bearer ${TOKEN}` };
    expect((await guarded.request('/notify', { method: 'POST', headers })).status).toBe(202);
    expect(notified).toEqual([undefined]);
  });

  test('there is nothing else', async () => {
    expect((await app.request('/')).status).toBe(404);
    expect((await app.request('/notify')).status).toBe(404);
  });

  describe('over HTTP', () => {
    let server: AdminServer;
    beforeEach(async () => {
      server = await startAdminServer(app, { host: '127.0.0.1', port: 0 });
    });
    afterEach(() => server.close());

    test('answers at the address that it gives', async () => {
      const response = await fetch(`http://${server.address}/readyz`);
      expect([response.status, await response.text()]).toEqual([200, 'ready\n']);
      const notify = await fetch(`http://${server.address}/notify`, { method: 'POST', body: '{"gateway":"a/b"}' });
      expect([notify.status, notified]).toEqual([202, ['a/b']]);
    });

    test('refuses a port that is taken', async () => {
      const port = Number(server.address.split(':').at(-1));
      await expect(startAdminServer(app, { host: '127.0.0.1', port })).rejects.toThrow('EADDRINUSE');
    });

    test('can be closed while a client keeps its connection', async () => {
      await (await fetch(`http://${server.address}/healthz`)).text();
      await server.close();
      await expect(fetch(`http://${server.address}/healthz`)).rejects.toThrow();
    });
  });
});
