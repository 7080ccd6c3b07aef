/** Routes → rules, as far as these have words for them; what else a route says, a patch carries. */
import type { Forward, Redirect, RouteRule } from '../../2-validate/generated/types.ts';
import { prefixRewrite } from '../../4-lower/route/rewrite.ts';
import type { Messages } from '../../xds/index.ts';
import type { Written } from '../draft.ts';
import { readRetryOn } from '../retry-conditions.ts';
import { PLAIN_PATH, toMatch, type WrittenMatch } from './match.ts';

export type EnvoyRoute = Messages['envoy.config.route.v3.Route'];
type RouteAction = Messages['envoy.config.route.v3.RouteAction'];
export type Rule = Written<RouteRule> & { readonly match: WrittenMatch };

/** The name of the Upstream of a cluster, if it has one. */
export type UpstreamOf = (cluster: string) => string | undefined;

/** Nothing for a route that only Envoy has words for. */
export function toRule(route: EnvoyRoute, upstreamOf: UpstreamOf): Rule | undefined {
  const match = toMatch(route.match);
  if (!match) return undefined;
  if (route.route) {
    const forward = toForward(route.route, match, upstreamOf);
    return forward && { match, forward };
  }
  if (route.redirect) {
    const redirect = toRedirect(route.redirect);
    return redirect && { match, redirect };
  }
  const { status, body } = route.direct_response ?? {};
  const text = body?.inline_string;
  if (status === undefined || status < 200 || status > 599 || (body && text === undefined)) return undefined;
  return { match, respond: { statusCode: status, ...(text !== undefined && { body: text }) } };
}

function toForward(action: RouteAction, match: WrittenMatch, upstreamOf: UpstreamOf): Written<Forward> | undefined {
  const destination = destinationOf(action, upstreamOf);
  const mirrors = (action.request_mirror_policies ?? []).map(({ cluster, runtime_fraction }) => {
    const upstream = upstreamOf(cluster ?? '');
    return upstream === undefined ? undefined : { upstream, percentage: percentageOf(runtime_fraction?.default_value) };
  });
  const sound = mirrors.filter((mirror) => mirror !== undefined);
  if (!destination || sound.length < mirrors.length) return undefined;
  const { timeout, idle_timeout: idleTimeout, retry_policy: retry } = action;
  const rewrite = rewriteOf(action, match);
  return {
    ...destination,
    ...(sound.length > 0 && { mirrors: sound }),
    ...(Object.keys(rewrite).length > 0 && { rewrite }),
    ...(timeout !== undefined && { timeout }),
    ...(idleTimeout !== undefined && { idleTimeout }),
    ...(retry && retryOf(retry)),
  };
}

function destinationOf(
  { cluster, weighted_clusters: weighted }: RouteAction,
  upstreamOf: UpstreamOf,
): Pick<Written<Forward>, 'upstream' | 'upstreams'> | undefined {
  if (cluster !== undefined) {
    const upstream = upstreamOf(cluster);
    return upstream === undefined ? undefined : { upstream };
  }
  if (!weighted) return undefined;
  const targets = (weighted.clusters ?? []).map(({ name = '', weight = 0 }) => {
    const upstream = upstreamOf(name);
    return upstream === undefined ? undefined : { upstream, weight };
  });
  const sound = targets.filter((target) => target !== undefined);
  const distinct = new Set(sound.map(({ upstream }) => upstream));
  if (sound.length < Math.max(targets.length, 2) || distinct.size < sound.length) return undefined;
  return sound.some(({ weight }) => weight > 0) ? { upstreams: sound } : undefined;
}

const DENOMINATORS: Readonly<Record<string, number>> = { HUNDRED: 1, TEN_THOUSAND: 100, MILLION: 10_000 };

const percentageOf = (share: Messages['envoy.type.v3.FractionalPercent'] | undefined): number =>
  share ? (share.numerator ?? 0) / (DENOMINATORS[share.denominator ?? 'HUNDRED'] ?? 1) : 100;

function rewriteOf(action: RouteAction, match: WrittenMatch): NonNullable<Written<Forward>['rewrite']> {
  const { prefix_rewrite: prefix, regex_rewrite: regex, host_rewrite_literal: literal, auto_host_rewrite } = action;
  const path = regex?.pattern?.regex;
  return {
    ...(prefix !== undefined && isOurs(prefix, match) && { path: { prefix } }),
    ...(path !== undefined && { path: { regex: { pattern: path, substitution: regex?.substitution ?? '' } } }),
    ...(literal !== undefined && { host: { literal } }),
    ...(auto_host_rewrite && { host: { fromUpstream: true as const } }),
  };
}

/** Whether a rewrite of a prefix is with us what it is in Envoy; with us the slashes around it come out right. */
function isOurs(rewrite: string, { path }: WrittenMatch): boolean {
  const { prefix, exact } = path ?? {};
  if ((prefix ?? exact) === undefined || !PLAIN_PATH.test(rewrite)) return false;
  const ours = prefixRewrite(rewrite, {
    ...(prefix === undefined ? { exact: exact ?? '/' } : { prefix }),
    ignoreCase: false,
  });
  return 'prefix_rewrite' in ours && ours.prefix_rewrite === rewrite;
}

function retryOf(policy: Messages['envoy.config.route.v3.RetryPolicy']): Pick<Written<Forward>, 'retry'> {
  const { retry_on = '', num_retries: attempts, retriable_status_codes: statusCodes = [], per_try_timeout } = policy;
  const { on, unknown } = readRetryOn(retry_on);
  if (on.length === 0 || attempts === 0) return {};
  return {
    retry: {
      on,
      ...(attempts !== undefined && { attempts }),
      ...(unknown.includes('retriable-status-codes') && { statusCodes }),
      ...(per_try_timeout !== undefined && { perTryTimeout: per_try_timeout }),
    },
  };
}

const CODES: Readonly<Record<string, NonNullable<Redirect['statusCode']>>> = {
  MOVED_PERMANENTLY: 301,
  FOUND: 302,
  SEE_OTHER: 303,
  TEMPORARY_REDIRECT: 307,
  PERMANENT_REDIRECT: 308,
};

/** Nothing for one that changes nothing. */
function toRedirect(redirect: Messages['envoy.config.route.v3.RedirectAction']): Written<Redirect> | undefined {
  const { https_redirect, scheme_redirect, host_redirect, port_redirect, response_code, strip_query } = redirect;
  const scheme = https_redirect ? 'https' : scheme_redirect?.toLowerCase();
  const { path_redirect: full, prefix_rewrite: prefix } = redirect;
  const change: Written<Redirect> = {
    ...((scheme === 'http' || scheme === 'https') && { scheme }),
    ...(host_redirect !== undefined && /^[a-z0-9][a-z0-9.-]*$/.test(host_redirect) && { hostname: host_redirect }),
    ...(port_redirect !== undefined && { port: port_redirect }),
    ...(full !== undefined && PLAIN_PATH.test(full) && { path: { full } }),
    ...(prefix !== undefined && PLAIN_PATH.test(prefix) && { path: { prefix } }),
    ...(strip_query && { stripQuery: true }),
  };
  if (Object.keys(change).length === 0) return undefined;
  return { ...change, statusCode: CODES[response_code ?? 'MOVED_PERMANENTLY'] ?? 301 };
}
