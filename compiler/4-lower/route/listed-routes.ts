/** A tree of routes read back as the list that it stands for. */
import { canonicalJson } from '../../canonical-json.ts';
import { isAnyOf, type Messages } from '../../xds/index.ts';
import type { EnvoyRoute } from './route.ts';

type VirtualHost = Messages['envoy.config.route.v3.VirtualHost'];
type OnMatch = Messages['xds.type.matcher.v3.Matcher.OnMatch'];

/**
 * The routes of a virtual host, each once, in an order in which a list of them chooses as Envoy does.
 *
 * Every list of candidates in a tree keeps the order of precedence, and two routes that no list has together never
 * match the same request, so any order that keeps those of all lists will do; this one depends on the tree alone.
 */
export const listedRoutes = ({
  routes = [],
  matcher,
}: Pick<VirtualHost, 'routes' | 'matcher'>): readonly EnvoyRoute[] => (matcher ? merged(listsIn(matcher)) : routes);

function listsIn({ matcher_tree: tree, on_no_match: otherwise }: NonNullable<VirtualHost['matcher']>) {
  const keyed = Object.values(tree?.prefix_match_map?.map ?? {});
  return [...keyed, ...(otherwise ? [otherwise] : [])].map(candidatesOf);
}

function candidatesOf({ action }: OnMatch): readonly EnvoyRoute[] {
  const list = action?.typed_config;
  return isAnyOf('envoy.config.route.v3.RouteList', list) ? (list.routes ?? []) : [];
}

/** A route, how many routes that must come before it are still to come, and those that must come after it. */
interface Node {
  readonly route: EnvoyRoute;
  readonly after: Set<Node>;
  missing: number;
}

function merged(lists: readonly (readonly EnvoyRoute[])[]): readonly EnvoyRoute[] {
  const nodes = new Map<string, Node>();
  for (const list of lists) {
    let before: Node | undefined;
    for (const route of list) {
      const text = canonicalJson(route);
      const node = nodes.get(text) ?? { route, after: new Set(), missing: 0 };
      nodes.set(text, node);
      if (before && !before.after.has(node)) {
        before.after.add(node);
        node.missing += 1;
      }
      before = node;
    }
  }
  return ordered([...nodes.values()]);
}

function ordered(nodes: readonly Node[]): readonly EnvoyRoute[] {
  const ready = nodes.filter(({ missing }) => missing === 0);
  // The list grows while it is gone through: a route follows when the last of those before it has been placed.
  for (const { after } of ready) {
    for (const next of after) {
      next.missing -= 1;
      if (next.missing === 0) ready.push(next);
    }
  }
  return ready.map(({ route }) => route);
}
