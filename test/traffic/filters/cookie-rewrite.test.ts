import { expect, test } from 'vitest';
import { startUpstream } from '../../servers/upstream.ts';
import { upstream, virtualHost } from '../documents.ts';
import { startGateway } from '../harness.ts';
import { shared } from '../shared.ts';

const echo = shared(() => startUpstream());

const ALL = '{ cookie: session, path: /shop, domain: shop.test, secure: true, httpOnly: true, sameSite: strict }';
const NONE = '{ cookie: session, secure: false, httpOnly: false }';

const rewrite = (...cookies: readonly string[]) => `{ type: cookie-rewrite, cookies: [${cookies.join(', ')}] }`;

const gateway = shared(() =>
  startGateway({
    documents: {
      ...upstream('echo', echo().port),
      ...virtualHost(
        'shop',
        `
        filters: [${rewrite(ALL, '{ cookie: theme, sameSite: lax }')}]
        routes:
          - forward: { upstream: echo }
          - match: { path: { prefix: /route } }
            filters: [${rewrite(NONE)}]
            forward: { upstream: echo }
          - match: { path: { prefix: /disabled } }
            disableFilters: [cookie-rewrite]
            forward: { upstream: echo }
          - match: { path: { prefix: /direct } }
            respond: { statusCode: 200 }
      `,
      ),
      ...virtualHost('others', 'routes: [{ forward: { upstream: echo } }]'),
    },
  }),
);

/** What becomes of a cookie that the upstream sets. */
async function cookieOf(cookie: string, path = '/', host = 'shop.test'): Promise<string | null> {
  echo().script(path, [{ headers: { 'set-cookie': cookie } }]);
  return (await gateway().request({ host, path })).headers.get('set-cookie');
}

const REWRITTEN = '; Path=/shop; Domain=shop.test; Secure; HttpOnly; SameSite=Strict';

test.each([
  ['session=1', `session=1${REWRITTEN}`],
  ['session=', `session=${REWRITTEN}`],
  [
    'session="a=b"; Max-Age=3600; path=/x; DOMAIN=old.test; secure; samesite=None',
    `session="a=b"; Max-Age=3600${REWRITTEN}`,
  ],
  [
    'session=1; Expires=Wed, 25 Nov 2026 10:00:00 GMT; HttpOnly',
    `session=1; Expires=Wed, 25 Nov 2026 10:00:00 GMT${REWRITTEN}`,
  ],
  ['session = 1', `session = 1${REWRITTEN}`],
  ['theme=dark; Path=/', 'theme=dark; Path=/; SameSite=Lax'],
  ['Session=1; Path=/', 'Session=1; Path=/'],
  ['other=session=1; Path=/', 'other=session=1; Path=/'],
  ['session', 'session'],
])('%s becomes %s', async (cookie, expected) => {
  expect(await cookieOf(cookie)).toBe(expected);
});

test('a route may have other changes, and none', async () => {
  expect(await cookieOf('session=1; Path=/; Secure; HttpOnly', '/route')).toBe('session=1; Path=/');
  expect(await cookieOf('session=1; Path=/', '/disabled')).toBe('session=1; Path=/');
});

test('other hosts, and answers without cookies, stay as they are', async () => {
  expect(await cookieOf('session=1; Path=/', '/', 'others.test')).toBe('session=1; Path=/');
  expect((await gateway().request({ host: 'shop.test', path: '/direct' })).headers.has('set-cookie')).toBe(false);
});
