/** A memo saves work and changes no result. */
import { describe, expect, test } from 'vitest';
import { createMemo, encode, violations, type Messages } from '../../compiler/xds/index.ts';
import { ROUTES } from './examples.ts';
import { createRandom, type Random } from './random.ts';

type Routes = Messages['envoy.config.route.v3.RouteConfiguration'];
type Route = Messages['envoy.config.route.v3.Route'];

const ROUTE_CONFIGURATION = 'envoy.config.route.v3.RouteConfiguration';

const route = (name: string): Route => ({ name, match: { path: `/${name}` }, route: { cluster: name, timeout: '1s' } });

describe('bytes', () => {
  test('are the same as without a memo, however the objects are recombined', () => {
    const memo = createMemo();
    const random = createRandom(7);
    let routes: Routes = ROUTES;
    for (let step = 0; step < 200; step++) {
      routes = recombine(random, routes);
      expect(violations(ROUTE_CONFIGURATION, routes, memo)).toEqual(violations(ROUTE_CONFIGURATION, routes));
      expect(encode(ROUTE_CONFIGURATION, routes, memo)).toEqual(encode(ROUTE_CONFIGURATION, routes));
    }
  });

  test('of the same object are the same array, and after a check they are there already', () => {
    const memo = createMemo();
    const checked = { ...ROUTES };
    expect(violations(ROUTE_CONFIGURATION, checked, memo)).toEqual([]);
    expect(encode(ROUTE_CONFIGURATION, checked, memo)).toBe(encode(ROUTE_CONFIGURATION, checked, memo));
  });

  test('of one object that stands for messages of two types are told apart', () => {
    const memo = createMemo();
    const shared = { name: 'x' };
    const cluster = encode('envoy.config.cluster.v3.Cluster', shared, memo);
    const listener = encode('envoy.config.listener.v3.Listener', shared as never, memo);
    const chain = encode('envoy.config.listener.v3.FilterChain', shared, memo);
    expect(listener).toEqual(cluster);
    expect(chain).not.toEqual(cluster);
  });

  test('of remembered parts are not made again', () => {
    const memo = createMemo();
    let reads = 0;
    const watched: Route = {
      get match() {
        reads++;
        return { prefix: '/' };
      },
      route: { cluster: 'c' },
    };
    const withRoute = (name: string): Routes => ({
      name,
      virtual_hosts: [{ name, domains: ['*'], routes: [watched] }],
    });
    violations(ROUTE_CONFIGURATION, withRoute('a'), memo);
    const readsOnce = reads;
    violations(ROUTE_CONFIGURATION, withRoute('b'), memo);
    encode(ROUTE_CONFIGURATION, withRoute('c'), memo);
    expect(readsOnce).toBeGreaterThan(0);
    expect(reads).toBe(readsOnce);
  });
});

describe('checks', () => {
  const broken = { name: 'broken', match: {}, route: { cluster: 'c' } };
  const withRoutes = (routes: readonly Route[]): Routes => ({ virtual_hosts: [{ name: 'v', domains: ['*'], routes }] });

  test('encoding before checking hides nothing', () => {
    const memo = createMemo();
    const routes = withRoutes([broken]);
    encode(ROUTE_CONFIGURATION, routes, memo);
    expect(violations(ROUTE_CONFIGURATION, routes, memo)).toHaveLength(1);
  });

  test('what is wrong is reported every time', () => {
    const memo = createMemo();
    const first = violations(ROUTE_CONFIGURATION, withRoutes([route('a'), broken]), memo);
    expect(first.map(({ path }) => path)).toEqual(['virtual_hosts[0].routes[1].match']);
    expect(violations(ROUTE_CONFIGURATION, withRoutes([broken, route('a')]), memo)).toEqual([
      { ...first[0], path: 'virtual_hosts[0].routes[0].match' },
    ]);
  });
});

/** Replaces, moves or drops a route, and keeps the other objects. */
function recombine(random: Random, routes: Routes): Routes {
  const [host, ...others] = routes.virtual_hosts ?? [];
  const old = host?.routes ?? [];
  const kept = old.filter(() => random.chance(0.9));
  const added = random.chance(0.7) ? [random.chance(0.2) ? { match: {} } : route(`r${random.below(50)}`)] : [];
  const moved = [...kept, ...added].sort(() => random.below(3) - 1);
  const changed = { name: 'host', domains: ['*'], routes: moved };
  return {
    ...routes,
    virtual_hosts: random.chance(0.3) ? [...others.slice(-2), changed, changed] : [changed, ...others],
  };
}
