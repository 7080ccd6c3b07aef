import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../../servers/folder.ts';
import { greeterDescriptors } from '../../servers/greeter-descriptors.ts';
import { startGreeter } from '../../servers/greeter.ts';
import { upstream, virtualHost } from '../documents.ts';
import { startGateway } from '../harness.ts';
import { shared } from '../shared.ts';

const descriptors = shared(async () => {
  const { path, remove } = await makeFolder();
  const inline = greeterDescriptors();
  const file = join(path, 'greeter.pb');
  await writeFile(file, Buffer.from(inline, 'base64'));
  return { inline, file, stop: remove };
});

const greeter = shared(startGreeter);

const gateway = shared(() => {
  const transcoder = (code: string, rest = '') =>
    `{ type: grpc-json-transcoder, descriptors: { ${code} }, services: [enroute.test.Greeter]${rest} }`;
  const inline = `inline: ${descriptors().inline}`;
  return startGateway({
    documents: {
      ...upstream('greeter', greeter().port, 'protocol: http2'),
      ...virtualHost(
        'inline',
        `
        filters: [${transcoder(inline)}]
        routes:
          - forward: { upstream: greeter }
          - match: { path: { prefix: /v1/greet/proto } }
            forward: { upstream: greeter }
            filters: [${transcoder(inline, ', json: { layout: indented }, errors: headers')}]
          - match: { path: { prefix: /v1/greet/off } }
            forward: { upstream: greeter }
            disableFilters: [grpc-json-transcoder]
      `,
      ),
      ...virtualHost(
        'file',
        `
        filters: [${transcoder(`file: ${descriptors().file}`, ', methodsWithoutOption: post, unknownMethods: reject, unknownQueryParameters: ignore')}]
        routes: [{ forward: { upstream: greeter } }]
      `,
      ),
    },
  });
});

const get = (path: string, host = 'inline.test') => gateway().request({ host, path });

const post = (path: string, body: string, host = 'inline.test') =>
  gateway().request({ host, path, method: 'POST', headers: { 'content-type': 'application/json' }, body });

const greetingOf = ({ json }: Awaited<ReturnType<typeof get>>) => (json() as { readonly greeting: string }).greeting;

test('a service is called by a path, a query and a body in JSON', async () => {
  const response = await get('/v1/greet/ann?times=1');
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json']);
  expect(greetingOf(response)).toBe('hello ann, hello ann');
  expect(greetingOf(await post('/v1/greet', '{"name":"bob"}'))).toBe('hello bob');
});

test('an error of the service has its HTTP status, and its words are in the body', async () => {
  const inBody = await post('/v1/greet', '{}');
  expect([inBody.status, inBody.json()]).toEqual([404, { code: 5, message: 'nobody has no name' }]);
});

test('what is no message is refused', async () => {
  expect((await post('/v1/greet', '{"name":')).status).toBe(400);
  expect((await get('/v1/greet/ann?age=1')).status).toBe(400);
});

test('a route may have other settings, or none', async () => {
  expect((await get('/v1/greet/proto')).body).toContain('\n "greeting": "hello proto"');
  expect((await get('/v1/greet/off')).headers.get('content-type')).not.toBe('application/json');
});

test('descriptors may lie in a file, and methods without options be called by their names', async () => {
  expect(greetingOf(await get('/v1/greet/ann?age=1', 'file.test'))).toBe('hello ann');
  expect(greetingOf(await post('/enroute.test.Greeter/Wave', '{"name":"bob"}', 'file.test'))).toBe('hello bob');
  expect((await post('/enroute.test.Greeter/Greet', '{"name":"bob"}', 'file.test')).status).toBe(404);
  expect((await get('/v2/greet/ann', 'file.test')).status).toBe(404);
});
