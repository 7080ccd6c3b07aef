/** Matches of routes → ours. */
import type { RouteMatch } from '../../2-validate/generated/types.ts';
import { isAnyOf, type Messages } from '../../xds/index.ts';
import type { Written } from '../draft.ts';

type EnvoyMatch = Messages['envoy.config.route.v3.RouteMatch'];
type HeaderMatcher = Messages['envoy.config.route.v3.HeaderMatcher'];
type StringMatcher = Messages['envoy.type.matcher.v3.StringMatcher'];
export type WrittenMatch = Written<RouteMatch>;

/** Nothing for conditions that a RouteRule has no words for. */
export function toMatch(match: EnvoyMatch): WrittenMatch | undefined {
  const { headers = [], query_parameters = [], grpc, case_sensitive, ...rest } = match;
  const path = pathOf(match);
  const conditions = headers.map(headerOf);
  const parameters = query_parameters.map(({ name, string_match, present_match }) => ({
    name,
    ...(present_match === undefined ? textMatch(string_match) : { present: present_match }),
  }));
  const isKnown = Object.keys(rest).every((key) => PATHS.has(key));
  const isSound = [...conditions, ...parameters].every((one) => one && Object.keys(one).length > 1);
  if (!path || !isKnown || !isSound) return undefined;
  const methods = headers.flatMap(methodOf);
  const others = conditions.filter((one) => one !== undefined && !('method' in one)).flatMap((one) => one ?? []);
  if (headers.filter(({ name }) => name === ':method').length > 1) return undefined;
  return {
    path: { ...path, ...(case_sensitive === false && { ignoreCase: true }) },
    ...(methods.length > 0 && { methods }),
    ...(others.length > 0 && { headers: others }),
    ...(parameters.length > 0 && { queryParameters: parameters }),
    ...(grpc && { grpc: true as const }),
  };
}

const PATHS = new Set(['prefix', 'path', 'safe_regex', 'path_separated_prefix', 'path_match_policy']);

/** A path as documents have it. */
export const PLAIN_PATH = /^\/[^?#\s]*$/;

function pathOf({
  prefix,
  path,
  safe_regex,
  path_separated_prefix,
  path_match_policy,
}: EnvoyMatch): WrittenMatch['path'] {
  const begin = prefix ?? path_separated_prefix;
  if (begin !== undefined) return PLAIN_PATH.test(begin) ? { prefix: begin } : undefined;
  if (path !== undefined) return PLAIN_PATH.test(path) ? { exact: path } : undefined;
  if (safe_regex) return safe_regex.regex === undefined ? undefined : { regex: safe_regex.regex };
  const template = path_match_policy?.typed_config;
  return isAnyOf('envoy.extensions.path.match.uri_template.v3.UriTemplateMatchConfig', template)
    ? { template: template.path_template ?? '' }
    : undefined;
}

/** `GET`, or `GET|POST` as an expression. */
function methodOf({ name, string_match }: HeaderMatcher): readonly string[] {
  if (name !== ':method') return [];
  const text = string_match?.exact ?? string_match?.safe_regex?.regex ?? '';
  return /^[A-Z]+(\|[A-Z]+)*$/.test(text) ? text.split('|') : [];
}

function headerOf(matcher: HeaderMatcher) {
  const { name, string_match, present_match, range_match, invert_match: invert } = matcher;
  if (name === ':method') return methodOf(matcher).length > 0 && !invert ? { name, method: true } : undefined;
  if (name.startsWith(':')) return undefined;
  const inverted = invert ? { invert: true } : {};
  if (present_match !== undefined) return { name, present: present_match, ...inverted };
  if (range_match)
    return { name, range: { start: Number(range_match.start ?? 0), end: Number(range_match.end ?? 0) }, ...inverted };
  const text = textMatch(string_match);
  return text && { name, ...text, ...inverted };
}

/** Nothing for a condition that only Envoy has. */
export function textMatch(matcher: StringMatcher | undefined) {
  const { exact, prefix, suffix, contains, safe_regex, ignore_case, custom } = matcher ?? {};
  if (!matcher || custom) return undefined;
  return {
    ...(exact !== undefined && { exact }),
    ...(prefix !== undefined && { prefix }),
    ...(suffix !== undefined && { suffix }),
    ...(contains !== undefined && { contains }),
    ...(safe_regex?.regex !== undefined && { regex: safe_regex.regex }),
    ...(ignore_case && { ignoreCase: true }),
  };
}
