/** Finds what is wrong with a JSON text, and where. Slow and exact; the fast way is in `json.ts`. */
import type { Span } from './document.ts';
import { MAX_DEPTH, type Finding } from './finding.ts';
import { isAccepted, type Numbers } from './number.ts';

/** Every duplicate key and inexact number, up to the first mistake in the syntax; that one is the last. */
export const checkJson = (text: string, numbers: Numbers = 'exact'): readonly Finding[] => {
  const scan: Scan = { text, numbers, offset: 0, findings: [] };
  if (checkValue(scan, 0) && nextToken(scan).kind !== 'end') wrongToken(scan, 'the JSON value has ended before this');
  return scan.findings;
};

interface Scan {
  readonly text: string;
  readonly numbers: Numbers;
  /** Where the next token begins, or white space before it. */
  offset: number;
  readonly findings: Finding[];
}

interface Token {
  /** A mark is one of `{ } [ ] : ,`, its own kind. */
  readonly kind: '{' | '}' | '[' | ']' | ':' | ',' | 'string' | 'number' | 'word' | 'end' | 'unknown';
  readonly span: Span;
}

/** Checks one value and moves behind it. False: there is a mistake in the syntax, and it has been found. */
const checkValue = (scan: Scan, depth: number): boolean => {
  const token = nextToken(scan);
  if ((token.kind === '{' || token.kind === '[') && depth >= MAX_DEPTH)
    return stop(scan, (report, locate) => report('too-deep', locate(START), { limit: MAX_DEPTH }));
  if (token.kind === '{') return checkMembers(advance(scan, token), depth);
  if (token.kind === '[') return checkItems(advance(scan, token), depth);
  if (token.kind === 'number') checkNumber(scan, token);
  if (token.kind === 'number' || token.kind === 'string' || token.kind === 'word') return advance(scan, token) === scan;
  return wrongToken(scan, 'a value is missing here');
};

const START: Span = { start: 0, end: 0 };

const checkItems = (scan: Scan, depth: number): boolean => {
  if (skip(scan, ']')) return true;
  do if (!checkValue(scan, depth + 1)) return false;
  while (skip(scan, ','));
  return skip(scan, ']') || wrongToken(scan, 'the list goes on with "," or ends with "]"');
};

const checkMembers = (scan: Scan, depth: number): boolean => {
  if (skip(scan, '}')) return true;
  const keys = new Map<string, Span>();
  do if (!checkKey(scan, keys) || !checkValue(scan, depth + 1)) return false;
  while (skip(scan, ','));
  return skip(scan, '}') || wrongToken(scan, 'the object goes on with "," or ends with "}"');
};

const checkKey = (scan: Scan, keys: Map<string, Span>): boolean => {
  const token = nextToken(scan);
  if (token.kind !== 'string') return wrongToken(scan, 'a key in double quotes is missing here');
  const key = String(JSON.parse(textOf(scan, token)));
  const first = keys.get(key);
  if (first === undefined) keys.set(key, token.span);
  else
    scan.findings.push((report, locate) => report('duplicate-key', locate(token.span), { key, first: locate(first) }));
  advance(scan, token);
  return skip(scan, ':') || wrongToken(scan, 'a ":" is missing after the key');
};

const checkNumber = (scan: Scan, token: Token) => {
  const source = textOf(scan, token);
  if (isAccepted(source, Number(source), scan.numbers)) return;
  scan.findings.push((report, locate) => report('inexact-number', locate(token.span), { source }));
};

/** Tokens by their first characters. A string is recognised by its quote, so that a bad one is known to be meant as one. */
const TOKENS: readonly (readonly [Token['kind'], RegExp])[] = [
  ['string', /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y],
  ['number', /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])/y],
  ['word', /(?:true|false|null)(?!\w)/y],
];

const MARKS = new Map<string, Token['kind']>((['{', '}', '[', ']', ':', ','] as const).map((mark) => [mark, mark]));

const nextToken = (scan: Scan): Token => {
  const start = scan.offset + matchLength(/[ \t\r\n]*/y, scan.text, scan.offset);
  if (start >= scan.text.length) return { kind: 'end', span: { start, end: start } };
  const mark = MARKS.get(scan.text.charAt(start));
  if (mark) return { kind: mark, span: { start, end: start + 1 } };
  for (const [kind, pattern] of TOKENS) {
    const length = matchLength(pattern, scan.text, start);
    if (length > 0) return { kind, span: { start, end: start + length } };
  }
  return { kind: 'unknown', span: { start, end: start + 1 } };
};

/** @param pattern a sticky one */
const matchLength = (pattern: RegExp, text: string, offset: number): number => {
  pattern.lastIndex = offset;
  return pattern.exec(text)?.[0].length ?? 0;
};

const textOf = ({ text }: Scan, { span }: Token) => text.slice(span.start, span.end);

const advance = (scan: Scan, { span }: Token): Scan => {
  scan.offset = span.end;
  return scan;
};

/** Moves behind a mark if it is next. */
const skip = (scan: Scan, mark: '}' | ']' | ',' | ':'): boolean => {
  const token = nextToken(scan);
  if (token.kind === mark) advance(scan, token);
  return token.kind === mark;
};

const stop = (scan: Scan, finding: Finding): false => {
  scan.findings.push(finding);
  return false;
};

/** Tells what was expected, or better what it is that stands here instead. */
const wrongToken = (scan: Scan, expected: string): false => {
  const { kind, span } = nextToken(scan);
  const before = scan.text.slice(0, span.start).trimEnd().slice(-1);
  const slip = SLIPS.find(({ pattern }) => pattern.test(before + ' ' + scan.text.slice(span.start, span.start + 20)));
  const problem = kind === 'end' ? `the text ends too early: ${expected}` : (slip?.problem ?? expected);
  return stop(scan, (report, locate) => report('invalid-json', locate(span), { problem, advice: slip?.advice }));
};

/** What people write who think of another language. The pattern sees the character before, a space, and what follows. */
const SLIPS: readonly { readonly pattern: RegExp; readonly problem: string; readonly advice: string }[] = [
  {
    pattern: /^, [}\]]/,
    problem: 'a comma stands before this bracket',
    advice: 'remove it: JSON has no trailing commas',
  },
  {
    pattern: /^.? (\/[/*]|#)/,
    problem: 'JSON has no comments',
    advice: 'remove it, or name the file .yaml, where a comment begins with "#"',
  },
  { pattern: /^.? '/, problem: 'a JSON string stands in double quotes', advice: 'write " instead of \'' },
  {
    pattern: /^.? "/,
    problem: 'this string is not closed, or has a tab, a line break or an escape that JSON does not know',
    advice: 'escapes are \\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four hexadecimal digits',
  },
  {
    pattern: /^[:[,]? [-+.]?\d/,
    problem: 'this is not a number of JSON',
    advice: 'it has no leading zeros and no "+", and digits before and after the point',
  },
  {
    // Not after a comma, for there a key may be meant.
    pattern: /^[:[]? -?[a-z]/i,
    problem: 'JSON does not know this word',
    advice: 'it has true, false and null, in lower case; strings stand in double quotes',
  },
];
