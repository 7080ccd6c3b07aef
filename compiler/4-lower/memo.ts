/** What lowering remembers from one compile to the next: the same input objects give the same output objects. */
import type { Valid } from '../2-validate/model.ts';
import type { LinkedRoute } from '../3-link/graph.ts';
import type { GatewayName } from '../5-pack/bundle.ts';
import type { Messages } from '../xds/index.ts';
import type { LoweredCluster } from './cluster/cluster.ts';
import type { LoweredUpstream } from './cluster/clusters.ts';
import type { PerFilterConfig, PlacedFilters } from './http-filters/filter-chain.ts';
import type { KeptGateway } from './keep.ts';
import type { PatchMemo } from './patch/memo.ts';
import type { EnvoyRoute } from './route/route.ts';
import { sameMessage } from './same.ts';
import type { EnvoyRouteTracing } from './observability/tracing.ts';

/** What goes into a route besides its rule and the clusters that it names. */
export interface RouteSurroundings {
  readonly config: PerFilterConfig;
  /** Absent: traced as the listener says. */
  readonly tracing: EnvoyRouteTracing | undefined;
}

/** A route, and what went into it besides its rule. */
interface RememberedRoute extends RouteSurroundings {
  readonly origin: string;
  /** The names of the clusters that it sends requests to. */
  readonly clusters: readonly string[];
  readonly route: EnvoyRoute;
}

/** Routes by the rule they were made of, and by all else that went into them. */
export class RouteMemo {
  /** A linked route stays the same object as long as nothing that it names changes. */
  readonly #last = new WeakMap<LinkedRoute, RouteSurroundings & Pick<RememberedRoute, 'route'>>();
  readonly #routes = new WeakMap<object, readonly RememberedRoute[]>();
  readonly #entries = new WeakMap<EnvoyRoute, readonly RememberedEntry[]>();

  /** The route that was made of the same inputs before, or a new one. */
  remember(
    linked: LinkedRoute,
    surroundings: RouteSurroundings,
    clusters: () => readonly string[],
    make: () => EnvoyRoute,
  ): EnvoyRoute {
    const last = this.#last.get(linked);
    if (last && sameSurroundings(last, surroundings)) return last.route;
    const route = this.#rememberForm(linked, { ...surroundings, clusters: clusters() }, make);
    this.#last.set(linked, { ...surroundings, route });
    return route;
  }

  #rememberForm(
    { rule, origin }: LinkedRoute,
    around: Omit<RememberedRoute, 'origin' | 'route'>,
    make: () => EnvoyRoute,
  ): EnvoyRoute {
    const known = this.#routes.get(rule) ?? [];
    const found = known.find(
      (one) => one.origin === origin.key && sameItems(one.clusters, around.clusters) && sameSurroundings(one, around),
    );
    if (found) return found.route;
    const route = make();
    // Two gateways can give one rule two forms; older forms are of no use.
    this.#routes.set(rule, [{ ...around, origin: origin.key, route }, ...known].slice(0, MOST_FORMS));
    return route;
  }

  /** The entry of a tree that was made of the same routes before, or a new one. `first` is a route of that key. */
  rememberEntry(first: EnvoyRoute, routes: readonly EnvoyRoute[], make: () => TreeEntry): TreeEntry {
    const known = this.#entries.get(first) ?? [];
    const found = known.find((one) => sameItems(one.routes, routes));
    if (found) return found.entry;
    const entry = make();
    this.#entries.set(first, [{ routes, entry }, ...known].slice(0, MOST_FORMS));
    return entry;
  }
}

type TreeEntry = Messages['xds.type.matcher.v3.Matcher.OnMatch'];

interface RememberedEntry {
  readonly routes: readonly EnvoyRoute[];
  readonly entry: TreeEntry;
}

const MOST_FORMS = 4;

const sameItems = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index]);

const sameSurroundings = (a: RouteSurroundings, b: RouteSurroundings): boolean =>
  sameConfig(a.config, b.config) && sameMessage(a.tracing, b.tracing);

/** Both have their keys sorted. */
const sameConfig = (a: PerFilterConfig, b: PerFilterConfig): boolean =>
  a === b || (sameItems(Object.keys(a), Object.keys(b)) && sameItems(Object.values(a), Object.values(b)));

export interface LowerMemo {
  readonly filters: PlacedFilters;
  readonly routes: RouteMemo;
  /** By the value of an Upstream document; those that name Secrets depend on nothing but the names. */
  readonly clusters: WeakMap<Valid<'Upstream'>['value'], LoweredCluster>;
  readonly endpoints: WeakMap<Valid<'Upstream'>['value'], Messages['envoy.config.endpoint.v3.ClusterLoadAssignment']>;
  readonly upstreams: WeakMap<Valid<'Upstream'>, LoweredUpstream>;
  readonly gateways: Map<GatewayName, KeptGateway>;
  /** Of gateways with patches. */
  readonly patched: Map<GatewayName, PatchMemo>;
}

export const createLowerMemo = (): LowerMemo => ({
  filters: new WeakMap(),
  routes: new RouteMemo(),
  clusters: new WeakMap(),
  endpoints: new WeakMap(),
  upstreams: new WeakMap(),
  gateways: new Map(),
  patched: new Map(),
});
