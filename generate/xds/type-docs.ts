/** Says in a sentence what `validate` rules and oneofs demand, for the doc comments in the generated types. */
import type { SchemaField, SchemaMessage } from './schema.ts';

/** A link to Envoy's reference page for a message or enum, if it has one. */
export function documentationLink(
  type: { name: string; file: string },
  kind: 'msg' | 'enum',
  version: string,
): string | undefined {
  if (!type.file.startsWith('envoy/')) return undefined;
  const page = type.file.replace(/^envoy\//, '');
  const anchor = type.name
    .replace(/^envoy\./, '')
    .replaceAll(/[._]/g, '-')
    .toLowerCase();
  return `https://www.envoyproxy.io/docs/envoy/${version}/api-v3/${page}#envoy-v3-api-${kind}-${anchor}`;
}

/** What a field's value must fulfil, for example `At least 1 item. HTTP header name.`; empty if anything goes. */
export function fieldDoc(field: SchemaField, message: SchemaMessage): string {
  return [oneofDoc(field, message), ...rulesDoc(field.rules ?? {})].filter((text) => text !== '').join(' ');
}

function oneofDoc(field: SchemaField, message: SchemaMessage): string {
  const oneof = field.oneof === undefined ? undefined : message.oneofs[field.oneof];
  const members = message.fields.filter((other) => other.oneof === field.oneof && !other.deprecation);
  if (!oneof || members.length < 2) return '';
  const names = members.length > MOST_NAMES ? '' : ` (${members.map(({ name }) => name).join(', ')})`;
  return `${oneof.isRequired ? 'Exactly' : 'At most'} one ${oneof.name}${names}.`;
}

/** Where a oneof has more members than this, its name must do. */
const MOST_NAMES = 8;

function rulesDoc(rules: object): readonly string[] {
  return Object.values(rules).flatMap((rule) => Object.entries(rule).map(([name, value]) => ruleDoc(name, value)));
}

function ruleDoc(name: string, value: unknown): string {
  const words = WORDS.get(name);
  if (words) return words(value);
  if (name === 'items' || name === 'values' || name === 'keys') return nested(name, value);
  if (name === 'required' && value === true) return 'Required.';
  return '';
}

const nested = (name: string, rules: unknown): string =>
  typeof rules === 'object' && rules !== null
    ? rulesDoc(rules)
        .map((text) => `Each of its ${name}: ${text}`)
        .join(' ')
    : '';

const WORDS: ReadonlyMap<string, (value: unknown) => string> = new Map([
  ['const', (value: unknown) => `Only \`${String(value)}\`.`],
  ['gt', (value: unknown) => `More than ${String(value)}.`],
  ['gte', (value: unknown) => `At least ${String(value)}.`],
  ['lt', (value: unknown) => `Less than ${String(value)}.`],
  ['lte', (value: unknown) => `At most ${String(value)}.`],
  ['in', (value: unknown) => `One of ${JSON.stringify(value)}.`],
  ['not_in', (value: unknown) => `None of ${JSON.stringify(value)}.`],
  ['min_len', (value: unknown) => `At least ${String(value)} long.`],
  ['max_len', (value: unknown) => `At most ${String(value)} long.`],
  ['min_bytes', (value: unknown) => `At least ${String(value)} bytes.`],
  ['max_bytes', (value: unknown) => `At most ${String(value)} bytes.`],
  ['min_items', (value: unknown) => `At least ${String(value)} items.`],
  ['max_items', (value: unknown) => `At most ${String(value)} items.`],
  ['min_pairs', (value: unknown) => `At least ${String(value)} entries.`],
  ['unique', () => 'No item twice.'],
  ['pattern', (value: unknown) => `Matches \`${String(value)}\`.`],
  ['prefix', (value: unknown) => `Begins with \`${String(value)}\`.`],
  ['suffix', (value: unknown) => `Ends with \`${String(value)}\`.`],
  ['well_known_regex', (value: unknown) => `${String(value).replaceAll('_', ' ')}.`],
]);
