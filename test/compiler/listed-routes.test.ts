import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listedRoutes } from '../../compiler/4-lower/route/listed-routes.ts';
import { RouteMemo } from '../../compiler/4-lower/memo.ts';
import { pathKey } from '../../compiler/4-lower/route/path-key.ts';
import { routeLookup } from '../../compiler/4-lower/route/route-tree.ts';
import { randomRoutes } from './random-routes.ts';
import { ALWAYS_TREE } from './tree-rules.ts';

test('a tree is read back as each of its routes once, before all that it comes before', () => {
  fc.assert(
    fc.property(randomRoutes(60), (routes) => {
      const listed = listedRoutes(routeLookup(routes, new RouteMemo(), ALWAYS_TREE));
      expect(listed).toHaveLength(routes.length);
      expect(new Set(listed)).toEqual(new Set(routes));
      for (const [place, route] of routes.entries()) {
        const rivals = routes.slice(place + 1).filter((other) => mayMeet(pathKey(route), pathKey(other)));
        for (const rival of rivals) expect(listed.indexOf(rival)).toBeGreaterThan(listed.indexOf(route));
      }
    }),
  );
});

/** Whether a path can begin with both. */
const mayMeet = (one: string, other: string): boolean => one.startsWith(other) || other.startsWith(one);

test('a list stays what it is', () => {
  const routes = [{ match: { prefix: '/a' }, direct_response: { status: 200 } }];
  expect(listedRoutes({ routes })).toBe(routes);
  expect(listedRoutes({})).toEqual([]);
});
