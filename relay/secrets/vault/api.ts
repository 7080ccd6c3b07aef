/**
 * Requests to Vault or OpenBao, and what their answers mean.
 *
 * Source: https://developer.hashicorp.com/vault/api-docs and https://openbao.org/api-docs
 */
import { isFailure, isObject, jsonObject, type HttpAnswer, type HttpClient, type HttpRequest } from '../http-client.ts';
import { failed, storeFailed, type Failure } from '../provider.ts';
import type { Redacted } from '../../../store/redacted.ts';

export interface VaultServer {
  /** For example `https://vault.example.com:8200`. */
  readonly address: string;
  readonly client: HttpClient;
}

export interface VaultRequest {
  readonly method: HttpRequest['method'];
  /** Below `/v1/`, for example `secret/data/shop`; its segments are encoded here. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly namespace?: string | undefined;
  readonly token?: Redacted<string>;
  readonly body?: Readonly<Record<string, unknown>>;
}

/** What an answer has: `data`, `auth`, `lease_duration` and so on. It may hold values. */
export type VaultAnswer = { readonly status: 'answered'; readonly fields: Readonly<Record<string, unknown>> };

/** Nobody is let in with this token, or not to this place: the two look the same. */
export type VaultDenial = { readonly status: 'denied' };

export async function askVault(
  { address, client }: VaultServer,
  request: VaultRequest,
  signal: AbortSignal,
): Promise<VaultAnswer | VaultDenial | Failure> {
  const answer = await client.send(httpRequest(address, request), signal);
  if (isFailure(answer)) return answer;
  if (answer.status === 403) return { status: 'denied' };
  if (answer.status !== 200 && answer.status !== 204) return refusal(answer, request, address);
  const fields = answer.status === 204 ? {} : jsonObject(answer);
  return fields ? { status: 'answered', fields } : storeFailed(`${address} gives no JSON: is it a Vault?`);
}

function httpRequest(address: string, { method, path, query, namespace, token, body }: VaultRequest): HttpRequest {
  const url = new URL(`${address.replace(/\/+$/, '')}/v1/${path.split('/').map(encodeURIComponent).join('/')}`);
  for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value);
  const headers = {
    'x-vault-request': 'true',
    ...(namespace !== undefined && { 'x-vault-namespace': namespace }),
    ...(token && { 'x-vault-token': token.expose() }),
    ...(body && { 'content-type': 'application/json' }),
  };
  return { method, url, headers, ...(body && { body: JSON.stringify(body) }) };
}

function refusal(answer: HttpAnswer, { path }: VaultRequest, address: string): Failure {
  const { status } = answer;
  if (status === 404) return failed('not-found', `the vault has nothing at "${path}"`);
  if (status === 400) return failed('misconfigured', `the vault refuses what is asked of "${path}"${wordsOf(answer)}`);
  if (status === 503) return storeFailed(`the vault at ${address} is sealed or in maintenance: it answers 503`);
  if (status === 429 || status === 472 || status === 473 || status >= 500)
    return storeFailed(`the vault at ${address} cannot serve: it answers ${status}`);
  return failed('unavailable', `the vault answers ${status} to "${path}"`);
}

/** Which role or name it does not like; a vault never quotes values there. */
function wordsOf(answer: HttpAnswer): string {
  const errors = jsonObject(answer)?.['errors'];
  const [first]: readonly unknown[] = Array.isArray(errors) ? errors : [];
  return typeof first === 'string' && first !== '' ? `: ${first.slice(0, 200)}` : '';
}

/** A field that is an object; an empty one, if it is not. */
export const objectIn = (
  fields: Readonly<Record<string, unknown>>,
  name: string,
): Readonly<Record<string, unknown>> => {
  const value = fields[name];
  return isObject(value) ? value : {};
};

/** A field that is a number above zero. */
export const positiveIn = (fields: Readonly<Record<string, unknown>>, name: string): number | undefined => {
  const value = fields[name];
  return typeof value === 'number' && value > 0 ? value : undefined;
};
