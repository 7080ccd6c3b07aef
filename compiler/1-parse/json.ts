/** The text of a JSON file → its value. */
import { findInvalidCharacter } from './characters.ts';
import { MAX_DEPTH, type Reading } from './finding.ts';
import { checkJson } from './json-check.ts';
import type { Numbers } from './number.ts';

/**
 * Reads a text that holds one JSON value (RFC 8259). Never throws.
 *
 * `JSON.parse` is far faster than any reader of ours, but it says nothing of duplicate keys and lost digits, and its
 * messages differ from engine to engine. So a text is looked at closely only if it failed, or shows signs of those.
 */
export const readJson = (text: string, numbers: Numbers = 'exact'): Reading => {
  const unreadable = findInvalidCharacter(text);
  if (unreadable) return { findings: [unreadable] };
  const parsed = tryParse(text);
  if (parsed && isUnsuspicious(text, parsed.value)) return parsed;
  const findings = checkJson(text, numbers);
  return parsed && findings.length === 0 ? parsed : { findings };
};

const tryParse = (text: string): { readonly value: unknown } | undefined => {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    // What is wrong is found, and told, by checkJson.
    return undefined;
  }
};

/** A duplicate key leaves fewer keys in the value than stand in the text; many digits may be too many. */
const isUnsuspicious = (text: string, value: unknown) =>
  !MANY_DIGITS.test(text) && countKeys(value, 0) === keysInText(text);

const MANY_DIGITS = /[\d.]{16}|[eE][+-]?\d{3}/;
const STRING = /"[^"\\]*(?:\\.[^"\\]*)*"[ \t\r\n]*:?/g;

/** Strings with a colon after them. A string that merely ends in a colon has its quote after that. */
const keysInText = (text: string): number =>
  (text.match(STRING) ?? []).reduce((keys, string) => (string.endsWith(':') ? keys + 1 : keys), 0);

/** How many keys a value has at any level; not a number if it is nested too deeply. */
const countKeys = (value: unknown, depth: number): number => {
  if (typeof value !== 'object' || value === null) return 0;
  if (depth >= MAX_DEPTH) return Number.NaN;
  const children = Object.values(value);
  const own = Array.isArray(value) ? 0 : children.length;
  return children.reduce<number>((sum, child) => sum + countKeys(child, depth + 1), own);
};
