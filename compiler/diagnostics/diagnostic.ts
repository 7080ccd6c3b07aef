/** A diagnostic as it leaves the compiler: plain JSON data, rendered by `render/`. */

export type Severity = 'error' | 'warning';

/**
 * A range of text. Lines and columns start at 1, columns count UTF-16 code units (as editors do), and the end is just
 * past the last character.
 */
export interface Range {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Another place that helps to understand a diagnostic, such as the first of two declarations. */
export interface Related extends Range {
  readonly message: string;
  readonly pointer: string;
}

/** The document that a diagnostic is about. */
export interface Subject {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

export interface Diagnostic extends Range {
  /** A key of the catalog, for example `unknown-field`. */
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong, in one sentence without a full stop. */
  readonly message: string;
  /** What to do about it. */
  readonly help?: string;
  /** 0-based place of the document in a multi-document file. */
  readonly document: number;
  /** JSON pointer within that document; `""` is the whole of it, or text that could not be parsed. */
  readonly pointer: string;
  /** Absent when the document does not say what it is. */
  readonly subject?: Subject;
  readonly related?: readonly Related[];
}

export const hasErrors = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some(({ severity }) => severity === 'error');
