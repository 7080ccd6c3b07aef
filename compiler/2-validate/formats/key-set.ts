import type { Check } from '../formats.ts';
import { isObject } from '../plan.ts';

/** Members of a JSON Web Key that are private (RFC 7518, section 6); `k` is a shared secret. */
const PRIVATE_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'] as const;

/** A JSON Web Key Set (RFC 7517) of public keys. */
export const checkKeySet: Check = (value, at, report) => {
  const keys = keysOf(String(value));
  if (!keys) {
    report('invalid-format', at, { value, expected: 'the JSON text of a key set, {"keys": [{"kty": "RSA", …}]}' });
  } else if (keys.some((key) => PRIVATE_MEMBERS.some((member) => Object.hasOwn(key, member)))) {
    report('secret-in-document', at, {});
  }
};

function keysOf(text: string): readonly object[] | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    const keys = isObject(parsed) ? parsed.keys : undefined;
    const sound =
      Array.isArray(keys) && keys.length > 0 && keys.every((key) => isObject(key) && typeof key.kty === 'string');
    return sound ? keys : undefined;
  } catch {
    // Not JSON is one of the ways not to be a key set; the caller says what is expected.
    return undefined;
  }
}
