/** Content hashes. All are SHA-256 of bytes and of nothing else, so that the same content has the same name anywhere. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Digest } from './5-pack/bundle.ts';

/** The lower-case hexadecimal SHA-256 of the bytes: 64 characters. */
export const digest = (bytes: Uint8Array): Digest => bytesToHex(sha256(bytes));

/** The {@link digest} of a text in UTF-8. */
export const textDigest = (text: string): Digest => digest(utf8.encode(text));

/**
 * The version of a resource: the first 96 bits of its SHA-256 in 16 characters of base64url.
 *
 * Every delta response repeats the version of every resource in it, so a full digest would cost more than many a
 * resource's own bytes; 96 bits are still far beyond what two versions of one resource could share by accident.
 */
export const version = (bytes: Uint8Array): string => base64url(sha256(bytes).subarray(0, 12));

/** The {@link version} of a text in UTF-8. */
export const textVersion = (text: string): string => version(utf8.encode(text));

const utf8 = new TextEncoder();
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** RFC 4648 section 5 for lengths that are multiples of three, which need no padding. */
function base64url(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    for (let shift = 18; shift >= 0; shift -= 6) text += ALPHABET.charAt((group >> shift) & 63);
  }
  return text;
}
