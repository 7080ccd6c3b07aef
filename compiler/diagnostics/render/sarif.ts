/**
 * Diagnostics in the Static Analysis Results Interchange Format, which code scanners and editors read.
 *
 * Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
import { entryOf, isCode } from '../catalog.ts';
import type { Diagnostic, Range } from '../diagnostic.ts';
import { explain } from './explanation.ts';

export interface SarifOptions {
  /** Version of the compiler. */
  readonly version: string;
}

/** A log with one run. Its rules are the codes that occur. */
export const renderSarif = (diagnostics: readonly Diagnostic[], { version }: SarifOptions): string => {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort();
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'enroutectl', version, rules: codes.map(ruleOf) } },
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map((diagnostic) => resultOf(diagnostic, codes.indexOf(diagnostic.code))),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
};

const ruleOf = (code: string) => {
  if (!isCode(code)) return { id: code };
  const { title, severity, explanation } = entryOf(code);
  return {
    id: code,
    shortDescription: { text: title },
    fullDescription: { text: explanation.meaning },
    help: { text: explanation.cure, markdown: explain(code) },
    defaultConfiguration: { level: severity },
  };
};

const resultOf = (diagnostic: Diagnostic, ruleIndex: number) => {
  const { code, severity, message, help, pointer, subject, related = [] } = diagnostic;
  const name = [...(subject ? [subject.kind, subject.namespace, subject.name] : []), pointer].join('/');
  return {
    ruleId: code,
    ruleIndex,
    level: severity,
    message: { text: help === undefined ? message : `${message}\n${help}` },
    locations: [
      {
        physicalLocation: physicalLocationOf(diagnostic),
        ...(name === '' ? {} : { logicalLocations: [{ fullyQualifiedName: name, kind: 'object' }] }),
      },
    ],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((other) => ({
            physicalLocation: physicalLocationOf(other),
            message: { text: other.message },
          })),
        }),
  };
};

const physicalLocationOf = ({ file, line, column, endLine, endColumn }: Range) => ({
  artifactLocation: { uri: uriOf(file) },
  region: { startLine: line, startColumn: column, endLine, endColumn },
});

/** A relative reference, or a `file:` URI for an absolute path. */
const uriOf = (path: string) => {
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  return path.startsWith('/') ? `file://${encoded}` : encoded;
};
