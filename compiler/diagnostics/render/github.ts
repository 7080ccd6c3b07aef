/**
 * Diagnostics as annotations of a GitHub pull request: lines that a workflow prints.
 *
 * Source: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
import type { Diagnostic } from '../diagnostic.ts';

/** One `::error file=...::message` a diagnostic. */
export const renderGithub = (diagnostics: readonly Diagnostic[]): string =>
  diagnostics.map((diagnostic) => `${renderOne(diagnostic)}\n`).join('');

const renderOne = (diagnostic: Diagnostic) => {
  const { severity, message, help } = diagnostic;
  const properties = Object.entries(propertiesOf(diagnostic)).map(([key, value]) => `${key}=${escapeProperty(value)}`);
  const text = help === undefined ? message : `${message}\nhelp: ${help}`;
  return `::${severity} ${properties.join(',')}::${escapeData(text)}`;
};

/** GitHub takes columns only for annotations that end on the line where they begin. */
const propertiesOf = ({ file, line, column, endLine, endColumn, code }: Diagnostic): Record<string, string> => ({
  file,
  line: String(line),
  endLine: String(endLine),
  ...(line === endLine ? { col: String(column), endColumn: String(endColumn) } : {}),
  title: code,
});

const escapeData = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (text: string) => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
