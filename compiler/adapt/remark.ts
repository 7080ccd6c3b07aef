/** What an importer has to say about its source: what got lost, what changed, what is still to be done. */
import { compare } from '../compare.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { createLocate } from '../diagnostics/locate.ts';
import { groupBy } from './group.ts';
import type { Location } from '../diagnostics/location.ts';

/**
 * - `incomplete`: the source does not say something that the documents need. A placeholder stands there, and has to be
 *   replaced before they are published.
 * - `lost`: the documents do less than the source says.
 * - `approximated`: the documents do what the source says, but not in exactly the same way.
 */
export type RemarkKind = 'incomplete' | 'lost' | 'approximated';

/** In the order in which people need them. */
export const REMARK_KINDS: readonly RemarkKind[] = ['incomplete', 'lost', 'approximated'];

/** A place in the source, with lines and columns as diagnostics have them. */
export type RemarkPlace = Pick<
  Diagnostic,
  'file' | 'line' | 'column' | 'endLine' | 'endColumn' | 'document' | 'pointer'
>;

/** Plain JSON data, like a diagnostic. */
export interface Remark extends RemarkPlace {
  readonly kind: RemarkKind;
  /** What it is about, in one sentence that begins in lower case and has no full stop. */
  readonly message: string;
  /** What to do about it. */
  readonly help?: string;
  /** Further places of which the very same is to be said. */
  readonly alsoAt?: readonly RemarkPlace[];
}

/** Makes a remark. One and the same remark of several places becomes one that names them all. */
export type MakeRemark = (kind: RemarkKind, at: Location, message: string, help?: string) => void;

export interface RemarkCollector {
  readonly remark: MakeRemark;
  /** Sorted by kind and place; does not depend on the order in which remarks were made. */
  readonly remarks: () => readonly Remark[];
}

export function collectRemarks(): RemarkCollector {
  const made: { readonly kind: RemarkKind; readonly at: Location; readonly message: string; readonly help?: string }[] =
    [];
  return {
    remark: (kind, at, message, help) => void made.push({ kind, at, message, ...(help !== undefined && { help }) }),
    remarks: () => {
      const locate = createLocate();
      return merge(made.map(({ at, ...rest }) => ({ ...rest, ...placeOf(locate(at)) })));
    },
  };
}

const placeOf = ({ file, line, column, endLine, endColumn, document, pointer }: RemarkPlace): RemarkPlace => ({
  file,
  line,
  column,
  endLine,
  endColumn,
  document,
  pointer,
});

function merge(remarks: readonly Remark[]): readonly Remark[] {
  const groups = groupBy(remarks.toSorted(byPlace), ({ kind, message, help }) => JSON.stringify([kind, message, help]));
  return [...groups.values()].flatMap(joined).sort((a, b) => byKind(a, b) || byPlace(a, b));
}

function joined([first, ...others]: readonly Remark[]): readonly Remark[] {
  if (first === undefined) return [];
  const places = others.filter((other, index) => byPlace(other, others[index - 1] ?? first) !== 0);
  return [{ ...first, ...(places.length > 0 && { alsoAt: places.map(placeOf) }) }];
}

const byKind = (a: Remark, b: Remark): number => REMARK_KINDS.indexOf(a.kind) - REMARK_KINDS.indexOf(b.kind);

const byPlace = (a: RemarkPlace, b: RemarkPlace): number =>
  compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.pointer, b.pointer);
