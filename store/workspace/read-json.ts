/** Reads the small objects of a workspace, of which nothing is believed that is not looked at. */
import type { Digest } from '../../compiler/5-pack/bundle.ts';

/** The object in some bytes; an empty one if there is none. */
export function parseObject(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isObject(value) ? value : {};
  } catch {
    return {}; // Not JSON: then it has none of the fields either.
  }
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const isText = (value: unknown): value is string => typeof value === 'string';
export const isNumber = (value: unknown): value is number => Number.isSafeInteger(value);
/** A digest becomes part of a key, so nothing else may stand in its place. */
export const isDigest = (value: unknown): value is Digest => isText(value) && /^[0-9a-f]{64}$/.test(value);
