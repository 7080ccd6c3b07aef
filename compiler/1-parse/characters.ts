/** Characters that cannot stand in a document. */
import type { Finding } from './finding.ts';

/**
 * The first character that neither YAML nor a careful reader accepts: control characters other than tab and line
 * breaks, U+FFFD (which replaced bytes that are not UTF-8), a byte order mark that is not the first character of the
 * file, halves of surrogate pairs. Source: https://yaml.org/spec/1.2.2/#51-character-set
 */
export const findInvalidCharacter = (text: string): Finding | undefined => {
  const start = text.search(INVALID);
  if (start < 0) return undefined;
  const codePoint = text.codePointAt(start) ?? 0;
  return (report, locate) => report('invalid-character', locate({ start, end: start + 1 }), { codePoint });
};

const INVALID = /(?![\t\n\r\u0085])\p{Control}|[\ufeff\ufffd-\uffff]|\p{Surrogate}/u;
