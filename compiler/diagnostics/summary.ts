/** How many there are, in words. */
import { count } from './catalog/words.ts';
import type { Diagnostic, Severity } from './diagnostic.ts';

/** `2 errors, 1 warning in 3 files`; without diagnostics, `no problems`. */
export const summarize = (diagnostics: readonly Diagnostic[]): string => {
  if (diagnostics.length === 0) return 'no problems';
  const severities: readonly Severity[] = ['error', 'warning'];
  const counts = severities
    .map((severity) => ({ severity, number: countOf(diagnostics, severity) }))
    .filter(({ number }) => number > 0)
    .map(({ severity, number }) => count(number, severity));
  return `${counts.join(', ')} in ${count(new Set(diagnostics.map(({ file }) => file)).size, 'file')}`;
};

export const countOf = (diagnostics: readonly Diagnostic[], severity: Severity): number =>
  diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
