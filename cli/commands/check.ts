import { Command } from 'commander';
import type { MakeCommand } from '../command.ts';
import {
  compileDocuments,
  diagnosticOption,
  renderDiagnostics,
  type CompiledDocuments,
  type DiagnosticFormat,
} from '../diagnostics.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Host } from '../host.ts';
import { count, writeLines } from '../output.ts';

/** `enroutectl check`: whether documents compile. */
export const check: MakeCommand = (host, conclude) =>
  new Command('check')
    .summary('say what is wrong with documents')
    .description('Compiles documents and says what is wrong with them, with file, line, column and a cure.')
    .argument('<path...>', 'documents: files, folders, or - for standard input')
    .addOption(diagnosticOption())
    .addHelpText('after', HELP)
    .action(async (paths: readonly string[], { output }: { readonly output: DiagnosticFormat }) =>
      conclude(show(await compileDocuments(paths, host), output, host)),
    );

const HELP = `
With --output json:
  { "errors": 1, "warnings": 0, "diagnostics": [{ "code", "severity", "message", "help"?, "file", "line", "column",
    "endLine", "endColumn", "document", "pointer", "subject"?: { "kind", "namespace", "name" }, "related"?: [...] }] }

Exits with 1 if there are errors.`;

function show(compiled: CompiledDocuments, format: DiagnosticFormat, host: Host): ExitCode {
  const { diagnostics, files, status } = compiled;
  host.out(renderDiagnostics(diagnostics, { format, files, colour: host.colour.out }));
  if (format === 'text' && diagnostics.length === 0) writeLines(host, [summaryOf(compiled)]);
  return status === 'compiled' ? EXIT.success : EXIT.negative;
}

const summaryOf = ({ files, bundles }: CompiledDocuments): string => {
  const resources = bundles.reduce((sum, bundle) => sum + bundle.resources.length, 0);
  return `no problems in ${count(files.length, 'file')}: ${count(bundles.length, 'gateway')}, ${count(resources, 'resource')}`;
};
