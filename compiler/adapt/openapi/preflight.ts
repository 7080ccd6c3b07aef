/** Routes for the preflight requests of browsers, which no operation stands for. */
import type { RouteRule } from '../../2-validate/generated/types.ts';
import type { Written } from '../draft.ts';
import { toName } from '../names.ts';
import type { Route } from './routes.ts';
import type { FilterUse } from './variants.ts';

type Rule = Written<RouteRule>;

/**
 * The filter `cors` answers a preflight request only where there is a route for it, and only one that forwards. One route
 * does for the filter around all; a path with a filter of its own has one of its own, unless it has an operation OPTIONS.
 * What the filter does not answer, from origins that are not allowed, is left to the upstream.
 *
 * @param base what all paths begin with
 */
export function preflightRoutes(routes: readonly Route[], around: readonly FilterUse[], base: string): readonly Rule[] {
  const general = routes.filter(() => around.some(isCors)).slice(0, 1);
  const byPath = new Map<string, Route[]>();
  for (const route of routes)
    byPath.set(route.placed.operation.path, [...(byPath.get(route.placed.operation.path) ?? []), route]);
  const own = [...byPath].flatMap(([path, group]) => {
    const cors = group.flatMap(({ rule }) => rule.filters ?? []).find(({ type }) => type === 'cors');
    const [first] = group;
    if (!cors || !first || group.some(({ placed }) => placed.operation.method === 'OPTIONS')) return [];
    const { match, forward } = first.rule;
    return [preflight(toName(`cors-preflight-${path}`), match?.path, { filters: [cors], forward })];
  });
  return [...general.map((first) => generalPreflight(first, base)), ...own];
}

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
  rest: Pick<Rule, 'filters' | 'forward'>,
): Rule => ({
  name,
  match: { path, methods: ['OPTIONS'], headers: [{ name: 'access-control-request-method', present: true }] },
  ...rest,
});
