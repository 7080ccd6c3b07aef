/**
 * Canonical JSON: one text for one value, whatever order its keys were written in.
 *
 * Keys are sorted by UTF-16 code units and there is no white space; strings and numbers are written as ECMAScript does.
 * Source: RFC 8785, JSON Canonicalization Scheme.
 */

/**
 * The canonical text of a JSON value.
 *
 * Properties that are `undefined` are left out, as if they were absent. `__proto__` is a key like any other.
 * @throws TypeError for what JSON cannot say: other `undefined`s, functions, symbols, bigints, NaN and infinities.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) return `{${canonicalMembers(value)}}`;
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  throw new TypeError(`JSON cannot hold ${typeof value === 'number' ? value : `a value of type ${typeof value}`}`);
}

/** The canonical text in UTF-8, as it is hashed and stored. */
export const canonicalBytes = (value: unknown): Uint8Array => new TextEncoder().encode(canonicalJson(value));

function canonicalMembers(value: object): string {
  let text = '';
  for (const key of Object.keys(value).sort()) {
    const member: unknown = Reflect.get(value, key);
    if (member !== undefined) text += `${text === '' ? '' : ','}${quoted(key)}:${canonicalJson(member)}`;
  }
  return text;
}

/** Most strings need no escape, and to find that out takes less time than to escape. */
const quoted = (text: string): string => (PLAIN.test(text) ? `"${text}"` : JSON.stringify(text));

/** Printable ASCII without the quotation mark and the backslash. */
const PLAIN = /^[ !#-[\]-~]*$/;
