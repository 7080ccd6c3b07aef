import { RE2JS } from 're2js';
import type { Check } from '../formats.ts';

/**
 * The largest program that an expression may compile to. Envoys that run with our bootstrap accept far more; what is
 * beyond this is a mistake, and slow.
 */
const LARGEST_PROGRAM = 10_000;

/** An escaped character; the code of one that is written by number is captured. */
const ESCAPE = /\\(?:x\{([0-9a-f]+)\}|[^])/gi;

/** RE2, which Envoy uses, has neither back references nor look-around; re2js is the same engine. */
export const checkRegex: Check = (value, at, report) => {
  const problem = problemOf(String(value));
  if (problem !== undefined) report('invalid-regex', at, { pattern: String(value), problem });
};

function problemOf(pattern: string): string | undefined {
  try {
    const size = RE2JS.compile(pattern).programSize();
    if (size > LARGEST_PROGRAM) return `it compiles to ${size} instructions, more than ${LARGEST_PROGRAM}`;
    const wide = [...pattern.matchAll(ESCAPE)].find(([, code = '0']) => Number.parseInt(code, 16) > 0xff);
    return wide && `Envoy matches bytes, so ${wide[0]} stands for none; write the character itself`;
  } catch (error) {
    return error instanceof Error ? error.message.replace('error parsing regexp: ', '') : String(error);
  }
}

/** What a substitution names that is no group of its expression, and how many groups that has; the expression is valid. */
export interface WrongGroup {
  readonly text: string;
  readonly groups: number;
}

/** Envoy refuses a substitution that names a group the expression does not have, or escapes anything else. */
export function wrongGroup(pattern: string, substitution: string): WrongGroup | undefined {
  const groups = RE2JS.compile(pattern).groupCount();
  const escapes = [...substitution.matchAll(/\\(.?)/g)];
  const wrong = escapes.find(([, next = '']) => next !== '\\' && !(/\d/.test(next) && Number(next) <= groups));
  return wrong && { text: wrong[0], groups };
}
