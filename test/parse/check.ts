/** Parses one text and shows all that came of it in a form that fits on a line. */
import { parse } from '../../compiler/1-parse/parse.ts';
import { collect } from '../../compiler/diagnostics/report.ts';

export const check = (text: string, path = 'test.yaml') => {
  const { report, diagnostics } = collect();
  const documents = parse([{ path, text }], report).filter(({ value }) => value !== undefined);
  return {
    documents,
    values: documents.map(({ value }) => value),
    diagnostics: diagnostics(),
    problems: diagnostics().map(
      ({ line, column, endLine, endColumn, code }) =>
        `${line}:${column}-${endLine === line ? '' : `${endLine}:`}${endColumn} ${code}`,
    ),
  };
};

export const checkJson = (text: string) => check(text, 'test.json');
