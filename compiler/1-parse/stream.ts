/** A YAML file as a stream of documents, divided before anything is parsed. */
import type { Span } from './document.ts';

/**
 * Where the documents of a YAML file lie, those included that turn out to be empty.
 *
 * A line that begins with `---` or `...` ends a document wherever it stands, even inside of a block scalar or a string
 * in quotes (https://yaml.org/spec/1.2.2/#912-document-markers), so the text can be divided without being understood.
 * So one document can be read, remembered and located without the others.
 */
export const splitStream = (text: string): readonly Span[] => {
  const starts = [text.startsWith(BYTE_ORDER_MARK) ? 1 : 0];
  for (const { 0: marker, index } of text.matchAll(MARKER)) {
    if (marker.startsWith('---')) starts.push(index);
    else starts.push(index + marker.length);
  }
  return starts
    .map((start, position) => ({ start, end: starts[position + 1] ?? text.length }))
    .filter(({ start, end }) => end > start);
};

const BYTE_ORDER_MARK = '\ufeff';

/**
 * Either a document's start, or its end with the rest of that line, which can only be a comment. Only a line feed ends
 * a line; JavaScript's `^` would also match after U+2028, which is text to YAML.
 */
const MARKER = /(?<![^\n])(?:---(?![^ \t\r\n])|\.\.\.(?![^ \t\r\n])[^\n]*\n?)/g;
