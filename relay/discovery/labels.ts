/** Labels of endpoints, made of what other systems attach to theirs. */
import type { JsonObject } from '../../compiler/shape.ts';

/** A key that means something else to Envoy: what an endpoint is hashed by. */
const RESERVED = 'hash_key';

/** Those whose values are texts; nothing, if there is none. */
export function labelsOf(attributes: JsonObject): Readonly<Record<string, string>> | undefined {
  const entries = Object.entries(attributes).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[0] !== RESERVED && entry[0] !== '',
  );
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}
