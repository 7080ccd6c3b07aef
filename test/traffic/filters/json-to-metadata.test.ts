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

const gateway = shared(() =>
  startGateway({
    gateway: `
      accessLog:
        - { path: ${folder().log}, format: text, template: "%REQ(:PATH)% %DYNAMIC_METADATA(answers)%\\n" }
      filters:
        - { type: headers, request: { set: [{ name: x-seen, value: '%DYNAMIC_METADATA(enroute)%' }] } }
    `,
    envoyArguments: ['--file-flush-interval-msec', '50'],
    documents: {
      ...upstream('a', a().port),
      ...virtualHost(
        'shop',
        `
        filters:
          - type: json-to-metadata
            request:
              rules:
                - path: [model, version]
                  onPresent: { key: version }
                  onMissing: { key: version, value: none }
                  onError: { key: broken, value: true }
            response:
              rules: [{ path: [usage, total], onPresent: { namespace: answers, key: total } }]
        routes:
          - forward: { upstream: a }
          - match: { path: { prefix: /text } }
            forward: { upstream: a }
            filters:
              - type: json-to-metadata
                request: { rules: [{ path: [model, version], onPresent: { key: text, as: string } }] }
          - match: { path: { prefix: /number } }
            forward: { upstream: a }
            filters:
              - type: json-to-metadata
                request:
                  withoutContentType: read
                  rules: [{ path: [n], onPresent: { key: number, as: number } }]
          - match: { path: { prefix: /keep } }
            forward: { upstream: a }
            filters:
              - type: json-to-metadata
                request: { rules: [{ path: [a], onPresent: { key: first, whenSet: keep } }] }
              - { type: header-to-metadata, request: [{ header: x-first, onPresent: { key: first } }] }
          - match: { path: { prefix: /off } }
            forward: { upstream: a }
            disableFilters: [json-to-metadata]
      `,
      ),
    },
  }),
);

const JSON_TYPE = 'application/json';

test.each([
  ['the number in the body', '/', JSON_TYPE, '{"model":{"version":3}}', { version: 3 }],
  ['the text in the body', '/', JSON_TYPE, '{"model":{"version":"3b"}}', { version: '3b' }],
  ['what stands for a missing value', '/', JSON_TYPE, '{"model":{}}', { version: 'none' }],
  ['what stands for a body of another content type', '/', 'text/plain', '{"model":{"version":3}}', { broken: true }],
  ['what stands for a broken body', '/', JSON_TYPE, '{"model":', { broken: true }],
  ['a number as text on a route of its own', '/text', JSON_TYPE, '{"model":{"version":3}}', { text: '3' }],
  ['a text as number', '/number', JSON_TYPE, '{"n":"12"}', { number: 12 }],
  ['the number of a body without type', '/number', undefined, '{"n":12}', { number: 12 }],
  ['what is in the body, if nothing came first', '/keep', JSON_TYPE, '{"a":1}', { first: 1 }],
  ['nothing where the filter is disabled', '/off', JSON_TYPE, '{"model":{"version":3}}', {}],
])('the metadata is %s', async (_, path, type, body, expected) => {
  const headers = type === undefined ? {} : { 'content-type': type };
  const echo = await gateway().echo({ host: 'shop.test', method: 'POST', path, headers, body });
  expect(JSON.parse(echo.headers['x-seen'] || '{}')).toEqual(expected);
  expect(echo.body).toBe(body);
});

test('the metadata is what came first', async () => {
  const headers = { 'content-type': JSON_TYPE, 'x-first': 'header' };
  const echo = await gateway().echo({ host: 'shop.test', method: 'POST', path: '/keep', headers, body: '{"a":1}' });
  expect(echo.headers['x-seen']).toBe('{"first":"header"}');
});

test('the metadata is what stands for a missing value if there is no body', async () => {
  const echo = await gateway().echo({ host: 'shop.test', path: '/', headers: { 'content-type': JSON_TYPE } });
  expect(echo.headers['x-seen']).toBe('{"version":"none"}');
});

test('a value of an answer is there for the access log', async () => {
  a().script('/answer', [{ headers: { 'content-type': JSON_TYPE }, body: '{"usage":{"total":7}}' }]);
  expect((await gateway().request({ host: 'shop.test', path: '/answer' })).body).toBe('{"usage":{"total":7}}');
  const line = await poll({ what: 'the line of the log' }, async () =>
    (await readFile(folder().log, 'utf8')).split('\n').find((text) => text.startsWith('/answer')),
  );
  expect(line).toBe('/answer {"total":7}');
});
