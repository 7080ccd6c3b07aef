/** Entity tags of documents, and what requests want them to be (RFC 9110, section 13). */
import type { Expectation } from '../../store/index.ts';
import { badRequest } from './problem.ts';

export const etagHeader = (etag: string): string => `"${etag}"`;

/** What a write expects of the document; nothing if the request says nothing of it. */
export function expectationOf(headers: Headers): Expectation | undefined {
  const match = headers.get('if-match');
  const noneMatch = headers.get('if-none-match');
  if (match !== null && noneMatch !== null) throw badRequest('If-Match and If-None-Match do not go together');
  if (noneMatch !== null) {
    if (noneMatch.trim() !== '*')
      throw badRequest('If-None-Match of a write must be *, which means: only if it is new');
    return { state: 'absent' };
  }
  if (match === null) return undefined;
  return match.trim() === '*' ? { state: 'present' } : { etags: listOf('If-Match', match, 'strong') };
}

/** Whether the caller has this version already. */
export function hasVersion(headers: Headers, etag: string): boolean {
  const noneMatch = headers.get('if-none-match');
  if (noneMatch === null) return false;
  return noneMatch.trim() === '*' || listOf('If-None-Match', noneMatch, 'weak').includes(etag);
}

/** A weak tag never matches strongly, so it is none where a strong one is wanted. */
function listOf(header: string, value: string, comparison: 'strong' | 'weak'): readonly string[] {
  if (!/^\s*(W\/)?"[^"]*"(\s*,\s*(W\/)?"[^"]*")*\s*$/.test(value))
    throw badRequest(`${header} must be entity tags in quotation marks, or *`);
  return [...value.matchAll(/(W\/)?"([^"]*)"/g)].flatMap(([, weak, tag = '']) =>
    weak !== undefined && comparison === 'strong' ? [] : [tag],
  );
}
