import { describe, expect, test } from 'vitest';
import { SCHEMAS } from '../../../functions/api/generated/schemas.ts';
import { OPERATIONS } from '../../../functions/api/operations/index.ts';
import { API_SCHEMAS } from '../../../functions/api/schemas.ts';
import { createClient } from './client.ts';

describe('the description of the API', () => {
  test('has a name for each schema, and each operation, once', () => {
    expect(Object.keys(API_SCHEMAS).filter((name) => Object.hasOwn(SCHEMAS, name))).toEqual([]);
    expect(new Set(OPERATIONS.map(({ id }) => id)).size).toBe(OPERATIONS.length);
  });

  test('refers to nothing that is not there', async () => {
    const text = JSON.stringify((await createClient().send('GET', '/openapi.json')).body);
    const known = new Set([...Object.keys(API_SCHEMAS), ...Object.keys(SCHEMAS)]);
    const names = [...text.matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name = '']) => name);
    expect(names.length).toBeGreaterThan(500);
    expect(names.filter((name) => !known.has(name))).toEqual([]);
  });

  test('is a page for people, which loads nothing', async () => {
    const { status, headers, body } = await createClient().send('GET', '/docs');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('text/html');
    expect(body).toContain('putRoute');
    expect(body).not.toMatch(/<script|<link|<img|src=|href="http/);
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
  });

  test('is a page on which each operation and each schema is, and each link leads somewhere', async () => {
    const { send } = createClient();
    const [page, description] = [
      (await send('GET', '/docs')).body as string,
      (await send('GET', '/openapi.json')).body,
    ];
    const places = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const { components } = description as { components: { schemas: object } };
    for (const { id } of OPERATIONS) expect(places).toContain(id);
    for (const name of Object.keys(components.schemas)) expect(places).toContain(`schema-${name}`);
    const links = [...page.matchAll(/href="#([^"]+)"/g)].map(([, to]) => to);
    expect(links.length).toBeGreaterThan(500);
    expect(links.filter((to) => !places.has(to))).toEqual([]);
  });

  test('is a page whose examples are requests that are understood', async () => {
    const { send } = createClient();
    const page = (await send('GET', '/docs')).body as string;
    const examples = [...page.matchAll(/<pre>curl -X PUT &quot;\$ENROUTE_API(\/\S+?)&quot; .*? -d '(.*?)'<\/pre>/g)];
    let documents = 0;
    for (const [, path = '', text = ''] of examples) {
      const example: unknown = JSON.parse(
        text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
      );
      const isDocument = typeof example === 'object' && example !== null && 'kind' in example;
      if (!isDocument) continue;
      documents += 1;
      const { status, body } = await send('PUT', `${path}?dryRun=true`, example);
      // What an example refers to is not there; all else is as it should be.
      const codes = (body as { diagnostics?: { code: string }[] }).diagnostics?.map(({ code }) => code) ?? [];
      expect([path, status, codes.filter((code) => code !== 'unknown-reference')]).toEqual([
        path,
        expect.any(Number),
        [],
      ]);
      expect([200, 422]).toContain(status);
    }
    expect(documents).toBe(10);
  });
});

describe('the API', () => {
  const client = createClient({ corsOrigins: ['https://console.example.com'] });

  test('says what methods a path has', async () => {
    const { status, headers } = await client.send('POST', '/v1/routes/a');
    expect(status).toBe(405);
    expect(headers.get('allow')).toBe('GET, PUT, PATCH, DELETE');
  });

  test('accepts no parameter that it does not know', async () => {
    const { status, body } = await client.send('GET', '/v1/routes?lmit=1');
    expect(status).toBe(400);
    expect(body).toMatchObject({ detail: 'there is no query parameter "lmit"' });
  });

  test('gives each request an identifier, or keeps the one it has', async () => {
    expect((await client.send('GET', '/healthz')).headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    const own = await client.send('GET', '/healthz', undefined, { 'x-request-id': 'mine-1' });
    expect(own.headers.get('x-request-id')).toBe('mine-1');
  });

  test('lets web pages of the origins that it is told of call', async () => {
    const origin = { origin: 'https://console.example.com' };
    const allowed = await client.send('GET', '/healthz', undefined, origin);
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://console.example.com');
    const other = await client.send('GET', '/healthz', undefined, { origin: 'https://evil.example.com' });
    expect(other.headers.get('access-control-allow-origin')).toBeNull();
  });

  test('counts what it does', async () => {
    await client.send('GET', '/v1/settings');
    const { body } = await client.send('GET', '/metrics');
    expect(body).toContain('enroute_api_requests_total{operation="getSettings",status="200"} 1');
  });
});
