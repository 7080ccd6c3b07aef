import type { Claim, Jwks, Jwt, JwtProvider, TokenLocations } from '../2-validate/generated/types.ts';
import { CLAIMS_FROM, claimPath } from '../4-lower/claim.ts';
import { duration, milliseconds, wholeSeconds } from '../4-lower/quantities.ts';
import { stringMatch } from '../4-lower/string-match.ts';
import { canonicalJson } from '../canonical-json.ts';
import { textDigest } from '../hash.ts';
import { any, isAnyOf, type Messages } from '../xds/index.ts';
import { defineFilter, type FilterContext } from './filter-module.ts';

const AUTHENTICATION = 'envoy.extensions.filters.http.jwt_authn.v3.JwtAuthentication';

type Provider = Messages['envoy.extensions.filters.http.jwt_authn.v3.JwtProvider'];
type Requirement = Messages['envoy.extensions.filters.http.jwt_authn.v3.JwtRequirement'];

/**
 * One entry in the chain holds the providers and requirements of all hosts, under names made of their content, so that
 * hosts that trust the same issuer share its keys.
 *
 * Source: envoy/extensions/filters/http/jwt_authn/v3/config.proto
 */
export default defineFilter('jwt', {
  phase: 'authentication',
  envoyFilter: CLAIMS_FROM,
  verifies: ({ providers }) => providers.map(({ name }) => name),
  lower: (jwt, context) => {
    const providers = jwt.providers.map((provider) => named(provider.name, lowerProvider(provider, context)));
    reportDuplicates(jwt, context);
    for (const [place, provider] of jwt.providers.entries()) checkProvider(provider, `/providers/${place}`, context);
    if (allowsMissing(jwt) && jwt.require === 'all' && providers.length > 1)
      context.report('needs-field', '/whenMissing', { what: '"whenMissing: allow"', needs: '"require: any"' });
    if (jwt.whenInvalid === 'allow' && !allowsMissing(jwt))
      context.report('needs-field', '/whenInvalid', { what: '"whenInvalid: allow"', needs: '"whenMissing: allow"' });
    const requirement = requirementOf(
      jwt,
      providers.map(([name]) => name),
    );
    const [requirementName] = named('requirement', requirement);
    return {
      chain: any(AUTHENTICATION, {
        providers: Object.fromEntries(providers),
        requirement_map: { [requirementName]: requirement },
      }),
      perRoute: any('envoy.extensions.filters.http.jwt_authn.v3.PerRouteConfig', { requirement_name: requirementName }),
    };
  },
  combine: (chains) => {
    const all = chains.filter((chain) => isAnyOf(AUTHENTICATION, chain));
    return any(AUTHENTICATION, {
      providers: Object.assign({}, ...all.map(({ providers }) => providers)),
      requirement_map: Object.assign({}, ...all.map(({ requirement_map: requirements }) => requirements)),
    });
  },
});

const named = <T>(name: string, value: T): readonly [string, T] => [
  `${name}@${textDigest(canonicalJson(value)).slice(0, 8)}`,
  value,
];

function reportDuplicates({ providers }: Jwt, { report }: FilterContext): void {
  const names = providers.map(({ name }) => name);
  const second = names.findIndex((name, place) => names.indexOf(name) !== place);
  const value = names[second];
  if (value !== undefined)
    report('duplicate-item', `/providers/${second}/name`, { value, first: names.indexOf(value), second });
}

function checkProvider(provider: JwtProvider, pointer: string, { report }: FilterContext): void {
  const { clockSkew, maximumLifetime, subjects } = provider;
  // Envoy takes 0 for "nothing said", which is a minute.
  if (!isWholeSeconds(clockSkew) || milliseconds(clockSkew) === 0)
    report('invalid-format', `${pointer}/clockSkew`, { value: clockSkew, expected: 'whole seconds, at least 1s' });
  if (maximumLifetime !== undefined && !isWholeSeconds(maximumLifetime))
    report('invalid-format', `${pointer}/maximumLifetime`, { value: maximumLifetime, expected: 'whole seconds' });
  if (subjects?.ignoreCase && subjects.regex !== undefined)
    report('needless-field', `${pointer}/subjects/ignoreCase`, { field: 'ignoreCase', beside: 'regex' });
}

const isWholeSeconds = (time: string): boolean => milliseconds(time) % 1000 === 0;

const allowsMissing = ({ whenMissing }: Jwt): boolean => whenMissing === 'allow';

function lowerProvider(provider: JwtProvider, context: FilterContext): Provider {
  const { issuer, audiences, jwks, from, forwardToken, forwardPayloadHeader, claimsToHeaders, clockSkew } = provider;
  return {
    ...(issuer !== undefined && { issuer }),
    ...(audiences.length > 0 && { audiences }),
    ...(provider.subjects && { subjects: stringMatch(provider.subjects) }),
    ...(provider.requireExpiration && { require_expiration: true }),
    ...(provider.maximumLifetime !== undefined && { max_lifetime: duration(provider.maximumLifetime) }),
    ...keysOf(jwks, context),
    ...(from && locations(from)),
    ...(forwardToken && { forward: true }),
    ...(forwardPayloadHeader !== undefined && { forward_payload_header: forwardPayloadHeader }),
    ...(claimsToHeaders.length > 0 && {
      claim_to_headers: claimsToHeaders.map(({ claim, header }) => ({ ...nameOf(claim), header_name: header })),
    }),
    ...(provider.recomputeRoute && { clear_route_cache: true }),
    clock_skew_seconds: wholeSeconds(clockSkew),
    // So that filters further on, such as `rbac`, can decide by claims.
    payload_in_metadata: provider.name,
  };
}

function keysOf({ remote, inline }: Jwks, { cluster }: FilterContext): Provider {
  if (!remote) return { local_jwks: { inline_string: inline ?? '' } };
  const { uri, upstream, timeout, retries, cacheDuration } = remote;
  return {
    remote_jwks: {
      http_uri: { uri, cluster: cluster(upstream), timeout: duration(timeout) },
      cache_duration: duration(cacheDuration),
      ...(retries > 0 && { retry_policy: { num_retries: retries } }),
      // Fetched before the first request needs them; a host is served even while they cannot be had.
      async_fetch: { fast_listener: true },
    },
  };
}

function locations({ headers, queryParameters, cookies }: TokenLocations): Provider {
  return {
    ...(headers && {
      from_headers: headers.map(({ name, prefix }) => ({ name, ...(prefix !== '' && { value_prefix: prefix }) })),
    }),
    ...(queryParameters && { from_params: queryParameters }),
    ...(cookies && { from_cookies: cookies }),
  };
}

function requirementOf(jwt: Jwt, names: readonly string[]): Requirement {
  const each: readonly Requirement[] = names.map((name) => ({ provider_name: name }));
  const [only = {}] = each;
  // Only beside the providers themselves does Envoy look for tokens of theirs that are invalid.
  if (allowsMissing(jwt)) return { requires_any: { requirements: [...each, whoever(jwt)] } };
  if (each.length === 1) return only;
  return jwt.require === 'any' ? { requires_any: { requirements: each } } : { requires_all: { requirements: each } };
}

const whoever = ({ whenInvalid }: Jwt): Requirement =>
  whenInvalid === 'allow' ? { allow_missing_or_failed: {} } : { allow_missing: {} };

type ClaimToHeader = Messages['envoy.extensions.filters.http.jwt_authn.v3.JwtClaimToHeader'];

/** Envoy takes dots in a name for levels, but not in a path. */
const nameOf = (claim: Claim): Omit<ClaimToHeader, 'header_name'> =>
  typeof claim === 'string' ? { claim_name: claim } : { claim_path: claimPath(claim).map((key) => ({ key })) };
