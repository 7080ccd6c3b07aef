/**
 * Schemas → the part of the GraphQL schema that is the model: a type for each kind and for each object inside of one.
 *
 * What a document refers to by name can be followed: beside `upstream`, the name, stands `upstreamDocument`. Objects whose
 * keys are the user's own, and what is written in Envoy's words, are of the scalar `JSON`.
 */
import type { Schemas } from './load.ts';
import { definitionName, type Schema } from './schema.ts';

const HEADER = `/**
 * The model as GraphQL has it.
 *
 * Generated from schemas/ by \`npm run generate\`. Do not edit.
 */
`;

interface Output {
  /** Definitions in GraphQL's schema language, by name, in the order in which a reader meets them. */
  readonly types: Map<string, string>;
  /** Fields that follow a reference: by type, the field's name to the one that holds the reference, and its kind. */
  readonly references: Record<string, Record<string, { readonly from: string; readonly kind: string }>>;
  /** Members of unions, by the `type` that tells them apart. */
  readonly unions: Record<string, Record<string, string>>;
}

export function generateGraphql(schemas: Schemas): string {
  const output: Output = { types: new Map(), references: {}, unions: {} };
  for (const kind of schemas.kinds) addObject(kind, definitionOf(schemas, kind), schemas, output);
  const sdl = [...output.types.values()].join('\n\n');
  return `${HEADER}
export const MODEL_SDL = ${JSON.stringify(sdl)};

export const REFERENCES: Readonly<Record<string, Readonly<Record<string, { readonly from: string; readonly kind: string }>>>> =
  ${JSON.stringify(output.references)};

export const UNIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = ${JSON.stringify(output.unions)};
`;
}

const definitionOf = ({ definitions }: Schemas, name: string): Schema => {
  const found = definitions[name];
  if (!found) throw new Error(`nothing is defined under the name ${name}`);
  return found;
};

function addObject(name: string, schema: Schema, schemas: Schemas, output: Output): void {
  if (output.types.has(name)) return;
  // Its place is taken before what is inside of it, so that types that hold each other end somewhere.
  output.types.set(name, '');
  const isKind = schemas.kinds.includes(name);
  const fields = Object.entries(schema.properties ?? {}).flatMap(([field, property]) =>
    fieldsOf(name, field, property, schema.required?.includes(field) ?? false, schemas, output),
  );
  const head = `${describe(schema.description)}type ${name}${isKind ? ' implements Document' : ''} {`;
  output.types.set(name, [head, ...fields, ...(isKind ? DOCUMENT_FIELDS : []), '}'].join('\n'));
}

/** What every document has beside what it says, see `functions/graphql/schema.ts`. */
const DOCUMENT_FIELDS = [
  '  "Changes whenever the document does."',
  '  etag: String!',
  '  "The documents that refer to this one by name."',
  '  users: [Document!]!',
];

function fieldsOf(
  parent: string,
  field: string,
  property: Schema,
  isRequired: boolean,
  schemas: Schemas,
  output: Output,
): readonly string[] {
  if (!isName(field)) return [];
  const always = isRequired || property.default !== undefined ? '!' : '';
  const type = typeOf(`${parent}${capital(field)}`, property, schemas, output);
  const own = `${describe(property.description, '  ')}  ${field}: ${type}${always}`;
  const kind = property.reference ?? property.items?.reference;
  if (kind === undefined) return [own];
  const isList = property.items !== undefined;
  const followed = `${field}Document${isList ? 's' : ''}`;
  (output.references[parent] ??= {})[followed] = { from: field, kind };
  const target = `  "What \`${field}\` ${isList ? 'name' : 'names'}."\n  ${followed}: ${isList ? `[${kind}!]!` : kind}`;
  return [own, target];
}

function typeOf(name: string, schema: Schema, schemas: Schemas, output: Output): string {
  if (schema.$ref !== undefined) {
    const definition = definitionName(schema.$ref);
    return typeOf(definition, definitionOf(schemas, definition), schemas, output);
  }
  if (schema.oneOf) return unionOf(name, schema.oneOf, schemas, output);
  if (schema.items) return `[${typeOf(`${name}Item`, schema.items, schemas, output)}!]`;
  if (Object.keys(schema.properties ?? {}).some(isName)) {
    addObject(schema.title ?? name, schema, schemas, output);
    return schema.title ?? name;
  }
  return scalarOf(schema);
}

function unionOf(name: string, branches: readonly Schema[], schemas: Schemas, output: Output): string {
  if (output.types.has(name)) return name;
  output.types.set(name, '');
  const members = Object.fromEntries(
    branches.map((branch): [string, string] => {
      const member = definitionName(branch.$ref ?? '');
      const schema = definitionOf(schemas, member);
      addObject(member, schema, schemas, output);
      return [String(schema.properties?.['type']?.const), member];
    }),
  );
  output.unions[name] = members;
  output.types.set(name, `union ${name} = ${Object.values(members).join(' | ')}`);
  return name;
}

/** Whole numbers of GraphQL have 32 bits with a sign; larger ones are floating-point numbers, which hold 53 bits whole. */
const MAX_INT = 2 ** 31 - 1;

function scalarOf({ type, maximum, enum: choices, const: constant }: Schema): string {
  const sample = constant ?? choices?.[0];
  const kind = type ?? (sample === undefined ? 'any' : typeof sample);
  if (kind === 'string') return 'String';
  if (kind === 'boolean') return 'Boolean';
  if (kind === 'integer') return maximum !== undefined && maximum <= MAX_INT ? 'Int' : 'Float';
  return kind === 'number' ? (choices ? 'Int' : 'Float') : 'JSON';
}

/** Names of GraphQL have letters and digits; what is not one is in Envoy's words. */
const isName = (field: string): boolean => /^[A-Za-z]\w*$/.test(field);

const describe = (description: string | undefined, indent = ''): string =>
  description === undefined ? '' : `${indent}${JSON.stringify(description)}\n`;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
