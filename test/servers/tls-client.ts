/** TLS handshakes with control of everything that a client may choose. */
import { connect as connectTcp } from 'node:net';
import { Duplex } from 'node:stream';
import { connect, type ConnectionOptions, type TLSSocket } from 'node:tls';

export interface Handshake {
  readonly version: string | null;
  readonly cipher: string;
  /** `h2`, `http/1.1`, or absent when nothing was negotiated. */
  readonly alpn: string | false | null;
  /** The group of the key exchange, for example `P-384`; absent for those that Node does not name. */
  readonly group: string | undefined;
  /** Of the server's certificate: SHA-256 in lower-case hexadecimal; a resumed session goes without one. */
  readonly fingerprint: string | undefined;
  readonly isResumed: boolean;
  /** What resumes the session, if the server gave it. */
  readonly session: Buffer | undefined;
  /** The OCSP response, DER; absent if there is none. */
  readonly ocspResponse: Buffer | undefined;
}

/** Without authority any certificate is accepted. Settles when the server has said all that it says by itself. */
export function handshake(port: number, options: ConnectionOptions): Promise<Handshake> {
  return new Promise((resolve, reject) => {
    const settings = { host: '127.0.0.1', port, rejectUnauthorized: false, requestOCSP: true, ...options };
    const socket = connect(settings);
    let session: Buffer | undefined;
    let ocspResponse: Buffer | undefined;
    socket.on('session', (given: Buffer) => (session = given));
    socket.on('OCSPResponse', (given: Buffer | null) => (ocspResponse = given ?? undefined));
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('the connection was closed')));
    socket.once('secureConnect', () => {
      // Tickets of TLS 1.3 come after the handshake, and before the answer to a request.
      socket.once('data', () => {
        resolve({ ...describe(socket), session, ocspResponse });
        socket.destroy();
      });
      socket.write(PREFACE);
    });
  });
}

/** A request that every server of HTTP/1.1 answers, and no other bears. */
const PREFACE = 'GET / HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n';

function describe(socket: TLSSocket): Omit<Handshake, 'session' | 'ocspResponse'> {
  const key = socket.getEphemeralKeyInfo();
  const isResumed = socket.isSessionReused();
  return {
    version: socket.getProtocol(),
    cipher: socket.getCipher().name,
    alpn: socket.alpnProtocol,
    group: key && 'name' in key && typeof key.name === 'string' ? key.name : undefined,
    fingerprint: isResumed ? undefined : socket.getPeerCertificate().fingerprint256.replaceAll(':', '').toLowerCase(),
    isResumed,
  };
}

/** Begins a handshake and never goes on. Settles when the server has had enough. */
export function stallHandshake(port: number, serverName: string): Promise<void> {
  return new Promise((resolve) => {
    const connection = connectTcp({ host: '127.0.0.1', port });
    connection.on('error', () => connection.destroy());
    connection.on('data', () => undefined);
    // What the server says never reaches the client.
    const deaf = new Duplex({
      read: () => undefined,
      write: (chunk: Uint8Array, _, done) => connection.write(chunk, () => done()),
    });
    const client = connect({ socket: deaf, servername: serverName, rejectUnauthorized: false });
    client.on('error', () => client.destroy());
    connection.once('close', () => {
      client.destroy();
      resolve();
    });
  });
}
