/** What a change does, as a person reads it before saying yes: to documents, and to what Envoys get. */
import { Option } from 'commander';
import { printable } from '../../compiler/diagnostics/render/printable.ts';
import { renderText } from '../../compiler/diagnostics/render/text.ts';
import type { SourceFile } from '../../compiler/index.ts';
import { diffLines, fieldLine, type DiffTextOptions } from '../diff/render.ts';
import { DIAGNOSTICS_SHOWN } from '../diagnostics.ts';
import type { Host } from '../host.ts';
import { count, paintFor, writeLines, type OutputFormat, type Paint } from '../output.ts';
import { placeLocally } from './local-places.ts';
import type { RemoteChange, WriteResult } from './write-result.ts';

/** Options of commands that show a plan before they do something. */
export interface PlanFlags {
  readonly output: OutputFormat;
  readonly yes?: boolean;
  /** Long differences are shown whole. */
  readonly full?: boolean;
}

/** `--full`. */
export const fullOption = (): Option => new Option('--full', 'show long differences whole');

/** Warnings go to standard error, the plan to standard output. */
export function showPlan(
  plan: WriteResult,
  files: readonly SourceFile[],
  { full }: Pick<PlanFlags, 'full'>,
  host: Host,
): void {
  showWarnings(plan, files, host);
  const paint = paintFor(host.colour.out);
  const length = full ? 'full' : 'short';
  writeLines(host, [
    ...changeLines(plan.changes, { paint, length }),
    ...(plan.envoy.length > 0 ? ['', 'Envoy, once it is published:', ...diffLines(plan.envoy, { paint, length })] : []),
  ]);
}

export function showWarnings({ diagnostics }: WriteResult, files: readonly SourceFile[], host: Host): void {
  const limit = DIAGNOSTICS_SHOWN;
  host.err(renderText(placeLocally(diagnostics, files), { files, colour: host.colour.err, limit }));
}

/** The counts, then each document with its fields. */
export function changeLines(changes: readonly RemoteChange[], options: DiffTextOptions): readonly string[] {
  if (changes.length === 0) return ['no document differs'];
  const of = (wanted: RemoteChange['change']) => changes.filter(({ change }) => change === wanted).length;
  return [
    `${count(changes.length, 'document')}: ${of('added')} added, ${of('changed')} changed, ${of('removed')} removed`,
    ...changes.flatMap((change) => [headOf(change, options.paint), ...fieldsOf(change, options)]),
  ];
}

const SIGN: Readonly<Record<RemoteChange['change'], string>> = { added: '+', removed: '-', changed: '~' };
/** More fields than this fill pages. */
const FIELDS_SHOWN = 20;

function headOf({ change, kind, namespace, name }: RemoteChange, { good, bad, note }: Paint): string {
  const colour = { added: good, removed: bad, changed: note }[change];
  return colour(`${SIGN[change]} ${printable(`${kind} ${namespace}/${name}`)}`);
}

function fieldsOf({ change, fields }: RemoteChange, { length }: DiffTextOptions): readonly string[] {
  if (change !== 'changed') return [];
  const shown = length === 'full' ? fields.length : FIELDS_SHOWN;
  return [
    ...fields.slice(0, shown).map((field) => `    ${fieldLine(field, length)}`),
    ...(fields.length > shown ? [`    … ${fields.length - shown} more; --full shows all`] : []),
  ];
}

export type Confirmation = 'yes' | 'no' | 'nobody';

/** What somebody says to a question. Programs do not answer any. */
export async function confirm(
  question: string,
  { output, yes }: Pick<PlanFlags, 'output' | 'yes'>,
  host: Host,
): Promise<Confirmation> {
  if (yes) return 'yes';
  const answer = output !== 'text' ? undefined : await host.ask(`${question} [y/N] `);
  if (answer === undefined) return 'nobody';
  return /^y(es)?$/i.test(answer.trim()) ? 'yes' : 'no';
}

/** @param done such as `changed` */
export const nothingDone = (done: string, confirmation: Confirmation): string =>
  confirmation === 'no' ? `nothing was ${done}\n` : `nothing was ${done}: say --yes\n`;
