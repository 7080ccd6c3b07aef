import type { Check } from '../formats.ts';
import { checkRegex } from './regex.ts';

/**
 * For the tags of statistics alone, Envoy takes ECMAScript's expressions by the C++ library. What is allowed here means
 * the same there and in RE2: plain characters, classes of them, groups, `?`, `*` and `+`.
 */
const COMMON = /^(?:[\w /:@,;=<>!"#%&'`~^$|.*+?()-]|\\[dDwWsS.\\/()[\]{}|^$*+?-]|\[\^?(?:[^\\[\]]|\\[.\\/[\]^-])+\])+$/;

/** Repetitions of what is no character, and groups of other kinds than the plain and the nameless one. */
const UNCOMMON = /[\^$][*+?]|\(\?[^:]/;

const GROUP = /(?<!\\)\((?!\?)/;

export const checkTagRegex: Check = (value, at, report) => {
  const text = String(value);
  const expected = !COMMON.test(text) || UNCOMMON.test(text) ? PLAIN : !GROUP.test(text) ? GROUPED : undefined;
  if (expected === undefined) checkRegex(value, at, report);
  else report('invalid-format', at, { value, expected });
};

const PLAIN = 'an expression of plain characters, classes, groups, "?", "*" and "+"';
const GROUPED = 'an expression with a group, whose text becomes the tag';
