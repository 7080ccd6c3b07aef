/** The reference page of all diagnostics, from the catalog: `docs/diagnostics.md`. */
import { entryOf } from '../compiler/diagnostics/catalog.ts';
import { codes, explain } from '../compiler/diagnostics/render/explanation.ts';

export const DIAGNOSTICS_PAGE = 'docs/diagnostics.md';

/** Markdown, not yet formatted. */
export const generateDiagnosticsPage =
  (): string => `<!-- Generated from compiler/diagnostics/catalog: npm run generate -->

# Diagnostics

What the compiler reports, by code. \`enroutectl explain CODE\` prints the same.

| Code | Severity | Meaning |
| --- | --- | --- |
${codes().map(tableRow).join('\n')}

${codes().map(explain).join('\n')}`;

const tableRow = (code: ReturnType<typeof codes>[number]) => {
  const { severity, title } = entryOf(code);
  return `| [${code}](#${code}) | ${severity} | ${title} |`;
};
