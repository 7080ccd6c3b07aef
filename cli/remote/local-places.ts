/** Diagnostics of the API, about documents that came from files here, with the places of those files. */
import type { Document } from '../../compiler/1-parse/document.ts';
import { parse } from '../../compiler/1-parse/parse.ts';
import { createLocate } from '../../compiler/diagnostics/locate.ts';
import { at } from '../../compiler/diagnostics/location.ts';
import { collect } from '../../compiler/diagnostics/report.ts';
import type { Diagnostic, SourceFile } from '../../compiler/index.ts';
import { idOfValue, treeKeyOf, type DocumentId } from '../../store/index.ts';
import { RejectedDocuments } from '../diagnostics.ts';

/** The API knows a document by its name; a person, by its file. */
export function placeLocally(diagnostics: readonly Diagnostic[], files: readonly SourceFile[]): readonly Diagnostic[] {
  const own = new Set(files.map(({ path }) => path));
  const locate = createLocate();
  const documents = new Map<string, Document>();
  for (const document of parse(files, collect().report)) {
    const id = idOfValue(document.value);
    if (id) documents.set(treeKeyOf(id), document);
  }
  return diagnostics.map((diagnostic) => {
    const document = own.has(diagnostic.file) ? undefined : documents.get(keyOf(diagnostic));
    return document ? { ...diagnostic, ...locate(at(document, diagnostic.pointer)) } : diagnostic;
  });
}

function keyOf({ subject }: Diagnostic): string {
  const id: DocumentId | undefined = subject && idOfValue({ kind: subject.kind, metadata: { ...subject } });
  return id ? treeKeyOf(id) : '';
}

/** Runs what sends documents of these files; a rejection shows where in them something is wrong. */
export async function withPlacesOf<T>(files: readonly SourceFile[], send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (error) {
    if (!(error instanceof RejectedDocuments)) throw error;
    const diagnostics = placeLocally(error.compiled.diagnostics, files);
    throw new RejectedDocuments({ ...error.compiled, diagnostics, files });
  }
}
