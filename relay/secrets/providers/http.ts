/** Secrets that HTTP servers give, by the contract of docs/secrets.md. */
import type { SecretReference } from '../../../compiler/5-pack/bundle.ts';
import { allowedServer, placeOf, type AllowedServer } from '../allowed.ts';
import {
  createHttpClient,
  isFailure,
  jsonObject,
  readToken,
  type ClientTlsFiles,
  type HttpAnswer,
  type HttpClient,
} from '../http-client.ts';
import { readField, resolveParts, settingOf, type Part } from '../parts.ts';
import { failed, storeFailed, type Failure, type Resolution, type SecretProvider } from '../provider.ts';
import { redact, type Redacted } from '../../../store/redacted.ts';

export interface HttpProviderOptions {
  readonly servers: readonly SecretServerOptions[];
  /** How often to ask again where an answer does not say, in milliseconds; default a minute. */
  readonly refreshMs?: number;
}

export interface SecretServerOptions extends AllowedServer, ClientTlsFiles {
  /** Has the bearer token to send. */
  readonly tokenFile?: string;
}

/** An answer that the server may say has not changed since. */
interface Known {
  readonly etag: string;
  readonly answer: Redacted<HttpAnswer>;
}

/** Settings are `{ type: 'http', url }`. */
export function httpProvider({ servers, refreshMs = 60_000 }: HttpProviderOptions): SecretProvider {
  const clients = new Map(servers.map((server) => [server, createHttpClient(server)]));
  const known = new Map<SecretReference, Known>();
  return {
    type: 'http',
    refreshMs,
    storeOf: (reference) => allowedServer(servers, urlOf(reference), reference)?.server.urlPrefix ?? '',
    async resolve(reference, signal) {
      const allowed = allowedServer(servers, urlOf(reference), reference);
      const client = allowed && clients.get(allowed.server);
      if (!client) return failed('misconfigured', `the relay may not ask ${placeOf(urlOf(reference))}`);
      const before = known.get(reference);
      const answer = await ask({ ...allowed, client, before }, signal);
      if (isFailure(answer)) return answer;
      const { etag } = answer.headers;
      if (etag === undefined) known.delete(reference);
      else known.set(reference, { etag, answer: redact(answer) });
      return withLease(await read(reference, answer), maxAgeMs(answer));
    },
    release: (reference) => void known.delete(reference),
    close() {
      for (const client of clients.values()) client.close();
      known.clear();
    },
  };
}

const urlOf = (reference: SecretReference): string => settingOf(reference, 'url') ?? '';

interface Asked {
  readonly server: SecretServerOptions;
  readonly url: URL;
  readonly client: HttpClient;
  readonly before: Known | undefined;
}

async function ask({ server, url, client, before }: Asked, signal: AbortSignal) {
  const token = server.tokenFile === undefined ? undefined : await readToken(server.tokenFile);
  if (token && 'status' in token) return token;
  const headers = {
    accept: 'application/json',
    ...(token && { authorization: `Bearer ${token.expose()}` }),
    ...(before && { 'if-none-match': before.etag }),
  };
  const answer = await client.send({ method: 'GET', url, headers }, signal);
  if (isFailure(answer)) return answer;
  if (answer.status === 304 && before) {
    const { headers: old, ...rest } = before.answer.expose();
    return { ...rest, headers: { ...old, ...answer.headers } };
  }
  return answer.status === 200 ? answer : refusal(answer, url);
}

function refusal({ status }: HttpAnswer, url: URL): Failure {
  const place = placeOf(url.href);
  if (status === 404 || status === 410) return failed('not-found', `${place} does not exist: it answers ${status}`);
  if (status === 401) return storeFailed(`${url.origin} does not let the relay in: it answers 401`);
  if (status === 429 || status >= 500) return storeFailed(`${url.origin} cannot serve: it answers ${status}`);
  if (status === 403) return failed('unavailable', `${place} is not for this relay: it answers 403`);
  return failed('unavailable', `${place} answers ${status}, where 200 is expected`);
}

async function read(reference: SecretReference, answer: HttpAnswer): Promise<Resolution> {
  const fields = jsonObject(answer);
  if (!fields) return failed('invalid', 'the answer is not a JSON object');
  const { encoding } = fields;
  if (encoding !== undefined && encoding !== 'base64') return failed('invalid', 'its "encoding" is not "base64"');
  const isStapled = Object.hasOwn(fields, 'ocspStaple');
  return resolveParts(reference, (part) => decoded(readField(fields, reference, part), encoding), isStapled);
}

function decoded(part: Part, encoding: 'base64' | undefined): Part {
  if (part.status === 'failed' || !encoding) return part;
  return { status: 'read', bytes: Buffer.from(new TextDecoder().decode(part.bytes), 'base64') };
}

const withLease = (resolution: Resolution, refreshMs: number | undefined): Resolution =>
  resolution.status === 'failed' || refreshMs === undefined ? resolution : { ...resolution, refreshMs };

/** Not less than a second, whatever the server says. */
function maxAgeMs({ headers }: HttpAnswer): number | undefined {
  const [, seconds] = /(?:^|[\s,])max-age=(\d+)/i.exec(headers['cache-control'] ?? '') ?? [];
  return seconds === undefined ? undefined : Math.max(1, Number(seconds)) * 1000;
}
