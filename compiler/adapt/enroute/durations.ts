/** Times as Enroute writes them. */
import { isDuration } from '../../2-validate/formats/quantity.ts';
import type { MakeRemark } from '../remark.ts';
import { placeOf, type Source } from '../source.ts';
import { textIn } from './fields.ts';

/** Enroute takes `infinity`, and whatever it cannot read, for no limit at all. */
export function durationOf(source: Source | undefined, remark: MakeRemark): string | undefined {
  const text = textIn(source)?.trim();
  if (!source || text === undefined || text === '') return undefined;
  if (/^(\d+(\.\d+)?(ms|s|m|h))+$/.test(text) && isDuration(text)) return text;
  if (!/^infinit[ye]$/i.test(text))
    remark('approximated', placeOf(source), `${JSON.stringify(text)} is no time, which Enroute takes for no limit`);
  return '0s';
}

export const seconds = (count: number): string => `${count}s`;
