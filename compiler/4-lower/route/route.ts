/** One route. Source: envoy/config/route/v3/route_components.proto, Route. */
import type { Forward, Redirect, Respond } from '../../2-validate/generated/types.ts';
import type { LinkedRoute } from '../../3-link/graph.ts';
import type { Valid } from '../../2-validate/model.ts';
import type { Messages } from '../../xds/index.ts';
import { lowerHashPolicy } from './hash-policy.ts';
import { lowerInternalRedirect } from './internal-redirect.ts';
import { lowerMatch } from './match.ts';
import { lowerMirror } from './mirrors.ts';
import type { RouteSurroundings } from '../memo.ts';
import { bytes } from '../quantities.ts';
import { lowerRetry } from './retry.ts';
import { lowerHostRewrite, lowerPathRewrite, prefixRewrite, regexRewrite, wholePath } from './rewrite.ts';
import { routeName } from './route-name.ts';
import { subsetMatch } from '../cluster/subsets.ts';
import { lowerTimeouts } from './timeouts.ts';
import { lowerUpgrades } from '../listener/upgrade.ts';
import { lowerTarget } from './weights.ts';

export type EnvoyRoute = Messages['envoy.config.route.v3.Route'];
type RouteAction = Messages['envoy.config.route.v3.RouteAction'];

/** What a route needs of its surroundings. */
export interface RouteContext extends RouteSurroundings {
  readonly clusterOf: (upstream: Valid<'Upstream'>) => string;
}

export function lowerRoute(route: LinkedRoute, { clusterOf, config, tracing }: RouteContext): EnvoyRoute {
  const { rule, origin } = route;
  const { forward, redirect, respond } = rule;
  return {
    name: routeName(origin, rule.name),
    match: lowerMatch(rule.match),
    ...(forward && { route: lowerForward(forward, route, clusterOf) }),
    ...(redirect && { redirect: lowerRedirect(redirect, route) }),
    ...(respond && lowerRespond(respond)),
    ...(forward?.requestBufferSize !== undefined && {
      request_body_buffer_limit: String(bytes(forward.requestBufferSize)),
    }),
    ...(rule.statPrefix !== undefined && { stat_prefix: rule.statPrefix }),
    ...(tracing && { tracing }),
    ...(Object.keys(config).length > 0 && { typed_per_filter_config: config }),
  };
}

function lowerForward(forward: Forward, route: LinkedRoute, clusterOf: RouteContext['clusterOf']): RouteAction {
  const { rewrite, retry, hashOn, internalRedirect } = forward;
  const upgrades = lowerUpgrades(route.rule);
  return {
    ...destination(route, clusterOf),
    ...(rewrite?.path && lowerPathRewrite(rewrite.path, route.rule.match.path)),
    ...(rewrite?.host && lowerHostRewrite(rewrite.host)),
    ...(rewrite?.forwardedHost && { append_x_forwarded_host: true }),
    ...lowerTimeouts(forward),
    ...(retry && lowerRetry(retry)),
    ...(internalRedirect && { internal_redirect_policy: lowerInternalRedirect(internalRedirect, route.origin) }),
    ...(forward.priority === 'high' && { priority: 'HIGH' }),
    ...(upgrades.length > 0 && { upgrade_configs: upgrades }),
    ...(route.mirrors.length > 0 && {
      request_mirror_policies: route.mirrors.map((mirror) => lowerMirror(mirror, clusterOf(mirror.upstream))),
    }),
    ...(hashOn.length > 0 && { hash_policy: hashOn.map(lowerHashPolicy) }),
  };
}

function destination({ rule, targets }: LinkedRoute, clusterOf: RouteContext['clusterOf']): RouteAction {
  const [only, ...others] = targets;
  if (only && others.length === 0 && !only.settings)
    return { cluster: clusterOf(only.upstream), ...subsetMatch(only.subset?.labels) };
  return {
    weighted_clusters: {
      clusters: targets.map((target) => lowerTarget(target, clusterOf(target.upstream))),
      ...(rule.forward?.splitBy === 'hash' && { use_hash_policy: true }),
    },
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
