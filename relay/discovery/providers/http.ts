/**
 * Endpoints that HTTP servers list, by the contract of docs/discovery.md.
 *
 * The relay asks again and again, with the ETag of what it has. It says that it would wait (`prefer: wait=30`, RFC 7240); a
 * server that does, and says so (`preference-applied: wait`), is asked again at once.
 */
import { allowedServer, placeOf, type AllowedServer } from '../../secrets/allowed.ts';
import {
  createHttpClient,
  isFailure,
  readToken,
  type ClientTlsFiles,
  type HttpAnswer,
  type HttpClient,
} from '../../secrets/http-client.ts';
import { readAnswer } from '../endpoints-file.ts';
import { createPace, poll, type Pace } from '../polling.ts';
import { failed, type Answer, type DiscoveryProvider, type Failure } from '../provider.ts';
import { settingOf } from '../setting.ts';

export interface HttpProviderOptions {
  readonly servers: readonly EndpointServerOptions[];
  /** How often to ask a server that does not wait, in milliseconds; default 800. */
  readonly refreshMs?: number;
}

export interface EndpointServerOptions extends AllowedServer, ClientTlsFiles {
  /** Has the bearer token to send. */
  readonly tokenFile?: string;
}

const WAIT_SECONDS = 30;
const TIMEOUT_MS = (WAIT_SECONDS + 15) * 1_000;
/** However fast a list changes, it is asked for only so often, in milliseconds. */
const BREATH_MS = 50;
/** However many upstreams a server has, it is asked only so often: for 1,000 of them every 800 milliseconds. */
const MOST_A_SECOND = 1_250;
/** Each upstream may hold a request. */
const LIMITS = { bytes: 32 * 1024 * 1024, connections: 1_000 };

/** Settings are `{ type: 'http', url }`. */
export function httpProvider({ servers, refreshMs = 800 }: HttpProviderOptions): DiscoveryProvider {
  const clients = new Map(
    servers.map((server) => [
      server,
      { client: createHttpClient(server, LIMITS), pace: createPace(refreshMs, MOST_A_SECOND) },
    ]),
  );
  return {
    type: 'http',
    follow(reference, tell, signal) {
      const text = settingOf(reference, 'url') ?? '';
      const allowed = allowedServer(servers, text, reference);
      const ours = allowed && clients.get(allowed.server);
      if (!ours) return tell(failed('misconfigured', `the relay may not ask ${placeOf(text)}`));
      ours.pace.join(signal);
      follow({ ...allowed, ...ours }, tell, signal);
    },
    close() {
      for (const { client } of clients.values()) client.close();
    },
  };
}

interface Place {
  readonly url: URL;
  readonly server: EndpointServerOptions;
  readonly client: HttpClient;
  readonly pace: Pace;
}

function follow(place: Place, tell: (answer: Answer) => void, signal: AbortSignal): void {
  const { pace } = place;
  let etag: string | undefined;
  let last: string | undefined;
  let failures = 0;
  const fail = (failure: Failure): number => {
    tell(failure);
    // What is told next is told even if it is what was told last.
    [etag, last] = [undefined, undefined];
    return pace.delayMs((failures += 1));
  };
  const ask = async (): Promise<number> => {
    const response = await send(place, etag, signal);
    if (signal.aborted) return BREATH_MS;
    if (isFailure(response)) return fail(response);
    const { status, headers, body } = response;
    if (status !== 200 && !(status === 304 && etag !== undefined)) return fail(refusal(place.url, status));
    const text = body.toString();
    if (status === 200 && text !== last) {
      const answer = readAnswer(placeOf(place.url.href), text);
      if (answer.status === 'failed') return fail(answer);
      tell(answer);
      [etag, last] = [headers.etag, text];
    }
    failures = 0;
    return hasWaited(response) ? BREATH_MS : pace.delayMs(0);
  };
  poll({ signal, tell, ask });
}

async function send({ url, server, client }: Place, etag: string | undefined, signal: AbortSignal) {
  const token = server.tokenFile === undefined ? undefined : await readToken(server.tokenFile);
  if (token && 'status' in token) return token;
  const headers = {
    accept: 'application/json',
    ...(token && { authorization: `Bearer ${token.expose()}` }),
    prefer: `wait=${WAIT_SECONDS}`,
    ...(etag !== undefined && { 'if-none-match': etag }),
  };
  return client.send({ method: 'GET', url, headers }, AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]));
}

const hasWaited = ({ headers }: HttpAnswer): boolean =>
  String(headers['preference-applied'] ?? '')
    .toLowerCase()
    .includes('wait');

const refusal = ({ href }: URL, status: number): Failure =>
  failed(status === 404 ? 'not-found' : 'unavailable', `${placeOf(href)} answers with ${status}`);
