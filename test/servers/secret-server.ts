/** A server that gives secrets by the HTTP contract of docs/secrets.md. */
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Certificate } from './certificates.ts';

export interface SecretServerOptions {
  /** What requests must carry as their bearer token. */
  readonly token: string;
  /** Speaks HTTPS with this certificate. */
  readonly certificate?: Certificate;
  /** Who must vouch for clients, PEM. */
  readonly clientAuthority?: string;
}

export interface SecretServer {
  /** For example `https://127.0.0.1:40123`. */
  readonly origin: string;
  /** What a path gives from now on; a text is sent as it is. */
  readonly put: (path: string, body: object | string, headers?: Readonly<Record<string, string>>) => void;
  /** Answers all requests with a status. */
  readonly fail: (status: number | undefined) => void;
  /** Status and path of each answer. */
  readonly answers: readonly string[];
  readonly stop: () => Promise<void>;
}

export async function startSecretServer({
  token,
  certificate,
  clientAuthority,
}: SecretServerOptions): Promise<SecretServer> {
  const secrets = new Map<string, { readonly body: string; readonly headers: Readonly<Record<string, string>> }>();
  const answers: string[] = [];
  let failure: number | undefined;
  const statusFor = ({ url = '', headers }: IncomingMessage): number => {
    if (failure !== undefined) return failure;
    if (headers.authorization !== `Bearer ${token}`) return 401;
    const secret = secrets.get(url);
    if (!secret) return 404;
    return secret.headers['etag'] !== undefined && secret.headers['etag'] === headers['if-none-match'] ? 304 : 200;
  };
  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    const status = statusFor(request);
    answers.push(`${status} ${request.url ?? ''}`);
    const secret = secrets.get(request.url ?? '');
    const isGiven = status === 200 || status === 304;
    response.writeHead(status, isGiven ? { ...secret?.headers } : { location: 'http://127.0.0.1:1/' });
    response.end(status === 200 ? secret?.body : undefined);
  };
  const server = certificate
    ? createHttpsServer(
        {
          cert: certificate.certificate,
          key: certificate.privateKey,
          ...(clientAuthority !== undefined && { ca: clientAuthority, requestCert: true }),
        },
        handle,
      )
    : createHttpServer(handle);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    origin: `${certificate ? 'https' : 'http'}://127.0.0.1:${port}`,
    put: (path, body, headers = {}) =>
      void secrets.set(path, { body: typeof body === 'string' ? body : JSON.stringify(body), headers }),
    fail: (status) => void (failure = status),
    answers,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
