/** What the parse stage takes and gives. */

/** A file as the caller read it. The path is only shown and sorted by, never opened. */
export interface SourceFile {
  /** For example `gateways/edge.yaml`; its ending decides how the text is parsed. */
  readonly path: string;
  readonly text: string;
}

/** A stretch of a file's text: UTF-16 offsets, the end not included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One document of one file, as plain data, not yet known to match a schema. */
export interface Document {
  readonly file: SourceFile;
  /** 0-based place in a multi-document file. The items of one Kubernetes `List` share it. */
  readonly index: number;
  /** Where the text of the document lies in the file. */
  readonly span: Span;
  /** JSON pointer of {@link value} within the text: `""`, or for example `/items/3` for an item of a `List`. */
  readonly root: string;
  /**
   * Nulls, booleans, finite numbers, strings, arrays and plain objects, all keys being own properties (`__proto__`
   * too). YAML aliases make it a graph in which values are shared; it has no cycles, and nobody may change it.
   *
   * `undefined` if the text could not be read: why has been reported, and what it declares is not known.
   */
  readonly value: unknown;
}
