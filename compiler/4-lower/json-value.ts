/** Values of which a document's author alone knows the shape. */
import type { JsonObject, JsonValue } from '../xds/index.ts';

/** What a document holds is JSON; parsing has made sure of it, and here the type gets to know. */
export function jsonValue(value: unknown): JsonValue {
  if (value === null || typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string')
    return value;
  if (Array.isArray(value)) return value.map(jsonValue);
  if (typeof value === 'object') return jsonObject({ ...value });
  throw new Error(`a document holds a ${typeof value}, which is not JSON`);
}

/** Keys may be anything, and `Object.fromEntries` makes own properties even of `__proto__`. */
export const jsonObject = (value: Readonly<Record<string, unknown>>): JsonObject =>
  Object.fromEntries(Object.entries(value).map(([key, child]) => [key, jsonValue(child)]));

export const isJsonList = (value: JsonValue): value is readonly JsonValue[] => Array.isArray(value);

export const isJsonObject = (value: JsonValue): value is JsonObject =>
  typeof value === 'object' && value !== null && !isJsonList(value);
