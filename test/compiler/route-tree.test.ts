import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RouteMemo } from '../../compiler/4-lower/memo.ts';
import { pathKey } from '../../compiler/4-lower/route/path-key.ts';
import { candidates, nestedEntries, routeLookup, TREE_RULE } from '../../compiler/4-lower/route/route-tree.ts';
import type { EnvoyRoute } from '../../compiler/4-lower/route/route.ts';
import { encode } from '../../compiler/xds/index.ts';
import { randomRoutes } from './random-routes.ts';

const route = (prefix: string): EnvoyRoute => ({ match: { prefix }, direct_response: { status: 200 } });
const regexRoute = (regex: string): EnvoyRoute => ({
  match: { safe_regex: { regex } },
  direct_response: { status: 200 },
});
const many = (count: number): readonly EnvoyRoute[] => Array.from({ length: count }, (_, at) => route(`/r${at}/`));
const bytesOf = (routes: readonly EnvoyRoute[], memo: RouteMemo) =>
  encode('envoy.config.route.v3.VirtualHost', { name: 'a', domains: ['*'], ...routeLookup(routes, memo) });

const listsOf = (keys: readonly string[]) =>
  [...candidates(nestedEntries(keys))].map(([{ key }, places]): [string, readonly number[]] => [key, places]);

describe('the candidates of a key', () => {
  test('are its routes and those of the keys it begins with, in order of precedence', () => {
    expect(listsOf(['/b', '/a/b', '', '/a', '/a/b', '/ab'])).toEqual([
      ['', [2]],
      ['/a', [2, 3]],
      ['/a/b', [1, 2, 3, 4]],
      ['/ab', [2, 3, 5]],
      ['/b', [0, 2]],
    ]);
  });

  test('are exactly those routes whose keys it begins with, for any routes', () => {
    fc.assert(
      fc.property(randomRoutes(60), (routes) => {
        const keys = routes.map(pathKey);
        const entries = nestedEntries(keys);
        expect(entries.map(({ key }) => key)).toEqual([...new Set(keys)].toSorted());
        for (const [entry, places] of candidates(entries)) {
          expect(places).toEqual(keys.flatMap((key, place) => (entry.key.startsWith(key) ? [place] : [])));
          expect(entry.size).toBe(places.length);
        }
      }),
    );
  });
});

describe('a host', () => {
  const { fewestRoutes, mostCopies } = TREE_RULE;
  const isTree = (routes: readonly EnvoyRoute[]): boolean => 'matcher' in routeLookup(routes, new RouteMemo());

  test('with few routes is a list, and with many a tree', () => {
    expect(routeLookup(many(fewestRoutes - 1), new RouteMemo())).toEqual({ routes: many(fewestRoutes - 1) });
    expect(isTree(many(fewestRoutes))).toBe(true);
    expect(routeLookup([], new RouteMemo())).toEqual({});
  });

  test('with too many routes that may match any path is a list', () => {
    const anywhere = (count: number) => Array.from({ length: count }, (_, at) => regexRoute(`.*/${at}`));
    expect(isTree([...many(1_000), ...anywhere(mostCopies - 1)])).toBe(true);
    expect(isTree([...many(1_000), ...anywhere(mostCopies)])).toBe(false);
    expect(isTree(anywhere(fewestRoutes))).toBe(false);
  });

  test('whose routes mostly have one key is a list', () => {
    const same = Array.from({ length: fewestRoutes }, () => route('/a'));
    expect(isTree(same)).toBe(false);
    expect(isTree([...same, ...many(fewestRoutes)])).toBe(true);
  });

  test('with routes for any path tries them if no key fits', () => {
    const anywhere = regexRoute('.*');
    const { matcher } = routeLookup([anywhere, ...many(fewestRoutes)], new RouteMemo());
    expect(matcher?.on_no_match?.action?.typed_config).toMatchObject({ routes: [anywhere] });
    expect(routeLookup(many(fewestRoutes), new RouteMemo()).matcher).not.toHaveProperty('on_no_match');
  });
});

describe('with a memo', () => {
  test('entries stay the same objects unless one of their routes changes', () => {
    const memo = new RouteMemo();
    const entriesOf = (routes: readonly EnvoyRoute[]) =>
      routeLookup(routes, memo).matcher?.matcher_tree?.prefix_match_map?.map ?? {};
    const routes = [...many(TREE_RULE.fewestRoutes), route('/x'), route('/x/y')];
    const before = entriesOf(routes);
    const after = entriesOf(routes.map((one) => (one.match?.prefix === '/x' ? route('/x') : one)));
    const changed = Object.keys(after).filter((key) => after[key] !== before[key]);
    expect(changed).toEqual(['/x', '/x/y']);
  });

  test('a tree has the bytes that it has without', () => {
    const memo = new RouteMemo();
    const routes = [...many(TREE_RULE.fewestRoutes), route('/')];
    bytesOf(routes, memo);
    expect(bytesOf(routes.slice(1), memo)).toEqual(bytesOf(routes.slice(1), new RouteMemo()));
  });
});
