/** Fields of Enroute's objects: keys in any case, numbers and truths as texts too; what nobody asks for is remarked on. */
import { isObject } from '../../2-validate/plan.ts';
import type { MakeRemark } from '../remark.ts';
import { entries, items, keyPlaceOf, placeOf, type Source } from '../source.ts';

export interface Fields {
  readonly source: Source;
  /** What stands in a field; nothing for null and for an empty text, which Enroute takes for nothing too. */
  readonly take: (name: string) => Source | undefined;
  readonly text: (name: string) => string | undefined;
  /** A whole number, no larger than what such fields may be. */
  readonly number: (name: string, most?: number) => number | undefined;
  /** A path, if it is one. */
  readonly path: (name: string) => string | undefined;
  readonly isTrue: (name: string) => boolean;
  readonly list: (name: string) => readonly Source[];
  /** Remarks on the fields that have not been asked for. */
  readonly rest: () => void;
}

export function fieldsOf(source: Source | undefined, remark: MakeRemark): Fields {
  const whole = source ?? NOTHING;
  const found = new Map(entries(whole).map(([key, value]) => [key.toLowerCase(), value]));
  const taken = new Set<string>();
  const take = (name: string): Source | undefined => {
    taken.add(name.toLowerCase());
    const field = found.get(name.toLowerCase());
    return field === undefined || field.value === null || field.value === '' ? undefined : field;
  };
  return {
    source: whole,
    take,
    text: (name) => textIn(take(name)),
    number: (name, most = 2 ** 31) => numberIn(take(name), most, remark),
    path: (name) => pathIn(take(name), remark),
    isTrue: (name) => /^true$/i.test(textIn(take(name)) ?? ''),
    list: (name) => listIn(take(name), remark),
    rest: () => {
      for (const [key, value] of found) {
        if (!taken.has(key) && !isEmpty(value.value)) remark('lost', keyPlaceOf(value), notCarried(value), NOT_CARRIED);
      }
    },
  };
}

/** The highest port. */
export const MOST_PORT = 65_535;

/** An object that is missing has no fields. */
const NOTHING: Source = {
  document: { file: { path: '', text: '' }, index: 0, span: { start: 0, end: 0 }, root: '', value: {} },
  pointer: '',
  value: {},
};

/** A text, or what a number or a truth would be as one. */
export const textIn = (source: Source | undefined): string | undefined => {
  const value = source?.value;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined;
};

function numberIn(source: Source | undefined, most: number, remark: MakeRemark): number | undefined {
  const text = textIn(source)?.trim();
  if (!source || text === undefined) return undefined;
  if (/^\d+$/.test(text) && Number(text) <= most) return Number(text);
  remark('lost', placeOf(source), `${JSON.stringify(text)} is no number that may stand here, and is left out`);
  return undefined;
}

function pathIn(source: Source | undefined, remark: MakeRemark): string | undefined {
  const text = textIn(source);
  if (!source || text === undefined || /^\/[^\s?#]*$/.test(text)) return text;
  remark('lost', placeOf(source), `${JSON.stringify(text)} is no path, and is left out`);
  return undefined;
}

function listIn(source: Source | undefined, remark: MakeRemark): readonly Source[] {
  if (source && !Array.isArray(source.value)) remark('lost', keyPlaceOf(source), 'this is no list, and is left out');
  return items(source);
}

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === '' ||
  value === false ||
  (Array.isArray(value) && value.length === 0) ||
  (isObject(value) && Object.keys(value).length === 0);

const notCarried = ({ pointer }: Source): string =>
  `"${pointer.slice(pointer.lastIndexOf('/') + 1)}" is not carried over`;

const NOT_CARRIED = 'Enroute has no such field, or takes no notice of it';
