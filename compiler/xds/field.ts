/** Reads one field's line of the table. */
import { deprecationProblem, readDeprecation } from './deprecation.ts';
import type { EnumType } from './enums.ts';
import type { MessageType } from './registry.ts';
import type { Problem } from './rules/check.ts';
import { compileChecks, type FieldChecks, type FieldRules } from './rules/compile.ts';
import { tagOf } from './wire/fields.ts';
import { SCALARS, type ScalarCodec } from './wire/scalars.ts';
import { WIRE } from './wire/wire-type.ts';

export interface Field {
  readonly number: number;
  readonly name: string;
  /** A list's items are `packed` into one run of bytes, or stand each for itself: `list`. */
  readonly shape: 'single' | 'packed' | 'list' | 'map';
  /** What a value, item or map value is: either a message or a scalar, where enums count as scalars. */
  readonly message: MessageType | undefined;
  readonly scalar: ScalarCodec | undefined;
  readonly enumeration: EnumType | undefined;
  /** The type of a map's keys. */
  readonly key: ScalarCodec | undefined;
  /** Absence can be told from the default value. */
  readonly hasPresence: boolean;
  /** Which of the message's oneofs it belongs to; -1: none. */
  readonly oneof: number;
  /** JSON null is a value of this field, and not its absence. */
  readonly acceptsNull: boolean;
  /** The number that precedes the field on the wire. */
  readonly tag: number;
  readonly checks: FieldChecks | undefined;
  /** What is wrong with using the field at all. */
  readonly deprecated: Problem | undefined;
}

/** How a field's line finds the types that it names. */
export interface TypeResolver {
  message(name: string): MessageType | undefined;
  enumeration(name: string): EnumType | undefined;
}

/** number, name, type, suffix, rules, deprecation. */
const FIELD_LINE = /^(\d+) (\S+) ([\w.]+|map<(\w+),([\w.]+)>)(\?|\*\*?|@\d+)?(?: (\{.*\}))?(?: (\w+:[\d.]*))?$/;

/** `line` as in the table, within a package: `1 cluster string@0 {"string":{"min_len":"1"}}`. */
export function readField(line: string, withinPackage: string, types: TypeResolver): Field {
  const match = FIELD_LINE.exec(line);
  if (!match) throw new Error(`not a field of the table: ${line}`);
  const [, digits, name = '', singleType = '', keyType, mapValueType, suffix = '', rules, deprecation] = match;
  const typeName = mapValueType ?? singleType;
  const fullName = /^[A-Z]/.test(typeName) ? `${withinPackage}.${typeName}` : typeName;
  const message = types.message(fullName);
  const enumeration = message ? undefined : types.enumeration(fullName);
  const scalar = enumeration?.codec ?? SCALARS.get(fullName);
  if (!message && !scalar) throw new Error(`no type ${fullName} in the table`);
  const shape = shapeOf(suffix, keyType, scalar);
  const traits = {
    number: Number(digits),
    name,
    shape,
    message,
    scalar,
    enumeration,
    key: keyType === undefined ? undefined : SCALARS.get(keyType),
    hasPresence: suffix === '?' || suffix.startsWith('@'),
    oneof: suffix.startsWith('@') ? Number(suffix.slice(1)) : -1,
    acceptsNull: fullName === 'google.protobuf.Value' || fullName === 'google.protobuf.NullValue',
    tag: tagOf(
      Number(digits),
      shape === 'single' || shape === 'list' ? (scalar?.wireType ?? WIRE.lengthDelimited) : WIRE.lengthDelimited,
    ),
    deprecated: deprecation === undefined ? undefined : deprecationProblem(readDeprecation(deprecation)),
  };
  return { ...traits, checks: checksOf(rules === undefined ? {} : JSON.parse(rules), traits) };
}

function shapeOf(suffix: string, keyType: string | undefined, scalar: ScalarCodec | undefined): Field['shape'] {
  if (keyType !== undefined) return 'map';
  if (!suffix.startsWith('*')) return 'single';
  const isPackable = scalar !== undefined && scalar.wireType !== WIRE.lengthDelimited;
  return isPackable && suffix === '*' ? 'packed' : 'list';
}

function checksOf(rules: FieldRules, field: Omit<Field, 'checks'>): FieldChecks | undefined {
  const { enumeration } = field;
  const hasDeprecatedValues = enumeration !== undefined && enumeration.deprecated.size > 0;
  if (Object.keys(rules).length === 0 && !hasDeprecatedValues) return undefined;
  return compileChecks(rules, {
    isCollection: field.shape !== 'single',
    isOneofMember: field.oneof >= 0,
    zero: field.hasPresence || field.shape !== 'single' ? undefined : field.scalar?.zero,
    enumeration,
  });
}
