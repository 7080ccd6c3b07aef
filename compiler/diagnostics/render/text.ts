/** Diagnostics for a terminal. */
import type { SourceFile } from '../../1-parse/document.ts';
import type { Diagnostic, Range, Related, Severity } from '../diagnostic.ts';
import { linesOf, type Lines } from '../lines.ts';
import { redact } from '../redact.ts';
import { summarize } from '../summary.ts';
import { frame } from './frame.ts';
import { printable } from './printable.ts';

export interface TextOptions {
  /** The files that were compiled; a diagnostic of a file that is not among them has no code frame. */
  readonly files: readonly SourceFile[];
  readonly colour: 'always' | 'never';
  /** The most that are shown, errors first; default: all. The summary counts all of them. */
  readonly limit?: number;
}

/**
 * Each diagnostic with its code frame, then a summary; the empty string if there is none. Ends with a line break.
 *
 *   shop.yaml:14:9 error[unknown-reference]: no Upstream is named "chekout" in the namespace "shop"
 *      |
 *   13 |   upstreams:
 *   14 |     - chekout
 *      |       ^^^^^^^
 *      at /spec/routes/0/upstreams/0 of VirtualHost shop/web
 *      help: did you mean "checkout"?
 */
export const renderText = (
  diagnostics: readonly Diagnostic[],
  { files, colour, limit = Infinity }: TextOptions,
): string => {
  if (diagnostics.length === 0) return '';
  const paint = colour === 'always' ? ANSI : PLAIN;
  const linesIn = createLinesIn(files);
  const parts = mostSevere(diagnostics, limit).map((diagnostic) => renderOne(diagnostic, linesIn, paint).join('\n'));
  const rest = diagnostics.length - parts.length;
  return `${[...parts, ...(rest > 0 ? [`… and ${rest} more`] : []), summarize(diagnostics)].join('\n\n')}\n`;
};

function mostSevere(diagnostics: readonly Diagnostic[], limit: number): readonly Diagnostic[] {
  if (diagnostics.length <= limit) return diagnostics;
  const isError = ({ severity }: Diagnostic): boolean => severity === 'error';
  return [...diagnostics.filter(isError), ...diagnostics.filter((each) => !isError(each))].slice(0, limit);
}

interface Paint {
  readonly severity: Readonly<Record<Severity, (text: string) => string>>;
  readonly strong: (text: string) => string;
  readonly note: (text: string) => string;
}

const same = (text: string) => text;
const PLAIN: Paint = { severity: { error: same, warning: same }, strong: same, note: same };

/** Select Graphic Rendition, ECMA-48 section 8.3.117. */
const sgr = (code: number) => (text: string) => `\u001b[${code}m${text}\u001b[0m`;
const ANSI: Paint = { severity: { error: sgr(31), warning: sgr(33) }, strong: sgr(1), note: sgr(36) };

type LinesIn = (path: string) => Lines | undefined;

const createLinesIn = (files: readonly SourceFile[]): LinesIn => {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const known = new Map<string, Lines>();
  return (path) => {
    const text = texts.get(path);
    if (text === undefined) return undefined;
    const lines = known.get(path) ?? linesOf(redact(text));
    known.set(path, lines);
    return lines;
  };
};

const renderOne = (diagnostic: Diagnostic, linesIn: LinesIn, paint: Paint): readonly string[] => {
  const { severity, code, message, help, related = [] } = diagnostic;
  const label = paint.severity[severity](`${severity}[${code}]`);
  const indent = indentOf(diagnostic);
  const about = aboutOf(diagnostic);
  return [
    `${paint.strong(placeOf(diagnostic))} ${label}: ${paint.strong(printable(message))}`,
    ...frameOf(diagnostic, linesIn, paint.severity[severity]),
    ...(about === '' ? [] : [`${indent}at ${printable(about)}`]),
    ...(help === undefined ? [] : [`${indent}${paint.note('help:')} ${printable(help)}`]),
    ...related.flatMap((other) => renderRelated(other, indent, linesIn, paint)),
  ];
};

const renderRelated = (related: Related, indent: string, linesIn: LinesIn, paint: Paint): readonly string[] => [
  `${indent}${paint.note('note:')} ${printable(related.message)}: ${placeOf(related)}`,
  ...frameOf(related, linesIn, paint.note),
];

const frameOf = (range: Range, linesIn: LinesIn, mark: (text: string) => string): readonly string[] => {
  const lines = linesIn(range.file);
  return lines ? frame(lines, range, mark) : [];
};

const placeOf = ({ file, line, column }: Range) => `${printable(file)}:${line}:${column}`;

/** As wide as the numbers of the code frame and the space after them. */
const indentOf = ({ line }: Range) => ' '.repeat(String(line).length + 1);

const aboutOf = ({ pointer, subject }: Diagnostic) => {
  const document = subject ? `${subject.kind} ${subject.namespace}/${subject.name}` : '';
  return [pointer, document].filter((part) => part !== '').join(' of ');
};
