/**
 * Tokens of an identity provider: by client credentials, or by a person with a browser.
 *
 * Source: RFC 6749, RFC 8628 (device authorization grant)
 */
import {
  clientCredentialsGrant,
  initiateDeviceAuthorization,
  pollDeviceAuthorizationGrant,
  refreshTokenGrant,
  ResponseBodyError,
  type Configuration,
} from 'openid-client';
import type { Context, OidcClient } from '../../compiler/2-validate/generated/types.ts';
import { printable } from '../../compiler/diagnostics/render/printable.ts';
import { EXIT } from '../exit-codes.ts';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import { during } from '../progress.ts';
import { configurationOf, refused } from './provider.ts';
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
