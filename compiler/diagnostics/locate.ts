/** Locations → ranges of lines and columns. */
import type { SourceFile } from '../1-parse/document.ts';
import { createFindPlace } from '../1-parse/positions.ts';
import type { Range, Subject } from './diagnostic.ts';
import { linesOf, rangeOf, type Lines } from './lines.ts';
import { pointerSegments, type Location } from './location.ts';

/** A location as a diagnostic shows it. */
export interface Located extends Range {
  readonly document: number;
  readonly pointer: string;
  readonly subject?: Subject;
}

/** Locates many locations, reading each text again once at most. */
export const createLocate = (): ((location: Location) => Located) => {
  const findPlace = createFindPlace();
  const files = new Map<SourceFile, Lines>();
  const linesIn = (file: SourceFile) => {
    const lines = files.get(file) ?? linesOf(file.text);
    files.set(file, lines);
    return lines;
  };
  return (location) => {
    if ('span' in location) {
      const { file, index, span } = location;
      return { file: file.path, ...rangeOf(linesIn(file), span), document: index, pointer: '' };
    }
    const { document, on } = location;
    const pointer = document.root + location.pointer;
    const range = rangeOf(linesIn(document.file), findPlace(document, pointerSegments(pointer))[on]);
    return { file: document.file.path, ...range, document: document.index, pointer, ...subjectOf(document.value) };
  };
};

/** What a document says that it is, whether or not the rest of it is right. */
const subjectOf = (value: unknown): { readonly subject?: Subject } => {
  const kind = stringAt(value, 'kind');
  const metadata = valueAt(value, 'metadata');
  const name = stringAt(metadata, 'name');
  if (kind === undefined || name === undefined) return {};
  return { subject: { kind, namespace: stringAt(metadata, 'namespace') ?? DEFAULT_NAMESPACE, name } };
};

const DEFAULT_NAMESPACE = 'default';

const stringAt = (value: unknown, key: string): string | undefined => {
  const found = valueAt(value, key);
  return typeof found === 'string' ? found : undefined;
};

const valueAt = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, key)?.value : undefined;
