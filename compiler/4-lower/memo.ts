/** What lowering remembers from one compile to the next: the same input objects give the same output objects. */
import type { Valid } from '../2-validate/model.ts';
import type { LinkedRoute } from '../3-link/graph.ts';
import type { Messages } from '../xds/index.ts';
import type { LoweredCluster } from './cluster.ts';
import type { EnvoyRoute } from './route.ts';

/** Routes by the rule they were made of, and by all else that went into them. */
export class RouteMemo {
  readonly #routes = new WeakMap<object, { readonly inputs: readonly unknown[]; readonly route: EnvoyRoute }[]>();

  /** The route that was made of the same inputs before, or a new one. */
  remember({ rule, origin }: LinkedRoute, inputs: readonly unknown[], make: () => EnvoyRoute): EnvoyRoute {
    const all = [origin.key, ...inputs];
    const known = this.#routes.get(rule) ?? [];
    const found = known.find((one) => sameItems(one.inputs, all));
    if (found) return found.route;
    const route = make();
    // Two gateways can give one rule two forms; older forms are of no use.
    this.#routes.set(rule, [{ inputs: all, route }, ...known].slice(0, MOST_FORMS));
    return route;
  }
}

const MOST_FORMS = 4;

const sameItems = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index]);

export interface LowerMemo {
  readonly routes: RouteMemo;
  /** By the value of an Upstream document; those that name Secrets depend on nothing but the names. */
  readonly clusters: WeakMap<Valid<'Upstream'>['value'], LoweredCluster>;
  readonly endpoints: WeakMap<Valid<'Upstream'>['value'], Messages['envoy.config.endpoint.v3.ClusterLoadAssignment']>;
}

export const createLowerMemo = (): LowerMemo => ({
  routes: new RouteMemo(),
  clusters: new WeakMap(),
  endpoints: new WeakMap(),
});
