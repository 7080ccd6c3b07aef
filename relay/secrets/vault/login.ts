/** How the relay proves to a vault who it is: what to send, and what comes back. */
import { readToken } from '../http-client.ts';
import { storeFailed, type Failure } from '../provider.ts';
import { redact, type Redacted } from '../../../store/redacted.ts';
import { askVault, objectIn, positiveIn, type VaultServer } from './api.ts';

export type VaultAuthentication =
  | { readonly tokenFile: string }
  | { readonly tokenVariable: string }
  | { readonly kubernetes: { readonly role: string; readonly mount: string; readonly tokenFile: string } }
  | { readonly appRole: { readonly mount: string; readonly roleIdFile: string; readonly secretIdFile: string } };

export interface VaultToken {
  readonly status: 'token';
  readonly token: Redacted<string>;
  /** For how long it is good, in milliseconds; absent: for ever. */
  readonly leaseMs?: number;
  readonly isRenewable: boolean;
}

export interface Login {
  readonly server: VaultServer;
  readonly authentication: VaultAuthentication;
  readonly namespace: string | undefined;
}

/** Logs in, or reads the token that somebody else keeps. */
export async function logIn(login: Login, signal: AbortSignal): Promise<VaultToken | Failure> {
  const { authentication } = login;
  if ('tokenFile' in authentication) {
    const token = await readToken(authentication.tokenFile);
    return 'status' in token ? token : lookUp(login, token, signal);
  }
  if ('tokenVariable' in authentication) {
    const { tokenVariable } = authentication;
    const token = Object.hasOwn(process.env, tokenVariable) ? process.env[tokenVariable] : undefined;
    return token
      ? lookUp(login, redact(token.trim()), signal)
      : storeFailed(`the relay's variable "${tokenVariable}" is not set`);
  }
  if ('kubernetes' in authentication) {
    const { role, mount, tokenFile } = authentication.kubernetes;
    const jwt = await readToken(tokenFile);
    return 'status' in jwt ? jwt : exchange(login, mount, { role, jwt: jwt.expose() }, signal);
  }
  const { mount, roleIdFile, secretIdFile } = authentication.appRole;
  const [role, secret] = await Promise.all([readToken(roleIdFile), readToken(secretIdFile)]);
  if ('status' in role) return role;
  if ('status' in secret) return secret;
  return exchange(login, mount, { role_id: role.expose(), secret_id: secret.expose() }, signal);
}

/** What is known of a token that was not issued here. */
async function lookUp(
  { server, namespace }: Login,
  token: Redacted<string>,
  signal: AbortSignal,
): Promise<VaultToken | Failure> {
  const answer = await askVault(server, { method: 'GET', path: 'auth/token/lookup-self', namespace, token }, signal);
  if (answer.status === 'failed') return answer;
  if (answer.status === 'denied') return storeFailed("the vault does not take the relay's token");
  const data = objectIn(answer.fields, 'data');
  return tokenOf(token, positiveIn(data, 'ttl'), data['renewable'] === true);
}

/** Exchanges what proves who the relay is for a token. */
async function exchange(
  { server, namespace }: Login,
  mount: string,
  body: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<VaultToken | Failure> {
  const answer = await askVault(server, { method: 'POST', path: `auth/${mount}/login`, namespace, body }, signal);
  // Whatever it dislikes, no secret can be had.
  if (answer.status === 'failed') return storeFailed(`the relay cannot log in: ${answer.message}`);
  if (answer.status === 'denied') return storeFailed(`the relay cannot log in: the vault denies it at "auth/${mount}"`);
  return issued(answer.fields) ?? storeFailed(`the relay cannot log in: the vault gives no token at "auth/${mount}"`);
}

/** Makes a token good for longer; nothing, if it cannot be. */
export async function renew(
  { server, namespace }: Login,
  { token }: VaultToken,
  signal: AbortSignal,
): Promise<VaultToken | undefined> {
  const request = { method: 'POST', path: 'auth/token/renew-self', namespace, token, body: {} } as const;
  const answer = await askVault(server, request, signal);
  return answer.status === 'answered' ? issued(answer.fields) : undefined;
}

/** Whether a vault still takes a token. */
export async function isTaken(
  { server, namespace }: Login,
  { token }: VaultToken,
  signal: AbortSignal,
): Promise<boolean> {
  const answer = await askVault(server, { method: 'GET', path: 'auth/token/lookup-self', namespace, token }, signal);
  return answer.status !== 'denied';
}

function issued(fields: Readonly<Record<string, unknown>>): VaultToken | undefined {
  const auth = objectIn(fields, 'auth');
  const token = auth['client_token'];
  if (typeof token !== 'string' || token === '') return undefined;
  return tokenOf(redact(token), positiveIn(auth, 'lease_duration'), auth['renewable'] === true);
}

const tokenOf = (token: Redacted<string>, seconds: number | undefined, isRenewable: boolean): VaultToken => ({
  status: 'token',
  token,
  isRenewable,
  ...(seconds !== undefined && { leaseMs: seconds * 1000 }),
});
