/** Where a diagnostic points. Line and column are computed only when diagnostics are handed out. */
import type { Document, SourceFile, Span } from '../1-parse/document.ts';

/** A place in a document: what parse understood. */
export interface DocumentLocation {
  readonly document: Document;
  /** JSON pointer (RFC 6901) within the document's value: `/spec/routes/0`; the whole document is `""`. */
  readonly pointer: string;
  /** Whether the value itself is meant, or the key (in an array: the item) that it stands under. */
  readonly on: 'value' | 'key';
}

/** A place in a file's text: what parse could not understand. */
export interface TextLocation {
  readonly file: SourceFile;
  /** 0-based place of the document in a multi-document file. */
  readonly index: number;
  readonly span: Span;
}

export type Location = DocumentLocation | TextLocation;

/** The value at a pointer, by default the whole document. */
export const at = (document: Document, pointer = ''): DocumentLocation => ({ document, pointer, on: 'value' });

/** The key at a pointer, for when the name is at fault and not what stands under it. */
export const atKey = (document: Document, pointer: string): DocumentLocation => ({ document, pointer, on: 'key' });

/** A value further inside: `child(at(document, '/spec'), 'routes', 0)` is `/spec/routes/0`. */
export const child = (
  { document, pointer }: DocumentLocation,
  ...segments: readonly (string | number)[]
): DocumentLocation => at(document, pointer + segments.map(pointerSegment).join(''));

/** One step of a JSON pointer, slash included and escaped after RFC 6901: `a/b` is `/a~1b`. */
export const pointerSegment = (segment: string | number): string =>
  `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`;

/** The unescaped segments of a JSON pointer: `/a~1b/0` is `['a/b', '0']`. */
export const pointerSegments = (pointer: string): readonly string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
