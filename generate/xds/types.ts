/**
 * Writes a {@link Schema} as TypeScript types of ProtoJSON objects with proto field names.
 *
 * Deprecated fields and enum values are left out, so that using one does not compile. A field without which its
 * message would break one of its own rules is not optional.
 */
import { documentationLink, fieldDoc } from './type-docs.ts';
import { isRequired } from './required.ts';
import type { Schema, SchemaEnum, SchemaField, SchemaMessage } from './schema.ts';

/** The body of `types.ts`; `version` is Envoy's, for links into its reference. */
export function writeTypes({ messages, enums }: Schema, version: string): string {
  const enumsByName = new Map(enums.map((type) => [type.name, type]));
  return [
    messagesInterface(messages),
    ...messages.map((message) => messageInterface(message, enumsByName, version)),
    ...enums.map((type) => enumUnion(type, version)),
  ].join('\n\n');
}

type Enums = ReadonlyMap<string, SchemaEnum>;

/** The TypeScript name of a proto type: `envoy_config_core_v3_Address`. */
const identifier = (typeName: string): string => typeName.replaceAll('.', '_');

function messagesInterface(messages: readonly SchemaMessage[]): string {
  const entries = messages.map(({ name }) => `  '${name}': ${identifier(name)};`);
  return ['/** The type of every message, by its full name. */', 'export interface Messages {', ...entries, '}'].join(
    '\n',
  );
}

function messageInterface(message: SchemaMessage, enums: Enums, version: string): string {
  const link = documentationLink(message, 'msg', version);
  const fields = message.fields
    .filter(({ deprecation }) => !deprecation)
    .flatMap((field) => fieldLines(field, message, enums));
  const heading = `export interface ${identifier(message.name)}`;
  const declaration = fields.length > 0 ? [`${heading} {`, ...fields, '}'] : [`${heading} extends NoFields {}`];
  return [...(link ? [`/** ${link} */`] : []), ...declaration].join('\n');
}

function fieldLines(field: SchemaField, message: SchemaMessage, enums: Enums): readonly string[] {
  const doc = fieldDoc(field, message).replaceAll('*/', '*\\/');
  const type = fieldType(field);
  const declaration = isRequired(field, enums) ? `${field.name}: ${type}` : `${field.name}?: ${type} | undefined`;
  return [...(doc ? [`  /** ${doc} */`] : []), `  readonly ${declaration};`];
}

function fieldType({ shape, type }: SchemaField): string {
  const single = valueType(type);
  if (shape === 'map') return `{ readonly [key: string]: ${single} }`;
  return shape === 'packed' || shape === 'expanded' ? `readonly ${single}[]` : single;
}

const valueType = (type: string): string => SPECIAL_TYPES.get(type) ?? identifier(type);

function enumUnion(type: SchemaEnum, version: string): string {
  const link = documentationLink(type, 'enum', version);
  const current = type.values.filter(({ deprecation }) => !deprecation).map(({ name }) => `'${name}'`);
  const union = `export type ${identifier(type.name)} = ${current.join(' | ') || 'never'};`;
  return link ? `/** ${link} */\n${union}` : union;
}

/** Scalars, and the messages that JSON writes as something else than an object of their fields. */
const SPECIAL_TYPES: ReadonlyMap<string, string> = new Map([
  ['bool', 'boolean'],
  ['string', 'string'],
  ['bytes', 'Base64'],
  ...['double', 'float', 'int32', 'uint32', 'sint32', 'fixed32', 'sfixed32'].map((name) => [name, 'number'] as const),
  ...['int64', 'uint64', 'sint64', 'fixed64', 'sfixed64'].map((name) => [name, 'Int64'] as const),
  ['google.protobuf.Any', 'Any'],
  ['google.protobuf.Duration', 'Duration'],
  ['google.protobuf.Timestamp', 'Timestamp'],
  ['google.protobuf.FieldMask', 'FieldMask'],
  ['google.protobuf.Struct', 'JsonObject'],
  ['google.protobuf.Value', 'JsonValue'],
  ['google.protobuf.ListValue', 'readonly JsonValue[]'],
  ['google.protobuf.NullValue', 'null'],
  ['google.protobuf.BoolValue', 'boolean'],
  ['google.protobuf.StringValue', 'string'],
  ['google.protobuf.BytesValue', 'Base64'],
  ...['Double', 'Float', 'Int32', 'UInt32'].map((name) => [`google.protobuf.${name}Value`, 'number'] as const),
  ...['Int64', 'UInt64'].map((name) => [`google.protobuf.${name}Value`, 'Int64'] as const),
]);
