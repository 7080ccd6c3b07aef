/** Values of another dialect, of any shape, each with the place where it stands. */
import type { Document } from '../1-parse/document.ts';
import { at, atKey, pointerSegment, type DocumentLocation } from '../diagnostics/location.ts';
import { childOf, isObject } from '../2-validate/plan.ts';

export interface Source {
  readonly document: Document;
  readonly pointer: string;
  readonly value: unknown;
}

export const rootOf = (document: Document): Source => ({ document, pointer: '', value: document.value });

/** What stands under a key, or nothing. Keys may be any text. */
export function field(source: Source | undefined, key: string): Source | undefined {
  if (!source || !isObject(source.value) || !Object.hasOwn(source.value, key)) return undefined;
  return child(source, key, source.value[key]);
}

/** The fields of an object in the order of the text; none if it is no object. */
export const entries = (source: Source | undefined): readonly (readonly [string, Source])[] =>
  source && isObject(source.value)
    ? Object.entries(source.value).map(([key, value]) => [key, child(source, key, value)] as const)
    : [];

/** The items of a list; none if it is no list. */
export const items = (source: Source | undefined): readonly Source[] =>
  source && Array.isArray(source.value)
    ? source.value.map((value: unknown, index) => child(source, String(index), value))
    : [];

/** What a JSON pointer's segments lead to. */
export function descend(source: Source, segments: readonly string[]): Source | undefined {
  return segments.reduce<Source | undefined>((found, segment) => {
    const value = childOf(found?.value, segment);
    return found && value !== undefined ? child(found, segment, value) : undefined;
  }, source);
}

export const textOf = (source: Source | undefined): string | undefined =>
  typeof source?.value === 'string' ? source.value : undefined;

/** A text, or a number as one: `version: 2.0` is a number to YAML. */
export const wordOf = (source: Source | undefined): string | undefined =>
  typeof source?.value === 'number' ? String(source.value) : textOf(source);

/** The texts of a list. */
export const textsOf = (source: Source | undefined): readonly string[] =>
  items(source).flatMap((item) => textOf(item) ?? []);

export const isTrue = (source: Source | undefined): boolean => source?.value === true;

/** Where the value stands. */
export const placeOf = ({ document, pointer }: Source): DocumentLocation => at(document, pointer);

/** Where its key stands. */
export const keyPlaceOf = ({ document, pointer }: Source): DocumentLocation => atKey(document, pointer);

const child = ({ document, pointer }: Source, key: string, value: unknown): Source => ({
  document,
  pointer: pointer + pointerSegment(key),
  value,
});
