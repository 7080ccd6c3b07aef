/**
 * Connections that end in their TLS handshake, and why: gRPC tells nobody of them, and an Envoy only learns that the
 * connection was closed.
 *
 * The server that gRPC keeps to itself is found by its sockets, which Node announces on a diagnostics channel.
 * Source: https://nodejs.org/docs/latest-v20.x/api/diagnostics_channel.html#net
 */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { Socket } from 'node:net';
import { Server as TlsServer, type TLSSocket } from 'node:tls';
import { formatAddress } from './address.ts';
import type { Refused } from './refusals.ts';

const CHANNEL = 'net.server.socket';

/**
 * Watches the server at a port of this process until the result is called.
 *
 * @param refused hears of clients whose certificate is missing or no good; of those that speak no TLS, or go away, nothing
 */
export function watchHandshakes(port: number, refused: (event: Refused) => void): () => void {
  const known = new WeakSet<TlsServer>();
  const onSocket = (message: unknown): void => {
    const socket = typeof message === 'object' && message !== null ? Reflect.get(message, 'socket') : undefined;
    if (!(socket instanceof Socket) || socket.localPort !== port) return;
    const server: unknown = Reflect.get(socket, 'server');
    if (!(server instanceof TlsServer) || known.has(server)) return;
    known.add(server);
    server.on('tlsClientError', (error, client) => {
      const refusal = refusalOf(error, client);
      if (refusal) refused({ kind: 'refused', peer: peerOf(client), node: null, refusal });
    });
  };
  subscribe(CHANNEL, onSocket);
  return () => void unsubscribe(CHANNEL, onSocket);
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
