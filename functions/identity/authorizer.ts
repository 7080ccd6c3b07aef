/** Who calls the API and may do what, after an access policy. */
import type { AccessPolicyFile, ApiKeyReference } from '../../compiler/2-validate/generated/types.ts';
import type { Authorizer } from '../api/authorize.ts';
import { createApiKeyVerifier, type NamedKey } from './api-keys.ts';
import { identifyIamCaller, type IamCaller } from './aws-iam.ts';
import { decide, grantsOf } from './policy.ts';
import type { Identification } from './principal.ts';
import { createTokenVerifier, type TokenOptions } from './tokens.ts';

export interface AuthorizerOptions extends TokenOptions {
  /** Gives an API key, which lies where the policy says. */
  readonly readKey: (reference: ApiKeyReference) => string | Promise<string>;
  /** Who signed the request, where AWS has verified that; nothing if it has not. */
  readonly iamCallerOf?: (request: Request) => IamCaller | undefined;
}

/**
 * A caller proves who it is by `Authorization: Bearer`, with a token or an API key, or by `X-Api-Key`; or AWS has seen to it.
 * @throws Error if a key cannot be read, or is too short to be one.
 */
export async function createAuthorizer(policy: AccessPolicyFile, options: AuthorizerOptions): Promise<Authorizer> {
  const { issuers = [], apiKeys = [], awsIam, bindings } = policy;
  const keys = await Promise.all(apiKeys.map((reference) => readNamedKey(reference, options)));
  const verifyKey = await createApiKeyVerifier(keys);
  const verifyToken = createTokenVerifier(issuers, options);
  return {
    schemes: schemesOf(policy),
    async identify(request) {
      const key = request.headers.get('x-api-key');
      const bearer = bearerOf(request);
      if (key !== null && bearer !== undefined)
        return refused('a token and an API key are given; one of them is enough');
      if (key !== null) return verifyKey(key);
      if (bearer !== undefined) return isToken(bearer) ? verifyToken(bearer) : verifyKey(bearer);
      const caller = awsIam && options.iamCallerOf?.(request);
      if (awsIam && caller) return identifyIamCaller(caller, awsIam);
      return request.headers.has('authorization')
        ? refused('the Authorization header has no bearer token')
        : { status: 'anonymous' };
    },
    decide: (principal, permission, scope) => decide(bindings, principal, permission, scope),
    grants: (principal) => grantsOf(bindings, principal),
  };
}

async function readNamedKey(reference: ApiKeyReference, { readKey }: AuthorizerOptions): Promise<NamedKey> {
  const key = (await readKey(reference)).trim();
  if (key.length < LEAST_KEY) throw new Error(`the API key "${reference.name}" has fewer than ${LEAST_KEY} characters`);
  return { name: reference.name, key };
}

/** What can be guessed protects nothing. */
const LEAST_KEY = 20;

const bearerOf = (request: Request): string | undefined =>
  /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];

/** A JWT has three parts, of base64url; an API key that looks so is not to be had. */
const isToken = (text: string): boolean => /^[\w-]+\.[\w-]*\.[\w-]*$/.test(text);

const refused = (reason: string): Identification => ({ status: 'refused', reason });

/** Security schemes of OpenAPI. Source: https://spec.openapis.org/oas/v3.1.0#security-scheme-object */
const schemesOf = ({ issuers = [], apiKeys, awsIam }: AccessPolicyFile): Authorizer['schemes'] => ({
  ...Object.fromEntries(
    issuers.map(({ issuer }, index) => [
      issuers.length === 1 ? 'token' : `token${index + 1}`,
      {
        type: 'openIdConnect',
        openIdConnectUrl: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
      },
    ]),
  ),
  ...(apiKeys && { apiKey: { type: 'apiKey', in: 'header', name: 'x-api-key' } }),
  ...(awsIam && {
    awsIam: { type: 'apiKey', in: 'header', name: 'authorization', description: 'AWS Signature Version 4' },
  }),
});
