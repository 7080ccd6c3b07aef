/** What the fixtures of errors are run through: `compile`, as far as the parse stage goes. */
import type { SourceFile } from '../../compiler/1-parse/document.ts';
import { parse } from '../../compiler/1-parse/parse.ts';
import { PARSE } from '../../compiler/diagnostics/catalog/parse.ts';
import { collect } from '../../compiler/diagnostics/report.ts';

export const compile = (files: readonly SourceFile[]) => {
  const { report, diagnostics } = collect();
  parse(files, report);
  return { diagnostics: diagnostics() };
};

/** The codes that can occur. */
export const CODES = Object.keys(PARSE);
