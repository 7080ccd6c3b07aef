/** A real OpenID Connect provider that issues JWT access tokens, and tokens with any defect, signed with the same key. */
import { createServer } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { CryptoKey, JWK } from 'jose';
import { Provider } from 'oidc-provider';
import type { Configuration } from 'oidc-provider';
import { close, listen } from './ports.ts';

export interface OidcProvider {
  /** Such as `http://127.0.0.1:34567`; `/.well-known/openid-configuration` is below it. */
  readonly issuer: string;
  /** On 127.0.0.1. */
  readonly port: number;
  /** Where the public keys are. */
  readonly jwksUri: string;
  /** The public keys as `{"keys": […]}`, for a filter that has them inline. */
  readonly jwks: { readonly keys: readonly JWK[] };
  /** Who the tokens are for: `urn:api`. */
  readonly audience: string;
  /** Gets an access token as a service does, by client credentials. Scopes: `read`, `write`. */
  readonly issueToken: (scope?: string) => Promise<string>;
  /** Signs a token that is valid but for what is asked here. */
  readonly mintToken: (wishes?: TokenWishes) => Promise<string>;
  /** Ends open connections too. May be called again. */
  readonly stop: () => Promise<void>;
}

export interface TokenWishes {
  /** Default: the provider's. */
  readonly issuer?: string;
  /** Default: the provider's. */
  readonly audience?: string | readonly string[];
  /** Seconds from now; negative for the past. Default: 300. */
  readonly expiresIn?: number | 'never';
  /** Seconds from now. Default: no such claim. */
  readonly validFrom?: number;
  /** Default: `service`. */
  readonly subject?: string;
  /** Further claims. */
  readonly claims?: Readonly<Record<string, unknown>>;
  /** `stranger` signs with another key under the name of the published one. Default: `published`. */
  readonly key?: 'published' | 'stranger';
}

const AUDIENCE = 'urn:api';
/** Gets tokens by client credentials. */
export const CLIENT = { id: 'service', secret: 'service-secret' };
const KEY_ID = 'test-key';
const TOKEN_LIFE_S = 300;

/** A client that users log in through, by the authorization code flow. */
export interface LoginClient {
  readonly id: string;
  readonly secret: string;
  readonly redirectUris: readonly string[];
  readonly postLogoutRedirectUris?: readonly string[];
  /** In seconds; default 300. Refresh tokens are issued too, and live longer. */
  readonly accessTokenLife?: number;
}

/** A public client that people log in through with a code and a browser elsewhere (RFC 8628). */
export interface DeviceClient {
  readonly id: string;
  /** In seconds; default 300. Refresh tokens are issued too, and live longer. */
  readonly accessTokenLife?: number;
}

export interface OidcProviderOptions {
  readonly login?: LoginClient;
  readonly device?: DeviceClient;
  /** Whether tokens can be revoked (RFC 7009), those that are opaque; default: offered. */
  readonly revocation?: 'offered' | 'none';
}

export async function startOidcProvider(options: OidcProviderOptions = {}): Promise<OidcProvider> {
  const published = await generateKeyPair('RS256', { extractable: true });
  const stranger = await generateKeyPair('RS256');
  const details = { kid: KEY_ID, alg: 'RS256', use: 'sig' };
  const privateJwk = { ...(await exportJWK(published.privateKey)), ...details };
  // The issuer holds the port, so the port is there before the provider.
  const server = createServer();
  const port = await listen(server);
  const issuer = `http://127.0.0.1:${port}`;
  server.on('request', new Provider(issuer, configuration(privateJwk, options)).callback());
  const keys = { published: published.privateKey, stranger: stranger.privateKey };
  return {
    issuer,
    port,
    audience: AUDIENCE,
    jwksUri: `${issuer}/jwks`,
    jwks: { keys: [{ ...(await exportJWK(published.publicKey)), ...details }] },
    issueToken: (scope = 'read') => issueToken(issuer, scope),
    mintToken: (wishes = {}) => mintToken(issuer, keys, wishes),
    stop: async () => {
      if (!server.listening) return;
      const closed = close(server);
      server.closeAllConnections();
      await closed;
    },
  };
}

function configuration(privateJwk: JWK, { login, device, revocation = 'offered' }: OidcProviderOptions): Configuration {
  const people = login ?? device;
  const resource = {
    scope: 'read write',
    audience: AUDIENCE,
    accessTokenFormat: 'jwt' as const,
    accessTokenTTL: people?.accessTokenLife ?? TOKEN_LIFE_S,
    jwt: { sign: { alg: 'RS256' as const } },
  };
  return {
    jwks: { keys: [privateJwk] },
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        grant_types: ['client_credentials'],
        response_types: [],
        redirect_uris: [],
      },
      ...(login ? [loginClient(login)] : []),
      ...(device ? [deviceClient(device)] : []),
    ],
    scopes: ['openid', 'offline_access', 'read', 'write'],
    ttl: { ClientCredentials: TOKEN_LIFE_S },
    issueRefreshToken: async () => people !== undefined,
    features: {
      clientCredentials: { enabled: true },
      // Its pages let anybody log in, under any name.
      devInteractions: { enabled: people !== undefined },
      deviceFlow: { enabled: device !== undefined },
      revocation: { enabled: revocation === 'offered' },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => AUDIENCE,
        useGrantedResource: () => true,
        getResourceServerInfo: () => resource,
      },
    },
  };
}

const loginClient = ({ id, secret, redirectUris, postLogoutRedirectUris = [] }: LoginClient) => ({
  client_id: id,
  client_secret: secret,
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code' as const],
  redirect_uris: [...redirectUris],
  post_logout_redirect_uris: [...postLogoutRedirectUris],
});

const deviceClient = ({ id }: DeviceClient) => ({
  client_id: id,
  token_endpoint_auth_method: 'none' as const,
  grant_types: ['urn:ietf:params:oauth:grant-type:device_code', 'refresh_token'],
  response_types: [],
  redirect_uris: [],
});

async function issueToken(issuer: string, scope: string): Promise<string> {
  const response = await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${CLIENT.id}:${CLIENT.secret}`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope }),
  });
  const answer: unknown = await response.json();
  const token = typeof answer === 'object' && answer !== null && 'access_token' in answer && answer.access_token;
  if (typeof token !== 'string') throw new Error(`no token: ${response.status} ${JSON.stringify(answer)}`);
  return token;
}

function mintToken(issuer: string, keys: Readonly<Record<'published' | 'stranger', CryptoKey>>, wishes: TokenWishes) {
  const {
    audience = AUDIENCE,
    expiresIn = TOKEN_LIFE_S,
    validFrom,
    subject = 'service',
    claims = {},
    key = 'published',
  } = wishes;
  const now = Math.floor(Date.now() / 1000);
  const token = new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'RS256', kid: KEY_ID, typ: 'JWT' })
    .setIssuer(wishes.issuer ?? issuer)
    .setSubject(subject)
    .setAudience(typeof audience === 'string' ? audience : [...audience])
    .setIssuedAt(now);
  if (expiresIn !== 'never') token.setExpirationTime(now + expiresIn);
  if (validFrom !== undefined) token.setNotBefore(now + validFrom);
  return token.sign(keys[key]);
}
