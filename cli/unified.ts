/** Line differences as people know them from `diff -u`. */
import { FILE_HEADERS_ONLY, formatPatch, structuredPatch, type StructuredPatch } from 'diff';
import { printable } from '../compiler/diagnostics/render/printable.ts';
import type { Paint } from './output.ts';

export interface Texts {
  readonly before: string;
  readonly after: string;
}

/** Beyond so many edits nobody reads the difference, and finding the smallest takes quadratic time. */
const MOST_EDITS = 5_000;

export interface UnifiedOptions {
  readonly from: string;
  readonly to: string;
  /** Lines around each change. Default: 3. */
  readonly context?: number;
}

/** The difference with its two header lines; the whole old text and the whole new one where they have too little in common. */
export const unified = ({ before, after }: Texts, options: UnifiedOptions): string =>
  formatPatch(patchOf({ before, after }, options), FILE_HEADERS_ONLY);

/** The lines of the difference without its headers. */
export const unifiedLines = (texts: Texts, context: number): readonly string[] =>
  unified(texts, { from: '', to: '', context })
    .split('\n')
    .slice(2)
    .filter((line) => line !== '' && !line.startsWith('\\'));

/** The same lines with removals and additions in colour, and made harmless for a terminal. */
export const paintLines = (lines: readonly string[], { good, bad, note }: Paint): readonly string[] =>
  lines.map((line) => {
    const text = printable(line);
    if (line.startsWith('+')) return good(text);
    if (line.startsWith('-')) return bad(text);
    return line.startsWith('@@') ? note(text) : text;
  });

function patchOf({ before, after }: Texts, { from, to, context = 3 }: UnifiedOptions): StructuredPatch {
  const options = { context, maxEditLength: MOST_EDITS };
  return (
    structuredPatch(from, to, before, after, undefined, undefined, options) ?? replacement({ before, after }, from, to)
  );
}

function replacement({ before, after }: Texts, from: string, to: string): StructuredPatch {
  const removed = linesOf(before);
  const added = linesOf(after);
  const lines = [...removed.map((line) => `-${line}`), ...added.map((line) => `+${line}`)];
  const hunk = { oldStart: 1, oldLines: removed.length, newStart: 1, newLines: added.length, lines };
  return { oldFileName: from, newFileName: to, oldHeader: undefined, newHeader: undefined, hunks: [hunk] };
}

const linesOf = (text: string): readonly string[] => text.replace(/\n$/, '').split('\n');
