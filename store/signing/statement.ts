/** Signatures of statements, whatever these are about. */
import { canonicalJson } from '../../compiler/canonical-json.ts';
import { MAX_SIGNATURES, type Signature } from '../revision.ts';
import type { SignKey, VerifyKey } from './keys.ts';

/**
 * What is signed of a statement.
 * @param type keeps what is signed here from meaning anything else, and anywhere else where the keys may be used
 */
export const statementBytes = (type: string, statement: object): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(`${type}\n${canonicalJson(statement)}`);

/** The signature of each of the keys. */
export const signStatement = (
  bytes: Uint8Array<ArrayBuffer>,
  keys: readonly SignKey[],
): Promise<readonly Signature[]> =>
  Promise.all(
    keys.map(async ({ id, privateKey }) => ({
      key: id,
      signature: toHex(await subtle.sign(ALGORITHM, privateKey, bytes)),
    })),
  );

/**
 * Whether one of the keys has signed a statement. `unknown-keys`: none of them is named. `forged`: one is, and the signature
 * is not its own.
 */
export async function verifyStatement(
  bytes: Uint8Array<ArrayBuffer>,
  signatures: readonly Signature[],
  keys: readonly VerifyKey[],
): Promise<'trusted' | 'unknown-keys' | 'forged'> {
  const known = signatures.flatMap(({ key, signature }) =>
    keys.flatMap(({ id, publicKey }) => (id === key ? [{ publicKey, signature }] : [])),
  );
  if (known.length === 0) return 'unknown-keys';
  for (const { publicKey, signature } of known) {
    if (await subtle.verify(ALGORITHM, publicKey, fromHex(signature), bytes)) return 'trusted';
  }
  return 'forged';
}

export const isSignatures = (value: unknown): value is readonly Signature[] =>
  Array.isArray(value) && value.length > 0 && value.length <= MAX_SIGNATURES && value.every(isSignature);

/** Only the spelling that `toISOString` gives, so that two different texts are two different times. */
export const isTime = (value: unknown): value is string =>
  typeof value === 'string' && Number.isFinite(Date.parse(value)) && new Date(value).toISOString() === value;

/** What the last one who signed may be ahead of us by because clocks differ. One that claims more is not believed, lest it lead us astray. */
export const CLOCK_DIFFERENCE_MS = 5 * 60_000;

/** The time of what is signed must rise, even if who signed before had a faster clock. Milliseconds since the epoch. */
export const timeAfter = (last: number, now: number): number =>
  last <= now + CLOCK_DIFFERENCE_MS ? Math.max(now, last + 1) : now;

const { subtle } = globalThis.crypto;
const ALGORITHM = 'Ed25519';

const isSignature = (value: unknown): value is Signature =>
  typeof value === 'object' &&
  value !== null &&
  'key' in value &&
  'signature' in value &&
  matches(value.key, /^[0-9a-f]{16}$/) &&
  matches(value.signature, /^[0-9a-f]{128}$/);

const matches = (value: unknown, pattern: RegExp): boolean => typeof value === 'string' && pattern.test(value);

const toHex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

const fromHex = (hex: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
