/** Random runs: bundles, and the order in which things happen. */
import fc from 'fast-check';
import type { Action, Run, TestBundle } from './interleaving.ts';

const CLUSTERS = ['a', 'b', 'c', 'd'] as const;
const LISTENERS = ['l', 'm'] as const;
const ROUTES = ['r', 's'] as const;
const version = fc.constantFrom('1', '2', '3');

/** A bundle whose listeners and routes name only what it has. */
export const bundles: fc.Arbitrary<TestBundle> = fc
  .record({
    clusters: fc.dictionary(fc.constantFrom(...CLUSTERS), version, { minKeys: 1, maxKeys: 3 }),
    endpoints: fc.record({ a: version, b: version, c: version, d: version }),
    listeners: fc.uniqueArray(fc.constantFrom(...LISTENERS), { minLength: 0, maxLength: 2 }),
    picks: fc.array(fc.nat(), { minLength: 8, maxLength: 8 }),
  })
  .map(({ clusters, endpoints, listeners, picks }) => {
    const names = Object.keys(clusters).toSorted();
    const pick = (index: number): string => names[(picks[index] ?? 0) % names.length] ?? '';
    const routes = ROUTES.map((name, at): [string, string] => [name, [pick(at), pick(at + 2)].toSorted().join(',')]);
    const routeAt = (at: number): string => ROUTES[(picks[at + 4] ?? 0) % 2] ?? 'r';
    return {
      cluster: new Map(Object.entries(clusters)),
      endpoint: new Map(Object.entries(endpoints).filter(([name]) => names.includes(name))),
      listener: new Map(listeners.map((name, at) => [name, `${routeAt(at)}|${pick(at + 6)}`])),
      route: new Map(routes),
    };
  });

const actions = (extra: readonly fc.WeightedArbitrary<Action>[]): fc.Arbitrary<Action[]> =>
  fc.array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constant<Action>({ kind: 'envoy-receives' }) },
      { weight: 6, arbitrary: fc.constant<Action>({ kind: 'relay-receives' }) },
      { weight: 2, arbitrary: bundles.map((bundle): Action => ({ kind: 'bundle', bundle })) },
      { weight: 1, arbitrary: fc.constant<Action>({ kind: 'drained' }) },
      ...extra,
    ),
    { maxLength: 60 },
  );

const bad = fc
  .array(
    fc.oneof(
      fc.tuple(fc.constantFrom(...CLUSTERS), version).map(([name, of]) => `cluster ${name}=${of}`),
      fc.tuple(fc.constantFrom(...CLUSTERS), version).map(([name, of]) => `endpoint ${name}=${of}`),
      fc
        .tuple(fc.constantFrom(...ROUTES), fc.constantFrom('a,a', 'a,b', 'b,c'))
        .map(([name, of]) => `route ${name}=${of}`),
      fc
        .tuple(fc.constantFrom(...LISTENERS), fc.constantFrom('r|a', 's|b'))
        .map(([name, of]) => `listener ${name}=${of}`),
    ),
    { maxLength: 6 },
  )
  .map((resources) => new Set(resources));

const protocol = fc.constantFrom('sotw' as const, 'delta' as const);

const reconnects = fc
  .constantFrom('first' as const, 'last' as const)
  .map((clusters): Action => ({ kind: 'reconnect', clusters }));

/** No more than four bundles may pass before a client connects anew, for a relay does not remember more. */
const fewBundles = (list: readonly Action[]): Action[] => {
  let count = 0;
  return list.filter(({ kind }) => kind !== 'bundle' || ++count <= 4);
};

/** Envoy accepts everything. */
export const smoothRuns: fc.Arbitrary<Run> = fc.record({
  protocol,
  first: bundles,
  actions: actions([]),
  last: bundles,
  bad: fc.constant(new Set<string>()),
});

/** Envoy refuses some resources, but none of the last bundle. */
export const bumpyRuns: fc.Arbitrary<Run> = fc
  .record({ protocol, first: bundles, actions: actions([]), last: bundles, bad })
  .map((run) => ({ ...run, bad: new Set([...run.bad].filter((resource) => !resourcesOf(run.last).has(resource))) }));

const resourcesOf = (bundle: TestBundle): ReadonlySet<string> =>
  new Set(
    Object.entries(bundle).flatMap(([kind, resources]) => [...resources].map(([name, of]) => `${kind} ${name}=${of}`)),
  );

/** Streams break and begin anew. */
export const brokenRuns: fc.Arbitrary<Run> = fc.record({
  protocol,
  first: bundles,
  actions: actions([{ weight: 1, arbitrary: reconnects }]).map(fewBundles),
  last: bundles,
  bad: fc.constant(new Set<string>()),
});

/** One bundle after the other is accepted as far as it comes before the stream breaks, and begins anew with the next. */
export const returningRuns: fc.Arbitrary<Run> = fc.record({
  protocol,
  first: bundles,
  actions: fc.array(fc.tuple(fc.nat({ max: 12 }), bundles, reconnects, fc.boolean()), { maxLength: 4 }).map((changes) =>
    changes.flatMap(([steps, bundle, reconnect, isAfter]): Action[] => [
      { kind: 'settle' },
      ...(isAfter ? [{ kind: 'bundle' as const, bundle }] : []),
      ...Array.from({ length: steps }, (_, index): Action => ({
        kind: index % 2 ? 'envoy-receives' : 'relay-receives',
      })),
      ...(isAfter ? [] : [{ kind: 'bundle' as const, bundle }]),
      reconnect,
    ]),
  ),
  last: bundles,
  bad: fc.constant(new Set<string>()),
});

/** Deadlines pass, so that listeners and routes may come before their clusters are accepted. */
export const hurriedRuns: fc.Arbitrary<Run> = fc.record({
  protocol,
  first: bundles,
  actions: actions([{ weight: 2, arbitrary: fc.constant<Action>({ kind: 'deadline' }) }]),
  last: bundles,
  bad: fc.constant(new Set<string>()),
});

/** One bundle after the other is accepted whole, and now and then the time of clusters that are gone is over. */
export const swiftRuns: fc.Arbitrary<Run> = fc.record({
  protocol,
  first: bundles,
  actions: fc
    .array(fc.tuple(bundles, fc.boolean()), { maxLength: 8 })
    .map((changes) =>
      changes.flatMap(([bundle, isOver]): Action[] => [
        { kind: 'settle' },
        ...(isOver ? ([{ kind: 'drained' }] as const) : []),
        { kind: 'bundle', bundle },
      ]),
    ),
  last: bundles,
  bad: fc.constant(new Set<string>()),
});
