/** Diagnostics for programs. */
import type { Diagnostic } from '../diagnostic.ts';
import { countOf } from '../summary.ts';

/** `{ "errors": 1, "warnings": 0, "diagnostics": [...] }`, with the fields of {@link Diagnostic}. */
export const renderJson = (diagnostics: readonly Diagnostic[]): string => {
  const report = {
    errors: countOf(diagnostics, 'error'),
    warnings: countOf(diagnostics, 'warning'),
    diagnostics,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
};
