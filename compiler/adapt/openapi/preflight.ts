/** Routes for the preflight requests of browsers, which no operation stands for. */
import type { RouteRule } from '../../2-validate/generated/types.ts';
import type { Written } from '../draft.ts';
import { keyPlaceOf } from '../source.ts';
import type { Api } from './api.ts';
import { groupBy } from '../group.ts';
import { toName } from '../names.ts';
import { shapeOf } from './placement.ts';
import type { Route, Surroundings } from './routes.ts';
import type { FilterUse } from './variants.ts';

type Rule = Written<RouteRule>;

export interface PreflightOptions {
  /** What all paths begin with. */
  readonly base: string;
  readonly defaults: Surroundings['defaults'];
  /** Paths that have such a route already; those of this description are added. */
  readonly answered: Set<string>;
}

/**
 * The filter `cors` answers a preflight request only where there is a route for it, and only one that forwards. One route
 * does for the filter around all; a path for which something else is said has one of its own, unless it has an operation
 * OPTIONS. What the filter does not answer, from origins that are not allowed, is left to the upstream.
 *
 * @param around the filters around all routes
 */
export function preflightRoutes(
  { remark }: Api,
  routes: readonly Route[],
  around: readonly FilterUse[],
  { base, defaults, answered }: PreflightOptions,
): readonly Rule[] {
  const isAround = around.some(isCors);
  const groups = groupBy(routes, ({ placed }) => shapeOf(placed.matcher));
  const own = [...groups].flatMap(([shape, group]): readonly Rule[] => {
    const [first] = group;
    if (!first || group.some(({ placed }) => placed.operation.method === 'OPTIONS')) return [];
    const cors = group.flatMap(({ rule }) => rule.filters ?? []).find(({ type }) => type === 'cors');
    const isOff = isAround && group.every(({ rule }) => rule.disableFilters?.includes('cors'));
    // Several descriptions may begin with the same path, and then none of them can have one route for all.
    if (!cors && !isOff && !(isAround && defaults === 'of-route')) return [];
    if (answered.has(shape)) {
      remark('approximated', keyPlaceOf(first.placed.operation.source), ANSWERED_ELSEWHERE);
      return [];
    }
    answered.add(shape);
    const { match, forward } = first.rule;
    const filters = { ...(cors && { filters: [cors] }), ...(isOff && { disableFilters: ['cors'] }) };
    return [preflight(toName(`cors-preflight-${first.placed.operation.path}`), match?.path, { ...filters, forward })];
  });
  const [first] = routes;
  return [...(first && isAround && defaults === 'of-host' ? [generalPreflight(first, base)] : []), ...own];
}

const ANSWERED_ELSEWHERE = 'preflight requests for this path are answered as another description says';

const isCors = ({ filter }: FilterUse): boolean => filter.type === 'cors';

/** Goes where the first operation goes; its path stays as it is. */
function generalPreflight({ rule: { forward } }: Route, base: string): Rule {
  const { upstream, upstreams, rewrite } = forward ?? {};
  const host = rewrite?.host && { rewrite: { host: rewrite.host } };
  return preflight(
    'cors-preflight',
    { prefix: base === '' ? '/' : base },
    { forward: { upstream, upstreams, ...host } },
  );
}

const preflight = (
  name: string,
  path: NonNullable<Rule['match']>['path'],
  rest: Pick<Rule, 'filters' | 'disableFilters' | 'forward'>,
): Rule => ({
  name,
  match: { path, methods: ['OPTIONS'], headers: [{ name: 'access-control-request-method', present: true }] },
  ...rest,
});
