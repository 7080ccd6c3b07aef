/** Makes sure that the compiler knows every kind of rule that the table will hold, so that none is silently ignored. */
import type { Schema } from './schema.ts';

const RANGE = ['const', 'gt', 'gte', 'lt', 'lte', 'in', 'not_in', 'ignore_empty'];
const STRINGS = [
  'const',
  'in',
  'not_in',
  'pattern',
  'well_known_regex',
  'strict',
  'ignore_empty',
  'len',
  'min_len',
  'max_len',
  'len_bytes',
  'min_bytes',
  'max_bytes',
  'prefix',
  'suffix',
  'contains',
  'not_contains',
];
const NUMBERS = ['double', 'float', 'int32', 'uint32', 'int64', 'uint64'];

/** Settings by kind of rule, as `compiler/xds/rules/` implements them. */
const SUPPORTED: ReadonlyMap<string, readonly string[]> = new Map([
  ...NUMBERS.map((kind) => [kind, RANGE] as const),
  ['duration', ['required', ...RANGE]],
  ['bool', ['const']],
  ['string', STRINGS],
  ['bytes', ['len', 'min_len', 'max_len', 'ignore_empty']],
  ['enum', ['defined_only', 'not_in']],
  ['message', ['required', 'skip']],
  ['any', ['required']],
  ['repeated', ['min_items', 'max_items', 'unique', 'items', 'ignore_empty']],
  ['map', ['min_pairs', 'max_pairs', 'keys', 'values', 'ignore_empty']],
]);

/** Rules that the compiler does not implement, one line each: `envoy.config.core.v3.Address.pipe: string.uuid`. */
export const unsupportedRules = ({ messages }: Schema): readonly string[] =>
  messages.flatMap((message) =>
    message.fields.flatMap((field) =>
      unsupported(field.rules ?? {}).map((rule) => `${message.name}.${field.name}: ${rule}`),
    ),
  );

function unsupported(rules: object): readonly string[] {
  return Object.entries(rules).flatMap(([kind, settings]: [string, object]) =>
    Object.entries(settings).flatMap(([name, setting]: [string, unknown]) => {
      if (!SUPPORTED.get(kind)?.includes(name)) return [`${kind}.${name}`];
      const isNested = typeof setting === 'object' && setting !== null && ['items', 'keys', 'values'].includes(name);
      return isNested ? unsupported(setting) : [];
    }),
  );
}
