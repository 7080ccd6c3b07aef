/**
 * How a call ends: its status as HTTP/2 trailers.
 * Source: https://github.com/grpc/grpc/blob/v1.76.0/doc/PROTOCOL-HTTP2.md, "Responses"
 */
import type { OutgoingHttpHeaders } from 'node:http2';
import type { Refusal } from '../ads-server.ts';

/** The codes that this server gives. Source: https://grpc.github.io/grpc/core/md_doc_statuscodes.html */
const CODES = {
  OK: 0,
  INVALID_ARGUMENT: 3,
  DEADLINE_EXCEEDED: 4,
  NOT_FOUND: 5,
  PERMISSION_DENIED: 7,
  RESOURCE_EXHAUSTED: 8,
  FAILED_PRECONDITION: 9,
  UNIMPLEMENTED: 12,
  INTERNAL: 13,
  UNAVAILABLE: 14,
  UNAUTHENTICATED: 16,
} satisfies Record<'OK' | Refusal['code'], number> & Record<string, number>;

export interface Status {
  readonly code: keyof typeof CODES;
  readonly message: string;
}

export const OK: Status = { code: 'OK', message: '' };

export const trailersOf = ({ code, message }: Status): OutgoingHttpHeaders => ({
  'grpc-status': String(CODES[code]),
  ...(message !== '' && { 'grpc-message': encodeMessage(message) }),
});

/** Bytes of a message that are sent; clients refuse headers that are long. */
const LONGEST = 2_000;

/**
 * Encodes only what must be: Envoy shows messages in its log as they come, and a space may stand there as it is. One at
 * either end may not, since HTTP/2 has no such values.
 */
export function encodeMessage(message: string): string {
  const encoded = [...Buffer.from(message)].map((byte) => (isPlain(byte) ? String.fromCharCode(byte) : escape(byte)));
  const kept = encoded.length > LONGEST ? encoded.slice(0, lastCharacter(encoded, LONGEST)) : encoded;
  return kept.join('').replace(/^ | $/g, '%20');
}

const isPlain = (byte: number): boolean => byte >= 0x20 && byte <= 0x7e && byte !== 0x25;

const escape = (byte: number): string => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;

/** Where the last character begins that would end at or behind this byte, so that none is cut in two. */
function lastCharacter(encoded: readonly string[], at: number): number {
  // Bytes 0x80 to 0xBF continue a character of UTF-8.
  return /^%[89AB]/.test(encoded[at] ?? '') ? lastCharacter(encoded, at - 1) : at;
}
