/** Ed25519 keys in PEM, over WebCrypto, so that Node, functions and the edge sign alike. Source: RFC 8032 and RFC 8410. */
import type { webcrypto } from 'node:crypto';
import { digest } from '../../compiler/hash.ts';
import { pemBlocks, toPem } from './pem.ts';

type CryptoKey = webcrypto.CryptoKey;

/** A public key's name: the first 64 bits of the SHA-256 of its SPKI bytes, in hexadecimal. A hint; nothing trusts it. */
export type KeyId = string;

/** A public key that signatures are verified with. */
export interface VerifyKey {
  readonly id: KeyId;
  readonly publicKey: CryptoKey;
}

/** A private key, which cannot be taken out of WebCrypto any more, with the public key that belongs to it. */
export interface SignKey extends VerifyKey {
  readonly privateKey: CryptoKey;
}

/** Text holds no key that can be used. The message never repeats any of the text. */
export class KeyError extends Error {
  override readonly name = 'KeyError';
}

/**
 * The one private key in PEM (PKCS#8, `BEGIN PRIVATE KEY`).
 * @throws KeyError
 */
export async function readSignKey(pem: string): Promise<SignKey> {
  const [bytes, ...others] = pemBlocks(pem, 'PRIVATE KEY');
  if (!bytes) throw new KeyError(missingPrivateKey(pem));
  if (others.length > 0) throw new KeyError('it holds several private keys; one file holds one');
  try {
    const extractable = await subtle.importKey('pkcs8', bytes, ALGORITHM, true, ['sign']);
    const { x } = await subtle.exportKey('jwk', extractable);
    if (x === undefined) throw new KeyError(NO_PRIVATE_KEY);
    const publicKey = await subtle.importKey('jwk', { kty: 'OKP', crv: ALGORITHM, x }, ALGORITHM, true, ['verify']);
    const privateKey = await subtle.importKey('pkcs8', bytes, ALGORITHM, false, ['sign']);
    return { id: await keyId(publicKey), publicKey, privateKey };
  } catch (error) {
    if (error instanceof DOMException) throw new KeyError(NO_PRIVATE_KEY);
    throw error;
  }
}

/**
 * All public keys in PEM (SPKI, `BEGIN PUBLIC KEY`), at least one.
 * @throws KeyError
 */
export async function readVerifyKeys(pem: string): Promise<readonly VerifyKey[]> {
  if (pem.includes('PRIVATE KEY-----')) {
    throw new KeyError('it holds a private key, which belongs to who publishes only; give the public key');
  }
  const blocks = pemBlocks(pem, 'PUBLIC KEY');
  if (blocks.length === 0) throw new KeyError('it holds no public key in PEM (-----BEGIN PUBLIC KEY-----)');
  return Promise.all(blocks.map(importPublicKey));
}

/** A new pair, in PEM. */
export async function generateKeyPair(): Promise<{ privatePem: string; publicPem: string; id: KeyId }> {
  const pair = await subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  if (!('privateKey' in pair)) throw new Error('WebCrypto gave one key where a pair was asked for');
  return {
    privatePem: toPem(await subtle.exportKey('pkcs8', pair.privateKey), 'PRIVATE KEY'),
    publicPem: toPem(await subtle.exportKey('spki', pair.publicKey), 'PUBLIC KEY'),
    id: await keyId(pair.publicKey),
  };
}

const { subtle } = globalThis.crypto;
const ALGORITHM = 'Ed25519';
const NO_PRIVATE_KEY = 'it holds no Ed25519 private key';

async function importPublicKey(bytes: Uint8Array<ArrayBuffer>): Promise<VerifyKey> {
  try {
    const publicKey = await subtle.importKey('spki', bytes, ALGORITHM, true, ['verify']);
    return { id: await keyId(publicKey), publicKey };
  } catch (error) {
    if (error instanceof DOMException) throw new KeyError('it holds a public key that is none of Ed25519');
    throw error;
  }
}

const keyId = async (publicKey: CryptoKey): Promise<KeyId> =>
  digest(new Uint8Array(await subtle.exportKey('spki', publicKey))).slice(0, 16);

function missingPrivateKey(pem: string): string {
  if (pem.includes('-----BEGIN ENCRYPTED PRIVATE KEY-----')) return 'its private key is encrypted; decrypt it first';
  return 'it holds no private key in PEM of PKCS#8 (-----BEGIN PRIVATE KEY-----)';
}
