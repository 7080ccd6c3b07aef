import { describe, expect, test } from 'vitest';
import { startUpstream } from '../../servers/upstream.ts';
import { document, upstream, virtualHost } from '../documents.ts';
import { startGateway } from '../harness.ts';
import { shared } from '../shared.ts';

const echo = shared(() => startUpstream());

/** A script that says on answers that it has run. */
const saying = (word: string): string =>
  JSON.stringify(`function envoy_on_response(handle)\n  handle:headers():add("x-lua", "${word}")\nend\n`);

const gateway = shared(() =>
  startGateway({
    protocol: 'state-of-the-world',
    gateway: `
      accessLog: []
      filters: [{ type: lua, code: ${saying('gateway')} }]
    `,
    documents: {
      ...upstream('echo', echo().port),
      ...document('Filter', 'shared', 'type: lua', `code: ${saying('document')}`),
      ...virtualHost('plain', 'routes: [{ forward: { upstream: echo } }]'),
      ...virtualHost(
        'shop',
        `
        filters:
          - type: lua
            code: |
              function envoy_on_request(handle)
                handle:headers():replace("x-request", handle:headers():get(":path"))
                if handle:headers():get("x-stop") ~= nil then
                  handle:respond({[":status"] = "403"}, "stopped")
                end
              end
              function envoy_on_response(handle)
                handle:headers():add("x-lua", "host")
              end
        routes:
          - forward: { upstream: echo }
          - match: { path: { prefix: /two } }
            filters: [{ type: lua, name: second, code: ${saying('second')} }]
            forward: { upstream: echo }
          - match: { path: { prefix: /route } }
            filters: [{ type: lua, code: ${saying('route')} }]
            forward: { upstream: echo }
          - match: { path: { prefix: /reference } }
            filters: [{ type: reference, filter: shared }]
            forward: { upstream: echo }
          - match: { path: { prefix: /disabled } }
            disableFilters: [lua]
            forward: { upstream: echo }
      `,
      ),
    },
  }),
);

test('a script changes requests', async () => {
  expect((await gateway().echo({ host: 'shop.test', path: '/a?b' })).headers).toHaveProperty('x-request', '/a?b');
});

test('a script answers requests itself', async () => {
  const path = '/stopped';
  const { status, body } = await gateway().request({ host: 'shop.test', path, headers: { 'x-stop': '1' } });
  expect([status, body, echo().count(path)]).toEqual([403, 'stopped', 0]);
});

describe('what is nearer counts', () => {
  test.each([
    ['plain.test', '/', 'gateway'],
    ['shop.test', '/', 'host'],
    ['shop.test', '/two', 'second, host'],
    ['shop.test', '/route', 'route'],
    ['shop.test', '/reference', 'document'],
    ['shop.test', '/disabled', null],
  ])('%s%s: %s', async (host, path, expected) => {
    expect((await gateway().request({ host, path })).headers.get('x-lua')).toBe(expected);
  });
});
