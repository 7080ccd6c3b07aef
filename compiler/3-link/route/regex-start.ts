/** ASCII characters that mean themselves, or are escaped to, without one that a quantifier makes optional. */
const LITERAL_START = /^\^?((?:(?:[^\\.+*?()|[\]{}^$\u0080-\uffff]|\\[!-/:-@[-`{-~])(?![*+?{]))*)/;

/**
 * The longest literal text that can be proved to stand at the beginning of everything that an RE2 expression matches as
 * a whole, as Envoy takes it for a path; empty if nothing can be proved.
 */
export const regexStart = (regex: string): string =>
  isAlternative(regex) ? '' : (LITERAL_START.exec(regex)?.[1] ?? '').replace(/\\(.)/g, '$1');

/** Whether the regex has a `|` outside of groups, or may have: `\Q` quotes what looks like syntax. */
function isAlternative(regex: string): boolean {
  let depth = 0;
  for (const [token] of regex.matchAll(TOKENS)) {
    if (token === '\\Q' || (token === '|' && depth === 0)) return true;
    if (token === '(') depth += 1;
    if (token === ')') depth -= 1;
  }
  return false;
}

/** Escapes, character classes, and what groups and separates. */
const TOKENS = /\\[^]|\[\^?\]?(?:\\[^]|\[:\^?\w+:\]|[^\]\\])*\]|[()|]/g;
