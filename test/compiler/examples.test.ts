/** Every example in the schemas is right: those of a field fit the field, those of a kind or a filter compile. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { FORMATS } from '../../compiler/2-validate/formats.ts';
import { at } from '../../compiler/diagnostics/location.ts';
import { collect } from '../../compiler/diagnostics/report.ts';
import { compile, type Diagnostic } from '../../compiler/index.ts';
import { isSchema, OWN_KEYWORDS, type Schema } from '../../generate/schemas/schema.ts';
import { documentOf } from '../diagnostics/documents.ts';
import { branchOf, resolved, SCHEMAS } from './random-documents.ts';
import { sitesOf } from './sites.ts';

const ajv = new Ajv2020({ discriminator: true, allowUnionTypes: true, validateFormats: false, strictRequired: false });
for (const keyword of OWN_KEYWORDS) ajv.addKeyword(keyword);
ajv.addSchema({ $id: 'enroute', $defs: SCHEMAS.definitions });

interface Example {
  readonly place: string;
  readonly schema: Schema;
  readonly example: unknown;
}

function examplesIn(schema: Schema, place: string): readonly Example[] {
  const { examples = [], properties = {}, items, additionalProperties } = schema;
  const inner: [string, unknown][] = [...Object.entries(properties), ['*', items], ['*', additionalProperties]];
  return [
    ...examples.map((example) => ({ place, schema, example })),
    ...inner.flatMap(([key, child]) => (isSchema(child) ? examplesIn(child, `${place}/${key}`) : [])),
  ];
}

const EXAMPLES = Object.entries(SCHEMAS.definitions).flatMap(([name, schema]) => examplesIn(schema, name));

/** What the JSON Schema says of a value. */
function schemaErrors(schema: Schema, value: unknown): unknown {
  const absolute: object = JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"enroute#/$defs/'));
  const matches = ajv.compile(absolute);
  return matches(value) ? [] : matches.errors;
}

/** What formats and choices say of a value. */
function ownErrors(schema: Schema, value: unknown): readonly Diagnostic[] {
  const { document } = documentOf('a: 1');
  const { report, diagnostics } = collect();
  for (const { pointer, schema: here } of sitesOf(value, schema)) {
    const found = pointer
      .split('/')
      .slice(1)
      .reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], value);
    const { format, exactlyOne } = branchOf(resolved(here), found);
    if (format !== undefined && (typeof found === 'string' || typeof found === 'number'))
      FORMATS.get(format)?.(found, at(document), report);
    if (exactlyOne && typeof found === 'object' && found !== null)
      expect(exactlyOne.filter((field) => Object.hasOwn(found, field))).toHaveLength(1);
  }
  return diagnostics();
}

test('there are examples', () => expect(EXAMPLES.length).toBeGreaterThan(200));

describe.each(EXAMPLES)('the example $example of $place', ({ schema, example }) => {
  test('fits', () => {
    expect(schemaErrors(schema, example)).toEqual([]);
    expect(ownErrors(schema, example)).toEqual([]);
  });
});

const GATEWAY = {
  apiVersion: 'enroute.dev/v1',
  kind: 'Gateway',
  metadata: { name: 'edge' },
  spec: {
    listeners: [
      { name: 'http', port: 8080, protocol: 'HTTP' },
      { name: 'postgres', port: 5432, protocol: 'TCP' },
      { name: 'dns', port: 53, protocol: 'UDP' },
    ],
  },
};
const HOST = {
  apiVersion: 'enroute.dev/v1',
  kind: 'VirtualHost',
  metadata: { name: 'shop' },
  spec: { gateways: ['edge'], hostnames: ['shop.example.com'] },
};

const filesOf = (documents: readonly object[]) =>
  documents.map((document, index) => ({ path: `${index}.json`, text: JSON.stringify(document) }));

/** Documents of the names that a document refers to: as they would be if somebody had written them. */
function stubs(documents: readonly object[], secretType: string): readonly object[] {
  return compile(filesOf(documents)).diagnostics.flatMap(({ code, message }) => {
    const [, kind, name] = /^no (Upstream|Secret|VirtualHost) is named "([^"]+)"/.exec(message) ?? [];
    if (code !== 'unknown-reference' || kind === undefined) return [];
    const spec =
      kind === 'Upstream'
        ? { protocol: 'http2', endpoints: [{ address: '10.0.0.1', port: 80 }] }
        : kind === 'Secret'
          ? { type: secretType, file: secretType === 'tls-certificate' ? PAIR : { value: '/etc/value' } }
          : { gateways: ['edge'], hostnames: [`${name}.example.com`] };
    return [{ apiVersion: 'enroute.dev/v1', kind, metadata: { name }, spec }];
  });
}

const PAIR = { certificateChain: '/etc/tls.crt', privateKey: '/etc/tls.key' };

/** What is wrong with documents whose references lead somewhere, whatever type of secret is needed. */
function errorsOf(documents: readonly object[]): readonly string[] {
  const attempts = ['generic', 'tls-certificate', 'certificate-authority', 'api-keys'].map((type) => {
    const all = [...documents, ...stubs(documents, type)];
    return compile(filesOf(all)).diagnostics.map(({ code, message }) => `${code}: ${message}`);
  });
  const [best = []] = attempts.toSorted((a, b) => a.length - b.length);
  return best.filter((problem) => !problem.startsWith('empty-listener'));
}

describe.each(SCHEMAS.kinds)('the example of %s', (kind) => {
  test.each(SCHEMAS.definitions[kind]?.examples ?? [])('compiles', (example) => {
    const others = [GATEWAY, HOST].filter(({ kind: other }) => other !== kind);
    expect(errorsOf([Object(example), ...others])).toEqual([]);
  });
});

describe.each([...SCHEMAS.filters])('the example of the filter %s', (_, definition) => {
  const { examples = [] } = SCHEMAS.definitions[definition] ?? {};
  test('is there', () => expect(examples.length).toBeGreaterThan(0));
  test.each(examples)('%j compiles', (filter) => {
    const host = { ...HOST, spec: { ...HOST.spec, filters: [filter] } };
    expect(errorsOf([GATEWAY, host])).toEqual([]);
  });
});
