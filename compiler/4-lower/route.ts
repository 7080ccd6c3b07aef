/** One route. Source: envoy/config/route/v3/route_components.proto, Route. */
import type { Forward, HashPolicy, Redirect, Respond, Retry } from '../2-validate/generated/types.ts';
import type { LinkedRoute } from '../3-link/graph.ts';
import type { Valid } from '../2-validate/model.ts';
import type { Messages } from '../xds/index.ts';
import type { PerFilterConfig } from './filter-chain.ts';
import { lowerMatch } from './match.ts';
import { duration, fraction } from './quantities.ts';
import { lowerHostRewrite, lowerPathRewrite, prefixRewrite, regexRewrite, wholePath } from './rewrite.ts';

export type EnvoyRoute = Messages['envoy.config.route.v3.Route'];
type RouteAction = Messages['envoy.config.route.v3.RouteAction'];

/** What a route needs of its surroundings. */
export interface RouteContext {
  readonly clusterOf: (upstream: Valid<'Upstream'>) => string;
  readonly perFilterConfig: PerFilterConfig;
}

export function lowerRoute(route: LinkedRoute, { clusterOf, perFilterConfig }: RouteContext): EnvoyRoute {
  const { rule, origin } = route;
  const { forward, redirect, respond } = rule;
  return {
    name: rule.name === undefined ? origin.key : `${origin.key}/${rule.name}`,
    match: lowerMatch(rule.match),
    ...(forward && { route: lowerForward(forward, route, clusterOf) }),
    ...(redirect && { redirect: lowerRedirect(redirect, route) }),
    ...(respond && lowerRespond(respond)),
    ...(Object.keys(perFilterConfig).length > 0 && { typed_per_filter_config: perFilterConfig }),
  };
}

function lowerForward(forward: Forward, route: LinkedRoute, clusterOf: RouteContext['clusterOf']): RouteAction {
  const { rewrite, retry, hashOn, timeout, idleTimeout } = forward;
  return {
    ...destination(route, clusterOf),
    ...(rewrite?.path && lowerPathRewrite(rewrite.path, route.rule.match.path)),
    ...(rewrite?.host && lowerHostRewrite(rewrite.host)),
    timeout: duration(timeout),
    ...(idleTimeout !== undefined && { idle_timeout: duration(idleTimeout) }),
    ...(retry && { retry_policy: lowerRetry(retry) }),
    ...(route.mirrors.length > 0 && {
      request_mirror_policies: route.mirrors.map(({ upstream, percentage }) => ({
        cluster: clusterOf(upstream),
        runtime_fraction: { default_value: fraction(percentage) },
        // A copy with another Host would be routed elsewhere by an upstream that serves several.
        disable_shadow_host_suffix_append: true,
      })),
    }),
    ...(hashOn.length > 0 && { hash_policy: hashOn.map(lowerHashPolicy) }),
  };
}

function destination({ targets }: LinkedRoute, clusterOf: RouteContext['clusterOf']): RouteAction {
  const [only, ...others] = targets;
  if (only && others.length === 0) return { cluster: clusterOf(only.upstream) };
  return {
    weighted_clusters: { clusters: targets.map(({ upstream, weight }) => ({ name: clusterOf(upstream), weight })) },
  };
}

function lowerRetry({
  attempts,
  on,
  statusCodes,
  perTryTimeout,
  backOff,
}: Retry): Messages['envoy.config.route.v3.RetryPolicy'] {
  const conditions = new Set<string>(on);
  if (statusCodes.length > 0) conditions.add('retriable-status-codes');
  return {
    retry_on: [...conditions].join(','),
    num_retries: attempts,
    ...(statusCodes.length > 0 && { retriable_status_codes: statusCodes }),
    ...(perTryTimeout !== undefined && { per_try_timeout: duration(perTryTimeout) }),
    ...(backOff && {
      retry_back_off: { base_interval: duration(backOff.base), max_interval: duration(backOff.maximum) },
    }),
  };
}

function lowerHashPolicy(policy: HashPolicy): Messages['envoy.config.route.v3.RouteAction.HashPolicy'] {
  const { header, cookie, queryParameter, terminal } = policy;
  const end = terminal ? { terminal } : {};
  if (header !== undefined) return { header: { header_name: header }, ...end };
  if (queryParameter !== undefined) return { query_parameter: { name: queryParameter }, ...end };
  if (!cookie) return { connection_properties: { source_ip: true }, ...end };
  const { name, ttl, path } = cookie;
  return {
    cookie: { name, ...(ttl !== undefined && { ttl: duration(ttl) }), ...(path !== undefined && { path }) },
    ...end,
  };
}

const REDIRECT_CODES = {
  301: 'MOVED_PERMANENTLY',
  302: 'FOUND',
  303: 'SEE_OTHER',
  307: 'TEMPORARY_REDIRECT',
  308: 'PERMANENT_REDIRECT',
} as const;

export const redirectCode = (statusCode: keyof typeof REDIRECT_CODES) => REDIRECT_CODES[statusCode];

function lowerRedirect(redirect: Redirect, { rule }: LinkedRoute): Messages['envoy.config.route.v3.RedirectAction'] {
  const { scheme, hostname, port, path, statusCode, stripQuery } = redirect;
  return {
    ...(scheme !== undefined && { scheme_redirect: scheme }),
    ...(hostname !== undefined && { host_redirect: hostname }),
    ...(port !== undefined && { port_redirect: port }),
    ...(path?.prefix !== undefined && prefixRewrite(path.prefix, rule.match.path)),
    ...(path?.full !== undefined && { regex_rewrite: wholePath(path.full) }),
    ...(path?.regex && { regex_rewrite: regexRewrite(path.regex) }),
    response_code: redirectCode(statusCode),
    ...(stripQuery && { strip_query: true }),
  };
}

function lowerRespond({ statusCode, body, contentType }: Respond): Omit<EnvoyRoute, 'match'> {
  return {
    direct_response: { status: statusCode, ...(body !== undefined && { body: { inline_string: body } }) },
    ...(body !== undefined && {
      response_headers_to_add: [
        { header: { key: 'content-type', value: contentType }, append_action: 'OVERWRITE_IF_EXISTS_OR_ADD' },
      ],
    }),
  };
}
