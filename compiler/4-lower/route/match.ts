/** Route matches → Envoy's. Source: envoy/config/route/v3/route_components.proto, RouteMatch. */
import type {
  CookieMatch,
  HeaderMatch,
  PathMatch,
  QueryParameterMatch,
  RouteMatch,
} from '../../2-validate/generated/types.ts';
import { withoutSlash } from '../../3-link/route/paths.ts';
import { any, type Messages } from '../../xds/index.ts';
import { claimMatch } from './claim-match.ts';
import { fraction } from '../quantities.ts';
import { stringMatch } from '../string-match.ts';

type EnvoyMatch = Messages['envoy.config.route.v3.RouteMatch'];

export function lowerMatch(match: RouteMatch): EnvoyMatch {
  const { path, methods, headers, queryParameters, cookies, grpc, clientCertificate, percentage, connect } = match;
  const conditions = [...(methods ? [methodMatch(methods)] : []), ...headers.map(headerMatch)];
  return {
    ...(connect ? { connect_matcher: {} } : pathMatch(path)),
    ...(path.ignoreCase && { case_sensitive: false }),
    ...(conditions.length > 0 && { headers: conditions }),
    ...(queryParameters.length > 0 && { query_parameters: queryParameters.map(queryParameterMatch) }),
    ...(cookies.length > 0 && { cookies: cookies.map(cookieMatch) }),
    ...(grpc && { grpc: {} }),
    ...(clientCertificate !== undefined && { tls_context: { presented: clientCertificate } }),
    ...(match.claims.length > 0 && { dynamic_metadata: match.claims.map(claimMatch) }),
    ...(percentage !== undefined && { runtime_fraction: { default_value: fraction(percentage) } }),
  };
}

function pathMatch({ exact, prefix, regex, template }: PathMatch): EnvoyMatch {
  if (exact !== undefined) return { path: exact };
  if (regex !== undefined) return { safe_regex: { regex } };
  if (template !== undefined) {
    const type = 'envoy.extensions.path.match.uri_template.v3.UriTemplateMatchConfig';
    return {
      path_match_policy: {
        name: 'envoy.path.match.uri_template.uri_template_matcher',
        typed_config: any(type, { path_template: template }),
      },
    };
  }
  // Envoy's path-separated prefix must not end in a slash, and takes the path with one all the same.
  const base = withoutSlash(prefix ?? '/');
  return base === '' ? { prefix: '/' } : { path_separated_prefix: base };
}

/** One of these methods, as a condition on a header. */
export function methodMatch(methods: readonly string[]): Messages['envoy.config.route.v3.HeaderMatcher'] {
  const sorted = methods.toSorted();
  const [only = ''] = sorted;
  return {
    name: ':method',
    string_match: sorted.length === 1 ? { exact: only } : { safe_regex: { regex: sorted.join('|') } },
  };
}

/** A header that is absent matches what is inverted, if nothing else is said: it is not what the condition says. */
export function headerMatch(condition: HeaderMatch): Messages['envoy.config.route.v3.HeaderMatcher'] {
  const { name, present, range, invert, missingAsEmpty = invert } = condition;
  if (present !== undefined) return { name, present_match: true, ...(present === invert && { invert_match: true }) };
  return {
    name,
    ...(range ? { range_match: range } : { string_match: stringMatch(condition) }),
    ...(invert && { invert_match: true }),
    ...(missingAsEmpty && { treat_missing_header_as_empty: true }),
  };
}

/** Envoy has no condition on the mere presence of a cookie; every value, of whatever bytes, matches the expression. */
function cookieMatch(condition: CookieMatch): Messages['envoy.config.route.v3.CookieMatcher'] {
  const { name, present, invert } = condition;
  if (present === undefined)
    return { name, string_match: stringMatch(condition), ...(invert && { invert_match: true }) };
  return { name, string_match: ANY_TEXT, ...(present === invert && { invert_match: true }) };
}

const ANY_TEXT = { safe_regex: { regex: '\\C*' } };

function queryParameterMatch(condition: QueryParameterMatch): Messages['envoy.config.route.v3.QueryParameterMatcher'] {
  const { name, present } = condition;
  return present === undefined ? { name, string_match: stringMatch(condition) } : { name, present_match: present };
}
