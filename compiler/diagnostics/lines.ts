/** Offsets in a text → lines and columns. */
import type { Span } from '../1-parse/document.ts';

export interface Lines {
  /** The start of each line, as offsets. */
  readonly starts: readonly number[];
  readonly text: string;
}

/** Lines end with a line feed; a byte order mark belongs to no line. */
export const linesOf = (text: string): Lines => {
  const starts = [text.startsWith('\ufeff') ? 1 : 0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return { starts, text };
};

/** The text of a line, counted from 1, without its line break. */
export const lineText = ({ starts, text }: Lines, line: number): string =>
  text.slice(starts[line - 1] ?? text.length, starts[line] ?? text.length).replace(/\r?\n$/, '');

/** Where a span begins and ends, both counted from 1. White space at its end does not belong to it, unless it is all. */
export const rangeOf = (lines: Lines, span: Span) => {
  const start = clamp(span.start, lines);
  const spanned = lines.text.slice(start, clamp(span.end, lines));
  const end = start + (spanned.trimEnd() || spanned).length;
  const [line, column] = positionOf(lines, start);
  const [endLine, endColumn] = positionOf(lines, end);
  return { line, column, endLine, endColumn };
};

const clamp = (offset: number, { starts, text }: Lines) => Math.max(starts[0] ?? 0, Math.min(offset, text.length));

const positionOf = ({ starts }: Lines, offset: number): readonly [line: number, column: number] => {
  const line = lastAtMost(starts, offset);
  return [line + 1, offset - (starts[line] ?? 0) + 1];
};

/** The index of the last number that is not above the limit; 0 if all are. */
const lastAtMost = (sorted: readonly number[], limit: number): number => {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((sorted[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
};
