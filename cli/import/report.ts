/** What an import says about itself, for people. */
import { printable } from '../../compiler/diagnostics/render/printable.ts';
import { REMARK_KINDS, type Remark, type RemarkKind, type RemarkPlace } from '../../compiler/adapt/index.ts';
import { count, type Paint } from '../output.ts';

/**
 *   To fill in before you publish:
 *     shop.yaml:14:9 nobody says where the keys of the scheme "login" come from
 *       help: …
 */
export const renderRemarks = (
  remarks: readonly Remark[],
  paint: Paint,
  placeOf: (place: RemarkPlace) => string = lineOf,
): readonly string[] =>
  REMARK_KINDS.flatMap((kind) => {
    const group = remarks.filter((remark) => remark.kind === kind);
    if (group.length === 0) return [];
    return [paint.strong(`${HEADINGS[kind]}:`), ...group.flatMap((remark) => renderOne(remark, paint, placeOf)), ''];
  });

const HEADINGS: Readonly<Record<RemarkKind, string>> = {
  incomplete: 'To fill in before you publish',
  lost: 'Not carried over',
  approximated: 'Carried over, but not exactly',
};

const renderOne = (
  remark: Remark,
  { strong, note }: Paint,
  placeOf: (place: RemarkPlace) => string,
): readonly string[] => [
  `  ${strong(printable(`${placeOf(remark)}${placeOf === lineOf ? '' : ':'}`))} ${printable(remark.message)}`,
  ...(remark.help === undefined ? [] : [`    ${note('help:')} ${printable(remark.help)}`]),
  ...alsoAt(remark, placeOf).map((line) => `    ${note('also:')} ${line}`),
];

const MOST_PLACES = 8;

function alsoAt({ file, alsoAt: places = [] }: Remark, placeOf: (place: RemarkPlace) => string): readonly string[] {
  if (places.length === 0) return [];
  const shown = places
    .slice(0, MOST_PLACES)
    .map((place) => (placeOf === lineOf && place.file === file ? `${place.line}:${place.column}` : placeOf(place)))
    .map(printable)
    .join(placeOf === lineOf ? ', ' : '; ');
  const rest = places.length - MOST_PLACES;
  return [rest > 0 ? `${shown} and ${count(rest, 'more place')}` : shown];
}

const lineOf = ({ file, line, column }: RemarkPlace): string => `${file}:${line}:${column}`;
