/** The routes of a virtual host: its own, and those that Route documents attach, in order of precedence. */
import type { RouteRule } from '../../2-validate/generated/types.ts';
import type { Valid } from '../../2-validate/model.ts';
import { at } from '../../diagnostics/location.ts';
import type { Report } from '../../diagnostics/report.ts';
import { sortAgain } from '../../sort-again.ts';
import { attachedRoutes } from './attachment.ts';
import { linkFilters, nested, NO_FILTERS } from '../filters.ts';
import type { FilterScope, LinkedRoute, MirrorTarget, WeightedTarget } from '../graph.ts';
import type { LinkSession } from '../memo.ts';
import { comparePrecedence, rankMatch } from './precedence.ts';
import { find, type Index } from '../references.ts';
import { withDefaults } from './route-defaults.ts';
import { checkRule } from './rules.ts';
import { chosen } from '../upstream/subsets.ts';

export interface LinkContext {
  readonly index: Index;
  readonly memo: LinkSession;
  readonly report: Report;
  /** Route documents by the key of each virtual host that they name. */
  readonly routesByHost: ReadonlyMap<string, readonly Valid<'Route'>[]>;
}

export function linkRoutes(host: Valid<'VirtualHost'>, context: LinkContext): readonly LinkedRoute[] {
  const own = context.memo.rulesOf(host, () => linkRules(host, NO_FILTERS, context));
  const sorted = sortAgain(
    withDefaults(host, [...own, ...attachedRoutes(host, own, context)]),
    context.memo.sorted.get(host.key) ?? [],
    (a, b) => comparePrecedence(a.rank, b.rank) || byPlace(a, b),
  );
  context.memo.sorted.set(host.key, sorted);
  checkDuplicates(sorted, context.report);
  return sorted;
}

/** All rules of a Route document. */
export const linkRouteDocument = (route: Valid<'Route'>, context: LinkContext): readonly LinkedRoute[] =>
  context.memo.rulesOf(route, () => linkRules(route, linkFilters(route.value.spec, route, '/spec', context), context));

const linkRules = (origin: Origin, outer: FilterScope, context: LinkContext): readonly LinkedRoute[] =>
  origin.value.spec.routes.map((rule, place) =>
    linkRule(rule, { origin, pointer: `/spec/routes/${place}`, outer }, context),
  );

type Origin = Valid<'VirtualHost'> | Valid<'Route'>;

/** Where a rule stands, and the filters of its document. */
interface Place {
  readonly origin: Origin;
  readonly pointer: string;
  readonly outer: FilterScope;
}

function linkRule(rule: RouteRule, { origin, pointer, outer }: Place, context: LinkContext): LinkedRoute {
  const route: LinkedRoute = {
    rule,
    origin,
    pointer,
    filters: nested(outer, linkFilters(rule, origin, pointer, context)),
    documentFilters: outer,
    targets: targetsOf(rule, { origin, pointer }, context.index),
    mirrors: mirrorsOf(rule, origin, context.index),
    rank: rankMatch(rule.match),
  };
  checkRule(route, context.report);
  return route;
}

function targetsOf(
  { forward }: RouteRule,
  { origin, pointer }: Pick<Place, 'origin' | 'pointer'>,
  index: Index,
): readonly WeightedTarget[] {
  if (forward?.upstream !== undefined) {
    const found = find(index, 'Upstream', origin, forward.upstream);
    return found ? [{ upstream: found, weight: 1, ...chosen(forward, `${pointer}/forward`) }] : [];
  }
  return (forward?.upstreams ?? []).flatMap((target, place) => {
    const { upstream, weight, host, request, response } = target;
    const found = find(index, 'Upstream', origin, upstream);
    const isPlain = host === undefined && !request && !response;
    if (!found) return [];
    const subset = chosen(target, `${pointer}/forward/upstreams/${place}`);
    return [{ upstream: found, weight, ...(!isPlain && { settings: target }), ...subset }];
  });
}

const mirrorsOf = ({ forward }: RouteRule, origin: Valid, index: Index): readonly MirrorTarget[] =>
  (forward?.mirrors ?? []).flatMap((mirror) => {
    const found = find(index, 'Upstream', origin, mirror.upstream);
    return found ? [{ upstream: found, settings: mirror }] : [];
  });

function checkDuplicates(sorted: readonly LinkedRoute[], report: Report): void {
  for (const [place, { rank, origin, pointer }] of sorted.entries()) {
    const before = sorted[place - 1];
    if (before?.rank.text !== rank.text) continue;
    const first = at(before.origin.document, before.pointer);
    report('duplicate-route', at(origin.document, pointer), { first });
  }
}

/** Only for the sake of which of two equal routes is called the first. */
const byPlace = (a: LinkedRoute, b: LinkedRoute): number => {
  const [left, right] = [a, b].map(({ origin, pointer }) => `${origin.kind} ${origin.key} ${pointer}`) as [
    string,
    string,
  ];
  return left < right ? -1 : Number(left > right);
};
