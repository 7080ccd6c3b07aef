/** Compiles for a command, and shows what is wrong. */
import { Option } from 'commander';
import {
  compile,
  COMPILER_VERSION,
  hasErrors,
  type Compilation,
  type Diagnostic,
  type SourceFile,
} from '../compiler/index.ts';
import { renderGithub } from '../compiler/diagnostics/render/github.ts';
import { renderJson } from '../compiler/diagnostics/render/json.ts';
import { renderSarif } from '../compiler/diagnostics/render/sarif.ts';
import { renderText } from '../compiler/diagnostics/render/text.ts';
import { readDocuments } from './documents.ts';
import { EXIT } from './exit-codes.ts';
import { Failure } from './failure.ts';
import type { Colour, Host } from './host.ts';

export type DiagnosticFormat = 'text' | 'json' | 'sarif' | 'github';

/** `--output text|json|sarif|github`. */
export const diagnosticOption = (): Option =>
  new Option(
    '-o, --output <format>',
    'for people, for programs, for code scanners, or as annotations of a pull request',
  )
    .choices(['text', 'json', 'sarif', 'github'] satisfies DiagnosticFormat[])
    .default('text' satisfies DiagnosticFormat);

export interface CompiledDocuments extends Compilation {
  readonly files: readonly SourceFile[];
  readonly status: 'compiled' | 'rejected';
}

/** Reads what the command line names and compiles it. */
export async function compileDocuments(paths: readonly string[], host: Host): Promise<CompiledDocuments> {
  const files = await readDocuments(paths, host);
  const compilation = compile(files);
  return { ...compilation, files, status: hasErrors(compilation.diagnostics) ? 'rejected' : 'compiled' };
}

/** Ends a command that needs documents which compile. */
export class RejectedDocuments extends Failure {
  readonly compiled: CompiledDocuments;

  constructor(compiled: CompiledDocuments) {
    super('the documents have errors; nothing was done', { exit: EXIT.negative });
    this.compiled = compiled;
  }
}

/**
 * Compiles for a command whose output is something else, and shows warnings on standard error.
 *
 * @throws RejectedDocuments if there are errors.
 */
export async function compileOrFail(paths: readonly string[], host: Host): Promise<CompiledDocuments> {
  const compiled = await compileDocuments(paths, host);
  if (compiled.status === 'rejected') throw new RejectedDocuments(compiled);
  showDiagnostics(compiled, host);
  return compiled;
}

export interface RenderOptions {
  readonly format: DiagnosticFormat;
  readonly files: readonly SourceFile[];
  readonly colour: Colour;
}

export function renderDiagnostics(diagnostics: readonly Diagnostic[], options: RenderOptions): string {
  switch (options.format) {
    case 'text':
      return renderText(diagnostics, options);
    case 'json':
      return renderJson(diagnostics);
    case 'sarif':
      return renderSarif(diagnostics, { version: COMPILER_VERSION });
    case 'github':
      return renderGithub(diagnostics);
  }
}

/** More than these fill a terminal, and are more than anybody reads; "enroutectl check" shows all. */
export const DIAGNOSTICS_SHOWN = 50;

/** Shows diagnostics on standard error, for commands whose output is something else. */
export const showDiagnostics = ({ diagnostics, files }: CompiledDocuments, host: Host): void =>
  host.err(renderText(diagnostics, { files, colour: host.colour.err, limit: DIAGNOSTICS_SHOWN }));
