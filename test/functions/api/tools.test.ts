import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createApi } from '../../../functions/index.ts';
import { createMemoryStore } from '../../../store/memory.ts';
import { createClient } from './client.ts';

const QUICK_START = join(import.meta.dirname, '../../../docs/quick-start');
const files = ['gateway.yaml', 'shop.yaml'].map((path) => ({
  path,
  text: readFileSync(join(QUICK_START, path), 'utf8'),
}));
const yaml = files.map(({ text }) => text).join('\n---\n');
const app = createApi({ store: createMemoryStore() });

const post = (path: string, body: string, type = 'application/yaml') =>
  app.request(path, { method: 'POST', body, headers: { 'content-type': type } });

describe('POST /v1/compile', () => {
  test('gives the resources of each gateway', async () => {
    const response = await post('/v1/compile', yaml);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      diagnostics: [],
      gateways: [{ gateway: 'default/edge', resources: { 'envoy.config.listener.v3.Listener': [{ name: 'http' }] } }],
    });
  });

  test('takes files as JSON, and gives the same bundle', async () => {
    const asYaml = await (await post('/v1/compile', yaml)).json();
    const asFiles = await (await post('/v1/compile', JSON.stringify({ files }), 'application/json')).json();
    expect(asFiles).toEqual(asYaml);
  });

  test('answers mistakes with a problem that carries the diagnostics', async () => {
    const response = await post('/v1/compile', yaml.replace('upstream: demo', 'upstream: demi'));
    expect(response.status).toBe(422);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({
      diagnostics: [{ code: 'unknown-reference', help: 'did you mean "demo"?' }],
    });
  });

  test.each([
    ['no JSON', '{', 'is no JSON'],
    ['no list of files', '{"files": [1]}', 'must be a list of objects'],
  ])('refuses a body that is %s', async (_, body, words) => {
    const response = await post('/v1/compile', body, 'application/json');
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(words);
  });

  test('refuses a body that is too large', async () => {
    const small = createApi({ store: createMemoryStore(), maximumBodySize: 10 });
    const response = await small.request('/v1/compile', { method: 'POST', body: yaml });
    expect(response.status).toBe(413);
  });
});

test.each(['/v1/compile', '/v1/validate', '/v1/apply'])('%s of nothing is no answer that all is well', async (path) => {
  for (const nothing of [
    '',
    '# a comment\n',
    '---\n---\n',
    { files: [] },
    { apiVersion: 'v1', kind: 'List', items: [] },
  ])
    expect(await createClient().send('POST', path, nothing)).toMatchObject({
      status: 422,
      body: { detail: 'the body holds no document' },
    });
});

test('POST /v1/validate says what is wrong, and that is no error of the request', async () => {
  const response = await post('/v1/validate', yaml.replace('port: 8080', 'port: 80800'));
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ valid: false, diagnostics: [{ code: 'out-of-range' }] });
});

describe('GET /v1/explain', () => {
  test('explains a code', async () => {
    const response = await app.request('/v1/explain/unknown-field');
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('unknown-field');
  });
  test('guesses what a wrong one was meant to be', async () => {
    const response = await app.request('/v1/explain/unknown-feild');
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ detail: expect.stringContaining('did you mean "unknown-field"?') });
  });
});

test('anything else is a problem too', async () => {
  const response = await app.request('/nothing');
  expect(response.status).toBe(404);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
});

test('POST /v1/import/openapi makes documents of an API description, and commits them', async () => {
  const description = {
    openapi: '3.1.0',
    info: { title: 'Pets', version: '1' },
    servers: [{ url: 'https://pets.example.com' }],
    paths: { '/pets': { get: { responses: { 200: { description: 'Pets.' } } } } },
  };
  const path = '/v1/import/openapi?createGateway=true&hostnames=api.example.com&name=pets';
  const response = await post(path, JSON.stringify(description), 'application/json');
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({
    status: 'committed',
    changes: [
      { kind: 'Gateway', name: 'edge' },
      { kind: 'Upstream' },
      { kind: 'VirtualHost', namespace: 'default', name: 'pets' },
    ],
    remarks: expect.any(Array),
  });
  const elsewhere = await post(`${path}&gateway=team/edge`, JSON.stringify(description), 'application/json');
  expect(await elsewhere.json()).toMatchObject({ status: 422, detail: expect.stringContaining('namespace default') });
  const nothing = await post('/v1/import/openapi', '{}', 'application/json');
  expect(nothing.status).toBe(422);
});
