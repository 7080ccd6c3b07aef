/**
 * Forgets tokens, and has the identity provider revoke them.
 *
 * Source: RFC 7009 (token revocation)
 */
import { ResponseBodyError, tokenRevocation } from 'openid-client';
import type { Context, OidcClient } from '../../compiler/2-validate/generated/types.ts';
import { EXIT } from '../exit-codes.ts';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import { during } from '../progress.ts';
import { configurationOf, refused } from './provider.ts';
import { forgetTokens, loadTokens, type Tokens } from './tokens.ts';

/**
 * - `nobody`: there were no tokens;
 * - `revoked`: the provider takes them no longer;
 * - `unrevoked`: the provider does not revoke such tokens, or none at all;
 * - `untold`: they were got for another API, provider or client than the context has now, and are shown to nobody.
 */
export type LogoutResult = 'nobody' | 'revoked' | 'unrevoked' | 'untold';

/** Whatever comes of it, the tokens are forgotten. @throws Failure if the provider could not be told. */
export async function logout(context: Context, client: OidcClient, host: Host): Promise<LogoutResult> {
  const held = await loadTokens(context, host);
  if (!(await forgetTokens(context.name, host))) return 'nobody';
  if (!held) return 'untold';
  try {
    return await during(host, `telling ${client.issuer}`, () => revoke(held, client, host));
  } catch (error) {
    const { message } = refused(client, error, UNWILLING);
    throw new Failure(`the tokens of ${context.name} are forgotten, but ${message}`, {
      exit: EXIT.unreachable,
      help: `${client.issuer} could not be told, and takes them until they expire`,
      cause: error,
    });
  }
}

const UNWILLING = 'revokes no token';

/** With a refresh token, those that were got by it end, too. */
async function revoke(
  { refreshToken, accessToken }: Tokens,
  client: OidcClient,
  host: Host,
): Promise<'revoked' | 'unrevoked'> {
  const config = await configurationOf(client, host, UNWILLING);
  if (config.serverMetadata().revocation_endpoint === undefined) return 'unrevoked';
  try {
    await tokenRevocation(config, refreshToken ?? accessToken, {
      token_type_hint: refreshToken === undefined ? 'access_token' : 'refresh_token',
    });
    return 'revoked';
  } catch (error) {
    if (error instanceof ResponseBodyError && error.error === 'unsupported_token_type') return 'unrevoked';
    throw error;
  }
}
