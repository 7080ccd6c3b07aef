/**
 * Reads from a Kubernetes API: one object or list at a time, or a stream of changes.
 *
 * A client of its own on Node's https, and not @kubernetes/client-node: what is needed of it are two kinds of GET, while it
 * brings forty packages along, reads a kubeconfig once instead of whenever a token has rotated, and its informers neither
 * take bookmarks nor say why a watch ended.
 * Source: https://kubernetes.io/docs/reference/using-api/api-concepts/
 */
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest, type AgentOptions } from 'node:https';
import { isObject } from '../../compiler/shape.ts';
import { readSource, type ClusterAccess } from './access.ts';
import { readLines } from './lines.ts';

export interface KubernetesClient {
  /** The address of the API, for people. */
  readonly server: string;
  /**
   * The answer to a GET, JSON.
   * @param path with its query, for example `/api/v1/namespaces/shop/secrets/tls`
   * @throws KubernetesError if the answer is not 200, is no JSON, or does not come.
   */
  get(path: string, options: RequestOptions): Promise<unknown>;
  /**
   * Follows a watch until the server or the signal ends it.
   * @throws KubernetesError likewise.
   */
  watch(path: string, options: RequestOptions, onEvent: (event: unknown) => void): Promise<void>;
  close(): void;
}

export interface RequestOptions {
  readonly signal: AbortSignal;
  /** Default `application/json`. */
  readonly accept?: string | undefined;
  /** The server has begun to answer with 200. */
  readonly opened?: () => void;
}

/** The message is one sentence for the operator and holds no credential. */
export class KubernetesError extends Error {
  override readonly name = 'KubernetesError';
  /** The status of the answer; absent if there was none. */
  readonly status: number | undefined;
  constructor(message: string, status?: number, cause?: unknown) {
    super(message, { cause });
    this.status = status;
  }
}

export function createKubernetesClient(access: ClusterAccess): KubernetesClient {
  const agents = createAgents(access);
  const ask = async (path: string, { signal, accept = 'application/json' }: RequestOptions) => {
    const { agent, authorization } = await prepare(access, agents);
    const url = new URL(`${access.server}${path}`);
    return answerOf(url, { agent, signal, headers: { accept, 'user-agent': 'enroute-relay', ...authorization } });
  };
  return {
    server: access.server,
    async get(path, options) {
      const response = await ask(path, options);
      const chunks: string[] = [];
      await within(path, async () => {
        for await (const chunk of response.setEncoding('utf8')) chunks.push(String(chunk));
      });
      return parseJson(chunks.join(''), path);
    },
    async watch(path, options, onEvent) {
      const response = await ask(path, options);
      options.opened?.();
      await within(path, async () => {
        for await (const line of readLines(response)) onEvent(parseJson(line, path));
      });
    },
    close: agents.close,
  };
}

interface Prepared {
  readonly agent: HttpAgent;
  readonly authorization: { readonly authorization?: string };
}

/** Reads what may have rotated since the last request. */
async function prepare(access: ClusterAccess, agents: Agents): Promise<Prepared> {
  const { certificateAuthority, clientCertificate, token } = access;
  try {
    const agent = agents.agentFor({
      ...(certificateAuthority && { ca: await readSource(certificateAuthority) }),
      ...(clientCertificate && {
        cert: await readSource(clientCertificate.certificateChain),
        key: await readSource(clientCertificate.privateKey),
      }),
    });
    const bearer = token && (await readSource(token)).trim();
    return { agent, authorization: bearer === undefined ? {} : { authorization: `Bearer ${bearer}` } };
  } catch (error) {
    throw new KubernetesError(`its credentials cannot be read: ${messageOf(error)}`, undefined, error);
  }
}

interface Agents {
  agentFor(identity: Pick<AgentOptions, 'ca' | 'cert' | 'key'>): HttpAgent;
  close(): void;
}

/** Connections are kept until what they were made with has changed; a watch that stands goes on until then. */
function createAgents({ server, serverName }: ClusterAccess): Agents {
  const isPlain = server.startsWith('http:');
  const make = (identity: Pick<AgentOptions, 'ca' | 'cert' | 'key'>): HttpAgent =>
    isPlain
      ? new HttpAgent({ keepAlive: true })
      : new HttpsAgent({
          keepAlive: true,
          ...identity,
          ...(serverName !== undefined && { servername: serverName }),
        });
  let current: { readonly key: string; readonly agent: HttpAgent } | undefined;
  return {
    agentFor(identity) {
      const key = JSON.stringify([identity.ca, identity.cert, identity.key]);
      if (current?.key !== key) current = { key, agent: make(identity) };
      return current.agent;
    },
    close: () => current?.agent.destroy(),
  };
}

/** How long the server may take to begin its answer, in milliseconds. */
const ANSWER_TIMEOUT_MS = 30_000;

function answerOf(
  url: URL,
  options: { readonly agent: HttpAgent; readonly signal: AbortSignal; readonly headers: Record<string, string> },
): Promise<IncomingMessage> {
  const send = url.protocol === 'http:' ? httpRequest : httpsRequest;
  return new Promise((resolve, reject) => {
    const fail = (error: Error): void =>
      reject(error instanceof KubernetesError ? error : new KubernetesError(messageOf(error), undefined, error));
    const request = send(url, options, (response) => {
      request.setTimeout(0);
      if (response.statusCode === 200) resolve(response);
      else refusal(response).then(reject, fail);
    });
    request.setTimeout(ANSWER_TIMEOUT_MS, () => request.destroy(new Error('the API server gave no answer in time')));
    request.on('socket', (socket) => socket.setKeepAlive(true, KEEPALIVE_MS));
    request.on('error', fail);
    request.end();
  });
}

/** After this long without a word, the kernel asks whether the other side is still there, in milliseconds. */
const KEEPALIVE_MS = 15_000;

/** Errors are objects of kind `Status`, with a message. */
async function refusal(response: IncomingMessage): Promise<KubernetesError> {
  const chunks: string[] = [];
  for await (const chunk of response.setEncoding('utf8')) if (chunks.length < 16) chunks.push(String(chunk));
  const status = response.statusCode ?? 0;
  let body: unknown;
  try {
    body = JSON.parse(chunks.join(''));
  } catch {
    body = undefined; // A proxy in between answers in its own words, which are left out.
  }
  const said = isObject(body) && typeof body['message'] === 'string' ? `: ${body['message'].slice(0, 300)}` : '';
  return new KubernetesError(`the API server answers with ${status}${said}`, status);
}

/** An answer that breaks off is as good as none. */
async function within(path: string, read: () => Promise<void>): Promise<void> {
  try {
    await read();
  } catch (error) {
    if (error instanceof KubernetesError) throw error;
    throw new KubernetesError(`${path.replace(/\?.*/, '')} broke off: ${messageOf(error)}`, undefined, error);
  }
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new KubernetesError(`${path.replace(/\?.*/, '')} answers with what is no JSON`, undefined, error);
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
