/** Documents in, bundles and diagnostics out. */
import type { SourceFile } from './1-parse/document.ts';
import { parse } from './1-parse/parse.ts';
import { validate } from './2-validate/validate.ts';
import { link } from './3-link/link.ts';
import { checkRules } from './4-lower/check.ts';
import { lower } from './4-lower/lower.ts';
import { packGateway, type CompiledBundle } from './5-pack/gateway.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import { collect } from './diagnostics/report.ts';
import { createCompileMemo } from './memo.ts';

export interface Compilation {
  /** One for each Gateway, sorted by name; none if any diagnostic is an error. */
  readonly bundles: readonly CompiledBundle[];
  /** What is wrong, sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Compiles gateway documents. Pure: the same files, in any order, give the same bytes on any machine.
 *
 * @param files every document of the set; what is not there does not exist
 * @param memo from `createCompileMemo()`, handed in again and again: makes the next compile cost what has changed
 */
export function compile(files: readonly SourceFile[], memo = createCompileMemo()): Compilation {
  const { report, diagnostics, hasErrors } = collect();
  const documents = parse(files, report, memo.parse); // Plain values with positions.
  const model = validate(documents, report, memo.validate); // Match the schemas; defaults filled in.
  const graph = link(model, report, memo.link); // Names have become what they name.
  const gateways = hasErrors() ? [] : lower(graph, report, memo.lower); // Envoy's words.
  if (!hasErrors()) checkRules(gateways, report, memo); // Envoy's rules hold.
  const bundles = hasErrors() ? [] : gateways.map((gateway) => packGateway(gateway, memo)); // Bytes.
  return { bundles, diagnostics: diagnostics() };
}
