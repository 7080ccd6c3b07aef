/** The YAML library's syntax errors, in words for people who write gateway documents. */
import type { YAMLError } from 'yaml';

export interface SyntaxError {
  readonly problem: string;
  readonly advice?: string | undefined;
  /** Whether a bracket or quote was left open: then its beginning is the place to show, not the end of the text. */
  readonly opened?: boolean;
}

/** What an error of the library means. Errors that nobody is expected to meet keep the words of the library. */
export const describeSyntaxError = ({ message }: YAMLError): SyntaxError =>
  KNOWN.find(({ pattern }) => pattern.test(message)) ?? { problem: lowerFirst(message) };

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

const ALIGN = 'keys of one mapping stand exactly below each other';
const QUOTE = 'put quotes around the value';

const KNOWN: readonly (SyntaxError & { readonly pattern: RegExp })[] = [
  {
    pattern: /^Nested mappings are not allowed/,
    problem: 'a plain value cannot hold ": "',
    advice: `${QUOTE}; or begin a nested mapping on its own line`,
  },
  {
    pattern: /^All mapping items must start at the same column/,
    problem: 'this line is indented differently from the lines that it belongs to',
    advice: ALIGN,
  },
  {
    pattern: /^All sequence items must start at the same column/,
    problem: 'this item is indented differently from the other items of its list',
    advice: 'the "-" of all items of one list stand exactly below each other',
  },
  {
    pattern: /^(Missing closing "quote|Missing closing 'quote)/,
    problem: 'this string is not closed',
    advice: 'add the closing quote; lines that follow the first must be indented',
    opened: true,
  },
  {
    pattern: /^Flow sequence .*end with a \]$/,
    problem: 'this list is not closed',
    advice: 'add "]"; lines that follow the first must be indented',
    opened: true,
  },
  {
    pattern: /^Flow map .*end with a \}$/,
    problem: 'this mapping is not closed',
    advice: 'add "}"; lines that follow the first must be indented',
    opened: true,
  },
  {
    pattern: /^Plain value cannot start with/,
    problem: 'a plain value cannot begin with this character',
    advice: QUOTE,
  },
  {
    pattern: /^Implicit map keys need to be followed by map values/,
    problem: 'there is no ":" after this key',
    advice: 'write "key: value"; if it continues the text above, indent it',
  },
  {
    pattern: /^Implicit keys need to be on a single line/,
    problem: 'a key must stand on one line',
    advice: 'most likely the line above lacks its ":"',
  },
  {
    pattern: /^Unexpected scalar at node end/,
    problem: 'a value has ended before this',
    advice: 'put all of the value in quotes, or indent this line to belong to another',
  },
  {
    pattern: /^Unexpected block-seq-ind on same line with key/,
    problem: 'a list cannot begin on the line of its key',
    advice: 'put each "- item" on its own line below the key',
  },
  {
    pattern: /^Unexpected flow-(map|seq)-end token/,
    problem: 'there is nothing to close here',
    advice: 'remove the bracket, or put quotes around the value',
  },
  {
    pattern: /^Missing , (or : )?between flow/,
    problem: 'a comma is missing before this',
    advice: 'separate items by ","',
  },
  {
    pattern: /^Invalid escape sequence/,
    problem: 'this is no escape sequence of YAML',
    advice: 'double the backslash, or use single quotes, in which backslashes mean nothing',
  },
  {
    pattern: /^Block scalar values in collections must be indented/,
    problem: 'the text of a block scalar must be indented',
    advice: 'indent it with spaces, more than its key',
  },
];
