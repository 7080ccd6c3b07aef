/** Rules over strings and bytes. */
import { checkThat, checksOf, type Check, type RuleSettings } from './check.ts';
import { HEADER_PATTERNS } from './header-patterns.ts';

export function stringChecks(settings: RuleSettings): Check[] {
  return [...checksOf(settings, STRING_RULES), ...headerChecks(settings)];
}

export const bytesChecks = (settings: RuleSettings): Check[] => checksOf(settings, BYTES_RULES);

type Rules = ReadonlyMap<string, (setting: unknown) => Check>;

/** A check over a string, which is what strings and base64 are in JSON. */
const text = (rule: string, message: string, isFine: (value: string) => boolean): Check =>
  checkThat(rule, message, (value) => typeof value !== 'string' || isFine(value));

const list = (setting: unknown): readonly unknown[] => (Array.isArray(setting) ? setting : []);

const STRING_RULES: Rules = new Map<string, (setting: unknown) => Check>([
  ['const', (only) => text('string.const', `must be ${JSON.stringify(only)}`, (value) => value === only)],
  [
    'len',
    (length) => text('string.len', `must have ${length} characters`, (value) => characters(value) === Number(length)),
  ],
  ['min_len', (length) => minLength(Number(length))],
  [
    'max_len',
    (length) =>
      text('string.max_len', `must have at most ${length} characters`, (value) => characters(value) <= Number(length)),
  ],
  [
    'len_bytes',
    (length) =>
      text('string.len_bytes', `must be ${length} bytes long`, (value) => utf8Length(value) === Number(length)),
  ],
  [
    'min_bytes',
    (length) =>
      text('string.min_bytes', `must be at least ${length} bytes long`, (value) => utf8Length(value) >= Number(length)),
  ],
  ['max_bytes', (length) => maxBytes(Number(length))],
  ['pattern', (pattern) => matching(String(pattern))],
  [
    'prefix',
    (part) =>
      text('string.prefix', `must begin with ${JSON.stringify(part)}`, (value) => value.startsWith(String(part))),
  ],
  [
    'suffix',
    (part) => text('string.suffix', `must end with ${JSON.stringify(part)}`, (value) => value.endsWith(String(part))),
  ],
  [
    'contains',
    (part) => text('string.contains', `must contain ${JSON.stringify(part)}`, (value) => value.includes(String(part))),
  ],
  [
    'not_contains',
    (part) =>
      text('string.not_contains', `must not contain ${JSON.stringify(part)}`, (value) => !value.includes(String(part))),
  ],
  [
    'in',
    (choices) =>
      text('string.in', `must be one of ${JSON.stringify(choices)}`, (value) => list(choices).includes(value)),
  ],
  [
    'not_in',
    (choices) =>
      text('string.not_in', `must not be any of ${JSON.stringify(choices)}`, (value) => !list(choices).includes(value)),
  ],
]);

const BYTES_RULES: Rules = new Map<string, (setting: unknown) => Check>([
  [
    'len',
    (length) => text('bytes.len', `must be ${length} bytes long`, (value) => base64Length(value) === Number(length)),
  ],
  [
    'min_len',
    (length) =>
      text('bytes.min_len', `must be at least ${length} bytes long`, (value) => base64Length(value) >= Number(length)),
  ],
  [
    'max_len',
    (length) =>
      text('bytes.max_len', `must be at most ${length} bytes long`, (value) => base64Length(value) <= Number(length)),
  ],
]);

function minLength(length: number): Check {
  if (length === 1) return text('string.min_len', 'must not be empty', (value) => value !== '');
  return text('string.min_len', `must have at least ${length} characters`, (value) => characters(value) >= length);
}

/** Most strings are so short that even three bytes a character would do. */
const maxBytes = (most: number): Check =>
  text(
    'string.max_bytes',
    `must be at most ${most} bytes long`,
    (value) => value.length * 3 <= most || utf8Length(value) <= most,
  );

function matching(pattern: string): Check {
  // Envoy's RE2 takes `\s` for ASCII white space only. In Envoy's API it stands in brackets, always.
  const expression = new RegExp(pattern.replaceAll('\\s', '\\t\\n\\f\\r '), 'u');
  return text('string.pattern', `must match ${pattern}`, (value) => expression.test(value));
}

function headerChecks({ well_known_regex: name, strict = true }: RuleSettings): Check[] {
  const pattern = HEADER_PATTERNS.find((candidate) => candidate.name === name && candidate.strict === strict);
  return pattern ? [text('string.well_known_regex', pattern.message, (value) => pattern.expression.test(value))] : [];
}

/** Lengths count Unicode characters, of which those beyond the basic plane take two places in a JavaScript string. */
function characters(value: string): number {
  let count = 0;
  for (const _ of value) count++;
  return count;
}

function utf8Length(value: string): number {
  let length = 0;
  for (const character of value) {
    const code = character.codePointAt(0) ?? 0;
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return length;
}

const base64Length = (value: string): number => Math.floor((value.replace(/=+$/, '').length * 3) / 4);
