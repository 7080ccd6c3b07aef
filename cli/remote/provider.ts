/**
 * An identity provider, as its clients find it, and why it refuses.
 *
 * Source: https://openid.net/specs/openid-connect-discovery-1_0.html
 */
import {
  allowInsecureRequests,
  ClientError,
  ClientSecretBasic,
  discovery,
  None,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
  type Configuration,
} from 'openid-client';
import type { OidcClient } from '../../compiler/2-validate/generated/types.ts';
import { EXIT } from '../exit-codes.ts';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import { isLocal } from './contexts.ts';
import { readSecret } from './secrets.ts';
import { unreachable } from './unreachable.ts';

/**
 * How a provider is asked.
 * @param unwilling what is said of it if it cannot be found out
 */
export async function configurationOf(
  client: OidcClient,
  host: Host,
  unwilling = 'gives no token',
): Promise<Configuration> {
  const secret = client.clientSecret && (await readSecret(client.clientSecret, host));
  const issuer = new URL(client.issuer);
  const authentication = secret === undefined ? None() : ClientSecretBasic(secret);
  // The file of contexts takes plain text for this machine only.
  const execute = isLocal(issuer) ? [allowInsecureRequests] : [];
  return discovery(issuer, client.clientId, undefined, authentication, { execute }).catch((error: unknown) => {
    throw refused(client, error, unwilling);
  });
}

/** By the codes of RFC 6749, section 5.2, and RFC 8628, section 3.5. */
const LOGIN_HELP: ReadonlyMap<string, string> = new Map([
  ['expired_token', 'nobody has entered the code in time; log in again'],
  ['access_denied', 'somebody has refused; log in again'],
  ['invalid_client', 'is the client known there, and its secret right? "enroutectl context set" says which it is'],
  ['unauthorized_client', 'the client may not log in this way; --grant of "enroutectl context set" names the other'],
  ['invalid_scope', '--scope of "enroutectl context set" says what is asked for'],
]);

/** Why a provider has not done what it was asked to; `unwilling` says what that is. */
export function refused({ issuer, clientId }: OidcClient, error: unknown, unwilling = 'gives no token'): Failure {
  if (error instanceof Failure) return error;
  if (error instanceof WWWAuthenticateChallengeError)
    return new Failure(`${issuer} ${unwilling}: it does not believe that we are the client "${clientId}"`, {
      exit: EXIT.unreachable,
      help: 'is the secret that of the client? "enroutectl context set" says where it lies',
      cause: error,
    });
  if (error instanceof ResponseBodyError)
    return new Failure(`${issuer} ${unwilling}: ${error.error_description ?? error.error}`, {
      exit: EXIT.unreachable,
      help: LOGIN_HELP.get(error.error),
      cause: error,
    });
  // What the library cannot do without says which part of the discovery it is.
  if (error instanceof ClientError && error.cause === undefined)
    return new Failure(`${issuer} ${unwilling}: ${error.message}`, { exit: EXIT.unreachable, cause: error });
  return unreachable(issuer, error);
}
