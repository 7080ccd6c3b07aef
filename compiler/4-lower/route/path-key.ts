/** What every path that a route can match must begin with. */
import { regexStart } from '../../3-link/route/regex-start.ts';
import { perObject } from '../../per-object.ts';
import type { Messages } from '../../xds/index.ts';

type Route = Messages['envoy.config.route.v3.Route'];
type RouteMatch = Messages['envoy.config.route.v3.RouteMatch'];

/**
 * The longest literal text that can be proved to stand at the beginning of the path of every request that the route
 * matches; empty if nothing can be proved. It is empty or begins with a slash.
 *
 *     exact and prefix    the path                                        /cart
 *     template            up to the first variable or wildcard            /users/{id} → /users/
 *     regex               up to the first thing that is not literal       /v[0-9]+/.* → /v
 *     ignoring case       up to the first letter as well                  /1/Cart → /1/
 *     anything else       nothing, so that kinds of match to come are right at once
 */
export const pathKey = perObject(({ match }: Route): string => {
  const start = match ? literalStart(match) : '';
  const key = match?.case_sensitive === false ? beforeLetter(start) : start;
  // No other text begins a path, and what cannot match may stand anywhere.
  return key.startsWith('/') ? key : '';
});

function literalStart({ path, prefix, path_separated_prefix, safe_regex, path_match_policy }: RouteMatch): string {
  const literal = path ?? prefix ?? path_separated_prefix;
  if (literal !== undefined) return literal;
  if (safe_regex) return regexStart(safe_regex.regex ?? '');
  const policy = path_match_policy?.typed_config;
  return policy && 'path_template' in policy && typeof policy.path_template === 'string'
    ? policy.path_template.replace(/[{*][^]*$/, '')
    : '';
}

/** Envoy folds ASCII only. What follows a character beyond it is left out all the same. */
const beforeLetter = (text: string): string => text.replace(/[A-Za-z\u0080-\uffff][^]*$/, '');
