import { describe, expect, test } from 'vitest';
import { startUpstream } from '../../servers/upstream.ts';
import { document, upstream, virtualHost } from '../documents.ts';
import { startGateway } from '../harness.ts';
import { shared } from '../shared.ts';

const echo = shared(() => startUpstream());

const gateway = shared(() =>
  startGateway({
    gateway: `
      accessLog: []
      filters:
        - { type: headers, response: { set: [{ name: x-from, value: gateway }] } }
        - { type: headers, name: everywhere, response: { set: [{ name: x-everywhere, value: "yes" }] } }
    `,
    documents: {
      ...upstream('echo', echo().port),
      ...document(
        'Filter',
        'shared',
        `
        type: headers
        response: { set: [{ name: x-from, value: document }] }
      `,
      ),
      ...virtualHost('plain', 'routes: [{ forward: { upstream: echo } }]'),
      ...virtualHost(
        'changes',
        `
        filters:
          - type: headers
            request:
              remove: [X-Secret]
              set: [{ name: x-set, value: new }, { name: x-secret, value: ours }]
              add: [{ name: x-add, value: more }]
              setIfAbsent: [{ name: x-default, value: fallback }]
            response:
              remove: [x-powered-by, x-upstream]
              set: [{ name: x-set, value: new }]
              add: [{ name: x-add, value: more }]
              setIfAbsent: [{ name: x-default, value: fallback }]
        routes: [{ forward: { upstream: echo } }]
      `,
      ),
      ...virtualHost(
        'operators',
        `
        filters:
          - type: headers
            request:
              set:
                - { name: x-client, value: "%DOWNSTREAM_REMOTE_ADDRESS_WITHOUT_PORT%" }
                - { name: x-percent, value: "100%%" }
                - { name: x-host, value: "%REQ(:AUTHORITY)%" }
            response:
              set: [{ name: x-code, value: "%RESPONSE_CODE%" }]
        routes: [{ forward: { upstream: echo } }]
      `,
      ),
      ...virtualHost(
        'nested',
        `
        filters: [{ type: headers, response: { set: [{ name: x-from, value: host }] } }]
        routes:
          - forward: { upstream: echo }
          - match: { path: { prefix: /route } }
            filters: [{ type: headers, response: { set: [{ name: x-from, value: route }] } }]
            forward: { upstream: echo }
          - match: { path: { prefix: /reference } }
            filters: [{ type: reference, filter: shared }]
            forward: { upstream: echo }
          - match: { path: { prefix: /disabled } }
            disableFilters: [headers]
            forward: { upstream: echo }
          - match: { path: { prefix: /nothing } }
            disableFilters: [headers, everywhere]
            forward: { upstream: echo }
          - match: { path: { prefix: /direct } }
            respond: { statusCode: 404, body: no }
      `,
      ),
    },
  }),
);

const answerOf = async (host: string, path = '/'): Promise<Headers> =>
  (await gateway().request({ host, path })).headers;

describe('headers of a request', () => {
  test('are removed, set, added, and set if they are absent', async () => {
    const sent = { 'x-secret': 'theirs', 'x-set': 'old', 'x-add': 'one' };
    const { headers } = await gateway().echo({ host: 'changes.test', headers: sent });
    expect(headers).toMatchObject({ 'x-secret': 'ours', 'x-set': 'new', 'x-default': 'fallback' });
    expect(headers['x-add']?.split(/, ?/)).toEqual(['one', 'more']);
  });

  test('stay if they are set only if absent', async () => {
    const { headers } = await gateway().echo({ host: 'changes.test', headers: { 'x-default': 'given' } });
    expect(headers['x-default']).toBe('given');
  });

  test('may tell what Envoy knows', async () => {
    const { headers } = await gateway().echo({ host: 'operators.test', localAddress: '127.0.0.5' });
    expect(headers).toMatchObject({ 'x-client': '127.0.0.5', 'x-percent': '100%', 'x-host': 'operators.test' });
  });
});

describe('headers of an answer', () => {
  test('are removed, set, added, and set if they are absent', async () => {
    echo().script('/x', [{ headers: { 'x-powered-by': 'secret', 'x-set': 'old', 'x-add': 'one' } }]);
    const headers = await answerOf('changes.test', '/x');
    expect(headers.has('x-powered-by')).toBe(false);
    expect(headers.has('x-upstream')).toBe(false);
    expect([headers.get('x-set'), headers.get('x-add'), headers.get('x-default')]).toEqual([
      'new',
      'one, more',
      'fallback',
    ]);
  });

  test('may tell what Envoy knows', async () => {
    echo().script('/teapot', [{ status: 418 }]);
    expect((await answerOf('operators.test', '/teapot')).get('x-code')).toBe('418');
  });
});

describe('what is nearer counts', () => {
  test.each([
    ['plain.test', '/', 'gateway'],
    ['nested.test', '/', 'host'],
    ['nested.test', '/route', 'route'],
    ['nested.test', '/reference', 'document'],
    ['nested.test', '/disabled', null],
    ['nested.test', '/direct', 'host'],
  ])('%s%s: %s', async (host, path, from) => {
    const headers = await answerOf(host, path);
    expect([headers.get('x-from'), headers.get('x-everywhere')]).toEqual([from, 'yes']);
  });

  test('and a filter of the gateway may be done without as well', async () => {
    const headers = await answerOf('nested.test', '/nothing');
    expect([headers.get('x-from'), headers.get('x-everywhere')]).toEqual([null, null]);
  });
});
