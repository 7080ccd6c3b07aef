/** What one message says that another does not, as a merge patch (RFC 7396). */
import { canonicalJson } from '../../canonical-json.ts';
import { isJsonObject } from '../../4-lower/json-value.ts';
import type { JsonObject, JsonValue } from '../../xds/index.ts';

/** What becomes of fields that only the first message has. */
export type Removal = 'remove' | 'leave';

/** The patch that makes one message into the other; nothing if none is needed. */
export function difference(from: JsonObject, to: JsonObject, removal: Removal): JsonObject | undefined {
  if (from['@type'] !== to['@type']) return to;
  const patch = new Map<string, JsonValue>();
  for (const [key, value] of Object.entries(to)) {
    const before = Object.hasOwn(from, key) ? from[key] : undefined;
    const change = before === undefined ? value : changeOf(before, value, removal);
    if (change !== undefined) patch.set(key, change);
  }
  if (removal === 'remove') for (const key of Object.keys(from)) if (!Object.hasOwn(to, key)) patch.set(key, null);
  return patch.size === 0 ? undefined : Object.fromEntries(patch);
}

function changeOf(before: JsonValue, after: JsonValue, removal: Removal): JsonValue | undefined {
  if (isJsonObject(before) && isJsonObject(after)) return difference(before, after, removal);
  return canonicalJson(before) === canonicalJson(after) ? undefined : after;
}

/** A message without some of its fields. */
export const without = (message: JsonObject, fields: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(message).filter(([key]) => !fields.includes(key)));

/** The first message without what is there by default anyway and the other leaves out. */
export function withoutDefaults(message: JsonObject, other: JsonObject, defaults: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(message).flatMap(([key, value]): [string, JsonValue][] => {
      const usual = Object.hasOwn(defaults, key) ? defaults[key] : undefined;
      if (usual === undefined) return [[key, value]];
      const counterpart = Object.hasOwn(other, key) ? other[key] : undefined;
      if (isJsonObject(usual) && isJsonObject(value)) {
        const inner = counterpart !== undefined && isJsonObject(counterpart) ? counterpart : {};
        const rest = withoutDefaults(value, inner, usual);
        return Object.keys(rest).length === 0 && counterpart === undefined ? [] : [[key, rest]];
      }
      return counterpart === undefined && canonicalJson(value) === canonicalJson(usual) ? [] : [[key, value]];
    }),
  );
}
