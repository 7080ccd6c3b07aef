/**
 * Expressions of CEL, as far as Envoy can evaluate all that they name: its attributes, operators, and the functions of
 * texts. Macros such as `all` and `map` are left out, since what they do to a request's time has no bound.
 *
 * Source: https://www.envoyproxy.io/docs/envoy/v1.40.0/intro/arch_overview/advanced/attributes and
 * https://github.com/google/cel-spec/blob/master/doc/langdef.md
 */
import { RE2JS } from 're2js';
import type { Check } from '../formats.ts';

export const checkCel: Check = (value, at, report) => {
  const expression = String(value);
  const problem = problemOf(expression);
  if (problem !== undefined) report('invalid-expression', at, { expression, problem });
};

function problemOf(text: string): string | undefined {
  try {
    const reader = createReader(tokensOf(text));
    expression(reader, 0);
    return reader.peek() === '' ? undefined : unexpected(reader);
  } catch (error) {
    if (error instanceof CelProblem) return error.message;
    throw error;
  }
}

class CelProblem extends Error {}

const TOKEN =
  /\s+|(\d+\.\d+(?:[eE][+-]?\d+)?|\d+u?|[A-Za-z_]\w*|"(?:[^"\\\n\r]|\\["'\\nrt])*"|'(?:[^'\\\n\r]|\\["'\\nrt])*'|&&|\|\||[<>=!]=|[<>!?:.,()[\]+*/%-])/y;

function tokensOf(text: string): readonly string[] {
  const tokens: string[] = [];
  for (let place = 0; place < text.length; place = TOKEN.lastIndex) {
    TOKEN.lastIndex = place;
    const found = TOKEN.exec(text);
    if (!found) throw new CelProblem(`what stands at column ${place + 1} cannot be read`);
    if (found[1] !== undefined) tokens.push(found[1]);
  }
  return tokens;
}

interface Reader {
  /** The next token, empty at the end. */
  readonly peek: () => string;
  readonly take: () => string;
  /** Takes the next token if it is one of these. */
  readonly takes: (...tokens: readonly string[]) => boolean;
  readonly expect: (token: string) => void;
}

function createReader(tokens: readonly string[]): Reader {
  let place = 0;
  const peek = () => tokens[place] ?? '';
  const take = () => tokens[place++] ?? '';
  const takes = (...wanted: readonly string[]) => wanted.includes(peek()) && take() !== '';
  const expect = (token: string) => {
    if (!takes(token))
      throw new CelProblem(`"${token}" is missing before ${peek() === '' ? 'the end' : quote(peek())}`);
  };
  return { peek, take, takes, expect };
}

const quote = (token: string): string => (token.startsWith('"') ? token : `"${token}"`);

const unexpected = (reader: Reader): string =>
  reader.peek() === '' ? 'something is missing at the end' : `${quote(reader.peek())} is not expected there`;

/** Envoy allows some more, and nobody writes as much. */
const DEEPEST = 30;

function expression(reader: Reader, depth: number): void {
  if (depth > DEEPEST) throw new CelProblem(`it is nested more than ${DEEPEST} times`);
  binary(reader, 0, depth);
  if (!reader.takes('?')) return;
  binary(reader, 0, depth);
  reader.expect(':');
  expression(reader, depth + 1);
}

/** Operators, those that bind least first. */
const OPERATORS = [
  ['||'],
  ['&&'],
  ['<', '<=', '>=', '>', '==', '!=', 'in'],
  ['+', '-'],
  ['*', '/', '%'],
] as const satisfies readonly (readonly string[])[];

function binary(reader: Reader, level: number, depth: number): void {
  const operators = OPERATORS[level];
  if (!operators) return unary(reader, depth);
  do binary(reader, level + 1, depth);
  while (reader.takes(...operators));
}

function unary(reader: Reader, depth: number): void {
  if (reader.takes('!')) while (reader.takes('!'));
  else if (reader.takes('-')) while (reader.takes('-'));
  primary(reader, depth);
  for (;;) {
    if (reader.takes('.')) member(reader, depth);
    else if (reader.takes('[')) {
      expression(reader, depth + 1);
      reader.expect(']');
    } else return;
  }
}

const IDENTIFIER = /^[A-Za-z_]\w*$/;
const KEYWORDS: ReadonlySet<string> = new Set(['true', 'false', 'null', 'in']);

const isName = (token: string): boolean => IDENTIFIER.test(token) && !KEYWORDS.has(token);

const LITERAL = /^(?:\d|["'])|^(?:true|false|null)$/;

function primary(reader: Reader, depth: number): void {
  const token = reader.peek();
  if (reader.takes('(')) {
    expression(reader, depth + 1);
    return reader.expect(')');
  }
  if (reader.takes('[')) return list(reader, depth);
  if (LITERAL.test(token)) return literal(reader.take());
  if (!isName(token)) throw new CelProblem(unexpected(reader));
  reader.take();
  if (reader.takes('(')) call(reader, token, depth);
  else if (!ATTRIBUTES.has(token)) throw new CelProblem(`there is no attribute "${token}"`);
}

/** Envoy counts in 64 bits, of which a number here can show 53. */
function literal(token: string): void {
  if (/^\d+u?$/.test(token) && !Number.isSafeInteger(Number.parseInt(token, 10)))
    throw new CelProblem(`the number ${token} is too large`);
}

/** Roots of Envoy's attributes. */
const ATTRIBUTES: ReadonlySet<string> = new Set(
  'request response source destination connection upstream metadata filter_state upstream_filter_state xds'.split(' '),
);

/** Each takes one thing. */
const FUNCTIONS: ReadonlySet<string> = new Set(['size', 'int', 'double', 'has']);

/** How many things each takes besides what stands before it. */
const METHODS: ReadonlyMap<string, number> = new Map([
  ['startsWith', 1],
  ['endsWith', 1],
  ['contains', 1],
  ['matches', 1],
  ['size', 0],
]);

function call(reader: Reader, name: string, depth: number): void {
  if (!FUNCTIONS.has(name)) throw new CelProblem(`there is no function "${name}"`);
  if (name === 'has') return presence(reader);
  expression(reader, depth + 1);
  reader.expect(')');
}

/** `has` takes a field of an attribute, and nothing else. */
function presence(reader: Reader): void {
  const root = reader.take();
  if (!ATTRIBUTES.has(root)) throw new CelProblem('"has" takes an attribute, such as request.headers');
  let fields = 0;
  for (; reader.takes('.'); fields++) if (!isName(reader.take())) throw new CelProblem(unexpected(reader));
  if (fields === 0) throw new CelProblem(`"has" takes a field of "${root}"`);
  reader.expect(')');
}

function member(reader: Reader, depth: number): void {
  const name = reader.take();
  if (!isName(name)) throw new CelProblem('after "." comes the name of a field or function');
  if (!reader.takes('(')) return;
  const most = METHODS.get(name);
  if (most === undefined) throw new CelProblem(`there is no function "${name}"`);
  if (name === 'matches') checkPattern(reader.peek());
  if (most > 0) expression(reader, depth + 1);
  reader.expect(')');
}

/** Envoy reads the pattern once and for all. */
function checkPattern(token: string): void {
  if (!/^["']/.test(token)) throw new CelProblem('"matches" takes a text');
  try {
    RE2JS.compile(token.slice(1, -1).replaceAll(/\\(.)/g, unescaped));
  } catch (error) {
    throw new CelProblem(`the expression ${token} is none of RE2: ${String(error)}`);
  }
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

const unescaped = (_: string, character: string): string => ESCAPES.get(character) ?? character;

function list(reader: Reader, depth: number): void {
  if (reader.takes(']')) return;
  do expression(reader, depth + 1);
  while (reader.takes(','));
  reader.expect(']');
}
