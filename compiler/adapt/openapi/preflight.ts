/** Routes for the preflight requests of browsers, which no operation stands for. */
import type { RouteRule } from '../../2-validate/generated/types.ts';
import type { Written } from '../draft.ts';
import { toName } from '../names.ts';
import type { Route } from './routes.ts';
import type { FilterUse } from './variants.ts';

/**
 * The filter `cors` answers a preflight request only where there is a route for it. One route does for the filter around
 * all; a path with a filter of its own has one of its own, unless it has an operation OPTIONS.
 *
 * @param base what all paths begin with
 */
export function preflightRoutes(
  routes: readonly Route[],
  around: readonly FilterUse[],
  base: string,
): readonly Written<RouteRule>[] {
  const general = around.some(isCors) ? [preflight('cors-preflight', { prefix: base === '' ? '/' : base }, [])] : [];
  const byPath = new Map<string, Route[]>();
  for (const route of routes)
    byPath.set(route.placed.operation.path, [...(byPath.get(route.placed.operation.path) ?? []), route]);
  const own = [...byPath].flatMap(([path, group]) => {
    const cors = group.flatMap(({ rule }) => rule.filters ?? []).find(({ type }) => type === 'cors');
    const [first] = group;
    if (!cors || !first || group.some(({ placed }) => placed.operation.method === 'OPTIONS')) return [];
    return [preflight(toName(`cors-preflight-${path}`), first.placed.matcher.path, [cors])];
  });
  return [...general, ...own];
}

const isCors = ({ filter }: FilterUse): boolean => filter.type === 'cors';

const preflight = (
  name: string,
  path: NonNullable<Written<RouteRule>['match']>['path'],
  filters: Written<RouteRule>['filters'],
): Written<RouteRule> => ({
  name,
  match: { path, methods: ['OPTIONS'], headers: [{ name: 'access-control-request-method', present: true }] },
  ...(filters && filters.length > 0 && { filters }),
  // What is not allowed to ask gets an answer without permission.
  respond: { statusCode: 204 },
});
