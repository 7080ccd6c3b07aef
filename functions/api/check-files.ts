/** Files → documents, each as its schema wants it. */
import type { Document, SourceFile } from '../../compiler/1-parse/document.ts';
import { parse } from '../../compiler/1-parse/parse.ts';
import { validate } from '../../compiler/2-validate/validate.ts';
import { hasErrors } from '../../compiler/diagnostics/diagnostic.ts';
import { at } from '../../compiler/diagnostics/location.ts';
import { collect, type Report } from '../../compiler/diagnostics/report.ts';
import { idOfValue, treeKeyOf } from '../../store/index.ts';
import { isObject, type WrittenDocument } from './bodies.ts';
import { Problem } from './problem.ts';

/** @throws Problem that carries the diagnostics if something is wrong with one, or if two are of the same name */
export function checkFiles(files: readonly SourceFile[]): readonly WrittenDocument[] {
  const { report, diagnostics } = collect();
  const documents = parse(files, report);
  validate(documents, report);
  reportDuplicates(documents, report);
  const found = diagnostics();
  if (hasErrors(found))
    throw new Problem(422, { title: 'The documents are not as they should be.', diagnostics: found });
  return documents.flatMap(({ value }) => {
    const id = idOfValue(value);
    return id && isObject(value) ? [{ id, value }] : [];
  });
}

function reportDuplicates(documents: readonly Document[], report: Report): void {
  const seen = new Map<string, Document>();
  for (const document of documents) {
    const id = idOfValue(document.value);
    const first = id && seen.get(treeKeyOf(id));
    if (first)
      report('duplicate-document', at(document, '/metadata/name'), { ...id, first: at(first, '/metadata/name') });
    else if (id) seen.set(treeKeyOf(id), document);
  }
}
