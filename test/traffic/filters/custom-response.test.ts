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
  ['nothing where it is disabled', '/off', 404, [404, null, 'as it was']],
])('an answer is replaced by %s (%s, %d)', async (_, path, status, expected) => {
  expect(await answer(path, status)).toEqual(expected);
});

test('what a filter refuses is replaced too, with headers', async () => {
  const { status, body, headers } = await gateway().request({ host: 'shop.test', path: '/closed' });
  expect([status, body, headers.get('x-why')]).toEqual([403, 'not /closed', '403']);
});
