/** Reads the schema files into one schema whose references are all local: what every generator starts from. */
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isSchema, type Schema } from './schema.ts';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FOLDER = join(ROOT, 'schemas');

export interface Schemas {
  /** Every definition under its one name: `Gateway`, `RouteRule`, `Cors`, … */
  readonly definitions: Readonly<Record<string, Schema>>;
  /** Names of the kinds' definitions, in the order of their files. */
  readonly kinds: readonly string[];
  /** Names of the definitions of files that the operator of a program gives it: one a file in settings/. */
  readonly settings: readonly string[];
  /** Filter type to the name of its definition: `cors` → `Cors`. */
  readonly filters: ReadonlyMap<string, string>;
}

export function loadSchemas(): Schemas {
  const files = new Map(schemaFiles().map((file) => [file, readSchema(file)]));
  const names = nameDefinitions(files);
  const definitions: Record<string, Schema> = {};
  for (const [address, name] of names) {
    const [file = '', pointer = ''] = address.split('#');
    definitions[name] = localize(resolve(files, file, pointer), file, names);
  }
  const entries = [...files];
  return {
    definitions,
    kinds: entries.filter(([, schema]) => isSchema(schema.properties?.kind)).map(([file]) => nameOf(names, `${file}#`)),
    settings: entries.filter(([file]) => file.startsWith('settings/')).map(([file]) => nameOf(names, `${file}#`)),
    filters: new Map(
      entries
        .filter(([file]) => file.startsWith('filters/'))
        .map(([file]) => [/filters\/(.*)\.schema\.json/.exec(file)?.[1] ?? '', nameOf(names, `${file}#`)]),
    ),
  };
}

/** The union of all filters, which only the folder's content decides. */
export function filterUnion(): Schema {
  const filters = schemaFiles().filter((file) => file.startsWith('filters/'));
  const branches = filters.map((file) => ({ $ref: file }));
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'https://enroute.dev/schemas/v1/filters.schema.json',
    $comment: 'Generated from the files in filters/ by `npm run generate`. Do not edit.',
    title: 'FilterUnion',
    description: 'All filters.',
    $defs: {
      ConfiguredFilter: {
        type: 'object',
        description: 'A filter and its configuration.',
        required: ['type'],
        discriminator: { propertyName: 'type' },
        oneOf: branches,
      },
      AnyFilter: {
        type: 'object',
        description: 'A filter, configured here or by a Filter document.',
        required: ['type'],
        discriminator: { propertyName: 'type' },
        oneOf: [...branches, { $ref: '#/$defs/FilterReference' }],
      },
      FilterReference: {
        type: 'object',
        description: 'A filter that a Filter document configures.',
        additionalProperties: false,
        required: ['type', 'filter'],
        properties: {
          type: { const: 'reference', description: 'A reference to a Filter document.' },
          filter: {
            $ref: 'common.schema.json#/$defs/Reference',
            reference: 'Filter',
            description: 'The Filter document.',
          },
        },
        examples: [{ type: 'reference', filter: 'office-only' }],
      },
    },
  };
}

function schemaFiles(): string[] {
  return readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.schema.json') && file !== 'filters.schema.json')
    .sort()
    .concat('filters.schema.json');
}

const readSchema = (file: string): Schema =>
  file === 'filters.schema.json' ? filterUnion() : JSON.parse(readFileSync(join(FOLDER, file), 'utf8'));

function nameDefinitions(files: ReadonlyMap<string, Schema>): Map<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  const add = (address: string, name: string) => {
    if (taken.has(name)) throw new Error(`two definitions are named ${name}; the second is ${address}`);
    taken.add(name);
    names.set(address, name);
  };
  for (const [file, schema] of files) {
    if (schema.type !== undefined) add(`${file}#`, schema.title ?? file);
    for (const [key, definition] of Object.entries(schema.$defs ?? {}))
      add(`${file}#/$defs/${key}`, definition.title ?? key);
  }
  return names;
}

function nameOf(names: ReadonlyMap<string, string>, address: string): string {
  const name = names.get(address);
  if (name === undefined) throw new Error(`nothing is defined at ${address}`);
  return name;
}

function resolve(files: ReadonlyMap<string, Schema>, file: string, pointer: string): Schema {
  const schema = files.get(file);
  const definition = pointer === '' ? schema : schema?.$defs?.[pointer.replace('/$defs/', '')];
  if (!definition) throw new Error(`nothing is defined at ${file}#${pointer}`);
  return definition;
}

/** Copies a definition, each `$ref` made one into the definitions, and without what only a file has. */
function localize(value: Schema, file: string, names: ReadonlyMap<string, string>): Schema {
  const copy = (item: unknown): unknown => {
    if (Array.isArray(item)) return item.map(copy);
    if (!isSchema(item)) return item;
    return Object.fromEntries(
      Object.entries(item)
        .filter(([key]) => key !== '$schema' && key !== '$id' && key !== '$defs' && key !== '$comment')
        .map(([key, child]) => [key, key === '$ref' ? localReference(String(child), file, names) : copy(child)]),
    );
  };
  const copied = copy(value);
  return isSchema(copied) ? copied : {};
}

function localReference(reference: string, file: string, names: ReadonlyMap<string, string>): string {
  const [path = '', pointer = ''] = reference.split('#');
  const target = path === '' ? file : normalize(join(dirname(file), path));
  return `#/$defs/${nameOf(names, `${relative('.', target)}#${pointer}`)}`;
}
