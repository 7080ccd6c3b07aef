/** Why a connection ended in its TLS handshake: an Envoy only learns that it was closed. */
import type { TLSSocket } from 'node:tls';
import { formatAddress } from '../address.ts';
import type { Refused } from '../refusals.ts';

/** Nothing if it is not about the client's certificate: those that speak no TLS, or go away, are nobody. */
export function refusalOfHandshake(error: Error, client: TLSSocket): Refused | undefined {
  const refusal = refusalOf(error, client);
  return refusal && { kind: 'refused', peer: peerOf(client), node: null, refusal };
}

function refusalOf(error: Error, client: TLSSocket): Refused['refusal'] | undefined {
  // Node's declarations call it an Error; it is OpenSSL's code as a text.
  const code = String(client.authorizationError ?? ('code' in error ? error.code : ''));
  if (code === 'ERR_SSL_PEER_DID_NOT_RETURN_A_CERTIFICATE') return refusal('missing', 'there is no client certificate');
  if (code === 'CERT_HAS_EXPIRED') return refusal('expired', 'the client certificate, or one above it, has expired');
  if (!client.authorizationError) return undefined;
  return refusal('certificate', `no client authority of this relay vouches for the client certificate (${code})`);
}

const refusal = (reason: 'missing' | 'expired' | 'certificate', message: string): Refused['refusal'] => ({
  code: 'UNAUTHENTICATED',
  message,
  denial: { reason, gateway: null, certificate: [] },
});

/** A socket that is closed may have forgotten who was at its other end. */
const peerOf = ({ remoteAddress, remotePort }: TLSSocket): string =>
  remoteAddress === undefined ? 'unknown' : formatAddress({ host: remoteAddress, port: remotePort ?? 0 });
