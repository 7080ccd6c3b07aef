import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../../servers/folder.ts';
import { assemblePlugin } from '../../servers/plugin.ts';
import { startUpstream } from '../../servers/upstream.ts';
import { upstream, virtualHost } from '../documents.ts';
import { startGateway } from '../harness.ts';
import { shared } from '../shared.ts';

const plugin = shared(async () => {
  const { path, remove } = await makeFolder();
  const assembled = await assemblePlugin();
  const file = join(path, 'plugin.wasm');
  await writeFile(file, assembled.bytes);
  return { ...assembled, file, stop: remove };
});

const a = shared(() => startUpstream());

const gateway = shared(() => {
  const { base64, file, sha256, bytes } = plugin();
  a().script('/plugin.wasm', [{ body: bytes }]);
  a().script('/other.wasm', [{ body: 'something else' }]);
  const download = (path: string) =>
    `{ http: { uri: 'http://modules.test${path}', upstream: modules, sha256: ${sha256} } }`;
  return startGateway({
    documents: {
      ...upstream('a', a().port),
      ...upstream('modules', a().port),
      ...virtualHost(
        'inline',
        `
        filters:
          - type: wasm
            code: { inline: ${base64} }
            configuration: a text
            vm: { configuration: { b: [1], a: x } }
        routes:
          - forward: { upstream: a }
          - match: { path: { prefix: /other } }
            forward: { upstream: a }
            filters: [{ type: wasm, code: { inline: ${base64} }, configuration: { of: the route }, vm: { id: route } }]
          - match: { path: { prefix: /off } }
            forward: { upstream: a }
            disableFilters: [wasm]
      `,
      ),
      ...virtualHost(
        'file',
        `
        filters: [{ type: wasm, code: { file: ${file} }, configuration: from a file, vm: { id: file } }]
        routes: [{ forward: { upstream: a } }]
      `,
      ),
      ...virtualHost(
        'http',
        `
        filters: [{ type: wasm, code: ${download('/plugin.wasm')}, configuration: downloaded }]
        routes: [{ forward: { upstream: a } }]
      `,
      ),
      ...virtualHost(
        'wrong',
        `
        filters: [{ type: wasm, code: ${download('/other.wasm')} }]
        routes:
          - forward: { upstream: a }
          - match: { path: { prefix: /lenient } }
            forward: { upstream: a }
            filters: [{ type: wasm, code: ${download('/other.wasm')}, whenFailed: allow }]
      `,
      ),
      ...crashing('deny'),
      ...crashing('allow'),
      ...crashing('reload'),
    },
  });
});

/** A machine of its own for each, since a crash is the end of all filters that share one. */
const crashing = (whenFailed: string) =>
  virtualHost(
    whenFailed,
    `
    filters: [{ type: wasm, code: { inline: ${plugin().base64} }, vm: { id: ${whenFailed} }, whenFailed: ${whenFailed} }]
    routes: [{ forward: { upstream: a } }]
  `,
  );

const send = (name: string, path = '/', headers: Readonly<Record<string, string>> = {}) =>
  gateway().request({ host: `${name}.test`, path, headers });

test.each([
  ['inline', '/', 'a text'],
  ['inline', '/other', '{"of":"the route"}'],
  ['inline', '/off', null],
  ['file', '/', 'from a file'],
  ['http', '/', 'downloaded'],
])('the module of %s%s runs with the configuration %j', async (name, path, configuration) => {
  const { status, headers } = await send(name, path);
  expect([status, headers.get('x-plugin')]).toEqual([200, configuration]);
});

test('the virtual machine has a configuration of its own', async () => {
  expect((await send('inline')).headers.get('x-vm')).toBe('{"a":"x","b":[1]}');
});

test('the module refuses requests, where it runs', async () => {
  const { status, body } = await send('inline', '/', { 'x-deny': 'me' });
  expect([status, body]).toEqual([403, 'no']);
  expect((await send('inline', '/off', { 'x-deny': 'me' })).status).toBe(200);
});

test('a module that is not the one that was meant does not run: requests are refused, or pass without it', async () => {
  expect((await send('wrong')).status).toBe(503);
  expect((await send('wrong', '/lenient')).status).toBe(200);
});

test.each([
  ['deny', 503, null],
  ['allow', 200, null],
  ['reload', 200, ''],
])('after a crash, "%s" gives requests %d', async (name, status, plugged) => {
  expect((await send(name)).status).toBe(200);
  await send(name, '/', { 'x-crash': 'now' });
  await expect.poll(async () => (await send(name)).status, { timeout: 10_000 }).toBe(status);
  expect((await send(name)).headers.get('x-plugin')).toBe(plugged);
});
