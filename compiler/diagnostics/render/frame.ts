/** A code frame: the line that is meant, the one before, and a mark under the place. */
import type { Range } from '../diagnostic.ts';
import { lineText, type Lines } from '../lines.ts';
import { displayWidth, printable } from './printable.ts';

/**
 * For example, the number column being as wide as it must:
 *
 *      |
 *   13 |   upstreams:
 *   14 |     - chekout
 *      |       ^^^^^^^
 *
 * Of a range over several lines only the first is shown.
 *
 * @param mark makes the mark stand out, with colour for example
 */
export const frame = (lines: Lines, range: Range, mark: (text: string) => string): readonly string[] => {
  const { line, column, endLine, endColumn } = range;
  const text = lineText(lines, line);
  const end = endLine > line ? text.length : endColumn - 1;
  const view = narrow(text, column - 1, Math.max(column - 1, end));
  const gutter = ' '.repeat(String(line).length);
  const before = lineText(lines, line - 1);
  return [
    `${gutter} |`,
    ...(line > 1 && before.trim() !== '' ? [row(pad(line - 1, line), head(before))] : []),
    row(String(line), printable(view.text)),
    row(gutter, indentLike(view.text.slice(0, view.start)) + mark('^'.repeat(markWidth(view)))),
  ];
};

const row = (gutter: string, text: string) => `${gutter} | ${text}`.trimEnd();

const pad = (line: number, widest: number) => String(line).padStart(String(widest).length);

/** White space as wide as a text. Its tabs are kept, for how wide a tab is depends on the terminal. */
const indentLike = (text: string) =>
  text
    .split('\t')
    .map((part) => ' '.repeat(displayWidth(printable(part))))
    .join('\t');

interface View {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const markWidth = ({ text, start, end }: View) => Math.max(1, displayWidth(text.slice(start, end)));

const LONGEST_LINE = 120;
const SHOWN_BEFORE = 40;

const head = (text: string) => printable(text.length > LONGEST_LINE ? `${text.slice(0, LONGEST_LINE - 1)}…` : text);

/** Cuts a long line (JSON is often one) down to what surrounds the place. */
const narrow = (text: string, start: number, end: number): View => {
  if (text.length <= LONGEST_LINE) return { text, start, end };
  const from = Math.max(0, start - SHOWN_BEFORE);
  const to = Math.min(text.length, from + LONGEST_LINE - 2);
  const prefix = from > 0 ? '…' : '';
  const suffix = to < text.length ? '…' : '';
  const shift = prefix.length - from;
  return { text: prefix + text.slice(from, to) + suffix, start: start + shift, end: Math.min(end, to) + shift };
};
