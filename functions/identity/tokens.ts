/**
 * Bearer tokens of the user's identity providers.
 *
 * Source: RFC 9068 (JWT access tokens), https://openid.net/specs/openid-connect-discovery-1_0.html
 */
import {
  createRemoteJWKSet,
  customFetch,
  decodeJwt,
  errors,
  jwtVerify,
  type JWTPayload,
  type JWTVerifyGetKey,
  type JWTVerifyOptions,
  type JWTVerifyResult,
} from 'jose';
import type { TokenIssuer } from '../../compiler/2-validate/generated/types.ts';
import { milliseconds } from '../../compiler/4-lower/quantities.ts';
import { isSafeAddress } from './access-policy.ts';
import type { Identification } from './principal.ts';

/** Who a token stands for. Never throws for what a caller or an identity provider does. */
export type VerifyToken = (token: string) => Promise<Identification>;

export interface TokenOptions {
  /** Default: the platform's. */
  readonly fetch?: typeof fetch;
  /** Milliseconds since the epoch; default: the platform's clock. */
  readonly now?: () => number;
}

/** How long a provider may take for one answer, in milliseconds. */
const TIMEOUT_MS = 5_000;
/**
 * How long keys are used before they are fetched again, in milliseconds; a key that is not known is looked for at once, but
 * not within half a minute of the last time, so that nobody makes us ask with each token.
 */
const KEYS_LAST_MS = 600_000;

export function createTokenVerifier(issuers: readonly TokenIssuer[], options: TokenOptions = {}): VerifyToken {
  const keys = new Map(issuers.map((issuer) => [issuer.issuer, createKeys(issuer, options)]));
  return async (token) => {
    const claimed = issuerOf(token);
    const issuer = issuers.find((each) => each.issuer === claimed);
    const getKey = keys.get(claimed ?? '');
    if (!issuer || !getKey) {
      return refused(
        claimed === undefined ? 'the token is no JWT' : 'the issuer of the token is none that is believed',
      );
    }
    try {
      const { payload } = await verifyByAny(token, getKey, {
        issuer: issuer.issuer,
        audience: [...issuer.audiences],
        algorithms: [...issuer.algorithms],
        clockTolerance: milliseconds(issuer.clockSkew) / 1000,
        requiredClaims: ['exp'],
        ...(options.now && { currentDate: new Date(options.now()) }),
      });
      return identified(payload, issuer);
    } catch (error) {
      return refusalOf(error);
    }
  };
}

/** A token need not say by which of the keys it is signed, and while they are replaced there are several. */
async function verifyByAny(
  token: string,
  getKey: JWTVerifyGetKey,
  options: JWTVerifyOptions,
): Promise<JWTVerifyResult> {
  try {
    return await jwtVerify(token, getKey, options);
  } catch (error) {
    if (!(error instanceof errors.JWKSMultipleMatchingKeys)) throw error;
    for await (const key of error) {
      try {
        return await jwtVerify(token, key, options);
      } catch (wrong) {
        if (!(wrong instanceof errors.JWSSignatureVerificationFailed)) throw wrong;
      }
    }
    throw new errors.JWSSignatureVerificationFailed();
  }
}

function identified(payload: JWTPayload, { issuer, nameClaim }: TokenIssuer): Identification {
  const name = Object.hasOwn(payload, nameClaim) ? payload[nameClaim] : payload.sub;
  if (typeof name !== 'string' || name === '')
    return refused(`the token does not name its caller by ${JSON.stringify(nameClaim)}`);
  return { status: 'identified', principal: { kind: 'token', name, issuer, claims: payload } };
}

/** What the token says of itself, which is not believed yet. */
function issuerOf(token: string): string | undefined {
  try {
    return decodeJwt(token).iss ?? '';
  } catch (error) {
    if (error instanceof errors.JWTInvalid) return undefined;
    throw error;
  }
}

/** The keys of a provider, found when they are first needed. A failure is not remembered. */
function createKeys({ issuer, jwksUri }: TokenIssuer, { fetch: get = fetch }: TokenOptions): JWTVerifyGetKey {
  let found: Promise<JWTVerifyGetKey> | undefined;
  const find = async (): Promise<JWTVerifyGetKey> =>
    createRemoteJWKSet(new URL(jwksUri ?? (await discover(issuer, get))), {
      timeoutDuration: TIMEOUT_MS,
      cacheMaxAge: KEYS_LAST_MS,
      [customFetch]: get,
    });
  return async (header, token) => {
    found ??= find();
    try {
      return await (
        await found
      )(header, token);
    } catch (error) {
      if (error instanceof NoDiscovery) found = undefined;
      throw error;
    }
  };
}

class NoDiscovery extends Error {
  override readonly name = 'NoDiscovery';
}

async function discover(issuer: string, get: typeof fetch): Promise<string> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  let document: unknown;
  try {
    const response = await get(address, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'manual' });
    document = response.ok ? await response.json() : undefined;
  } catch (error) {
    throw new NoDiscovery(`${address} cannot be read`, { cause: error });
  }
  const { issuer: own, jwks_uri: uri } = isObject(document) ? document : {};
  if (own !== issuer || typeof uri !== 'string' || !isSafeAddress(uri))
    throw new NoDiscovery(`${address} is not of this issuer`);
  return uri;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function refusalOf(error: unknown): Identification {
  if (error instanceof NoDiscovery) return { status: 'unavailable', reason: 'the identity provider gives no keys' };
  if (error instanceof errors.JWTExpired) return refused('the token has expired');
  if (error instanceof errors.JWTClaimValidationFailed)
    return refused(`the token does not fit: "${error.claim}" is wrong or missing`);
  if (error instanceof errors.JWKSNoMatchingKey)
    return refused('the token is signed with a key that its issuer does not have');
  if (error instanceof errors.JOSEAlgNotAllowed)
    return refused('the token is signed with an algorithm that is not believed');
  if (error instanceof errors.JWSSignatureVerificationFailed) return refused('the signature of the token is wrong');
  if (
    error instanceof errors.JWTInvalid ||
    error instanceof errors.JWSInvalid ||
    error instanceof errors.JOSENotSupported
  )
    return refused('the token cannot be read');
  // Whatever else: the provider's answer, or the way to it. Its words may name addresses that are nobody's business.
  return { status: 'unavailable', reason: 'the identity provider gives no keys' };
}

const refused = (reason: string): Identification => ({ status: 'refused', reason });
