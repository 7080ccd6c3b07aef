import { TLSSocket } from 'node:tls';
import type { RequestDescription } from '../../cli/local/demo-upstream.ts';
import type { Request } from './upstream-behaviour.ts';

/** A request as the upstream saw it; the body of an echo is this, as JSON. */
export interface EchoedRequest extends RequestDescription {
  readonly protocol: 'HTTP/1.0' | 'HTTP/1.1' | 'HTTP/2.0';
  readonly tls?: EchoedTls;
}

export interface EchoedTls {
  /** Absent when the client sent none. */
  readonly serverName?: string;
  /** `h2`, `http/1.1`, or absent when nothing was negotiated. */
  readonly alpn?: string;
  /** Absent when the client showed no certificate. */
  readonly clientCertificate?: { readonly commonName: string; readonly names: string; readonly fingerprint: string };
}

/** Reads a request to its end and describes it. */
export async function describeRequest(upstream: string, request: Request): Promise<EchoedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const headers = describeHeaders(request);
  return {
    upstream,
    protocol: `HTTP/${request.httpVersion}` as EchoedRequest['protocol'],
    method: request.method ?? '',
    path: request.url ?? '',
    host: headers['host'] ?? authorityOf(request),
    headers,
    body: Buffer.concat(chunks).toString('utf8'),
    ...(request.socket instanceof TLSSocket && { tls: describeTls(request.socket) }),
  };
}

const authorityOf = (request: Request): string => String(request.headers[':authority'] ?? '');

function describeHeaders(request: Request): Record<string, string> {
  const entries = Object.entries(request.headers).filter(([name]) => !name.startsWith(':'));
  return Object.fromEntries(
    entries.map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : String(value)]),
  );
}

function describeTls(socket: TLSSocket): EchoedTls {
  const certificate = socket.getPeerCertificate();
  // Node types the certificate as present; without one it is an empty object.
  const isPresent = Object.keys(certificate).length > 0;
  const serverName: unknown = Reflect.get(socket, 'servername');
  return {
    ...(typeof serverName === 'string' && { serverName }),
    ...(socket.alpnProtocol && { alpn: socket.alpnProtocol }),
    ...(isPresent && {
      clientCertificate: {
        commonName: String(certificate.subject.CN),
        names: certificate.subjectaltname ?? '',
        fingerprint: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
      },
    }),
  };
}
