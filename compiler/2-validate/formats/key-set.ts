import type { Check } from '../formats.ts';
import { isObject } from '../plan.ts';

/** Members of a JSON Web Key that are private (RFC 7518, section 6); `k` is a shared secret. */
const PRIVATE_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'] as const;

type Key = Readonly<Record<string, unknown>>;

/** A JSON Web Key Set (RFC 7517) of public keys that Envoy can use. */
export const checkKeySet: Check = (value, at, report) => {
  const keys = keysOf(String(value));
  if (!keys) {
    report('invalid-key-set', at, { problem: 'it is not the JSON text of an object with a list "keys" of objects' });
  } else if (keys.some((key) => PRIVATE_MEMBERS.some((member) => Object.hasOwn(key, member)))) {
    report('secret-in-document', at, {});
  } else {
    const problem = keys.length === 0 ? 'it has no keys' : keys.map(problemOf).find((found) => found !== undefined);
    if (problem !== undefined) report('invalid-key-set', at, { problem });
  }
};

function keysOf(text: string): readonly Key[] | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    const keys = isObject(parsed) ? parsed.keys : undefined;
    return Array.isArray(keys) && keys.every(isObject) ? keys : undefined;
  } catch {
    // Not JSON is one of the ways not to be a key set.
    return undefined;
  }
}

/** What Envoy cannot use about a key, or would refuse. */
function problemOf(key: Key, index: number): string | undefined {
  const check = typeof key.kty === 'string' ? KEY_TYPES.get(key.kty) : undefined;
  const problem = check ? check(key) : '"kty" is none of "RSA", "EC" and "OKP"';
  return problem === undefined ? undefined : `key ${index + 1}: ${problem}`;
}

const KEY_TYPES: ReadonlyMap<string, (key: Key) => string | undefined> = new Map([
  ['RSA', (key) => algorithm(key, /^(RS|PS)/) ?? bytesIn(key, 'n', SMALLEST_RSA) ?? bytesIn(key, 'e', 1)],
  ['EC', ellipticProblem],
  ['OKP', (key) => curve(key, ['Ed25519']) ?? exactBytes(key, 'x', 32)],
]);

/** Fewer bits than 512 are no modulus. */
const SMALLEST_RSA = 64;

/** Bytes of a coordinate. */
const CURVES: ReadonlyMap<string, number> = new Map([
  ['P-256', 32],
  ['P-384', 48],
  ['P-521', 66],
]);

function ellipticProblem(key: Key): string | undefined {
  const length = CURVES.get(String(key.crv)) ?? 0;
  return (
    algorithm(key, /^ES/) ??
    curve(key, [...CURVES.keys()]) ??
    exactBytes(key, 'x', length) ??
    exactBytes(key, 'y', length)
  );
}

const algorithm = ({ alg }: Key, expected: RegExp): string | undefined =>
  typeof alg !== 'string' || expected.test(alg) ? undefined : `"alg" ${JSON.stringify(alg)} is not for such a key`;

const curve = ({ crv }: Key, known: readonly string[]): string | undefined =>
  known.includes(String(crv)) ? undefined : `"crv" must be ${known.map((name) => `"${name}"`).join(' or ')}`;

function bytesIn(key: Key, member: string, least: number): string | undefined {
  const length = lengthOf(key[member]);
  if (length === undefined) return `"${member}" must be a text in base64url`;
  return length < least ? `"${member}" is too short` : undefined;
}

const exactBytes = (key: Key, member: string, length: number): string | undefined =>
  bytesIn(key, member, length) ?? (lengthOf(key[member]) === length ? undefined : `"${member}" is too long`);

/** How many bytes a text in base64url stands for. Padding is not part of it (RFC 7515, section 2), but harms nobody. */
function lengthOf(text: unknown): number | undefined {
  const digits = typeof text === 'string' ? /^([\w-]+)={0,2}$/.exec(text)?.[1] : undefined;
  return digits === undefined || digits.length % 4 === 1 ? undefined : Math.floor((digits.length * 3) / 4);
}
