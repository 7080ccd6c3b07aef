/** Every fixture goes through the API: what it answers is as it describes itself, and what it publishes is what the compiler makes. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { compile } from '../../../compiler/index.ts';
import { readHead } from '../../../store/head.ts';
import { CASES, FILTER_CASES } from '../../compiler/fixtures.ts';
import { createClient, type Client } from './client.ts';

const description = (await createClient().send('GET', '/openapi.json')).body as {
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
};
const ajv = new Ajv2020({ strict: false, validateFormats: false });
ajv.addSchema({ $id: 'openapi', ...description });

/** What is wrong with an answer. */
function mistakesIn(schema: string, body: unknown): unknown {
  const validate = ajv.getSchema(`openapi#/components/schemas/${schema}`);
  if (!validate) throw new Error(`the API describes no ${schema}`);
  return validate(body) ? null : validate.errors;
}

describe.each([...CASES, ...FILTER_CASES])('$name', ({ files }) => {
  test('is kept, published as the compiler makes it, and given back', async () => {
    const client: Client = createClient();
    const applied = await client.send('POST', '/v1/apply', { files });
    expect(applied.status).toBe(200);
    expect(mistakesIn('WriteResult', applied.body)).toBeNull();
    const published = await client.send('POST', '/v1/publish', {});
    expect(mistakesIn('PublishResult', published.body)).toBeNull();
    for (const { id, manifest } of compile(files).bundles)
      expect((await readHead(client.store, manifest.gateway))?.pointer.bundle).toBe(id);

    const list = (await client.send('GET', '/v1/export?format=json')).body as {
      readonly items: readonly { readonly kind: string }[];
    };
    for (const document of list.items) expect(mistakesIn(document.kind, document)).toBeNull();
    const other = createClient();
    const again = await other.send('POST', '/v1/apply', (await client.send('GET', '/v1/export')).body);
    const { tree } = (applied.body as { readonly revision: { readonly tree: string } }).revision;
    expect(again.body).toMatchObject({ revision: { tree } });
  });
});
