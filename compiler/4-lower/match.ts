/** Route matches → Envoy's. Source: envoy/config/route/v3/route_components.proto, RouteMatch. */
import type { HeaderMatch, PathMatch, QueryParameterMatch, RouteMatch } from '../2-validate/generated/types.ts';
import { withoutSlash } from '../3-link/paths.ts';
import { any, type Messages } from '../xds/index.ts';
import { stringMatch } from './string-match.ts';

type EnvoyMatch = Messages['envoy.config.route.v3.RouteMatch'];

export function lowerMatch({ path, methods, headers, queryParameters }: RouteMatch): EnvoyMatch {
  const conditions = [...(methods ? [methodMatch(methods)] : []), ...headers.map(headerMatch)];
  return {
    ...pathMatch(path),
    ...(path.ignoreCase && { case_sensitive: false }),
    ...(conditions.length > 0 && { headers: conditions }),
    ...(queryParameters.length > 0 && { query_parameters: queryParameters.map(queryParameterMatch) }),
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

/** A header that is absent matches what is inverted: it is not what the condition says. */
export function headerMatch(condition: HeaderMatch): Messages['envoy.config.route.v3.HeaderMatcher'] {
  const { name, present, invert } = condition;
  if (present !== undefined) return { name, present_match: true, ...(present === invert && { invert_match: true }) };
  return {
    name,
    string_match: stringMatch(condition),
    ...(invert && { invert_match: true, treat_missing_header_as_empty: true }),
  };
}

function queryParameterMatch(condition: QueryParameterMatch): Messages['envoy.config.route.v3.QueryParameterMatcher'] {
  const { name, present } = condition;
  return present === undefined ? { name, string_match: stringMatch(condition) } : { name, present_match: present };
}
