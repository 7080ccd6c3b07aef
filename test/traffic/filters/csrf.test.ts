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
      ...virtualHost(
        'shop',
        `
        filters: [{ type: csrf, additionalOrigins: [{ exact: admin.test }, { suffix: '.partner.test:8443' }] }]
        routes:
          - forward: { upstream: a }
          - match: { path: { prefix: /strict } }
            forward: { upstream: a }
            filters: [{ type: csrf }]
          - match: { path: { prefix: /shadow } }
            forward: { upstream: a }
            filters: [{ type: csrf, mode: shadow }]
          - match: { path: { prefix: /hook } }
            forward: { upstream: a }
            disableFilters: [csrf]
      `,
      ),
      ...virtualHost('open', 'routes: [{ forward: { upstream: a } }]'),
    },
  }),
);

const EVIL = { origin: 'https://evil.test' };

test.each([
  ['from the host itself', 'POST', '/', { origin: 'https://shop.test' }, 200],
  ['from an origin that is allowed', 'POST', '/', { origin: 'https://admin.test' }, 200],
  ['from an origin that is allowed by a suffix', 'POST', '/', { origin: 'https://x.partner.test:8443' }, 200],
  ['from elsewhere', 'POST', '/', EVIL, 403],
  ['from elsewhere', 'PUT', '/', EVIL, 403],
  ['from elsewhere', 'PATCH', '/', EVIL, 403],
  ['from elsewhere', 'DELETE', '/', EVIL, 403],
  ['from elsewhere by its referer', 'POST', '/', { referer: 'https://evil.test/page' }, 403],
  ['from nowhere', 'POST', '/', {}, 403],
  ['that changes nothing', 'GET', '/', EVIL, 200],
  ['from an origin that a route does not allow', 'POST', '/strict', { origin: 'https://admin.test' }, 403],
  ['from the host itself on a route of its own', 'POST', '/strict', { origin: 'https://shop.test' }, 200],
  ['on a route that is not checked', 'POST', '/hook', EVIL, 200],
])(
  'a request %s (%s %s) with %j gets %d',
  async (_, method, path, headers: Readonly<Record<string, string>>, status) => {
    expect((await gateway().request({ host: 'shop.test', method, path, headers })).status).toBe(status);
  },
);

test('another host is not checked', async () => {
  expect((await gateway().request({ host: 'open.test', method: 'POST', headers: EVIL })).status).toBe(200);
});

test('in shadow mode it is counted and let pass', async () => {
  const count = () => gateway().stat('http.http.csrf.request_invalid');
  const before = await count();
  expect((await gateway().request({ host: 'shop.test', method: 'POST', path: '/shadow', headers: EVIL })).status).toBe(
    200,
  );
  expect(await count()).toBe(before + 1);
});
