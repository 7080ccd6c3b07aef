/**
 * Signatures of pointers.
 *
 * What is signed is that a gateway is to run a bundle as a revision from a time on. The bundle's id is the digest of its
 * manifest, which names all chunks by digest, and the revision's digest covers author, message and history; so one
 * signature covers everything down to the last byte, and cannot be moved to another gateway or revision.
 */
import { canonicalBytes, canonicalJson } from '../../compiler/canonical-json.ts';
import { MAX_SIGNATURES, type Pointer, type Signature, type SignedPointer } from '../revision.ts';
import type { KeyId, SignKey, VerifyKey } from './keys.ts';

/** What came of verifying a pointer. */
export type Verification =
  | { readonly status: 'trusted'; readonly pointer: SignedPointer }
  | { readonly status: 'unsigned' }
  /** None of these keys is among those that are trusted. */
  | { readonly status: 'unknown-keys'; readonly keys: readonly KeyId[] }
  /** A trusted key is named, but the signature is not its own, or the object is not written as it was signed. */
  | { readonly status: 'forged'; readonly keys: readonly KeyId[] };

/** Signs a pointer by each of the keys. */
export async function signPointer(
  { gateway, revision, bundle, number, time }: Omit<SignedPointer, 'signatures'>,
  keys: readonly SignKey[],
): Promise<SignedPointer> {
  const statement = { gateway, revision, bundle, number, time };
  const bytes = statementBytes(statement);
  const sign = async ({ id, privateKey }: SignKey): Promise<Signature> => ({
    key: id,
    signature: toHex(await subtle.sign(ALGORITHM, privateKey, bytes)),
  });
  return { ...statement, signatures: await Promise.all(keys.map(sign)) };
}

/** The pointer as it is, signed by these keys too. Of other signatures the last go if there are more than any reader takes. */
export async function addSignatures(pointer: SignedPointer, keys: readonly SignKey[]): Promise<SignedPointer> {
  const { signatures: added } = await signPointer(pointer, keys);
  const others = pointer.signatures.filter(({ key }) => !added.some((each) => each.key === key));
  return { ...pointer, signatures: [...added, ...others].slice(0, MAX_SIGNATURES) };
}

/**
 * Whether one of the keys has signed a pointer.
 * @param bytes The object that holds it; only the very bytes that signing gives are good.
 */
export async function verifyPointer(
  pointer: Pointer,
  bytes: Uint8Array,
  keys: readonly VerifyKey[],
): Promise<Verification> {
  if (!isSigned(pointer)) return { status: 'unsigned' };
  const named = pointer.signatures.map(({ key }) => key);
  const known = pointer.signatures.flatMap(({ key, signature }) =>
    keys.flatMap(({ id, publicKey }) => (id === key ? [{ publicKey, signature }] : [])),
  );
  if (known.length === 0) return { status: 'unknown-keys', keys: named };
  const statement = statementBytes(pointer);
  for (const { publicKey, signature } of sameBytes(canonicalBytes(pointer), bytes) ? known : []) {
    if (await subtle.verify(ALGORITHM, publicKey, fromHex(signature), statement)) return { status: 'trusted', pointer };
  }
  return { status: 'forged', keys: named };
}

export const isSigned = (pointer: Pointer): pointer is SignedPointer => 'signatures' in pointer;

const { subtle } = globalThis.crypto;
const ALGORITHM = 'Ed25519';

/** The name in front keeps what is signed here from meaning anything where else the keys may be used. */
const statementBytes = ({ gateway, revision, bundle, number, time }: Omit<SignedPointer, 'signatures'>) =>
  new TextEncoder().encode(`enroute.dev/pointer/v1\n${canonicalJson({ gateway, revision, bundle, number, time })}`);

const toHex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

const fromHex = (hex: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index]);
