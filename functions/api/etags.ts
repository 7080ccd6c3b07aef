/**
 * Entity tags of documents, and what requests want them to be (RFC 9110, section 13).
 * What is no list of them is none: then nothing matches, and nothing is overwritten.
 */
import type { Expectation } from '../../store/index.ts';

export const etagHeader = (etag: string): string => `"${etag}"`;

/** What a write expects of the document; nothing if the request says nothing of it. */
export function expectationOf(headers: Headers): Expectation | undefined {
  const match = headers.get('if-match');
  const noneMatch = headers.get('if-none-match');
  if (match !== null && noneMatch !== null) return { etags: [] }; // There and not there: nothing is.
  if (noneMatch !== null) return { state: 'absent' };
  if (match === null) return undefined;
  return match.trim() === '*' ? { state: 'present' } : { etags: listOf(match, 'strong') };
}

/** Whether the caller has this version already. */
export function hasVersion(headers: Headers, etag: string): boolean {
  const noneMatch = headers.get('if-none-match');
  if (noneMatch === null) return false;
  return noneMatch.trim() === '*' || listOf(noneMatch, 'weak').includes(etag);
}

/** A weak tag never matches strongly, so it is none where a strong one is wanted. */
function listOf(value: string, comparison: 'strong' | 'weak'): readonly string[] {
  return [...value.matchAll(/(W\/)?"([^"]*)"/g)].flatMap(([, weak, tag = '']) =>
    weak !== undefined && comparison === 'strong' ? [] : [tag],
  );
}
