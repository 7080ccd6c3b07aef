/** HTTP requests to secret stores: over the operator's TLS, to no other place than asked, and with failures as values. */
import { readFile } from 'node:fs/promises';
import { Agent as HttpAgent, request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { failed, storeFailed, type Failure } from './provider.ts';
import { redact, type Redacted } from '../../store/redacted.ts';

/** Paths of PEM files. They are read again for each request, so that they may be rotated. */
export interface ClientTlsFiles {
  /** Who vouches for the server; the system's authorities, if left out. */
  readonly certificateAuthority?: string;
  readonly clientCertificate?: { readonly certificateChain: string; readonly privateKey: string };
}

export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface HttpClient {
  /** Follows no redirect: it would lead where the operator has not said. */
  readonly send: (request: HttpRequest, signal: AbortSignal) => Promise<HttpAnswer | Failure>;
  readonly close: () => void;
}

export const isFailure = (answer: HttpAnswer | Failure): answer is Failure => answer.status === 'failed';

export interface HttpLimits {
  /** Of an answer. */
  readonly bytes: number;
  /** To one server. */
  readonly connections: number;
}

/** More than any secret has. */
const LIMITS: HttpLimits = { bytes: 1024 * 1024, connections: 8 };

export function createHttpClient(files: ClientTlsFiles = {}, limits: HttpLimits = LIMITS): HttpClient {
  const options = { keepAlive: true, maxSockets: limits.connections };
  const plain = new HttpAgent(options);
  let secure: { readonly key: string; readonly agent: HttpsAgent } | undefined;

  const agentFor = async (url: URL): Promise<HttpAgent | Failure> => {
    if (url.protocol === 'http:') return plain;
    const tls = await readTls(files);
    if ('status' in tls) return tls;
    const key = JSON.stringify(tls);
    if (secure?.key !== key) {
      secure?.agent.destroy();
      secure = { key, agent: new HttpsAgent({ ...options, ...tls }) };
    }
    return secure.agent;
  };
  return {
    async send(request, signal) {
      const agent = await agentFor(request.url);
      return 'status' in agent ? agent : exchange(request, agent, limits, signal);
    },
    close() {
      plain.destroy();
      secure?.agent.destroy();
    },
  };
}

interface Tls {
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
}

async function readTls({ certificateAuthority, clientCertificate }: ClientTlsFiles): Promise<Tls | Failure> {
  const read = async (path: string | undefined) => (path === undefined ? undefined : readSettingsFile(path));
  const [ca, cert, key] = await Promise.all(
    [certificateAuthority, clientCertificate?.certificateChain, clientCertificate?.privateKey].map(read),
  );
  for (const each of [ca, cert, key]) if (typeof each === 'object') return each;
  const texts = { ca, cert, key };
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined));
}

/** A file that the operator names, such as a token: without it, the whole store cannot be used. */
export async function readSettingsFile(path: string): Promise<string | Failure> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    return storeFailed(`the relay's file "${path}" cannot be read: ${codeOf(error)}`);
  }
}

/** A token, or what else proves who the relay is, in a file. */
export async function readToken(path: string): Promise<Redacted<string> | Failure> {
  const text = await readSettingsFile(path);
  return typeof text === 'object' ? text : redact(text.trim());
}

function exchange(
  { method, url, headers, body }: HttpRequest,
  agent: HttpAgent,
  limits: HttpLimits,
  signal: AbortSignal,
) {
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise<HttpAnswer | Failure>((resolve) => {
    const broken = (error: Error): void => resolve(storeFailed(`${url.origin} cannot be reached: ${codeOf(error)}`));
    try {
      const sent = send(url, { method, headers, agent, signal }, (response) => {
        const chunks: Buffer[] = [];
        let bytes = 0;
        response.on('data', (chunk: Buffer) => {
          chunks.push(chunk);
          bytes += chunk.length;
          if (bytes <= limits.bytes) return;
          response.destroy();
          resolve(failed('invalid', `${url.origin} gives more than ${limits.bytes} bytes`));
        });
        response.on('error', broken);
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
        );
      });
      sent.on('error', broken);
      sent.end(body);
    } catch {
      // Node's own message quotes the header, which may be a token with a line break in it.
      resolve(storeFailed(`no request to ${url.origin} can be made: a header or a certificate of it is malformed`));
    }
  });
}

/** The kind of an error: its message could quote what was sent or read. */
function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : error instanceof Error ? error.name : 'unknown error';
}

/** An answer's body, if it is a JSON object. */
export function jsonObject({ body }: HttpAnswer): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(body.toString());
    return isObject(value) ? value : undefined;
  } catch {
    return undefined; // The parser's message quotes the text.
  }
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
