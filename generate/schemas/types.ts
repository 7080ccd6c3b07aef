/** Schemas → TypeScript types of the validated model: a field with a default is always there. */
import { compile } from 'json-schema-to-typescript';
import type { Schemas } from './load.ts';
import { definitionName, isSchema, type Schema } from './schema.ts';

const HEADER = `/**
 * Types of the documents once they are validated and their defaults filled in.
 *
 * Generated from schemas/ by \`npm run generate\`. Do not edit.
 */
`;

export async function generateTypes({ definitions, kinds, settings, filters }: Schemas): Promise<string> {
  const prepared = Object.fromEntries(Object.entries(definitions).map(([name, schema]) => [name, prepare(schema)]));
  const root = {
    title: 'AllDefinitions',
    type: 'object',
    additionalProperties: false,
    properties: {},
    $defs: prepared,
  };
  const text = await compile(structuredClone(root) as Parameters<typeof compile>[0], 'AllDefinitions', {
    bannerComment: '',
    additionalProperties: false,
    unreachableDefinitions: true,
    ignoreMinAndMaxItems: true,
    style: { singleQuote: true, printWidth: 120 },
  });
  return HEADER + frozen(withoutNotes(text)) + maps(kinds, settings, filters);
}

/** A property with a default becomes required; a reference with words of its own keeps the name of its type. */
function prepare(schema: Schema): unknown {
  if (schema.$ref !== undefined) {
    if (Object.keys(schema).length === 1) return { $ref: schema.$ref };
    return { tsType: definitionName(schema.$ref), description: describe(schema) };
  }
  const { properties, items, additionalProperties, oneOf, required = [], ...rest } = schema;
  const always = Object.entries(properties ?? {}).filter(([, property]) => property.default !== undefined);
  return {
    ...rest,
    ...(properties && {
      properties: Object.fromEntries(Object.entries(properties).map(([name, property]) => [name, prepare(property)])),
      required: [...new Set([...required, ...always.map(([name]) => name)])],
    }),
    ...(items && { items: prepare(items) }),
    ...(additionalProperties !== undefined && {
      additionalProperties: isSchema(additionalProperties) ? prepare(additionalProperties) : additionalProperties,
    }),
    ...(oneOf && { type: undefined, required: undefined, oneOf: oneOf.map(prepare) }),
    description: describe(schema),
  };
}

const describe = ({ description, default: fallback }: Schema): string | undefined =>
  fallback === undefined ? description : `${description ?? ''}\nDefault: \`${JSON.stringify(fallback)}\``;

/** The generator's remarks about how it came to a type. */
const withoutNotes = (text: string): string =>
  text
    .replace(/export interface AllDefinitions \{\}\n/, '')
    .replaceAll(/^ \*\n \* This interface was referenced by .*\n \* via the `definition` .*\n/gm, '');

/** Nothing downstream may change a document. */
const frozen = (text: string): string =>
  text
    .replaceAll(/^(\s+)('?[\w-]+'?\??: )/gm, '$1readonly $2')
    .replaceAll(/(: | \| |= )([A-Z]\w*|string|\([^()]*\))\[\]/g, '$1readonly $2[]')
    .replaceAll(/(\s)\[k: string\]/g, '$1readonly [k: string]');

const maps = (kinds: readonly string[], settings: readonly string[], filters: Schemas['filters']): string => `
/** The type of each kind of document. */
export interface Kinds {
${kinds.map((kind) => `  readonly ${kind}: ${kind};`).join('\n')}
}

/** The type of each kind of file that the operator of a program gives it. */
export interface SettingsFiles {
${settings.map((name) => `  readonly ${name}: ${name};`).join('\n')}
}

/** The type of each filter's configuration, by the filter's \`type\`. */
export interface FilterConfigurations {
${[...filters].map(([type, name]) => `  readonly '${type}': ${name};`).join('\n')}
}
`;
