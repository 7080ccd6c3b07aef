/**
 * Providers that find each part of a secret under a name of its own (a path, a variable) differ only in how they read
 * one part; the rest is here.
 *
 * Their settings are those of `SecretSource` in schemas/secret.schema.json: `certificateChain` and `privateKey` for a
 * `tls-certificate`, perhaps with `ocspStaple`, and `value` for the others.
 */
import type { SecretReference } from '../../compiler/5-pack/bundle.ts';
import { readStaple } from './ocsp.ts';
import type { Failure, Resolution } from './provider.ts';
import { failed } from './provider.ts';
import { redact } from './redacted.ts';

/** One part of a secret as it was read, or why it was not. */
export type Part = Failure | { readonly status: 'read'; readonly bytes: Uint8Array };

/** Reads the part that a setting names, for example the file at a path. */
export type ReadPart = (locator: string) => Promise<Part>;

/** Puts a secret together from its parts. */
export async function resolveParts(reference: SecretReference, read: ReadPart): Promise<Resolution> {
  const part = (setting: string): Promise<Part> => {
    const locator = Object.hasOwn(reference.provider, setting) ? reference.provider[setting] : undefined;
    return typeof locator === 'string' && locator !== ''
      ? read(locator)
      : Promise.resolve(failed('misconfigured', `a ${reference.type} secret needs the setting "${setting}"`));
  };
  switch (reference.type) {
    case 'tls-certificate': {
      const isStapled = Object.hasOwn(reference.provider, 'ocspStaple');
      const [chain, key, staple] = await Promise.all([
        part('certificateChain'),
        part('privateKey'),
        isStapled ? part('ocspStaple') : undefined,
      ]);
      if (chain.status === 'failed') return chain;
      if (key.status === 'failed') return key;
      if (staple?.status === 'failed') return staple;
      const material = {
        type: reference.type,
        certificateChain: text(chain.bytes),
        privateKey: redact(text(key.bytes)),
        ...(staple && { ocspStaple: readStaple(staple.bytes) }),
      };
      return { status: 'resolved', material };
    }
    case 'certificate-authority': {
      const certificates = await part('value');
      if (certificates.status === 'failed') return certificates;
      return { status: 'resolved', material: { type: reference.type, certificates: text(certificates.bytes) } };
    }
    case 'api-keys':
    case 'session-ticket-keys': {
      const lines = await part('value');
      if (lines.status === 'failed') return lines;
      return { status: 'resolved', material: { type: reference.type, lines: redact(text(lines.bytes)) } };
    }
    case 'generic': {
      const value = await part('value');
      if (value.status === 'failed') return value;
      return { status: 'resolved', material: { type: reference.type, value: redact(value.bytes) } };
    }
  }
}

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
