/** JSON merge patches (RFC 7396) of Envoy's messages. */
import { isJsonObject } from '../json-value.ts';
import type { JsonObject, JsonValue } from '../../xds/index.ts';

/**
 * The message with the fields of the patch: objects are merged, all else is replaced, and `null` removes a field.
 *
 * The fields of two `Any`s have nothing to do with each other if their types differ, so that one which has another
 * `@type` than the one there takes its place, where the RFC would mix the two.
 */
export function mergePatch(target: JsonValue | undefined, patch: JsonObject): JsonObject {
  const base = target !== undefined && isJsonObject(target) && hasTypeOf(target, patch) ? target : {};
  const merged = new Map(Object.entries(base));
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) merged.delete(key);
    else merged.set(key, isJsonObject(value) ? mergePatch(merged.get(key), value) : value);
  }
  // Keys may be anything, and `Object.fromEntries` makes own properties even of `__proto__`.
  return Object.fromEntries(merged);
}

const hasTypeOf = (target: JsonObject, patch: JsonObject): boolean =>
  patch['@type'] === undefined || patch['@type'] === target['@type'];
