/** What the schema of a path parameter says about its text, as far as it can be told from the path alone. */
import { RE2JS } from 're2js';
import { items, textOf, wordOf, type Source } from '../source.ts';
import type { Api } from './api.ts';
import type { Operation } from './operations.ts';
import type { Patterns } from './match.ts';
import type { PathPattern } from './path.ts';

/**
 * Expressions for the variables of a path. A request whose path does not fit them gets 404, as one for an unknown path
 * does. Left alone are schemas that characters with percent-encoding could fit: those come as they are encoded.
 */
export function narrow(api: Api, { parameters }: Operation, { patterns }: PathPattern): Patterns {
  const ofSchemas = [...parameters].flatMap(([name, parameter]): readonly (readonly [string, string])[] => {
    const expression = expressionOf(api, parameter);
    return expression === undefined ? [] : [[name, expression]];
  });
  const inPath = [...patterns].filter(([, pattern]) => isUsable(pattern));
  return new Map([...ofSchemas, ...inPath]);
}

function expressionOf({ reader }: Api, parameter: Source): string | undefined {
  // In Swagger 2.0 the parameter is its own schema.
  const schema = reader.field(parameter, 'schema') ?? parameter;
  const allowed = reader.field(schema, 'enum');
  const pattern = textOf(reader.field(schema, 'pattern'));
  if (allowed) return expressionOfWords(items(allowed));
  const whole = pattern === undefined ? undefined : /^\^([^]*)\$$/.exec(pattern)?.[1];
  return whole !== undefined && isUsable(whole) ? whole : undefined;
}

function expressionOfWords(words: readonly Source[]): string | undefined {
  const texts = words.map(wordOf);
  if (texts.length === 0 || texts.length > MOST_WORDS) return undefined;
  if (!texts.every((text) => text !== undefined && UNRESERVED.test(text))) return undefined;
  return texts.map((text) => text?.replaceAll('.', String.raw`\.`)).join('|');
}

/** Beyond that a match is no more read by anybody. */
const MOST_WORDS = 20;

/** RFC 3986: what nobody encodes. */
const UNRESERVED = /^[\w\-.~]+$/;

/** Made of classes and words of unreserved characters, and of what says how often and which. */
function isUsable(pattern: string): boolean {
  const rest = pattern.replaceAll(/\\[dw.~-]|\{\d+(?:,\d*)?\}|\[(?:[\w.~-]|\\[dw.~-])+\]|\(\?:/g, '');
  return /^[\w~()|*+?-]*$/.test(rest) && !/\(\?/.test(rest) && compiles(pattern);
}

function compiles(pattern: string): boolean {
  try {
    RE2JS.compile(pattern);
    return true;
  } catch {
    return false; // It is no expression of RE2's, and then it is not used.
  }
}
