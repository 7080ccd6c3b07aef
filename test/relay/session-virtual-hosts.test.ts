/** Virtual hosts and the route configurations that they are of, in any order of what happens. */
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { NO_NAMES } from '../../relay/name-set.ts';
import { TypeUrl } from '../../compiler/xds/resource-types.ts';
import { withWatch, type Session } from '../../relay/session-state.ts';
import { letHostsGo } from '../../relay/virtual-hosts.ts';
import { playHosts, type HostsAction, type HostsBundle } from './session/host-model.ts';

const ROUTES = ['l/hosts', 'm/hosts'] as const;
const HOSTS = ROUTES.flatMap((route) => ['x', 'y', 'z'].map((host) => `${route}/${host}`));

/** Listeners that need one of two route configurations, and hosts of those that are there. */
const bundles: fc.Arbitrary<HostsBundle> = fc
  .record({
    listeners: fc.dictionary(fc.constantFrom('a', 'b'), fc.constantFrom(...ROUTES), { maxKeys: 2 }),
    routes: fc.record({ 'l/hosts': fc.constantFrom('1', '2'), 'm/hosts': fc.constantFrom('1', '2') }),
    hosts: fc.dictionary(fc.constantFrom(...HOSTS), fc.constantFrom('1', '2', '3')),
  })
  .map(({ listeners, routes, hosts }) => {
    const needed = new Set<string>(Object.values(listeners));
    return {
      listener: new Map(Object.entries(listeners)),
      route: new Map(Object.entries(routes).filter(([name]) => needed.has(name))),
      virtualHost: new Map(Object.entries(hosts).filter(([name]) => needed.has(name.slice(0, name.lastIndexOf('/'))))),
    };
  });

const simple = (kind: Exclude<HostsAction['kind'], 'bundle'>, weight: number): fc.WeightedArbitrary<HostsAction> => ({
  weight,
  arbitrary: fc.constant({ kind }),
});

const actions = fc.array(
  fc.oneof(
    simple('envoy-receives', 8),
    simple('relay-receives', 8),
    { weight: 3, arbitrary: bundles.map((bundle): HostsAction => ({ kind: 'bundle', bundle })) },
    simple('settle', 3),
    simple('drained', 1),
    simple('deadline', 1),
    simple('reconnect', 1),
  ),
  { maxLength: 80 },
);

const assertClean = (play: typeof playHosts): void =>
  fc.assert(
    fc.property(actions, bundles, (run, last) => {
      expect(play(run, last)).toEqual([]);
    }),
    { numRuns: 2_000 },
  );

describe('a session and an Envoy that drops hosts without a route configuration', () => {
  test('the newest hosts arrive, and none is taken from connections that drain', () => {
    assertClean(playHosts);
  });
});

/** Counts them neither as held nor as to be removed. */
function forgetHosts(session: Session): Session {
  const [before, after] = [session, letHostsGo(session)].map(({ watches }) => watches.get(TypeUrl.virtualHost));
  if (!before || !after || before === after) return session;
  return withWatch(session, { ...after, held: { ...after.held, stray: before.held.stray } });
}

describe('a relay that is broken on purpose is found out', () => {
  afterEach(() => {
    vi.doUnmock('../../relay/virtual-hosts.ts');
    vi.resetModules();
  });

  test.each([
    ['hosts are not sent again after their route configuration', 'followRoutes', (session: unknown) => session],
    ['hosts that go with their route configuration are removed', 'hostsInUse', () => NO_NAMES],
    ['hosts that have gone with their route configuration are forgotten', 'letHostsGo', forgetHosts],
  ])('%s', async (_, name, broken) => {
    vi.doMock('../../relay/virtual-hosts.ts', async (original) => ({
      ...(await original<object>()),
      [name]: broken,
    }));
    vi.resetModules();
    const { playHosts: play } = await import('./session/host-model.ts');
    expect(() => assertClean(play)).toThrow(/Property failed/);
  });
});
