/** Secrets that HTTP servers give, by the contract of docs/secrets.md. */
import type { SecretReference } from '../../../compiler/5-pack/bundle.ts';
import { forNamespace } from '../allowed.ts';
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

export interface SecretServerOptions extends ClientTlsFiles {
  /** URLs that begin so belong to the server; it ends with `/`, and may have `{namespace}`. */
  readonly urlPrefix: string;
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
    storeOf: (reference) => serverOf(servers, reference)?.urlPrefix ?? '',
    async resolve(reference, signal) {
      const server = serverOf(servers, reference);
      const client = server && clients.get(server);
      if (!client) return failed('misconfigured', `the relay may not ask "${settingOf(reference, 'url') ?? ''}"`);
      const before = known.get(reference);
      const answer = await ask({ server, client, before }, reference, signal);
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

/** The server whose prefix is the longest that fits; a URL that says more than a place fits none. */
function serverOf(
  servers: readonly SecretServerOptions[],
  reference: SecretReference,
): SecretServerOptions | undefined {
  const url = parse(settingOf(reference, 'url') ?? '');
  if (!url || url.username !== '' || url.password !== '' || url.hash !== '') return undefined;
  // Some servers take these for a way out of the prefix.
  if (/%2f|%5c|%2e|%00|\\/i.test(url.pathname)) return undefined;
  return servers
    .filter(({ urlPrefix }) => {
      const prefix = parse(forNamespace(urlPrefix, reference));
      return prefix?.origin === url.origin && url.pathname.startsWith(prefix.pathname);
    })
    .toSorted((a, b) => b.urlPrefix.length - a.urlPrefix.length)[0];
}

function parse(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

interface Asked {
  readonly server: SecretServerOptions;
  readonly client: HttpClient;
  readonly before: Known | undefined;
}

async function ask({ server, client, before }: Asked, reference: SecretReference, signal: AbortSignal) {
  const url = new URL(settingOf(reference, 'url') ?? '');
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
  // What follows the path may be a token.
  const place = `${url.origin}${url.pathname}`;
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
