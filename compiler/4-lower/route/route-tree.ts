/**
 * How Envoy finds a route of a virtual host: by trying a list from its beginning, or by looking up a tree first.
 *
 * A tree is a map from keys to lists of candidates. A route's key is what each path that it matches begins with
 * (`path-key.ts`), the keys of the map are those of all routes, and the list of a key K holds, in order of precedence,
 * every route whose own key K begins with. Of the keys that a request's `:path` begins with, Envoy takes the longest,
 * and of that key's list the first route that matches; Envoy tries each candidate's whole match, path included.
 *
 * That is the first route of all that matches. Let P be the `:path`, and K the longest key that P begins with. If a
 * route matches, P begins with its key: Envoy matches the path without query and fragment, which P begins with. That
 * key is then one of those that P begins with, so it is no longer than K, and K begins with it. Hence every route that
 * matches is in the list of K, and since the list has the order of precedence, its first match is the first of all.
 * If no key fits, or there is no `:path`, a route that matches can have the empty key only, and those are tried.
 *
 * Source: https://www.envoyproxy.io/docs/envoy/v1.40.0/api-v3/config/route/v3/route_components.proto, VirtualHost.matcher,
 * and xds/type/matcher/v3/matcher.proto, Matcher.MatcherTree.prefix_match_map.
 */
import { any, type Messages } from '../../xds/index.ts';
import type { RouteMemo } from '../memo.ts';
import { pathKey } from './path-key.ts';
import type { EnvoyRoute } from './route.ts';

type Matcher = Messages['xds.type.matcher.v3.Matcher'];
type OnMatch = Messages['xds.type.matcher.v3.Matcher.OnMatch'];

export interface TreeRule {
  /** Hosts with fewer routes stay lists. */
  readonly fewestRoutes: number;
  /** On average a route may stand in so many lists of candidates. */
  readonly mostCopies: number;
  /** The longest list of candidates may hold so much of all routes, 0 to 1. */
  readonly longestShare: number;
}

/**
 * Which hosts become trees: those with many routes, if it helps and does not cost too much memory.
 *
 * A route that does not match costs Envoy about 0.3 µs, and a whole request about 100 µs: below 64 routes a list is as
 * good, and people can read it. Envoy keeps each copy of a route as a route of its own. A host whose routes mostly
 * have one key, such as regexes that begin with `.*`, would try almost all of them in a tree as well.
 */
export const TREE_RULE: TreeRule = { fewestRoutes: 64, mostCopies: 8, longestShare: 0.5 };

/** The `routes` of a virtual host, or the `matcher` that takes their place. The routes stand in order of precedence. */
export function routeLookup(
  routes: readonly EnvoyRoute[],
  memo: RouteMemo,
  rule: TreeRule = TREE_RULE,
): Pick<Messages['envoy.config.route.v3.VirtualHost'], 'routes' | 'matcher'> {
  if (routes.length === 0) return {};
  const entries = routes.length < rule.fewestRoutes ? [] : nestedEntries(routes.map(pathKey));
  return isWorthwhile(entries, routes.length, rule) ? { matcher: matcherOf(entries, routes, memo) } : { routes };
}

/** A key, and which routes it leads to. */
export interface TreeEntry {
  readonly key: string;
  /** Places of the routes that have this very key, ascending. */
  readonly own: readonly number[];
  /** That of the longest other key that this key begins with. */
  readonly parent: TreeEntry | undefined;
  /** How many candidates there are: its own and its parent's. */
  readonly size: number;
}

/** One entry for each key, in order of the keys: parents come before what begins with them. */
export function nestedEntries(keys: readonly string[]): readonly TreeEntry[] {
  const own = new Map<string, number[]>();
  keys.forEach((key, place) => {
    const places = own.get(key);
    if (places) places.push(place);
    else own.set(key, [place]);
  });
  const around: TreeEntry[] = [];
  return [...own.keys()].toSorted().map((key) => {
    while (!key.startsWith(around.at(-1)?.key ?? '')) around.pop();
    const parent = around.at(-1);
    const places = own.get(key) ?? [];
    const entry = { key, own: places, parent, size: places.length + (parent?.size ?? 0) };
    around.push(entry);
    return entry;
  });
}

/** For each entry the places of its candidates, ascending. */
export function candidates(entries: readonly TreeEntry[]): ReadonlyMap<TreeEntry, readonly number[]> {
  const lists = new Map<TreeEntry, readonly number[]>();
  for (const entry of entries) {
    const inherited = (entry.parent && lists.get(entry.parent)) ?? [];
    lists.set(entry, inherited.length === 0 ? entry.own : [...inherited, ...entry.own].sort((a, b) => a - b));
  }
  return lists;
}

function isWorthwhile(entries: readonly TreeEntry[], routes: number, rule: TreeRule): boolean {
  let copies = 0;
  let longest = 0;
  for (const { size } of entries) {
    copies += size;
    longest = Math.max(longest, size);
  }
  const hasKeys = entries.some(({ key }) => key !== '');
  return hasKeys && copies <= rule.mostCopies * routes && longest <= rule.longestShare * routes;
}

function matcherOf(entries: readonly TreeEntry[], routes: readonly EnvoyRoute[], memo: RouteMemo): Matcher {
  const lists = candidates(entries);
  const onMatch = (entry: TreeEntry): OnMatch => {
    const listed = select(routes, lists.get(entry) ?? []);
    const first = routes[entry.own[0] ?? 0];
    return first ? memo.rememberEntry(first, listed, () => tryInTurn(listed)) : tryInTurn(listed);
  };
  const atAnyPath = entries.find(({ key }) => key === '');
  const keyed = entries.filter((entry) => entry !== atAnyPath);
  return {
    matcher_tree: {
      input: PATH_INPUT,
      // Every key begins with a slash, so that none has a meaning as a name of an object's property.
      prefix_match_map: { map: Object.fromEntries(keyed.map((entry) => [entry.key, onMatch(entry)])) },
    },
    ...(atAnyPath && { on_no_match: onMatch(atAnyPath) }),
  };
}

/** A loop, since most of what a large tree takes is here. */
function select(routes: readonly EnvoyRoute[], places: readonly number[]): readonly EnvoyRoute[] {
  const selected: EnvoyRoute[] = [];
  for (const place of places) {
    const route = routes[place];
    if (route) selected.push(route);
  }
  return selected;
}

const PATH_INPUT = {
  name: 'path',
  typed_config: any('envoy.type.matcher.v3.HttpRequestHeaderMatchInput', { header_name: ':path' }),
};

const tryInTurn = (routes: readonly EnvoyRoute[]): OnMatch => ({
  action: { name: 'routes', typed_config: any('envoy.config.route.v3.RouteList', { routes }) },
});
