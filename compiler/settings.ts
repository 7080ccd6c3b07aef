/**
 * Files that the operator of a program gives it, such as which certificates may be which nodes: YAML or JSON, checked by a
 * schema in `schemas/settings/`, with the same diagnostics as documents.
 */
import type { Document, SourceFile } from './1-parse/document.ts';
import { parse } from './1-parse/parse.ts';
import { checkValue } from './2-validate/check.ts';
import * as VALIDATORS from './2-validate/generated/settings-validators.js';
import type { SettingsFiles } from './2-validate/generated/types.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import { at, type DocumentLocation } from './diagnostics/location.ts';
import { collect, type Report } from './diagnostics/report.ts';

export type SettingsReading<T> =
  Readable<T> | { readonly value: undefined; readonly diagnostics: readonly Diagnostic[] };

interface Readable<T> {
  readonly value: T;
  readonly diagnostics: readonly [];
}

/** Reports what a schema cannot say, and gives what the program works with. */
export type Interpret<S, T> = (settings: S, report: Report, place: (pointer: string) => DocumentLocation) => T;

/**
 * Reads a settings file that has one document. Pure.
 * @param interpret makes of a file that matches its schema what is wanted; what it reports makes the file unusable
 */
export function readSettings<N extends keyof SettingsFiles, T>(
  name: N,
  file: SourceFile,
  interpret: Interpret<SettingsFiles[N], T>,
): SettingsReading<T> {
  const { report, diagnostics, hasErrors } = collect();
  const document = onlyDocument(file, report);
  const checked = hasErrors() ? undefined : checkValue<SettingsFiles[N]>(document, name, VALIDATORS[name], report);
  const value = checked && interpret(checked.value, report, (pointer) => at(document, pointer));
  return value === undefined || hasErrors()
    ? { value: undefined, diagnostics: diagnostics() }
    : { value, diagnostics: [] };
}

/** A file without any has an empty one: then the schema says what is missing. */
function onlyDocument(file: SourceFile, report: Report): Document {
  const [first, second] = parse([file], report);
  const document = first ?? { file, index: 0, span: { start: 0, end: file.text.length }, root: '', value: {} };
  if (second) report('too-many', at(second), { noun: 'item', found: 2, limit: 1 });
  return document;
}

/** Each mistake on a line, `file:line:column: sentence; help`, for programs that end with it. */
export const describeMistakes = (diagnostics: readonly Diagnostic[]): string =>
  diagnostics
    .map(({ file, line, column, message, help }) =>
      [`${file}:${line}:${column}: ${message}`, ...(help === undefined ? [] : [help])].join('; '),
    )
    .join('\n');
