/** Calls an API: one place for its address, its authentication, second tries, and what its problems mean. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { EXIT } from '../exit-codes.ts';
import { Failure } from '../failure.ts';
import { isObject, type JsonObject } from './json.ts';
import { failureOf } from './problems.ts';
import { ANSWER_MS, unreachable, Unreachable } from './unreachable.ts';

/** Headers that prove who calls. */
export type Authenticate = () => Promise<Readonly<Record<string, string>>>;

export interface RemoteOptions {
  readonly url: string;
  readonly authenticate: Authenticate;
  /** For messages; default: the URL. */
  readonly name?: string;
  /** Default: the platform's. */
  readonly fetch?: typeof fetch;
}

export interface RemoteRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** For example `/v1/routes`. */
  readonly path: string;
  /** What is undefined is left out. */
  readonly query?: Readonly<Record<string, string | boolean | number | undefined>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: RemoteBody;
  /**
   * Why a second try changes nothing more, when the answer to the first is lost: the operation knows an Idempotency-Key,
   * or doing it again is the same as doing it once. Absent: it is tried once; what only reads may always be tried again.
   */
  readonly repeatable?: 'by-key' | 'by-itself';
  /** Ends it. */
  readonly signal?: AbortSignal;
}

export interface RemoteBody {
  readonly type: string;
  readonly text: string;
}

export interface Remote {
  /** For messages. */
  readonly name: string;
  /** The answer, once its headers are there. @throws Failure for any that says no. */
  readonly open: (request: RemoteRequest) => Promise<Response>;
  /** The answer's JSON object. @throws Failure for any that says no. */
  readonly send: (request: RemoteRequest) => Promise<JsonObject>;
}

export const jsonBody = (value: unknown): RemoteBody => ({ type: 'application/json', text: JSON.stringify(value) });

const nameOf = ({ name, url }: RemoteOptions): string => name ?? url;

export function createRemote(options: RemoteOptions): Remote {
  const open = (request: RemoteRequest) => openAnswer(request, options);
  return {
    name: nameOf(options),
    open,
    send: async (request) => {
      const value: unknown = await (await open(request)).json().catch((error: unknown) => {
        throw notOurs(options, error);
      });
      if (!isObject(value)) throw notOurs(options);
      return value;
    },
  };
}

const notOurs = (options: RemoteOptions, cause?: unknown): Failure =>
  new Failure(`${nameOf(options)} answers otherwise than an Enroute API does`, {
    exit: EXIT.unreachable,
    help: 'is the URL that of an API?',
    cause,
  });

async function openAnswer(request: RemoteRequest, options: RemoteOptions): Promise<Response> {
  const response = await tryAgain(request, options);
  if (response.ok) return response;
  throw await failureOf(response, request, nameOf(options));
}

const TRIES = 3;
const PAUSE_MS = 500;
/** What may be otherwise in a moment. */
const PASSING: ReadonlySet<number> = new Set([429, 502, 503, 504]);

/** An answer that is lost says nothing of what was done: only what changes nothing more is asked again. */
async function tryAgain(request: RemoteRequest, options: RemoteOptions): Promise<Response> {
  const { method, repeatable } = request;
  // The tries share the key.
  const key = repeatable === 'by-key' ? { 'idempotency-key': randomUUID() } : {};
  const tries = method === 'GET' || repeatable !== undefined ? TRIES : 1;
  for (let tried = 1; ; tried += 1) {
    const response = await once({ ...request, headers: { ...key, ...request.headers } }, options).catch(
      (error: unknown) => failed(error, options),
    );
    const isLast = tried === tries || request.signal?.aborted === true;
    if (response instanceof Response && (isLast || !PASSING.has(response.status))) return response;
    if (response instanceof Unreachable && (isLast || !response.isPassing)) throw response;
    await sleep(PAUSE_MS * tried);
  }
}

async function once(
  { method, path, query = {}, headers, body, signal }: RemoteRequest,
  { url, authenticate, fetch: send = fetch }: RemoteOptions,
): Promise<Response> {
  const address = new URL(`${url.replace(/\/$/, '')}${path}`);
  for (const [name, value] of Object.entries(query))
    if (value !== undefined) address.searchParams.set(name, String(value));
  const proof = await authenticate();
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(new DOMException('', 'TimeoutError')), ANSWER_MS);
  try {
    return await send(address, {
      method,
      headers: { ...(body && { 'content-type': body.type }), ...headers, ...proof },
      ...(body && { body: body.text }),
      redirect: 'error', // What proves who calls is for this address only.
      signal: AbortSignal.any([patience.signal, ...(signal ? [signal] : [])]),
    });
  } finally {
    clearTimeout(timer);
  }
}

/** Failures of ours are no reason for another try. */
function failed(error: unknown, options: RemoteOptions): Unreachable {
  if (error instanceof Failure) throw error;
  return unreachable(nameOf(options), error);
}
