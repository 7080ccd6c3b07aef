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
        filters:
          - type: custom-response
            responses:
              - { when: [404, 410], body: <h1>Not here</h1>, contentType: text/html }
              - { when: [403], template: 'not %REQ(:PATH)%', headers: [{ name: x-why, value: '%RESPONSE_CODE%' }] }
              - { when: [500], statusCode: 502, body: once }
              - { when: [5xx], statusCode: 200, json: { error: '%REQ(x-id)%', list: [1, true] } }
              - { when: [418], statusCode: 200 }
        routes:
          - forward: { upstream: a }
          - match: { path: { prefix: /own } }
            forward: { upstream: a }
            filters: [{ type: custom-response, responses: [{ when: [404], body: gone }] }]
          - match: { path: { prefix: /closed } }
            forward: { upstream: a }
            filters: [{ type: ip-access, deny: [127.0.0.0/8] }]
          - match: { path: { prefix: /off } }
            forward: { upstream: a }
            disableFilters: [custom-response]
          - match: { path: { prefix: /page } }
            forward: { upstream: a }
            filters:
              - type: custom-response
                responses:
                  - { when: [404], redirect: { path: /pages/404.html }, headers: [{ name: x-page, value: 'yes' }] }
                  - { when: [410], statusCode: 200, redirect: { path: /pages/410.html } }
                  - { when: [411], redirect: { path: /pages/broken.html } }
                  - { when: [412], redirect: { path: /closed/page } }
          - match: { path: { exact: /pages/404.html } }
            respond: { statusCode: 200, body: no page }
            filters: [{ type: headers, response: { set: [{ name: x-route, value: page }] } }]
          - match: { path: { exact: /pages/broken.html } }
            respond: { statusCode: 503, body: broken }
          - match: { path: { exact: /pages/410.html } }
            forward: { upstream: a }
          - match: { path: { prefix: /whose } }
            forward: { upstream: a }
            filters:
              - type: custom-response
                responses:
                  - { when: [403], from: envoy, body: of Envoy }
                  - { when: [403], from: upstream, body: of the upstream }
          - match: { path: { prefix: /whose/closed } }
            forward: { upstream: a }
            filters:
              - { type: ip-access, deny: [127.0.0.0/8] }
              - type: custom-response
                responses:
                  - { when: [403], from: upstream, body: of the upstream }
                  - { when: [403], from: envoy, body: of Envoy }
      `,
      ),
      ...virtualHost(
        'few',
        `
        filters: [{ type: custom-response, responses: [{ when: [404], redirect: { path: /nowhere } }] }]
        routes: [{ match: { path: { prefix: /some } }, respond: { statusCode: 404, body: as it was } }]
      `,
      ),
    },
  }),
);

/** What becomes of an answer of the upstream. */
async function answer(path: string, status: number) {
  a().script(path, [{ status, body: 'as it was', headers: { 'x-was': 'here' } }]);
  const response = await gateway().request({ host: 'shop.test', path, headers: { 'x-id': '7' } });
  return [response.status, response.headers.get('content-type'), response.body];
}

test.each([
  ['a status', '/1', 404, [404, 'text/html', '<h1>Not here</h1>']],
  ['one of several', '/2', 410, [410, 'text/html', '<h1>Not here</h1>']],
  ['what operators say', '/3', 403, [403, 'text/plain', 'not /3']],
  ['another status', '/4', 500, [502, 'text/plain', 'once']],
  ['a class, in JSON', '/5', 503, [200, 'application/json', '{"error":"7","list":[1,true]}\n']],
  ['a status, with nothing', '/6', 418, [200, null, '']],
  ['nothing else', '/7', 201, [201, null, 'as it was']],
  ['what the route says', '/own', 404, [404, 'text/plain', 'gone']],
  ['nothing on a route that says something else', '/own/1', 500, [500, null, 'as it was']],
  ['what stands elsewhere', '/page/1', 404, [404, 'text/plain', 'no page']],
  [
    'what stands elsewhere, with another status',
    '/page/2',
    410,
    [200, 'application/json', expect.stringContaining('/pages/410.html')],
  ],
  ['what is an error elsewhere', '/page/3', 411, [411, 'text/plain', 'broken']],
  ['what is refused elsewhere', '/page/4', 412, [412, 'text/plain', 'RBAC: access denied']],
  ['what only an upstream says', '/whose', 403, [403, 'text/plain', 'of the upstream']],
  ['nothing where it is disabled', '/off', 404, [404, null, 'as it was']],
])('an answer is replaced by %s (%s, %d)', async (_, path, status, expected) => {
  expect(await answer(path, status)).toEqual(expected);
});

test('what a filter refuses is replaced too, with headers', async () => {
  const { status, body, headers } = await gateway().request({ host: 'shop.test', path: '/closed' });
  expect([status, body, headers.get('x-why')]).toEqual([403, 'not /closed', '403']);
});

test('what only Envoy says is replaced', async () => {
  const { status, body } = await gateway().request({ host: 'shop.test', path: '/whose/closed' });
  expect([status, body]).toEqual([403, 'of Envoy']);
});

test('what stands elsewhere passes the filters there, and is asked for by GET', async () => {
  a().script('/page/post', [{ status: 410 }]);
  const { headers } = await gateway().request({ host: 'shop.test', path: '/page/post', method: 'POST', body: 'x' });
  expect(a().requests.findLast(({ path }) => path === '/pages/410.html')).toMatchObject({ method: 'GET', body: '' });
  expect(headers.get('x-page')).toBe(null);
  a().script('/page/get', [{ status: 404 }]);
  const page = await gateway().request({ host: 'shop.test', path: '/page/get' });
  expect([page.headers.get('x-page'), page.headers.get('x-route')]).toEqual(['yes', 'page']);
});

test('an answer stays if no route leads elsewhere', async () => {
  const { status, body } = await gateway().request({ host: 'few.test', path: '/some' });
  expect([status, body]).toEqual([404, 'as it was']);
});
