/**
 * Signatures of pointers.
 *
 * What is signed is that a gateway is to run a bundle as a revision from a time on. The bundle's id is the digest of its
 * manifest, which names all chunks by digest, and the revision's digest covers author, message and history; so one
 * signature covers everything down to the last byte, and cannot be moved to another gateway or revision.
 */
import { canonicalBytes } from '../../compiler/canonical-json.ts';
import { MAX_SIGNATURES, type Pointer, type SignedPointer } from '../revision.ts';
import type { KeyId, SignKey, VerifyKey } from './keys.ts';
import { signStatement, statementBytes, verifyStatement } from './statement.ts';

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
  return { ...statement, signatures: await signStatement(bytesOf(statement), keys) };
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
  const status = await verifyStatement(bytesOf(pointer), pointer.signatures, keys);
  if (status === 'unknown-keys') return { status, keys: named };
  if (status === 'trusted' && sameBytes(canonicalBytes(pointer), bytes)) return { status, pointer };
  return { status: 'forged', keys: named };
}

export const isSigned = (pointer: Pointer): pointer is SignedPointer => 'signatures' in pointer;

const bytesOf = ({ gateway, revision, bundle, number, time }: Omit<SignedPointer, 'signatures'>) =>
  statementBytes('enroute.dev/pointer/v1', { gateway, revision, bundle, number, time });

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index]);
