/** JSON Schema, for people: what a value may be in a few words, and tables of the fields of objects. */
import { code, escape, foldable, inline, table } from './html.ts';

/** The part of a schema that is shown. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
}

export type Schemas = ReadonlyMap<string, Schema>;

/** Each schema that has a name, to be opened. */
export const schemasHtml = (schemas: Schemas): string =>
  [...schemas].map(([name, schema]) => foldable(`schema-${name}`, code(name), schemaHtml(schema))).join('');

function schemaHtml(schema: Schema): string {
  const about = schema.description === undefined ? '' : `<p>${inline(schema.description)}</p>`;
  const fields = fieldsHtml(schema);
  return `${about}${fields === '' ? `<p>${typeOf(schema)}</p>` : fields}${exampleOf(schema)}`;
}

function fieldsHtml({ properties = {}, required = [] }: Schema): string {
  const rows = Object.entries(properties).map(([name, schema]) => [
    `${code(name)}${required.includes(name) ? ' <b title="required">*</b>' : ''}`,
    typeOf(schema),
    `${inline(schema.description ?? '')}${defaultOf(schema)}${fieldsHtml(schema)}${schema.items ? fieldsHtml(schema.items) : ''}`,
  ]);
  return table(['field', 'value', 'meaning'], rows);
}

/** HTML. */
export function typeOf(schema: Schema): string {
  if (schema.$ref !== undefined) return linkTo(nameOf(schema.$ref));
  if (schema.const !== undefined) return code(JSON.stringify(schema.const));
  if (schema.enum) return schema.enum.map((value) => code(JSON.stringify(value))).join(' or ');
  const choice = schema.oneOf ?? schema.anyOf;
  if (choice && !schema.properties) return choice.map(typeOf).join(' or ');
  if (schema.items) return `list of ${typeOf(schema.items)}`;
  if (typeof schema.additionalProperties === 'object' && !schema.properties)
    return `object of ${typeOf(schema.additionalProperties)}`;
  const type = [schema.type ?? 'anything'].flat().join(' or ');
  return escape(`${type}${rangeOf(schema)}`);
}

const rangeOf = ({ minimum, maximum }: Schema): string => {
  if (minimum !== undefined && maximum !== undefined) return ` from ${minimum} to ${maximum}`;
  if (minimum !== undefined) return ` from ${minimum}`;
  return maximum === undefined ? '' : ` up to ${maximum}`;
};

export const defaultOf = ({ default: value }: Schema): string =>
  value === undefined ? '' : ` Default: ${code(JSON.stringify(value))}.`;

const exampleOf = ({ examples }: Schema): string =>
  examples?.[0] === undefined ? '' : `<pre>${escape(JSON.stringify(examples[0], null, 2))}</pre>`;

const linkTo = (name: string): string => `<a href="#schema-${escape(name)}">${escape(name)}</a>`;

export const nameOf = ($ref: string): string => $ref.split('/').at(-1) ?? '';

/** The first example that there is for a value. */
export function exampleIn(schema: Schema, schemas: Schemas): unknown {
  if (schema.examples?.[0] !== undefined) return schema.examples[0];
  const named = schema.$ref === undefined ? undefined : schemas.get(nameOf(schema.$ref));
  if (named) return exampleIn(named, schemas);
  return schema.oneOf?.map((one) => exampleIn(one, schemas)).find((one) => one !== undefined);
}
