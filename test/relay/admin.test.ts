import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createAdminApp, type AdminView } from '../../relay/admin/app.ts';
import { startAdminServer, type AdminServer } from '../../relay/admin/server.ts';
import type { RelayStatus } from '../../relay/status.ts';
import { readWebhookSecrets, signWebhook } from '../../store/webhooks.ts';

const SECRET = `whsec_${btoa('a'.repeat(32))}`;

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
  const app = createAdminApp(view, { notifySecrets: [] });
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

  describe('with a secret', () => {
    const body = '{"gateway":"default/edge"}';
    let time = Date.parse('2026-01-01');
    const signed = (id: string, secret = SECRET) => signWebhook({ id, body }, readWebhookSecrets(secret), time);
    const guarded = () => createAdminApp(view, { notifySecrets: readWebhookSecrets(SECRET), now: () => time });
    const send = (admin: ReturnType<typeof guarded>, headers: HeadersInit, text = body) =>
      admin.request('/notify', { method: 'POST', headers, body: text });

    test('a notification that it has signed is taken', async () => {
      expect((await send(guarded(), await signed('a'))).status).toBe(202);
      expect(notified).toEqual(['default/edge']);
    });

    test('what is not signed, with another one, or is another text, is refused', async () => {
      const admin = guarded();
      const other = await signed('a', `whsec_${btoa('b'.repeat(32))}`);
      for (const answer of [
        await send(admin, {}),
        await send(admin, { authorization: `Bearer ${SECRET}` }),
        await send(admin, other),
        await send(admin, await signed('a'), '{}'),
      ]) {
        expect(answer.status).toBe(401);
        expect(await answer.text()).toMatch(/Standard Webhooks(?!.*whsec_)/);
      }
      expect(notified).toEqual([]);
    });

    test('what was overheard makes nobody look again, now or later', async () => {
      const admin = guarded();
      const headers = await signed('a');
      await send(admin, headers);
      const again = await send(admin, headers);
      expect([again.status, await again.json()]).toEqual([202, { polling: 'already' }]);
      time += 301_000;
      expect((await send(admin, headers)).status).toBe(401);
      expect(notified).toEqual(['default/edge']);
      expect((await send(admin, await signed('b'))).status).toBe(202);
      expect(notified).toHaveLength(2);
    });
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
