/** Small pieces of wording that catalog entries share. */
import { closest } from '../closest.ts';
import { redact } from '../redact.ts';

/** `"a"`, with control characters escaped, private keys blotted out, and the end of a long text left out. */
export const quote = (text: string): string => JSON.stringify(shorten(redact(text)));

const LONGEST_QUOTE = 80;

const shorten = (text: string) => (text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE - 1)}…` : text);

/** `"a", "b" or "c"`. */
export const either = (names: readonly string[]): string => list(names.map(quote), 'or');

/** `"a", "b" and "c"`. */
export const both = (names: readonly string[]): string => list(names.map(quote), 'and');

/** `a, b or c`. */
export const list = (words: readonly string[], conjunction: 'and' | 'or'): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1)}`;

/** `a Gateway`, `an Upstream`. */
export const withArticle = (noun: string): string => `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;

/** `1 item`, `2 items`. */
export const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

const MOST_NAMES = 12;

/**
 * The known name that was meant, else all of them when they are few enough to read.
 *
 * @param noun what the names are, in the plural: `fields`
 * @param most how many of them are few enough
 */
export const didYouMean = (
  name: string,
  known: Iterable<string>,
  noun: string,
  most = MOST_NAMES,
): string | undefined => {
  const names = [...known].sort();
  const guess = closest(name, names);
  if (guess !== undefined) return `did you mean ${quote(guess)}?`;
  return names.length === 0 || names.length > most ? undefined : `known ${noun}: ${names.map(quote).join(', ')}`;
};

/** What a value is, in words: `a string`, `null`. */
export const typeOf = (value: unknown): string => {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'an array';
  return TYPE_NAMES.get(Number.isInteger(value) ? 'integer' : typeof value) ?? 'a value';
};

/** A JSON Schema type in words. */
export const typeName = (type: string): string => TYPE_NAMES.get(type) ?? type;

const TYPE_NAMES: ReadonlyMap<string, string> = new Map([
  ['array', 'an array'],
  ['boolean', 'a boolean'],
  ['integer', 'an integer'],
  ['null', 'null'],
  ['number', 'a number'],
  ['object', 'an object'],
  ['string', 'a string'],
]);

/** A scalar as it would be written, anything else by its type. */
export const show = (value: unknown): string => {
  if (typeof value === 'string') return quote(value);
  return typeof value === 'object' && value !== null ? typeOf(value) : String(value);
};

/** A scalar as text, to be looked up among others. An object has none: it may even have a `toString` of its own. */
export const plainText = (value: unknown): string => (typeof value === 'object' && value !== null ? '' : String(value));
