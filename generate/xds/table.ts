/**
 * Writes a {@link Schema} as the text that `compiler/xds/table-reader.ts` reads.
 *
 * One line a package, one a type in it, one a field or value, told apart by indentation:
 *
 *     envoy.config.route.v3
 *      RouteAction
 *       1 cluster string@0 {"string":{"min_len":"1"}}
 *       8 timeout google.protobuf.Duration?
 *       10 request_mirror_policies RouteAction.RequestMirrorPolicy*
 *       @0 required
 *
 * After a field's type stands `?` for explicit presence, `@n` for a member of oneof n, `*` for repeated (`**` where
 * numbers are not packed); then rules as JSON; then a deprecation. A type that begins with a capital letter lies in
 * the same package; one in lower case without a dot is a scalar.
 */
import {
  localName,
  type Deprecation,
  type Schema,
  type SchemaEnum,
  type SchemaField,
  type SchemaMessage,
  type SchemaType,
} from './schema.ts';

export interface TableText {
  readonly messages: string;
  readonly enums: string;
}

export const writeTable = ({ messages, enums }: Schema): TableText => ({
  messages: byPackage(messages, messageLines),
  enums: byPackage(enums, enumLines),
});

function byPackage<T extends SchemaType>(types: readonly T[], linesOf: (type: T) => readonly string[]): string {
  let current = '';
  const lines = types.flatMap((type) => {
    const heading = type.package === current ? [] : [type.package];
    current = type.package;
    return [...heading, ` ${localName(type)}`, ...linesOf(type).map((line) => `  ${line}`)];
  });
  return lines.join('\n');
}

function messageLines(message: SchemaMessage): readonly string[] {
  const required = message.oneofs.flatMap(({ isRequired }, index) => (isRequired ? [`@${index} required`] : []));
  return [...message.fields.map((field) => fieldLine(field, message.package)), ...required];
}

const fieldLine = (field: SchemaField, withinPackage: string): string =>
  [
    field.number,
    field.name,
    typeText(field, withinPackage) + suffix(field),
    ...(field.rules ? [JSON.stringify(field.rules)] : []),
    ...deprecationText(field.deprecation),
  ].join(' ');

const enumLines = ({ values }: SchemaEnum): readonly string[] =>
  values.map(({ name, number, deprecation }) => [number, name, ...deprecationText(deprecation)].join(' '));

function typeText({ type, key }: SchemaField, withinPackage: string): string {
  const local = type.startsWith(`${withinPackage}.`) ? type.slice(withinPackage.length + 1) : type;
  // A package may lie within another: only a name that begins with a capital letter is unambiguous without it.
  const text = /^[A-Z]/.test(local) ? local : type;
  return key === undefined ? text : `map<${key},${text}>`;
}

function suffix({ shape, oneof, type, kind }: SchemaField): string {
  if (oneof !== undefined) return `@${oneof}`;
  if (shape === 'explicit') return '?';
  if (shape === 'packed') return '*';
  if (shape === 'expanded') return kind === 'message' || type === 'string' || type === 'bytes' ? '*' : '**';
  return '';
}

const deprecationText = (deprecation: Deprecation | undefined): readonly string[] =>
  deprecation ? [`${deprecation.isRefused ? 'refused' : 'deprecated'}:${deprecation.since ?? ''}`] : [];
