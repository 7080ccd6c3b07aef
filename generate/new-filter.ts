/**
 * Begins a filter: `npm run new:filter NAME` writes its schema, its module and a first fixture. They work as they are, by
 * setting a response header, and are there to be changed.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format } from 'prettier';
import { ROOT } from './schemas/load.ts';

/**
 * The files of a new filter, path → text.
 *
 * @param name its type in documents: lower-case words with `-` between, such as `request-size`
 * @throws Error for a name that is none.
 */
export async function filterFiles(name: string): Promise<ReadonlyMap<string, string>> {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) throw new Error(`"${name}" is no name; an example is request-size`);
  return new Map([
    [
      `schemas/filters/${name}.schema.json`,
      await format(JSON.stringify(schema(name)), { printWidth: 120, parser: 'json' }),
    ],
    [`compiler/filters/${name}.ts`, module(name)],
    [`fixtures/filters/${name}/example/shop.yaml`, documents(name)],
  ]);
}

const schema = (name: string) => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: `https://enroute.dev/schemas/v1/filters/${name}.schema.json`,
  title: name.replaceAll(/(^|-)([a-z])/g, (_, _dash, letter: string) => letter.toUpperCase()),
  type: 'object',
  description: 'Sets a header of answers.',
  additionalProperties: false,
  required: ['type', 'value'],
  properties: {
    type: { const: name, description: 'The filter.' },
    name: { $ref: '../common.schema.json#/$defs/FilterName' },
    header: {
      $ref: '../common.schema.json#/$defs/HeaderName',
      default: `x-${name}`,
      description: 'The header.',
    },
    value: { type: 'string', minLength: 1, description: 'What it is set to.', examples: ['yes'] },
  },
  examples: [{ type: name, value: 'yes' }],
});

const module = (name: string): string => `import { any } from '../xds/index.ts';
import { defineFilter } from './filter-module.ts';

/** Source: envoy/extensions/filters/http/header_mutation/v3/header_mutation.proto */
export default defineFilter('${name}', {
  phase: 'transformation',
  envoyFilter: 'envoy.filters.http.header_mutation',
  resting: any('envoy.extensions.filters.http.header_mutation.v3.HeaderMutation', { mutations: {} }),
  lower: ({ header, value }) => ({
    perRoute: any('envoy.extensions.filters.http.header_mutation.v3.HeaderMutationPerRoute', {
      mutations: {
        response_mutations: [
          { append: { header: { key: header, value }, append_action: 'OVERWRITE_IF_EXISTS_OR_ADD' } },
        ],
      },
    }),
  }),
});
`;

const documents = (name: string): string => `# The example of the schema.
apiVersion: enroute.dev/v1
kind: Gateway
metadata: { name: edge }
spec:
  listeners: [{ name: http, port: 8080, protocol: HTTP }]
---
apiVersion: enroute.dev/v1
kind: VirtualHost
metadata: { name: shop }
spec:
  gateways: [edge]
  hostnames: [shop.example.com]
  routes: [{ respond: { statusCode: 200 } }]
  filters:
    - { type: ${name}, value: 'yes' }
`;

async function main(name: string): Promise<number> {
  const files = await filterFiles(name);
  const present = [...files.keys()].filter((path) => existsSync(join(ROOT, path)));
  if (present.length > 0) {
    process.stderr.write(`${present.join(' and ')} exist already; nothing was written\n`);
    return 1;
  }
  for (const [path, text] of files) {
    mkdirSync(dirname(join(ROOT, path)), { recursive: true });
    writeFileSync(join(ROOT, path), text);
    process.stdout.write(`wrote ${path}\n`);
  }
  process.stdout.write(`
Next:
  npm run generate                                   types, validator, registry, reference page
  npx vitest run test/compiler/filter-cases -u       the golden files, to be looked at
and then change schema, module and fixture to what the filter is to do.
`);
  return 0;
}

const [, script, name] = process.argv;
if (script?.endsWith('new-filter.ts')) {
  try {
    if (name === undefined) throw new Error('usage: npm run new:filter NAME');
    process.exitCode = await main(name);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  }
}
