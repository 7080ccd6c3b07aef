/**
 * Providers that find each part of a secret under a name of its own (a path, a variable, a key) differ only in how they
 * read one part; the rest is here.
 */
import type { SecretReference } from '../../compiler/5-pack/bundle.ts';
import { readStaple } from './ocsp.ts';
import { failed, type Failure, type Resolution, type SecretMaterial } from './provider.ts';
import { redact } from '../../store/redacted.ts';

export type PartName = 'certificateChain' | 'privateKey' | 'ocspStaple' | 'value';

/** One part of a secret as it was read, or why it was not. */
export type Part = Failure | { readonly status: 'read'; readonly bytes: Uint8Array };

/** Reads one part. */
export type ReadPart = (part: PartName) => Part | Promise<Part>;

/**
 * Puts a secret together from its parts.
 * @param isStapled whether a certificate has an OCSP response; default: if the reference says where that is
 */
export async function resolveParts(
  reference: SecretReference,
  read: ReadPart,
  isStapled = settingOf(reference, 'ocspStaple') !== undefined,
): Promise<Resolution> {
  const { type } = reference;
  switch (type) {
    case 'tls-certificate':
      return resolveCertificate(read, isStapled);
    case 'certificate-authority':
      return resolveValue(read, (bytes) => ({ type, certificates: text(bytes) }));
    case 'api-keys':
    case 'basic-auth-users':
    case 'session-ticket-keys':
      return resolveValue(read, (bytes) => ({ type, lines: redact(text(bytes)) }));
    case 'generic':
      return resolveValue(read, (bytes) => ({ type, value: redact(bytes) }));
    default:
      // The bundle may be of a later compiler.
      return failed('misconfigured', `this relay knows no secrets of type "${String(type)}"`);
  }
}

/** What the document says of something, if it says a text. */
export function settingOf({ provider }: SecretReference, setting: string): string | undefined {
  const value = Object.hasOwn(provider, setting) ? provider[setting] : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
}

async function resolveValue(read: ReadPart, toMaterial: (bytes: Uint8Array) => SecretMaterial): Promise<Resolution> {
  const value = await read('value');
  return value.status === 'failed' ? value : { status: 'resolved', material: toMaterial(value.bytes) };
}

async function resolveCertificate(read: ReadPart, isStapled: boolean): Promise<Resolution> {
  const [chain, key, staple] = await Promise.all([
    read('certificateChain'),
    read('privateKey'),
    isStapled ? read('ocspStaple') : undefined,
  ]);
  if (chain.status === 'failed') return chain;
  if (key.status === 'failed') return key;
  if (staple?.status === 'failed') return staple;
  const material = {
    type: 'tls-certificate',
    certificateChain: text(chain.bytes),
    privateKey: redact(text(key.bytes)),
    ...(staple && { ocspStaple: readStaple(staple.bytes) }),
  } as const;
  return { status: 'resolved', material };
}

/**
 * Where each part has a place of its own, which the document must name (`SecretSource` in schemas/secret.schema.json).
 * @param read reads what is at the place
 */
export const resolvePlaces = (
  reference: SecretReference,
  read: (place: string) => Promise<Part>,
): Promise<Resolution> =>
  resolveParts(reference, (part) => {
    const place = settingOf(reference, part);
    return place === undefined
      ? failed('misconfigured', `a ${reference.type} secret needs the setting "${part}"`)
      : read(place);
  });

/**
 * Reads the field of an object of texts, as stores keep them: the one that the document names for the part, or else
 * `fallback`.
 */
export function readField(fields: object, reference: SecretReference, part: PartName, fallback: string = part): Part {
  const field = settingOf(reference, part) ?? fallback;
  const value: unknown = Object.hasOwn(fields, field)
    ? Object.getOwnPropertyDescriptor(fields, field)?.value
    : undefined;
  if (value === undefined || value === null) return failed('not-found', `it has no field "${field}"`);
  return typeof value === 'string'
    ? { status: 'read', bytes: new TextEncoder().encode(value) }
    : failed('invalid', `its field "${field}" is not a text`);
}

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
