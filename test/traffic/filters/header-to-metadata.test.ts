import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { poll } from '../../../cli/local/poll.ts';
import { makeFolder } from '../../servers/folder.ts';
import { startUpstream } from '../../servers/upstream.ts';
import { upstream, virtualHost } from '../documents.ts';
import { startGateway } from '../harness.ts';
import { shared } from '../shared.ts';

const folder = shared(async () => {
  const { path, remove } = await makeFolder();
  return { log: join(path, 'access.log'), stop: remove };
});

const a = shared(() => startUpstream());

/** Shows metadata to the upstream. */
const SHOW = `
  type: headers
  request: { set: [{ name: x-seen, value: '%DYNAMIC_METADATA(enroute:tenant)%|%DYNAMIC_METADATA(envoy.lb:count)%' }] }
`;

const gateway = shared(() =>
  startGateway({
    gateway: `accessLog: [{ path: ${folder().log}, format: text, template: "%REQ(:PATH)% %DYNAMIC_METADATA(enroute:cache)%\\n" }]`,
    envoyArguments: ['--file-flush-interval-msec', '50'],
    documents: {
      ...upstream('a', a().port),
      ...virtualHost(
        'shop',
        `
        filters:
          - ${SHOW.trim().replaceAll('\n', '\n          ')}
          - type: header-to-metadata
            request:
              - header: x-tenant
                onPresent: { key: tenant }
                onMissing: { key: tenant, value: unknown }
                remove: true
              - header: x-count
                onPresent: { namespace: envoy.lb, key: count, as: number }
            response:
              - header: x-cache
                onPresent: { key: cache }
                remove: true
        routes:
          - forward: { upstream: a }
          - match: { path: { prefix: /cookie } }
            forward: { upstream: a }
            filters:
              - type: header-to-metadata
                request:
                  - cookie: session
                    onPresent: { key: tenant, rewrite: { pattern: '^(.*)-[0-9]+$', substitution: 'user \\1' } }
          - match: { path: { prefix: /base64 } }
            forward: { upstream: a }
            filters:
              - type: header-to-metadata
                request: [{ header: x-tenant, onPresent: { key: tenant, encoding: base64 } }]
          - match: { path: { prefix: /constant } }
            forward: { upstream: a }
            filters:
              - type: header-to-metadata
                request: [{ header: x-tenant, onPresent: { key: tenant, value: somebody } }]
          - match: { path: { prefix: /off } }
            forward: { upstream: a }
            disableFilters: [header-to-metadata]
      `,
      ),
    },
  }),
);

const seen = async (path: string, headers: Readonly<Record<string, string>>) => {
  const echo = await gateway().echo({ host: 'shop.test', path, headers });
  return { metadata: echo.headers['x-seen'], tenant: echo.headers['x-tenant'] };
};

test.each([
  ['of the header that is there', '/', { 'x-tenant': 'blue' }, 'blue|'],
  ['of a header that is missing', '/', {}, 'unknown|'],
  ['as a number', '/', { 'x-tenant': 'blue', 'x-count': '12.5' }, 'blue|12.5'],
  ['unless it is no number', '/', { 'x-tenant': 'blue', 'x-count': 'twelve' }, 'blue|'],
  ['of a cookie, rewritten', '/cookie', { cookie: 'x=1; session=ann-42' }, 'user ann|'],
  ['out of base64', '/base64', { 'x-tenant': 'Ymx1ZQ==' }, 'blue|'],
  ['of another text', '/constant', { 'x-tenant': 'blue' }, 'somebody|'],
  ['nowhere where it is disabled', '/off', { 'x-tenant': 'blue' }, '|'],
])('there is metadata %s', async (_, path, headers: Readonly<Record<string, string>>, expected) => {
  expect((await seen(path, headers)).metadata).toBe(expected);
});

test('the header goes no further if it is to be removed', async () => {
  expect((await seen('/', { 'x-tenant': 'blue' })).tenant).toBeUndefined();
  expect((await seen('/constant', { 'x-tenant': 'blue' })).tenant).toBe('blue');
});

test('a header of an answer goes into the access log instead of to the client', async () => {
  a().script('/cached', [{ headers: { 'x-cache': 'hit' } }]);
  const { headers } = await gateway().request({ host: 'shop.test', path: '/cached' });
  expect(headers.get('x-cache')).toBeNull();
  const line = await poll({ what: 'the line of the log' }, async () =>
    (await readFile(folder().log, 'utf8')).split('\n').find((text) => text.startsWith('/cached')),
  );
  expect(line).toBe('/cached hit');
});
