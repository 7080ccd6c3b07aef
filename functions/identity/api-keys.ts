/** API keys, of which only digests are kept: neither a dump nor the time of an answer tells one. */
import type { Identification } from './principal.ts';

/** A key as it was read, and who calls with it. */
export interface NamedKey {
  readonly name: string;
  readonly key: string;
}

/** Who a key stands for. */
export type VerifyApiKey = (key: string) => Promise<Identification>;

export async function createApiKeyVerifier(keys: readonly NamedKey[]): Promise<VerifyApiKey> {
  const known = new Map(await Promise.all(keys.map(async ({ name, key }) => [await digestOf(key), name] as const)));
  return async (key) => {
    // A look-up by the digest: what its time tells about digests, tells nothing about keys.
    const name = known.get(await digestOf(key));
    if (name === undefined) return { status: 'refused', reason: 'there is no such API key' };
    return { status: 'identified', principal: { kind: 'api-key', name, claims: {} } };
  };
}

async function digestOf(key: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(key));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
