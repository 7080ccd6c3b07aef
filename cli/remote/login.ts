/**
 * Tokens of an identity provider: by client credentials, or by a person with a browser.
 *
 * Source: https://openid.net/specs/openid-connect-discovery-1_0.html, RFC 6749, RFC 8628 (device authorization grant)
 */
import {
  allowInsecureRequests,
  clientCredentialsGrant,
  ClientSecretBasic,
  discovery,
  initiateDeviceAuthorization,
  None,
  pollDeviceAuthorizationGrant,
  refreshTokenGrant,
  ClientError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
  type Configuration,
} from 'openid-client';
import type { Context, OidcClient } from '../../compiler/2-validate/generated/types.ts';
import { printable } from '../../compiler/diagnostics/render/printable.ts';
import { EXIT } from '../exit-codes.ts';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import { during } from '../progress.ts';
import { isLocal } from './contexts.ts';
import { readSecret } from './secrets.ts';
import { unreachable } from './unreachable.ts';
import { loadTokens, saveTokens, type Tokens } from './tokens.ts';

/** How long before its end a token is not used any more, in milliseconds: clocks differ, and requests take time. */
const MARGIN_MS = 30_000;

/**
 * A token that is valid for a while: the one that is there, or a new one if that needs nobody.
 * @throws Failure if somebody has to log in, or the provider gives none.
 */
export async function validToken(context: Context, client: OidcClient, host: Host): Promise<string> {
  const held = await loadTokens(context, host);
  if (held && (held.expires === undefined || held.expires > Date.now() + MARGIN_MS)) return held.accessToken;
  const fresh = await renew(held, client, host);
  if (!fresh)
    throw new Failure(`nobody is logged in to ${context.name}${held ? ' any more' : ''}`, {
      exit: EXIT.unreachable,
      help: `"enroutectl login --context ${context.name}" logs in`,
    });
  await saveTokens(context, fresh, host);
  return fresh.accessToken;
}

/** Gets tokens anew, whatever is there. @throws Failure if the provider gives none. */
export async function login(context: Context, client: OidcClient, host: Host): Promise<void> {
  const config = await configurationOf(client, host);
  const tokens = await (client.grant === 'clientCredentials'
    ? byClientCredentials(config, client)
    : byDeviceCode(config, client, host));
  await saveTokens(context, tokens, host);
}

/** What needs nobody: a refresh token, or the client's own secret. */
async function renew(held: Tokens | undefined, client: OidcClient, host: Host): Promise<Tokens | undefined> {
  const { refreshToken } = held ?? {};
  if (refreshToken === undefined && client.grant !== 'clientCredentials') return undefined;
  const config = await configurationOf(client, host);
  if (refreshToken === undefined) return byClientCredentials(config, client);
  try {
    const answer = await refreshTokenGrant(config, refreshToken, targetOf(client));
    return { refreshToken, ...tokensOf(answer) };
  } catch (error) {
    if (error instanceof ResponseBodyError && error.error === 'invalid_grant') return undefined; // It has ended, too.
    throw refused(client, error);
  }
}

async function configurationOf(client: OidcClient, host: Host): Promise<Configuration> {
  const secret = client.clientSecret && (await readSecret(client.clientSecret, host));
  const issuer = new URL(client.issuer);
  const authentication = secret === undefined ? None() : ClientSecretBasic(secret);
  // The file of contexts takes plain text for this machine only.
  const execute = isLocal(issuer) ? [allowInsecureRequests] : [];
  return discovery(issuer, client.clientId, undefined, authentication, { execute }).catch((error: unknown) => {
    throw refused(client, error);
  });
}

async function byClientCredentials(config: Configuration, client: OidcClient): Promise<Tokens> {
  try {
    return tokensOf(await clientCredentialsGrant(config, { ...scopeOf(client), ...targetOf(client) }));
  } catch (error) {
    throw refused(client, error);
  }
}

/** Says where to go and what to enter there, and waits. */
async function byDeviceCode(config: Configuration, client: OidcClient, host: Host): Promise<Tokens> {
  try {
    const device = await initiateDeviceAuthorization(config, { ...scopeOf(client), ...targetOf(client) });
    const { verification_uri: place, verification_uri_complete: whole, user_code: code } = device;
    host.err(printable(`To log in, open ${place} and enter ${code}`) + '\n');
    if (whole !== undefined) host.err(printable(`or open ${whole}`) + '\n');
    const given = () => pollDeviceAuthorizationGrant(config, device, targetOf(client), { signal: host.interrupted });
    return tokensOf(await during(host, 'waiting for somebody to enter it', given));
  } catch (error) {
    if (host.interrupted.aborted)
      throw new Failure('interrupted: nobody has logged in', { exit: EXIT.negative, cause: error });
    throw refused(client, error);
  }
}

const scopeOf = ({ scopes = [] }: OidcClient): Record<string, string> =>
  scopes.length === 0 ? {} : { scope: scopes.join(' ') };

const targetOf = ({ audience, resource }: OidcClient): Record<string, string> => ({
  ...(audience !== undefined && { audience }),
  ...(resource !== undefined && { resource }),
});

interface TokenAnswer {
  readonly access_token: string;
  readonly refresh_token?: string;
  readonly expires_in?: number;
}

const tokensOf = ({ access_token, refresh_token, expires_in }: TokenAnswer): Tokens => ({
  accessToken: access_token,
  ...(refresh_token !== undefined && { refreshToken: refresh_token }),
  ...(expires_in !== undefined && { expires: Date.now() + expires_in * 1000 }),
});

/** By the codes of RFC 6749, section 5.2, and RFC 8628, section 3.5. */
const LOGIN_HELP: ReadonlyMap<string, string> = new Map([
  ['expired_token', 'nobody has entered the code in time; log in again'],
  ['access_denied', 'somebody has refused; log in again'],
  ['invalid_client', 'is the client known there, and its secret right? "enroutectl context set" says which it is'],
  ['unauthorized_client', 'the client may not log in this way; --grant of "enroutectl context set" names the other'],
  ['invalid_scope', '--scope of "enroutectl context set" says what is asked for'],
]);

function refused({ issuer, clientId }: OidcClient, error: unknown): Failure {
  if (error instanceof Failure) return error;
  if (error instanceof WWWAuthenticateChallengeError)
    return new Failure(`${issuer} gives no token: it does not believe that we are the client "${clientId}"`, {
      exit: EXIT.unreachable,
      help: 'is the secret that of the client? "enroutectl context set" says where it lies',
      cause: error,
    });
  if (error instanceof ResponseBodyError)
    return new Failure(`${issuer} gives no token: ${error.error_description ?? error.error}`, {
      exit: EXIT.unreachable,
      help: LOGIN_HELP.get(error.error),
      cause: error,
    });
  // What the library cannot do without says which part of the discovery it is.
  if (error instanceof ClientError && error.cause === undefined)
    return new Failure(`${issuer} gives no token: ${error.message}`, { exit: EXIT.unreachable, cause: error });
  return unreachable(issuer, error);
}
