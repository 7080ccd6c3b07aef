/** The routes of a virtual host: its own, and those that Route documents attach, in order of precedence. */
import type { RouteRule } from '../2-validate/generated/types.ts';
import type { Valid } from '../2-validate/model.ts';
import { at } from '../diagnostics/location.ts';
import type { Report } from '../diagnostics/report.ts';
import { attachedRules } from './attachment.ts';
import { linkFilters } from './filters.ts';
import type { FilterScope, LinkedRoute, MirrorTarget, WeightedTarget } from './graph.ts';
import { comparePrecedence, rankMatch, type RankedMatch } from './precedence.ts';
import { find, type Index } from './references.ts';
import { checkRule } from './rules.ts';

export interface LinkContext {
  readonly index: Index;
  readonly report: Report;
  /** Route documents by the key of each virtual host that they name. */
  readonly routesByHost: ReadonlyMap<string, readonly Valid<'Route'>[]>;
}

export function linkRoutes(host: Valid<'VirtualHost'>, context: LinkContext): readonly LinkedRoute[] {
  const own = host.value.spec.routes.map((rule, place) => linkRule(rule, host, `/spec/routes/${place}`, context));
  const attached = attachedRules(host, context).map(({ rule, route, pointer, scope }) => {
    const linked = linkRule(rule, route, pointer, context);
    return { ...linked, filters: nested(scope, linked.filters) };
  });
  return inOrder([...own, ...attached], context.report);
}

function linkRule(
  rule: RouteRule,
  origin: Valid<'VirtualHost'> | Valid<'Route'>,
  pointer: string,
  context: LinkContext,
): LinkedRoute {
  const route: LinkedRoute = {
    rule,
    origin,
    pointer,
    filters: linkFilters(rule, origin, pointer, context),
    targets: targetsOf(rule, origin, context.index),
    mirrors: mirrorsOf(rule, origin, context.index),
  };
  checkRule(route, context.report);
  return route;
}

/** Filters of a Route document apply to each of its rules, unless the rule has one of the same name or disables it. */
function nested(outer: FilterScope, inner: FilterScope): FilterScope {
  const names = new Set([...inner.uses.map(({ name }) => name), ...inner.disabled]);
  return {
    uses: [...outer.uses.filter(({ name }) => !names.has(name)), ...inner.uses],
    disabled: [...new Set([...outer.disabled, ...inner.disabled])],
  };
}

function targetsOf({ forward }: RouteRule, origin: Valid, index: Index): readonly WeightedTarget[] {
  const named =
    forward?.upstreams ?? (forward?.upstream === undefined ? [] : [{ upstream: forward.upstream, weight: 1 }]);
  return named.flatMap(({ upstream, weight }) => {
    const found = find(index, 'Upstream', origin, upstream);
    return found ? [{ upstream: found, weight }] : [];
  });
}

const mirrorsOf = ({ forward }: RouteRule, origin: Valid, index: Index): readonly MirrorTarget[] =>
  (forward?.mirrors ?? []).flatMap(({ upstream, percentage }) => {
    const found = find(index, 'Upstream', origin, upstream);
    return found ? [{ upstream: found, percentage }] : [];
  });

function inOrder(routes: readonly LinkedRoute[], report: Report): readonly LinkedRoute[] {
  const ranked = routes
    .map((route) => ({ route, rank: rankOf(route) }))
    .toSorted((a, b) => comparePrecedence(a.rank, b.rank) || byPlace(a.route, b.route));
  for (const [place, { route, rank }] of ranked.entries()) {
    const before = ranked[place - 1];
    if (before?.rank.text !== rank.text) continue;
    report('duplicate-route', at(route.origin.document, route.pointer), {
      first: at(before.route.origin.document, before.route.pointer),
    });
  }
  return ranked.map(({ route }) => route);
}

/** Ranks by the identity of the match, which stays the same while the document does. */
const RANKS = new WeakMap<object, RankedMatch>();

function rankOf({ rule }: LinkedRoute): RankedMatch {
  const known = RANKS.get(rule.match);
  if (known) return known;
  const rank = rankMatch(rule.match);
  RANKS.set(rule.match, rank);
  return rank;
}

/** Only for the sake of which of two equal routes is called the first. */
const byPlace = (a: LinkedRoute, b: LinkedRoute): number => {
  const [left, right] = [a, b].map(({ origin, pointer }) => `${origin.kind} ${origin.key} ${pointer}`) as [
    string,
    string,
  ];
  return left < right ? -1 : Number(left > right);
};
