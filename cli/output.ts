/** How results look: JSON for programs; tables, sizes and colours for people. */
import { Option } from 'commander';
import { stringify } from 'yaml';
import { displayWidth, printable } from '../compiler/diagnostics/render/printable.ts';
import type { Colour, Host } from './host.ts';

export type OutputFormat = 'text' | DataFormat;
export type DataFormat = 'json' | 'yaml';

/** `--output text|json|yaml`. */
export const outputOption = (): Option =>
  new Option('-o, --output <format>', 'for people or for programs')
    .choices(['text', 'json', 'yaml'] satisfies OutputFormat[])
    .default('text' satisfies OutputFormat);

/** Writes a value as JSON, ending in a line break. */
export const writeJson = (host: Host, value: unknown): void => host.out(`${JSON.stringify(value, null, 2)}\n`);

/** The same in one of the formats for programs. */
export const writeData = (host: Host, value: unknown, format: DataFormat): void =>
  format === 'json' ? writeJson(host, value) : host.out(yamlText(value));

/** One of many values that follow each other: a line of JSON, or a document of YAML. */
export const eventText = (value: unknown, format: DataFormat): string =>
  format === 'json' ? `${JSON.stringify(value)}\n` : `---\n${yamlText(value)}`;

/** Texts that YAML 1.1 takes for something else (`off`, `012`) get quotes. */
export const yamlText = (value: unknown): string =>
  stringify(value, { lineWidth: 0, singleQuote: true, aliasDuplicateObjects: false, compat: 'yaml-1.1' });

/** Writes lines, of which colours may be a part: what users say in them has to be made `printable` before. */
export const writeLines = (host: Host, lines: readonly string[]): void =>
  host.out(lines.map((line) => `${line}\n`).join(''));

/** Rows in columns, two spaces apart; the first row is the head. Cells hold text of users, which is made harmless. */
export function table(rows: readonly (readonly string[])[]): readonly string[] {
  const shown = rows.map((row) => row.map(printable));
  const widths = (shown[0] ?? []).map((_, column) => Math.max(...shown.map((row) => displayWidth(row[column] ?? ''))));
  return shown.map((row) =>
    row
      .map((cell, column) => pad(cell, widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

const pad = (cell: string, width: number): string => cell + ' '.repeat(Math.max(0, width - displayWidth(cell)));

/** `3 objects`, `1 object`. */
export const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

/** `817 B`, `12.3 KB`, `4.0 MB`. */
export function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** Enough of a digest to tell it from others. */
export const short = (digest: string): string => digest.slice(0, 12);

/** `2026-11-23 12:00:01` of an ISO 8601 time; anything else as it is. */
export const shortTime = (time: string): string =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(time) ? `${time.slice(0, 10)} ${time.slice(11, 19)}` : time;

export interface Paint {
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly note: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
}

/** Select Graphic Rendition, ECMA-48 section 8.3.117. */
const sgr = (code: number) => (text: string) => `\u001b[${code}m${text}\u001b[0m`;
const same = (text: string): string => text;

export const paintFor = (colour: Colour): Paint =>
  colour === 'always'
    ? { good: sgr(32), bad: sgr(31), note: sgr(36), strong: sgr(1), faint: sgr(2) }
    : { good: same, bad: same, note: same, strong: same, faint: same };
