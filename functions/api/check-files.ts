/** Files → documents, each as its schema wants it. */
import type { SourceFile } from '../../compiler/1-parse/document.ts';
import { parse } from '../../compiler/1-parse/parse.ts';
import { validate } from '../../compiler/2-validate/validate.ts';
import { collect } from '../../compiler/diagnostics/report.ts';
import { hasErrors } from '../../compiler/diagnostics/diagnostic.ts';
import { idOfValue, nameOfDocument, treeKeyOf } from '../../store/index.ts';
import { isObject, type WrittenDocument } from './bodies.ts';
import { Problem, unprocessable } from './problem.ts';

/** @throws Problem that carries the diagnostics if something is wrong with one, or if two are of the same name */
export function checkFiles(files: readonly SourceFile[]): readonly WrittenDocument[] {
  const { report, diagnostics } = collect();
  const documents = parse(files, report);
  validate(documents, report);
  const found = diagnostics();
  if (hasErrors(found))
    throw new Problem(422, { title: 'The documents are not as they should be.', diagnostics: found });
  const written = documents.flatMap(({ value }) => {
    const id = idOfValue(value);
    return id && isObject(value) ? [{ id, value }] : [];
  });
  const seen = new Set<string>();
  for (const { id } of written) {
    if (seen.has(treeKeyOf(id))) throw unprocessable(`${nameOfDocument(id)} is there twice`);
    seen.add(treeKeyOf(id));
  }
  return written;
}
