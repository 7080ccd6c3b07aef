import type { LoginCookies, Oidc } from '../2-validate/generated/types.ts';
import { checkHeaderMatches } from '../3-link/route/match-rules.ts';
import { headerMatch } from '../4-lower/route/match.ts';
import { duration, milliseconds } from '../4-lower/quantities.ts';
import { any, type Messages } from '../xds/index.ts';
import { defineFilter, type FilterContext } from './filter-module.ts';

type OAuth2Config = Messages['envoy.extensions.filters.http.oauth2.v3.OAuth2Config'];
type Credentials = Messages['envoy.extensions.filters.http.oauth2.v3.OAuth2Credentials'];

/**
 * Envoy always uses PKCE, and encrypts the tokens in cookies.
 *
 * Source: envoy/extensions/filters/http/oauth2/v3/oauth.proto
 */
export default defineFilter('oidc', {
  phase: 'login',
  envoyFilter: 'envoy.filters.http.oauth2',
  resting: any('envoy.extensions.filters.http.oauth2.v3.OAuth2', {}),
  lower: (oidc, context) => {
    check(oidc, context.report);
    return {
      perRoute: any('envoy.extensions.filters.http.oauth2.v3.OAuth2PerRoute', {
        config: {
          ...endpointsOf(oidc, context),
          credentials: credentialsOf(oidc, context),
          ...tokensOf(oidc),
          pass_through_matcher: oidc.passThrough.map(headerMatch),
          deny_redirect_matcher: oidc.denyRedirect.map(headerMatch),
          cookie_configs: cookieConfigs(oidc.cookies),
          // A browser drops cookies of more than 4 KiB.
          token_cookie_chunking: {},
        },
      }),
    };
  },
});

const endpointsOf = (oidc: Oidc, { cluster }: FilterContext): Omit<OAuth2Config, 'credentials'> => ({
  token_endpoint: {
    uri: oidc.provider.tokenEndpoint,
    cluster: cluster(oidc.provider.upstream),
    timeout: duration(oidc.provider.timeout),
  },
  authorization_endpoint: oidc.provider.authorizationEndpoint,
  redirect_uri: oidc.redirectUri ?? `%REQ(x-forwarded-proto)%://%REQ(:authority)%${oidc.redirectPath}`,
  redirect_path_matcher: { path: { exact: oidc.redirectPath } },
  signout_path: { path: { exact: oidc.logoutPath } },
  ...(oidc.provider.endSessionEndpoint !== undefined && { end_session_endpoint: oidc.provider.endSessionEndpoint }),
  ...(oidc.afterLogout !== undefined && { post_logout_redirect_uri: { uri: oidc.afterLogout } }),
  ...(oidc.allowedRedirectHosts.length > 0 && { allowed_redirect_domains: oidc.allowedRedirectHosts }),
});

const credentialsOf = (oidc: Oidc, { secret }: FilterContext): Credentials => ({
  client_id: oidc.clientId,
  token_secret: secret(oidc.clientSecret, '/clientSecret', 'generic'),
  hmac_secret: secret(oidc.cookieSecret, '/cookieSecret', 'generic'),
  ...(oidc.cookies.prefix !== '' && { cookie_names: cookieNames(oidc.cookies.prefix) }),
  ...(oidc.cookies.domain !== undefined && { cookie_domain: oidc.cookies.domain }),
});

/** Envoy's own, in milliseconds. */
const DEFAULT_LOGIN_TIMEOUT = 600_000;

const tokensOf = (oidc: Oidc): Partial<OAuth2Config> => ({
  auth_type: oidc.clientAuthentication === 'basic' ? 'BASIC_AUTH' : 'URL_ENCODED_BODY',
  auth_scopes: oidc.scopes,
  ...(oidc.resources.length > 0 && { resources: oidc.resources }),
  use_refresh_token: oidc.refresh,
  ...(oidc.accessTokenLifetime !== undefined && { default_expires_in: duration(oidc.accessTokenLifetime) }),
  default_refresh_token_expires_in: duration(oidc.refreshTokenLifetime),
  ...(milliseconds(oidc.loginTimeout) !== DEFAULT_LOGIN_TIMEOUT && {
    csrf_token_expires_in: duration(oidc.loginTimeout),
    code_verifier_token_expires_in: duration(oidc.loginTimeout),
  }),
  ...(oidc.forwardAccessToken && { forward_bearer_token: true }),
  ...(oidc.idTokenHeader !== undefined && { forward_id_token: { header: oidc.idTokenHeader } }),
});

const cookieNames = (prefix: string): NonNullable<Credentials['cookie_names']> => ({
  bearer_token: `${prefix}BearerToken`,
  oauth_hmac: `${prefix}OauthHMAC`,
  oauth_expires: `${prefix}OauthExpires`,
  id_token: `${prefix}IdToken`,
  refresh_token: `${prefix}RefreshToken`,
  oauth_nonce: `${prefix}OauthNonce`,
  code_verifier: `${prefix}CodeVerifier`,
});

const SAME_SITE = { unset: 'DISABLED', strict: 'STRICT', lax: 'LAX', none: 'NONE' } as const;

function cookieConfigs({ path, sameSite, partitioned }: LoginCookies): NonNullable<OAuth2Config['cookie_configs']> {
  const cookie = { same_site: SAME_SITE[sameSite], path, ...(partitioned && { partitioned }) };
  // These two must come back with the redirect from the provider, which is another site.
  const temporary = { ...cookie, same_site: sameSite === 'strict' ? 'LAX' : cookie.same_site } as const;
  return {
    bearer_token_cookie_config: cookie,
    oauth_hmac_cookie_config: cookie,
    oauth_expires_cookie_config: cookie,
    id_token_cookie_config: cookie,
    refresh_token_cookie_config: cookie,
    oauth_nonce_cookie_config: temporary,
    code_verifier_cookie_config: temporary,
  };
}

function check(oidc: Oidc, report: FilterContext['report']): void {
  const { redirectPath, logoutPath, afterLogout, provider, scopes, idTokenHeader, forwardAccessToken, cookies } = oidc;
  for (const list of ['passThrough', 'denyRedirect'] as const) checkHeaderMatches(oidc[list], `/${list}`, report);
  if (redirectPath === logoutPath)
    report('invalid-format', '/logoutPath', { value: logoutPath, expected: 'another path than "redirectPath"' });
  const needs = (pointer: string, what: string, needed: string) =>
    report('needs-field', pointer, { what, needs: needed });
  if (afterLogout !== undefined && provider.endSessionEndpoint === undefined)
    needs('/afterLogout', '"afterLogout"', '"provider.endSessionEndpoint"');
  if (provider.endSessionEndpoint !== undefined && !scopes.includes('openid'))
    needs('/provider/endSessionEndpoint', '"endSessionEndpoint"', 'the scope "openid"');
  if (forwardAccessToken && idTokenHeader?.toLowerCase() === 'authorization')
    report('mutually-exclusive', '/idTokenHeader', { fields: ['forwardAccessToken', 'idTokenHeader'] });
  if (cookies.sameSite !== 'none' && cookies.partitioned)
    needs('/cookies/partitioned', '"partitioned"', '"sameSite: none"');
  for (const field of ['accessTokenLifetime', 'refreshTokenLifetime', 'loginTimeout'] as const) {
    const time = oidc[field];
    if (time !== undefined && milliseconds(time) % 1000 !== 0)
      report('invalid-format', `/${field}`, { value: time, expected: 'whole seconds' });
  }
}
