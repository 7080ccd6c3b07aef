/**
 * Makes up messages from descriptors, as JSON with proto field names. They are well-formed, but follow no rules.
 */
import { ScalarType, type DescField, type DescMessage, type FileRegistry } from '@bufbuild/protobuf';
import type { JsonObject, JsonValue } from '../../compiler/xds/index.ts';
import type { Random } from './random.ts';

/** Messages that are put into `Any` fields. */
const IN_ANY: readonly string[] = [
  'envoy.config.core.v3.Address',
  'envoy.config.route.v3.RouteAction',
  'envoy.extensions.filters.http.lua.v3.Lua',
  'google.protobuf.Duration',
  'google.protobuf.Empty',
  'google.protobuf.StringValue',
  'google.protobuf.Struct',
  'google.protobuf.UInt32Value',
];

/** Deeper than this, fields that hold messages stay empty. */
const DEEPEST = 5;

export interface MessageMaker {
  message(desc: DescMessage): JsonObject;
}

export function createMessageMaker(random: Random, registry: FileRegistry): MessageMaker {
  return { message: (desc) => fields(desc, 0) };

  function fields(desc: DescMessage, depth: number): JsonObject {
    const chosen = desc.members.flatMap((member) => (member.kind === 'oneof' ? random.pick(member.fields) : member));
    const object: Record<string, JsonValue> = {};
    for (const field of shuffled(chosen)) {
      if (!random.chance(depth === 0 ? 0.6 : 0.35) || (field.message && depth >= DEEPEST)) continue;
      object[field.name] = fieldValue(field, depth);
    }
    return object;
  }

  function shuffled<T>(items: readonly T[]): readonly T[] {
    const from = random.below(items.length + 1);
    return [...items.slice(from), ...items.slice(0, from)];
  }

  function fieldValue(field: DescField, depth: number): JsonValue {
    if (field.fieldKind === 'list') return [singleValue(field, depth), singleValue(field, depth)];
    if (field.fieldKind !== 'map') return singleValue(field, depth);
    const keys = mapKeys(field.mapKey);
    return Object.fromEntries(keys.map((key) => [key, singleValue(field, depth)]));
  }

  function mapKeys(type: ScalarType): readonly string[] {
    if (type === ScalarType.BOOL) return ['true', 'false'];
    return (type === ScalarType.STRING ? TEXT_KEYS : NUMBER_KEYS).filter(() => random.chance(0.4));
  }

  function singleValue(field: DescField, depth: number): JsonValue {
    if (field.message) return wellKnown(field.message, depth) ?? fields(field.message, depth + 1);
    if (field.enum) {
      const names = field.enum.values.map(({ name }) => name);
      return field.enum.typeName === 'google.protobuf.NullValue' ? null : random.pick(names);
    }
    return scalar(field.scalar ?? ScalarType.STRING);
  }

  function wellKnown({ typeName }: DescMessage, depth: number): JsonValue | undefined {
    if (typeName === 'google.protobuf.Any') return anyValue(depth);
    if (typeName === 'google.protobuf.Value') return value(depth);
    if (typeName === 'google.protobuf.Struct') return struct(depth);
    if (typeName === 'google.protobuf.ListValue') return [value(depth), value(depth)];
    return SCALARS_AND_TEXTS.has(typeName) ? random.pick(SCALARS_AND_TEXTS.get(typeName) ?? []) : undefined;
  }

  function anyValue(depth: number): JsonValue {
    const typeName = random.pick(IN_ANY);
    const desc = registry.getMessage(typeName);
    if (!desc) throw new Error(`Envoy has no message ${typeName}`);
    const special = wellKnown(desc, depth);
    const content = special === undefined ? fields(desc, depth + 1) : { value: special };
    return { '@type': `type.googleapis.com/${typeName}`, ...content };
  }

  function struct(depth: number): JsonObject {
    return { zz: value(depth + 1), a: value(depth + 1), '\u{1F600}': 1.5, '\uFFEE': true, '3': null };
  }

  function value(depth: number): JsonValue {
    const nested = depth < DEEPEST ? [[null, 'x'], { k: false }, { deep: { deeper: [[]] } }] : [];
    return random.pick<JsonValue>([null, true, -1.25, 1e21, 1e-7, 'é', '', ...nested]);
  }

  function scalar(type: ScalarType): JsonValue {
    return random.pick(VALUES[type]);
  }
}

/** No two that look like integers: JavaScript keeps those in numeric order, and so does protobuf-es. */
const TEXT_KEYS = ['b', 'a', '10', 'é', '\u{1F600}', '\uFFEE', '__proto__'];
const NUMBER_KEYS = ['100', '7', '10'];

const TEXTS = ['', 'a', 'é', '日本', '\u{1F600}x', 'x'.repeat(70), 'é'.repeat(40), 'a\nb"\\', '/p/%2F', '\0'];
const SIGNED = [0, 1, -1, 127, 128, 16384, 2 ** 31 - 1, -(2 ** 31)];
const UNSIGNED = [0, 1, 127, 128, 16383, 2 ** 31, 2 ** 32 - 1];
const SIGNED_64 = [
  '0',
  '1',
  '-1',
  '300',
  '4294967296',
  '9007199254740993',
  '9223372036854775807',
  '-9223372036854775808',
];
const UNSIGNED_64 = ['0', '1', '300', '4294967296', '9007199254740993', '18446744073709551615'];
const BYTES = ['', 'AP8=', 'YWJj', 'AAECAwQ='];
const DOUBLES = [0, 0.5, 0.1, 1e300, -1e10, 'NaN', 'Infinity', '-Infinity'];
// No 0.1: it is no float, and protobuf-es remembers it as given until it is encoded.
const FLOATS = [0, 0.5, 3.25, -1e10, 'NaN', 'Infinity', '-Infinity'];

const VALUES: Readonly<Record<ScalarType, readonly JsonValue[]>> = {
  [ScalarType.BOOL]: [true, false],
  [ScalarType.STRING]: TEXTS,
  [ScalarType.BYTES]: BYTES,
  [ScalarType.DOUBLE]: DOUBLES,
  [ScalarType.FLOAT]: FLOATS,
  [ScalarType.INT32]: SIGNED,
  [ScalarType.SINT32]: SIGNED,
  [ScalarType.SFIXED32]: SIGNED,
  [ScalarType.UINT32]: UNSIGNED,
  [ScalarType.FIXED32]: UNSIGNED,
  [ScalarType.INT64]: SIGNED_64,
  [ScalarType.SINT64]: SIGNED_64,
  [ScalarType.SFIXED64]: SIGNED_64,
  [ScalarType.UINT64]: UNSIGNED_64,
  [ScalarType.FIXED64]: UNSIGNED_64,
};

const SCALARS_AND_TEXTS: ReadonlyMap<string, readonly JsonValue[]> = new Map<string, readonly JsonValue[]>([
  ['google.protobuf.Duration', ['0s', '1s', '-5.500s', '0.000001s', '315576000000s', '1.000000001s', '0.250s']],
  ['google.protobuf.Timestamp', ['1970-01-01T00:00:00Z', '2023-11-14T22:13:20.250Z', '1969-12-31T23:59:58.000000001Z']],
  ['google.protobuf.FieldMask', ['', 'aB,c', 'user.displayName']],
  ['google.protobuf.BoolValue', [true, false]],
  ['google.protobuf.StringValue', TEXTS],
  ['google.protobuf.BytesValue', BYTES],
  ['google.protobuf.DoubleValue', DOUBLES],
  ['google.protobuf.FloatValue', FLOATS],
  ['google.protobuf.Int32Value', SIGNED],
  ['google.protobuf.UInt32Value', UNSIGNED],
  ['google.protobuf.Int64Value', SIGNED_64],
  ['google.protobuf.UInt64Value', UNSIGNED_64],
]);
